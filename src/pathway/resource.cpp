// SPDX-License-Identifier: MIT
#include <pathecon/pathway/resource.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace pathecon::pathway {

int slots_of(SessionList const& list, units::Duration slot)
{
    if (list.slots) return std::max(*list.slots, 0);
    if (!list.lasts || slot <= units::Duration{} || *list.lasts <= units::Duration{}) return 0;
    // A slot of 60/13 minutes was rounded to a tick, up or down: 13 of them still fit into an hour.
    std::int64_t const length = list.lasts->ticks(), each = slot.ticks();
    std::int64_t whole = length / each;
    std::int64_t const missing = each - length % each;
    if (missing < each && missing <= (whole + 1) / 2) ++whole;
    return static_cast<int>(std::min<std::int64_t>(whole, std::numeric_limits<int>::max()));
}

} // namespace pathecon::pathway
