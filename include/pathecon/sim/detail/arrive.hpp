// SPDX-License-Identifier: MIT
/// \file
/// How patients come and leave.
#pragma once

#include <pathecon/sim/loop.hpp>
#include <pathecon/units/date.hpp>

namespace pathecon::sim {

/// Arrivals come by inversion of the cumulative rate: one draw of rate-time each, a unit exponential where they are Poisson.
template <Shape shape, Recorder R>
void Loop<shape, R>::schedule_arrival(Index source) {
    SourceNode const& node = network_.sources[source];
    Arriving& state = arriving_[source];
    if constexpr (ruled) {
        if (node.backlog) return;
        if (node.trace != none) {
            auto const& patients = network_.traces[node.trace].patients;
            if (state.number == patients.size()) return calendar_.clear(source);
            return calendar_.set(source, patients[state.number].at);
        }
        if (node.appointments != none) {
            AppointmentNode const& booked = network_.appointments[node.appointments];
            for (;; ++state.place) {
                if (state.place == booked.slots.size()) {
                    state.place = 0;
                    state.week += booked.cycle;
                }
                Ticks const slot = state.week + booked.slots[state.place];
                if (booked.closed.empty() || slot >= end_ + booked.early || !std::binary_search(booked.closed.begin(), booked.closed.end(), slot / units::day.ticks())) break;
            }
            Ticks const called = std::max(state.week + booked.slots[state.place] - booked.early, now_);
            return calendar_.set(source, called);
        }
    }
    if (node.rate > 0) {
        state.time += draws_.gap(source, node.luck_key + state.number) / node.rate;
    } else {
        if (node.week.empty()) return;
        double unit = draws_.gap(source, node.luck_key + state.number);
        for (;;) {
            std::vector<RateStep> const& week = week_of(node, state.week);
            std::size_t const next = state.place + 1;
            Ticks change = state.week + (next < week.size() ? week[next].at : units::week.ticks());
            double rate = week[state.place].rate;
            bool at_midnight = false;
            if constexpr (ruled)
                if (node.daily != none) {
                    Ticks const midnight = (static_cast<Ticks>(state.time) / units::day.ticks() + 1) * units::day.ticks();
                    rate *= day_factor(source, static_cast<Ticks>(state.time) / units::day.ticks());
                    at_midnight = midnight < change;
                    change = at_midnight ? midnight : change;
                }
            auto const until = static_cast<double>(change);
            if (rate > 0 && state.time + unit / rate < until) {
                state.time += unit / rate;
                break;
            }
            unit = detail::plus_product(unit, state.time - until, rate);
            unit = unit > 0 ? unit : 0;     // the subtraction can undershoot by a rounding
            state.time = until;
            if (change >= end_) return calendar_.clear(source);
            if (at_midnight) continue;
            if (++state.place == week.size()) {
                state.place = 0;
                state.week += units::week.ticks();
            }
        }
    }
    calendar_.bring_forward(source, rounded(state.time));
}

/// Returns the rates of the week that begins at a time.
template <Shape shape, Recorder R>
std::vector<RateStep> const& Loop<shape, R>::week_of(SourceNode const& node, Ticks begin) const {
    if constexpr (ruled)
        if (!node.other_weeks.empty()) {
            auto const found = std::lower_bound(node.other_weeks.begin(), node.other_weeks.end(), begin / units::week.ticks(),
                                                [](SourceNode::Week const& week, std::int64_t number) { return week.number < number; });
            if (found != node.other_weeks.end() && found->number == begin / units::week.ticks()) return found->steps;
        }
    if constexpr (ruled)
        if (auto const place = static_cast<std::size_t>(begin / units::week.ticks()) % (node.following_weeks.size() + 1); place > 0)
            return node.following_weeks[place - 1];
    return node.week;
}

/// Season, growth and the luck of a day.
template <Shape shape, Recorder R>
double Loop<shape, R>::day_factor(Index source, std::int64_t day) {
    Arriving& state = arriving_[source];
    if (state.day == day) return state.factor;
    Daily const& daily = network_.dailies[network_.sources[source].daily];
    double factor = 1;
    if (!daily.season.empty()) {
        constexpr std::array<int, 12> first_days{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
        auto const undated = static_cast<int>(std::upper_bound(first_days.begin(), first_days.end(), static_cast<int>(day % 365)) - first_days.begin());
        int const month = daily.first_day == Daily::undated ? undated
                                                            : units::Date{daily.first_day + static_cast<std::int32_t>(day)}.month();
        factor *= daily.season[static_cast<std::size_t>(month - 1)];
    }
    if (daily.growth != 0) factor *= random::pow(1.0 + daily.growth, static_cast<double>(day) / 365.0);
    if (daily.factor != none)
        factor *= network_.laws[daily.factor].sample(
            draws_.uniform_at(daily.decision, network_.sources[source].luck_key | static_cast<std::uint64_t>(day)));
    state.day = day;
    return state.factor = factor;
}

template <Shape shape, Recorder R>
void Loop<shape, R>::count_people(std::int64_t change) {
    area_ += static_cast<base::i128>(people_) * (now_ - area_since_);
    area_since_ = now_;
    people_ += change;
}

/// An event of a source: the next patients come, or the next appointment is near.
template <Shape shape, Recorder R>
void Loop<shape, R>::come(Index source) {
    SourceNode const& node = network_.sources[source];
    Arriving& state = arriving_[source];
    if (tokens_.live() >= limits_.patients_in_system || state.number + std::uint64_t{node.group} >= des::max_number) [[unlikely]] {
        result_.status = RunStatus::limit_reached;
        return;
    }
    std::uint32_t const number = state.number;
    if constexpr (ruled) {
        if (node.appointments != none) return expect_appointment(source);
        state.number += node.group;
        schedule_arrival(source);
        for (std::uint32_t k = 0; k < node.group; ++k) arrive(source, number + k, now_, in_window(now_));
    } else {
        ++state.number;
        schedule_arrival(source);
        arrive(source, number, now_, in_window(now_));
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::expect_appointment(Index source) {
    SourceNode const& node = network_.sources[source];
    Arriving& state = arriving_[source];
    AppointmentNode const& booked = network_.appointments[node.appointments];
    std::uint32_t const number = state.number++;
    Ticks const slot = state.week + booked.slots[state.place++];
    std::uint64_t const patient = node.luck_key + number;
    bool const absent = booked.no_show > 0 && (booked.no_show >= 1 || draws_.uniform_at(booked.no_show_decision, patient) < booked.no_show);
    if (!absent) {
        double const late = draws_.time_of(booked.late, booked.late_decision, patient, 0, source);
        Ticks const time = std::max(slot - booked.early + static_cast<Ticks>(late + 0.5), now_);
        note(state.expected, state.slot, {time, des::order_of(des::Rank::arrival, source, number, 0)}, number);
    }
    schedule_arrival(source);
}

/// A patient who came at `arrived` enters the pathway now.
template <Shape shape, Recorder R>
void Loop<shape, R>::arrive(Index source, std::uint32_t number, Ticks arrived, bool cohort) {
    std::uint32_t const who = tokens_.take();
    Token& token = tokens_[who];
    token.arrived = arrived;
    token.bits = source;    // the source is the field at the bottom of the word
    token.root = who;
    token.number = number;
    token.source = static_cast<std::uint8_t>(source);
    token.branch = 0;
    token.visit = 0;
    token.cohort = cohort;
    if constexpr (periodic) token.period = static_cast<std::uint8_t>(periods_.of(arrived));
    count_people(+1);
    counts_of(token).arrivals[source] += cohort;
    cohort_live_ += cohort;
    SourceNode const& node = network_.sources[source];
    for (Draw const& attribute : network_.attributes) draws_.draw(attribute, luck_of(token), 0, token.bits);
    if constexpr (ruled)
        if (node.trace != none) {
            auto const& patient = network_.traces[node.trace].patients[number];
            token.bits = source;
            for (Draw const& attribute : network_.attributes) {
                if ((attribute.field & patient.known) != 0) token.bits = (token.bits & ~attribute.field) | (patient.bits & attribute.field);
                else draws_.draw(attribute, luck_of(token), 0, token.bits);
            }
        }
    if (clocks_.size() < tokens_.size() * clocks_each_) clocks_.resize(tokens_.size() * clocks_each_);
    std::fill_n(clocks_.begin() + static_cast<std::ptrdiff_t>(who * clocks_each_), clocks_each_, not_started);
    std::size_t const slots = network_.visit_slots;
    if (visits_.size() < tokens_.size() * slots) visits_.resize(tokens_.size() * slots);
    std::fill_n(visits_.begin() + static_cast<std::ptrdiff_t>(who * slots), slots, std::uint16_t{0});
    if constexpr (ruled) reset_rules(who);
    if (!network_.arrival_marks.empty()) pass(who, network_.arrival_marks, arrived);
    recorder_.on_arrival(now_, patient_of(token), token.bits);
    go(who, node.first_step);
}

/// Those who wait at the start come in before the first event, the longest wait first.
template <Shape shape, Recorder R>
void Loop<shape, R>::enter_backlog(BacklogNode const& backlog) {
    std::vector<Ticks> ages = backlog.ages;
    if (backlog.age != none) {
        std::uint64_t const key = network_.sources[backlog.source].luck_key;
        for (std::int64_t k = 0; k < backlog.count; ++k)
            ages.push_back(static_cast<Ticks>(
                network_.laws[backlog.age].sample(draws_.uniform_at(backlog.decision, key + static_cast<std::uint64_t>(k))) + 0.5));
        std::stable_sort(ages.begin(), ages.end(), std::greater<>{});
    }
    for (std::size_t k = 0; k < ages.size(); ++k) {
        waited_before_ = ages[k];
        arrive(backlog.source, static_cast<std::uint32_t>(k), -ages[k], backlog.judged);
    }
}

template <Shape shape, Recorder R>
void Loop<shape, R>::leave(std::uint32_t who) {
    if constexpr (ruled) let_go(who);
    if (!network_.exit_marks.empty()) pass(who, network_.exit_marks, now_);
    if constexpr (ruled)
        if (extras_[who].stays != 0) end_stays(who, extras_[who].stays);
    if constexpr (ruled)
        for (Index e = 0; e < network_.events.size(); ++e)
            mark_event(who, {Mark::Action::stop_event, e}, now_);
    Token const& token = tokens_[who];
    counts_of(token).exits[token.source] += token.cohort;
    cohort_live_ -= token.cohort;
    count_people(-1);
    stays_ += now_ - std::max(token.arrived, Ticks{0});
    recorder_.on_exit(now_, patient_of(token), token.bits);
    tokens_.give(who);
}

} // namespace pathecon::sim
