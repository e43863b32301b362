// SPDX-License-Identifier: MIT
#include <pathecon/report/results.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/hash.hpp>
#include <pathecon/base/version.hpp>
#include <pathecon/io/csv.hpp>
#include <pathecon/io/file.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/report/decision.hpp>
#include <pathecon/study/review.hpp>

#include "report/figures.hpp"
#include "report/parts.hpp"

namespace pathecon::report {
namespace {

constexpr int results_schema = 1;

std::string hex(std::uint64_t hash) { return fmt::format("{:016x}", hash); }

/// The goals of a study's precision, and how closely their answers are known; null without a precision.
base::Value precision_part(study::StudyResult const& run)
{
    if (!run.study.precision) return {};
    bool const is_met = !run.achieved.empty() && std::all_of(run.achieved.begin(), run.achieved.end(),
                                                             [](auto const& one) { return one.is_met(); });
    auto value = base::Value::table();
    value.set("is_met", is_met);
    value.set("replications", run.runs.replications);
    value.set("most", run.study.precision->most);
    auto list = base::Value::list();
    for (auto const& one : run.achieved) {
        bool const is_share = one.measure == study::Measure::share_within_standard;
        auto entry = base::Value::table();
        entry.set("interval", one.interval);
        entry.set("measure", base::enum_name(one.measure));
        entry.set("arm", one.arm);
        entry.set("comparator", one.comparator.empty() ? base::Value{} : base::Value{one.comparator});
        entry.set("unit", is_share ? "share" : "hours");
        entry.set("estimate", figure(one.value, over_of(run.runs)));
        entry.set("half_width_asked_for", number(one.asked));
        entry.set("half_width", number(stats::half_width(one.value)));
        entry.set("is_met", one.is_met());
        list.push(std::move(entry));
    }
    value.set("goals", std::move(list));
    return value;
}

base::Value study_part(study::StudyResult const& run)
{
    auto value = base::Value::table();
    value.set("name", run.study.name);
    value.set("horizon_days", run.study.horizon.days());
    value.set("warm_up_days", run.study.warm_up.days());
    value.set("follow_up_days", run.study.follow_up.days());
    value.set("period_days", run.study.period ? base::Value{run.study.period->days()} : base::Value{});
    value.set("draws", run.runs.draws);
    value.set("replications", run.runs.replications);
    value.set("draws_asked_for", run.study.draws);
    value.set("replications_asked_for", run.study.replications);
    value.set("partial", run.partial);
    value.set("precision", precision_part(run));
    return value;
}

base::Value tariff_part(ledger::Tariff const& tariff)
{
    auto value = base::Value::table();
    value.set("name", tariff.name);
    value.set("edition", tariff.edition);
    value.set("price_year", tariff.price_year);
    return value;
}

base::Value tools_part(io::Scenario const& scenario)
{
    auto list = base::Value::list();
    for (auto const& tool : scenario.tools) {
        auto entry = base::Value::table();
        entry.set("name", tool.name);
        entry.set("category", tool.category);
        entry.set("evidence", tool.evidence);
        list.push(std::move(entry));
    }
    return list;
}

char const* compiler()
{
#if defined(__clang__)
    return "clang " __clang_version__;
#elif defined(__GNUC__)
    return "gcc " __VERSION__;
#elif defined(_MSC_VER)
    return "msvc";
#else
    return "unknown";
#endif
}

} // namespace

base::Diagnostics warnings_of(io::Scenario const& scenario, study::StudyResult const& run,
                              econ::Appraisal const& appraisal)
{
    base::Diagnostics all;
    auto const add = [&](base::Diagnostics const& more) {
        for (auto const& d : more.all()) {
            auto const same = [&](auto const& known) {
                return known.code == d.code && known.path == d.path && known.message == d.message;
            };
            if (std::none_of(all.all().begin(), all.all().end(), same)) all.add(d);
        }
    };
    add(scenario.warnings);
    add(study::review(run));
    add(appraisal.warnings);
    all.locate(scenario.places);
    return all;
}

base::Value results(io::Scenario const& scenario, study::StudyResult const& run, econ::Appraisal const& appraisal)
{
    auto const warnings = warnings_of(scenario, run, appraisal);
    auto value = base::Value::table();
    value.set("schema", results_schema);
    value.set("status", !warnings.ok()     ? "failed"
                        : run.partial      ? "partial"
                        : warnings.empty() ? "ok"
                                           : "ok_with_warnings");
    value.set("title", scenario.title);
    value.set("version", base::version());
    value.set("seed", run.study.seed);
    value.set("inputs_hash", hex(io::scenario_hash(scenario)));
    value.set("runs_hash", hex(sim::hash_of(run.runs)));
    value.set("study", study_part(run));
    value.set("terms", base::encode(appraisal.terms));
    value.set("tariff", tariff_part(scenario.tariff));
    value.set("decision", run.arms.size() > 1 ? encode(decide(scenario, run, appraisal)) : base::Value{});
    value.set("warnings", diagnostics_part(warnings));
    value.set("comparisons", comparisons_part(run, appraisal));
    value.set("arms", arms_part(run));
    value.set("tools", tools_part(scenario));
    value.set("assumptions", assumptions_part(scenario));
    value.set("sources", sources_part(scenario));
    return value;
}

base::Value manifest(io::Scenario const& scenario, study::StudyResult const& run, std::filesystem::path const& folder,
                     std::vector<std::string> const& files)
{
    auto value = base::Value::table();
    value.set("schema", results_schema);
    value.set("title", scenario.title);
    value.set("version", base::version());
    value.set("compiler", compiler());
    value.set("seed", run.study.seed);
    value.set("draws", run.runs.draws);
    value.set("replications", run.runs.replications);
    value.set("partial", run.partial);
    value.set("inputs_hash", hex(io::scenario_hash(scenario)));
    value.set("runs_hash", hex(sim::hash_of(run.runs)));
    auto list = base::Value::list();
    for (auto const& file : files) {
        auto const text = io::read_file(folder / file);
        auto entry = base::Value::table();
        entry.set("file", file);
        entry.set("bytes", static_cast<std::int64_t>(text.size()));
        entry.set("hash", hex(base::hash64(text)));
        list.push(std::move(entry));
    }
    value.set("files", std::move(list));
    return value;
}

void write_outputs(io::Scenario const& scenario, study::StudyResult const& run, ledger::Ledger const& ledger,
                   econ::Appraisal const& appraisal, std::filesystem::path const& folder,
                   std::vector<std::string> const& others)
{
    io::write_file(folder / "results.json", io::write_json(results(scenario, run, appraisal)) + "\n");
    io::write_csv(folder / "ledger.csv", ledger.table());
    io::write_csv(folder / "runs.csv", runs_table(run.runs));
    std::vector<std::string> files{"results.json", "ledger.csv", "runs.csv"};
    if (run.study.period) {
        io::write_csv(folder / "periods.csv", runs_table(run.runs, sim::By::period));
        files.emplace_back("periods.csv");
    }
    files.insert(files.end(), others.begin(), others.end());
    io::write_file(folder / "manifest.json", io::write_json(manifest(scenario, run, folder, files)) + "\n");
}

} // namespace pathecon::report
