// SPDX-License-Identifier: MIT
/// \file
/// Closed forms of queueing theory, and Markov chains solved where there is none: nothing here knows the engine.
#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace theory {

/// The probability that an arrival is lost in M/G/c/c with offered load a (Erlang B, by its stable recursion).
inline double erlang_b(int servers, double a) {
    double b = 1;
    for (int k = 1; k <= servers; ++k) b = a * b / (k + a * b);
    return b;
}

/// The probability that an arrival waits in M/M/c with offered load a (Erlang C).
inline double erlang_c(int servers, double a) {
    double const b = erlang_b(servers, a), rho = a / servers;
    return b / (1 - rho + rho * b);
}

/// The mean wait in M/M/c with service times of mean 1.
inline double mean_wait_mmc(int servers, double a) { return erlang_c(servers, a) / (servers - a); }

/// The stationary probabilities of a birth-and-death chain on 0, ..., last.
inline std::vector<double> birth_and_death(std::size_t last, std::function<double(double)> const& birth,
                                           std::function<double(double)> const& death) {
    std::vector<double> p{1.0};
    double sum = 1;
    for (std::size_t n = 0; n < last; ++n) {
        p.push_back(p.back() * birth(static_cast<double>(n)) / death(static_cast<double>(n + 1)));
        sum += p.back();
    }
    for (double& each : p) each /= sum;
    return p;
}

/// The sum of f(n) p(n).
inline double mean_over(std::vector<double> const& p, std::function<double(double)> const& f) {
    double sum = 0;
    for (std::size_t n = 0; n < p.size(); ++n) sum += p[n] * f(static_cast<double>(n));
    return sum;
}

/// A chain by its rates (or probabilities) of going from one state to another.
class Chain {
  public:
    explicit Chain(std::size_t states) : rates_(states, std::vector<double>(states)) {}
    void add(std::size_t from, std::size_t to, double rate) { rates_[from][to] += rate; }

    /// Solves for the stationary probabilities by elimination of states without subtraction (Grassmann, Taksar and Heyman 1985).
    [[nodiscard]] std::vector<double> stationary() const {
        auto a = rates_;
        std::size_t const n = a.size();
        for (std::size_t k = n - 1; k > 0; --k) {
            double out = 0;
            for (std::size_t j = 0; j < k; ++j) out += a[k][j];
            for (std::size_t i = 0; i < k; ++i) {
                if (a[i][k] == 0) continue;
                a[i][k] /= out;
                for (std::size_t j = 0; j < k; ++j) a[i][j] += a[i][k] * a[k][j];
            }
        }
        std::vector<double> p(n, 0.0);
        p[0] = 1;
        double sum = 1;
        for (std::size_t k = 1; k < n; ++k) {
            for (std::size_t i = 0; i < k; ++i) p[k] += p[i] * a[i][k];
            sum += p[k];
        }
        for (double& each : p) each /= sum;
        return p;
    }

  private:
    std::vector<std::vector<double>> rates_;
};

/// Finds the root of a function that changes sign once between low and high.
inline double root_of(std::function<double(double)> const& f, double low, double high) {
    bool const rising = f(low) < 0;
    for (int k = 0; k < 200; ++k) {
        double const middle = (low + high) / 2;
        ((f(middle) < 0) == rising ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace theory
