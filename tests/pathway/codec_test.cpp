// SPDX-License-Identifier: MIT
#include "codec_fixture.hpp"

using namespace codec;

namespace {

/// A pathway with everything in it, as a file would hold it.
Value whole_pathway()
{
    auto const sourced = [](Value value) {
        return table({{"value", value}, {"source", "local audit 2025"}, {"status", "local"}});
    };
    return table({
        {"name", "lung"},
        {"first", "x-ray"},
        {"overload_allowed", true},
        {"arrivals", list({table({{"name", "lane"},
                                  {"rate", "70.2 per d"},
                                  {"open", table({{"days", "Mon-Fri"}, {"from", "09:00"}, {"to", "17:00"}})}}),
                           table({{"name", "other"}, {"rate", "21 per week"}, {"to", "mdt"}, {"background", true}})})},
        {"attribute",
         list({table({{"name", "cancer"}, {"is", sourced(0.006)}}), table({{"name", "stage"},
                                                                           {"levels", list({"I", "II", "III"})},
                                                                           {"shares", list({0.2, 0.3, 0.5})},
                                                                           {"where", "cancer"},
                                                                           {"luck_name", "cancer stage"}})})},
        {"test", table({{"name", "positive"},
                        {"at", "read"},
                        {"condition", "cancer"},
                        {"sensitivity", table({{"mean", 0.754}, {"low", 0.7}, {"high", 0.8}})},
                        {"specificity", "90.2 %"},
                        {"cases", list({table({{"where", "stage = III"}, {"p", 0.9}})})}})},
        {"resource",
         list({table({{"name", "room"}, {"kind", "room"}, {"servers", 2}}),
               table({{"name", "reader"},
                      {"rota",
                       list({table({{"days", "Tue Fri"}, {"from", "09:00"}, {"lasts", "2.98 h"}, {"servers", 3}})})},
                      {"end_of_shift", "resume"},
                      {"group", "radiology"}})})},
        {"session",
         table({{"name", "clinic"},
                {"resource", "reader"},
                {"lists", list({table({{"days", "Tue"}, {"slots", 10}}), table({{"days", "Fri"}, {"lasts", "3 h"}})})},
                {"slot", "16 min"},
                {"lead", "2 d"}})},
        {"activity",
         list(
             {table({{"name", "x-ray"}, {"uses", "room"}, {"takes", "10 min"}}),
              table({{"name", "read"},
                     {"uses", list({"reader", table({{"resource", "room"}, {"count", 2}})})},
                     {"takes", table({{"exponential", table({{"mean", "3 min"}})},
                                      {"source", "assumed"},
                                      {"status", "assumption"}})},
                     {"cases", table({{"where", "cancer"},
                                      {"takes", table({{"gamma", table({{"mean", "5 min"}, {"sd", "2 min"}})}})}})},
                     {"where", "source = lane"},
                     {"priority", list({table({{"where", "cancer"}, {"level", 0}})})},
                     {"booking", table({{"lag", table({{"lognormal", table({{"median", "15 d"}, {"sigma", 0.8}})}})},
                                        {"cases", list({table({{"where", "cancer"}, {"takes", "3 d"}})})}})},
                     {"attended", list({"reader", table({{"resource", "room"}, {"people", 10.0}, {"time", "3 min"}})})},
                     {"adjustments", table({{"tool", "Triage"},
                                            {"share", 0.5},
                                            {"by", 0.95},
                                            {"add", "-10 s"},
                                            {"luck_name", "Triage/use"}})}}),
              table({{"name", "see"}, {"session", "clinic"}}),
              table({{"name", "mdt"},
                     {"batch", table({{"days", "Thu"}, {"cut_off", "1 d"}, {"cap", 20}})},
                     {"tool", "Triage"}})})},
        {"delay", table({{"name", "wait"}, {"takes", "2 d"}, {"where", "cancer"}})},
        {"fork", table({{"name", "both"}, {"branches", list({"see", "wait"})}, {"join", "met"}})},
        {"join", "met"},
        {"route",
         list({table({{"from", "x-ray"}, {"to", "read"}}),
               table({{"from", "read"},
                      {"to", list({table({{"to", "both"}, {"where", "positive"}}),
                                   table({{"to", "mdt"},
                                          {"p", table({{"p", 0.1},
                                                       {"cases", list({table({{"where", "cancer"}, {"p", 0.5}})})}})}}),
                                   "exit"})},
                      {"luck_name", "after reading"}})})},
        {"interval", table({{"name", "report"},
                            {"from", "x-ray"},
                            {"to", "read.start"},
                            {"where", "cancer"},
                            {"unless", "mdt"},
                            {"standard", "62 d"},
                            {"target", "85 %"},
                            {"rows", true}})},
        {"outcome",
         table(
             {{"name", "called"}, {"at", "read"}, {"where", "positive"}, {"share", 0.5}, {"luck_name", "Triage/use"}})},
        {"budget_line", table({{"name", "locums"},
                               {"group", "radiology"},
                               {"baseline", "£100,000"},
                               {"step", "1600 h"},
                               {"step_value", "£50,000"},
                               {"lead", "90 d"},
                               {"promised", "£5,000"}})},
    });
}

} // namespace

TEST_CASE("a pathway with everything in it goes through text and back")
{
    auto const pathway = sound<Pathway>(whole_pathway());
    CHECK(pathway.arrivals.size() == 2);
    CHECK(pathway.arrivals[1].background);
    CHECK(pathway.attributes[0].is.p.evidence->source == "local audit 2025");
    CHECK(pathway.tests[0].sensitivity.uncertain());
    CHECK(pathway.tests[0].specificity->value() == Approx(0.902));
    CHECK(pathway.resources[0].rota == Rota::always(2));
    CHECK(pathway.resources[1].rota.shifts[0].lasts == 2.98_h);
    CHECK(pathway.activities[1].uses == std::vector<Use>{{"reader", 1}, {"room", 2}});
    CHECK(pathway.activities[1].takes.family == TimeFamily::exponential);
    CHECK(pathway.activities[1].takes.evidence->status == random::Status::assumption);
    CHECK(pathway.activities[1].cases[0].takes == gamma(5_min, 2_min));
    CHECK(pathway.activities[1].booking->lag == lognormal_median(15_d, 0.8));
    CHECK(pathway.activities[1].attended[1].time == random::Input<units::Duration>{3_min});
    CHECK(*pathway.activities[1].adjustments[0].add == -10_s);
    CHECK(pathway.activities[3].batch->cap == 20);
    CHECK(pathway.joins[0].name == "met");
    CHECK(pathway.routes[0].to == std::vector<Branch>{{"read"}});
    CHECK(pathway.routes[1].to[1].p->cases[0].p->value() == 0.5);
    CHECK(pathway.intervals[0].target == units::Probability{0.85});
    CHECK(*pathway.budget_lines[0].step_value == 50'000_gbp);
    CHECK(base::encode(Pathway{}, Omit::defaults) == Value::table());
}

TEST_CASE("what was read and what is walked go by the same paths")
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
    auto const pathway = base::decode<Pathway>(value, found, places);
    CHECK(found.ok());
    for (auto const* const path :
         {"activity/read/takes/mean", "activity/read/cases/#1/takes/sd", "activity/read/booking/lag/sigma",
          "resource/reader/rota/#1/lasts", "attribute/cancer/is/p", "route/read/to/mdt/p/cases/#1/p",
          "test/positive/cases/#1/where", "activity/read/adjustments/Triage/by", "budget_line/locums/step"})
        CHECK(places.contains(path));
    std::vector<std::string> walked;
    base::walk(pathway, "", [&](std::string const& path, auto const&) { walked.push_back(path); });
    auto const has = [&](std::string const& path) {
        return std::find(walked.begin(), walked.end(), path) != walked.end();
    };
    for (auto const* const path :
         {"activity/read/takes/mean", "activity/read/cases/#1/takes/sd", "activity/read/booking/lag/sigma",
          "resource/reader/rota/#1/lasts", "attribute/cancer/is/p", "route/read/to/mdt/p/cases/#1/p"})
        CHECK(has(path));
    CHECK_FALSE(has("activity/read/takes/sd"));
}

TEST_CASE("a bare value, a percentage, an input and cases all make a chance")
{
    CHECK(sound<Chance>(0.24) == bernoulli(0.24));
    CHECK(sound<Chance>("24 %") == bernoulli(0.24));
    CHECK(sound<Chance>(table({{"p", 0.098}, {"cases", list({table({{"where", "cancer"}, {"p", 0.754}})})}}))
              .cases[0]
              .where == "cancer");
    CHECK(sound<Chance>(table({{"mean", 0.88}, {"low", 0.84}, {"high", 0.91}, {"source", "a trial"}})).p.uncertain());
    CHECK(only_fault<Chance>(3.5).code == 106);
    CHECK(only_fault<Chance>(table({{"p", 0.1}, {"case", list({})}})).code == 104);
}

TEST_CASE("a time is plain, or one family with its parameters")
{
    CHECK(sound<TimeDistribution>("14 min") == constant(14_min));
    CHECK(sound<TimeDistribution>(table({{"constant", "3 min"}})) == constant(3_min));
    CHECK(sound<TimeDistribution>(table({{"exponential", "3 min"}})) == exponential(3_min));
    CHECK(sound<TimeDistribution>(table({{"gamma", table({{"mean", "14 min"}, {"sd", "6 min"}})}})) ==
          gamma(14_min, 6_min));
    CHECK(sound<TimeDistribution>(table({{"weibull", table({{"mean", "14 min"}, {"sd", "6 min"}})}})) ==
          weibull(14_min, 6_min));
    CHECK(sound<TimeDistribution>(table({{"normal", table({{"mean", "14 min"}, {"sd", "6 min"}})}})) ==
          normal(14_min, 6_min));
    CHECK(sound<TimeDistribution>(table({{"erlang", table({{"k", 3}, {"mean", "14 min"}})}})) == erlang(3, 14_min));
    CHECK(sound<TimeDistribution>(table({{"uniform", table({{"low", "1 min"}, {"high", "2 min"}})}})) ==
          uniform(1_min, 2_min));
    CHECK(sound<TimeDistribution>(
              table({{"triangular", table({{"low", "1 min"}, {"mode", "2 min"}, {"high", "6 min"}})}})) ==
          triangular(1_min, 2_min, 6_min));
    CHECK(sound<TimeDistribution>(table({{"empirical", table({{"values", list({"1 h", "2 h"})}})}})) ==
          empirical({1_h, 2_h}));
    CHECK(sound<TimeDistribution>(
              table({{"empirical", table({{"values", list({"1 h", "2 h"})}, {"weights", list({1.0, 3.0})}})}})) ==
          empirical({1_h, 2_h}, {1, 3}));
    CHECK(sound<TimeDistribution>(table({{"lognormal", table({{"mean", "8 min"}, {"sd", "3 min"}})}})) ==
          lognormal(8_min, 3_min));
    auto const by_cv = sound<TimeDistribution>(table({{"lognormal", table({{"mean", "10 min"}, {"cv", 0.4}})}}));
    CHECK(*by_cv.cv == 0.4);
}

TEST_CASE("a parameter of a time may be uncertain, and its source is that of the time unless it has its own")
{
    auto const prior = table({{"mean", "14 min"}, {"low", "12 min"}, {"high", "16 min"}});
    auto const time = sound<TimeDistribution>(table({{"gamma", table({{"mean", prior}, {"sd", "6 min"}})},
                                                     {"source", "audit"},
                                                     {"status", "local"},
                                                     {"price_year", 2025},
                                                     {"note", "n"}}));
    CHECK(time.mean.uncertain());
    auto const rows = random::list_inputs(time, "takes");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].path == "takes/mean");
    CHECK_FALSE(rows[0].prior.empty());
    CHECK(rows[0].source == "audit");
    CHECK(rows[1].path == "takes/sd");
    CHECK(rows[1].source == "audit");
    CHECK(rows[1].status == "local");
    auto drawn = time;
    random::draw_inputs(drawn, "takes", 1, 0, 8);
    CHECK(*drawn.mean != 14_min);
    CHECK(*drawn.sd == 6_min);
}

TEST_CASE("a time that cannot be read says what is expected")
{
    CHECK(only_fault<TimeDistribution>(14).code == 105);
    CHECK(only_fault<TimeDistribution>(true).code == 102);
    CHECK(only_fault<TimeDistribution>(table({{"gama", table({{"mean", "14 min"}})}})).code == 107);
    CHECK_THAT(only_fault<TimeDistribution>(table({{"gama", table({{"mean", "14 min"}})}})).hint,
               contains("did you mean 'gamma'"));
    CHECK(only_fault<TimeDistribution>(table({{"source", "audit"}})).code == 102);
    CHECK(only_fault<TimeDistribution>(table({{"gamma", table({{"mean", "14 min"}})}})).code == 101);
    CHECK(only_fault<TimeDistribution>(table({{"gamma", table({{"mean", "14 min"}, {"sd", "1 min"}, {"cv", 0.3}})}})).code ==
          104);
    CHECK(only_fault<TimeDistribution>(table({{"constant", "3 min"}, {"exponential", "3 min"}})).code == 108);
    CHECK(only_fault<TimeDistribution>(
              table({{"lognormal", table({{"mean", "3 min"}, {"median", "3 min"}, {"sd", "1 min"}})}})).code == 108);
    CHECK(only_fault<TimeDistribution>(table({{"lognormal", table({{"mean", "3 min"}})}})).code == 101);
    CHECK(only_fault<TimeDistribution>(table({{"lognormal", table({{"sigma", 0.5}})}})).code == 101);
}

TEST_CASE("a rota is a list of shifts, one shift, or a number who are always there")
{
    CHECK(sound<Rota>(3) == Rota::always(3));
    CHECK(sound<Rota>(table({{"servers", 3}})) == Rota::always(3));
    CHECK(sound<Rota>(list({})) == Rota{});
    CHECK(sound<Rota>(list({table({{"days", "Mon-Fri"}, {"from", "09:00"}, {"to", "17:00"}, {"servers", 2}})})) ==
          Rota::weekdays(9_h, 17_h, 2));
    CHECK(only_fault<Rota>("always").code == 102);
    CHECK(only_fault<Rota>(list({table({{"day", "Mon"}})})).code == 104);
}

TEST_CASE("a resource has a rota or a number of servers, not both")
{
    CHECK(sound<Resource>(table({{"name", "room"}, {"servers", 2}})).rota == Rota::always(2));
    CHECK(sound<Resource>(table({{"name", "room"}})).rota == Rota{});
    CHECK(only_fault<Resource>(table({{"name", "room"}, {"servers", 2}, {"rota", 3}})).code == 108);
    CHECK(only_fault<Resource>(table({{"name", "room"}, {"server", 2}})).code == 104);
}

TEST_CASE("every uncertain number of a pathway is drawn by its path")
{
    auto pathway = base::decode<Pathway>(whole_pathway());
    auto const before = pathway;
    random::draw_inputs(pathway, "", 7, 3, 16);
    CHECK(pathway.tests[0].sensitivity.value != before.tests[0].sensitivity.value);
    random::draw_inputs(pathway, "", 7, -1, 16);
    CHECK(pathway == before);
    auto const rows = random::list_inputs(before);
    CHECK(std::any_of(rows.begin(), rows.end(),
                      [](auto const& row) { return row.path == "test/positive/sensitivity" && !row.prior.empty(); }));
    CHECK(std::any_of(rows.begin(), rows.end(), [](auto const& row) {
        return row.path == "activity/read/takes/mean" && row.status == "assumption";
    }));
}
