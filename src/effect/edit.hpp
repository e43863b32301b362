// SPDX-License-Identifier: MIT
/// \file
/// An edit is a pathway being changed by one effect, which finds nouns by name and collects faults in the effect's
/// words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/walk.hpp>
#include <pathecon/effect/context.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::effect {

/// Codes of this floor; effect.hpp lists them for the user.
namespace code {
inline constexpr int opportunity_cost = 401, no_adoption = 402, unknown_name = 403, contradiction = 404,
                     name_taken = 405, impossible_number = 406, cannot_act = 407, tools_contradict = 408,
                     not_written = 409;
}

class Edit {
public:
    /// Starts with a copy of `before`, and checks the numbers of the verb against their bounds.
    template <class Verb>
    Edit(pathway::Pathway const& before, Context const& context, Verb const& verb)
        : pathway{before}
        , context_{context}
        , path_{path_of(context, base::Fields<Verb>::noun)}
    {
        base::check_bounds(verb, path_, faults_);
    }

    pathway::Pathway pathway;

    [[nodiscard]] bool ok() const { return faults_.ok(); }
    void fault(int code, std::string_view field, std::string message, std::string hint = {});
    /// Gives the changed pathway, or throws base::InvalidInput with the faults.
    [[nodiscard]] pathway::Pathway done();

    /// Finds a noun that a field names; null after a fault with the nearest name.
    template <class Noun>
    [[nodiscard]] Noun* need(std::vector<Noun>& nouns, std::string_view noun, std::string_view field,
                             std::string const& name)
    {
        if (auto* found = find(nouns, name)) return found;
        std::vector<std::string> names;
        for (auto const& one : nouns) names.push_back(one.name);
        unknown(noun, field, name, names);
        return nullptr;
    }
    [[nodiscard]] pathway::Activity* need_activity(std::string_view field, std::string const& name)
    {
        return need(pathway.activities, "activity", field, name);
    }
    /// Checks that exactly one of the fields was given.
    void need_one(std::vector<std::pair<std::string_view, bool>> const& fields);
    /// Checks a condition: its grammar, and that its names are attributes (or tests, unless it must be known at
    /// arrival).
    void need_condition(std::string_view field, std::string const& text, bool at_arrival = false);
    [[nodiscard]] bool names_test(std::string_view condition) const;

    /// Says whether the effect reaches only some visits because of adoption.
    [[nodiscard]] bool partly_used() const { return context_.adoption.has_value(); }
    [[nodiscard]] bool per_visit() const { return partly_used() && context_.adoption->drawn == Drawn::per_visit; }
    /// Narrows a condition to the patients with whom the tool is used, by the attribute `<tool>/use`, which it adds.
    [[nodiscard]] std::string users(std::string_view where);
    /// Makes an adjustment of the visits that use the tool.
    [[nodiscard]] pathway::Adjustment adjustment(std::string const& where);
    /// Adds an attribute with its own luck, under a new name of the tool's; gives the name.
    std::string add_attribute(std::string_view name, pathway::Chance is, std::string where);
    /// Makes a name of the tool's that no step, attribute or test has: `<tool>/<name>`, in words that can stand in
    /// conditions.
    [[nodiscard]] std::string own(std::string_view name);
    /// Remarks, once, that a shorter lag takes slots from patients whom the pathway does not show.
    void note_opportunity_cost(std::string const& what);
    [[nodiscard]] std::string const& tool() const { return context_.tool; }
    [[nodiscard]] std::string path(std::string_view field) const;

private:
    static std::string path_of(Context const& context, std::string_view verb);
    void unknown(std::string_view noun, std::string_view field, std::string const& name,
                 std::vector<std::string> const& names);

    Context const& context_;
    std::string path_;
    base::Diagnostics faults_;
};

/// Writes a tool's name so that it can stand in conditions: `reading and CT` becomes `reading + CT`.
[[nodiscard]] std::string handle_of(std::string_view tool);

/// Says whether an input stands for nothing at all: exactly this value, in every draw.
template <class T>
[[nodiscard]] bool is_exactly(random::Input<T> const& input, T const& value)
{
    return input.value == value && !input.uncertain();
}

} // namespace pathecon::effect
