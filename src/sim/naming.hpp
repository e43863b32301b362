// SPDX-License-Identifier: MIT
/// \file
/// A naming knows, while a pathway is compiled, which id each name has and where each attribute lives in a patient's word.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/sim/network.hpp>

namespace pathecon::sim {

/// A bit field of the word and the names of its values.
struct FieldPlace {
    std::uint8_t shift = 0, width = 1;
    std::vector<std::string> levels;        ///< Empty for yes/no.
    [[nodiscard]] std::uint64_t mask() const { return ((std::uint64_t{1} << width) - 1) << shift; }
};

/// Builds the network's arrays of conditions, chances, times and decisions.
class Naming {
  public:
    Naming(pathway::Pathway const& pathway, Network& network);

    [[nodiscard]] Condition condition(std::string const& text);
    [[nodiscard]] ChanceTable chance(pathway::Chance const& chance);
    [[nodiscard]] ChanceTable chance(std::vector<pathway::Case> const& cases, double otherwise);
    [[nodiscard]] TimeTable times(pathway::TimeDistribution const& takes, std::vector<pathway::TimeCase> const& cases);
    /// Returns the decision of a name, the same for the same name.
    [[nodiscard]] Index decision(std::string const& name);
    [[nodiscard]] FieldPlace const& field(std::string const& attribute) const { return fields_.at(attribute); }

    /// Decisions of different names that would draw the same luck.
    base::Diagnostics collisions;

  private:
    void place(std::string const& name, std::vector<std::string> levels);

    Network& network_;
    std::map<std::string, FieldPlace, std::less<>> fields_;
    std::map<std::string, Index, std::less<>> decisions_;
    std::map<std::uint32_t, std::string> purposes_;
    std::uint8_t used_bits_ = 0;
};

} // namespace pathecon::sim
