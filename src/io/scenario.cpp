// SPDX-License-Identifier: MIT
#include <pathecon/io/scenario.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <pathecon/io/file.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/io/reference.hpp>
#include <pathecon/io/toml.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/study/review.hpp>
#include <pathecon/study/run.hpp>

#include "io/scenario_file.hpp"

namespace pathecon::io {
namespace {

/// The path of the key that an unknown one was meant to be, as its hint has it: `did you mean 'takes'?`.
std::string meant_by(base::Diagnostic const& unknown)
{
    auto const begin = unknown.hint.find('\''), end = unknown.hint.rfind('\'');
    if (!unknown.hint.starts_with("did you mean '") || end <= begin) return {};
    return base::join_path(unknown.path, unknown.hint.substr(begin + 1, end - begin - 1));
}

std::string_view last_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Tells one cause once: a key that is missing because it is misspelt, and a spot of a file that several sites read.
base::Diagnostics each_once(base::Diagnostics const& all)
{
    base::Diagnostics kept;
    for (auto const& fault : all.all()) {
        bool const is_told = std::any_of(all.all().begin(), all.all().end(), [&](auto const& other) {
            return other.code == 104 && fault.code == 101 && meant_by(other) == fault.path;
        });
        bool const is_repeated = std::any_of(kept.all().begin(), kept.all().end(), [&](auto const& other) {
            return fault.place.known() && other.place == fault.place && other.code == fault.code && other.message == fault.message &&
                   last_of(other.path) == last_of(fault.path);
        });
        if (!is_told && !is_repeated) kept.add(fault);
    }
    return kept;
}

/// Says of a stream in which nobody comes what the file says: a rate of 0, or an empty trace.
base::Diagnostics as_written(base::Diagnostics const& checks, base::Places const& places)
{
    constexpr std::string_view rate = "/rate";
    base::Diagnostics told;
    for (auto fault : checks.all()) {
        bool const is_nobody = fault.code == 101 && fault.path.starts_with("arrivals/") && fault.path.ends_with(rate);
        auto const trace = fault.path.substr(0, fault.path.size() - std::min(rate.size(), fault.path.size())) + "/trace";
        if (is_nobody && places.contains(fault.path)) {
            fault.message = "a rate of 0: nobody ever comes";
        } else if (is_nobody && places.contains(trace)) {
            fault.path = trace;
            fault.message = "this trace has nobody in it: nobody ever comes";
            fault.hint = "give a row to each patient, or write a rate";
        }
        told.add(std::move(fault));
    }
    return told;
}

/// Says whether a check only repeats what decoding has said of the same spot already: a value of the wrong unit keeps
/// its default, of which the check complains again.
bool follows_from(base::Diagnostic const& fault, base::Diagnostics const& decoding)
{
    return std::any_of(decoding.all().begin(), decoding.all().end(), [&](base::Diagnostic const& earlier) {
        auto const is_at_or_below = [](std::string const& path, std::string const& root) {
            return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
        };
        if (earlier.code == 104) { // what is missing is what a misspelt key was to be
            auto const meant = meant_by(earlier);
            return !meant.empty() && is_at_or_below(fault.path, meant);
        }
        if (earlier.path.empty()) return false;
        bool const is_a_field = std::count(fault.path.begin(), fault.path.end(), '/') >= 2;
        return is_at_or_below(fault.path, earlier.path) || (is_a_field && is_at_or_below(earlier.path, fault.path));
    });
}

void append_checks(base::Diagnostics& all, base::Diagnostics const& checks, base::Diagnostics const& decoding)
{
    for (auto const& fault : checks.all()) {
        bool const known = std::any_of(all.all().begin(), all.all().end(), [&](auto const& other) {
            return other.code == fault.code && other.path == fault.path && other.message == fault.message;
        });
        if (!known && !follows_from(fault, decoding)) all.add(fault);
    }
}

/// Gives the arms the tools that they name.
void resolve_arms(detail::ScenarioFile& file, base::Diagnostics& faults)
{
    std::vector<std::string> names;
    for (auto const& tool : file.tools) {
        if (std::find(names.begin(), names.end(), tool.name) != names.end())
            faults.error(605, base::join_path("tool", tool.name), fmt::format("two tools are called '{}'", tool.name),
                         "give each tool a name of its own");
        names.push_back(tool.name);
    }
    std::set<std::string_view> used;
    for (auto const& entry : file.arms) {
        study::Arm arm{.name = entry.name, .role = entry.role};
        for (auto const& name : entry.tools) {
            auto const tool = std::find(names.begin(), names.end(), name);
            used.insert(name);
            if (tool != names.end())
                arm.tools.tools.push_back(file.tools[static_cast<std::size_t>(tool - names.begin())]);
            else
                faults.error(606, fmt::format("arm/{}/tools", entry.name), fmt::format("there is no tool '{}'", name),
                             base::did_you_mean(name, names));
        }
        file.study.arms.push_back(std::move(arm));
    }
    for (auto const& tool : file.tools)
        if (!used.contains(tool.name)) {
            faults.warning(607, base::join_path("tool", tool.name),
                           fmt::format("the tool '{}' is in no arm", tool.name),
                           "name it in the tools of an arm, or delete it");
            try {
                (void)effect::apply(file.study.pathway, effect::Portfolio{{tool}});
            } catch (base::InvalidInput const& invalid) {
                faults.append(invalid.diagnostics());
            }
        }
}

/// The names that a price may have in the arms.
struct Used {
    std::set<std::string, std::less<>> groups, steps, events;
    explicit Used(std::vector<effect::Applied> const& arms)
    {
        for (auto const& arm : arms) {
            for (auto const& resource : arm.pathway.resources)
                groups.insert(resource.group.empty() ? resource.name : resource.group);
            for (auto const& activity : arm.pathway.activities) steps.insert(activity.name);
            for (auto const& delay : arm.pathway.delays) steps.insert(delay.name);
            for (auto const& outcome : arm.pathway.outcomes) events.insert(outcome.name);
        }
    }
    [[nodiscard]] bool has(ledger::Price const& price) const
    {
        auto const& names = price.per == ledger::Per::hour ? groups : price.per == ledger::Per::visit ? steps : events;
        return names.contains(price.item);
    }
};

/// Leaves out the reference prices of what no arm has; the file's own prices stay, to be found at fault.
void keep_used_prices(ledger::Tariff& tariff, std::vector<effect::Applied> const& arms)
{
    auto const names = tariff_names();
    if (std::find(names.begin(), names.end(), tariff.name) == names.end()) return;
    auto const used = Used{arms};
    auto const reference = load_tariff(tariff.name);
    std::erase_if(tariff.prices, [&](ledger::Price const& price) {
        bool const is_own =
            std::find(reference.prices.begin(), reference.prices.end(), price) == reference.prices.end();
        return !is_own && !used.has(price);
    });
}

/// Warns of the file's own prices of what no arm has.
void check_items(ledger::Tariff const& tariff, std::vector<effect::Applied> const& arms, base::Diagnostics& faults)
{
    auto const used = Used{arms};
    for (auto const& price : tariff.prices) {
        auto const path = base::join_path("price", price.item);
        bool const is_told = std::any_of(faults.all().begin(), faults.all().end(),
                                         [&](auto const& known) { return known.code == 509 && known.path == path; });
        if (used.has(price) || is_told) continue;
        char const* const noun = price.per == ledger::Per::hour    ? "staff group"
                                 : price.per == ledger::Per::visit ? "step"
                                                                   : "outcome";
        faults.warning(509, path, fmt::format("nothing is called '{}' in any arm, so its price is not used", price.item),
                       fmt::format("a price per {} is of a {}: name one, or leave the price out", base::enum_name(price.per), noun));
    }
}

/// Checks what the terms point at.
void check_terms(econ::Terms const& terms, study::Study const& study, base::Diagnostics& faults)
{
    faults.append(econ::faults_of(terms));
    std::vector<std::string> intervals, arms;
    for (auto const& interval : study.pathway.intervals) intervals.push_back(interval.name);
    for (auto const& arm : study.arms) arms.push_back(arm.name);
    for (auto const& delay : terms.delays) {
        auto const path = base::join_path("terms/delay", delay.interval);
        auto const* const interval = pathway::find(study.pathway.intervals, delay.interval);
        if (!interval)
            faults.error(608, path, fmt::format("there is no interval '{}'", delay.interval),
                         base::did_you_mean(delay.interval, intervals));
        else if (!interval->rows)
            faults.error(608, path,
                         fmt::format("the interval '{}' keeps no rows, which the delay needs", delay.interval),
                         "add rows = true to the interval");
    }
    if (!terms.bound.empty() && std::find(arms.begin(), arms.end(), terms.bound) == arms.end())
        faults.error(609, "terms/bound", fmt::format("there is no arm '{}'", terms.bound),
                     base::did_you_mean(terms.bound, arms));
}

/// Makes a scenario of a value, or throws with all that was and is found at fault.
Scenario make_scenario(base::Value const& root, detail::Folder const& folder, base::Diagnostics decoding)
{
    base::Places places;
    places.set("", root.place());
    base::DecodeContext context{decoding, places, ""};
    auto file = detail::decode_file(root, folder, context);
    decoding.locate(places);
    if (!file.is_whole) throw base::InvalidInput{decoding.sorted()};

    base::Diagnostics checks;
    resolve_arms(file, checks);
    std::vector<effect::Applied> applied;
    base::Diagnostics remarks;
    for (auto& model : study::models_of(file.study, checks)) {
        study::add_remarks(model, remarks);
        applied.push_back(std::move(model.applied));
    }
    keep_used_prices(file.tariff, applied);
    if (!applied.empty()) {
        checks.append(ledger::faults_of(file.tariff, applied));
        check_items(file.tariff, applied, checks);
    }
    check_terms(file.terms, file.study, checks);
    checks = as_written(checks, places);
    checks.locate(places);

    base::Diagnostics all = decoding;
    append_checks(all, checks, decoding);
    all = each_once(all.sorted());
    if (!all.ok()) throw base::InvalidInput{std::move(all)};
    remarks.locate(places);
    all.append(remarks);
    all = all.sorted();
    Scenario scenario{.title = file.title.empty() ? file.study.pathway.name : file.title};
    scenario.study = std::move(file.study);
    if (scenario.study.name == study::Study{}.name) scenario.study.name = scenario.title;
    scenario.tools = std::move(file.tools);
    scenario.tariff = std::move(file.tariff);
    scenario.terms = std::move(file.terms);
    scenario.warnings = std::move(all);
    scenario.places = std::move(places);
    return scenario;
}

} // namespace

Scenario load_scenario(std::filesystem::path const& path)
{
    base::Diagnostics diagnostics;
    auto const root = path.extension() == ".json" ? read_json(read_file(path), path.string(), diagnostics)
                                                  : read_toml_file(path, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics.sorted()};
    return make_scenario(root, detail::Folder::of_file(path), std::move(diagnostics));
}

Scenario parse_scenario(std::string_view text, std::string const& name, std::filesystem::path const& folder)
{
    base::Diagnostics diagnostics;
    auto const root = name.ends_with(".json") ? read_json(text, name, diagnostics) : read_toml(text, name, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics.sorted()};
    return make_scenario(root, detail::Folder::of_text(folder, name), std::move(diagnostics));
}

Scenario decode_scenario(base::Value const& root, std::filesystem::path const& folder)
{
    return make_scenario(root, detail::Folder::of_text(folder, {}), {});
}

namespace {

constexpr auto omit = base::Omit::defaults;

base::Value encode_with(Scenario const& scenario, base::Value tools)
{
    auto value = base::Value::table();
    value.set("schema", scenario_schema);
    value.set("title", scenario.title);
    value.set("study", base::encode(scenario.study, omit));
    auto const pathway = base::encode(scenario.study.pathway, omit);
    for (auto const& [key, part, place] : *pathway.entries()) value.set(key, part);
    if (!scenario.tools.empty()) value.set("tool", std::move(tools));
    auto arms = base::Value::list();
    for (auto const& arm : scenario.study.arms) {
        detail::ArmEntry entry{.name = arm.name, .role = arm.role};
        for (auto const& tool : arm.tools.tools) entry.tools.push_back(tool.name);
        arms.push(base::encode(entry, omit));
    }
    value.set("arm", std::move(arms));
    auto const names = tariff_names();
    if (std::find(names.begin(), names.end(), scenario.tariff.name) != names.end())
        value.set("tariff", scenario.tariff.name);
    if (!scenario.tariff.prices.empty()) value.set("price", base::encode(scenario.tariff.prices, omit));
    auto terms = base::encode(scenario.terms, omit);
    if (terms.entries() && !terms.entries()->empty()) value.set("terms", std::move(terms));
    return value;
}

} // namespace

base::Value encode_scenario(Scenario const& scenario)
{
    return encode_with(scenario, base::encode(scenario.tools, omit));
}

std::uint64_t scenario_hash(Scenario const& scenario)
{
    auto tools = base::Value::list();
    for (auto tool : scenario.tools) {
        auto effects = base::Value::list();
        for (auto const& effect : tool.effects)
            effects.push(std::holds_alternative<effect::Custom>(effect.content()) ? base::Value{effect.name()}
                                                                                  : effect.encode(omit));
        tool.effects.clear();
        auto value = base::encode(tool, omit);
        value.set("effects", std::move(effects));
        tools.push(std::move(value));
    }
    return base::hash64(encode_with(scenario, std::move(tools)));
}

} // namespace pathecon::io
