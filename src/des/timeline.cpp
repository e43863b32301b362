// SPDX-License-Identifier: MIT
#include <pathecon/des/timeline.hpp>

#include <algorithm>

namespace pathecon::des {

namespace {

using Steps = std::vector<TimelineStep>;

std::int32_t most_of(Steps const& steps) {
    std::int32_t most = 0;
    for (auto const& step : steps) most = std::max(most, step.value);
    return most;
}

/// The integral over [0, to) with `to` inside one cycle.
std::int64_t integral_inside(Steps const& steps, std::int64_t cycle, std::int64_t to) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        std::int64_t const begin = steps[k].at;
        std::int64_t const end = std::min(to, k + 1 < steps.size() ? steps[k + 1].at : cycle);
        if (end > begin) sum += (end - begin) * steps[k].value;
    }
    return sum;
}

std::int64_t integral_to(Timeline const& line, std::int64_t to) {
    std::int64_t const whole = to / line.cycle, round = static_cast<std::int64_t>(line.following.size()) + 1;
    auto const of = [&line](Steps const& steps) { return integral_inside(steps, line.cycle, line.cycle); };
    std::int64_t sum = 0;
    for (std::int64_t n = 0; n < round; ++n) sum += of(line.usual(n)) * (whole / round + (n < whole % round ? 1 : 0));
    for (auto const& exception : line.exceptions)
        if (exception.cycle < whole) sum += of(exception.steps) - of(line.usual(exception.cycle));
    return sum + integral_inside(line.steps_of(whole), line.cycle, to % line.cycle);
}

} // namespace

std::int32_t Timeline::most() const {
    std::int32_t most = most_of(steps);
    for (auto const& exception : exceptions) most = std::max(most, most_of(exception.steps));
    for (auto const& other : following) most = std::max(most, most_of(other));
    return most;
}

std::vector<TimelineStep> const& Timeline::steps_of(std::int64_t n) const {
    if (exceptions.empty()) return usual(n);
    auto const found = std::lower_bound(exceptions.begin(), exceptions.end(), n,
                                        [](Exception const& exception, std::int64_t wanted) { return exception.cycle < wanted; });
    return found != exceptions.end() && found->cycle == n ? found->steps : usual(n);
}

std::int32_t Timeline::at(std::int64_t time) const {
    Steps const& now = steps_of(time / cycle);
    if (now.empty()) return 0;
    auto const after = std::upper_bound(now.begin(), now.end(), time % cycle,
                                        [](std::int64_t t, TimelineStep const& step) { return t < step.at; });
    return std::prev(after)->value;
}

std::int64_t Timeline::integral(std::int64_t from, std::int64_t to) const {
    return to > from ? integral_to(*this, to) - integral_to(*this, from) : 0;
}

} // namespace pathecon::des
