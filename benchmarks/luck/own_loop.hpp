// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The same network by a plain event loop that takes its luck as other engines do, to say what keyed luck gains on
/// them.
///
/// It shares nothing with the library. Each draw is one uniform, by inversion, in every scheme: the best that streams
/// can do. What differs is only which uniform a decision gets.

#include <array>
#include <cmath>
#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <random>
#include <vector>

#include "network.hpp"

namespace luck {

/// What a uniform is drawn for: the gap to the next arrival, the work at each station, to be scanned or not, to be
/// assessed again or not, to be urgent or not.
enum Purpose : std::uint32_t { gap = 0, work = 1, route = 6, back = 7, urgency = 8, purposes = 9 };

inline double open_uniform(std::uint64_t word) { return (static_cast<double>(word >> 11) + 0.5) * 0x1p-53; }

/// One generator, used in the order of events: the same seed in both arms is all that they share.
class OneStream {
public:
    explicit OneStream(std::uint64_t seed)
        : engine_{seed}
    {}
    double operator()(std::uint32_t, std::uint64_t, std::uint64_t) { return open_uniform(engine_()); }

private:
    std::mt19937_64 engine_;
};

/// One generator for each purpose, used in the order of events.
class StreamAPurpose {
public:
    explicit StreamAPurpose(std::uint64_t seed)
    {
        for (std::uint32_t p = 0; p < purposes; ++p) {
            std::seed_seq words{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), p};
            engines_[p].seed(words);
        }
    }
    double operator()(std::uint32_t purpose, std::uint64_t, std::uint64_t) { return open_uniform(engines_[purpose]()); }

private:
    std::array<std::mt19937_64, purposes> engines_;
};

/// A function of seed, purpose, patient and visit: nothing is used up. (SplitMix64's finaliser, twice.)
class Keyed {
public:
    explicit Keyed(std::uint64_t seed)
        : seed_{mixed(seed)}
    {}
    double operator()(std::uint32_t purpose, std::uint64_t patient, std::uint64_t visit)
    {
        return open_uniform(mixed(mixed(seed_ ^ patient) + 0x9e3779b97f4a7c15U * (purpose + purposes * visit + 1)));
    }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::uint64_t seed_;
};

/// Simulates from empty; returns the mean hours from arrival to exit of those who arrive in the window.
template <class Luck>
double mean_stay(Network const& network, Luck luck)
{
    struct Event {
        double time;
        std::uint64_t order, patient;
        int station; ///< -1 at an arrival.
        bool operator>(Event const& other) const
        {
            return time != other.time ? time > other.time : order > other.order;
        }
    };
    struct Patient {
        double arrived;
        bool is_urgent;
        std::uint64_t visit = 0; ///< Of the assessment and of what follows it, from 0.
    };
    using Line = std::deque<std::uint64_t>;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    std::array<std::array<Line, 2>, 5> waiting; // [station][0 for those who go first]
    std::array<int, 5> busy{};
    std::vector<Patient> patients;
    std::uint64_t order = 0;
    double now = 0, sum = 0;
    std::int64_t inside = 0, left = 0;

    auto const is_counted = [&](double time) { return time >= warm_up_hours && time < warm_up_hours + window_hours; };
    auto const start = [&](std::size_t k, std::uint64_t patient) {
        auto const& station = network.stations[k];
        bool const is_repeated = k == assess || k == scan || k == report;
        double const e =
            -std::log(luck(work + static_cast<std::uint32_t>(k), patient, is_repeated ? patients[patient].visit : 0));
        double const hours =
            station.law == Law::exponential ? station.mean * e : station.mean / std::tgamma(1.5) * std::sqrt(e);
        events.push({now + hours, order++, patient, static_cast<int>(k)});
    };
    auto const join = [&](std::size_t k, std::uint64_t patient) {
        if (busy[k] < network.stations[k].servers) {
            ++busy[k];
            start(k, patient);
        } else {
            waiting[k][k == assess && patients[patient].is_urgent ? 0 : 1].push_back(patient);
        }
    };
    auto const call_next = [&](std::size_t k) {
        for (Line& line : waiting[k]) {
            if (line.empty()) continue;
            start(k, line.front());
            line.pop_front();
            return;
        }
        --busy[k];
    };
    auto const leave = [&](std::uint64_t patient) {
        double const came = patients[patient].arrived;
        if (!is_counted(came)) return;
        sum += now - came;
        ++left;
        --inside;
    };
    auto const schedule_arrival = [&] {
        std::uint64_t const next = patients.size();
        events.push({now - std::log(luck(gap, next, 0)) / arrivals_per_hour, order++, next, -1});
    };
    schedule_arrival();
    while (now < warm_up_hours + window_hours || inside > 0) {
        auto const event = events.top();
        events.pop();
        now = event.time;
        auto const patient = event.patient;
        if (event.station < 0) {
            patients.push_back({now, luck(urgency, patient, 0) < urgent_share});
            inside += is_counted(now) ? 1 : 0;
            schedule_arrival();
            join(0, patient);
            continue;
        }
        auto const k = static_cast<std::size_t>(event.station);
        call_next(k);
        if (k == discharge) {
            leave(patient);
        } else if (k == assess) {
            join(luck(route, patient, patients[patient].visit) < network.p_scan ? scan : discharge, patient);
        } else if (k == report && luck(back, patient, patients[patient].visit) < p_back) {
            ++patients[patient].visit;
            join(assess, patient);
        } else {
            join(k + 1, patient);
        }
    }
    return sum / static_cast<double>(left);
}

} // namespace luck
