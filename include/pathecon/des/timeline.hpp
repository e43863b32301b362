// SPDX-License-Identifier: MIT
/// \file
/// A timeline is a weekly pattern of steps: a value that holds from each step on, repeated for ever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pathecon::des {

/// One step: from `at` ticks after the start of the week on, the value is `value`.
struct TimelineStep {
    std::int64_t at = 0;
    std::int32_t value = 0;
    bool operator==(TimelineStep const&) const = default;
};

/// Steps are sorted, the first is at 0, all are inside the cycle. A timeline without steps holds 0.
struct Timeline {
    std::int64_t cycle = 1;
    std::vector<TimelineStep> steps;

    [[nodiscard]] bool constant() const { return steps.size() < 2; }
    [[nodiscard]] std::int32_t most() const;
    /// Returns the value that holds at a time (at or after 0).
    [[nodiscard]] std::int32_t at(std::int64_t time) const;
    /// Returns the integral of the value over [from, to), in value-ticks.
    [[nodiscard]] std::int64_t integral(std::int64_t from, std::int64_t to) const;
};

/// Walks a timeline from change to change.
class TimelineCursor {
  public:
    explicit TimelineCursor(Timeline const* timeline = nullptr) : timeline_(timeline) {}

    [[nodiscard]] std::int32_t value() const { return timeline_->steps[index_].value; }
    /// Returns when the next change is.
    [[nodiscard]] std::int64_t next_change() const {
        std::size_t const next = index_ + 1;
        return next < timeline_->steps.size() ? week_ + timeline_->steps[next].at
                                              : week_ + timeline_->cycle + timeline_->steps.front().at;
    }
    void advance() {
        if (++index_ == timeline_->steps.size()) {
            index_ = 0;
            week_ += timeline_->cycle;
        }
    }

  private:
    Timeline const* timeline_;
    std::size_t index_ = 0;
    std::int64_t week_ = 0;
};

} // namespace pathecon::des
