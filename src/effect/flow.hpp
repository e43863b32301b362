// SPDX-License-Identifier: MIT
/// \file
/// What effects do to the flow: steps put in the way, and findings that are known only behind them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::effect {

/// Lists the names of all steps.
[[nodiscard]] std::vector<std::string> steps_of(pathway::Pathway const& pathway);

/// Adds an activity right behind a step. The route of the step, its conditions and its luck move to the activity.
void put_after(pathway::Pathway& pathway, std::string const& step, pathway::Activity activity);

/// Adds an activity right before a step: everybody who came to the step comes to the activity first, by a route, out of
/// a queue or by an event. A backlog that waits at the step is past it.
void put_before(pathway::Pathway& pathway, std::string const& step, pathway::Activity activity);

/// Lists an activity and the activities made by tools that follow it without a choice.
[[nodiscard]] std::vector<std::string> tail_of(pathway::Pathway const& pathway, std::string const& activity);

/// Writes a condition with one name in place of another.
[[nodiscard]] std::string renamed(std::string const& condition, std::string_view from, std::string_view to);
[[nodiscard]] bool mentions(std::string const& condition, std::string_view name);

/// Turns a test into a first finding under a new name, with its luck, for a test of the old name to be known later.
/// What hangs on the same activity from then on asks for the first finding.
void split_test(pathway::Pathway& pathway, std::string const& test, std::string const& first_finding);

/// Makes the test that is known at `at` and says what the first finding says; cases put before that go first.
[[nodiscard]] pathway::Test final_test(pathway::Test const& first_finding, std::string const& name,
                                       std::string const& at);

/// Follows a test back to the finding that nothing stands behind.
[[nodiscard]] pathway::Test* first_finding_of(pathway::Pathway& pathway, pathway::Test* test);

/// Says whether an outcome counts the uses of a tool: its luck is `<tool>/use`.
[[nodiscard]] bool counts_uses(pathway::Outcome const& outcome);

/// Makes a time by a factor, of the same family.
[[nodiscard]] pathway::TimeDistribution scaled(pathway::TimeDistribution time, double by);

/// Returns the mean in ticks; not a number when the distribution cannot be.
[[nodiscard]] double mean_of(pathway::TimeDistribution const& time);

} // namespace pathecon::effect
