// SPDX-License-Identifier: MIT
#include "naming.hpp"

#include <bit>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/time_distribution.hpp>
#include <pathecon/random/luck.hpp>

namespace pathecon::sim {

Naming::Naming(pathway::Pathway const& pathway, Network& network) : network_(network) {
    std::vector<std::string> sources;
    for (auto const& arrivals : pathway.arrivals) sources.push_back(arrivals.name);
    for (auto const& backlog : pathway.backlogs) sources.push_back(backlog.name);
    place("source", std::move(sources));
    for (auto const& attribute : pathway.attributes) place(attribute.name, attribute.levels);
    for (auto const& test : pathway.tests) place(test.name, {});
}

void Naming::place(std::string const& name, std::vector<std::string> levels) {
    FieldPlace field;
    field.shift = used_bits_;
    field.width = levels.empty() ? std::uint8_t{1}
                                 : static_cast<std::uint8_t>(std::max(1, static_cast<int>(std::bit_width(levels.size() - 1))));
    field.levels = std::move(levels);
    used_bits_ = static_cast<std::uint8_t>(used_bits_ + field.width);
    PATHECON_EXPECTS(used_bits_ <= 63, "the attributes and tests of a checked pathway fit into one word");
    fields_.emplace(name, std::move(field));
}

Condition Naming::condition(std::string const& text) {
    std::string why;
    auto const terms = pathway::parse_condition(text, why);
    PATHECON_EXPECTS(terms.has_value(), "the conditions of a checked pathway can be read");
    Condition made;
    std::vector<Field> nots;
    bool possible = true;
    for (auto const& term : *terms) {
        FieldPlace const& field = fields_.at(term.attribute);
        if (term.level.empty()) {
            std::uint64_t const want = term.negated ? 0 : field.mask();
            possible = possible && ((made.mask & field.mask()) == 0 || (made.want & field.mask()) == want);
            made.mask |= field.mask();
            made.want |= want;
            continue;
        }
        std::uint64_t value = 0;
        while (value < field.levels.size() && field.levels[value] != term.level) ++value;
        value <<= field.shift;
        if (term.negated) {
            nots.push_back({field.mask(), value});
        } else {
            possible = possible && ((made.mask & field.mask()) == 0 || (made.want & field.mask()) == value);
            made.mask |= field.mask();
            made.want |= value;
        }
    }
    if (!possible) return Condition{0, 1, {}};     // "cancer and not cancer" holds for nobody
    made.nots.begin = static_cast<Index>(network_.nots.size());
    network_.nots.insert(network_.nots.end(), nots.begin(), nots.end());
    made.nots.end = static_cast<Index>(network_.nots.size());
    return made;
}

ChanceTable Naming::chance(pathway::Chance const& chance) { return this->chance(chance.cases, chance.p.value.value()); }

ChanceTable Naming::chance(std::vector<pathway::Case> const& cases, double otherwise) {
    std::vector<ChanceCase> made;
    for (auto const& c : cases) made.push_back({condition(c.where), c.p.value.value()});
    ChanceTable table;
    table.p = otherwise;
    table.cases.begin = static_cast<Index>(network_.chance_cases.size());
    network_.chance_cases.insert(network_.chance_cases.end(), made.begin(), made.end());
    table.cases.end = static_cast<Index>(network_.chance_cases.size());
    return table;
}

TimeTable Naming::times(pathway::TimeDistribution const& takes, std::vector<pathway::TimeCase> const& cases) {
    auto const law = [this](pathway::TimeDistribution const& time) {
        network_.laws.push_back(pathway::to_distribution(time));
        return static_cast<Index>(network_.laws.size() - 1);
    };
    std::vector<TimeTableCase> made;
    for (auto const& c : cases) made.push_back({condition(c.where), law(c.takes)});
    TimeTable table;
    table.law = law(takes);
    table.cases.begin = static_cast<Index>(network_.time_cases.size());
    network_.time_cases.insert(network_.time_cases.end(), made.begin(), made.end());
    table.cases.end = static_cast<Index>(network_.time_cases.size());
    return table;
}

Index Naming::decision(std::string const& name) {
    if (auto const known = decisions_.find(name); known != decisions_.end()) return known->second;
    std::uint32_t const purpose = random::purpose_of(name);
    if (auto const [other, fresh] = purposes_.emplace(purpose, name); !fresh)
        collisions.error(310, "luck", fmt::format("the decisions '{}' and '{}' would draw the same luck", name, other->second),
                         "rename one of the two");
    network_.purposes.push_back(purpose);
    auto const index = static_cast<Index>(network_.purposes.size() - 1);
    decisions_.emplace(name, index);
    return index;
}

} // namespace pathecon::sim
