// SPDX-License-Identifier: MIT
#include <pathecon/econ/worth.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/pause.hpp>
#include <pathecon/econ/discount.hpp>
#include <pathecon/stats/interval.hpp>

namespace pathecon::econ {
namespace {

std::size_t row_of(ledger::Kind kind) { return 1 + static_cast<std::size_t>(kind); }

/// Whether an amount of this kind is part of a level.
bool counts(ledger::Kind kind, Level level) {
    switch (kind) {
    case ledger::Kind::cash: return true;
    case ledger::Kind::capacity: return level >= Level::capacity;
    case ledger::Kind::health: return level >= Level::health;
    case ledger::Kind::societal: return level >= Level::societal;
    case ledger::Kind::transfer:
    case ledger::Kind::unmonetised: return false;
    }
    return false;
}

/// Percentile of sorted values that may end in infinities, by linear interpolation of ranks.
double percentile(std::vector<double> const& sorted, double p) {
    double const rank = p * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(rank);
    double const low = sorted[below];
    double const part = rank - static_cast<double>(below);
    if (part == 0 || low == sorted[below + 1]) return low;
    return low + part * (sorted[below + 1] - low);
}

bool all_finite(std::vector<double> const& values) {
    return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

} // namespace

Worth::Worth(std::size_t years, std::size_t owners)
    : owner_cash(owners), owner_value(owners), slots_{years + 1}, plain_(rows * slots_), discounted_(rows * slots_) {}

double Worth::outlay() const {
    double sum = 0;
    for (std::size_t slot = 0; slot < slots_; ++slot) sum -= discounted_[slot];
    return sum;
}

double Worth::consequence(ledger::Kind kind) const {
    double sum = 0;
    for (std::size_t slot = 0; slot < slots_; ++slot) sum += discounted_[row_of(kind) * slots_ + slot];
    return sum;
}

double Worth::benefit(Level level) const {
    double sum = 0;
    for (auto const& [kind, name] : base::EnumNames<ledger::Kind>::names)
        if (counts(kind, level)) sum += consequence(kind);
    return sum;
}

std::vector<double> Worth::flows(Level level, bool discounted) const {
    auto const& from = discounted ? discounted_ : plain_;
    std::vector<double> flows{from.begin(), from.begin() + static_cast<std::ptrdiff_t>(slots_)};
    for (auto const& [kind, name] : base::EnumNames<ledger::Kind>::names)
        if (counts(kind, level))
            for (std::size_t slot = 0; slot < slots_; ++slot) flows[slot] += from[row_of(kind) * slots_ + slot];
    return flows;
}

template <class Combine>
void Worth::combine(Worth const& other, Combine with) {
    auto const all = [&](std::vector<double>& mine, std::vector<double> const& theirs) {
        std::transform(mine.begin(), mine.end(), theirs.begin(), mine.begin(), with);
    };
    qalys = with(qalys, other.qalys);
    gross_cost = with(gross_cost, other.gross_cost);
    all(owner_cash, other.owner_cash);
    all(owner_value, other.owner_value);
    all(plain_, other.plain_);
    all(discounted_, other.discounted_);
}

Worth& Worth::operator+=(Worth const& other) { return combine(other, std::plus<>{}), *this; }
Worth& Worth::operator-=(Worth const& other) { return combine(other, std::minus<>{}), *this; }
Worth& Worth::operator*=(double factor) {
    return combine(*this, [factor](double mine, double) { return mine * factor; }), *this;
}

Worth Worths::mean() const {
    Worth sum = draws.front();
    for (std::size_t draw = 1; draw < draws.size(); ++draw) sum += draws[draw];
    if (draws.size() > 1) sum *= 1.0 / static_cast<double>(draws.size());
    return sum;
}

Worths worths_of(ledger::Ledger const& ledger, Terms const& terms, int arm) {
    PATHECON_EXPECTS(arm >= 0 && static_cast<std::size_t>(arm) < ledger.arms.size(), "the arm is one of the ledger");
    auto const years = static_cast<std::size_t>(terms.horizon.ticks() / units::year.ticks());
    Worth const nothing{years, ledger.owner.texts().size()};
    Worths worths{.terms = terms, .owners = ledger.owner.texts()};
    worths.draws.assign(static_cast<std::size_t>(ledger.draws), nothing);
    worths.left_out.assign(static_cast<std::size_t>(ledger.left_out), nothing);
    Rates const money = rates_of(terms, ledger::Unit::gbp), health = rates_of(terms, ledger::Unit::qaly);

    for (std::size_t i = 0; i < ledger.size(); ++i) {
        if (ledger.arm[i] != arm || ledger.amount[i] == 0) continue;
        auto& worth = ledger.without[i] < 0 ? worths.draws[static_cast<std::size_t>(ledger.draw[i])]
                                            : worths.left_out[static_cast<std::size_t>(ledger.without[i])];
        base::pause();
        bool const qaly = ledger.unit[i] == ledger::Unit::qaly;
        double const pounds = ledger.amount[i] * (qaly ? terms.qaly_value.pounds() : 1.0);
        std::size_t const row = ledger.outlay[i] ? 0 : row_of(ledger.kind[i]);
        auto const owner = static_cast<std::size_t>(ledger.owner.codes()[i]);
        bool const gross = ledger.account[i] == ledger::Account::gross;
        bool const in_books = ledger.kind[i] == ledger::Kind::cash || ledger.kind[i] == ledger::Kind::transfer;
        for (auto const& part : year_parts(terms, qaly ? health : money, ledger.from[i], ledger.to[i])) {
            double const plain = pounds * part.share, present = plain * part.factor;
            if (gross) {
                if (!qaly && ledger.kind[i] != ledger::Kind::transfer) worth.gross_cost -= present;
                continue;
            }
            auto const slot = row * worth.slots_ + static_cast<std::size_t>(part.year);
            worth.plain_[slot] += plain;
            worth.discounted_[slot] += present;
            if (qaly) worth.qalys += ledger.amount[i] * part.share * part.factor;
            worth.owner_value[owner] += present;
            if (in_books) worth.owner_cash[owner] += present;
        }
    }
    return worths;
}

namespace detail {

Estimate estimate_draws(double mean, std::vector<double> each, std::vector<double> const& without, double level) {
    auto const n = static_cast<double>(each.size());
    Estimate estimate{.mean = mean, .level = level, .n = static_cast<int>(each.size()), .over = Over::draws};
    if (std::none_of(each.begin(), each.end(), [](double value) { return std::isnan(value); })) {
        std::sort(each.begin(), each.end());
        estimate.low = percentile(each, (1 - level) / 2);
        estimate.high = percentile(each, (1 + level) / 2);
    }
    if (all_finite(without)) {
        // The jackknife; of a mean it is the standard deviation over the root of n.
        double centre = 0, squares = 0;
        for (double const value : without) centre += value / n;
        for (double const value : without) squares += (value - centre) * (value - centre);
        estimate.standard_error = std::sqrt(squares * (n - 1) / n);
    }
    return estimate;
}

Estimate estimate_replications(double mean, std::vector<double> const& without, double level) {
    Estimate estimate{.mean = mean, .level = level};
    if (without.size() < 2) return estimate;
    estimate.n = static_cast<int>(without.size());
    estimate.over = Over::replications;
    if (!std::isfinite(mean) || !all_finite(without)) return estimate;
    auto const n = static_cast<double>(without.size());
    std::vector<double> pseudo;
    for (double const value : without) pseudo.push_back(n * mean - (n - 1) * value);
    auto const interval = stats::mean_interval(pseudo, level);
    double const half = (interval.high - interval.low) / 2;
    estimate.low = mean - half;
    estimate.high = mean + half;
    estimate.standard_error = interval.standard_error;
    return estimate;
}

} // namespace detail

} // namespace pathecon::econ
