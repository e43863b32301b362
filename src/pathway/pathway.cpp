// SPDX-License-Identifier: MIT
#include <pathecon/pathway/pathway.hpp>

#include <utility>

namespace pathecon::pathway {

namespace {

template <class Noun>
Pathway with(Pathway const& pathway, std::vector<Noun> Pathway::*list, Noun noun)
{
    Pathway changed = pathway;
    (changed.*list).push_back(std::move(noun));
    return changed;
}

} // namespace

Pathway Pathway::add(Arrivals noun) const { return with(*this, &Pathway::arrivals, std::move(noun)); }
Pathway Pathway::add(Attribute noun) const { return with(*this, &Pathway::attributes, std::move(noun)); }
Pathway Pathway::add(Test noun) const { return with(*this, &Pathway::tests, std::move(noun)); }
Pathway Pathway::add(Resource noun) const { return with(*this, &Pathway::resources, std::move(noun)); }
Pathway Pathway::add(Session noun) const { return with(*this, &Pathway::sessions, std::move(noun)); }
Pathway Pathway::add(Activity noun) const { return with(*this, &Pathway::activities, std::move(noun)); }
Pathway Pathway::add(Delay noun) const { return with(*this, &Pathway::delays, std::move(noun)); }
Pathway Pathway::add(Fork noun) const { return with(*this, &Pathway::forks, std::move(noun)); }
Pathway Pathway::add(Join noun) const { return with(*this, &Pathway::joins, std::move(noun)); }
Pathway Pathway::add(Stay noun) const { return with(*this, &Pathway::stays, std::move(noun)); }
Pathway Pathway::add(Event noun) const { return with(*this, &Pathway::events, std::move(noun)); }
Pathway Pathway::add(Downtime noun) const { return with(*this, &Pathway::downtimes, std::move(noun)); }
Pathway Pathway::add(Backlog noun) const { return with(*this, &Pathway::backlogs, std::move(noun)); }
Pathway Pathway::add(Route noun) const { return with(*this, &Pathway::routes, std::move(noun)); }
Pathway Pathway::add(Interval noun) const { return with(*this, &Pathway::intervals, std::move(noun)); }
Pathway Pathway::add(Outcome noun) const { return with(*this, &Pathway::outcomes, std::move(noun)); }
Pathway Pathway::add(BudgetLine noun) const { return with(*this, &Pathway::budget_lines, std::move(noun)); }

} // namespace pathecon::pathway
