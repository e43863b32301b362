// SPDX-License-Identifier: MIT
/// \file
/// What luck decides, and what is known of patients.
#include <stdexcept>

#include <pathecon/random/uniform.hpp>

#include "hospital.hpp"

namespace reference {

/// The id under which a source's patients draw.
static std::uint64_t key_of(std::string const& source) { return (random::tag_of(source) >> 42) << 41; }

double Hospital::uniform(std::string const& decision, std::uint64_t id, int visit) const
{
    return random::uniform(random::word(luck_, random::purpose_of(decision), id, static_cast<std::uint32_t>(visit)));
}

double Hospital::uniform(std::string const& decision, Patient const& patient, int visit) const
{
    return uniform(decision, key_of(patient.source_name) | static_cast<std::uint64_t>(patient.number), visit);
}

bool Hospital::holds(std::string const& condition, Patient const& patient) const
{
    auto found = terms_.find(condition);
    if (found == terms_.end()) {
        std::string why;
        found = terms_.emplace(condition, pathway::parse_condition(condition, why)).first;
    }
    if (!found->second) throw std::logic_error("unreadable condition: " + condition);
    for (auto const& term : *found->second) {
        auto const has = patient.known.at(term.attribute);
        bool const is = has == (term.level.empty() ? "yes" : term.level);
        if (is == term.negated) return false;
    }
    return true;
}

double Hospital::chance(pathway::Chance const& chance, Patient const& patient) const
{
    for (auto const& one : chance.cases)
        if (holds(one.where, patient)) return one.p->value();
    return chance.p->value();
}

random::Distribution const& Hospital::law_of(pathway::TimeDistribution const& takes) const
{
    auto found = laws_.find(&takes);
    if (found == laws_.end()) found = laws_.emplace(&takes, pathway::to_distribution(takes)).first;
    return found->second;
}

double Hospital::drawn(pathway::TimeDistribution const& takes, std::vector<pathway::TimeCase> const& cases,
                       Patient const& patient, std::string const& decision, int visit) const
{
    auto const* law = &takes;
    for (auto const& one : cases)
        if (holds(one.where, patient)) {
            law = &one.takes;
            break;
        }
    return law_of(*law).sample(uniform(decision, patient, visit));
}

Ticks Hospital::time_of(pathway::TimeDistribution const& takes, std::vector<pathway::TimeCase> const& cases,
                        Patient const& patient, std::string const& decision, int visit) const
{
    return static_cast<Ticks>(drawn(takes, cases, patient, decision, visit) + 0.5);
}

/// How long the step takes this token, when these serve.
Ticks Hospital::work_of(Token const& token, std::vector<Held> const& served_by) const
{
    Patient const& patient = *token.patient;
    int const visit = token.visit | token.attempt << 16;
    if (auto const* delay = find(pathway_.delays, token.step))
        return time_of(delay->takes, delay->cases, patient, luck_of(token.step) + "/takes", visit);
    if (token.step.ends_with(".booking")) {
        auto const name = token.step.substr(0, token.step.size() - 8);
        auto const& booking = *activity(name)->booking;
        return time_of(booking.lag, booking.cases, patient, luck_of(name) + "/booking", visit);
    }
    auto const& work = *activity(token.step);
    double time = drawn(work.takes, work.cases, patient, luck_of(token.step) + "/takes", visit);
    for (auto const& held : served_by) time = time * held.by;
    for (auto const& adjustment : work.adjustments) {
        if (!holds(adjustment.where, patient)) continue;
        auto const decision = adjustment.luck_name.empty() ? adjustment.tool + "/use" : adjustment.luck_name;
        if (adjustment.share->value() < 1 && uniform(decision, patient, visit) >= adjustment.share->value()) continue;
        time = time * *adjustment.by + static_cast<double>(adjustment.add->ticks());
        time = time > 0 ? time : 0;
    }
    return static_cast<Ticks>(time + 0.5);
}

/// Draws what is not fixed, in the order of declaration.
void Hospital::draw_attributes(Patient& patient, std::set<std::string> const& fixed) const
{
    for (auto const& attribute : pathway_.attributes) {
        if (fixed.contains(attribute.name)) continue;
        auto& value = patient.known[attribute.name];
        value = attribute.levels.empty() ? "no" : attribute.levels.front();
        if (!holds(attribute.where, patient)) continue;
        auto const decision = "attribute/" + (attribute.luck_name.empty() ? attribute.name : attribute.luck_name);
        double const u = uniform(decision, patient, 0);
        if (attribute.levels.empty()) {
            double const p = chance(attribute.is, patient);
            if (p > 0 && (p >= 1 || u < p)) value = "yes";
            continue;
        }
        double total = 0, sum = 0;
        for (auto const& share : attribute.shares) total += *share;
        for (std::size_t i = 0; i < attribute.levels.size(); ++i) {
            value = attribute.levels[i];
            sum += *attribute.shares[i] / total;
            if (u < sum) break;
        }
    }
}

/// Gives the results of the step that the token has finished.
void Hospital::draw_tests(Token const& token)
{
    Patient& patient = *token.patient;
    for (auto const& test : pathway_.tests) {
        if (test.at != token.step) continue;
        patient.known[test.name] = "no";
        pathway::Chance positive{.p = test.specificity->complement(), .cases = test.cases};
        positive.cases.push_back({test.condition, test.sensitivity});
        double const p = chance(positive, patient);
        double const u = uniform("test/" + (test.luck_name.empty() ? test.name : test.luck_name), patient, token.visit);
        if (p > 0 && (p >= 1 || u < p)) patient.known[test.name] = "yes";
    }
}

} // namespace reference
