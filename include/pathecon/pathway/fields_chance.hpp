// SPDX-License-Identifier: MIT
/// \file
/// The field tables of chances, times and rotas: the values that the nouns are made of.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/base/walk.hpp>
#include <pathecon/pathway/chance.hpp>
#include <pathecon/pathway/rota.hpp>
#include <pathecon/pathway/time_distribution.hpp>
#include <pathecon/random/evidence.hpp>

namespace pathecon::pathway::detail {

/// Visits the parameters that the time's family reads, in the order of the field table: f(name, parameter, field
/// entry).
template <class Time, class Visit>
void each_parameter(Time& time, Visit visit);

/// Returns the parameter with the distribution's source where it has none of its own; a prior is kept.
template <class T>
random::Input<T> with_source_of(random::Input<T> const& parameter, TimeDistribution const& time)
{
    if (!time.evidence) return parameter;
    if (!parameter.evidence) return {*parameter, time.evidence};
    auto const& own = *parameter.evidence;
    if (!own.source.empty() || own.status != random::Status::unstated) return parameter;
    auto const& whole = *time.evidence;
    return parameter.sourced(whole.source, whole.status, whole.price_year, own.note.empty() ? whole.note : own.note);
}

} // namespace pathecon::pathway::detail

namespace pathecon::base {

template <>
struct EnumNames<pathway::TimeFamily> {
    using enum pathway::TimeFamily;
    static constexpr auto names = std::array{
        std::pair{constant, std::string_view{"constant"}},   std::pair{exponential, std::string_view{"exponential"}},
        std::pair{lognormal, std::string_view{"lognormal"}}, std::pair{gamma, std::string_view{"gamma"}},
        std::pair{erlang, std::string_view{"erlang"}},       std::pair{weibull, std::string_view{"weibull"}},
        std::pair{normal, std::string_view{"normal"}},       std::pair{triangular, std::string_view{"triangular"}},
        std::pair{uniform, std::string_view{"uniform"}},     std::pair{empirical, std::string_view{"empirical"}},
    };
};

template <>
struct Fields<pathway::Case> {
    using T = pathway::Case;
    static constexpr std::string_view noun = "case",
                                      sentence = "The probability for the patients who meet a condition.";
    static constexpr auto table = std::tuple{
        field("where", &T::where, "Condition on attributes and test results, such as 'cancer and not urgent'.")
            .required(),
        field("p", &T::p, "Probability for these patients.").required().unit("probability"),
    };
};

template <>
struct Fields<pathway::Chance> {
    using T = pathway::Chance;
    static constexpr std::string_view noun = "chance",
                                      sentence =
                                          "The probability of a yes: that of the first case whose condition holds, p "
                                          "when none does.";
    static constexpr auto table = std::tuple{
        field("p", &T::p, "Probability for the patients whom no case covers.").unit("probability").positional(),
        field("cases", &T::cases, "Probabilities for some patients; the first whose condition holds."),
    };
};

template <>
struct Fields<pathway::TimeDistribution> {
    using T = pathway::TimeDistribution;
    static constexpr std::string_view noun = "time",
                                      sentence = "How long something takes, by mean and standard deviation.";
    static constexpr auto table = std::tuple{
        field("family", &T::family, "Shape of the distribution."),
        field("mean", &T::mean, "Mean; of the untruncated parent for a normal."),
        field("sd", &T::sd, "Standard deviation (lognormal, gamma, Weibull, normal)."),
        field("median", &T::median, "Median (lognormal)."),
        field("low", &T::low, "Shortest time (triangular, uniform)."),
        field("mode", &T::mode, "Most likely time (triangular)."),
        field("high", &T::high, "Longest time (triangular, uniform)."),
        field("sigma", &T::sigma, "Standard deviation of the logarithm (lognormal).").at_least(0.0),
        field("cv", &T::cv, "Standard deviation over the mean (lognormal).").at_least(0.0),
        field("k", &T::k, "Number of phases (Erlang).").at_least(0.0),
        field("values", &T::values, "Observed times (empirical)."),
        field("weights", &T::weights, "Weight of each observed time; equal when empty (empirical).").at_least(0.0),
    };
};

template <>
struct Fields<pathway::Shift> {
    using T = pathway::Shift;
    static constexpr std::string_view noun = "shift",
                                      sentence = "Servers who are present on some days between two clock times.";
    static constexpr auto table = std::tuple{
        field("days", &T::days, "Days on which the shift starts: 'Mon-Fri', 'Tue Fri', 'daily', 'weekdays'."),
        field("from", &T::from, "Clock time at which it starts."),
        field("to", &T::to, "Clock time at which it ends; on the next day when it is not after 'from'."),
        field("lasts", &T::lasts, "Length of the shift, in place of 'to'.").positive(),
        field("servers", &T::servers, "How many are present.").at_least(0.0),
        field("weeks", &T::weeks, "Weeks in which it starts, week 1 being that of day 0: '1 of 2', '1 3 of 4'; every week when left out."),
    };
};

template <>
struct EnumNames<pathway::HolidayRule> {
    using enum pathway::HolidayRule;
    static constexpr auto names =
        std::array{std::pair{worked, std::string_view{"worked"}}, std::pair{closed, std::string_view{"closed"}},
                   std::pair{as_sunday, std::string_view{"as_sunday"}}};
};

template <>
struct Fields<pathway::RotaException> {
    using T = pathway::RotaException;
    static constexpr std::string_view noun = "rota_exception",
                                      sentence = "Dates on which other shifts are worked than usual.";
    static constexpr auto table = std::tuple{
        field("from", &T::from, "First date, such as '2026-12-24'.").required().positional().shorthand(),
        field("until", &T::until, "Last date; that one date when left out."),
        field("shifts", &T::shifts, "Shifts that start on these dates in place of the usual; none means closed."),
    };
};

template <>
struct Fields<pathway::Closure> {
    using T = pathway::Closure;
    static constexpr std::string_view noun = "closure", sentence = "Dates on which a list or a meeting is not held.";
    static constexpr auto table = std::tuple{
        field("from", &T::from, "First date, such as '2026-12-24'.").required().positional().shorthand(),
        field("until", &T::until, "Last date; that one date when left out."),
    };
};

template <>
struct Fields<pathway::Rota> {
    using T = pathway::Rota;
    static constexpr std::string_view noun = "rota",
                                      sentence = "How many are present at each moment of a week; shifts add up.";
    static constexpr auto table = std::tuple{
        field("shifts", &T::shifts, "The shifts of a week.").positional(),
        field("exceptions", &T::exceptions, "Dates with other shifts."),
        field("holidays", &T::holidays, "On England's bank holidays: worked as usual, closed, or as on a Sunday."),
    };
};

/// Reads `0.24`, `"24 %"`, an input with its source or prior, or `{ p = 0.098, cases = [ { where = "cancer", p = 0.754
/// } ] }`.
template <>
struct Codec<pathway::Chance> {
    static void decode(Value const& value, pathway::Chance& object, DecodeContext& context);
    static Value encode(pathway::Chance const& object, Omit omit = Omit::nothing);
    static std::string expects() { return "a probability such as 0.24 or '24 %', or a table with 'p' and 'cases'"; }
};

/// Reads `"14 min"`, an input with its source or prior, or one family as the key with its parameters, such as
/// `{ gamma = { mean = "14 min", sd = "6 min" }, source = "local audit", status = "local" }`.
template <>
struct Codec<pathway::TimeDistribution> {
    static void decode(Value const& value, pathway::TimeDistribution& object, DecodeContext& context);
    static Value encode(pathway::TimeDistribution const& object, Omit omit = Omit::nothing);
    static std::string expects() { return "a time such as '14 min' or { gamma = { mean = '14 min', sd = '6 min' } }"; }
};

/// Reads a list of shifts, a single shift, a number of servers who are always there, or a table with any of these as
/// `shifts` beside `exceptions` and `holidays`.
template <>
struct Codec<pathway::Rota> {
    static void decode(Value const& value, pathway::Rota& object, DecodeContext& context);
    static Value encode(pathway::Rota const& object, Omit omit = Omit::nothing);
    static std::string expects()
    {
        return "a list of shifts, how many are always there, or a table with 'shifts', 'exceptions' and 'holidays'";
    }
};

/// Visits the parameters that the family reads; one without a source has that of the distribution.
template <>
struct Walk<pathway::TimeDistribution> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const&, Visit& visit)
    {
        pathway::detail::each_parameter(object, [&](std::string_view name, auto& parameter, FieldEntry const& entry) {
            detail::PathScope const scope{path, name};
            if constexpr (std::is_const_v<Object> && requires { parameter.evidence; }) {
                auto const sourced = pathway::detail::with_source_of(parameter, object);
                detail::walk_on(sourced, path, entry, visit);
            } else
                detail::walk_on(parameter, path, entry, visit);
        });
    }
};

/// Visits the shifts under the rota's own path.
template <>
struct Walk<pathway::Rota> {
    template <class Object, class Visit>
    static void each(Object& object, std::string& path, FieldEntry const& entry, Visit& visit)
    {
        detail::walk_on(object.shifts, path, entry, visit);
    }
};

} // namespace pathecon::base

template <class Time, class Visit>
void pathecon::pathway::detail::each_parameter(Time& time, Visit visit)
{
    bool const by_median = time.family == TimeFamily::lognormal && *time.median != units::Duration{};
    auto const read = [&](std::string_view name) {
        switch (time.family) {
        case TimeFamily::constant:
        case TimeFamily::exponential:
            return name == "mean";
        case TimeFamily::gamma:
        case TimeFamily::weibull:
        case TimeFamily::normal:
            return name == "mean" || name == "sd";
        case TimeFamily::lognormal:
            // The pair that is given: mean or median, with its own measure of spread or with cv.
            if (name == "cv") return *time.cv != 0.0;
            if (name == "mean" || name == "sd") return !by_median && (name == "mean" || *time.cv == 0.0);
            return by_median && (name == "median" || (name == "sigma" && *time.cv == 0.0));
        case TimeFamily::erlang:
            return name == "mean" || name == "k";
        case TimeFamily::triangular:
            return name == "low" || name == "mode" || name == "high";
        case TimeFamily::uniform:
            return name == "low" || name == "high";
        case TimeFamily::empirical:
            return name == "values" || (name == "weights" && !time.weights.empty());
        }
        return false;
    };
    auto const one = [&](auto const& field) {
        if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(time.*(field.member))>, TimeFamily>)
            if (read(field.name)) visit(field.name, time.*(field.member), field);
    };
    std::apply([&](auto const&... field) { (one(field), ...); }, base::Fields<TimeDistribution>::table);
}
