// SPDX-License-Identifier: MIT
/// \file
/// Prints what luck and sampling cost, in ns an item: the best of many short runs, beside the platform's own functions.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include <pathecon/random/column.hpp>
#include <pathecon/random/distribution.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/luck.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/stats/exact_sum.hpp>
#include <pathecon/stats/histogram.hpp>

namespace {

using namespace pathecon;

constexpr std::size_t items = 1U << 14; // a column of this length stays in the second cache
double keep = 0.0;                      // results go here, so that no work is removed

template <class Work>
double best_ns(Work const& work, std::size_t count = items, int runs = 200)
{
    double best = 1e300;
    for (int run = 0; run < runs; ++run) {
        auto const start = std::chrono::steady_clock::now();
        work();
        std::chrono::duration<double, std::nano> const spent = std::chrono::steady_clock::now() - start;
        best = std::min(best, spent.count() / static_cast<double>(count));
    }
    return best;
}

template <class Function>
double per_item(std::vector<double> const& column, Function const& f)
{
    return best_ns([&] {
        double sum = 0.0;
        for (double const x : column) {
            sum += f(x);
        }
        keep += sum;
    });
}

void print(char const* what, double ns) { std::printf("%-44s %7.2f\n", what, ns); }

void luck_rows()
{
    random::Luck const luck{.seed = 1, .model = 2, .replication = 3};
    auto const sum_of = [&](auto const& word_at) {
        return best_ns([&] {
            std::uint64_t sum = 0;
            for (std::uint64_t i = 0; i < items; ++i) {
                sum += word_at(i);
            }
            keep += static_cast<double>(sum >> 60);
        });
    };
    print("philox block (four words)", sum_of([&](std::uint64_t i) { return random::words(luck, 5, i, 0)[i & 3U]; }));
    random::Stream stream{5};
    print("stream, patients in order", sum_of([&](std::uint64_t i) { return stream.word(luck, i, 0); }));
    print("stream, block known", sum_of([&](std::uint64_t i) { return stream.word(luck, i & 15U, 0); }));
    print("stream, block never known", sum_of([&](std::uint64_t i) { return stream.word(luck, 16 * i, 0); }));
}

void sampler_rows(std::vector<double> const& u)
{
    struct Row {
        char const* name;
        random::Distribution law;
    };
    std::vector<double> column(u.size());
    std::printf("%-44s %7s %7s\n", "distribution", "one", "column");
    for (auto const& [name, law] : {Row{"constant", random::constant(3.0)},
                                    {"uniform", random::uniform(1.0, 2.0)},
                                    {"exponential", random::exponential(3.0)},
                                    {"normal", random::normal(3.0, 1.0)},
                                    {"normal, truncated at 0", random::normal_truncated(3.0, 1.0)},
                                    {"lognormal", random::lognormal(3.0, 1.0)},
                                    {"gamma", random::gamma(3.0, 1.0)},
                                    {"gamma, cv 3", random::gamma(3.0, 9.0)},
                                    {"weibull", random::weibull(3.0, 1.0)},
                                    {"triangular", random::triangular(1.0, 2.0, 4.0)},
                                    {"pert", random::pert(1.0, 2.0, 4.0)}}) {
        keep += law.sample(0.3); // fills a table before the clock runs
        double const one = per_item(u, [&law = law](double x) { return law.sample(x); });
        double const many = best_ns([&, &law = law] { law.sample(u, column); });
        std::printf("%-44s %7.2f %7.2f\n", name, one, many);
    }
}

/// What a decision costs with its luck: for every patient, and for one in a hundred.
void column_rows()
{
    struct Row {
        char const* name;
        random::Distribution law;
    };
    constexpr std::uint64_t patients = 1U << 12;
    std::printf("%-44s %7s %7s %7s %7s\n", "luck and law", "demand", "column", "1/100", "1/100");
    for (auto const& [name, law] : {Row{"uniform", random::uniform(0.0, 1.0)},
                                    {"exponential", random::exponential(0.25)},
                                    {"lognormal", random::lognormal(0.5, 0.3)},
                                    {"gamma", random::gamma(0.25, 0.17)}}) {
        keep += law.sample(0.3);
        random::Luck luck{.seed = 1, .model = 2, .replication = 3};
        random::Stream stream{5};
        random::Column column{5, law};
        std::printf("%-44s", name);
        for (std::uint64_t const step : {1U, 100U}) {
            auto const cost = [&](auto const& value_at) {
                return best_ns(
                    [&] {
                        ++luck.replication; // nothing is known yet
                        column.bind(luck);
                        double sum = 0.0;
                        for (std::uint64_t i = 0; i < patients; i += step) {
                            sum += value_at(i);
                        }
                        keep += sum;
                    },
                    patients / step, 2000);
            };
            double const demand = cost([&](std::uint64_t i) { return law.sample(stream.uniform(luck, i, 0)); });
            double const ahead = cost([&](std::uint64_t i) { return column.at(i); });
            std::printf(" %7.2f %7.2f", demand, ahead);
        }
        std::printf("\n");
    }
}

/// All the luck of one patient of the hospital benchmark, of whom four in ten take the way by imaging and reporting.
void hospital_rows()
{
    std::vector<random::Distribution> const laws{
        random::exponential(0.1),      random::uniform(0.0, 1.0), random::exponential(0.25),
        random::lognormal(0.5, 0.3),   random::uniform(0.0, 1.0), random::gamma(0.25, 0.25 / std::sqrt(2.0)),
        random::lognormal(0.35, 0.15), random::exponential(0.3)};
    constexpr std::size_t route = 4;
    constexpr std::size_t on_all_ways = 6;
    constexpr std::uint64_t patients = 1U << 12;
    random::Luck luck{.seed = 1, .model = 2, .replication = 3};
    std::vector<random::Stream> streams;
    std::vector<random::Column> columns;
    for (std::size_t d = 0; d < laws.size(); ++d) {
        streams.emplace_back(static_cast<std::uint32_t>(d));
        columns.emplace_back(static_cast<std::uint32_t>(d), laws[d]);
    }
    auto const cost = [&](auto const& value_at) {
        return best_ns(
            [&] {
                ++luck.replication;
                for (random::Column& column : columns) {
                    column.bind(luck);
                }
                double sum = 0.0;
                for (std::uint64_t i = 0; i < patients; ++i) {
                    bool images = false;
                    for (std::size_t d = 0; d < on_all_ways; ++d) {
                        double const x = value_at(d, i);
                        images = d == route ? x < 0.4 : images;
                        sum += x;
                    }
                    for (std::size_t d = on_all_ways; images && d < laws.size(); ++d) {
                        sum += value_at(d, i);
                    }
                }
                keep += sum;
            },
            patients, 1000);
    };
    print("patient of the hospital, on demand",
          cost([&](std::size_t d, std::uint64_t i) { return laws[d].sample(streams[d].uniform(luck, i, 0)); }));
    print("patient of the hospital, by columns",
          cost([&](std::size_t d, std::uint64_t i) { return columns[d].at(i); }));
}

void table_rows()
{
    // A new shape each time, so that the store never has it.
    int made = 0;
    auto const fresh = [&](auto const& make) {
        return best_ns([&] { keep += make(1.0 + 1e-9 * ++made).sample(0.3); }, 1, 50) / 1000.0;
    };
    print("gamma table, cv 0.2 (microseconds)", fresh([](double k) { return random::gamma(1.0, 0.2 * k); }));
    print("gamma table, cv 3 (microseconds)", fresh([](double k) { return random::gamma(1.0, 3.0 * k); }));
    print("beta table, 0.3 +- 0.1 (microseconds)", fresh([](double k) { return random::beta(0.3, 0.1 * k); }));
    print("beta table, 0.3 +- 0.001 (microseconds)", fresh([](double k) { return random::beta(0.3, 0.001 * k); }));
}

void stats_rows(std::vector<double> const& u)
{
    std::vector<std::int64_t> ticks;
    for (double const x : u) {
        ticks.push_back(static_cast<std::int64_t>(-3.6e9 * random::log(x)));
    }
    stats::Histogram histogram;
    print("histogram insert", best_ns([&] {
              for (auto const t : ticks) {
                  histogram.add(t);
              }
          }));
    stats::ExactSum sum;
    print("exact sum", best_ns([&] {
              for (auto const t : ticks) {
                  sum.add(t);
              }
          }));
    keep += histogram.quantile(0.5) + sum.mean();
}

} // namespace

int main()
{
    std::vector<double> u(items);
    for (std::size_t i = 0; i < items; ++i) {
        u[i] = random::uniform(random::word({1, 2, 3}, 4, i, 0));
    }
    std::printf("ns an item, best of 200 runs\n");
    luck_rows();
    print("log", per_item(u, [](double x) { return random::log(x); }));
    print("log of the platform", per_item(u, [](double x) { return std::log(x); }));
    print("exp", per_item(u, [](double x) { return random::exp(10.0 * x - 5.0); }));
    print("exp of the platform", per_item(u, [](double x) { return std::exp(10.0 * x - 5.0); }));
    print("pow", per_item(u, [](double x) { return random::pow(x, 0.7); }));
    print("normal quantile", per_item(u, [](double x) { return random::normal_quantile(x); }));
    sampler_rows(u);
    column_rows();
    hospital_rows();
    table_rows();
    stats_rows(u);
    return keep == 0.12345 ? 1 : 0;
}
