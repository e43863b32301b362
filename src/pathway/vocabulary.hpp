// SPDX-License-Identifier: MIT
/// \file
/// A vocabulary is what the conditions of a pathway may speak of: the source, the attributes and the tests, packed as
/// bit fields into one word a patient.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway::detail {

using Word = std::uint64_t;

/// A conjunction over a patient's word. Without terms it holds for everyone.
struct Condition {
    struct Bits {
        Word mask = 0, want = 0;
        bool negated = false;
    };
    std::vector<Bits> terms{};

    [[nodiscard]] bool holds(Word word) const
    {
        for (auto const& term : terms)
            if (((word & term.mask) == term.want) == term.negated) return false;
        return true;
    }
    /// The bits that it looks at.
    [[nodiscard]] Word reads() const
    {
        Word all = 0;
        for (auto const& term : terms) all |= term.mask;
        return all;
    }
};

/// One bit field: yes/no when it has no levels.
struct Variable {
    enum class Kind { source, attribute, test } kind = Kind::attribute;
    int index = 0; ///< Among the attributes, or the tests.
    std::string name;
    std::vector<std::string> levels{};
    int shift = 0, bits = 1;

    /// Nothing for a field that lies beyond the word.
    [[nodiscard]] Word mask() const { return shift < 64 ? (~Word{0} >> (64 - bits)) << shift : 0; }
    [[nodiscard]] Word at_level(std::size_t level) const { return shift < 64 ? Word{level} << shift : 0; }
};

class Vocabulary {
public:
    static constexpr int most_bits = 63; ///< What the engine has for them.

    explicit Vocabulary(Pathway const& pathway);

    [[nodiscard]] Variable const* find(std::string_view name) const;
    /// Its levels are the arrivals in order, then the backlogs in order.
    [[nodiscard]] Variable const& source() const { return variables_.front(); }
    [[nodiscard]] Variable const& attribute(std::size_t index) const { return variables_[1 + index]; }
    [[nodiscard]] Variable const& test(std::size_t index) const { return variables_[1 + attributes_ + index]; }
    [[nodiscard]] std::vector<Variable> const& variables() const { return variables_; }
    /// How many bits all of them take; those beyond `most_bits` cannot be used.
    [[nodiscard]] int bits() const { return bits_; }

    /// Returns the condition, or nothing when it has a fault.
    [[nodiscard]] std::optional<Condition> compile(std::string_view text) const;
    /// Reports what keeps a condition from being understood; returns its terms when nothing does.
    std::optional<std::vector<Term>> check(std::string const& path, std::string_view text,
                                           base::Diagnostics& faults) const;

    /// Says in words what a patient's word holds under a mask: "cancer, not urgent, source = lane".
    [[nodiscard]] std::string describe(Word word, Word mask) const;

private:
    std::vector<Variable> variables_; ///< The source, the attributes, the tests.
    std::size_t attributes_ = 0;
    int bits_ = 0;
};

} // namespace pathecon::pathway::detail
