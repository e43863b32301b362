// SPDX-License-Identifier: MIT
#include <optional>

#include <fmt/format.h>

#include <pathecon/base/decode.hpp>
#include <pathecon/units/date.hpp>

#include "checks.hpp"
#include "codes.hpp"

namespace pathecon::pathway::detail {

namespace {

/// Reports what needs the date of day 0, and dates that cannot be.
class Dates {
public:
    Dates(std::string const& starts, base::Diagnostics& faults)
        : starts_{starts}
        , faults_{faults}
    {
        if (starts.empty()) return;
        std::string why;
        day_0_ = units::parse_date(starts, &why);
        if (!day_0_)
            faults.error(code::date_fault, "starts", "day 0 cannot be: " + why,
                         "write starts = '2026-01-05', a Monday");
        else if (auto const weekday = day_0_->weekday(); weekday != units::Weekday::monday)
            faults.error(
                code::date_fault, "starts",
                fmt::format("day 0 is a Monday, but {} is a {}", starts,
                            units::weekday_names[static_cast<std::size_t>(weekday)]),
                fmt::format("write starts = '{}'", units::date_text(*day_0_ - static_cast<std::int32_t>(weekday))));
    }

    void need(std::string const& path, std::string_view what)
    {
        if (starts_.empty())
            faults_.error(code::date_fault, path, fmt::format("{} need the date of day 0, which is not given", what),
                          "write starts = '2026-01-05', a Monday, in the pathway");
    }

    void rota(std::string const& path, Rota const& rota)
    {
        bool const dated = !rota.exceptions.empty();
        if (rota.holidays != HolidayRule::worked) need(path + "/holidays", "bank holidays");
        if (dated) need(path + "/exceptions", "dates");
        if (rota.shifts.empty() && (dated || rota.holidays != HolidayRule::worked))
            faults_.error(code::rota_fault, path + "/shifts",
                          "exceptions from no shifts at all: nobody ever waits here",
                          "give the usual shifts, or servers that are always there");
        exceptions(path, rota.exceptions, "write { from = '2026-12-24', until = '2026-12-31', shifts = [ ... ] }");
    }

    /// Dates on which lists and meetings are not held.
    void closures(std::string const& path, std::vector<Closure> const& closures, bool bank_holidays)
    {
        if (!bank_holidays) need(path + "/bank_holidays", "bank holidays");
        if (!closures.empty()) need(path + "/exceptions", "dates");
        exceptions(path, closures, "write { from = '2026-12-24', until = '2026-12-31' }");
    }

private:
    template <class Exception>
    void exceptions(std::string const& path, std::vector<Exception> const& all, std::string const& hint)
    {
        base::detail::ElementNames names;
        std::vector<std::pair<units::Date, units::Date>> before;
        for (auto const& exception : all) {
            auto const at = path + "/exceptions/" + names.next({});
            if (auto const why = why_not(exception); !why.empty()) {
                faults_.error(code::date_fault, at, "this exception cannot be: " + why, hint);
                continue;
            }
            auto const from = *units::parse_date(exception.from);
            auto const until = exception.until.empty() ? from : *units::parse_date(exception.until);
            for (auto const& [first, last] : before)
                if (from <= last && first <= until)
                    faults_.error(
                        code::date_fault, at,
                        fmt::format("an earlier exception holds on {} too", units::date_text(std::max(from, first))),
                        "let every date have one exception");
            before.emplace_back(from, until);
            if (day_0_ && until < *day_0_)
                faults_.warning(code::date_fault, at,
                                fmt::format("ends before day 0, {}: it changes nothing", starts_));
        }
    }

    std::string const& starts_;
    base::Diagnostics& faults_;
    std::optional<units::Date> day_0_{};
};

} // namespace

void check_dates(Pathway const& pathway, base::Diagnostics& faults)
{
    Dates dates{pathway.starts, faults};
    base::detail::ElementNames arrivals, resources, sessions, activities, routes;
    for (auto const& noun : pathway.arrivals) {
        auto const path = "arrivals/" + arrivals.next(noun.name);
        dates.rota(path + "/open", noun.open);
        if (noun.appointments) dates.closures(path + "/appointments", noun.appointments->exceptions, noun.appointments->bank_holidays);
    }
    for (auto const& noun : pathway.resources) dates.rota("resource/" + resources.next(noun.name) + "/rota", noun.rota);
    for (auto const& noun : pathway.sessions)
        dates.closures("session/" + sessions.next(noun.name), noun.exceptions, noun.bank_holidays);
    for (auto const& noun : pathway.activities)
        if (auto const path = "activity/" + activities.next(noun.name); noun.batch)
            dates.closures(path + "/batch", noun.batch->exceptions, noun.batch->bank_holidays);
    for (auto const& noun : pathway.routes) {
        auto const path = "route/" + routes.next(noun.from) + "/to/";
        base::detail::ElementNames branches;
        for (auto const& branch : noun.to) dates.rota(path + branches.next(branch.to) + "/open", branch.open);
    }
}

} // namespace pathecon::pathway::detail
