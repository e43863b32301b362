// SPDX-License-Identifier: MIT
// The nouns of a pathway that say what is done for patients, by whom, and where they go next: each is its field table.
#include "core.hpp"
#include "read_pathway.hpp"

namespace pathecon::python {

void bind_nouns_of_work(py::module_& module)
{
    bind_noun<pathway::Surge>(module, "Surge");
    bind_noun<pathway::Resource>(module, "Resource");
    bind_noun<pathway::SessionList>(module, "SessionList");
    bind_noun<pathway::Session>(module, "Session");
    bind_noun<pathway::Alternative>(module, "Alternative");
    bind_noun<pathway::Use>(module, "Use");
    bind_noun<pathway::Attendance>(module, "Attendance");
    bind_noun<pathway::Priority>(module, "Priority");
    bind_noun<pathway::TimeCase>(module, "TimeCase");
    bind_noun<pathway::Adjustment>(module, "Adjustment");
    bind_noun<pathway::Batch>(module, "Batch");
    bind_noun<pathway::Bulk>(module, "Bulk");
    bind_noun<pathway::Booking>(module, "Booking");
    bind_noun<pathway::Patience>(module, "Patience");
    bind_noun<pathway::Balk>(module, "Balk");
    bind_noun<pathway::NoShow>(module, "NoShow");
    bind_noun<pathway::Activity>(module, "Activity");
    bind_noun<pathway::Delay>(module, "Delay");
    bind_noun<pathway::Elapsed>(module, "Elapsed");
    bind_noun<pathway::Branch>(module, "Branch");
    bind_noun<pathway::Route>(module, "Route");
    bind_noun<pathway::Fork>(module, "Fork");
    bind_noun<pathway::Join>(module, "Join");
    bind_noun<pathway::Stay>(module, "Stay");
    bind_noun<pathway::Event>(module, "Event");
    bind_noun<pathway::Downtime>(module, "Downtime");
}

} // namespace pathecon::python
