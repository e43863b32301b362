// SPDX-License-Identifier: MIT
/// \file
/// A timeline is a pattern of steps, repeated cycle after cycle but for the cycles that are exceptions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pathecon::des {

/// One step: from `at` ticks after the start of the cycle on, the value is `value`.
struct TimelineStep {
    std::int64_t at = 0;
    std::int32_t value = 0;
    bool operator==(TimelineStep const&) const = default;
};

/// Steps are sorted, the first is at 0, all are inside the cycle. A timeline without steps holds 0.
struct Timeline {
    /// A cycle (0 is the first) with steps of its own.
    struct Exception {
        std::int64_t cycle = 0;
        std::vector<TimelineStep> steps;
        bool operator==(Exception const&) const = default;
    };
    std::int64_t cycle = 1;
    std::vector<TimelineStep> steps;
    std::vector<Exception> exceptions;      ///< By rising cycle.
    std::vector<std::vector<TimelineStep>> following{};     ///< Steps of the cycles after the first, where they have their own; after the last of them it is `steps` again.

    [[nodiscard]] bool constant() const { return steps.size() < 2 && exceptions.empty() && following.empty(); }
    /// Returns the steps of the n-th cycle, had it no exception.
    [[nodiscard]] std::vector<TimelineStep> const& usual(std::int64_t n) const {
        auto const place = static_cast<std::size_t>(n) % (following.size() + 1);
        return place == 0 ? steps : following[place - 1];
    }
    [[nodiscard]] std::int32_t most() const;
    /// Returns the steps of the n-th cycle.
    [[nodiscard]] std::vector<TimelineStep> const& steps_of(std::int64_t n) const;
    /// Returns the value that holds at a time (at or after 0).
    [[nodiscard]] std::int32_t at(std::int64_t time) const;
    /// Returns the integral of the value over [from, to), in value-ticks.
    [[nodiscard]] std::int64_t integral(std::int64_t from, std::int64_t to) const;
    bool operator==(Timeline const&) const = default;
};

/// Walks a timeline from step to step.
class TimelineCursor {
  public:
    explicit TimelineCursor(Timeline const* timeline = nullptr) : timeline_(timeline) {
        if (timeline != nullptr) steps_ = &timeline->steps_of(0);
    }

    [[nodiscard]] std::int32_t value() const { return (*steps_)[index_].value; }
    /// Returns when the next step is.
    [[nodiscard]] std::int64_t next_change() const {
        return index_ + 1 < steps_->size() ? number_ * timeline_->cycle + (*steps_)[index_ + 1].at
                                           : (number_ + 1) * timeline_->cycle;
    }
    void advance() {
        if (++index_ < steps_->size()) return;
        index_ = 0;
        steps_ = &timeline_->steps_of(++number_);
    }

  private:
    Timeline const* timeline_;
    std::vector<TimelineStep> const* steps_ = nullptr;
    std::size_t index_ = 0;
    std::int64_t number_ = 0;
};

} // namespace pathecon::des
