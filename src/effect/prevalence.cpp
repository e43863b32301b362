// SPDX-License-Identifier: MIT
#include <pathecon/effect/prevalence.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/rates.hpp>

namespace pathecon::effect {

namespace {

using Terms = std::vector<pathway::Term>;

/// A patient as far as drawn: the level of each attribute, "" and "yes" for no and yes.
using Patient = std::map<std::string, std::string, std::less<>>;

bool meets(Patient const& patient, Terms const& terms)
{
    return std::all_of(terms.begin(), terms.end(), [&](auto const& term) {
        auto const found = patient.find(term.attribute);
        bool const is =
            found != patient.end() && (term.level.empty() ? !found->second.empty() : found->second == term.level);
        return is != term.negated;
    });
}

struct Enumeration {
    pathway::Pathway const& pathway;
    std::string& why;
    std::vector<pathway::Attribute const*> needed{};
    Terms given{}, wanted{};
    Terms known{}; ///< Of a patient of a trace: not drawn.
    double meet_given = 0, meet_both = 0;

    bool read(std::string_view text, Terms& terms)
    {
        auto parsed = pathway::parse_condition(text, why);
        if (parsed) terms = std::move(*parsed);
        return parsed.has_value();
    }

    /// Marks an attribute, and what it depends on, as needed.
    bool need(std::string_view condition, std::set<std::string>& names)
    {
        Terms terms;
        if (!read(condition, terms)) return false;
        for (auto const& term : terms) {
            if (term.attribute == "source" || names.contains(term.attribute)) continue;
            auto const* attribute = find(pathway.attributes, term.attribute);
            if (!attribute) return why = fmt::format("'{}' is no attribute", term.attribute), false;
            names.insert(term.attribute);
            if (!need(attribute->where, names)) return false;
            for (auto const& one : attribute->is.cases)
                if (!need(one.where, names)) return false;
        }
        return true;
    }

    double chance_of(pathway::Chance const& chance, Patient const& patient)
    {
        for (auto const& one : chance.cases)
            if (Terms terms; read(one.where, terms) && meets(patient, terms)) return one.p.value.value();
        return chance.p.value.value();
    }

    void draw(std::size_t next, Patient& patient, double weight)
    {
        if (weight == 0.0) return;
        if (next == needed.size()) {
            if (!meets(patient, given)) return;
            meet_given += weight;
            if (meets(patient, wanted)) meet_both += weight;
            return;
        }
        auto const& attribute = *needed[next];
        auto const go = [&](std::string level, double p) {
            patient[attribute.name] = std::move(level);
            draw(next + 1, patient, weight * p);
        };
        auto const fixed = std::find_if(known.begin(), known.end(),
                                        [&](auto const& term) { return term.attribute == attribute.name; });
        if (fixed != known.end()) {
            go(fixed->level.empty() ? (fixed->negated ? "" : "yes") : fixed->level, 1.0);
            patient.erase(attribute.name);
            return;
        }
        Terms where;
        bool const can_have = read(attribute.where, where) && meets(patient, where);
        if (attribute.levels.empty()) {
            double const p = can_have ? chance_of(attribute.is, patient) : 0.0;
            go("yes", p);
            go("", 1.0 - p);
        } else if (!can_have) {
            go(attribute.levels.front(), 1.0);
        } else {
            double total = 0;
            for (auto const& share : attribute.shares) total += share.value;
            for (std::size_t i = 0; i < attribute.levels.size() && i < attribute.shares.size(); ++i)
                go(attribute.levels[i], attribute.shares[i].value / total);
        }
        patient.erase(attribute.name);
    }
};

bool can_reach(pathway::Pathway const& pathway, std::string const& from, std::string_view to)
{
    std::set<std::string, std::less<>> seen{from};
    std::vector<std::string> todo{from};
    auto const visit = [&](std::string const& step) {
        if (seen.insert(step).second) todo.push_back(step);
    };
    while (!todo.empty() && !seen.contains(to)) {
        std::string const step = todo.back();
        todo.pop_back();
        for (auto const& route : pathway.routes)
            if (route.from == step)
                for (auto const& branch : route.to) visit(branch.to);
        if (auto const* activity = find(pathway.activities, step)) {
            if (activity->patience) visit(activity->patience->to);
            for (auto const& rule : activity->balk) visit(rule.to);
            if (activity->no_show) visit(activity->no_show->to);
        }
        for (auto const& event : pathway.events) visit(event.to);
        if (auto const* fork = find(pathway.forks, step)) {
            for (auto const& branch : fork->branches) visit(branch);
            visit(fork->join);
        }
    }
    return seen.contains(to);
}

} // namespace

std::optional<double> prevalence(pathway::Pathway const& pathway, std::string_view condition, std::string_view given,
                                 std::string_view step, std::string& why)
{
    why.clear();
    Enumeration patients{pathway, why};
    std::set<std::string> names;
    if (!patients.need(condition, names) || !patients.need(given, names)) return std::nullopt;
    if (!patients.read(condition, patients.wanted) || !patients.read(given, patients.given)) return std::nullopt;
    for (auto const& attribute : pathway.attributes)
        if (names.contains(attribute.name)) patients.needed.push_back(&attribute);
    std::string const first =
        !pathway.first.empty() || pathway.activities.empty() ? pathway.first : pathway.activities.front().name;
    for (auto const& arrivals : pathway.arrivals) {
        if (!step.empty() && !can_reach(pathway, arrivals.to.empty() ? first : arrivals.to, step)) continue;
        Patient patient{{"source", arrivals.name}};
        double weight = pathway::patients_per_week(arrivals, pathway.starts);
        if (arrivals.appointments) weight *= 1.0 - patients.chance_of(arrivals.appointments->no_show, patient);
        if (arrivals.trace.empty()) {
            patients.draw(0, patient, weight);
            continue;
        }
        std::map<std::string, int> known;
        for (auto const& one : arrivals.trace) ++known[one.is];
        for (auto const& [is, count] : known) {
            if (!patients.read(is, patients.known)) return std::nullopt;
            patients.draw(0, patient, weight * count / static_cast<double>(arrivals.trace.size()));
        }
        patients.known.clear();
    }
    if (patients.meet_given <= 0.0) return why = "no patient meets the condition there", std::nullopt;
    return patients.meet_both / patients.meet_given;
}

} // namespace pathecon::effect
