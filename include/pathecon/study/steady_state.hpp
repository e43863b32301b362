// SPDX-License-Identifier: MIT
/// \file
/// A steady state is what a pathway settles into when it goes on as it is: how long that takes, and what times are
/// then.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <pathecon/stats/interval.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::study {

/// What the times of one interval settle to.
struct SteadyState {
    std::string arm{}, interval{};
    int replications = 0;
    std::size_t patients = 0;  ///< In the series of each replication: as many as the shortest has.
    bool is_too_short = false; ///< The series has not settled: take a longer horizon; the mean is not to be used.
    std::size_t warm_up_patients = 0; ///< To leave out at the start.
    units::Duration warm_up{};        ///< The time in which as many come: advice for `Study::warm_up`.
    stats::Interval mean{};           ///< Hours, of the patients after those.
};

/// Simulates one arm from empty, without a warm-up, at the base values of its inputs, over warm_up + horizon of the
/// study; puts the times of the interval in the order of arrival; averages the replications patient by patient, cuts
/// the start by MSER-5, and gives the mean of what remains: over replications by Student's t (replication and deletion;
/// Law, Simulation Modeling and Analysis, 5th ed., 2015, section 9.5.2), or, of a single replication, over 20 batches
/// of successive patients.
///
/// It means something where rates do not vary over the week; elsewhere there is a cycle, not a steady state. The
/// patients must come from one source, so that their order is known; those not followed to their end are missing.
/// One that is cancelled is too short and has no replication.
/// Throws base::InvalidInput with the faults of the study, and where the arm, the interval or its one source is not
/// there.
SteadyState steady_state(Study const& study, std::string_view arm, std::string_view interval,
                         RunOptions const& options = {});

} // namespace pathecon::study
