// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <map>

#include "flow.hpp"
#include "flow_time.hpp"

namespace pathecon::pathway::detail {

namespace {

/// Takes the mean over the decisions of the adjustments from number `first` on. One luck name is one uniform number:
/// those below a share take it, so a smaller share lies within a larger one.
class Decisions {
public:
    Decisions(std::vector<FlowAdjustment> const& adjustments, Word word)
    {
        for (std::size_t i = 0; i < adjustments.size(); ++i)
            if (adjustments[i].where.holds(word)) by_luck_[adjustments[i].luck].push_back({adjustments[i].share, i});
        for (auto& [luck, group] : by_luck_) std::sort(group.begin(), group.end());
        chosen_.assign(adjustments.size(), false);
    }

    template <class Value>
    double mean(Value value)
    {
        return over(by_luck_.begin(), value);
    }

private:
    using Group = std::vector<std::pair<double, std::size_t>>;
    using Groups = std::map<std::string, Group>;

    template <class Value>
    double over(Groups::const_iterator group, Value value)
    {
        if (group == by_luck_.end()) return value([&](std::size_t i) { return bool{chosen_[i]}; });
        auto const next = std::next(group);
        auto const& members = group->second;
        for (auto const& [share, i] : members) chosen_[i] = true;
        double sum = 0, low = 0;
        for (std::size_t k = 0; k <= members.size(); ++k) {
            double const high = k < members.size() ? std::clamp(members[k].first, low, 1.0) : 1.0;
            if (high > low) sum += (high - low) * over(next, value);
            low = high;
            if (k < members.size()) chosen_[members[k].second] = false;
        }
        return sum;
    }

    Groups by_luck_;
    std::vector<bool> chosen_;
};

} // namespace

double mean_adjusted(random::Distribution const& law, std::vector<std::pair<double, double>> const& changes)
{
    double mean = law.mean();
    if (changes.empty()) return mean;
    auto const adjusted = [&](double time) {
        for (auto const& [by, add] : changes) time = std::max(0.0, time * by + add);
        return time;
    };
    bool const linear =
        std::all_of(changes.begin(), changes.end(), [](auto const& change) { return change.second >= 0; });
    if (linear || law.family() == random::Family::constant) return adjusted(mean);
    // Saving a fixed time from what may be shorter than that is not linear: the mean of the quantiles.
    constexpr int points = 4096;
    double sum = 0;
    for (int i = 0; i < points; ++i) sum += adjusted(law.sample((i + 0.5) / points));
    return sum / points;
}

double FlowTime::mean(Word word) const
{
    return Decisions{adjustments, word}.mean([&](auto const& chosen) { return mean_if(word, chosen); });
}

} // namespace pathecon::pathway::detail
