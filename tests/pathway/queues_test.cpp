// SPDX-License-Identifier: MIT
#include "pathway/clinic.hpp"

using namespace pathecon;
using namespace pathecon::test;

namespace {

/// A triage that nobody waits for, a doctor who is waited for, a scan by slots, a meeting.
Pathway queues()
{
    return Pathway{"queues"}
        .add(Arrivals{.name = "all", .rate = 1_per_h})
        .add(Attribute{.name = "urgent", .is = bernoulli(0.1)})
        .add(Resource{.name = "doctor", .rota = Rota::always(2)})
        .add(Session{.name = "list", .lists = {{.days = "daily", .slots = 30}}, .slot = 10_min})
        .add(Activity{.name = "triage", .takes = 5_min})
        .add(Activity{.name = "visit", .uses = {{"doctor"}}, .takes = 10_min, .priority = {{"urgent", 1}}})
        .add(Activity{.name = "scan", .session = "list"})
        .add(Activity{.name = "meet", .batch = Batch{.days = "daily"}})
        .add(Route{.from = "triage", .to = {{"visit"}}})
        .add(Route{.from = "visit", .to = {{"scan"}}})
        .add(Route{.from = "scan", .to = {{"meet"}}});
}

Activity& activity(Pathway& pathway, std::string const& name) { return *find(pathway.activities, name); }

base::Diagnostic fault(std::string const& at, auto change)
{
    auto pathway = queues();
    change(activity(pathway, at));
    return only_fault(pathway);
}
bool sound(std::string const& at, auto change)
{
    auto pathway = queues();
    change(activity(pathway, at));
    INFO(said_of(pathway).text());
    return said_of(pathway).empty();
}

} // namespace

TEST_CASE("rules of a queue go where patients wait")
{
    for (auto const* const at : {"visit", "scan", "meet"}) {
        CHECK(sound(at, [](Activity& a) { a.patience = Patience{.after = 4_h}; }));
        CHECK(sound(at, [](Activity& a) { a.balk = {{.length = 3}}; }));
    }
    CHECK(fault("triage", [](Activity& a) { a.patience = Patience{.after = 4_h}; }).path == "activity/triage/patience");
    CHECK(fault("triage", [](Activity& a) { a.balk = {{.length = 3}}; }).code == 231);
    CHECK(fault("triage", [](Activity& a) { a.room = 3; }).path == "activity/triage/room");
    CHECK(fault("triage", [](Activity& a) { a.no_show = NoShow{.missed = bernoulli(0.1)}; }).code == 231);
    CHECK(fault("triage", [](Activity& a) { a.ageing = 3_d; }).path == "activity/triage/ageing");
}

TEST_CASE("what is served together is waited for, by the rules that leave it together")
{
    CHECK(sound("visit", [](Activity& a) { a.bulk = Bulk{.most = 4, .least = 2, .wait = 10_min}; }));
    CHECK(fault("triage", [](Activity& a) { a.bulk = Bulk{.most = 4}; }).path == "activity/triage/bulk");
    CHECK(fault("scan", [](Activity& a) { a.bulk = Bulk{.most = 4}; }).path == "activity/scan/bulk");
    CHECK(fault("meet", [](Activity& a) { a.bulk = Bulk{.most = 4}; }).path == "activity/meet/bulk");
    CHECK(fault("visit", [](Activity& a) { a.bulk = Bulk{.most = 2, .least = 3}; }).path == "activity/visit/bulk/least");
    CHECK(fault("visit", [](Activity& a) { a.bulk = Bulk{.most = 2}, a.room = 3; }).code == 231);
    CHECK(fault("visit", [](Activity& a) { a.bulk = Bulk{.most = 2}, a.order = QueueOrder::last; }).code == 231);
    auto pathway = queues();
    activity(pathway, "visit").bulk = Bulk{.most = 2};
    pathway.resources[0].end_of_shift = EndOfShift::resume;
    CHECK(only_fault(pathway).path == "activity/visit/bulk");
    pathway.resources[0].end_of_shift = EndOfShift::finish;
    auto stay = pathway.add(Resource{.name = "bed", .rota = Rota::always(9)}).add(Stay{.name = "stay", .uses = {{"bed"}}, .from = "visit", .to = "visit"});
    CHECK(only_fault(stay).path == "activity/visit/bulk");
    auto event = pathway.add(Event{.name = "collapse", .after = 2_h});
    CHECK(only_fault(event).code == 234);
    auto failing = pathway.add(Downtime{.name = "strike", .resources = {"doctor"}, .every = 30_d, .lasts = 1_d});
    CHECK(only_fault(failing).path == "activity/visit/bulk");
    failing.downtimes[0].in_hand = EndOfShift::finish;
    CHECK(said_of(failing).ok());
}

TEST_CASE("room is for those who are there, no-shows are of those who are booked")
{
    CHECK(sound("visit", [](Activity& a) { a.room = 3; }));
    CHECK(fault("scan", [](Activity& a) { a.room = 3; }).path == "activity/scan/room");
    CHECK(sound("scan", [](Activity& a) { a.no_show = NoShow{.missed = bernoulli(0.1)}; }));
    CHECK(sound("meet", [](Activity& a) { a.no_show = NoShow{.missed = bernoulli(0.1), .rebooked = 2}; }));
    CHECK(fault("visit", [](Activity& a) { a.no_show = NoShow{.missed = bernoulli(0.1)}; }).path ==
          "activity/visit/no_show");
}

TEST_CASE("places are not missed and cancelled by more than all")
{
    auto const over = [](Activity& a) {
        a.no_show = NoShow{.missed = Chance{.p = 0.3, .cases = {{"urgent", 0.7}}}, .cancelled = bernoulli(0.4)};
    };
    CHECK(fault("scan", over).code == 231);
    CHECK(fault("scan", over).path == "activity/scan/no_show");
    CHECK_THAT(fault("scan", over).message, contains("sum to 1.1 for patients with urgent"));
}

TEST_CASE("where patients go who do not wait is a step")
{
    CHECK(fault("visit", [](Activity& a) { a.patience = Patience{.after = 4_h, .to = "scann"}; }).code == 205);
    CHECK_THAT(fault("visit", [](Activity& a) { a.patience = Patience{.after = 4_h, .to = "scann"}; }).hint,
               contains("'scan'"));
    CHECK(fault("visit", [](Activity& a) { a.balk = {{.length = 3, .to = "home"}}; }).path ==
          "activity/visit/balk/#1/to");
    CHECK(fault("scan", [](Activity& a) { a.no_show = NoShow{.to = "home"}; }).path == "activity/scan/no_show/to");
    CHECK(fault("visit", [](Activity& a) { a.balk = {{.length = 3, .of = "vist"}}; }).path ==
          "activity/visit/balk/#1/of");
    CHECK(fault("visit", [](Activity& a) { a.balk = {{.length = 3, .of = "triage"}}; }).code == 231);
    CHECK(sound("visit", [](Activity& a) { a.balk = {{.length = 3, .of = "scan", .to = "meet"}}; }));
}

TEST_CASE("conditions and times of a queue are read like others")
{
    CHECK(fault("visit", [](Activity& a) { a.patience = Patience{.after = 4_h, .where = "ugent"}; }).path ==
          "activity/visit/patience/where");
    CHECK(fault("visit", [](Activity& a) {
              a.patience = Patience{.after = 4_h, .cases = {{"ugent", 1_h}}};
          }).path == "activity/visit/patience/cases/#1/where");
    CHECK(fault("visit", [](Activity& a) { a.patience = Patience{.after = triangular(1_h, 3_h, 2_h)}; }).path ==
          "activity/visit/patience/after");
    CHECK(fault("visit", [](Activity& a) { a.balk = {{.length = 3, .where = "ugent"}}; }).path ==
          "activity/visit/balk/#1/where");
    CHECK(fault("scan", [](Activity& a) {
              a.no_show = NoShow{.missed = Chance{.cases = {{"ugent", 0.1}}}};
          }).path == "activity/scan/no_show/missed/cases/#1/where");
    CHECK(fault("visit", [](Activity& a) { a.balk = {{.length = -1}}; }).code == 110);
}

TEST_CASE("a rule that an earlier one hides is a warning")
{
    auto const hidden = [](Activity& a) { a.balk = {{.length = 3}, {.length = 5, .to = "meet"}}; };
    CHECK(fault("visit", hidden).severity == base::Severity::warning);
    CHECK(fault("visit", hidden).path == "activity/visit/balk/#2");
    CHECK(sound("visit", [](Activity& a) { a.balk = {{.length = 5}, {.length = 3, .to = "meet"}}; }));
    CHECK(sound("visit", [](Activity& a) {
        a.balk = {{.length = 3, .where = "urgent"}, {.length = 5, .to = "meet"}};
    }));
}

TEST_CASE("ageing and pre-emption without levels change nothing")
{
    CHECK(sound("visit", [](Activity& a) { a.ageing = 3_d; }));
    auto const flat = [](Activity& a) { a.ageing = 3_d, a.priority.clear(); };
    CHECK(fault("visit", flat).severity == base::Severity::warning);
    auto pathway = queues();
    pathway.resources[0].preemption = Preemption::repeat_different;
    CHECK(said_of(pathway).empty());
    pathway.activities[1].priority.clear();
    CHECK(only_fault(pathway).path == "resource/doctor/preemption");
    pathway = queues();
    pathway.resources[0].rota = {};
    pathway.resources[0].preemption = Preemption::resume;
    CHECK(only_fault(pathway).severity == base::Severity::error);
}

TEST_CASE("a surge opens above where it closes, by a queue that there is")
{
    auto const with = [](Surge surge) {
        auto pathway = queues();
        pathway.resources[0].surge = std::move(surge);
        return pathway;
    };
    CHECK(said_of(with({.of = "visit", .open_at = 5, .close_at = 2})).empty());
    CHECK(said_of(with({.of = "scan", .open_at = 5, .close_at = 2})).empty());
    CHECK(only_fault(with({.of = "visit", .open_at = 5, .close_at = 5})).path == "resource/doctor/surge/close_at");
    CHECK(only_fault(with({.of = "triage", .open_at = 5})).path == "resource/doctor/surge/of");
    CHECK(only_fault(with({.of = "visits", .open_at = 5})).code == 204);
    CHECK(only_fault(with({.of = "visit", .open_at = 5, .servers = 0})).code == 110);
    auto none = with({.of = "scan", .open_at = 5});
    none.resources[0].rota = {};
    CHECK(only_fault(none).path == "resource/doctor/surge");
}

TEST_CASE("rounds are held from a time until a later one, for as many as can come")
{
    CHECK(sound("meet",
                [](Activity& a) { a.batch = Batch{.days = "daily", .at = "09:00", .every = 1_h, .until = "17:00"}; }));
    CHECK(fault("meet", [](Activity& a) { a.batch->every = 1_h, a.batch->until = "08:00"; }).path ==
          "activity/meet/batch/until");
    CHECK(fault("meet", [](Activity& a) { a.batch->until = "17:00"; }).code == 231);
    CHECK(fault("meet", [](Activity& a) { a.batch->every = 1_h, a.batch->until = "5 pm"; }).code == 221);
    CHECK(fault("meet", [](Activity& a) { a.batch->cap = 30, a.batch->least = 31; }).path ==
          "activity/meet/batch/least");
    CHECK(fault("meet", [](Activity& a) { a.batch->least = 0; }).code == 110);
}

TEST_CASE("an order is of those who wait for somebody, and not beside ageing")
{
    for (auto const order : {QueueOrder::last, QueueOrder::random}) {
        CHECK(sound("visit", [&](Activity& a) { a.order = order; }));
        CHECK(fault("triage", [&](Activity& a) { a.order = order; }).path == "activity/triage/order");
        CHECK(fault("scan", [&](Activity& a) { a.order = order; }).code == 231);
        CHECK(fault("meet", [&](Activity& a) { a.order = order; }).path == "activity/meet/order");
        CHECK(fault("visit", [&](Activity& a) { a.order = order, a.ageing = 3_d; }).path == "activity/visit/order");
    }
}
