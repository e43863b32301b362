// SPDX-License-Identifier: MIT
/// \file
/// A token is a patient, or one of a patient's parallel branches, on the way through a network: one cache line.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <pathecon/des/line.hpp>
#include <pathecon/sim/network.hpp>

namespace pathecon::sim {

struct alignas(64) Token {
    Ticks arrived = 0;              ///< When the patient came.
    Ticks since = 0;                ///< When the present queue was joined, or the present stretch of work began.
    Ticks work = 0;                 ///< How long the present work takes in all.
    std::uint64_t bits = 0;         ///< Attributes and results; read and written at the root.
    std::uint32_t next = des::nobody, prev = des::nobody;
    std::uint32_t root = 0;         ///< The patient's own token; a branch's differs.
    std::uint32_t slot = 0;         ///< Calendar slot while at work; branches still out while a fork is.
    std::uint32_t number = 0;       ///< Of the arrival, at its source.
    std::uint32_t line = 0;         ///< Where the patient queues at the present step.
    std::uint16_t step = 0;
    std::uint16_t visit = 0;        ///< n-th pass of the present step, from 0.
    std::uint8_t source = 0;
    std::uint8_t branch = 0;        ///< Its number in the order of ties; 0 is the patient's own.
    std::uint8_t period = 0;        ///< In which the patient arrived, where results are by period.
    bool cohort : 1 = false;        ///< Arrived inside the window.
    bool working : 1 = false;       ///< Holds a pool's servers.
    bool live : 1 = false;          ///< In the system; a recycled record is not.
};
static_assert(sizeof(Token) == 64);

/// What only networks with rules need to know of a token, at the same place in a second array.
struct alignas(64) Extra {
    static constexpr std::size_t most_needs = 8;
    static constexpr std::uint16_t no_person = 0xFFFF;
    enum class State : std::uint8_t { moving, queued, working, delayed, blocked, split };

    Ticks left = -1;                ///< What remains of work that was put back; negative when it is drawn anew.
    Ticks blocked_since = 0;
    std::uint64_t stays = 0;        ///< Bits of the stays that the token holds.
    std::uint32_t options = 0;      ///< Four bits a need: the option that serves it.
    std::uint16_t attempt = 0;      ///< Of the present passage: draws beyond the first.
    std::uint16_t holder = 0;       ///< Step whose servers are still held on the way on, if `holding`.
    std::array<std::uint16_t, most_needs> persons{};    ///< By need: who serves, where it matters.
    std::uint16_t level = 0;        ///< Rank of the level at which the present stretch of work began.
    State state = State::moving;
    bool put_back = false;          ///< The work has begun and was interrupted.
    bool holding = false;
};

static_assert(sizeof(Extra) == 64);

/// Tokens, recycled: memory follows the number of patients in the system.
class TokenStore {
  public:
    [[nodiscard]] Token& operator[](std::uint32_t who) { return tokens_[who]; }
    [[nodiscard]] Token const& operator[](std::uint32_t who) const { return tokens_[who]; }

    std::uint32_t take() {
        ++live_;
        if (free_ != des::nobody) {
            std::uint32_t const who = free_;
            free_ = tokens_[who].next;
            tokens_[who].live = true;
            return who;
        }
        tokens_.emplace_back();
        tokens_.back().live = true;
        return static_cast<std::uint32_t>(tokens_.size() - 1);
    }
    void give(std::uint32_t who) {
        --live_;
        tokens_[who].next = free_;
        tokens_[who].working = false;
        tokens_[who].live = false;
        free_ = who;
    }
    [[nodiscard]] std::int64_t live() const { return live_; }
    [[nodiscard]] std::size_t size() const { return tokens_.size(); }

  private:
    std::vector<Token> tokens_;
    std::uint32_t free_ = des::nobody;
    std::int64_t live_ = 0;
};

} // namespace pathecon::sim
