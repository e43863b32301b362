// SPDX-License-Identifier: MIT
#include "vocabulary.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "codes.hpp"

namespace pathecon::pathway::detail {

Vocabulary::Vocabulary(Pathway const& pathway)
{
    auto const add = [&](Variable variable) {
        variable.shift = bits_;
        if (variable.levels.size() > 2) variable.bits = static_cast<int>(std::bit_width(variable.levels.size() - 1));
        bits_ += variable.bits;
        variables_.push_back(std::move(variable));
    };
    Variable source{.kind = Variable::Kind::source, .name = "source"};
    for (auto const& arrivals : pathway.arrivals) source.levels.push_back(arrivals.name);
    for (auto const& backlog : pathway.backlogs) source.levels.push_back(backlog.name);
    add(std::move(source));
    for (int i = 0; auto const& attribute : pathway.attributes)
        add({.kind = Variable::Kind::attribute, .index = i++, .name = attribute.name, .levels = attribute.levels});
    for (int i = 0; auto const& test : pathway.tests)
        add({.kind = Variable::Kind::test, .index = i++, .name = test.name});
    attributes_ = pathway.attributes.size();
}

Variable const* Vocabulary::find(std::string_view name) const
{
    auto const found =
        std::find_if(variables_.begin(), variables_.end(), [&](auto const& v) { return v.name == name; });
    return found == variables_.end() ? nullptr : &*found;
}

std::optional<Condition> Vocabulary::compile(std::string_view text) const
{
    base::Diagnostics faults;
    auto const terms = check({}, text, faults);
    if (!terms) return std::nullopt;
    Condition condition;
    for (auto const& term : *terms) {
        auto const& variable = *find(term.attribute);
        if (variable.shift + variable.bits > most_bits) return std::nullopt;
        std::size_t level = 1;
        if (!term.level.empty())
            level = static_cast<std::size_t>(std::find(variable.levels.begin(), variable.levels.end(), term.level) -
                                             variable.levels.begin());
        condition.terms.push_back({variable.mask(), variable.at_level(level), term.negated});
    }
    return condition;
}

std::optional<std::vector<Term>> Vocabulary::check(std::string const& path, std::string_view text,
                                                   base::Diagnostics& faults) const
{
    std::string why;
    auto terms = parse_condition(text, why);
    if (!terms) {
        faults.error(code::condition_unreadable, path, fmt::format("condition '{}' cannot be read: {}", text, why));
        return std::nullopt;
    }
    auto const before = faults.errors();
    for (auto const& term : *terms) {
        auto const* const variable = find(term.attribute);
        if (!variable) {
            std::vector<std::string> names;
            for (auto const& known : variables_) names.push_back(known.name);
            auto hint = base::did_you_mean(term.attribute, names);
            faults.error(code::condition_unknown, path,
                         fmt::format("condition '{}' names '{}', which is neither an attribute nor a test", text,
                                     term.attribute),
                         hint.empty() ? "known are " + fmt::format("'{}'", fmt::join(names, "', '")) : hint);
        } else if (variable->levels.empty() && variable->kind != Variable::Kind::source) {
            if (!term.level.empty())
                faults.error(code::condition_level, path,
                             fmt::format("condition '{}': '{}' is yes or no, it has no level '{}'", text,
                                         term.attribute, term.level),
                             fmt::format("write '{0}' or 'not {0}'", term.attribute));
        } else if (term.level.empty()) {
            faults.error(code::condition_level, path,
                         fmt::format("condition '{}' does not say which level of '{}'", text, term.attribute),
                         variable->levels.empty()
                             ? ""
                             : fmt::format("write '{} = {}'", term.attribute, variable->levels.front()));
        } else if (std::find(variable->levels.begin(), variable->levels.end(), term.level) == variable->levels.end()) {
            auto hint = base::did_you_mean(term.level, variable->levels);
            faults.error(code::condition_level, path,
                         fmt::format("condition '{}': '{}' has no level '{}'", text, term.attribute, term.level),
                         hint.empty() ? fmt::format("its levels are '{}'", fmt::join(variable->levels, "', '")) : hint);
        }
    }
    if (faults.errors() != before) return std::nullopt;
    return terms;
}

std::string Vocabulary::describe(Word word, Word mask) const
{
    std::vector<std::string> parts;
    for (auto const& variable : variables_) {
        if (variable.shift + variable.bits > most_bits || (variable.mask() & mask) == 0) continue;
        auto const level = static_cast<std::size_t>((word & variable.mask()) >> variable.shift);
        if (variable.levels.empty())
            parts.push_back((level ? "" : "not ") + variable.name);
        else if (level < variable.levels.size())
            parts.push_back(variable.name + " = " + variable.levels[level]);
    }
    return fmt::format("{}", fmt::join(parts, " and "));
}

} // namespace pathecon::pathway::detail
