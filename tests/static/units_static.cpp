// SPDX-License-Identifier: MIT
// If the assertions of this file compile, they have passed.
#include <concepts>
#include <type_traits>

#include "catch.hpp"

#include <pathecon/random/input.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/money.hpp>
#include <pathecon/units/probability.hpp>
#include <pathecon/units/rate.hpp>
#include <pathecon/units/week.hpp>

namespace {

using namespace pathecon::units;
using pathecon::random::Input;

template <class A, class B>
concept Adds = requires(A a, B b) { a + b; };
template <class A, class B>
concept Multiplies = requires(A a, B b) { a* b; };
template <class A, class B>
concept Compares = requires(A a, B b) { a < b; };

// Minutes do not add to pounds, nor to plain numbers.
static_assert(Adds<Duration, Duration>);
static_assert(!Adds<Duration, Money>);
static_assert(!Adds<Duration, double>);
static_assert(!Adds<Money, int>);
static_assert(!Adds<Rate, Duration>);
static_assert(!Adds<Money, Rate>);

// Nothing turns into a quantity, or back, unless it is said.
static_assert(!std::convertible_to<double, Duration> && !std::convertible_to<int, Duration>);
static_assert(!std::convertible_to<double, Money> && !std::convertible_to<double, Rate>);
static_assert(!std::constructible_from<Duration, double> && !std::constructible_from<Money, double>);
static_assert(!std::convertible_to<Duration, double> && !std::convertible_to<Money, double>);
static_assert(!std::convertible_to<Probability, double>);
static_assert(std::convertible_to<double, Probability>);

// Amounts scale by numbers, and by nothing else.
static_assert(Multiplies<Money, double> && Multiplies<double, Money>);
static_assert(!Multiplies<Money, Money> && !Multiplies<Duration, Duration> && !Multiplies<Rate, Rate>);
static_assert(!Multiplies<Money, Duration>);
static_assert(std::same_as<decltype(hour / minute), double>);
static_assert(std::same_as<decltype(pounds(4) / pounds(2)), double>);
static_assert(std::same_as<decltype(per_hour(4) * hour), double>);

static_assert(!Compares<Duration, Money> && !Compares<Duration, int> && Compares<Money, Money>);

// An input behaves as its value.
static_assert(Adds<Input<Duration>, Duration> && !Adds<Input<Duration>, Money>);
static_assert(std::convertible_to<Duration, Input<Duration>> && std::convertible_to<Input<Duration>, Duration>);
static_assert(std::convertible_to<double, Input<Probability>> && std::convertible_to<int, Input<double>>);
static_assert(!std::convertible_to<double, Input<Duration>> && !std::convertible_to<double, Input<int>>);

// Literals are exact.
static_assert(2_h + 5_min == minutes(125) && 365_days == 1_years && 2_weeks == 14_d && 0.5_h == 30_min);
static_assert((90_min).ticks() == 5'400'000'000 && (1.5_s).ticks() == 1'500'000);
static_assert((216_per_d).per_hour() == 9.0 && 9_per_h * 24_h == 216.0);
static_assert(1.20_gbp + 0.80_gbp == 2_gbp);

// Half a tick goes to the even side, whichever sign.
static_assert(Duration::from_ticks(5) * 0.5 == Duration::from_ticks(2));
static_assert(Duration::from_ticks(7) * 0.5 == Duration::from_ticks(4));
static_assert(Duration::from_ticks(-5) * 0.5 == Duration::from_ticks(-2));
static_assert(Duration::from_ticks(-7) / 2.0 == Duration::from_ticks(-4));

// A week starts on Monday, before tick 0 too.
static_assert(weekday(Duration{}) == Weekday::monday && weekday(-1_s) == Weekday::sunday);
static_assert(minute_of_week(7_d) == 0 && minute_of_week(-1_s) == minutes_per_week - 1);
static_assert(time_of_day(at(Weekday::thursday, 9_h) + 2_weeks) == 9_h);

static_assert(sizeof(Duration) == 8 && sizeof(Money) == 8 && sizeof(Rate) == 8 && sizeof(Probability) == 8);
static_assert(std::is_trivially_copyable_v<Duration> && std::is_trivially_copyable_v<Money>);

} // namespace

TEST_CASE("quantities worked out at run time are those worked out by the compiler")
{
    double volatile half = 0.5, third = 1.0 / 3; // not known to the compiler
    CHECK(Duration::from_ticks(7) * half == Duration::from_ticks(4));
    constexpr Duration compiled = 1_h * (1.0 / 3);
    CHECK(1_h * third == compiled);
    constexpr double odds = on_odds(0.3, 1.7).value();
    CHECK(on_odds(0.3, half + 1.2).value() == odds);
}
