// SPDX-License-Identifier: MIT
/// \file
/// A rota says how many of something are there at each moment of a week.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <pathecon/units/duration.hpp>

namespace pathecon::pathway {

/// `servers` are present on `days` from `from` until `to` (or for as long as `lasts` says). A shift whose `to` is not
/// after its `from` ends on the next day; the one of Sunday night reaches into Monday.
struct Shift {
    std::string days = "daily"; ///< "Mon-Fri", "Tue Fri", "daily", "weekdays".
    std::string from = "00:00"; ///< Clock time.
    std::string to = "24:00";   ///< Clock time; ignored when `lasts` is given.
    std::optional<units::Duration> lasts{};
    int servers = 1;
    std::string weeks{}; ///< In which weeks it starts: "1 of 2" is every other week from the first on; empty means every week.
    bool operator==(Shift const&) const = default;
};

/// What is worked on England's bank holidays: the usual shifts, none, or those of a Sunday.
enum class HolidayRule { worked, closed, as_sunday };

/// Dates on which other shifts are worked than usual; without shifts nobody is there.
struct RotaException {
    std::string from;            ///< "2026-12-24".
    std::string until{};         ///< Last date of them; empty means that one date.
    std::vector<Shift> shifts{}; ///< In place of the usual ones that start on these dates.
    bool operator==(RotaException const&) const = default;
};

/// Dates on which a list or a meeting is not held.
struct Closure {
    std::string from;    ///< "2026-12-24".
    std::string until{}; ///< Last date of them; empty means that one date.
    bool operator==(Closure const&) const = default;
};

/// Shifts add up where they overlap; outside every shift nobody is there. A date in an exception goes before a holiday.
struct Rota {
    std::vector<Shift> shifts{};
    std::vector<RotaException> exceptions{};
    HolidayRule holidays = HolidayRule::worked;
    static Rota always(int servers = 1);
    static Rota weekdays(units::Duration from, units::Duration to, int servers = 1);
    bool operator==(Rota const&) const = default;
};

/// Returns why a shift cannot be (no such day, no length, ...), empty when it can.
std::string why_not(Shift const& shift);

/// One week of a rota as steps: from each `at` (since Monday 00:00, rising, first is 0) on, `servers` are present.
struct RotaStep {
    units::Duration at;
    int servers;
    bool operator==(RotaStep const&) const = default;
};

using RotaSteps = std::vector<RotaStep>; ///< The first is at 0 and neighbours differ.

/// Returns the steps of each week of a rota's cycle, one week where all are alike; after the last comes the first again. On a
/// fault returns none and says why. A rota without shifts has one step with nobody there; what that means is for its owner to say.
std::vector<RotaSteps> weeks_of(Rota const& rota, std::string& why);

/// One week that is not like the others, as steps of that week.
struct RotaWeek {
    std::int64_t week; ///< 0 is the week of day 0.
    RotaSteps steps;
    bool operator==(RotaWeek const&) const = default;
};

/// Returns those of the first `weeks` weeks that exceptions or bank holidays make unlike `weeks_of(rota)`, in order.
/// They change the shifts that start on their dates; a shift that began the day before goes on, into the next week too,
/// and what started before day 0 counts. `starts` is the Monday of day 0. On a fault returns none and says why. Of
/// several exceptions that name a date the first holds (`check` refuses them).
std::vector<RotaWeek> exceptional_weeks(Rota const& rota, std::string const& starts, std::int64_t weeks,
                                        std::string& why);

/// Returns why an exception cannot be (no such date, a fault of a shift, ...), empty when it can.
std::string why_not(RotaException const& exception);

/// Returns why a closure cannot be (no such date, ends before it begins), empty when it can.
std::string why_not(Closure const& closure);

/// Returns those of the first `days` days (0 is day 0, the Monday `starts`) that closures name or, unless they are worked,
/// that are bank holidays in England, rising; none where dates are not asked for. On a fault returns none and says why.
std::vector<std::int64_t> closed_days(std::vector<Closure> const& closures, bool bank_holidays, std::string const& starts,
                                      std::int64_t days, std::string& why);

/// Returns server-time of a week without exceptions, as a mean over its cycle. Requires that `why_not` is empty for every shift.
units::Duration open_time_per_week(Rota const& rota);

} // namespace pathecon::pathway
