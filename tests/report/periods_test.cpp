// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <cmath>
#include <filesystem>
#include <random>
#include <string>

#include <fmt/format.h>

#include <pathecon/io/file.hpp>
#include <pathecon/report/results.hpp>
#include <pathecon/study/appraise.hpp>

#include "story.hpp"

using namespace pathecon;

namespace {

std::string with_period(std::string const& period)
{
    std::string text = clinic::text;
    std::string const horizon = "horizon = \"8 weeks\"\n";
    text.replace(text.find(horizon), horizon.size(), horizon + "period = \"" + period + "\"\n");
    return text;
}

base::Value const& arm_of(Story const& story, std::size_t arm) { return story.results.find("arms")->items()->at(arm); }

/// The mean of what an entry of a list says, such as the first interval's patients.
double mean(base::Value const& part, char const* list, std::size_t item, char const* key)
{
    return *part.find(list)->items()->at(item).find(key)->find("mean")->real();
}

} // namespace

TEST_CASE("results have an entry a period whose counts add up to the arm's", "[report]")
{
    Story const story{with_period("3 weeks")};
    CHECK(*story.results.find("study")->find("period_days")->real() == 21);
    for (std::size_t arm : {0U, 1U}) {
        auto const& whole = arm_of(story, arm);
        auto const& periods = *whole.find("periods")->items();
        REQUIRE(periods.size() == 3);
        double arrivals = 0, visits = 0, patients = 0;
        for (std::size_t p = 0; p < 3; ++p) {
            CHECK(*periods[p].find("period")->integer() == static_cast<std::int64_t>(p) + 1);
            CHECK(*periods[p].find("start_days")->real() == 21.0 * static_cast<double>(p));
            CHECK(*periods[p].find("days")->real() == (p < 2 ? 21 : 14));
            arrivals += mean(periods[p], "patients", 0, "arrivals");
            visits += mean(periods[p], "steps", 0, "visits");
            patients += mean(periods[p], "intervals", 0, "patients");
            double const use = mean(periods[p], "resources", 0, "utilisation");
            CHECK((use > 0.3 && use < 1.2));
        }
        CHECK(arrivals == Approx(mean(whole, "patients", 0, "arrivals")));
        CHECK(visits == Approx(mean(whole, "steps", 0, "visits")));
        CHECK(patients == Approx(mean(whole, "intervals", 0, "patients")));
    }
}

TEST_CASE("a period's quantiles are of the patients of that period, with limits around them", "[report]")
{
    Story const story{with_period("4 weeks")};
    for (std::size_t p : {0U, 1U}) {
        auto const& interval = arm_of(story, 1).find("periods")->items()->at(p).find("intervals")->items()->at(0);
        auto const& median = *interval.find("median_hours");
        auto const pooled = story.run.runs.pooled[1].periods[p].intervals[0].quantile(0.5);
        CHECK(*median.find("mean")->real() == Approx(pooled / static_cast<double>(units::hour.ticks())));
        CHECK(*median.find("low")->real() < *median.find("mean")->real());
        CHECK(*median.find("high")->real() > *median.find("mean")->real());
    }
}

TEST_CASE("results of a study without periods have none", "[report]")
{
    Story const story{clinic::text};
    CHECK(story.results.find("study")->find("period_days")->is_null());
    CHECK(arm_of(story, 0).find("periods")->items()->empty());
}

TEST_CASE("a study with periods writes a table of them, one without does not", "[report]")
{
    for (bool const has_periods : {true, false}) {
        Story const story{has_periods ? with_period("4 weeks") : clinic::text};
        auto const folder =
            std::filesystem::temp_directory_path() / fmt::format("pathecon-periods-{}", std::random_device{}());
        report::write_outputs(story.scenario, story.run, story.ledger, story.appraisal, folder);
        CHECK(std::filesystem::exists(folder / "periods.csv") == has_periods);
        if (has_periods) {
            auto const text = io::read_file(folder / "periods.csv");
            CHECK(text.find("arm,draw,replication,period,start_days,measure,item,value") != std::string::npos);
            CHECK(io::read_file(folder / "manifest.json").find("\"periods.csv\"") != std::string::npos);
        }
        std::filesystem::remove_all(folder);
    }
}

TEST_CASE("a period in a file is refused where it is written", "[report]")
{
    try {
        (void)io::parse_scenario(with_period("9 weeks"), "clinic.toml");
        FAIL("nobody refused it");
    } catch (base::InvalidInput const& invalid) {
        std::string const said = invalid.what();
        INFO(said);
        CHECK(said.find("clinic.toml:8:10 PE0623 error: study/period: a period of 63.0 d does not fit") !=
              std::string::npos);
    }
}
