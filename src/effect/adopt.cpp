// SPDX-License-Identifier: MIT
#include <pathecon/effect/adopt.hpp>

#include "edit.hpp"

namespace pathecon::effect {

pathway::Pathway Adopt::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    return Edit{pathway, context, *this}.done();
}

Adoption adoption_of(Adopt const& adopt, std::string const& tool, Drawn drawn)
{
    return {.share = units::Probability{adopt.usage.value.value() * adopt.consent.value.value()},
            .luck_name = tool + "/use",
            .drawn = drawn};
}

Rollout rollout_of(Adopt const& adopt, std::string const& tool)
{
    return {.tool = tool, .go_live = adopt.go_live, .ramp = adopt.ramp, .dip = adopt.dip.value.value()};
}

} // namespace pathecon::effect
