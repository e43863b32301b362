// SPDX-License-Identifier: MIT
/// \file
/// Staff hours say what becomes of each staff group's time in an arm, hours a year.
#pragma once

#include <string>
#include <vector>

#include <pathecon/econ/estimate.hpp>
#include <pathecon/study/run.hpp>

namespace pathecon::report {

/// Hours a year in steady use, against the comparator: released = cash + capacity + absorbed, added to the rota, added
/// to the work.
struct StaffHours {
    std::string group;
    econ::Estimate released{}, cash{}, capacity{}, absorbed{}, opened{}, added{};
};

/// Lists every staff group whose time changes in an arm.
std::vector<StaffHours> staff_hours(study::StudyResult const& run, int arm);

} // namespace pathecon::report
