// SPDX-License-Identifier: MIT
#include <pathecon/pathway/fields.hpp>

using pathecon::pathway::Pathway;

PATHECON_CODEC_SOURCE(pathecon::pathway::Activity);
PATHECON_CODEC_SOURCE(pathecon::pathway::Pathway);
template void pathecon::random::draw_inputs(Pathway&, std::string const&, std::uint64_t, std::int64_t, std::int64_t);
template std::vector<pathecon::random::InputRow> pathecon::random::list_inputs(Pathway const&, std::string const&);
template void pathecon::base::check_bounds(Pathway const&, std::string const&, pathecon::base::Diagnostics&);
