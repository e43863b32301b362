// SPDX-License-Identifier: MIT
/// \file
/// A replay simulates one replication of a study again, alone, and keeps what the study did not: every patient's log, or how
/// busy everybody was at each hour of the week.
#pragma once

#include <string_view>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/sim/event_log.hpp>
#include <pathecon/sim/occupancy.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/study.hpp>

namespace pathecon::study {

/// One replication of one arm in one draw, from 0. A study of one draw has its inputs at their base values.
struct Place {
    std::string_view arm{};     ///< Empty means the first.
    int draw = 0;
    int replication = 0;
};

struct Replay {
    sim::Network network{};
    sim::Replication happened{};        ///< To the bit what the study's own run had there.
    std::vector<sim::TraceRow> trace{};
};

/// Simulates a replication with its trace. Throws base::InvalidInput for a study with faults or a place that is not there.
/// `progress` and `cancel` of the options are obeyed as by run(), here and below; what was cancelled says so in its status.
Replay replay(Study const& study, Place place = {}, RunOptions const& options = {});

/// The log of one replication in somebody's columns; day 0 is the start date of the pathway (see sim::event_log).
base::Table event_log(Study const& study, Place place = {}, sim::LogFormat format = sim::LogFormat::vidigi, RunOptions const& options = {});

/// What an arm's occupancy was, over all replications of one draw.
struct Occupied {
    sim::Labels labels{};
    sim::Occupancy occupancy{};
    [[nodiscard]] base::Table by_hour() const { return sim::occupancy_table(labels, occupancy); }
    [[nodiscard]] base::Table waiting() const { return sim::waiting_table(labels, occupancy); }
    [[nodiscard]] base::Table lengths() const { return sim::lengths_table(labels, occupancy); }
    [[nodiscard]] base::Table taken() const { return sim::taken_table(labels, occupancy); }
};
Occupied occupancy_of(Study const& study, std::string_view arm = {}, int draw = 0, RunOptions const& options = {});

} // namespace pathecon::study
