// SPDX-License-Identifier: MIT
/// \file
/// How the loop gives places: slots of a list, a meeting.
#pragma once

#include <pathecon/sim/loop.hpp>

namespace pathecon::sim {

template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_place(Index timetable) {
    TimetableNode const& node = network_.timetables[timetable];
    Listing const& listing = listing_[timetable];
    calendar_.set(list_slot_[timetable], listing.cycle + node.places[listing.place].at);
}

/// Gives the places of this moment to those who have waited long enough; one is seen after the other.
template <Shape shape, Recorder R>
void Loop<shape, R>::hold_list(Index timetable) {
    TimetableNode const& node = network_.timetables[timetable];
    Listing& listing = listing_[timetable];
    std::int32_t places = node.places[listing.place].places;
    if constexpr (ruled)
        if (std::binary_search(node.closed.begin(), node.closed.end(), now_ / units::day.ticks()) ||
            (node.least > 1 && eligible(timetable) < node.least))
            places = 0;
    while (places != 0) {
        Index line = none;
        Choice choice;
        std::uint32_t const who = first_eligible(timetable, places, line);
        if (who == des::nobody) break;
        StepNode const& step = network_.steps[tokens_[who].step];
        if constexpr (ruled) {
            if (listing.takes_more && takes_more(step)) {
                if (put_off_.empty() || refused_[tokens_[who].step] == 0) choice = choose_for_place(who, step, listing);
                if (!choice.possible) {
                    put_off(who);
                    continue;
                }
            }
            if (rules_of(step).no_show != none) {
                bool lost = false;
                if (!comes(who, step, lost)) {
                    places -= lost;
                    continue;
                }
            }
            leave_line(who, step);
        } else {
            lines_[line].pop(tokens_);
            note_length(step);
        }
        --places;
        Token& token = tokens_[who];
        Ticks const start = std::max(now_, listing.free_from), joined = token.since;
        if constexpr (ruled)
            if (listing.takes_more) take_with_place(who, step, choice, listing);
        token.work = duration_of(who, step);
        listing.free_from = start + token.work;
        note_start(who, step, joined, start);
        wait_for(who, listing.free_from);
    }
    if constexpr (ruled)
        if (!put_off_.empty()) book_put_off(places);
    if (++listing.place == node.places.size()) {
        listing.place = 0;
        listing.cycle += node.cycle;
    }
    schedule_place(timetable);
}

/// Whether a patient comes to the place. One who does not is booked again at the end of the line, or goes elsewhere.
template <Shape shape, Recorder R>
bool Loop<shape, R>::comes(std::uint32_t who, StepNode const& node, bool& place_lost) {
    NoShowNode const& rule = network_.no_shows[rules_of(node).no_show];
    Extra& extra = extras_[who];
    Token const& token = tokens_[who];
    std::uint64_t const bits = root_of(token).bits;
    double const cancelled = draws_.chance_of(rule.cancelled, bits), absent = cancelled + draws_.chance_of(rule.missed, bits);
    if (absent <= 0) return true;
    double const u = draws_.uniform(rule.decision, luck_of(token), token.visit | std::uint32_t{extra.attempt} << 16);
    if (u >= absent) return true;
    place_lost = u >= cancelled;
    leave_line(who, node);
    if (token.cohort) ++counts_of(token).missed[node.label * sources_ + token.source];
    recorder_.on_other(now_, patient_of(token), token.step, What::missed);
    extra.state = State::moving;
    if (++extra.attempt <= rule.rebooked) {
        join_by_rule(who, node, token.line, now_);
        rebooked_[who] = result_.events;
    } else {
        go(who, rule.to);
    }
    return false;
}

/// Returns how many could take a place now.
template <Shape shape, Recorder R>
std::int64_t Loop<shape, R>::eligible(Index timetable) const {
    Ticks const latest = now_ - network_.timetables[timetable].notice;
    std::int64_t count = 0;
    for (Index const user : listing_[timetable].users) {
        StepNode const& step = network_.steps[user];
        for (Index line = step.first_line; line < step.first_line + step.lines; ++line)
            for (std::uint32_t who = lines_[line].head; who != des::nobody && tokens_[who].since <= latest; who = tokens_[who].next) ++count;
    }
    return count;
}

/// Returns who takes a place: the lowest level, then who has waited longest, among those who have had their notice.
template <Shape shape, Recorder R>
std::uint32_t Loop<shape, R>::first_eligible(Index timetable, [[maybe_unused]] std::int32_t places, Index& line) const {
    Ticks const notice = network_.timetables[timetable].notice;
    std::uint32_t best = des::nobody;
    for (Index const user : listing_[timetable].users) {
        StepNode const& step = network_.steps[user];
        if constexpr (ruled)
            if (!put_off_.empty() && is_refused(user, places)) continue;
        for (Index candidate_line = step.first_line; candidate_line < step.first_line + step.lines; ++candidate_line) {
            std::uint32_t candidate = lines_[candidate_line].head;
            if constexpr (ruled)
                if (!put_off_.empty() && last_put_off_[candidate_line] != des::nobody) candidate = tokens_[last_put_off_[candidate_line]].next;
            if constexpr (ruled)
                while (candidate != des::nobody && rebooked_[candidate] == result_.events) candidate = tokens_[candidate].next;
            if (candidate == des::nobody || tokens_[candidate].since + notice > now_) continue;
            if constexpr (ruled) {
                if (best != des::nobody && !goes_before(candidate, best)) continue;
            } else if (best != des::nobody) {
                Token const &a = tokens_[candidate], &b = tokens_[best];
                std::int32_t const level_a = network_.line_levels[candidate_line], level_b = network_.line_levels[line];
                if (level_a != level_b ? level_a > level_b : a.since != b.since ? a.since > b.since : order_of(a) > order_of(b))
                    continue;
            }
            best = candidate;
            line = candidate_line;
        }
    }
    return best;
}

} // namespace pathecon::sim
