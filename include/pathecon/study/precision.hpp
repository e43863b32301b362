// SPDX-License-Identifier: MIT
/// \file
/// A precision says how narrow the range of a study's answers must be, and how long it may be worked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pathecon/base/field.hpp>
#include <pathecon/units/codec.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/probability.hpp>

namespace pathecon::study {

/// What is taken of the times of an interval.
enum class Measure { mean, median, p90, share_within_standard };

/// One answer that must be known to within an absolute half-width: of an arm other than the first, its difference from
/// the comparator; of the first arm, what it is itself.
struct Goal {
    std::string interval;
    std::string arm{}; ///< Empty means every arm but the first; in a study of one arm, that one.
    Measure measure = Measure::mean;
    std::optional<units::Duration> half_width{};    ///< Of a time, at 95 %.
    std::optional<units::Probability> half_share{}; ///< Of a share, at 95 %, absolute.
    bool operator==(Goal const&) const = default;
};

/// The replications of a study are added to until every goal is met: first as many as `Study::replications` (at least
/// 10), then at each look a fifth more, and never more than `most`. The looks are fixed before the run, so that nothing
/// but the study decides where it stops.
struct Precision {
    std::vector<Goal> goals{};
    int most = 1000;
    bool operator==(Precision const&) const = default;
};

} // namespace pathecon::study

template <>
struct pathecon::base::EnumNames<pathecon::study::Measure> {
    using Measure = pathecon::study::Measure;
    static constexpr std::array<std::pair<Measure, std::string_view>, 4> names{{
        {Measure::mean, "mean"},
        {Measure::median, "median"},
        {Measure::p90, "p90"},
        {Measure::share_within_standard, "share_within_standard"},
    }};
};

template <>
struct pathecon::base::Fields<pathecon::study::Goal> {
    using T = pathecon::study::Goal;
    static constexpr std::string_view noun = "goal", sentence = "An answer that must be known closely enough.";
    static constexpr auto table = std::tuple{
        field("interval", &T::interval, "Interval whose times are asked about.").required().positional(),
        field("arm", &T::arm, "Arm whose difference from the comparator counts; every arm when left out."),
        field("measure", &T::measure, "What is taken of the times."),
        field("half_width", &T::half_width, "Half-width of the 95 % interval that is close enough, of a time.")
            .positive(),
        field("half_share", &T::half_share, "The same of the share within the standard.").unit("probability"),
    };
};

template <>
struct pathecon::base::Fields<pathecon::study::Precision> {
    using T = pathecon::study::Precision;
    static constexpr std::string_view noun = "precision",
                                      sentence = "How closely answers must be known, and how long they are worked for.";
    static constexpr auto table = std::tuple{
        field("goals", &T::goals, "Answers that must be known closely enough, all of them.").required(),
        field("most", &T::most, "Replications at most.").bounds(10, 1'000'000),
    };
};
