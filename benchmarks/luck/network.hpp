// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The network on which luck is compared: five stations, every one asked for the same share of what it can give.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace luck {

inline constexpr double arrivals_per_hour = 10.0;
inline constexpr double warm_up_hours = 30 * 24.0;
inline constexpr double window_hours = 60 * 24.0;

/// Work is exponential, or Weibull of shape 2, which varies half as much (its coefficient of variation is 0.52).
enum class Law { exponential, weibull };

struct Station {
    char const* name;
    int servers;
    Law law;
    double visits;   ///< Of a patient, on average.
    double mean = 0; ///< Hours of work.
};

inline constexpr double urgent_share = 0.2, p_scan_usual = 0.30, p_back = 0.2;
inline constexpr double assessments = 1.0 / (1.0 - p_scan_usual * p_back); ///< Of a patient, on average.

/// book in, assess (the urgent first); some are scanned and reported, and a fifth of these are assessed again;
/// discharge.
struct Network {
    std::array<Station, 5> stations{{{"book in", 2, Law::exponential, 1.0},
                                     {"assess", 3, Law::weibull, assessments},
                                     {"scan", 2, Law::weibull, p_scan_usual* assessments},
                                     {"report", 1, Law::exponential, p_scan_usual* assessments},
                                     {"discharge", 4, Law::exponential, 1.0}}};
    double p_scan = p_scan_usual;
};

inline constexpr std::size_t assess = 1, scan = 2, report = 3, discharge = 4;

/// Makes work so long that every station is busy for a share `rho` of its time.
inline Network network_at(double rho)
{
    Network network;
    for (auto& station : network.stations) station.mean = rho * station.servers / (arrivals_per_hour * station.visits);
    return network;
}

/// What is compared with the network as it is.
struct Comparison {
    std::string name;
    void (*change)(Network&);
};

inline std::vector<Comparison> comparisons()
{
    return {{"service time -15 %", [](Network& n) { n.stations[assess].mean *= 0.85; }},
            {"routing .30 -> .25", [](Network& n) { n.p_scan = 0.25; }},
            {"+1 server", [](Network& n) { ++n.stations[assess].servers; }}};
}

} // namespace luck
