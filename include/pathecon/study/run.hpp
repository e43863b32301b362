// SPDX-License-Identifier: MIT
/// \file
/// A run simulates every arm of a study under the same luck and keeps what happened.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/effect/portfolio.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/sim/runs.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/study/study.hpp>

namespace pathecon::study {

/// How far a run has come.
struct Progress {
    std::int64_t done = 0;  ///< Simulations finished.
    std::int64_t total = 0; ///< Simulations asked for: draws x replications x arms; a precision raises it as it looks.
};

struct RunOptions {
    int threads = 0; ///< 0 takes as many as the machine has.
    std::function<void(Progress const&)>
        progress{};                            ///< Called on the calling thread, about every 50 ms and at the end.
    std::atomic<bool> const* cancel = nullptr; ///< True ends the run within half a second; what is finished is kept.
};

/// A draw of an arm in which more is asked of something limited than it can give, so that its queue has no steady
/// length.
struct Overload {
    int draw = 0;
    std::string name; ///< Of the resource, session or batch.
    double load = 0;  ///< At least 1.
    bool operator==(Overload const&) const = default;
};

/// What an arm is at the base values of its inputs.
struct ArmModel {
    std::string name{};
    Role role = Role::option;
    effect::Applied applied{};          ///< The pathway after the tools, their charges and their changes.
    std::vector<pathway::Load> loads{}; ///< Of everything limited.
    std::vector<Overload> overloads{};  ///< Of every draw that was simulated.
};

/// How closely an answer is known in the end, against a goal of the study's precision.
struct Achieved {
    std::string interval{}, arm{};
    std::string comparator{}; ///< Empty where the answer is not a difference but the first arm's own.
    Measure measure = Measure::mean;
    double asked = 0;        ///< Half-width in hours, or of a share.
    stats::Interval value{}; ///< In the same unit, at 95 %.
    [[nodiscard]] bool is_met() const { return stats::half_width(value) <= asked; }
};

/// What run() gives. `arms` and `runs.arms` are in the same order; the first is the comparator.
struct StudyResult {
    Study study{}; ///< As it was asked for.
    std::vector<ArmModel> arms{};
    sim::Runs runs{};
    base::Diagnostics warnings{};     ///< Of the checks.
    bool partial = false;             ///< The run was cancelled.
    std::int64_t simulated = 0;       ///< Simulations that were made for this result.
    std::vector<Achieved> achieved{}; ///< One a goal of the study's precision and arm.
};

/// Runs a study. Throws base::InvalidInput with every fault of the study, its pathway and its arms, and when the
/// comparator is overloaded at the base values of its inputs without `overload_allowed`; an overload elsewhere is
/// simulated, kept in `ArmModel::overloads` and warned of. The result is the same bits for any number of threads.
/// Effects that are callables are called on the calling thread only, in the order of draws and arms. A cancelled run
/// keeps whole draws, at least two of them, or, of a study of one draw, whole replications of every arm; nothing when
/// there are none.
///
/// With a precision, replications are added at predeclared totals until every goal is met; each look is at whole
/// replications of every arm up to its total, so that the result is again the same for any number of threads.
StudyResult run(Study const& study, RunOptions const& options = {});

/// Makes the models of every arm at the base values and lists all faults: of the study, of the base pathway, of each
/// tool and of each arm's pathway, each once. Simulates nothing. This is what `validate` runs.
std::vector<ArmModel> models_of(Study const& study, base::Diagnostics& diagnostics);

/// Lists what the tools of each arm change: arm, path, before, after, tool, effect, source.
base::Table explain(Study const& study);
base::Table explain(std::vector<ArmModel> const& arms);

} // namespace pathecon::study
