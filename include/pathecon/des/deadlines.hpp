// SPDX-License-Identifier: MIT
/// \file
/// Deadlines are moments of which most are struck out before they come: patients' patience.
///
/// Only those that are due soon stand in an agenda. The others lie in no order, so that adding and striking one is a few
/// words written; whoever owns them looks ahead before time passes the horizon, and those that have come near are then put
/// in order. How far it is to the next horizon follows from how many are added meanwhile, and bears on speed alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <pathecon/des/agenda.hpp>
#include <pathecon/des/moment.hpp>

namespace pathecon::des {

class Deadlines {
  public:
    /// Returns the time up to which, not including it, the near ones are known.
    [[nodiscard]] std::int64_t horizon() const { return horizon_; }
    /// Those that are due before the horizon.
    [[nodiscard]] Agenda const& near() const { return near_; }
    [[nodiscard]] std::size_t size() const { return near_.size() + far_.size(); }

    /// Adds a deadline for somebody who has none. Returns whether it is the first of the near ones.
    bool push(Moment moment, std::uint32_t who) {
        ++pushed_;
        if (moment.time < horizon_) [[unlikely]] {
            near_.push(moment, who);
            return near_.top().who == who;
        }
        if (who >= place_.size()) [[unlikely]] place_.resize(who + std::size_t{1} + place_.size() / 2, absent);
        place_[who] = static_cast<std::uint32_t>(far_.size());
        far_.push_back({moment, who});
        return false;
    }

    /// Takes somebody's deadline out, if there. Returns whether it was the first of the near ones.
    bool strike(std::uint32_t who) {
        if (who < place_.size() && place_[who] != absent) [[likely]] {
            take_out(place_[who]);
            return false;
        }
        if (!near_.holds(who)) return false;
        bool const first = near_.top().who == who;
        near_.erase(who);
        return first;
    }

    /// Puts the horizon behind `time`, which has reached it. Returns whether a deadline came near.
    bool look_ahead(std::int64_t time) {
        // Looking through those who lie here shall cost each who came since no more than a few words read.
        if (pushed_ < far_.size()) width_ = width_ < longest ? 2 * width_ : width_;
        else if (pushed_ > 4 * far_.size() + 4) width_ = width_ > 1 ? width_ / 2 : width_;
        pushed_ = 0;
        horizon_ = time + width_;
        bool found = false;
        for (std::size_t at = far_.size(); at-- > 0;)
            if (far_[at].moment.time < horizon_) {
                Agenda::Entry const entry = far_[at];
                take_out(static_cast<std::uint32_t>(at));
                near_.push(entry.moment, entry.who);
                found = true;
            }
        return found;
    }

  private:
    static constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::int64_t longest = std::int64_t{1} << 42;

    void take_out(std::uint32_t at) {
        place_[far_[at].who] = absent;
        Agenda::Entry const last = far_.back();
        far_.pop_back();
        if (at == far_.size()) return;
        far_[at] = last;
        place_[last.who] = at;
    }

    Agenda near_;
    std::vector<Agenda::Entry> far_;
    std::vector<std::uint32_t> place_;      // [who]: index among the far ones
    std::int64_t horizon_ = 0, width_ = std::int64_t{1} << 30;
    std::size_t pushed_ = 0;                // since the last look ahead
};

} // namespace pathecon::des
