// SPDX-License-Identifier: MIT
#include <pathecon/effect/add_capacity.hpp>

#include <fmt/format.h>

#include "edit.hpp"

namespace pathecon::effect {

pathway::Pathway AddCapacity::operator()(pathway::Pathway const& pathway, Context const& context) const
{
    Edit edit{pathway, context, *this};
    edit.need_one({{"resource", !resource.empty()}, {"session", !session.empty()}});
    if (!resource.empty()) {
        if (auto* staffed = edit.need(edit.pathway.resources, "resource", "resource", resource)) {
            if (staffed->rota.shifts.empty())
                edit.fault(code::cannot_act, "resource", fmt::format("'{}' has no rota: nobody waits for it", resource),
                           "give it a rota in the pathway");
            if (!shift)
                edit.fault(code::contradiction, "shift", "the shift is missing");
            else {
                pathway::Rota const alone{{*shift}};
                if (std::string why; weeks_of(alone, why).empty() && !why.empty())
                    edit.fault(code::impossible_number, "shift", why);
                staffed->rota.shifts.push_back(*shift);
            }
        }
        if (list || slots != 0)
            edit.fault(code::contradiction, list ? "list" : "slots", "a resource has shifts",
                       "name a session in place of the resource");
    } else if (!session.empty()) {
        if (shift)
            edit.fault(code::contradiction, "shift", "a session has lists", "name a resource in place of the session");
        if (!list && slots == 0) edit.fault(code::contradiction, "list", "neither a list nor slots are given");
        if (auto* more = edit.need(edit.pathway.sessions, "session", "session", session)) {
            if (slots != 0)
                for (auto& one : more->lists) one.slots = slots_of(one, more->slot.value) + slots;
            if (list) more->lists.push_back(*list);
        }
    }
    return edit.done();
}

} // namespace pathecon::effect
