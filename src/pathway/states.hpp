// SPDX-License-Identifier: MIT
/// \file
/// The states that patients can be in, and the chances of going from one to the next.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flow.hpp"

namespace pathecon::pathway::detail {

/// Where a patient is, what is known of them, and what they carry: how often they took limited branches, and which
/// stays they hold.
struct State {
    int step;
    Word word;
    std::uint64_t carried;
    bool operator==(State const&) const = default;
};
struct StateHash {
    std::size_t operator()(State const& s) const noexcept
    {
        return static_cast<std::size_t>(
            (s.word ^ (Word{static_cast<unsigned>(s.step)} << 48) ^ (s.carried * 0xD6E8FEB86659FD93U)) *
                0x9E3779B97F4A7C15U >>
            7);
    }
};

struct Edge {
    int from, to;  ///< States; `to` is -1 for the exit.
    double p;      ///< 0 for a way whose share depends on the waits.
    bool timeless; ///< No time passes at `from` before it is taken.
};

/// What is carried, packed into 64 bits.
class Carried {
public:
    explicit Carried(Flow const& flow);
    [[nodiscard]] int bits() const { return bits_; }

    [[nodiscard]] int count(std::uint64_t carried, int counter) const;
    void add(std::uint64_t& carried, int counter) const; ///< Counts one more, up to the limit.
    [[nodiscard]] static bool holds(std::uint64_t carried, std::size_t stay) { return (carried >> stay & 1U) != 0; }
    static void take(std::uint64_t& carried, std::size_t stay) { carried |= std::uint64_t{1} << stay; }
    static void give(std::uint64_t& carried, std::size_t stay) { carried &= ~(std::uint64_t{1} << stay); }

private:
    struct Counter {
        int shift, bits, most;
    };
    std::vector<Counter> counters_;
    int bits_ = 0;
};

class StateSpace {
public:
    StateSpace(Flow const& flow, Graph const& graph)
        : flow_{flow}
        , graph_{graph}
        , carried_{flow}
    {}

    /// Returns why there are too many, empty when all is found.
    std::string explore();

    /// A kind of patient for whom something does not add up at a step.
    struct Odd {
        Word word;
        double sum;
        bool closed; ///< A limited branch was closed to them.
    };

    std::vector<State> states;
    std::vector<double> external; ///< [state]: patients who enter there in a week.
    std::vector<Edge> edges;
    std::map<int, Odd> not_total;    ///< [step]: the first kind of patient whose shares do not sum to 1.
    std::map<int, Word> over_booked; ///< [step]: the first kind of patient who miss or cancel more than all places.

    /// The share of those at a state who do come, after booking again; and how many places they take.
    [[nodiscard]] static std::pair<double, double> attend(FlowNoShow const& no_show, Word word);

private:
    void split(std::map<Word, double>& kinds, FlowAttribute const& attribute, FlowSource const& source) const;
    int state_of(int step, Word word, std::uint64_t carried);
    void leave(int from);

    Flow const& flow_;
    Graph const& graph_;
    Carried carried_;
    std::unordered_map<State, int, StateHash> ids_;
};

} // namespace pathecon::pathway::detail
