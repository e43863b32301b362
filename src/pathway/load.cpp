// SPDX-License-Identifier: MIT
#include <cmath>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/units/format.hpp>
#include <pathecon/units/week.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "flow.hpp"

namespace pathecon::pathway::detail {

namespace {

/// Sums what is asked of one thing over the steps, in every batch of the traffic.
class Sums {
public:
    explicit Sums(Traffic const& traffic)
        : traffic_{traffic}
        , asked_(traffic.batches.size())
    {}

    void add_time(std::size_t step, double count)
    {
        for (std::size_t b = 0; b < asked_.size(); ++b) {
            asked_[b] += count * traffic_.batches[b].ticks[step] / static_cast<double>(units::hour.ticks());
            visits_ += traffic_.batches[b].visits[step] / static_cast<double>(asked_.size());
        }
    }
    void add_places(std::size_t step)
    {
        for (std::size_t b = 0; b < asked_.size(); ++b) {
            asked_[b] += traffic_.batches[b].visits[step];
            visits_ += traffic_.batches[b].visits[step] / static_cast<double>(asked_.size());
        }
    }
    void finish(LoadAt& at) const
    {
        auto const n = static_cast<double>(asked_.size());
        double sum = 0, squares = 0;
        for (double const asked : asked_) sum += asked;
        at.load.per_week = sum / n;
        for (double const asked : asked_) squares += (asked - at.load.per_week) * (asked - at.load.per_week);
        at.standard_error = asked_.size() > 1 ? std::sqrt(squares / (n * (n - 1.0))) : 0.0;
        at.visits = visits_;
    }

private:
    Traffic const& traffic_;
    std::vector<double> asked_;
    double visits_ = 0;
};

LoadAt load_at(std::string name, std::string path, bool timed)
{
    LoadAt made;
    made.load.name = std::move(name);
    made.path = std::move(path);
    made.timed = timed;
    return made;
}

std::vector<LoadAt> loads(Pathway const& pathway, Graph const& graph, Traffic const& traffic)
{
    std::vector<LoadAt> found;
    base::detail::ElementNames resources, sessions, activities;
    auto const step_of = [&](Activity const& activity) { return static_cast<std::size_t>(graph.find(activity.name)); };
    for (auto const& resource : pathway.resources) {
        auto path = "resource/" + resources.next(resource.name);
        std::string why;
        if (resource.rota.shifts.empty() || (steps_of(resource.rota, why), !why.empty())) continue;
        Sums sums{traffic};
        for (auto const& activity : pathway.activities)
            for (auto const& use : activity.uses)
                if (use.resource == resource.name) sums.add_time(step_of(activity), use.count);
        auto at = load_at(resource.name, std::move(path), true);
        at.load.capacity = open_time_per_week(resource.rota).hours();
        sums.finish(at);
        found.push_back(std::move(at));
    }
    for (auto const& session : pathway.sessions) {
        auto path = "session/" + sessions.next(session.name);
        auto at = load_at(session.name, std::move(path), false);
        for (auto const& list : session.lists)
            if (auto const days = units::parse_days(list.days))
                at.load.capacity += days->size() * slots_of(list, *session.slot);
        Sums sums{traffic};
        for (auto const& activity : pathway.activities)
            if (activity.session == session.name) sums.add_places(step_of(activity));
        sums.finish(at);
        found.push_back(std::move(at));
    }
    for (auto const& activity : pathway.activities) {
        auto path = "activity/" + activities.next(activity.name);
        if (!activity.batch || activity.batch->cap == 0) continue;
        auto at = load_at(activity.name, path + "/batch", false);
        if (auto const days = units::parse_days(activity.batch->days))
            at.load.capacity = days->size() * activity.batch->cap;
        Sums sums{traffic};
        sums.add_places(step_of(activity));
        sums.finish(at);
        found.push_back(std::move(at));
    }
    return found;
}

} // namespace

// A queue whose load is exactly 1 grows too, only slower than any straight line.
void judge(LoadAt const& at, bool allowed, base::Diagnostics& faults)
{
    auto const& load = at.load;
    if (load.capacity <= 0) return; // never open: reported as that
    double const excess = load.per_week - load.capacity, noise = 4.89 * at.standard_error;
    if (load.per_week < load.capacity * (1.0 - 1e-9) - (at.standard_error > 0 ? noise : 0.0)) return;
    char const* const unit = at.timed ? "h" : "places";
    auto const per_patient = at.visits > 0 ? load.per_week / at.visits : 1.0;
    auto message = fmt::format("unstable: {} {} a week are asked for, there are {}: load {:.3f}",
                               units::human(load.per_week, 4), unit, units::human(load.capacity, 4), load.ratio());
    if (excess > 0)
        message += fmt::format("; the list grows by {} patients a day", units::human(excess / per_patient / 7.0, 2));
    bool const certain = load.per_week - noise >= load.capacity * (1.0 - 1e-9);
    if (!certain)
        message += fmt::format(" (by sampled patients, standard error {})", units::human(at.standard_error, 2));
    auto const hint = fmt::format("it needs more than {} {} a week, or fewer patients; where growth is the question, "
                                  "write overload_allowed = true",
                                  units::human(load.per_week, 4), unit);
    if (allowed || !certain)
        faults.warning(code::unstable, at.path, std::move(message), hint);
    else
        faults.error(code::unstable, at.path, std::move(message), hint);
}

std::vector<LoadAt> check_flow(Pathway const& pathway, Graph const& graph, Vocabulary const& vocabulary,
                               base::Diagnostics& faults)
{
    Flow const flow{pathway, graph, vocabulary, faults};
    auto const traffic = traffic_of(flow, graph, vocabulary, faults);
    if (!traffic.sampled_because.empty())
        faults.note(code::sampled, "route",
                    "routes and loads are judged by 16,384 sampled patients of each source: " +
                        traffic.sampled_because);
    return loads(pathway, graph, traffic);
}

} // namespace pathecon::pathway::detail
