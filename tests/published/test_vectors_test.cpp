// SPDX-License-Identifier: MIT
// Small published calculations, each reproduced by simulating a scenario with the library's verbs.
#include "catch.hpp"

#include <pathecon/effect/burden.hpp>
#include <pathecon/effect/bypass.hpp>
#include <pathecon/effect/prioritise.hpp>
#include <pathecon/effect/reconcile.hpp>
#include <pathecon/effect/scale.hpp>
#include <pathecon/stats/interval.hpp>
#include <pathecon/study/appraise.hpp>
#include <pathecon/study/run.hpp>

using namespace pathecon;
using namespace pathecon::pathway;
using units::day, units::hour, units::minute, units::second;

namespace {

/// Runs usual care and one arm for each tool; a year of 364 days.
sim::Runs run(Pathway const& pathway, std::vector<effect::Tool> const& tools, int replications = 24) {
    study::Study study{.name = "vector", .pathway = pathway, .arms = {{"usual care"}}, .horizon = 364 * day, .warm_up = 364 * day, .follow_up = 60 * day,
                       .replications = replications};
    for (auto const& tool : tools) study.arms.push_back({tool.name, {tool}});
    return study::run(study).runs;
}

double hours_of(sim::Runs const& runs, int arm, int replication, std::string const& resource) {
    auto const& labels = runs.labels[static_cast<std::size_t>(arm)];
    double ticks = 0;
    for (std::size_t k = 0; k < labels.resources.size(); ++k)
        for (std::size_t s = 0; s < labels.sources.size(); ++s)
            if (labels.resources[k] == resource)
                ticks += static_cast<double>(runs.at(arm, 0, replication).resource_ticks[k * labels.sources.size() + s]);
    return ticks / static_cast<double>(hour.ticks());
}

std::vector<double> extra_hours(sim::Runs const& runs, int arm, std::string const& resource) {
    std::vector<double> values;
    for (int r = 0; r < runs.replications; ++r) values.push_back(hours_of(runs, arm, r, resource) - hours_of(runs, 0, r, resource));
    return values;
}

void check_within(stats::Interval const& measured, double expected) {
    INFO("measured " << measured.mean << " +- " << measured.standard_error << ", expected " << expected);
    CHECK(std::abs(measured.mean - expected) <= 4.89 * measured.standard_error);
    CHECK(measured.standard_error <= 0.005 * std::abs(expected));
}

/// 18,300 films a year, read in 3 minutes by whoever is there.
Pathway films() {
    return Pathway{"films"}
        .add(Arrivals{.name = "films", .rate = units::Rate::from_per_hour(18'300 / (364 * 24.0))})
        .add(Attribute{.name = "cancer", .is = bernoulli(0.04)})
        .add(Resource{.name = "reader"})
        .add(Activity{.name = "read", .uses = {{"reader"}}, .takes = 3 * minute})
        .add(Test{.name = "positive", .at = "read", .condition = "cancer", .sensitivity = 0.754, .specificity = 0.902})
        .add(Activity{.name = "follow up"})
        .add(Route{.from = "read", .to = {{"follow up", {}, "positive"}, {"exit"}}});
}

/// A weekly clinic of four hours with more patients than it can see, 16 minutes each.
Pathway clinic() {
    Session list{.name = "list", .resource = "consultant", .slot = 16 * minute};
    list.lists = {{.days = "Tue", .from = "09:00", .lasts = 240 * minute}};
    Pathway made = Pathway{"clinic"}
                       .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(20.0 / 168)})
                       .add(Resource{.name = "consultant"})
                       .add(Activity{.name = "see", .session = "list", .takes = 14 * minute})
                       .add(list);
    made.overload_allowed = true;
    return made;
}

effect::Tool tool(std::string name, std::vector<effect::Effect> effects) { return {.name = std::move(name), .effects = std::move(effects)}; }

} // namespace

TEST_CASE("TV24: a four-hour clinic of 16-minute slots gains one slot at -8.2 % and none at -41 seconds") {
    auto const runs = run(clinic(), {tool("shorter", {effect::Scale{.session = "list", .by = 0.918}}),
                                     tool("a note", {effect::Scale{.session = "list", .add = -41 * second}})}, 4);
    auto const seen = [&](int arm, int r) { return runs.at(arm, 0, r).calendar_visits[0]; };
    for (int r = 0; r < runs.replications; ++r) {
        CHECK(seen(0, r) == 52 * 15);
        CHECK(seen(1, r) == 52 * 16);
        CHECK(seen(2, r) == 52 * 15);
    }
}

TEST_CASE("TV25: one log-in of 10 minutes for a list of 15 eats 51 % of -8.2 %, 98 % of -41 s and 174 % of -23 s") {
    auto pathway = Pathway{"visits"}
                       .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(4)})
                       .add(Resource{.name = "consultant"})
                       .add(Activity{.name = "see", .uses = {{"consultant"}}, .takes = 16 * minute});
    auto const runs = run(pathway, {tool("log-in", {effect::Burden{.activity = "see", .per_session = 10 * minute, .visits_per_session = 15.0}}),
                                    tool("appointment", {effect::Scale{.activity = "see", .by = 0.918}}),
                                    tool("note", {effect::Scale{.activity = "see", .add = -41 * second}}),
                                    tool("note net", {effect::Scale{.activity = "see", .add = -23 * second}})}, 2);
    double const added = extra_hours(runs, 1, "consultant")[0];
    CHECK(-added / extra_hours(runs, 2, "consultant")[0] == Approx(0.51).margin(0.005));
    CHECK(-added / extra_hours(runs, 3, "consultant")[0] == Approx(0.98).margin(0.005));
    CHECK(-added / extra_hours(runs, 4, "consultant")[0] == Approx(1.74).margin(0.005));
}

TEST_CASE("TV28: leaving the fifth that are surely normal unread frees 183 hours a year and misclassifies 0.77 % of all films") {
    effect::Effect const count{[](Pathway const& p) {
                                   return p.add(Outcome{.name = "misclassified", .at = "arrival", .where = "normals/skip and cancer"});
                               },
                               "count the misclassified"};
    auto const runs = run(films(), {tool("normals", {effect::Bypass{.activity = "read", .share = 0.20, .test = "positive", .errors = 36.0 / 931}, count})}, 360);
    auto freed = extra_hours(runs, 1, "reader");
    for (double& value : freed) value = -value;
    check_within(stats::mean_interval(freed), 183);
    std::vector<double> wrong, all;
    for (int r = 0; r < runs.replications; ++r) {
        wrong.push_back(static_cast<double>(runs.at(1, 0, r).outcomes[0]));
        all.push_back(static_cast<double>(runs.at(1, 0, r).arrivals[0]));
    }
    auto const share = stats::ratio_of_means(wrong, all);
    INFO("share " << share.mean << " +- " << share.standard_error);
    CHECK(std::abs(share.mean - 0.20 * 36 / 931) <= 4.89 * share.standard_error);
    check_within(stats::mean_interval(wrong), 18'300 * 0.20 * 36 / 931);
}

TEST_CASE("TV29: a second look at the 30.3 % on whom tool and reader disagree costs 277 hours a year") {
    Chance discordance;
    discordance.p = 0.303;
    effect::Reconcile reconcile{.activity = "read", .test = "positive", .discordance = discordance, .review = 3 * minute, .uses = {{"reviewer"}}};
    auto const runs = run(films().add(Resource{.name = "reviewer"}), {tool("second look", {reconcile})}, 40);
    check_within(stats::mean_interval(extra_hours(runs, 1, "reviewer")), 277);
}

namespace {

/// Visits of a consultant at £140 an hour, and a budget that falls by `step_value` a year for each `step` of time that is freed.
econ::Appraisal appraise(double visits_a_year, effect::Tool const& tool, units::Duration step, units::Money step_value) {
    auto const pathway = Pathway{"visits"}
                             .add(Arrivals{.name = "patients", .rate = units::Rate::from_per_hour(visits_a_year / (365 * 24.0))})
                             .add(Resource{.name = "consultant"})
                             .add(Activity{.name = "see", .uses = {{"consultant"}}, .takes = hour})
                             .add(BudgetLine{.name = "consultants", .group = "consultant", .baseline = units::pounds(10'000'000),
                                             .step = step, .step_value = step_value});
    study::Study const study{.name = "vector", .pathway = pathway, .arms = {{"usual care"}, {"tool", {tool}}}, .horizon = 365 * day,
                             .follow_up = 7 * day, .replications = 40};
    ledger::Tariff const tariff{.name = "vector", .prices = {{.item = "consultant", .per = ledger::Per::hour, .amount = units::pounds(140)}}};
    return study::appraise(study::run(study), tariff);
}

double cash_npv(econ::Appraisal const& appraisal) { return appraisal.arm("tool").at(econ::Level::cash).npv.mean; }

} // namespace

TEST_CASE("TV21: £3.6m back for £1.8m is a net ROI of 100 % and a gross ratio of 2, not 451 %") {
    effect::Tool made{.name = "platform", .effects = {effect::Scale{.activity = "see", .by = 0.9}}};
    made.cost.per_year = units::pounds(360'000);
    // 3,000 visits of an hour free 300 hours: one step of 200, worth £720,000 a year.
    auto const result = appraise(3000, made, 200 * hour, units::pounds(720'000)).arm("tool").at(econ::Level::cash);
    CHECK(result.roi_net.mean == Approx(1.0).epsilon(1e-9));
    CHECK(result.roi_gross.mean == Approx(2.0).epsilon(1e-9));
}

TEST_CASE("TV22: a contouring plan at £10 to £15 breaks even at 4.3 to 6.4 minutes of a consultant") {
    auto const npv = [](double price, double minutes_saved) {
        effect::Tool made{.name = "contours", .effects = {effect::Scale{.activity = "see", .add = -minutes_saved * minute}}};
        made.cost.per_use = units::pounds(price);
        made.cost.used_at = "see";
        return cash_npv(appraise(1000, made, minute, units::pounds(140.0 / 60)));
    };
    CHECK(npv(10, 4.2) < 0);
    CHECK(npv(10, 4.4) > 0);
    CHECK(npv(15, 6.3) < 0);
    CHECK(npv(15, 6.5) > 0);
}

TEST_CASE("TV23: a voice tool at £2,400 a year for 3,150 patients breaks even at 19.6 seconds a patient") {
    auto const npv = [](double seconds_saved) {
        effect::Tool made{.name = "voice", .effects = {effect::Scale{.activity = "see", .add = -seconds_saved * second}}};
        made.cost.per_year = units::pounds(2400);
        return cash_npv(appraise(3150, made, minute, units::pounds(140.0 / 60)));
    };
    CHECK(npv(19.0) < 0);
    CHECK(npv(20.2) > 0);
}
