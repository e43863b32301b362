// SPDX-License-Identifier: MIT
#include <pathecon/effect/tool.hpp>

PATHECON_CODEC_SOURCE(pathecon::effect::Scale);
PATHECON_CODEC_SOURCE(pathecon::effect::Insert);
PATHECON_CODEC_SOURCE(pathecon::effect::Bypass);
PATHECON_CODEC_SOURCE(pathecon::effect::Transfer);
PATHECON_CODEC_SOURCE(pathecon::effect::UrgentBooking);
PATHECON_CODEC_SOURCE(pathecon::effect::Prioritise);
PATHECON_CODEC_SOURCE(pathecon::effect::Detect);
PATHECON_CODEC_SOURCE(pathecon::effect::Reconcile);
PATHECON_CODEC_SOURCE(pathecon::effect::Adopt);
PATHECON_CODEC_SOURCE(pathecon::effect::Burden);
PATHECON_CODEC_SOURCE(pathecon::effect::Cost);
PATHECON_CODEC_SOURCE(pathecon::effect::AddCapacity);
PATHECON_CODEC_SOURCE(pathecon::effect::Shorten);
PATHECON_CODEC_SOURCE(pathecon::effect::ToolCost);
PATHECON_CODEC_SOURCE(pathecon::effect::Tool);
