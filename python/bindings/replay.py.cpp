// SPDX-License-Identifier: MIT
// Replications seen closely, and questions put to a study.
#include <fmt/format.h>
#include <pathecon/study/replay.hpp>
#include <pathecon/study/verify.hpp>
#include <pathecon/units/duration.hpp>
#include <pybind11/stl.h>

#include "core.hpp"
#include "table.hpp"
#include "watch.hpp"

namespace pathecon::python {

namespace {

sim::LogFormat format_of(std::string const& name)
{
    if (name == "vidigi") return sim::LogFormat::vidigi;
    if (name == "bupar") return sim::LogFormat::bupar;
    if (name == "pm4py") return sim::LogFormat::pm4py;
    throw py::value_error{"expected 'vidigi', 'bupar' or 'pm4py', found '" + name + "'"};
}

std::string word_of(study::Verdict verdict)
{
    switch (verdict) {
    case study::Verdict::holds: return "holds";
    case study::Verdict::fails: return "fails";
    default: return "skipped";
    }
}

} // namespace

void bind_replay(py::module_& module)
{
    using study::Occupied;
    module.def(
        "event_log",
        [](study::Study const& study, std::string const& arm, int draw, int replication, std::string const& format) {
            auto const columns = format_of(format);
            return std::make_shared<base::Table>(watched([&](study::RunOptions const& options) {
                return study::event_log(study, {.arm = arm, .draw = draw, .replication = replication}, columns, options);
            }));
        },
        py::arg("study"), py::arg("arm") = "", py::kw_only(), py::arg("draw") = 0, py::arg("replication") = 0, py::arg("format") = "vidigi",
        "event_log(study: Study, arm: str = '', *, draw: int = 0, replication: int = 0, format: str = 'vidigi') -> pathecon._core.base.Table\n\n"
        "Simulates one replication again and tells every patient's way in the columns of vidigi, bupaR or pm4py.");
    py::class_<Occupied>(module, "Occupied", "How busy an arm's resources were at each hour of the week, and how long its queues.")
        .def(
            "__repr__",
            [](Occupied const& o) {
                return fmt::format("Occupied({} resources, {} steps, {:.6g} days observed: see by_hour(), taken(), waiting(), lengths())",
                                   o.labels.resources.size(), o.labels.steps.size(), units::Duration::from_ticks(o.occupancy.window).days());
            },
            "__repr__(self) -> str")
        .def(
            "by_hour", [](Occupied const& o) { return frame_of(o.by_hour()); },
            "by_hour(self) -> typing.Any\n\nresource, hour (of the week), busy, open, utilisation.")
        .def(
            "taken", [](Occupied const& o) { return frame_of(o.taken()); },
            "taken(self) -> typing.Any\n\nresource, taken (servers at work or held), share (of the time); of resources with a rota.")
        .def(
            "waiting", [](Occupied const& o) { return frame_of(o.waiting()); },
            "waiting(self) -> typing.Any\n\nstep, hour (of the week), waiting (mean number).")
        .def(
            "lengths", [](Occupied const& o) { return frame_of(o.lengths()); },
            "lengths(self) -> typing.Any\n\nstep, length, share (of the time).");
    module.def(
        "occupancy_of",
        [](study::Study const& study, std::string const& arm, int draw) {
            return watched([&](study::RunOptions const& options) { return study::occupancy_of(study, arm, draw, options); });
        },
        py::arg("study"), py::arg("arm") = "", py::kw_only(), py::arg("draw") = 0,
        "occupancy_of(study: Study, arm: str = '', *, draw: int = 0) -> Occupied\n\nSimulates one arm again, all replications of a draw.");
    module.def(
        "verify",
        [](study::Study const& study, ledger::Tariff const& tariff, int replications) {
            py::list made;
            auto const all = watched([&](study::RunOptions const& options) { return study::verify(study, tariff, replications, options); });
            for (auto const& one : all) made.append(py::make_tuple(one.claim, word_of(one.verdict), one.found));
            return made;
        },
        py::arg("study"), py::arg("tariff"), py::arg("replications") = 4,
        "verify(study: Study, tariff: pathecon._core.ledger.Tariff, replications: int = 4) -> list[tuple[str, str, str]]\n\n"
        "Puts questions to a study whose answers are known: (claim, holds | fails | skipped, what was found).");
}

} // namespace pathecon::python
