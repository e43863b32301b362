// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include "story.hpp"

using namespace story;

namespace {

/// A scanner that fails after every two hours for one hour: down from 2:00 to 3:00, from 5:00 to 6:00, ...
Pathway scanner(Times const& times, EndOfShift in_hand, units::Duration takes = 30 * minute)
{
    auto pathway = Pathway{"scanner"}.add(at(times)).add(staff("scanner")).add(work("scan", "scanner", takes));
    return pathway.add(pathway::Downtime{.name = "failure", .resources = {"scanner"}, .every = 2 * hour, .lasts = hour, .in_hand = in_hand});
}

} // namespace

TEST_CASE("nobody starts while it is down, and those who waited start when it is up") {
    auto const story = read(scanner({130 * minute, 140 * minute}, EndOfShift::resume));
    CHECK(story.only(What::start) == Lines{"3:00 0 scan", "3:30 1 scan"});
}

TEST_CASE("it goes down and up by the clock, with the time up counted from when it was up again") {
    // Down at 2-3, 5-6, 8-9: ten minutes before each failure somebody begins, and half an hour of work is resumed after it.
    CHECK(read(scanner({110 * minute, 290 * minute, 470 * minute}, EndOfShift::resume)).lines() ==
          Lines{"1:50 0 start scan", "2:00 0 put_back scan", "3:00 0 resume scan", "3:20 0 end scan", "4:50 1 start scan", "5:00 1 put_back scan",
                "6:00 1 resume scan", "6:20 1 end scan", "7:50 2 start scan", "8:00 2 put_back scan", "9:00 2 resume scan", "9:20 2 end scan"});
}

TEST_CASE("work in hand when it fails: finished, resumed, or done again") {
    auto const ends = [](EndOfShift in_hand) { return read(scanner({110 * minute}, in_hand)).only(What::end); };
    CHECK(ends(EndOfShift::finish) == Lines{"2:20 0 scan"});
    CHECK(ends(EndOfShift::resume) == Lines{"3:20 0 scan"});
    CHECK(ends(EndOfShift::repeat_identical) == Lines{"3:30 0 scan"});
    CHECK(ends(EndOfShift::repeat_different) == Lines{"3:30 0 scan"}); // a constant drawn anew is the same
}

TEST_CASE("one of two fails: the other goes on") {
    auto pathway = scanner({119 * minute, 119 * minute, 119 * minute}, EndOfShift::resume);
    pathway.resources[0].rota = Rota::always(2);
    pathway.downtimes[0].servers = 1;
    // The later in the order of patients is put back and is the first to go on.
    CHECK(read(pathway).lines() == Lines{"1:59 0 start scan", "1:59 1 start scan", "2:00 1 put_back scan", "2:29 1 resume scan", "2:29 0 end scan",
                                         "2:58 2 start scan", "2:58 1 end scan", "3:28 2 end scan"});
}

TEST_CASE("one cause stops several resources at once") {
    auto pathway = scanner({130 * minute}, EndOfShift::resume).add(at({135 * minute}, "readings")).add(staff("reader")).add(work("read", "reader", minute))
                       .add(Route{.from = "scan", .to = {{"exit"}}});
    pathway.arrivals[1].to = "read";
    pathway.downtimes[0].resources = {"scanner", "reader"};
    CHECK(read(pathway).only(What::start) == Lines{"3:00 patients 0 scan", "3:00 readings 0 read"});
}

TEST_CASE("failures by chance: never busy while down, and open time less by the share that it is down") {
    auto pathway = Pathway{"scanner"}.add(Arrivals{.rate = units::Rate::from_per_hour(1)}).add(staff("scanner")).add(work("scan", "scanner", pathway::exponential(20 * minute)))
                       .add(pathway::Downtime{.name = "failure", .resources = {"scanner"}, .every = pathway::exponential(90 * hour), .lasts = pathway::exponential(10 * hour)});
    auto const window = 52 * 100 * week;
    auto const run = sim::simulate(sim::compile(pathway::check(pathway)), {.seed = 3}, {.window = window});
    // An alternating renewal process: share up = 90 / (90 + 10). The variance of the time up in t is t s with
    // s = (b^2 var(up) + a^2 var(down)) / (a + b)^3 = 2 a^2 b^2 / (a + b)^3, a = 90 h, b = 10 h.
    double const t = static_cast<double>((window / hour)), share = static_cast<double>(run.open_ticks[0]) / static_cast<double>(window.ticks());
    double const error = std::sqrt(2.0 * 8100 * 100 / 1e6 / t);
    INFO("share up " << share << " +- " << error);
    CHECK(error < 0.005 * 0.9);
    CHECK(std::abs(share - 0.9) <= 4.89 * error);
    CHECK(run.calendar_ticks[0] < run.open_ticks[0]);
}

TEST_CASE("a surge opens when so many wait and closes when few enough do; work in hand is finished") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute, 3 * minute, 4 * minute}));
    pathway.resources[0].surge = pathway::Surge{.of = "see", .open_at = 2, .close_at = 0, .servers = 1};
    // At 0:02 two wait: a second doctor comes and sees 1. At 0:32 the queue is empty (3 and 4 follow 2) and the second doctor goes.
    auto const story = read(pathway);
    CHECK(story.only(What::start) == Lines{"0:00 0 see", "0:02 1 see", "0:30 2 see", "0:32 3 see", "1:00 4 see"});
    // Open: one doctor all week, and the second from 0:02 until nobody waits, at 1:00.
    CHECK(story.run.open_ticks[0] == (7 * day + 58 * minute).ticks());
}

TEST_CASE("a surge that closes puts work back if the resource's rule says so") {
    auto pathway = clinic(at({0 * minute, 1 * minute, 2 * minute}));
    pathway.resources[0].surge = pathway::Surge{.of = "see", .open_at = 2, .close_at = 0, .servers = 1};
    pathway.resources[0].end_of_shift = EndOfShift::resume;
    // The second doctor sees 1 from 0:02. At 0:30 patient 2 starts, nobody waits and the second doctor goes: the one who began last, 2, is
    // put back, and goes on when 1 is done.
    CHECK(read(pathway).lines() == Lines{"0:00 0 start see", "0:02 1 start see", "0:30 2 start see", "0:30 0 end see", "0:30 2 put_back see",
                                         "0:32 2 resume see", "0:32 1 end see", "1:02 2 end see"});
}
