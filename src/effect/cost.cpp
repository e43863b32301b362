// SPDX-License-Identifier: MIT
#include <pathecon/effect/cost.hpp>

#include <fmt/format.h>

#include "charge.hpp"
#include "edit.hpp"

namespace pathecon::effect {

pathway::Pathway Cost::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    if (item.empty()) edit.fault(code::contradiction, "item", "what is paid for is missing");
    if (per == Per::use && edit.need_activity("at", at)) {
        edit.need_condition("where", where);
        if (edit.ok()) edit.pathway.outcomes.push_back(count_of_uses(edit, edit.tool() + "/" + item, at, where));
    } else if (per == Per::session)
        std::ignore = edit.need(edit.pathway.sessions, "session", "at", at);
    else if (per != Per::use && !at.empty())
        edit.fault(code::contradiction, "at",
                   fmt::format("a charge {} has no place", per == Per::once ? "paid once" : "a year"), "leave it out");
    return edit.done();
}

} // namespace pathecon::effect
