// SPDX-License-Identifier: MIT
#include "codec_fixture.hpp"

#include <pathecon/pathway/check.hpp>

using namespace codec;

namespace {

/// A pathway with all that queues do, as a file would hold it.
Value whole_pathway()
{
    return table({
        {"name", "queues"},
        {"starts", "2026-01-05"},
        {"arrivals",
         list({table({{"name", "walk-in"},
                      {"rate", "9 per h"},
                      {"open", table({{"shifts", 1}, {"holidays", "closed"}})},
                      {"profile", table({{"days", "Sat Sun"}, {"from", "10:00"}, {"to", "22:00"}, {"by", 1.4}})},
                      {"season", list({1.2, 1.1, 1.0, 1.0, 1.0, 0.9, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0})},
                      {"growth", table({{"value", -0.02}, {"source", "trend"}})},
                      {"dispersion", 0.2},
                      {"group", 2}}),
               table({{"name", "booked"},
                      {"to", "see"},
                      {"appointments",
                       table({{"lists", table({{"days", "Mon-Fri"}, {"slots", 12}, {"overbooked", 2}})},
                              {"slot", "15 min"},
                              {"late", table({{"uniform", table({{"low", "0 min"}, {"high", "20 min"}})}})},
                              {"early", "10 min"},
                              {"no_show",
                               table({{"p", 0.1},
                                      {"cases", list({table({{"where", "source = booked"}, {"p", 0.2}})})}})}})}}),
               table({{"name", "traced"}, {"trace", list({"1 h", table({{"at", "2 h"}, {"is", "urgent"}})})}})})},
        {"attribute", table({{"name", "urgent"}, {"is", 0.2}})},
        {"resource",
         list({table({{"name", "doctor"},
                      {"rota",
                       table({{"shifts", list({table({{"days", "Mon-Fri"}, {"from", "08:00"}, {"to", "18:00"}})})},
                              {"exceptions", list({table({{"from", "2026-12-24"}, {"until", "2026-12-31"}}),
                                                   table({{"from", "2027-01-02"},
                                                          {"shifts", table({{"from", "10:00"}, {"to", "12:00"}})}})})},
                              {"holidays", "as_sunday"}})},
                      {"end_of_shift", "repeat_identical"},
                      {"preemption", "repeat_different"},
                      {"skills", list({"prescribe", "scope"})},
                      {"surge", table({{"of", "see"}, {"open_at", 8}, {"close_at", 2}, {"servers", 1}})}}),
               table({{"name", "nurse"}, {"servers", 3}, {"skills", "scope"}}),
               table({{"name", "bed"}, {"kind", "bed"}, {"servers", 20}})})},
        {"session", table({{"name", "scanner"},
                           {"lists", table({{"days", "daily"}, {"slots", 20}, {"overbooked", 1}})},
                           {"slot", "20 min"},
                           {"bank_holidays", false}})},
        {"activity",
         list({table({{"name", "see"},
                      {"uses", list({table({{"resource", "doctor"},
                                            {"instead", list({table({{"resource", "nurse"}, {"by", 1.4}})})}}),
                                     table({{"skill", "scope"}, {"count", 2}})})},
                      {"takes", "15 min"},
                      {"priority", table({{"where", "urgent"}, {"level", 1}})},
                      {"ageing", "14 d"},
                      {"patience", table({{"after", table({{"exponential", "4 h"}})},
                                          {"cases", table({{"where", "urgent"}, {"takes", "8 h"}})},
                                          {"to", "scan"},
                                          {"where", "not urgent"}})},
                      {"balk",
                       list({table({{"length", 30}, {"of", "scan"}, {"to", "exit"}, {"p", 0.5}, {"where", "urgent"}}),
                             12})},
                      {"room", 15}}),
               table({{"name", "scan"},
                      {"session", "scanner"},
                      {"no_show", table({{"missed", 0.1}, {"cancelled", "5 %"}, {"rebooked", 1}, {"to", "round"}})}}),
               table(
                   {{"name", "round"},
                    {"batch",
                     table({{"days", "daily"}, {"at", "08:00"}, {"every", "4 h"}, {"until", "20:00"}, {"least", 2}})}}),
               table({{"name", "review"},
                      {"uses", list({table({{"resource", "doctor"}, {"same_as", "see"}}),
                                     table({{"resource", "nurse"}, {"not_same_as", "see"}})})},
                      {"takes", "5 min"}})})},
        {"stay", table({{"name", "ward"}, {"uses", "bed"}, {"from", "see"}, {"to", "review"}})},
        {"event", table({{"name", "worse"},
                         {"from", "see"},
                         {"until", "review"},
                         {"after", table({{"exponential", "30 d"}})},
                         {"cases", table({{"where", "urgent"}, {"takes", table({{"exponential", "10 d"}})}})},
                         {"to", "review"},
                         {"where", "urgent"},
                         {"luck_name", "fate"}})},
        {"downtime", table({{"name", "network"},
                            {"resources", list({"doctor", "nurse"})},
                            {"every", table({{"exponential", "60 d"}})},
                            {"lasts", "4 h"},
                            {"servers", 1},
                            {"in_hand", "finish"},
                            {"luck_name", "grid"}})},
        {"backlog", list({table({{"name", "listed"}, {"at", "see"}, {"waited", list({"30 d", "3 d"})}}),
                          table({{"name", "counted"},
                                 {"at", "scan"},
                                 {"count", 40},
                                 {"age", table({{"uniform", table({{"low", "0 d"}, {"high", "90 d"}})}})},
                                 {"judged", true}})})},
        {"route",
         list({table(
             {{"from", "see"},
              {"to", list({table({{"to", "scan"},
                                  {"elapsed", table({{"since", "see.start"}, {"at_least", "1 h"}, {"at_most", "3 d"}})},
                                  {"most", 2}}),
                           "review"})}})})},
        {"interval", table({{"name", "stay"},
                            {"from", "see"},
                            {"to", "exit"},
                            {"pauses", table({{"from", "scan.arrive"}, {"to", "scan.start"}})}})},
    });
}

} // namespace

TEST_CASE("a pathway with all that queues do goes through text and back")
{
    auto const pathway = sound<Pathway>(whole_pathway());
    CHECK(pathway.starts == "2026-01-05");
    CHECK(pathway.arrivals[0].open.holidays == HolidayRule::closed);
    CHECK(pathway.arrivals[0].open.shifts == Rota::always(1).shifts);
    CHECK(pathway.arrivals[0].profile[0].by == 1.4);
    CHECK(pathway.arrivals[0].season.size() == 12);
    CHECK(pathway.arrivals[0].growth.evidence->source == "trend");
    CHECK(pathway.arrivals[1].appointments->late == uniform(0_min, 20_min));
    CHECK(pathway.arrivals[1].appointments->lists[0].overbooked == 2);
    CHECK(pathway.arrivals[2].trace == std::vector<TracePatient>{{1_h}, {2_h, "urgent"}});
    auto const& doctor = pathway.resources[0];
    CHECK(doctor.rota.exceptions[1].shifts[0].to == "12:00");
    CHECK(doctor.end_of_shift == EndOfShift::repeat_identical);
    CHECK(doctor.preemption == Preemption::repeat_different);
    CHECK(doctor.surge == Surge{.of = "see", .open_at = 8, .close_at = 2, .servers = 1});
    CHECK(pathway.resources[1].skills == std::vector<std::string>{"scope"});
    CHECK_FALSE(pathway.sessions[0].bank_holidays);
    auto const& see = pathway.activities[0];
    CHECK(see.uses[0] == Use{.resource = "doctor", .instead = {{"nurse", 1.4}}});
    CHECK(see.uses[1] == Use{.count = 2, .skill = "scope"});
    CHECK(see.ageing == 14_d);
    CHECK(see.patience->after == exponential(4_h));
    CHECK(see.balk == std::vector<Balk>{{.length = 30, .of = "scan", .p = units::Probability{0.5}, .where = "urgent"},
                                        {.length = 12}});
    CHECK(see.room == 15);
    CHECK(pathway.activities[1].no_show->rebooked == 1);
    CHECK(pathway.activities[2].batch->least == 2);
    CHECK(pathway.activities[3].uses[0].same_as == "see");
    CHECK(pathway.stays[0].uses == std::vector<Use>{{"bed"}});
    CHECK(pathway.events[0].luck_name == "fate");
    CHECK(pathway.downtimes[0].in_hand == EndOfShift::finish);
    CHECK(pathway.backlogs[1].judged);
    CHECK(pathway.routes[0].to[0].elapsed->at_most == 3_d);
    CHECK(pathway.routes[0].to[0].most == 2);
    CHECK(pathway.intervals[0].pauses[0] == Pause{"scan.arrive", "scan.start"});
}

TEST_CASE("what was read can be found where it was written, at the paths of the checks")
{
    base::Diagnostics found;
    base::Places places;
    auto value = whole_pathway();
    int line = 0;
    auto const number = [&](auto const& self, Value& at) -> void {
        at.set_place({"s.toml", ++line, 1, ""});
        if (auto* const entries = at.entries())
            for (auto& entry : *entries) self(self, entry.value);
        if (auto* const items = at.items())
            for (auto& item : *items) self(self, item);
    };
    number(number, value);
    (void)base::decode<Pathway>(value, found, places);
    CHECK(found.ok());
    for (auto const* const path : {"starts",
                                   "arrivals/walk-in/profile/#1/days",
                                   "arrivals/booked/appointments/no_show/cases/#1/where",
                                   "arrivals/traced/trace/#2/is",
                                   "resource/doctor/rota/#1/from",
                                   "resource/doctor/rota/exceptions/#2/shifts/#1",
                                   "resource/doctor/rota/holidays",
                                   "resource/doctor/surge/close_at",
                                   "activity/see/uses/doctor/instead/nurse/by",
                                   "activity/see/uses/#2/skill",
                                   "activity/see/patience/cases/#1/where",
                                   "activity/see/balk/#2",
                                   "activity/see/room",
                                   "activity/scan/no_show/missed",
                                   "activity/review/uses/doctor/same_as",
                                   "stay/ward/uses/bed",
                                   "event/worse/cases/#1/takes",
                                   "downtime/network/resources/#2",
                                   "backlog/counted/age",
                                   "route/see/to/scan/elapsed/at_most",
                                   "interval/stay/pauses/#1/from"}) {
        INFO(path);
        CHECK(places.contains(path));
    }
}

TEST_CASE("uses, alternatives and skills are short where they say little")
{
    using Uses = std::vector<Use>;
    CHECK(as_written<Uses>(list({"doctor", table({{"resource", "room"}, {"count", 2}})})) ==
          Uses{{"doctor"}, {"room", 2}});
    auto const instead = as_written<Use>(
        table({{"resource", "doctor"}, {"instead", list({"registrar", table({{"resource", "nurse"}, {"by", 1.4}})})}}));
    CHECK(instead.instead == std::vector<Alternative>{{"registrar"}, {"nurse", 1.4}});
    CHECK(as_written<Use>(table({{"skill", "scope"}})).skill == "scope");
    CHECK(only_fault<Use>(table({{"resource", "a"}, {"insted", "b"}})).code == 104);
    CHECK_THAT(only_fault<Use>(table({{"resource", "a"}, {"insted", "b"}})).hint, contains("'instead'"));
    CHECK(only_fault<Use>(table({{"resource", "a"}, {"instead", table({{"by", 2.0}})}})).path ==
          "here/instead/#1/resource");
}

TEST_CASE("patience is a time, or a table with one")
{
    CHECK(as_written<Patience>("4 h") == Patience{.after = 4_h});
    CHECK(as_written<Patience>(table({{"gamma", table({{"mean", "4 h"}, {"sd", "1 h"}})}})) ==
          Patience{.after = gamma(4_h, 1_h)});
    CHECK(sound<Patience>(table({{"value", "4 h"}, {"source", "survey"}})).after.mean.evidence->source == "survey");
    CHECK(as_written<Patience>(table({{"after", "4 h"}, {"to", "home"}})) == Patience{.after = 4_h, .to = "home"});
    CHECK(only_fault<Patience>(table({{"to", "home"}})).path == "here/after");
    CHECK(only_fault<Patience>(table({{"after", "4 h"}, {"too", "home"}})).code == 104);
    CHECK(only_fault<Patience>(4).code == 105);
    CHECK(only_fault<Patience>(4).path == "here/after/mean");
}

TEST_CASE("balking, missed places, traces and dates are short where they say one thing")
{
    using Rules = std::vector<Balk>;
    CHECK(sound<Rules>(12) == Rules{{.length = 12}});
    CHECK(as_written<Rules>(list({12, table({{"length", 20}, {"to", "home"}})})) ==
          Rules{{.length = 12}, {.length = 20, .to = "home"}});
    CHECK(as_written<NoShow>(0.1).missed == bernoulli(0.1));
    CHECK(sound<NoShow>("10 %").missed == bernoulli(0.1));
    CHECK(as_written<TracePatient>("3 d") == TracePatient{3_d});
    CHECK(as_written<Closure>("2026-12-25") == Closure{.from = "2026-12-25"});
    CHECK(as_written<RotaException>("2026-12-25") == RotaException{.from = "2026-12-25"});
    CHECK(only_fault<Balk>("many").code == 102);
}

TEST_CASE("a rota with dates is a table of shifts, exceptions and holidays")
{
    auto const rota = as_written<Rota>(
        table({{"shifts", list({table({{"days", "Mon-Fri"}, {"from", "09:00"}, {"to", "17:00"}})})},
               {"exceptions", list({"2026-12-25", table({{"from", "2026-12-27"}, {"until", "2026-12-31"}})})},
               {"holidays", "closed"}}));
    CHECK(rota.shifts == Rota::weekdays(9_h, 17_h).shifts);
    CHECK(rota.exceptions.size() == 2);
    CHECK(as_written<Rota>(table({{"shifts", 2}, {"holidays", "as_sunday"}})).shifts == Rota::always(2).shifts);
    CHECK(sound<Rota>(table({{"shifts", table({{"days", "Mon"}})}})) == Rota{{{.days = "Mon"}}});
    CHECK(only_fault<Rota>(table({{"shifts", 2}, {"holidays", "close"}})).code == 107);
    CHECK_THAT(only_fault<Rota>(table({{"shifts", 2}, {"holidays", "close"}})).hint, contains("'closed'"));
    CHECK(only_fault<Rota>(table({{"shifts", 2}, {"exception", "2026-12-25"}})).code == 104);
    CHECK(only_fault<Rota>(table({{"shifts", list({table({{"form", "09:00"}})})}, {"holidays", "closed"}})).path ==
          "here/#1");
    CHECK(only_fault<Rota>(table({{"shifts", "two"}, {"holidays", "closed"}})).code == 102);
}

TEST_CASE("a fault of the new nouns is reported with its line")
{
    base::Diagnostics found;
    base::Places places;
    auto value = whole_pathway();
    auto& resources = *value.find("resource")->items();
    auto& exception = resources[0].find("rota")->find("exceptions")->items()->front();
    exception.set("from", "2026-02-30");
    exception.find("from")->set_place({"s.toml", 42, 9, ""});
    exception.set_place({"s.toml", 42, 3, ""});
    auto const pathway = base::decode<Pathway>(value, found, places);
    auto faults = faults_of(pathway);
    faults.locate(places);
    CHECK_THAT(faults.text(), contains("s.toml:42:"));
    CHECK_THAT(faults.text(), contains("February 2026 has 28 days"));
}
