// SPDX-License-Identifier: MIT
/// \file
/// A replication is what happened in one simulated run of one arm: integers only, so that it is the same bits everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pathecon/base/wide.hpp>
#include <pathecon/sim/counts.hpp>
#include <pathecon/sim/node.hpp>
#include <pathecon/stats/histogram.hpp>

namespace pathecon::sim {

/// Names of what the columns of a replication are about; a position in one of these lists is the id used below.
/// Arms may differ (a tool can add a step), so there is one set an arm.
struct Labels {
    std::vector<std::string> sources{}, steps{}, resources{}, groups{}, sessions{}, intervals{}, outcomes{};
    std::vector<std::int32_t> group_of{};       ///< One a resource: its staff group.
    std::vector<std::string> events{}, stays{}, downtimes{};
    /// The levels of priority of each step where patients wait; a class is one of them. Steps without levels have one.
    struct Class {
        std::int32_t step = 0, level = 0;
        bool operator==(Class const&) const = default;
    };
    std::vector<Class> classes{};
    bool operator==(Labels const&) const = default;
};

/// How a run ended.
enum class RunStatus { ok, limit_reached, cancelled };

/// One patient's time on an interval whose rows are kept. `patient` = source << 40 | number of the arrival at that source.
struct IntervalRow {
    std::int32_t interval = 0;
    std::int32_t period = 0;                    ///< In which the patient arrived, from 0.
    std::int64_t patient = 0;
    Ticks ticks = 0;
    bool operator==(IntervalRow const&) const = default;
};

/// Everything that a replication keeps: what is counted of the whole window, and of each of its periods.
struct Replication : Counts {
    RunStatus status = RunStatus::ok;
    std::int64_t events = 0;
    Ticks end = 0;                                      ///< Simulated time at which the run stopped.

    /// [period], each counted as the window is: by the patient's arrival, or by the time at which it happens. They add up to
    /// the whole, tick by tick. Empty where the window is one period.
    std::vector<Counts> periods;
    std::vector<IntervalRow> rows;                                          ///< In the order of the clocks' stops.

    /// Little's law on the sample path, in patient-ticks: the time-integral of the number in the system up to `end`, and the
    /// sum of everybody's time in it up to then, accumulated apart. They are the same integer; every run checks it.
    base::i128 number_integral = 0, stays = 0;

    bool operator==(Replication const&) const = default;
};

/// Histograms of many replications.
struct Histograms {
    std::vector<stats::Histogram> intervals, queues, classes;
    bool operator==(Histograms const&) const = default;
};

/// Histograms of many replications of one arm, merged: a replication's own are large, and only their sum is reported. So
/// periods multiply the histograms of an arm and of the runs under way, never those of every replication.
struct Pooled : Histograms {
    std::vector<Histograms> periods;            ///< [period]; empty where the window is one.
    bool operator==(Pooled const&) const = default;
};

/// Adds a replication's histograms to the pool and takes them out of the replication; its quantiles stay.
void pool(Replication& replication, Pooled& pooled);

/// Adds all that another pool holds.
void merge(Pooled& into, Pooled const& from);

} // namespace pathecon::sim
