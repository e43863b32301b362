// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A sample is a small model with a field table, for the tests of everything that field tables drive.

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/walk.hpp>

namespace pathecon::test {

enum class Mood { calm, busy };

struct Need {
    std::string resource;
    int count = 1;
    bool operator==(Need const&) const = default;
};

struct Step {
    std::string name;
    std::vector<Need> uses{};
    double share = 1.0;
    std::optional<double> patience{};
    Mood mood = Mood::calm;
    bool operator==(Step const&) const = default;
};

struct Faster {
    std::string step;
    double by = 1.0;
    bool operator==(Faster const&) const = default;
};

struct Skip {
    std::string step;
    bool operator==(Skip const&) const = default;
};

struct Clinic {
    std::string title;
    std::vector<Step> step{};
    std::vector<std::variant<Faster, Skip>> effects{};
    std::map<std::string, double> price{};
    std::vector<double> weights{};
    double discount_rate = 0.035;
    bool open = true;
    bool operator==(Clinic const&) const = default;
};

} // namespace pathecon::test

template <>
struct pathecon::base::EnumNames<pathecon::test::Mood> {
    static constexpr auto names = std::array{std::pair{test::Mood::calm, std::string_view{"calm"}},
                                             std::pair{test::Mood::busy, std::string_view{"busy"}}};
};

template <>
struct pathecon::base::Fields<pathecon::test::Need> {
    static constexpr std::string_view noun = "use", sentence = "A resource that a step needs.";
    static constexpr auto table =
        std::tuple{field("resource", &test::Need::resource, "Which resource.").required().key().shorthand(),
                   field("count", &test::Need::count, "How many of it.").at_least(1)};
};

template <>
struct pathecon::base::Fields<pathecon::test::Step> {
    static constexpr std::string_view noun = "step", sentence = "Work for a patient.";
    static constexpr auto table =
        std::tuple{field("name", &test::Step::name, "Name of the step, unique in the clinic.").required().key(),
                   field("uses", &test::Step::uses, "What it needs."),
                   field("share", &test::Step::share, "Share of the patients.").bounds(0, 1).unit("probability"),
                   field("patience", &test::Step::patience, "Hours a patient waits.").positive(),
                   field("mood", &test::Step::mood, "How it feels.")};
};

template <>
struct pathecon::base::Fields<pathecon::test::Faster> {
    static constexpr std::string_view noun = "faster", sentence = "Scales a step.";
    static constexpr auto table = std::tuple{field("step", &test::Faster::step, "Which step.").required(),
                                             field("by", &test::Faster::by, "The factor.").required()};
};

template <>
struct pathecon::base::Fields<pathecon::test::Skip> {
    static constexpr std::string_view noun = "skip", sentence = "Leaves a step out.";
    static constexpr auto table = std::tuple{field("step", &test::Skip::step, "Which step.").required()};
};

template <>
struct pathecon::base::Fields<pathecon::test::Clinic> {
    static constexpr std::string_view noun = "clinic", sentence = "A clinic.";
    static constexpr auto table =
        std::tuple{field("title", &test::Clinic::title, "Its title."),
                   field("step", &test::Clinic::step, "Its steps."),
                   field("effects", &test::Clinic::effects, "What changes."),
                   field("price", &test::Clinic::price, "Pounds by item."),
                   field("weights", &test::Clinic::weights, "Weights."),
                   field("discount_rate", &test::Clinic::discount_rate, "Discount a year.").bounds(0, 1),
                   field("open", &test::Clinic::open, "Whether it is open.")};
};
