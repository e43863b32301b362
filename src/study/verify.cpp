// SPDX-License-Identifier: MIT
#include <pathecon/study/verify.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include <pathecon/effect/scale.hpp>
#include <pathecon/pathway/check.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/sim/compile.hpp>
#include <pathecon/sim/simulate.hpp>
#include <pathecon/study/appraise.hpp>
#include <pathecon/study/replay.hpp>
#include <pathecon/study/run.hpp>

#include "study/crew.hpp"

namespace pathecon::study {
namespace {

using pathway::Pathway;

Verified holds(std::string found = {}) { return {.found = std::move(found)}; }
Verified fails(std::string found) { return {.verdict = Verdict::fails, .found = std::move(found)}; }
Verified skipped(std::string why) { return {.verdict = Verdict::skipped, .found = std::move(why)}; }

/// A question is given up because the caller wants to stop.
struct Stopped {};

/// Runs a study to its end, or gives up.
StudyResult run_whole(Study const& study, RunOptions const& options)
{
    auto result = run(study, options);
    if (result.partial) throw Stopped{};
    return result;
}

sim::Replication replay_whole(Study const& study, std::string_view arm, RunOptions const& options)
{
    auto seen = replay(study, {.arm = arm}, options);
    if (seen.happened.status == sim::RunStatus::cancelled || (options.cancel && *options.cancel)) throw Stopped{};
    return std::move(seen.happened);
}

/// The study of one pathway without tools.
Study plain(Study const& study, Pathway pathway)
{
    Study one = study;
    one.pathway = std::move(pathway);
    one.pathway.overload_allowed = true;
    one.arms = {{.name = "usual care"}};
    return one;
}

/// The first replication in which two arms differ; -1 when none does.
int first_difference(sim::Runs const& runs, int a, int b)
{
    for (int replication = 0; replication < runs.replications; ++replication)
        if (!(runs.at(a, 0, replication) == runs.at(b, 0, replication))) return replication;
    return -1;
}

Verified nothing_changes(Study const& study, RunOptions const& options)
{
    if (study.pathway.activities.empty()) return skipped("the pathway has no activity");
    Study two = plain(study, study.pathway);
    two.arms.push_back({.name = "a tool that changes nothing",
                        .tools = {{effect::Tool{.name = "nothing",
                                                .effects = {effect::Scale{.activity = study.pathway.activities.front().name, .by = 1.0}}}}}});
    auto const runs = run_whole(two, options).runs;
    int const differs = first_difference(runs, 0, 1);
    return differs < 0 ? holds(fmt::format("{} replications are equal to the bit", runs.replications))
                       : fails(fmt::format("replication {} differs", differs));
}

Verified nobody_comes(Study const& study, RunOptions const& options)
{
    Pathway pathway = study.pathway;
    pathway.backlogs.clear();
    auto network = sim::compile(pathway::check(plain(study, pathway).pathway));
    for (auto& source : network.sources) {
        source.rate = 0;
        source.week.clear();
        source.following_weeks.clear();
        source.backlog = true; // nobody is called, nobody was there
    }
    sim::Replication run;
    attend(options, [&](std::atomic<bool> const* cancel) {
        sim::Limits limits;
        limits.cancel = cancel;
        run = sim::simulate(network, {.seed = static_cast<std::uint64_t>(study.seed)},
                            horizon_of(study), limits);
    });
    if (options.cancel && *options.cancel) throw Stopped{};
    auto const sum = [](std::vector<std::int64_t> const& counts) {
        std::int64_t total = 0;
        for (auto const count : counts) total += count;
        return total;
    };
    auto const happened = sum(run.arrivals) + sum(run.visits) + sum(run.resource_ticks) + sum(run.calendar_ticks) + sum(run.outcomes);
    return happened == 0 ? holds() : fails(fmt::format("{} arrivals, {} visits", sum(run.arrivals), sum(run.visits)));
}

Verified nobody_waits(Study const& study, RunOptions const& options)
{
    Pathway pathway = study.pathway;
    if (pathway.resources.size() > 400) return skipped("there are more than 400 resources");
    int const plenty = 16'000 / static_cast<int>(std::max<std::size_t>(pathway.resources.size(), 8));
    if (!pathway.downtimes.empty()) return skipped("resources that fail make patients wait, however many there are");
    for (auto& resource : pathway.resources)
        if (!resource.rota.shifts.empty()) resource.rota = pathway::Rota::always(plenty);
    for (auto& activity : pathway.activities)
        for (auto const& use : activity.uses)
            if (!use.same_as.empty()) return skipped(fmt::format("'{}' waits for the same person, who may be busy", activity.name));
    auto one = plain(study, pathway);
    one.replications = 1;
    auto const runs = run_whole(one, options).runs;
    auto const& labels = runs.labels.front();
    for (auto const& activity : pathway.activities) {
        bool const by_the_clock = !activity.session.empty() || activity.batch || activity.bulk;
        if (activity.uses.empty() || by_the_clock) continue;     // a place, or company, is waited for whatever there is
        auto const step = std::find(labels.steps.begin(), labels.steps.end(), activity.name) - labels.steps.begin();
        auto const& queue = runs.results.front().queues[static_cast<std::size_t>(step)];
        if (queue.times.count() > 0 && queue.times.greatest() > 0)
            return fails(fmt::format("somebody waits {:.3g} h for '{}' with {} of everything", units::Duration::from_ticks(queue.times.greatest()).hours(),
                                     activity.name, plenty));
    }
    return holds();
}

Verified prices_double(Study const& study, ledger::Tariff const& tariff, RunOptions const& options)
{
    if (tariff.prices.empty()) return skipped("there is no tariff");
    auto const times = [&](double by) {
        auto scaled = tariff;
        for (auto& price : scaled.prices) {
            price.amount = units::Money::from_pounds(price.amount.value.pounds() * by);
            if (price.marginal) price.marginal = units::Money::from_pounds(price.marginal->value.pounds() * by);
        }
        return scaled;
    };
    auto const result = run_whole(study, options);
    auto const once = ledger_of(result, tariff), twice = ledger_of(result, times(2)), thrice = ledger_of(result, times(3));
    if (once.size() != twice.size() || once.size() != thrice.size()) return fails("the number of lines changes with the prices");
    std::size_t priced = 0;
    for (std::size_t row = 0; row < once.size(); ++row) {
        // What a line has of unit prices is what one more tariff adds; the rest (a tool's fee) stays.
        double const first = twice.amount[row] - once.amount[row], second = thrice.amount[row] - twice.amount[row];
        priced += first != 0;
        if (std::abs(second - first) > 1e-9 * std::max({1.0, std::abs(first), std::abs(once.amount[row])}))
            return fails(fmt::format("'{}': {} and {} for the same step in prices", once.item[row], first, second));
        if (first != 0 && std::abs(once.amount[row] - first) > 1e-9 * std::max(1.0, std::abs(first)))
            return fails(fmt::format("'{}': £{:.2f} is not doubled but rises by £{:.2f}", once.item[row], once.amount[row], first));
    }
    return holds(fmt::format("{} of {} lines are paid by unit prices", priced, once.size()));
}

Verified order_of_arms(Study const& study, RunOptions const& options)
{
    if (study.arms.size() < 2) return skipped("the study has one arm");
    Study turned = study;
    std::reverse(turned.arms.begin(), turned.arms.end());
    for (auto* one : {&turned})
        for (auto& arm : one->arms) arm.role = Role::option;
    Study straight = study;
    for (auto& arm : straight.arms) arm.role = Role::option;
    straight.pathway.overload_allowed = turned.pathway.overload_allowed = true;
    auto const a = run_whole(straight, options).runs, b = run_whole(turned, options).runs;
    auto const arms = static_cast<int>(study.arms.size());
    for (int arm = 0; arm < arms; ++arm)
        for (int replication = 0; replication < a.replications; ++replication)
            if (!(a.at(arm, 0, replication) == b.at(arms - 1 - arm, 0, replication)))
                return fails(fmt::format("arm '{}' differs in replication {}", study.arms[static_cast<std::size_t>(arm)].name, replication));
    return holds();
}

Verified halves_are_whole(Study const& study, RunOptions const& options)
{
    Pathway halves = study.pathway;
    auto const stream = std::find_if(halves.arrivals.begin(), halves.arrivals.end(), [](pathway::Arrivals const& a) {
        return !a.appointments && a.trace.empty() && a.group == 1 && a.dispersion.value == 0;
    });
    if (stream == halves.arrivals.end()) return skipped("there is no Poisson stream");
    bool asks_source = false;
    auto const text = base::encode(study.pathway);
    std::function<void(base::Value const&)> const look = [&](base::Value const& value) {
        if (auto const* words = value.string(); words && words->find("source") != std::string::npos) asks_source = true;
        if (auto const* entries = value.entries())
            for (auto const& entry : *entries) look(entry.value);
        if (auto const* items = value.items())
            for (auto const& item : *items) look(item);
    };
    look(text);
    if (asks_source) return skipped("conditions ask for the source");
    stream->rate = units::Rate::from_per_hour(stream->rate.value.per_hour() / 2);
    auto other = *stream;
    other.name += " (other half)";
    halves.arrivals.push_back(other);
    auto one = plain(study, study.pathway), two = plain(study, halves);
    one.replications = two.replications = std::max(study.replications, 8);
    auto const stays = [](sim::Runs const& runs) {
        std::vector<double> means;
        for (auto const& run : runs.results) means.push_back(units::Duration::from_ticks(1).hours() * static_cast<double>(run.stays) / static_cast<double>(run.end));
        return means;
    };
    auto const whole = stays(run_whole(one, options).runs), parts = stays(run_whole(two, options).runs);
    auto const mean = [](std::vector<double> const& x) {
        double sum = 0;
        for (double const v : x) sum += v;
        return sum / static_cast<double>(x.size());
    };
    auto const variance = [&](std::vector<double> const& x) {
        double const centre = mean(x);
        double sum = 0;
        for (double const v : x) sum += (v - centre) * (v - centre);
        return sum / static_cast<double>(x.size() - 1) / static_cast<double>(x.size());
    };
    double const error = std::sqrt(variance(whole) + variance(parts));
    double const z = error > 0 ? (mean(whole) - mean(parts)) / error : 0.0;
    auto const figures = fmt::format("number in the pathway {:.4g} and {:.4g}, z = {:.2f}", mean(whole) / units::Duration::from_ticks(1).hours(),
                                     mean(parts) / units::Duration::from_ticks(1).hours(), z);
    return std::abs(z) <= 4.89 ? holds(figures) : fails(figures);
}

Verified units_do_not_matter(Study const& study, RunOptions const& options)
{
    auto const again = base::decode<Pathway>(base::encode(study.pathway));
    auto one = plain(study, study.pathway), two = plain(study, again);
    one.replications = two.replications = 1;
    return sim::hash_of(run_whole(one, options).runs) == sim::hash_of(run_whole(two, options).runs) ? holds("written out and read again")
                                                                       : fails("the pathway that is written out and read again gives other runs");
}

Verified threads_do_not_matter(Study const& study, RunOptions const& options)
{
    auto const with = [&](int threads) {
        auto asked = options;
        asked.threads = threads;
        return run_whole(study, asked).runs;
    };
    auto const one = with(1), two = with(2);
    if (!(one == two)) return fails("one and two threads give different runs");
    for (int arm = 0; arm < static_cast<int>(study.arms.size()); ++arm)
        if (!(replay_whole(study, study.arms[static_cast<std::size_t>(arm)].name, options).visits == one.at(arm, 0, 0).visits))
            return fails(fmt::format("the replay of arm '{}' differs", study.arms[static_cast<std::size_t>(arm)].name));
    return holds(fmt::format("hash {:016x}", sim::hash_of(one)));
}

Verified nobody_is_lost(Study const& study, RunOptions const& options)
{
    auto const runs = run_whole(study, options).runs;
    std::int64_t arrivals = 0, unfinished = 0;
    for (auto const& one : runs.results)
        for (std::size_t source = 0; source < one.arrivals.size(); ++source) {
            if (one.arrivals[source] != one.exits[source] + one.unfinished[source]) return fails(fmt::format("of source {}", source));
            arrivals += one.arrivals[source];
            unfinished += one.unfinished[source];
        }
    return holds(fmt::format("{} came, {} were still there at the end", arrivals, unfinished));
}

} // namespace

std::vector<Verified> verify(Study const& study, ledger::Tariff const& tariff, int replications, RunOptions const& options)
{
    Study base = study;
    base.draws = 1;
    base.precision.reset();
    base.replications = std::clamp(study.replications, 1, replications);
    base.pathway.overload_allowed = true;
    base::Diagnostics diagnostics;
    (void)models_of(base, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics};
    std::vector<Verified> all;
    auto const ask = [&](char const* claim, Verified answer) {
        answer.claim = claim;
        all.push_back(std::move(answer));
    };
    try {
        ask("A tool that changes nothing changes nothing", nothing_changes(base, options));
        ask("When nobody comes, nothing happens", nobody_comes(base, options));
        ask("With more of everything than anybody needs, nobody waits for it", nobody_waits(base, options));
        ask("Doubling every unit price doubles what is paid by unit prices", prices_double(base, tariff, options));
        ask("The order of the arms does not matter", order_of_arms(base, options));
        ask("Two streams of half the rate are the stream", halves_are_whole(base, options));
        ask("The units that times are written in do not matter", units_do_not_matter(base, options));
        ask("Threads and logs do not matter", threads_do_not_matter(base, options));
        ask("Every patient who came has left or is still there", nobody_is_lost(base, options));
    } catch (Stopped const&) {      // the caller knows: it is they who cancelled
    }
    return all;
}

bool is_verified(std::vector<Verified> const& all)
{
    return std::none_of(all.begin(), all.end(), [](Verified const& one) { return one.verdict == Verdict::fails; });
}

} // namespace pathecon::study
