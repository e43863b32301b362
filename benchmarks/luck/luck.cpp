// SPDX-License-Identifier: MIT
/// \file
/// Measures what keyed luck gains: the variance of the difference of two arms under independent luck, over that under
/// shared luck, for three changes, three loads and three ways of sharing.
///
///     pathecon_luck [--replications N] [--out FILE.csv]

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <pathecon/stats/interval.hpp>
#include <pathecon/stats/pairing.hpp>
#include <pathecon/study/run.hpp>

#include "network.hpp"
#include "own_loop.hpp"

namespace {

using namespace pathecon;

constexpr std::uint64_t seed = 20261121;
constexpr double most_z = 4.89;

pathway::Pathway pathway_of(luck::Network const& network)
{
    pathway::Pathway pathway{"luck"};
    pathway =
        pathway.add(pathway::Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(luck::arrivals_per_hour)});
    double const cv = std::sqrt(std::tgamma(2.0) / std::pow(std::tgamma(1.5), 2) - 1.0);
    pathway = pathway.add(pathway::Attribute{.name = "urgent", .is = pathway::bernoulli(luck::urgent_share)});
    for (auto const& station : network.stations) {
        auto const mean = units::Duration::of(station.mean, units::hour);
        pathway::Activity activity{.name = station.name,
                                   .uses = {{.resource = std::string{station.name} + " staff"}},
                                   .takes = station.law == luck::Law::exponential ? pathway::exponential(mean)
                                                                                  : pathway::weibull(mean, mean * cv)};
        if (activity.name == "assess") activity.priority = {{.where = "urgent", .level = 0}};
        pathway = pathway
                      .add(pathway::Resource{.name = std::string{station.name} + " staff",
                                             .rota = pathway::Rota::always(station.servers)})
                      .add(std::move(activity));
    }
    return pathway.add(pathway::Route{.from = "book in", .to = {{.to = "assess"}}})
        .add(pathway::Route{.from = "scan", .to = {{.to = "report"}}})
        .add(pathway::Route{.from = "report",
                            .to = {{.to = "assess", .p = pathway::bernoulli(luck::p_back)}, {.to = "discharge"}}})
        .add(pathway::Route{.from = "assess",
                            .to = {{.to = "scan", .p = pathway::bernoulli(network.p_scan)}, {.to = "discharge"}}})
        .add(pathway::Interval{.name = "stay"});
}

/// The mean stay of each replication, arm by arm: the network as it is, then each comparison.
using Stays = std::vector<std::vector<double>>;

/// By the library: one study of all arms, run as any study is.
Stays library(std::vector<luck::Network> const& networks, int replications)
{
    study::Study study{.name = "luck",
                       .pathway = pathway_of(networks.front()),
                       .horizon = units::Duration::of(luck::window_hours, units::hour),
                       .warm_up = units::Duration::of(luck::warm_up_hours, units::hour),
                       .follow_up = units::Duration::of(120, units::day),
                       .replications = replications,
                       .seed = static_cast<std::int64_t>(seed)};
    study.arms = {{.name = "as it is"}};
    for (std::size_t i = 1; i < networks.size(); ++i) {
        auto const changed = pathway_of(networks[i]);
        auto const name = "change " + std::to_string(i);
        effect::Tool tool{.name = name};
        tool.effects = {effect::Effect{[changed](pathway::Pathway const&) { return changed; }, name}};
        study.arms.push_back({.name = name, .tools = {tool}});
    }
    auto const runs = study::run(study).runs;
    Stays stays(networks.size());
    for (std::size_t arm = 0; arm < networks.size(); ++arm)
        for (int r = 0; r < replications; ++r) {
            auto const& run = runs.at(static_cast<int>(arm), 0, r);
            if (run.unfinished.front() > 0) throw std::runtime_error{"patients were not followed to their end"};
            stays[arm].push_back(run.intervals.front().times.mean() / static_cast<double>(units::hour.ticks()));
        }
    return stays;
}

template <class Luck>
Stays own(std::vector<luck::Network> const& networks, int replications)
{
    Stays stays(networks.size());
    for (std::size_t arm = 0; arm < networks.size(); ++arm)
        for (int r = 0; r < replications; ++r)
            stays[arm].push_back(luck::mean_stay(networks[arm], Luck{seed + 1000003U * static_cast<std::uint64_t>(r)}));
    return stays;
}

struct Scheme {
    char const* name;
    Stays (*simulate)(std::vector<luck::Network> const&, int);
};

/// Says how many standard errors two independent estimates lie apart.
double z_of(stats::Interval const& a, stats::Interval const& b)
{
    return (a.mean - b.mean) / std::hypot(a.standard_error, b.standard_error);
}

int measure(int replications, std::string const& out)
{
    std::vector<Scheme> const schemes{{"one stream", &own<luck::OneStream>},
                                      {"stream a purpose", &own<luck::StreamAPurpose>},
                                      {"keyed, own loop", &own<luck::Keyed>},
                                      {"keyed, pathecon", &library}};
    std::string csv =
        "comparison,rho,scheme,replications,mean_stay_hours,difference_hours,standard_error,variance_ratio,"
        "variance_ratio_low,variance_ratio_high\n";
    std::printf("Variance of the difference under independent luck over that under shared luck (95 %% interval)\n");
    double worst = 0;
    for (double const rho : {0.60, 0.85, 0.95}) {
        std::vector<luck::Network> networks{luck::network_at(rho)};
        for (auto const& comparison : luck::comparisons()) {
            networks.push_back(networks.front());
            comparison.change(networks.back());
        }
        std::vector<Stays> stays;
        for (auto const& scheme : schemes) stays.push_back(scheme.simulate(networks, replications));
        for (std::size_t arm = 1; arm < networks.size(); ++arm) {
            auto const name = luck::comparisons()[arm - 1].name;
            std::printf("%-20s rho %.2f:", name.c_str(), rho);
            for (std::size_t s = 0; s < schemes.size(); ++s) {
                auto const ratio = stats::variance_ratio(stays[s][arm], stays[s][0]);
                auto const difference = stats::paired_difference(stays[s][arm], stays[s][0]);
                auto const truth = stats::paired_difference(stays.back()[arm], stays.back()[0]);
                if (s + 1 < schemes.size()) worst = std::max(worst, std::abs(z_of(difference, truth)));
                std::printf("  %s %.3g (%.3g to %.3g)", schemes[s].name, ratio.mean, ratio.low, ratio.high);
                char row[400];
                std::snprintf(row, sizeof row, "%s,%.2f,\"%s\",%d,%.6g,%.6g,%.3g,%.4g,%.4g,%.4g\n", name.c_str(), rho,
                              schemes[s].name, replications, stats::mean_interval(stays[s][0]).mean, difference.mean,
                              difference.standard_error, ratio.mean, ratio.low, ratio.high);
                csv += row;
            }
            std::printf("\n");
            std::fflush(stdout);
        }
    }
    std::printf("Between schemes and loops, the largest |z| of a difference is %.1f\n", worst);
    if (worst > most_z) {
        std::fprintf(stderr, "they disagree: nothing is written\n");
        return 1;
    }
    if (!out.empty()) {
        std::ofstream file{out};
        file << csv;
        if (!file.flush()) throw std::runtime_error{"cannot write " + out};
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        int replications = 100;
        std::string out;
        for (int i = 1; i < argc; i += 2) {
            std::string const option = argv[i];
            if (i + 1 == argc || (option != "--replications" && option != "--out"))
                throw std::runtime_error{"usage: pathecon_luck [--replications N] [--out FILE.csv]"};
            if (option == "--out")
                out = argv[i + 1];
            else
                replications = std::stoi(argv[i + 1]);
        }
        if (replications < 3) throw std::runtime_error{"a variance ratio with limits needs three replications"};
        return measure(replications, out);
    } catch (std::exception const& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 2;
    }
}
