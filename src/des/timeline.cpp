// SPDX-License-Identifier: MIT
#include <pathecon/des/timeline.hpp>

#include <algorithm>

namespace pathecon::des {

std::int32_t Timeline::most() const {
    std::int32_t most = 0;
    for (auto const& step : steps) most = std::max(most, step.value);
    return most;
}

std::int32_t Timeline::at(std::int64_t time) const {
    if (steps.empty()) return 0;
    std::int64_t const inside = time % cycle;
    auto const after = std::upper_bound(steps.begin(), steps.end(), inside,
                                        [](std::int64_t t, TimelineStep const& step) { return t < step.at; });
    return std::prev(after)->value;
}

namespace {

/// The integral over [0, to) with `to` inside one cycle.
std::int64_t integral_inside(Timeline const& line, std::int64_t to) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < line.steps.size(); ++k) {
        std::int64_t const begin = line.steps[k].at;
        std::int64_t const end = std::min(to, k + 1 < line.steps.size() ? line.steps[k + 1].at : line.cycle);
        if (end > begin) sum += (end - begin) * line.steps[k].value;
    }
    return sum;
}

std::int64_t integral_to(Timeline const& line, std::int64_t to) {
    return to / line.cycle * integral_inside(line, line.cycle) + integral_inside(line, to % line.cycle);
}

} // namespace

std::int64_t Timeline::integral(std::int64_t from, std::int64_t to) const {
    return to > from ? integral_to(*this, to) - integral_to(*this, from) : 0;
}

} // namespace pathecon::des
