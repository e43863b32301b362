// SPDX-License-Identifier: MIT
/// \file
/// A pathway is the plain-data description of what happens to patients.
#pragma once

#include <string>
#include <vector>

#include <pathecon/pathway/activity.hpp>
#include <pathecon/pathway/arrivals.hpp>
#include <pathecon/pathway/attribute.hpp>
#include <pathecon/pathway/flow.hpp>
#include <pathecon/pathway/measure.hpp>
#include <pathecon/pathway/resource.hpp>

namespace pathecon::pathway {

/// What a tool changed or must answer for, kept with the pathway that it made.
struct Remark {
    int code = 0; ///< Of the messages' register (PE0...).
    std::string tool;
    std::string text;
    bool operator==(Remark const&) const = default;
};

/// The nouns of a pathway in the order in which they were added. Changed by copy.
struct Pathway {
    std::string name = "pathway";
    std::vector<Arrivals> arrivals{};
    std::vector<Attribute> attributes{};
    std::vector<Test> tests{};
    std::vector<Resource> resources{};
    std::vector<Session> sessions{};
    std::vector<Activity> activities{};
    std::vector<Delay> delays{};
    std::vector<Fork> forks{};
    std::vector<Join> joins{};
    std::vector<Stay> stays{};
    std::vector<Event> events{};
    std::vector<Downtime> downtimes{};
    std::vector<Backlog> backlogs{};
    std::vector<Route> routes{};
    std::vector<Interval> intervals{};
    std::vector<Outcome> outcomes{};
    std::vector<BudgetLine> budget_lines{};
    std::string first{}; ///< Step where arrivals enter unless they say otherwise; empty means the first activity.
    bool overload_allowed = false; ///< A list that grows is the question, not a fault.
    std::string starts{}; ///< Date of day 0, a Monday: "2026-01-05". Needed for holidays, dates and seasons.
    std::vector<Remark> remarks{};

    Pathway() = default;
    explicit Pathway(std::string name_)
        : name(std::move(name_))
    {}

    [[nodiscard]] Pathway add(Arrivals noun) const;
    [[nodiscard]] Pathway add(Attribute noun) const;
    [[nodiscard]] Pathway add(Test noun) const;
    [[nodiscard]] Pathway add(Resource noun) const;
    [[nodiscard]] Pathway add(Session noun) const;
    [[nodiscard]] Pathway add(Activity noun) const;
    [[nodiscard]] Pathway add(Delay noun) const;
    [[nodiscard]] Pathway add(Fork noun) const;
    [[nodiscard]] Pathway add(Join noun) const;
    [[nodiscard]] Pathway add(Stay noun) const;
    [[nodiscard]] Pathway add(Event noun) const;
    [[nodiscard]] Pathway add(Downtime noun) const;
    [[nodiscard]] Pathway add(Backlog noun) const;
    [[nodiscard]] Pathway add(Route noun) const;
    [[nodiscard]] Pathway add(Interval noun) const;
    [[nodiscard]] Pathway add(Outcome noun) const;
    [[nodiscard]] Pathway add(BudgetLine noun) const;

    bool operator==(Pathway const&) const = default;
};

/// Finds a noun by name in one of the pathway's lists; null when there is none.
template <class Noun>
Noun* find(std::vector<Noun>& nouns, std::string_view name)
{
    for (auto& noun : nouns)
        if (noun.name == name) return &noun;
    return nullptr;
}
template <class Noun>
Noun const* find(std::vector<Noun> const& nouns, std::string_view name)
{
    return find(const_cast<std::vector<Noun>&>(nouns), name);
}

} // namespace pathecon::pathway
