// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/units/format.hpp>

#include "checks.hpp"
#include "codes.hpp"
#include "options.hpp"

namespace pathecon::pathway::detail {

namespace {

void check_ways_to_come(std::string const& path, Arrivals const& noun, base::Diagnostics& faults)
{
    bool const rated = *noun.rate != units::Rate{} || noun.rate.evidence;
    struct Way {
        std::string_view member;
        bool given;
    };
    bool const listed = noun.appointments.has_value();
    Way const ways[] = {{"rate", rated}, {"between", noun.between.has_value()}, {"appointments", listed}, {"trace", !noun.trace.empty()}};
    if (std::none_of(std::begin(ways), std::end(ways), [](Way const& way) { return way.given; }))
        return faults.error(101, path + "/rate",
                            "nobody ever comes: there is no rate above 0, no time between patients, no appointment, and nobody in a trace",
                            "write rate = '70 per d'");
    for (auto const* other = std::begin(ways); other != std::end(ways); ++other)
        for (auto const* one = std::begin(ways); one != other; ++one)
            if (one->given && other->given)
                faults.error(108, path + "/" + std::string{other->member},
                             fmt::format("'{}' and '{}' are both given, where one is expected", one->member, other->member),
                             "keep one, or make two streams of arrivals");
    if (noun.between && why_not(*noun.between).empty() && !(to_distribution(*noun.between).mean() > 0))
        faults.error(code::time_impossible, path + "/between", "the time between patients is always 0: without end they come at once",
                     "write between = '12 min', or a group of patients who come together");
    if (noun.between) return;
    if (rated) return;
    Arrivals const plain{};
    auto const useless = [&](std::string_view member, bool given) {
        if (given)
            faults.error(code::demand_fault, path + "/" + std::string{member},
                         fmt::format("'{}' changes a rate, but these patients come by {}", member,
                                     listed ? "appointment" : "a trace"),
                         "leave it out");
    };
    useless("open", noun.open != plain.open);
    useless("profile", !noun.profile.empty());
    useless("season", !noun.season.empty());
    useless("growth", noun.growth != plain.growth);
    useless("dispersion", noun.dispersion != plain.dispersion);
    useless("group", noun.group != plain.group);
}

void check_factors(std::string const& path, Arrivals const& noun, base::Diagnostics& faults)
{
    base::detail::ElementNames names;
    for (auto const& profile : noun.profile) {
        auto const at = path + "/profile/" + names.next({});
        if (auto const why = why_not(Shift{.days = profile.days, .from = profile.from, .to = profile.to}); !why.empty())
            faults.error(code::rota_fault, at, "these times cannot be: " + why,
                         "write { days = 'Sat Sun', from = '10:00', to = '22:00', by = 1.4 }");
    }
    if (auto const n = noun.season.size(); n != 0 && n != 12)
        faults.error(code::demand_fault, path + "/season",
                     fmt::format("a season has a factor for each of 12 months, here are {}", n),
                     "write 12 numbers, January first");
    else if (n == 12 && std::all_of(noun.season.begin(), noun.season.end(), [](double by) { return by == 0.0; }))
        faults.error(code::never_open, path + "/season", "every month has the factor 0: nobody ever comes");
    if (!(*noun.growth > -1.0))
        faults.error(code::demand_fault, path + "/growth",
                     fmt::format("a growth of {} a year leaves less than nobody; it is above -1", *noun.growth),
                     "write 0.03 for 3 % more a year, -0.03 for 3 % less");
}

/// Checks what is known of a patient of a trace: attributes, each at one level.
void check_known(std::string const& path, std::string const& text, Vocabulary const& vocabulary,
                 base::Diagnostics& faults)
{
    if (base::trim(text).empty()) return;
    auto const terms = vocabulary.check(path, text, faults);
    if (!terms) return;
    std::map<std::string, std::string> fixed;
    for (auto const& term : *terms) {
        auto const& variable = *vocabulary.find(term.attribute);
        if (variable.kind != Variable::Kind::attribute)
            faults.error(code::demand_fault, path,
                         fmt::format("'{}' names '{}', which is {}", text, term.attribute,
                                     variable.kind == Variable::Kind::test ? "a test: its result is found on the way"
                                                                           : "the stream of these patients itself"),
                         "name attributes alone");
        else if (term.negated && !term.level.empty())
            faults.error(code::demand_fault, path,
                         fmt::format("'{}' says what '{}' is not, which leaves open what it is", text, term.attribute),
                         fmt::format("write '{} = {}', or leave it out", term.attribute, variable.levels.front()));
        else {
            std::string const level = term.level.empty() ? (term.negated ? "no" : "yes") : term.level;
            if (auto const [at, fresh] = fixed.emplace(term.attribute, level); !fresh && at->second != level)
                faults.error(code::demand_fault, path,
                             fmt::format("'{}' says two things of '{}'", text, term.attribute), "say one of them");
        }
    }
}

void check_trace(std::string const& path, Arrivals const& noun, Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    base::detail::ElementNames names;
    TracePatient const* before = nullptr;
    for (auto const& patient : noun.trace) {
        auto const at = path + "/trace/" + names.next({});
        if (before && patient.at < before->at)
            faults.error(code::demand_fault, at + "/at",
                         fmt::format("comes at {}, before the row above at {}", units::human(patient.at),
                                     units::human(before->at)),
                         "sort the trace by time");
        check_known(at + "/is", patient.is, vocabulary, faults);
        before = &patient;
    }
}

void check_backlog(std::string const& path, Backlog const& noun, Pathway const& pathway, base::Diagnostics& faults)
{
    bool const listed = !noun.waited.empty(), counted = noun.count > 0;
    if (listed && counted)
        faults.error(108, path + "/count", "'waited' and 'count' are both given, where one is expected",
                     "list how long each has waited, or say how many there are and their 'age'");
    if (!listed && !counted && noun.count == 0)
        faults.error(
            101, path + "/waited", "is missing: nobody is on this list",
            "write waited = [ '3 d', '10 d' ], or count = 40 and age = { uniform = { low = '0 d', high = '90 d' } }");
    if (!counted && noun.age != TimeDistribution{})
        faults.error(code::demand_fault, path + "/age", "'age' goes with 'count', which is not given",
                     "write count = 40, or leave 'age' out");
    if (auto const* const activity = find(pathway.activities, noun.at); activity && !can_queue(*activity, pathway))
        faults.warning(code::queue_fault, path + "/at",
                       fmt::format("nobody waits at '{}': these patients start there at once", noun.at),
                       "name the activity whose queue they are in");
    else if (!activity && (find(pathway.delays, noun.at) || find(pathway.forks, noun.at)))
        faults.warning(
            code::queue_fault, path + "/at",
            fmt::format("nobody waits at '{}', which is no activity: these patients begin it at tick 0", noun.at),
            "name the activity whose queue they are in");
    else if (find(pathway.joins, noun.at))
        faults.error(code::demand_fault, path + "/at",
                     fmt::format("'{}' is a join: its branches would be missing", noun.at),
                     "name an activity in front of the fork or behind the join");
}

} // namespace

void check_demand(Pathway const& pathway, Vocabulary const& vocabulary, base::Diagnostics& faults)
{
    base::detail::ElementNames arrivals, backlogs;
    for (auto const& noun : pathway.arrivals) {
        auto const path = "arrivals/" + arrivals.next(noun.name);
        check_ways_to_come(path, noun, faults);
        check_factors(path, noun, faults);
        check_trace(path, noun, vocabulary, faults);
    }
    for (auto const& noun : pathway.backlogs)
        check_backlog("backlog/" + backlogs.next(noun.name), noun, pathway, faults);
}

} // namespace pathecon::pathway::detail
