// SPDX-License-Identifier: MIT
#include "dice.hpp"

#include <algorithm>
#include <cmath>

#include <pathecon/units/date.hpp>
#include <pathecon/units/week.hpp>

namespace reference {

using pathway::TimeDistribution;
using units::Duration;

Duration Parts::time(double minutes)
{
    double const drawn = minutes * (0.3 + 1.4 * dice.u());
    if (grid) return std::max(1.0, std::round(drawn / step)) * units::minutes(step);
    return units::minutes(drawn);
}

TimeDistribution Parts::takes(double minutes)
{
    if (grid) {
        if (dice.maybe(0.5)) return time(minutes);
        return pathway::empirical({time(minutes), time(minutes), time(2 * minutes)}, {1.0, 2.0, 1.0});
    }
    Duration const mean = time(minutes);
    switch (dice.from(0, 9)) {
    case 0:
        return mean;
    case 1:
        return pathway::lognormal(mean, mean * 0.5);
    case 2:
        return pathway::gamma(mean, mean * 0.6);
    case 3:
        return pathway::erlang(dice.from(1, 4), mean);
    case 4:
        return pathway::weibull(mean, mean * 0.8);
    case 5:
        return pathway::normal(mean, mean * 0.7);
    case 6:
        return pathway::triangular(mean * 0.5, mean, mean * 2.0);
    case 7:
        return pathway::uniform(mean * 0.5, mean * 1.5);
    case 8:
        return pathway::lognormal_median(mean, 0.4);
    default:
        return pathway::exponential(mean);
    }
}

std::vector<pathway::TimeCase> Parts::cases(double p, double minutes)
{
    std::vector<pathway::TimeCase> made_cases;
    if (dice.maybe(p))
        if (auto condition = where(1); !condition.empty()) made_cases.push_back({condition, takes(minutes)});
    return made_cases;
}

std::string Parts::where(double p, bool tests)
{
    if (!dice.maybe(p)) return {};
    std::vector<std::string> terms;
    for (auto const& attribute : made.attributes) {
        if (attribute.levels.empty()) {
            terms.push_back(attribute.name);
            terms.push_back("not " + attribute.name);
            continue;
        }
        for (auto const& level : attribute.levels)
            terms.push_back(attribute.name + (dice.maybe(0.5) ? " = " : " != ") + level);
    }
    if (tests)
        for (auto const& test : made.tests) terms.push_back((dice.maybe(0.3) ? "not " : "") + test.name);
    if (made.arrivals.size() > 1)
        for (auto const& arrivals : made.arrivals) terms.push_back("source = " + arrivals.name);
    if (terms.empty()) return {};
    auto text = dice.pick(terms);
    if (dice.maybe(0.2)) text += " and " + dice.pick(terms);
    return text;
}

pathway::Chance Parts::chance(double p)
{
    pathway::Chance made_chance{.p = units::Probability{p}};
    if (dice.maybe(0.25))
        if (auto condition = where(1); !condition.empty())
            made_chance.cases.push_back({condition, units::Probability{share()}});
    return made_chance;
}

std::string Parts::clock(int low, int high)
{
    Duration const at = units::hour * static_cast<double>(dice.from(low, high)) +
                        units::minutes(grid ? step * dice.from(0, static_cast<int>(60 / step) - 1) : 0);
    return units::clock_text(std::min(at, units::day));
}

std::string Parts::days()
{
    return dice.pick({"daily", "daily", "Mon-Fri", "Mon Wed Fri", "Tue Thu Sat", "Mon-Thu", "Sat Sun Mon"});
}

std::string Parts::weeks() { return dice.maybe(0.12) ? dice.pick({"1 of 2", "2 of 2", "1 3 of 3", "2 of 3"}) : std::string{}; }

pathway::Rota Parts::rota(int most)
{
    using pathway::Shift;
    auto const servers = [&] { return dice.from(1, most); };
    switch (dice.from(0, 5)) {
    case 0:
        return {{Shift{.days = days(), .from = clock(6, 10), .to = clock(14, 20), .servers = servers(), .weeks = weeks()}}};
    case 1: // two shifts that overlap
        return {{Shift{.from = clock(6, 8), .to = clock(14, 16), .servers = servers()},
                 Shift{.from = clock(12, 13), .to = clock(19, 23), .servers = servers()}}};
    case 2: // nights
        return {{Shift{.from = clock(19, 22), .to = clock(6, 8), .servers = servers()},
                 Shift{.days = days(), .from = "08:00", .to = "20:00", .servers = servers()}}};
    case 3: // never nobody
        return {{Shift{.servers = 1},
                 Shift{.days = days(), .from = clock(7, 10), .lasts = time(300), .servers = servers(), .weeks = weeks()}}};
    default:
        return pathway::Rota::always(servers());
    }
}

std::vector<pathway::Closure> Parts::closures(bool any)
{
    if (!any || made.starts.empty()) return {};
    auto const day = *units::parse_date(made.starts) + dice.from(0, 4);
    std::vector<pathway::Closure> some{{.from = units::date_text(day)}};
    if (dice.maybe(0.5)) some.front().until = units::date_text(day + dice.from(0, 2));
    if (dice.maybe(0.3)) some.push_back({.from = units::date_text(day + 7)});
    return some;
}

pathway::SessionList Parts::list(Duration slot)
{
    pathway::SessionList made_list{.days = days(), .from = dice.maybe(0.1) ? clock(20, 23) : clock(8, 13)};
    if (dice.maybe(0.5))
        made_list.slots = dice.from(2, 10);
    else
        made_list.lasts = slot * (dice.from(2, 10) + 0.5);
    made_list.weeks = weeks();
    return made_list;
}

std::vector<std::string> Parts::steps() const
{
    std::vector<std::string> names;
    for (auto const& noun : made.activities) names.push_back(noun.name);
    for (auto const& noun : made.delays) names.push_back(noun.name);
    for (auto const& noun : made.forks) names.push_back(noun.name);
    for (auto const& noun : made.joins) names.push_back(noun.name);
    return names;
}

std::string Parts::point()
{
    auto const name = dice.pick(steps());
    if (pathway::find(made.forks, name) || pathway::find(made.joins, name)) return name;
    return name + dice.pick({"", "", ".arrive", ".start"});
}

} // namespace reference
