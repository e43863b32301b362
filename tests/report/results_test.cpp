// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <pathecon/base/hash.hpp>
#include <pathecon/io/file.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/report/results.hpp>
#include <pathecon/study/appraise.hpp>

#include "story.hpp"

using namespace pathecon;

namespace {

/// Goes down a value by keys and positions: at(results, "arms", "0", "name").
template <class... Keys>
base::Value const& at(base::Value const& value, Keys const&... keys)
{
    base::Value const* here = &value;
    for (std::string const& key : {std::string{keys}...}) {
        here = here->is_list() ? &here->items()->at(std::stoul(key)) : here->find(key);
        if (!here) throw std::out_of_range{"no " + key};
    }
    return *here;
}

double real(base::Value const& value) { return *value.real(); }

std::vector<std::string> keys_of(base::Value const& value)
{
    std::vector<std::string> keys;
    for (auto const& entry : *value.entries()) keys.push_back(entry.key);
    return keys;
}

} // namespace

TEST_CASE("results have their keys in the documented order", "[report]")
{
    Story const story;
    CHECK(keys_of(story.results) == std::vector<std::string>{"schema", "status", "title", "version", "seed",
                                                             "inputs_hash", "runs_hash", "study", "terms", "tariff",
                                                             "decision", "warnings", "comparisons", "arms", "tools",
                                                             "assumptions", "sources"});
    CHECK(keys_of(at(story.results, "comparisons", "0")) ==
          std::vector<std::string>{"arm", "comparator", "outlay", "levels", "by_kind", "qalys",
                                   "npv_at_opportunity_cost", "gross_cost", "comparator_gross_cost", "owners", "flows",
                                   "staff_hours", "differences", "ratios", "changes"});
    CHECK(keys_of(at(story.results, "comparisons", "0", "levels", "cash", "npv")) ==
          std::vector<std::string>{"mean", "low", "high", "standard_error", "over", "n"});
    // The manual names every one of them.
    auto const manual = io::read_file("docs/reference/results.md");
    for (auto const* part :
         {&story.results, &at(story.results, "comparisons", "0"), &at(story.results, "arms", "0"),
          &at(story.results, "decision"), &at(story.results, "study"),
          &at(story.results, "arms", "0", "intervals", "0"), &at(story.results, "comparisons", "0", "ratios", "0"),
          &at(story.results, "comparisons", "0", "differences", "0"),
          &at(story.results, "comparisons", "0", "levels", "cash"),
          &at(story.results, "comparisons", "0", "staff_hours", "0"), &at(story.results, "sources", "0")})
        for (auto const& key : keys_of(*part)) {
            INFO(key);
            CHECK(manual.find("`" + key + "`") != std::string::npos);
        }
}

TEST_CASE("the same scenario gives the same text of results on any number of threads", "[report]")
{
    Story const one{clinic::text, {.threads = 1}}, four{clinic::text, {.threads = 4}};
    CHECK(io::write_json(one.results) == io::write_json(four.results));
}

TEST_CASE("results say what the runs say", "[report]")
{
    Story const story;
    auto const& runs = story.run.runs;
    double sum = 0, count = 0, within = 0;
    for (int replication = 0; replication < runs.replications; ++replication) {
        auto const& visit = runs.at(0, 0, replication).intervals[0];
        sum += visit.times.mean() * static_cast<double>(visit.times.count()) / 3.6e9;
        count += static_cast<double>(visit.times.count());
        within += static_cast<double>(visit.within_standard);
    }
    auto const& visit = at(story.results, "arms", "0", "intervals", "0");
    CHECK(*at(visit, "name").string() == "visit");
    CHECK(real(at(visit, "mean_hours", "mean")) == Approx(sum / count).epsilon(1e-12));
    CHECK(real(at(visit, "mean_hours", "standard_error")) > 0);
    CHECK(real(at(visit, "mean_hours", "low")) < real(at(visit, "mean_hours", "mean")));
    CHECK(real(at(visit, "share_within_standard", "mean")) == Approx(within / count).epsilon(1e-12));
    CHECK(real(at(visit, "median_hours", "mean")) < real(at(visit, "p90_hours", "mean")));
    CHECK(real(at(visit, "p90_hours", "standard_error")) > 0);
    CHECK(at(story.results, "arms", "0", "intervals", "0", "target").is_null());
    CHECK(real(at(story.results, "arms", "0", "resources", "0", "utilisation", "mean")) == Approx(0.75).margin(0.08));
    CHECK(real(at(story.results, "comparisons", "0", "levels", "cash", "npv", "mean")) ==
          story.appraisal.arm("voice").at(econ::Level::cash).npv.mean);
}

TEST_CASE("each staff group's released hours are cash, capacity and absorbed, and nothing else", "[report]")
{
    Story const story;
    auto const& nurse = at(story.results, "comparisons", "0", "staff_hours", "0");
    CHECK(*at(nurse, "group").string() == "nurse");
    auto const hours = [&](char const* what) { return real(at(nurse, what, "mean")); };
    // 5 an hour x 8 h x 261 days x 9 min x 0.2 = 313 h a year.
    CHECK(hours("released") == Approx(313).epsilon(0.08));
    CHECK(hours("cash") == 0.0);
    CHECK(hours("released") == Approx(hours("cash") + hours("capacity") + hours("absorbed")).epsilon(1e-12));
    CHECK(real(at(nurse, "released", "standard_error")) > 0);
}

TEST_CASE("differences are arm less comparator, with what the same luck gained", "[report]")
{
    Story const story{clinic::with("replications = 3", "replications = 12")};
    auto const& differences = at(story.results, "comparisons", "0", "differences");
    REQUIRE(differences.items()->size() == 8);
    auto const& mean = at(differences, "0");
    CHECK(*at(mean, "interval").string() == "visit");
    CHECK(*at(mean, "measure").string() == "mean");
    auto const hours = [&](std::string const& arm) {
        return real(at(story.results, "arms", arm, "intervals", "0", "mean_hours", "mean"));
    };
    CHECK(real(at(mean, "difference", "mean")) == Approx(hours("1") - hours("0")).epsilon(1e-9));
    CHECK(real(at(mean, "variance_ratio", "mean")) > 1.5);
    CHECK(real(at(mean, "variance_ratio", "low")) > 0);
    CHECK(at(mean, "between_draws_sd").is_null());
    CHECK(real(at(mean, "controlled", "mean")) < 0);
    CHECK(*at(mean, "controlled", "controls").integer() == 1);
    CHECK(real(at(mean, "controlled", "variance_ratio")) > 0);
    CHECK(*at(differences, "3", "unit").string() == "share");
    CHECK(at(story.results, "study", "precision").is_null());
    CHECK(real(at(story.results, "arms", "0", "intervals", "0", "controlled_mean_hours", "mean")) ==
          Approx(hours("0")).epsilon(0.05));
}

TEST_CASE("steps say how long each level waits, and who left", "[report]")
{
    Story const story{clinic::with(
        "takes = { exponential = { mean = \"10 min\" } }",
        "takes = { exponential = { mean = \"10 min\" } }\npriority = [ { where = \"urgent\", level = 0 } ]\n"
        "patience = { after = \"20 min\" }")};
    auto const& doctor = at(story.results, "arms", "0", "steps", "1");
    REQUIRE(*at(doctor, "name").string() == "see doctor");
    auto const& levels = at(doctor, "levels");
    REQUIRE(levels.items()->size() == 2);
    CHECK(*at(levels, "0", "level").integer() == 0);
    CHECK(real(at(levels, "0", "mean_wait_hours", "mean")) < real(at(levels, "1", "mean_wait_hours", "mean")));
    CHECK(real(at(levels, "1", "p90_wait_hours", "mean")) > real(at(levels, "1", "mean_wait_hours", "mean")));
    CHECK(real(at(doctor, "reneged", "mean")) > 0);
    CHECK(real(at(doctor, "balked", "mean")) == 0.0);
    CHECK(at(story.results, "arms", "0", "steps", "0", "levels").items()->empty());
}

TEST_CASE("limited room is no level of priority", "[report]")
{
    auto const steps_with = [](std::string const& rules) {
        Story const story{clinic::with("takes = { exponential = { mean = \"10 min\" } }",
                                       "takes = { exponential = { mean = \"10 min\" } }\nroom = 1" + rules)};
        return at(story.results, "arms", "0", "steps", "1", "levels");
    };
    CHECK(steps_with("").items()->empty());
    auto const levels = steps_with("\npriority = [ { where = \"urgent\", level = 0 } ]");
    REQUIRE(levels.items()->size() == 2);
    for (std::string const level : {"0", "1"}) CHECK(real(at(levels, level, "patients", "mean")) > 0);
}

TEST_CASE("over draws, differences tell the scatter of inputs from that of luck", "[report]")
{
    auto const text = clinic::with("by = { value = 0.8,", "by = { mean = 0.8, low = 0.7, high = 0.9,",
                                   clinic::with("replications = 3", "draws = 10\nreplications = 3"));
    Story const story{text};
    auto const& mean = at(story.results, "comparisons", "0", "differences", "0");
    CHECK(*at(mean, "difference", "over").string() == "draws");
    CHECK(real(at(mean, "between_draws_sd")) > 0);
    CHECK(real(at(mean, "within_draws_sd")) > 0);
    CHECK(at(mean, "controlled").is_null());
}

TEST_CASE("a precision in a scenario file adds replications, and the results say what was reached", "[report]")
{
    auto const precise = [](std::string const& half_width, int most) {
        return clinic::with(
            "replications = 3",
            fmt::format("replications = 3\nprecision = {{ most = {}, goals = [ {{ interval = \"visit\", arm = "
                        "\"voice\", half_width = \"{}\" }} ] }}",
                        most, half_width));
    };
    Story const story{precise("10 min", 60)};
    auto const& precision = at(story.results, "study", "precision");
    CHECK(*at(precision, "is_met").boolean());
    CHECK(*at(precision, "replications").integer() >= 10);
    CHECK(*at(precision, "replications").integer() == story.run.runs.replications);
    auto const& goal = at(precision, "goals", "0");
    CHECK(real(at(goal, "half_width")) <= 10.0 / 60);
    CHECK(real(at(goal, "half_width_asked_for")) == Approx(10.0 / 60));
    CHECK(real(at(goal, "estimate", "mean")) ==
          Approx(real(at(story.results, "comparisons", "0", "differences", "0", "difference", "mean"))).epsilon(1e-12));
    CHECK(*at(goal, "comparator").string() == "usual care");

    Story const short_of_it{precise("0.1 s", 12)};
    CHECK_FALSE(*at(short_of_it.results, "study", "precision", "is_met").boolean());
    CHECK(io::write_json(at(short_of_it.results, "warnings")).find("PE0619") != std::string::npos);
    auto const manual = io::read_file("docs/reference/results.md");
    for (auto const* part : {&precision, &goal})
        for (auto const& key : keys_of(*part)) {
            INFO(key);
            CHECK(manual.find("`" + key + "`") != std::string::npos);
        }
    // The file says it again, and means the same.
    auto const again = io::decode_scenario(io::encode_scenario(story.scenario));
    CHECK(again.study == story.scenario.study);
}

TEST_CASE("every stated source reaches the results, and assumptions are listed apart", "[report]")
{
    Story const story;
    auto const text = io::write_json(at(story.results, "sources"));
    for (auto const* source :
         {"front desk log", "stopwatch", "vendor", "payroll", "Unit Costs of Health and Social Care 2025"}) {
        INFO(source);
        CHECK(text.find(source) != std::string::npos);
    }
    auto const assumed = io::write_json(at(story.results, "assumptions"));
    CHECK(assumed.find("vendor") != std::string::npos);
    CHECK(assumed.find("stopwatch") != std::string::npos);
    CHECK(assumed.find("payroll") == std::string::npos);
}

TEST_CASE("a result without replications has no error, and says so with null", "[report]")
{
    Story const story{clinic::with("replications = 3", "replications = 1")};
    auto const& npv = at(story.results, "comparisons", "0", "levels", "cash", "npv");
    CHECK(at(npv, "standard_error").is_null());
    CHECK(*at(npv, "over").string() == "nothing");
    CHECK(at(story.results, "comparisons", "0", "ratios").items()->empty());
    auto const text = io::write_json(story.results);
    CHECK(text.find("NaN") == std::string::npos);
    CHECK(text.find("Infinity") == std::string::npos);
}

TEST_CASE("draws put the uncertainty of the inputs into the intervals", "[report]")
{
    auto const text = clinic::with("by = { value = 0.8,", "by = { mean = 0.8, low = 0.7, high = 0.9,",
                                   clinic::with("replications = 3", "draws = 20\nreplications = 1"));
    Story const story{text};
    auto const& released = at(story.results, "comparisons", "0", "staff_hours", "0", "released");
    CHECK(*at(released, "over").string() == "draws");
    CHECK(*at(released, "n").integer() == 20);
    // 20 % of the time, give or take 10: the interval spans from near half to near one and a half of the mean.
    CHECK(real(at(released, "low")) < 0.75 * real(at(released, "mean")));
    CHECK(real(at(released, "high")) > 1.25 * real(at(released, "mean")));
    CHECK(*at(story.results, "decision", "inputs_drawn").boolean());
}

TEST_CASE("the status says whether the results can be taken as they are", "[report]")
{
    Story const story;
    CHECK(*at(story.results, "status").string() == "ok_with_warnings"); // nobody said how much the tool is used
    auto broken = story.run;
    broken.runs.results.front().stays += 1;
    CHECK(*at(report::results(story.scenario, broken, story.appraisal), "status").string() == "failed");
    auto partial = story.run;
    partial.partial = true;
    CHECK(*at(report::results(story.scenario, partial, story.appraisal), "status").string() == "partial");
}

TEST_CASE("outputs are written whole, and the manifest holds the hash of each", "[report]")
{
    Story const story;
    auto const folder =
        std::filesystem::temp_directory_path() / fmt::format("pathecon-outputs-{}", std::random_device{}());
    io::write_file(folder / "report.html", "<p>page</p>");
    report::write_outputs(story.scenario, story.run, story.ledger, story.appraisal, folder, {"report.html"});
    base::Diagnostics diagnostics;
    auto const manifest = io::read_json(io::read_file(folder / "manifest.json"), "manifest.json", diagnostics);
    REQUIRE(diagnostics.ok());
    auto const& files = *at(manifest, "files").items();
    REQUIRE(files.size() == 4);
    for (auto const& file : files) {
        auto const text = io::read_file(folder / *at(file, "file").string());
        CHECK(*at(file, "bytes").integer() == static_cast<std::int64_t>(text.size()));
        CHECK(*at(file, "hash").string() == fmt::format("{:016x}", base::hash64(text)));
    }
    CHECK(*at(manifest, "inputs_hash").string() == *at(story.results, "inputs_hash").string());
    auto const again = io::read_json(io::read_file(folder / "results.json"), "results.json", diagnostics);
    CHECK(diagnostics.ok());
    CHECK(io::write_json(again) == io::write_json(story.results));
    std::filesystem::remove_all(folder);
}

TEST_CASE("the runs' table has one number a row", "[report]")
{
    Story const story;
    auto const table = report::runs_table(story.run.runs);
    CHECK(table.names() == std::vector<std::string>{"arm", "draw", "replication", "measure", "item", "value"});
    auto const& measure = table.column<std::string>("measure");
    auto const& item = table.column<std::string>("item");
    auto const& value = table.column<double>("value");
    std::size_t found = 0;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (measure[row] == "visits" && item[row] == "see nurse") {
            CHECK(value[row] == static_cast<double>(story.run.runs.at(0, 0, static_cast<int>(found % 3)).visits[0]));
            ++found;
        }
    CHECK(found == 6);
}
