// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <array>
#include <cmath>

#include <pathecon/random/uniform.hpp>

#include "story.hpp"

using namespace story;

namespace {

Pathway demand(Arrivals arrivals) { return Pathway{"demand"}.add(std::move(arrivals)).add(Activity{.name = "come"}); }

std::vector<sim::Ticks> times_of(Pathway const& pathway, units::Duration window)
{
    std::vector<sim::Ticks> times;
    for (auto const& row : read(pathway, window).trace)
        if (row.what == What::arrival && row.time < window.ticks()) times.push_back(row.time);
    return times;
}

void check_count(std::int64_t count, double expected)
{
    INFO(count << " came, expected " << expected);
    REQUIRE(expected > 40'000); // a standard error of 0.5 %
    CHECK(std::abs(static_cast<double>(count) - expected) <= 4.89 * std::sqrt(expected));
}

} // namespace

TEST_CASE("a trace: patients come at its times and are what it says; what it does not say is drawn") {
    auto pathway = demand(at({{0 * minute, "sex = f and urgent"}, {90 * minute, "sex = m and not urgent"}, {90 * minute, "sex = f and not urgent"}, {3 * day, "sex = m and urgent"}}))
                       .add(known("urgent")).add(Attribute{.name = "sex", .levels = {"f", "m"}, .shares = {1.0, 1.0}})
                       .add(Attribute{.name = "smoker", .is = pathway::bernoulli(1.0)});
    for (auto const* where : {"sex = f", "urgent", "sex = m and urgent", "smoker"}) pathway = pathway.add(pathway::Outcome{.name = where, .at = "come", .where = where});
    auto const story = read(pathway);
    CHECK(story.only(What::arrival) == Lines{"0:00 0", "1:30 1", "1:30 2", "Thu 0:00 3"});
    CHECK(story.run.outcomes == std::vector<std::int64_t>{2, 2, 1, 4});
}

TEST_CASE("a constant time between patients: the first comes after one of them") {
    CHECK(read(demand({.between = 12 * minute}), hour).only(What::arrival) == Lines{"0:12 0", "0:24 1", "0:36 2", "0:48 3"});
}

TEST_CASE("the time between patients passes while the door is open, and as fast as the factors say") {
    Arrivals arrivals{.between = 3 * hour, .open = {{{.days = "Mon Tue", .from = "09:00", .to = "17:00"}}}};
    // Eight hours are open a day: two come, two hours are left for the next morning.
    CHECK(read(demand(arrivals)).only(What::arrival) == Lines{"12:00 0", "15:00 1", "Tue 10:00 2", "Tue 13:00 3", "Tue 16:00 4"});
    arrivals.between = 4 * hour;
    // What ends as the door closes comes when it opens.
    CHECK(read(demand(arrivals)).only(What::arrival) == Lines{"13:00 0", "Tue 9:00 1", "Tue 13:00 2"});
    arrivals.profile = {{.from = "13:00", .to = "24:00", .by = 2.0}};
    CHECK(read(demand(arrivals)).only(What::arrival) == Lines{"13:00 0", "15:00 1", "Tue 9:00 2", "Tue 13:00 3", "Tue 15:00 4"});
    arrivals.group = 2;
    CHECK(read(demand(arrivals), 14 * hour).only(What::arrival) == Lines{"13:00 0", "13:00 1"});
}

TEST_CASE("the time before a patient is drawn by the name of the stream and the patient's number") {
    auto const takes = pathway::gamma(20 * minute, 15 * minute);
    auto pathway = demand({.between = takes});
    auto const law = pathway::to_distribution(takes);
    random::Luck const luck{.seed = 1, .model = random::tag_of("demand")};
    double at = 0;
    std::vector<sim::Ticks> expected;
    for (std::uint64_t n = 0; expected.size() < 40; ++n) {
        at += law.sample(random::uniform(random::word(luck, random::purpose_of("patients/arrivals"), ((random::tag_of("patients") >> 42) << 41) + n, 0)));
        expected.push_back(static_cast<sim::Ticks>(at + 0.5));
    }
    auto times = times_of(pathway, day);
    REQUIRE(times.size() >= 40);
    times.resize(40);
    CHECK(times == expected);
}

TEST_CASE("a group comes together and is counted one by one") {
    auto const alone = times_of(demand({.rate = units::Rate::from_per_hour(2)}), 100 * week);
    auto const groups = times_of(demand({.rate = units::Rate::from_per_hour(2), .group = 3}), 100 * week);
    REQUIRE(groups.size() % 3 == 0);
    for (std::size_t k = 0; k < groups.size(); k += 3) {
        REQUIRE(groups[k] == groups[k + 1]);
        REQUIRE(groups[k] == groups[k + 2]);
    }
    double const expected = 2.0 * 24 * 7 * 100;
    CHECK(std::abs(static_cast<double>(groups.size()) / 3 - expected) <= 4.89 * std::sqrt(expected));
    CHECK(std::abs(static_cast<double>(alone.size()) - expected) <= 4.89 * std::sqrt(expected));
}

TEST_CASE("the rate follows the profile of the week, hour by hour; profiles multiply and may go round midnight") {
    Arrivals arrivals{.rate = units::Rate::from_per_hour(20)};
    arrivals.profile = {{.days = "Sat Sun", .by = 0.5}, {.days = "daily", .from = "10:00", .to = "14:00", .by = 3.0}, {.days = "Sun", .from = "22:00", .to = "02:00", .by = 0.0}};
    std::array<std::int64_t, 168> by_hour{};
    for (auto const time : times_of(demand(arrivals), 200 * week)) ++by_hour[static_cast<std::size_t>(time_of_week(time) / hour.ticks())];
    std::int64_t quiet = 0, noon = 0, weekend = 0, weekend_noon = 0, silent = 0;
    for (std::size_t h = 0; h < by_hour.size(); ++h) {
        bool const at_weekend = h >= 5 * 24, at_noon = h % 24 >= 10 && h % 24 < 14;
        if (h >= 6 * 24 + 22 || h < 2) silent += by_hour[h];
        else (at_weekend ? at_noon ? weekend_noon : weekend : at_noon ? noon : quiet) += by_hour[h];
    }
    CHECK(silent == 0);
    check_count(quiet, 200 * 20.0 * (5 * 20 - 2));
    check_count(noon, 200 * 60.0 * 5 * 4);
    check_count(weekend, 200 * 10.0 * (2 * 20 - 2));
    check_count(weekend_noon, 200 * 30.0 * 2 * 4);
}

TEST_CASE("the season gives each month its factor, by the date of day 0") {
    Arrivals arrivals{.rate = units::Rate::from_per_hour(200), .season = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.5, 1.0, 1.0, 1.0, 2.0}};
    auto pathway = demand(arrivals);
    pathway.starts = "2026-06-29";
    std::int64_t june = 0, july = 0, august = 0, september = 0;
    for (auto const time : times_of(pathway, 91 * day)) {
        auto const on = time / day.ticks();
        ++(on < 2 ? june : on < 33 ? july : on < 64 ? august : september);
    }
    CHECK(july == 0);
    check_count(august, 100.0 * 24 * 31);
    check_count(september, 200.0 * 24 * 27);
    CHECK(std::abs(static_cast<double>(june) - 9600) <= 4.89 * std::sqrt(9600.0));
}

TEST_CASE("growth over several years is compounded day by day") {
    Arrivals const arrivals{.rate = units::Rate::from_per_hour(10), .growth = 0.1};
    std::array<std::int64_t, 3> years{};
    for (auto const time : times_of(demand(arrivals), 3 * 365 * day)) ++years[static_cast<std::size_t>(time / (365 * day).ticks())];
    for (int year = 0; year < 3; ++year) {
        double expected = 0;
        for (int d = 0; d < 365; ++d) expected += 240 * std::pow(1.1, (365.0 * year + d) / 365);
        check_count(years[static_cast<std::size_t>(year)], expected);
    }
}

TEST_CASE("dispersion: days differ by more than chance, and there are as many patients on average") {
    Arrivals const arrivals{.rate = units::Rate::from_per_hour(5), .dispersion = 0.3};
    constexpr int days = 4000;
    std::vector<std::int64_t> counts(days);
    for (auto const time : times_of(demand(arrivals), days * day)) ++counts[static_cast<std::size_t>(time / day.ticks())];
    double mean = 0, square = 0;
    for (auto const n : counts) mean += static_cast<double>(n) / days;
    for (auto const n : counts) square += std::pow(static_cast<double>(n) - mean, 2) / days;
    // A Poisson count whose mean is 120 G, with a coefficient of variation of G of 0.3: variance = 120 + (120 x 0.3)^2.
    double const variance = 120 + 36 * 36;
    CHECK(std::abs(mean - 120) <= 4.89 * std::sqrt(variance / days));
    // The excess kurtosis of this mixture is below 1: the standard error of a variance is below its value times sqrt(3 / n).
    CHECK(std::abs(square - variance) <= 4.89 * variance * std::sqrt(3.0 / days));
}

TEST_CASE("a real waiting list: the longest first, and waits count from when it began") {
    auto pathway = clinic(at({5 * minute}));
    pathway = pathway.add(pathway::Backlog{.name = "list", .at = "see", .waited = {3 * day, 10 * day, 1 * day}, .judged = true})
                  .add(Interval{.name = "all", .to = "see.start"});
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 list 0 see", "0:30 list 1 see", "1:00 list 2 see", "1:30 patients 0 see"});
    auto const& times = story.run.intervals[0].times;
    CHECK(times.count() == 4);
    CHECK(times.greatest() == (10 * day).ticks());
    CHECK(times.least() == (85 * minute).ticks());
    CHECK(times.mean() == Approx(static_cast<double>((10 * day + 3 * day + 30 * minute + day + hour + 85 * minute).ticks()) / 4));
}

TEST_CASE("a list that is not judged makes others wait and counts in no interval") {
    auto const pathway = clinic(at({5 * minute})).add(pathway::Backlog{.name = "list", .at = "see", .waited = {3 * day, 10 * day}})
                             .add(Interval{.name = "all", .to = "see.start"});
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 list 0 see", "0:30 list 1 see", "1:00 patients 0 see"});
    CHECK(story.run.intervals[0].times.count() == 1);
    CHECK(story.run.intervals[0].times.greatest() == (55 * minute).ticks());
}

TEST_CASE("a list by its number and the law of its ages") {
    auto const pathway = clinic(at({5 * minute}), 10 * minute)
                             .add(pathway::Backlog{.name = "list", .at = "see", .count = 20, .age = pathway::uniform(10 * day, 30 * day), .judged = true})
                             .add(Interval{.name = "all", .to = "see.start", .rows = true});
    auto const story = read(pathway);
    sim::Ticks before = (30 * day).ticks();
    int rows = 0;
    for (auto const& row : story.run.rows) {
        if (row.patient >> 40 == 0) continue;
        auto const age = row.ticks - rows * (10 * minute).ticks(); // the n-th is seen n x 10 min after the start
        CHECK(age <= before);
        CHECK(age >= (10 * day).ticks());
        before = age;
        ++rows;
    }
    CHECK(rows == 20);
}

TEST_CASE("those who are not at their end when the run is are reported, and where they are") {
    auto pathway = clinic(at({0 * minute, 0 * minute, 0 * minute, 0 * minute}), 10 * minute).add(Delay{.name = "home", .takes = 30 * day});
    pathway = pathway.add(known("stays")).add(Route{.from = "see", .to = {{"home"}}});
    std::vector<sim::TraceRow> trace;
    auto const run = sim::simulate(sim::compile(pathway::check(pathway)), {}, {.window = 25 * minute}, trace);
    // At 0:25 two have been seen and are at home, the third is being seen, the fourth waits.
    CHECK(run.end == (25 * minute).ticks());
    CHECK(run.unfinished == std::vector<std::int64_t>{4});
    CHECK(run.unfinished_at == std::vector<std::int64_t>{2, 2});
    CHECK(run.visits == std::vector<std::int64_t>{2, 0});
}
