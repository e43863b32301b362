// SPDX-License-Identifier: MIT
// The nouns of a pathway that say who the patients are and what is measured: each is its field table.
#include "core.hpp"
#include "read_pathway.hpp"

namespace pathecon::python {

void bind_nouns_of_patients(py::module_& module)
{
    bind_noun<pathway::Profile>(module, "Profile");
    bind_noun<pathway::Appointments>(module, "Appointments");
    bind_noun<pathway::TracePatient>(module, "TracePatient");
    bind_noun<pathway::Arrivals>(module, "Arrivals");
    bind_noun<pathway::Backlog>(module, "Backlog");
    bind_noun<pathway::Attribute>(module, "Attribute");
    bind_noun<pathway::Test>(module, "Test");
    bind_noun<pathway::Pause>(module, "Pause");
    bind_noun<pathway::Interval>(module, "Interval");
    bind_noun<pathway::Outcome>(module, "Outcome");
    bind_noun<pathway::BudgetLine>(module, "BudgetLine");
}

} // namespace pathecon::python
