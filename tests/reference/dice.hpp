// SPDX-License-Identifier: MIT
/// \file
/// Dice decide what a random pathway is made of: the same seed throws the same dice on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/pathway/pathway.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/random/uniform.hpp>

namespace reference {

namespace pathway = pathecon::pathway;
namespace units = pathecon::units;

class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : luck_{.seed = seed}
    {}
    double u() { return pathecon::random::uniform(pathecon::random::word(luck_, 0, next_++, 0)); }
    bool maybe(double p) { return u() < p; }
    /// A whole number from `low` to `high`.
    int from(int low, int high) { return low + static_cast<int>(u() * (high - low + 1)); }
    template <class T>
    T const& pick(std::vector<T> const& some)
    {
        return some[static_cast<std::size_t>(from(0, static_cast<int>(some.size()) - 1))];
    }
    std::string pick(std::initializer_list<char const*> some)
    {
        return pick(std::vector<std::string>(some.begin(), some.end()));
    }

private:
    pathecon::random::Luck luck_;
    std::uint64_t next_ = 0;
};

/// Throws the parts that nouns have in common.
class Parts {
public:
    Parts(std::uint64_t seed, pathway::Pathway& into)
        : dice{seed}
        , made{into}
        , grid{dice.maybe(0.5)}
        , step{static_cast<double>(dice.pick(std::vector<int>{5, 10, 15, 30}))}
    {}

    Dice dice;
    pathway::Pathway& made;
    bool const grid;   ///< Times are multiples of `step`, so that much happens at the same tick.
    double const step; ///< Minutes.

    units::Duration time(double minutes);
    pathway::TimeDistribution takes(double minutes);
    std::vector<pathway::TimeCase> cases(double p, double minutes);
    /// A condition on attributes, test results or the source; empty with probability 1 - p.
    std::string where(double p, bool tests = true);
    pathway::Chance chance(double p);
    double share() { return dice.maybe(0.2) ? 1.0 : 0.05 * dice.from(1, 19); }
    std::string weeks();
    pathway::Rota rota(int most);
    std::string days();
    std::string clock(int low, int high);
    /// Some dates of the first week and the next, where day 0 has a date.
    std::vector<pathway::Closure> closures(bool any);
    pathway::SessionList list(units::Duration slot);
    std::string point();
    std::vector<std::string> steps() const;
    std::string luck() { return dice.maybe(0.08) ? "shared" : ""; }
};

} // namespace reference
