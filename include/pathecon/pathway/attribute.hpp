// SPDX-License-Identifier: MIT
/// \file
/// An attribute is a category that a patient has from arrival on; a test adds one on the way.
#pragma once

#include <string>
#include <vector>

#include <pathecon/pathway/chance.hpp>

namespace pathecon::pathway {

/// A yes/no attribute (`is`), or one of `levels` with `shares`. Drawn at arrival in the order of declaration, so that
/// a later attribute may depend on an earlier one.
struct Attribute {
    std::string name;
    Chance is{}; ///< Probability of yes; not given together with `levels`.
    std::vector<std::string> levels{};
    std::vector<random::Input<double>> shares{}; ///< One a level, positive, normalised to sum to 1.
    std::string where{};                         ///< Patients who can have it; the others get no, or the first level.
    std::string luck_name{};                     ///< Name of its luck; empty means its own name.
    bool operator==(Attribute const&) const = default;
};

/// A yes/no result known once the activity `at` is done. It can be used in conditions from there on; for patients who
/// have not had it, and for those who pass the activity because they do not need it, it stays what it was: no at first.
struct Test {
    std::string name;
    std::string at;        ///< Activity that gives the result.
    std::string condition; ///< What it looks for: a condition on attributes.
    random::Input<units::Probability> sensitivity{units::Probability{1.0}};
    random::Input<units::Probability> specificity{units::Probability{1.0}};
    std::vector<Case> cases{}; ///< P(positive) where given: the first that holds goes before the two above.
    std::string luck_name{};
    bool operator==(Test const&) const = default;
};

} // namespace pathecon::pathway
