// SPDX-License-Identifier: MIT
#include "edit.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace pathecon::effect {

namespace {

bool is_taken(pathway::Pathway const& pathway, std::string const& name)
{
    return find(pathway.activities, name) || find(pathway.delays, name) || find(pathway.forks, name) ||
           find(pathway.joins, name) || find(pathway.attributes, name) || find(pathway.tests, name);
}

} // namespace

std::string Edit::path_of(Context const& context, std::string_view verb)
{
    return context.path.empty() ? fmt::format("tool/{}/effects/{}", context.tool, verb) : context.path;
}

std::string Edit::path(std::string_view field) const { return base::join_path(path_, field); }

void Edit::fault(int code, std::string_view field, std::string message, std::string hint)
{
    faults_.error(code, path(field), std::move(message), std::move(hint));
}

pathway::Pathway Edit::done()
{
    if (!faults_.ok()) throw base::InvalidInput{faults_};
    return std::move(pathway);
}

void Edit::unknown(std::string_view noun, std::string_view field, std::string const& name,
                   std::vector<std::string> const& names)
{
    std::string hint = base::did_you_mean(name, names);
    if (hint.empty())
        hint = names.empty() ? fmt::format("the pathway has no {}", noun)
                             : fmt::format("there are: {}", fmt::join(names, ", "));
    if (name.empty())
        fault(code::contradiction, field, fmt::format("the name of an {} is missing", noun), std::move(hint));
    else
        fault(code::unknown_name, field, fmt::format("the pathway has no {} '{}'", noun, name), std::move(hint));
}

void Edit::need_one(std::vector<std::pair<std::string_view, bool>> const& fields)
{
    auto const given = std::count_if(fields.begin(), fields.end(), [](auto const& field) { return field.second; });
    if (given == 1) return;
    std::string names;
    for (auto const& [name, is_given] : fields) names += (names.empty() ? "'" : ", '") + std::string{name} + "'";
    fault(code::contradiction, "",
          fmt::format("exactly one of {} is expected, found {}", names, given == 0 ? "none" : fmt::to_string(given)));
}

void Edit::need_condition(std::string_view field, std::string const& text, bool at_arrival)
{
    std::string why;
    auto const terms = pathway::parse_condition(text, why);
    if (!terms) return fault(code::contradiction, field, fmt::format("'{}' is not a condition: {}", text, why));
    std::vector<std::string> names{"source"};
    for (auto const& attribute : pathway.attributes) names.push_back(attribute.name);
    if (!at_arrival)
        for (auto const& test : pathway.tests) names.push_back(test.name);
    for (auto const& term : *terms) {
        if (std::find(names.begin(), names.end(), term.attribute) != names.end()) continue;
        if (auto const* test = find(pathway.tests, term.attribute))
            fault(code::cannot_act, field,
                  fmt::format("'{}' is a test result, known only after '{}'", test->name, test->at),
                  "name attributes, which are known at arrival");
        else
            unknown(at_arrival ? "attribute" : "attribute or test", field, term.attribute, names);
    }
}

bool Edit::names_test(std::string_view condition) const
{
    std::string why;
    auto const terms = pathway::parse_condition(condition, why);
    return terms && std::any_of(terms->begin(), terms->end(),
                                [&](auto const& term) { return find(pathway.tests, term.attribute); });
}

std::string handle_of(std::string_view tool)
{
    std::string handle, word;
    auto const end_word = [&] {
        if (word.empty()) return;
        if (word == "and") word = "+";
        if (word == "not") word = "non";
        if (word == "or") word = "_";
        if (!handle.empty()) handle += ' ';
        handle += std::exchange(word, {});
    };
    for (char const letter : tool) {
        if (letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r')
            end_word();
        else
            word += std::string_view{"=!<>&|(),;\"'"}.find(letter) == std::string_view::npos ? letter : '_';
    }
    end_word();
    return handle;
}

std::string Edit::own(std::string_view name)
{
    std::string const first = fmt::format("{}/{}", handle_of(context_.tool), name);
    std::string made = first;
    for (int n = 2; is_taken(pathway, made); ++n) made = fmt::format("{} {}", first, n);
    return made;
}

std::string Edit::users(std::string_view where)
{
    if (!partly_used()) return std::string{where};
    std::string const name = handle_of(context_.tool) + "/use";
    if (!find(pathway.attributes, name))
        pathway.attributes.push_back({.name = name, .is = pathway::bernoulli(context_.adoption->share)});
    return pathway::both(name, where);
}

pathway::Adjustment Edit::adjustment(std::string const& where)
{
    pathway::Adjustment made{.tool = context_.tool, .where = where};
    if (per_visit()) {
        made.share = context_.adoption->share;
        made.luck_name = context_.adoption->luck_name;
    } else
        made.where = users(where);
    return made;
}

std::string Edit::add_attribute(std::string_view name, pathway::Chance is, std::string where)
{
    std::string made = own(name);
    pathway.attributes.push_back({.name = made, .is = std::move(is), .where = std::move(where)});
    return made;
}

void Edit::note_opportunity_cost(std::string const& what)
{
    pathway::Remark made{
        code::opportunity_cost, context_.tool,
        fmt::format("'{}' {}: opportunity cost not modelled, for whoever waits longer instead is not in the pathway",
                    context_.tool, what)};
    auto& remarks = pathway.remarks;
    if (std::find(remarks.begin(), remarks.end(), made) == remarks.end()) remarks.push_back(std::move(made));
}

} // namespace pathecon::effect
