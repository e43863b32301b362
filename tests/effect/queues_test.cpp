// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <pathecon/effect/effect.hpp>
#include <pathecon/effect/tool.hpp>
#include <pathecon/pathway/check.hpp>

#include "chest_xray.hpp"

namespace pathecon::test {
using effect::Effect;

namespace {

/// The chest X-ray with everything that queues do.
pathway::Pathway busy()
{
    using namespace pathway;
    auto usual = chest_xray();
    usual.starts = "2026-01-05";
    usual.resources[0].rota = Rota::always(3);
    usual.resources[1] = {.name = "reader",
                          .rota = Rota{{{.servers = 3}}, {{.from = "2026-12-25"}}, HolidayRule::closed},
                          .end_of_shift = EndOfShift::repeat_identical,
                          .preemption = Preemption::resume,
                          .skills = {"report"},
                          .surge = Surge{.of = "read", .open_at = 9, .close_at = 2}};
    usual.resources.push_back({.name = "bed", .kind = ResourceKind::bed, .rota = Rota::always(40)});
    usual.arrivals[0].profile = {{.days = "Sat Sun", .by = 0.5}};
    usual.arrivals[0].season.assign(12, 1.0);
    usual.arrivals[0].growth = 0.02;
    usual.arrivals[0].dispersion = 0.1;
    usual.delays = {{.name = "home", .takes = 1_d}};
    auto& film = usual.activities[0];
    film.uses[0].instead = {{"bed", 1.5}};
    auto& read = usual.activities[1];
    read.uses = {{.skill = "report"}};
    read.priority = {{"cancer", 3}};
    read.ageing = 14_d;
    read.patience = Patience{.after = 9_d, .to = "home"};
    read.balk = {{.length = 90, .to = "home"}};
    read.room = 200;
    usual.sessions = {{.name = "list", .lists = {{.days = "daily", .slots = 60, .overbooked = 2}}, .slot = 9_min}};
    usual.activities.push_back(
        {.name = "visit", .session = "list", .no_show = NoShow{.missed = bernoulli(0.1), .rebooked = 1, .to = "home"}});
    usual.routes.push_back(
        {.from = "CT", .to = {{.to = "visit", .elapsed = Elapsed{.at_most = 900_d}, .most = 4}, {"exit"}}});
    usual.stays = {{.name = "ward", .uses = {{"bed"}}, .from = "CT", .to = "CT"}};
    usual.events = {
        {.name = "worse", .from = "x-ray", .until = "CT.arrive", .after = exponential(900_d), .to = "home"}};
    usual.downtimes = {{.name = "network", .resources = {"reader"}, .every = exponential(60_d), .lasts = 4_h}};
    usual.backlogs = {{.name = "waiting", .at = "read", .count = 30, .age = uniform(0_d, 9_d)}};
    usual.intervals[0].pauses = {{.from = "read.arrive", .to = "read.start"}};
    return usual;
}

base::Value one(std::string_view verb, std::initializer_list<base::Value::Entry> fields)
{
    return base::Value::table({{std::string{verb}, base::Value::table(fields)}});
}

/// An effect of every verb, in the order of the manual.
std::vector<Effect> every_verb()
{
    using base::Value;
    std::vector<Effect> made;
    for (auto const& value :
         {one("scale", {{"activity", "read"}, {"by", 0.9}}),
          one("insert", {{"activity", Value::table({{"name", "check"}, {"takes", "1 min"}})}, {"before", "read"}}),
          one("bypass", {{"activity", "read"}, {"share", 0.2}, {"errors", 0.002}}),
          one("transfer", {{"activity", "CT"}, {"from", "clerk"}, {"to", "reader"}, {"share", 0.3}}),
          one("prioritise",
              {{"activity", "read"}, {"condition", "cancer"}, {"flags", 0.1}, {"sensitivity", 0.8}, {"level", 1}}),
          one("detect", {{"test", "positive"}, {"odds_sensitivity", 1.5}}),
          one("reconcile", {{"activity", "read"},
                            {"test", "positive"},
                            {"uses", "reader"},
                            {"review", "2 min"},
                            {"discordance", 0.1},
                            {"actionable", 0.1}}),
          one("adopt", {{"usage", 0.9}}), one("burden", {{"activity", "read"}, {"add", "1 min"}}),
          one("cost", {{"item", "licence"}, {"amount", "£5"}, {"per", "year"}}),
          one("add_capacity", {{"resource", "reader"}, {"shift", Value::table({{"days", "Mon"}})}}),
          one("shorten", {{"activity", "CT"}, {"by", 0.8}})})
        made.push_back(base::decode<Effect>(value));
    return made;
}

} // namespace

TEST_CASE("every verb keeps what queues do, and what it makes passes the checks")
{
    auto usual = busy();
    usual.activities[2].attended = {{.resource = "clerk"}};
    REQUIRE(faults_of(usual).ok());
    auto const effects = every_verb();
    REQUIRE(effects.size() == effect::verbs.size());
    for (std::size_t i = 0; i < effects.size(); ++i) {
        INFO(effect::verbs[i].name);
        REQUIRE(effects[i].name() == effect::verbs[i].name);
        auto const after = effects[i].apply(usual, tool("Tool"));
        CHECK(after.starts == usual.starts);
        CHECK(after.arrivals == usual.arrivals);
        CHECK(after.stays == usual.stays);
        CHECK(after.downtimes == usual.downtimes);
        CHECK(after.backlogs == usual.backlogs);
        CHECK(after.sessions == usual.sessions);
        CHECK(after.events.size() == 1);
        auto const& reader = the(after.resources, "reader");
        CHECK(reader.rota.exceptions == usual.resources[1].rota.exceptions);
        CHECK(reader.rota.holidays == pathway::HolidayRule::closed);
        CHECK(reader.surge == usual.resources[1].surge);
        CHECK(reader.preemption == pathway::Preemption::resume);
        auto const &read = the(after.activities, "read"), &before = usual.activities[1];
        CHECK(read.uses == before.uses);
        CHECK(read.ageing == before.ageing);
        CHECK(read.patience == before.patience);
        CHECK(read.balk == before.balk);
        CHECK(read.room == before.room);
        CHECK(the(after.activities, "x-ray").uses == usual.activities[0].uses);
        CHECK(the(after.activities, "visit").no_show == usual.activities[3].no_show);
        CHECK(route_from(after, "CT").to[0].most == 4);
        CHECK(after.intervals[0].pauses.size() == 1);
        auto const faults = faults_of(after);
        INFO(faults.text());
        CHECK(faults.ok());
    }
}

TEST_CASE("a step that an effect takes away is missed wherever patients would go there")
{
    Effect const remove{[](pathway::Pathway const& usual) {
        auto changed = usual;
        changed.delays.clear();
        return changed;
    }};
    auto const faults = faults_of(remove.apply(busy(), tool("Tool")));
    auto const has = [&](int code, std::string_view path) {
        return std::any_of(faults.all().begin(), faults.all().end(),
                           [&](auto const& fault) { return fault.code == code && fault.path == path; });
    };
    INFO(faults.text());
    CHECK(has(205, "activity/read/patience/to"));
    CHECK(has(205, "activity/read/balk/#1/to"));
    CHECK(has(205, "activity/visit/no_show/to"));
    CHECK(has(205, "event/worse/to"));
    Effect const close{[](pathway::Pathway const& usual) {
        auto changed = usual;
        changed.activities.pop_back(); // the visit
        std::erase_if(changed.resources, [](auto const& resource) { return resource.name == "reader"; });
        changed.stays[0].to = "visit";
        changed.backlogs[0].at = "visit";
        changed.intervals[0].pauses[0].from = "visit.arrive";
        return changed;
    }};
    auto const others = faults_of(close.apply(busy(), tool("Tool")));
    INFO(others.text());
    auto const missed = [&](int code, std::string_view path) {
        return std::any_of(others.all().begin(), others.all().end(),
                           [&](auto const& fault) { return fault.code == code && fault.path == path; });
    };
    CHECK(missed(204, "stay/ward/to"));
    CHECK(missed(204, "backlog/waiting/at"));
    CHECK(missed(204, "downtime/network/resources/#1"));
    CHECK(missed(204, "activity/read/uses/#1/skill"));
    CHECK(missed(205, "route/CT/to/visit"));
    CHECK(missed(224, "interval/report/pauses/#1/from"));
}

} // namespace pathecon::test
