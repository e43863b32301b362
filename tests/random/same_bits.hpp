// SPDX-License-Identifier: MIT
/// \file
/// One number that stands for the bits of everything random: it is the same wherever a luck may be replayed.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include <pathecon/random/column.hpp>
#include <pathecon/random/design.hpp>
#include <pathecon/random/dirichlet.hpp>
#include <pathecon/random/elementary.hpp>
#include <pathecon/random/normal.hpp>
#include <pathecon/random/prior.hpp>
#include <pathecon/random/special.hpp>

namespace same_bits {

namespace random = pathecon::random;

/// Laws no table suits: slow.
inline std::vector<random::Distribution> laws_by_iteration()
{
    return {random::gamma(3.0, 60.0), random::beta(0.999, 0.02)};
}

/// A law of every family, with gamma and beta numbers by either kind of table.
inline std::vector<random::Distribution> laws()
{
    return {random::constant(3.0),
            random::uniform(-1.0, 2.0),
            random::exponential(0.25),
            random::lognormal(0.5, 0.3),
            random::lognormal(1e6, 1e8),
            random::lognormal_median(1.0, 300.0), // overflows and underflows
            random::weibull(3.0, 1.0),
            random::weibull(3.0, 100.0),
            random::weibull(3.0, 300.0), // the same
            random::normal(-3.0, 1.0),
            random::normal_truncated(3.0, 1.0),
            random::normal_truncated(3.0, 1.0, 9.0),
            random::gamma(0.25, 0.17),
            random::gamma(3.0, 9.0),
            random::gamma(3.0, 0.01),
            random::erlang(3, 2.0),
            random::beta(0.3, 0.1),
            random::beta(0.05, 0.15),
            random::pert(1.0, 2.0, 4.0),
            random::pert(1.0, 1.0, 4.0),
            random::triangular(1.0, 2.0, 4.0),
            random::empirical(std::array{3.0, 1.0, 2.0}, std::array{1.0, 5.0, 1.0}),
            random::empirical(std::array{3.0, 1.0, 2.0})};
}

/// Uniform numbers of a luck, with the ends of every region among them.
inline std::vector<double> uniforms(random::Luck const& luck, std::size_t n)
{
    std::vector<double> u;
    for (std::size_t i = 0; i < n; ++i) {
        u.push_back(random::uniform(random::word(luck, 9, i, 0)));
    }
    for (double const extreme : {0x1p-53, 0x1.8p-52, 0x1p-12, 0x1p-12 - 0x1p-53, 0x1p-12 + 0x1p-52, 0.25, 0.75, 0.5,
                                 0.5 - 0x1p-53, 0.5 + 0x1p-53, 1.0 - 0x1p-12, 1.0 - 0x1p-12 - 0x1p-53, 1.0 - 0x1p-53}) {
        u.insert(u.begin() + static_cast<std::ptrdiff_t>(u.size() / 2), extreme);
    }
    return u;
}

class Hash {
public:
    void add(std::uint64_t bits) noexcept { hash_ = (hash_ ^ bits) * 0x9E3779B97F4A7C15U ^ (hash_ >> 29); }

    /// Processors differ in the sign and the payload of what is not a number.
    void add(double x) noexcept { add(x == x ? std::bit_cast<std::uint64_t>(x) : std::uint64_t{0x7FF8000000000000U}); }

    [[nodiscard]] std::uint64_t value() const noexcept { return hash_; }

private:
    std::uint64_t hash_ = 1;
};

/// Any double at all: each exponent and sign is as likely as any other.
inline std::vector<double> doubles(random::Luck const& luck, std::size_t n)
{
    std::vector<double> x;
    for (std::size_t i = 0; i < n; ++i) {
        x.push_back(std::bit_cast<double>(random::word(luck, 10, i, 0)));
    }
    return x;
}

/// Doubles between 2^-16 and 2^16.
inline double moderate(double any) noexcept
{
    std::uint64_t const bits = std::bit_cast<std::uint64_t>(any);
    return std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFU) | ((bits >> 52 & 31U) + 1023U - 16U) << 52);
}

inline std::uint64_t of_functions(random::Luck const& luck)
{
    Hash hash;
    auto const any = doubles(luck, 200000);
    for (double const x : any) {
        double const y = moderate(x);
        double const z =
            std::bit_cast<double>(std::bit_cast<std::uint64_t>(y) ^ (std::bit_cast<std::uint64_t>(x) >> 63 << 63));
        for (double const argument : {x, y, z}) {
            hash.add(random::log(argument));
            hash.add(random::exp(argument));
            hash.add(random::log1p(argument));
            hash.add(random::expm1(argument));
            hash.add(random::pow(y, argument));
            hash.add(random::normal_density(argument));
            hash.add(random::normal_cdf(argument));
            hash.add(random::erfc(argument));
        }
        hash.add(random::log_gamma(y));
    }
    for (double const u : uniforms(luck, 100000)) {
        hash.add(random::normal_quantile(u));
    }
    auto const u = uniforms(luck, 1000);
    for (std::size_t i = 0; i < u.size(); ++i) {
        double const a = moderate(any[2 * i]);
        double const b = moderate(any[2 * i + 1]);
        hash.add(random::gamma_cdf(a, b));
        hash.add(random::gamma_tail(a, b));
        hash.add(random::gamma_quantile(a, u[i]));
        hash.add(random::beta_cdf(a, b, u[i]));
        hash.add(random::beta_quantile(a, b, u[i]));
    }
    return hash.value();
}

/// One by one, in lanes and by column.
inline std::uint64_t of_laws(random::Luck const& luck, std::vector<random::Distribution> const& laws, std::size_t n)
{
    Hash hash;
    auto const u = uniforms(luck, n);
    std::vector<double> values(u.size());
    for (random::Distribution const& law : laws) {
        hash.add(law.mean());
        hash.add(law.sd());
        hash.add(law.scaled(1.0 / 3.0).sample(0.3));
        law.sample(u, values);
        for (std::size_t i = 0; i < u.size(); ++i) {
            hash.add(law.sample(u[i]));
            hash.add(values[i]);
        }
        for (std::size_t i = 0; i < n / 64; ++i) {
            hash.add(law.quantile(u[i]));
        }
        random::Column column{7, law};
        column.bind(luck);
        for (std::uint64_t patient = 0; patient < n; ++patient) {
            hash.add(column.at(patient));
        }
        random::Stream stream{7};
        for (std::uint64_t patient = 0; patient < n / 4; ++patient) {
            hash.add(law.sample(stream.uniform(luck, patient, 3)));
        }
    }
    return hash.value();
}

/// What reaches the model before the first patient: designs, priors, shares.
inline std::uint64_t of_draws(std::uint64_t seed)
{
    using random::Family;
    constexpr double none = random::Prior::not_given;
    std::array const priors{random::Prior{.family = Family::beta, .mean = 0.3, .low = 0.25, .high = 0.36},
                            random::Prior{.family = Family::beta, .mean = 0.97, .sd = 0.01},
                            random::Prior{.family = Family::gamma, .mean = 250.0, .sd = 60.0},
                            random::Prior{.family = Family::gamma, .mean = 2.0, .low = 1.0, .high = 5.0, .level = 0.9},
                            random::Prior{.family = Family::lognormal, .mean = 1.2, .low = 0.8, .high = 1.9},
                            random::Prior{.family = Family::lognormal, .mean = 1.2, .sd = 0.3},
                            random::Prior{.family = Family::normal, .mean = 0.1, .low = -0.3, .high = 0.5},
                            random::Prior{.family = Family::uniform, .mean = none, .low = 1.0, .high = 3.0},
                            random::Prior{.family = Family::triangular, .mean = 2.0, .low = 1.0, .high = 3.5},
                            random::Prior{.family = Family::pert, .mean = 2.0, .low = 1.0, .high = 3.5}};
    Hash hash;
    constexpr std::uint64_t n = 512;
    for (std::size_t i = 0; i < priors.size(); ++i) {
        random::Distribution const law = random::to_distribution(priors[i]);
        std::string const name = "input " + std::to_string(i);
        for (std::uint64_t draw = 0; draw < n; ++draw) {
            double const u = random::design_uniform(seed, draw, n, name);
            hash.add(u);
            hash.add(law.quantile(u));
        }
    }
    for (std::uint64_t draw = 0; draw < n; ++draw) {
        std::array const u{random::design_uniform(seed, draw, n, "a"), random::design_uniform(seed, draw, n, "b")};
        for (double const share : random::dirichlet(std::array{3.0, 40.0, 0.5}, u)) {
            hash.add(share);
        }
    }
    return hash.value();
}

struct Hashes {
    std::uint64_t functions;
    std::uint64_t laws;
    std::uint64_t draws;
};

inline Hashes of_everything()
{
    random::Luck const luck{.seed = 42, .model = 7, .replication = random::replication_id(3, 1)};
    return {of_functions(luck), of_laws(luck, laws(), 20000) ^ of_laws(luck, laws_by_iteration(), 1000), of_draws(42)};
}

inline std::uint64_t one_of(Hashes const& hashes)
{
    Hash hash;
    hash.add(hashes.functions);
    hash.add(hashes.laws);
    hash.add(hashes.draws);
    return hash.value();
}

} // namespace same_bits
