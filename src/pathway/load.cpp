// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/pathway/rates.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/units/format.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "flow.hpp"
#include "options.hpp"

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
        add(&Traffic::Demand::ticks, &Traffic::Demand::visits, step, count);
    }
    void add_held(std::size_t stay, double count) { add(&Traffic::Demand::held, &Traffic::Demand::stays, stay, count); }
    void add_places(std::size_t step)
    {
        add(&Traffic::Demand::places, &Traffic::Demand::visits, step, static_cast<double>(units::hour.ticks()));
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
    using Column = std::vector<double> Traffic::Demand::*;
    void add(Column amount, Column patients, std::size_t index, double count)
    {
        for (std::size_t b = 0; b < asked_.size(); ++b) {
            auto const& batch = traffic_.batches[b];
            asked_[b] += count * (batch.*amount)[index] / static_cast<double>(units::hour.ticks());
            visits_ += (batch.*patients)[index] / static_cast<double>(asked_.size());
        }
    }

    Traffic const& traffic_;
    std::vector<double> asked_;
    double visits_ = 0;
};

/// What the traffic cannot know without the waits, by step.
struct Unknown {
    std::vector<bool> fewer; ///< Patients who are counted here may have left a queue early, or been taken by an event.
    std::vector<bool> more;  ///< Those who did may come here, uncounted.
    bool traced = false, growing = false;

    Unknown(Pathway const& pathway, Graph const& graph, Traffic const& traffic)
    {
        std::vector<int> left, come;
        for (std::size_t i = 0; i < graph.steps().size(); ++i) {
            bool leave = false;
            for (auto const& way : graph.steps()[i].ways)
                if (way.kind != Way::Kind::no_show) leave = true, come.push_back(way.to);
            for (std::size_t e = 0; e < pathway.events.size(); ++e)
                if (graph.running()[e][i]) leave = true;
            bool const endless = !traffic.endless.empty() && traffic.endless[i];
            if (leave) left.push_back(static_cast<int>(i));
            if (endless) come.push_back(static_cast<int>(i));
        }
        for (auto const& event : pathway.events) come.push_back(graph.find_nearest(event.to));
        fewer = graph.reachable_from(left);
        more = graph.reachable_from(come);
        for (auto const& arrivals : pathway.arrivals) {
            traced = traced || !arrivals.trace.empty();
            growing = growing || *arrivals.growth != 0.0;
        }
    }
};

/// One thing that some patients ask for: any of some resources, for a time.
struct Ask {
    std::vector<std::size_t> options; ///< Resources, in order.
    double count = 1;                 ///< Times the factor of the fastest option.
    bool fastest = false;             ///< Some options are slower.
    bool together = false;            ///< Patients share it.
    bool stay = false;
    std::size_t index = 0; ///< A step or a stay.
    int step = 0;          ///< Where it is asked for.
};

class Loads {
public:
    Loads(Pathway const& pathway, Graph const& graph, Traffic const& traffic)
        : pathway_{pathway}
        , graph_{graph}
        , traffic_{traffic}
        , unknown_{pathway, graph, traffic}
    {}

    std::vector<LoadAt> all()
    {
        collect();
        resources();
        sessions();
        return std::move(found_);
    }

private:
    static LoadAt load_at(std::string name, std::string path, bool timed)
    {
        LoadAt made;
        made.load.name = std::move(name);
        made.path = std::move(path);
        made.timed = timed;
        return made;
    }
    static void say(LoadAt& at, std::string_view text)
    {
        auto& said = at.load.leaves_out;
        if (said.find(text) == std::string::npos) said.append(said.empty() ? "" : "; ").append(text);
    }
    bool sound(Resource const& resource) const
    {
        std::string why;
        return is_pool(resource) && (weeks_of(resource.rota, why), why.empty());
    }

    void collect()
    {
        auto const add = [&](Use const& use, bool stay, std::size_t index, int step, int bulk = 1) {
            Ask ask{.options = {}, .count = static_cast<double>(use.count) / bulk, .together = bulk > 1, .stay = stay, .index = index, .step = step};
            double least = 0, most = 0;
            for (auto const& option : options_of(use, pathway_)) {
                if (!sound(*option.resource)) continue;
                auto const n = static_cast<std::size_t>(option.resource - pathway_.resources.data());
                if (std::find(ask.options.begin(), ask.options.end(), n) == ask.options.end()) ask.options.push_back(n);
                least = most > 0 ? std::min(least, option.by) : option.by;
                most = std::max(most, option.by);
            }
            if (ask.options.empty()) return;
            std::sort(ask.options.begin(), ask.options.end());
            ask.count *= least;
            ask.fastest = most > least;
            asks_.push_back(std::move(ask));
        };
        for (auto const& activity : pathway_.activities) {
            int const step = graph_.find(activity.name);
            for (auto const& use : activity.uses) add(use, false, static_cast<std::size_t>(step), step, activity.bulk ? activity.bulk->most : 1);
        }
        for (std::size_t i = 0; i < pathway_.stays.size(); ++i)
            if (int const step = graph_.find(pathway_.stays[i].from); step != Graph::nowhere)
                for (auto const& use : pathway_.stays[i].uses) add(use, true, i, step);
    }

    /// Adds up what can be done by nobody but some resources.
    LoadAt of(std::vector<std::size_t> const& who, std::string name, std::string path)
    {
        auto at = load_at(std::move(name), std::move(path), true);
        Sums sums{traffic_};
        for (auto const& ask : asks_) {
            bool const theirs = std::includes(who.begin(), who.end(), ask.options.begin(), ask.options.end());
            if (!theirs) continue;
            ask.stay ? sums.add_held(ask.index, ask.count) : sums.add_time(ask.index, ask.count);
            if (ask.fastest) say(at, "takes the fastest of them for each piece of work");
            if (ask.together) say(at, "takes as many as may be to be served together each time");
            if (ask.stay) stay_text(at, pathway_.stays[ask.index]);
            caveats(at, ask.step);
            if (!ask.stay && blocks(ask.step))
                say(at, "leaves out the time that patients stay for want of room further on");
        }
        for (auto const r : who) {
            auto const& resource = pathway_.resources[r];
            lists_of(resource, at);
            at.load.capacity += hours_per_week(resource, pathway_);
            if (resource.surge) say(at, "counts its surge as always open");
            if (repeats(resource)) say(at, "leaves out work that is done again");
        }
        sums.finish(at);
        at.load.per_week += at.listed;
        return at;
    }

    /// Adds up the time of the lists that a resource runs in the hours of its rota.
    void lists_of(Resource const& resource, LoadAt& at) const
    {
        std::string why;
        auto const rota = weeks_of(resource.rota, why);
        for (auto const& activity : pathway_.activities) {
            auto const* const session = find(pathway_.sessions, activity.session);
            if (!session || session->resource != resource.name || !meets(*session, rota)) continue;
            Sums sums{traffic_};
            LoadAt lists;
            sums.add_time(static_cast<std::size_t>(graph_.find(activity.name)), 1);
            sums.finish(lists);
            at.listed += lists.load.per_week;
        }
    }

    void resources()
    {
        base::detail::ElementNames names;
        std::vector<std::string> paths;
        for (auto const& resource : pathway_.resources) paths.push_back("resource/" + names.next(resource.name));
        std::vector<std::vector<std::size_t>> groups; // sets of options, then what they make together
        for (auto const& ask : asks_)
            if (ask.options.size() > 1 && std::find(groups.begin(), groups.end(), ask.options) == groups.end())
                groups.push_back(ask.options);
        for (std::size_t g = 0, n = groups.size(); g < n; ++g) {
            auto whole = groups[g];
            for (bool grown = true; grown;) {
                grown = false;
                for (std::size_t other = 0; other < n; ++other) {
                    std::vector<std::size_t> both, shared;
                    std::set_union(whole.begin(), whole.end(), groups[other].begin(), groups[other].end(),
                                   std::back_inserter(both));
                    std::set_intersection(whole.begin(), whole.end(), groups[other].begin(), groups[other].end(),
                                          std::back_inserter(shared));
                    if (!shared.empty() && both != whole) whole = both, grown = true;
                }
            }
            if (std::find(groups.begin(), groups.end(), whole) == groups.end()) groups.push_back(whole);
        }
        auto const name_of = [&](std::vector<std::size_t> const& who) {
            std::string text;
            for (auto const r : who) text += (text.empty() ? "" : " or ") + pathway_.resources[r].name;
            return text;
        };
        for (std::size_t r = 0; r < pathway_.resources.size(); ++r) {
            if (!sound(pathway_.resources[r])) continue;
            auto at = of({r}, pathway_.resources[r].name, paths[r]);
            for (auto const& group : groups)
                if (std::find(group.begin(), group.end(), r) != group.end())
                    at.shared = "leaves out what others can do as well, see '" + name_of(group) + "'";
            found_.push_back(std::move(at));
        }
        for (auto const& group : groups) found_.push_back(of(group, name_of(group), paths[group.front()]));
    }

    void sessions()
    {
        base::detail::ElementNames sessions, activities;
        auto const places = [&](LoadAt at, auto needs) {
            Sums sums{traffic_};
            for (auto const& activity : pathway_.activities)
                if (int const step = graph_.find(activity.name); needs(activity)) {
                    sums.add_places(static_cast<std::size_t>(step));
                    caveats(at, step);
                    if (takes_pools(activity, pathway_)) say(at, "leaves out places that stay empty because what they take is not free");
                }
            sums.finish(at);
            found_.push_back(std::move(at));
        };
        for (auto const& session : pathway_.sessions) {
            auto at = load_at(session.name, "session/" + sessions.next(session.name), false);
            at.load.capacity = places_per_week(session, pathway_.starts);
            places(std::move(at), [&](Activity const& activity) { return activity.session == session.name; });
        }
        for (auto const& activity : pathway_.activities) {
            auto path = "activity/" + activities.next(activity.name);
            if (!activity.batch || activity.batch->cap == 0) continue;
            auto at = load_at(activity.name, path + "/batch", false);
            at.load.capacity = meetings_per_week(*activity.batch, pathway_.starts) * activity.batch->cap;
            places(std::move(at), [&](Activity const& other) { return &other == &activity; });
        }
    }

    void caveats(LoadAt& at, int step) const
    {
        auto const n = static_cast<std::size_t>(step);
        if (unknown_.fewer[n]) {
            at.at_most = true;
            say(at, "counts patients who leave a queue early, or are taken by an event, as if they stayed");
        }
        if (unknown_.more[n]) say(at, "leaves out those who come here because they left a queue early or by an event");
        if (unknown_.traced) say(at, "takes the trace as an even stream");
        if (unknown_.growing) say(at, "is that of the first year");
    }

    void stay_text(LoadAt& at, Stay const& stay) const
    {
        say(at, "leaves out the time that patients wait while they hold it");
        auto const held = held_at(stay, graph_);
        for (std::size_t i = 0; i < held.size(); ++i)
            if (held[i] && graph_.steps()[i].kind == StepKind::fork)
                say(at, "counts branches in parallel one after the other");
    }

    /// Says whether patients may have to stay at a step because there is no room where they go.
    bool blocks(int step) const
    {
        auto const& here = graph_.steps()[static_cast<std::size_t>(step)];
        return std::any_of(here.next.begin(), here.next.begin() + static_cast<std::ptrdiff_t>(here.by_route),
                           [&](int next) {
                               auto const* const activity =
                                   next == graph_.exit() ? nullptr : find(pathway_.activities, graph_.name(next));
                               return activity && activity->room;
                           });
    }

    bool repeats(Resource const& resource) const
    {
        auto const again = [](auto rule) {
            using Rule = decltype(rule);
            return rule == Rule::repeat_identical || rule == Rule::repeat_different;
        };
        return again(resource.preemption) || again(resource.end_of_shift) ||
               std::any_of(pathway_.downtimes.begin(), pathway_.downtimes.end(), [&](Downtime const& downtime) {
                   auto const& names = downtime.resources;
                   return again(downtime.in_hand) &&
                          std::find(names.begin(), names.end(), resource.name) != names.end();
               });
    }

    Pathway const& pathway_;
    Graph const& graph_;
    Traffic const& traffic_;
    Unknown unknown_;
    std::vector<Ask> asks_;
    std::vector<LoadAt> found_;
};

} // namespace

// A queue whose load is exactly 1 grows too, only slower than any straight line.
void judge(LoadAt const& at, bool allowed, base::Diagnostics& faults)
{
    auto const& load = at.load;
    if (load.capacity <= 0) return; // never open: reported as that
    double const excess = load.per_week - load.capacity, noise = 4.89 * at.standard_error;
    if (load.per_week < load.capacity * (1.0 - 1e-9) - (at.standard_error > 0 ? noise : 0.0)) return;
    char const* const unit = at.timed ? "h" : "places";
    double const lasting = load.per_week - at.traced - at.listed;
    if (lasting < load.capacity * (1.0 - 1e-9)) {
        bool const ends = load.per_week - at.listed >= load.capacity * (1.0 - 1e-9);
        return faults.warning(
            code::unstable, at.path,
            fmt::format("{} {} a week are asked for {}, there are {}: load {:.3f}", units::human(load.per_week, 4), unit,
                        ends ? "while the trace lasts" : "with its lists", units::human(load.capacity, 4), load.ratio()),
            ends ? "its list grows until the trace ends, and is worked off after that"
                 : "leave the hours of the lists out of its rota, or give the lists a resource of their own");
    }
    auto const per_patient = at.visits > 0 ? load.per_week / at.visits : 1.0;
    auto message = fmt::format("unstable: {} {} a week are asked for, there are {}: load {:.3f}",
                               units::human(load.per_week, 4), unit, units::human(load.capacity, 4), load.ratio());
    if (at.at_most) message += " if nobody leaves a queue early";
    if (excess > 0)
        message += fmt::format("; the list grows by {} patients a day", units::human(excess / per_patient / 7.0, 2));
    bool const certain = load.per_week - noise >= load.capacity * (1.0 - 1e-9);
    if (!certain)
        message += fmt::format(" (by sampled patients, standard error {})", units::human(at.standard_error, 2));
    auto const hint = fmt::format("it needs more than {} {} a week, or fewer patients; where growth is the question, "
                                  "write overload_allowed = true",
                                  units::human(load.per_week, 4), unit);
    if (allowed || !certain || at.at_most)
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
    auto loads = Loads{pathway, graph, traffic}.all();
    for (auto const& at : loads)
        if (auto const& text = at.load.leaves_out; !text.empty())
            faults.note(code::bound, at.path, fmt::format("the load of '{}' {}", at.load.name, text));
    // What others can do as well is counted beside it: nothing to note.
    for (auto& at : loads)
        if (!at.shared.empty()) at.load.leaves_out += at.load.leaves_out.empty() ? at.shared : "; " + at.shared;
    return loads;
}

} // namespace pathecon::pathway::detail
