// SPDX-License-Identifier: MIT
#include "quantile_table.hpp"

#include <deque>
#include <map>

#include <pathecon/random/special.hpp>

#include "special_kernel.hpp"

namespace pathecon::random::detail {

namespace {

/// The quantile at one place, with its derivatives by the tail probability.
struct Knot {
    Share at{0.0, 0.0}; // y is used by beta alone
    double value = 0.0;
    double slope = 0.0;
    double curvature = 0.0;
};

Knot knot(Shapes shapes, double tail, bool upper, Share guess, bool logarithmic) noexcept
{
    double const u = upper ? 1.0 - tail : tail;
    Knot k;
    double density = 0.0;
    double log_slope = 0.0; // of the density
    if (shapes.b == 0.0) {
        double const x = gamma_inverse(shapes.a, u, guess.x);
        k.at = {x, 1.0};
        density = gamma_density(shapes.a, x);
        log_slope = (shapes.a - 1.0) / x - 1.0;
    } else {
        k.at = beta_inverse(shapes.a, shapes.b, u, guess);
        density = beta_density(shapes.a, shapes.b, k.at.x, k.at.y);
        log_slope = (shapes.a - 1.0) / k.at.x - (shapes.b - 1.0) / k.at.y;
    }
    k.value = k.at.x;
    k.slope = (upper ? -1.0 : 1.0) / density;
    k.curvature = -log_slope / (density * density);
    if (logarithmic) {
        k.value = log_positive(k.at.x);
        k.slope /= k.at.x;
        k.curvature = k.curvature / k.at.x - k.slope * k.slope;
    }
    return k;
}

/// The quintic on [0, 1] with these values, slopes and curvatures at its ends.
QuantileTable::Cell quintic(Knot const& left, Knot const& right, double width) noexcept
{
    double const c1 = left.slope * width;
    double const c2 = 0.5 * left.curvature * width * width;
    double const rise = right.value - left.value - c1 - c2;
    double const turn = right.slope * width - c1 - 2.0 * c2;
    double const bend = right.curvature * width * width - 2.0 * c2;
    return {{left.value, c1, c2, 10.0 * rise - 4.0 * turn + 0.5 * bend, -(15.0 * rise - 7.0 * turn + bend),
             6.0 * rise - 3.0 * turn + 0.5 * bend}};
}

/// The least recently made of this many tables leaves the store; whoever uses it keeps it.
constexpr std::size_t most_kept = 1024;

} // namespace

double by_iteration(Shapes shapes, double u) noexcept
{
    return shapes.b == 0.0 ? gamma_quantile(shapes.a, u) : beta_quantile(shapes.a, shapes.b, u);
}

double QuantileTable::exactly(double u) const noexcept
{
    return shapes_.b == 0.0 ? gamma_inverse(shapes_.a, u) : beta_inverse(shapes_.a, shapes_.b, u).x;
}

void QuantileTable::fill() const noexcept
{
    std::call_once(once_, [this]() noexcept {
        fill_side(false);
        fill_side(true);
        filled_.store(true, std::memory_order_release);
    });
}

void QuantileTable::fill_side(bool upper) const noexcept
{
    double tail = 0x1p-12;
    Knot left = knot(shapes_, tail, upper, {0.0, 0.0}, logarithmic_);
    std::size_t const start = upper ? side : 0;
    for (std::size_t place = 0; place + 1 < side; ++place) {
        double const width = std::bit_cast<double>(std::uint64_t{1023 - 12 + place / 8} << 52) * 0.125;
        tail += width;
        // The last point is the next one's guess: Newton is sure from anywhere, and quick from here.
        Knot const right = knot(shapes_, tail, upper, left.at, logarithmic_);
        cells_[start + place] = quintic(left, right, width);
        left = right;
    }
    cells_[start + side - 1] = {{left.value}};
}

std::shared_ptr<QuantileTable const> QuantileTable::of(Shapes shapes)
{
    if (!suits(shapes)) {
        return nullptr;
    }
    static std::mutex mutex;
    static std::map<Shapes, std::shared_ptr<QuantileTable const>> store;
    static std::deque<Shapes> order;
    std::scoped_lock const lock{mutex};
    auto [found, is_new] = store.try_emplace(shapes);
    if (is_new) {
        found->second = std::make_shared<QuantileTable const>(shapes);
        order.push_back(shapes);
        if (order.size() > most_kept) {
            store.erase(order.front());
            order.pop_front();
        }
    }
    return found->second;
}

} // namespace pathecon::random::detail
