// SPDX-License-Identifier: MIT
/// \file
/// A context is what an effect knows besides the pathway: whose effect it is, and how much that tool is used.
///
/// What an effect does to luck. A patient's luck is keyed by the name of the decision, never by its position, so:
/// - an effect transforms the value and never the draw: 10 minutes scaled by 0.9 are 9 minutes of the same patient;
/// - a step that an effect puts in the way leaves every other decision its name, hence its luck: routes that move to
/// another
///   step carry the luck of the step that they came from;
/// - an activity that stands in for another one names the other's luck in `luck_name`.
///
/// What adoption does. Of the patients of a visit that does not use the tool nothing changes, bit for bit. A tool that
/// only changes times (Scale, Burden) is used visit by visit: the draw has the name `<tool>/use` at every activity, so
/// its effects act on the same visits of an activity. A tool that also flags, adds or leaves out steps or moves work
/// must know before the visit whom it looks at: it is used patient by patient, by the attribute `<tool>/use` drawn at
/// arrival, in all of its effects. Either way all effects of a tool, and the count of its uses, agree on who was
/// concerned. Burden alone reaches everybody: see there.
///
/// What depends on drawn numbers. The shape of a pathway (its steps, attributes, outcomes) depends on which effects
/// there are and what they name, never on a number that a prior draws: every draw of an arm has the same labels.
#pragma once

#include <optional>
#include <string>

#include <pathecon/random/input.hpp>
#include <pathecon/units/probability.hpp>

namespace pathecon::effect {

/// What is drawn to be used with the tool or without it.
enum class Drawn { per_visit, per_patient };

/// The share of visits (or patients) that use a tool, in [0, 1], and the name of the luck that picks them.
struct Adoption {
    random::Input<units::Probability> share{units::Probability{1.0}};
    std::string luck_name{};
    Drawn drawn = Drawn::per_visit;
    bool operator==(Adoption const&) const = default;
};

struct Context {
    std::string tool{};                 ///< Everything that the tool makes is named `<tool>/...`.
    std::optional<Adoption> adoption{}; ///< Empty: every visit uses the tool.
    std::string path{}; ///< Where the effect stands in messages; empty means `tool/<tool>/effects/<verb>`.
};

} // namespace pathecon::effect
