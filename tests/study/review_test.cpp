// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <algorithm>

#include <pathecon/study/review.hpp>

#include "clinic.hpp"

using namespace pathecon;
using namespace pathecon::units::literals;

namespace {

bool has_code(base::Diagnostics const& diagnostics, int code)
{
    return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                       [&](auto const& d) { return d.code == code; });
}

/// One arm, one step, visits of the cohort against completions in the window.
sim::Runs typed(std::vector<std::pair<std::int64_t, std::int64_t>> const& visits)
{
    sim::Runs runs;
    runs.arms = {"usual"};
    runs.labels = {sim::Labels{.sources = {"all"},
                               .steps = {"see nurse"},
                               .resources = {},
                               .groups = {},
                               .sessions = {},
                               .intervals = {},
                               .outcomes = {},
                               .group_of = {}}};
    runs.replications = static_cast<int>(visits.size());
    for (auto const& [cohort, calendar] : visits) {
        sim::Replication replication;
        replication.visits = {cohort};
        replication.calendar_visits = {calendar};
        runs.results.push_back(replication);
    }
    return runs;
}

} // namespace

TEST_CASE("a step whose work keeps up does not drift, one whose queue grows does", "[study]")
{
    auto const steady = study::drifts_of(typed({{1000, 1004}, {1010, 1003}, {990, 992}, {1000, 1001}}));
    REQUIRE(steady.size() == 1);
    CHECK_FALSE(steady.front().drifting);
    CHECK(steady.front().gap == Approx(0.0).margin(1e-12));

    auto const growing = study::drifts_of(typed({{1000, 904}, {1010, 903}, {990, 892}, {1000, 901}}));
    CHECK(growing.front().gap == Approx(0.1));
    CHECK(growing.front().drifting);

    auto const noisy = study::drifts_of(typed({{1000, 700}, {1000, 1250}, {1000, 800}, {1000, 1050}}));
    CHECK_FALSE(noisy.front().drifting);
}

TEST_CASE("a study in steady operation has nothing to warn of", "[study]")
{
    auto study = clinic::study();
    study.arms.pop_back(); // Voice notes leave the remark that nobody said how much they are used
    study.arms.pop_back();
    auto const result = study::run(study);
    CHECK(study::little_holds(result.runs));
    CHECK(study::review(result).text() == "");
}

TEST_CASE("an arm whose queue grows is warned of: overload, drift and patients not followed to their end", "[study]")
{
    auto study = clinic::study();
    auto slow = clinic::voice_notes();
    slow.effects = {effect::Scale{.activity = "see nurse", .by = 1.6}};
    study.arms = {{.name = "usual care"}, {.name = "slow", .tools = {slow}}};
    study.replications = 6;
    auto const warnings = study::review(study::run(study));
    INFO(warnings.text());
    CHECK(warnings.ok());
    for (int const code : {611, 612, 614}) CHECK(has_code(warnings, code));
    for (auto const& warning : warnings.all()) CHECK(warning.path == "arm/slow");
}

TEST_CASE("an overload says what its load cannot know", "[study]")
{
    auto study = clinic::study();
    auto slow = clinic::voice_notes();
    slow.effects = {effect::Scale{.activity = "see nurse", .by = 1.6}};
    study.arms = {{.name = "usual care"}, {.name = "slow", .tools = {slow}}};
    auto const warned = [&] {
        base::Diagnostics found;
        static_cast<void>(study::models_of(study, found));
        for (auto const& one : found.all())
            if (one.code == 611) return one.message;
        return std::string{};
    };
    auto const plain = warned();
    CHECK(plain.ends_with(": its queue grows for as long as the simulation lasts"));
    auto const nurse = std::find_if(study.pathway.activities.begin(), study.pathway.activities.end(),
                                    [](auto const& activity) { return activity.name == "see nurse"; });
    nurse->patience = pathway::Patience{.after = pathway::constant(2_h)};
    CHECK(warned() == plain + ", as far as can be told beforehand (the load counts patients who leave a queue early, or "
                              "are taken by an event, as if they stayed)");
    // Over draws it is the run that says so.
    study.draws = 2;
    study.replications = 1;
    auto const reviewed = study::review(study::run(study));
    auto const overload = std::find_if(reviewed.all().begin(), reviewed.all().end(), [](auto const& d) {
        return d.code == 611 && d.message.find(" of 2 draws: its queue grows") != std::string::npos;
    });
    REQUIRE(overload != reviewed.all().end());
    CHECK(overload->message.ends_with("as if they stayed)"));
}

TEST_CASE("a broken law of Little is the engine's fault and an error", "[study]")
{
    auto result = study::run(clinic::study());
    result.runs.results[4].stays += 1;
    CHECK_FALSE(study::little_holds(result.runs));
    auto const review = study::review(result);
    CHECK_FALSE(review.ok());
    CHECK(has_code(review, 610));
}

TEST_CASE("the busiest resource is the first suspect, with the wait of those it holds up", "[study]")
{
    auto study = clinic::study();
    study.pathway = study.pathway.add(pathway::Session{.name = "review list",
                                                       .resource = "doctor",
                                                       .lists = {{.days = "Mon-Fri", .from = "17:00", .slots = 12}},
                                                       .slot = 5_min});
    auto review = pathway::Activity{.name = "review", .session = "review list"};
    study.pathway = study.pathway.add(review).add(
        pathway::Route{.from = "see doctor", .to = {{.to = "review", .p = pathway::bernoulli(0.1)}, {.to = "exit"}}});
    auto const table = study::bottlenecks(study::run(study), 0);
    REQUIRE(table.rows() == 3);
    CHECK(table.column<std::string>("name") == std::vector<std::string>{"nurse", "doctor", "review list"});
    CHECK(table.column<std::string>("kind") == std::vector<std::string>{"resource", "resource", "session"});
    auto const& load = table.column<double>("load");
    auto const& utilisation = table.column<double>("utilisation");
    auto const& error = table.column<double>("standard_error");
    CHECK(load[0] == Approx(0.75)); // 5 an hour for 9 minutes
    CHECK(load[2] == Approx(0.2));  // 5 x 8 x 0.6 x 0.1 = 2.4 a day of 12 places
    CHECK(std::abs(utilisation[0] - load[0]) < 4.89 * error[0] + 0.01);
    CHECK(table.column<double>("mean_wait_hours")[0] > 0.05);
}

TEST_CASE("an interval that nobody passed is warned of, with its ends and its arm", "[study]")
{
    auto study = clinic::study();
    study.arms.resize(1);
    study.pathway = study.pathway.add(pathway::Interval{.name = "never", .from = "see doctor", .to = "see nurse"});
    auto const review = study::review(study::run(study));
    REQUIRE(has_code(review, 624));
    auto const warned = std::find_if(review.all().begin(), review.all().end(), [](auto const& d) { return d.code == 624; });
    CHECK(warned->path == "interval/never");
    CHECK(warned->message == "nobody of the horizon passed from 'see doctor' to 'see nurse' in arm 'usual care': there is no time to report");
}

TEST_CASE("a longer follow-up is no advice where a queue grows without end", "[study]")
{
    auto study = clinic::study();
    auto slow = clinic::voice_notes();
    slow.effects = {effect::Scale{.activity = "see nurse", .by = 1.6}};
    study.arms = {{.name = "usual care"}, {.name = "slow", .tools = {slow}}};
    auto const hint = [](base::Diagnostics const& all) {
        for (auto const& one : all.all())
            if (one.code == 614) return one.hint;
        return std::string{};
    };
    CHECK(hint(study::review(study::run(study))).find("a longer follow-up would not end it") != std::string::npos);
    study.arms.pop_back();
    study.warm_up = study.follow_up = {};
    study.horizon = 1_d;
    CHECK(hint(study::review(study::run(study))) == "their times are missing: make study/follow_up longer");
}
