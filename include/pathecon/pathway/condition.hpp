// SPDX-License-Identifier: MIT
/// \file
/// A condition says for which patients something holds, in the words of their attributes and test results.
///
/// Grammar: terms joined by `and`; a term is `name`, `not name`, `name = level` or `name != level`.
/// `source` is an attribute that every patient has: the name of the arrivals that brought them.
/// An empty condition holds for everyone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pathecon::pathway {

/// One term of a condition, as written.
struct Term {
    std::string attribute;
    std::string level; ///< Empty for a yes/no attribute.
    bool negated = false;
    bool operator==(Term const&) const = default;
};

/// Parses a condition into its terms; on a fault returns nothing and says why.
std::optional<std::vector<Term>> parse_condition(std::string_view text, std::string& why);

/// Returns `both` joined by `and`, leaving out an empty side.
std::string both(std::string_view left, std::string_view right);

/// Returns why a name or level cannot be written in a condition (it holds `and`, `=`, brackets, ...); empty when it
/// can.
std::string why_not_in_conditions(std::string_view name);

} // namespace pathecon::pathway
