// SPDX-License-Identifier: MIT
/// \file
/// Stories with few patients, told line by line: who did what at which exact time.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "trace_fixture.hpp"

namespace story {

using pathway::Activity, pathway::Delay, pathway::EndOfShift, pathway::Interval, pathway::Preemption, pathway::Stay;
using Lines = std::vector<std::string>;
using Times = std::vector<units::Duration>;

/// Patients who come at these times, the first of them number 0.
inline Arrivals at(Times const& times, std::string name = "patients")
{
    Arrivals arrivals{.name = std::move(name)};
    for (auto const time : times) arrivals.trace.push_back({.at = time});
    return arrivals;
}

/// Patients who come at these times and are such.
inline Arrivals at(std::vector<pathway::TracePatient> rows)
{
    Arrivals arrivals;
    arrivals.trace = std::move(rows);
    return arrivals;
}

/// A yes/no attribute that nobody has unless the trace says so.
inline Attribute known(std::string name) { return {.name = std::move(name), .is = pathway::bernoulli(0.0)}; }

inline Resource staff(std::string name, int servers = 1)
{
    return {.name = std::move(name), .rota = Rota::always(servers)};
}

inline Activity work(std::string name, std::string resource, pathway::TimeDistribution takes)
{
    Activity activity{.name = std::move(name), .takes = std::move(takes)};
    activity.uses = {{.resource = std::move(resource)}};
    return activity;
}

/// The simplest clinic: one doctor, always there, who sees everybody for as long.
inline Pathway clinic(Arrivals arrivals, pathway::TimeDistribution takes = 30 * minute)
{
    return Pathway{"clinic"}.add(std::move(arrivals)).add(staff("doctor")).add(work("see", "doctor", std::move(takes)));
}

/// "9:05", "Tue 9:05", "Tue+1 9:05" (of the second week); seconds and what is left of them only where there are any.
inline std::string clock(sim::Ticks time)
{
    static constexpr char const* names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    if (time < 0) return "-" + clock(-time);
    auto const days = time / day.ticks(), weeks = days / 7, us = time % minute.ticks();
    std::string text = days == 0 ? "" : names[days % 7];
    if (weeks > 0) text += fmt::format("+{}", weeks);
    if (days > 0) text += ' ';
    text += fmt::format("{}:{:02}", time % day.ticks() / hour.ticks(), time % hour.ticks() / minute.ticks());
    return us == 0 ? text : text + fmt::format(" and {} s", static_cast<double>(us) / 1e6);
}

struct Story : Told {
    sim::Labels labels;

    [[nodiscard]] std::string who(std::int64_t patient) const
    {
        auto const number = patient & ((std::int64_t{1} << 40) - 1);
        auto const& sources = labels.sources;
        return sources.size() == 1 ? std::to_string(number)
                                   : sources[static_cast<std::size_t>(patient >> 40)] + " " + std::to_string(number);
    }

    /// "0:25 1 renege see": the clock, the patient, what, the step. Arrivals, joining a queue and leaving are left out
    /// unless asked for.
    [[nodiscard]] Lines lines(std::initializer_list<What> also = {}) const
    {
        static constexpr char const* names[] = {"arrival", "queue", "start",  "end",    "exit",   "put_back",
                                                "resume",  "balk",  "block", "renege", "missed", "event", "put_off"};
        Lines lines;
        for (auto const& row : trace) {
            bool const told = row.what != What::arrival && row.what != What::queue && row.what != What::exit;
            if (!told && std::find(also.begin(), also.end(), row.what) == also.end()) continue;
            auto line = clock(row.time) + " " + who(row.patient) + " " + names[static_cast<std::size_t>(row.what)];
            if (row.step >= 0) line += " " + labels.steps[static_cast<std::size_t>(row.step)];
            lines.push_back(std::move(line));
        }
        return lines;
    }

    /// The lines of one kind.
    [[nodiscard]] Lines only(What what) const
    {
        Lines some;
        for (auto const& row : trace)
            if (row.what == what)
                some.push_back(clock(row.time) + " " + who(row.patient) +
                               (row.step >= 0 ? " " + labels.steps[static_cast<std::size_t>(row.step)] : ""));
        return some;
    }
};

/// Runs the pathway for a week (or `window`) and tells what happened.
inline Story read(Pathway const& pathway, units::Duration window = week, std::uint64_t seed = 1)
{
    auto const network = sim::compile(pathway::check(pathway));
    Story story;
    story.labels = network.labels;
    story.run = sim::simulate(network, {.seed = seed}, {.window = window, .follow_up = 52 * week}, story.trace);
    return story;
}

} // namespace story
