// SPDX-License-Identifier: MIT
#include <pathecon/ledger/pricing.hpp>

#include "catch.hpp"
#include "ledger/story.hpp"
#include <pathecon/random/evidence.hpp>

using namespace pathecon;
using namespace pathecon::test;
using ledger::Kind;

namespace {

ledger::Line only(ledger::Ledger const& ledger) {
    auto const lines = changes(ledger);
    REQUIRE(lines.size() == 1);
    return lines.front();
}

ledger::Price tariff_income(units::Money amount) {
    auto price = per_visit("read", amount);
    price.kind = Kind::transfer;
    price.payer = "ICB";
    price.payee = "trust";
    return price;
}

/// Sums what the changes are to one owner.
double account(ledger::Ledger const& ledger, std::string const& owner) {
    double sum = 0;
    for (auto const& line : changes(ledger))
        if (line.owner == owner) sum += line.amount;
    return sum;
}

} // namespace

TEST_CASE("a tool without effects changes nothing but what it costs itself") {
    auto const prices = tariff({per_hour("consultant", 140_gbp), per_hour("admin", 33_gbp), per_event("missed", 1240_gbp, -0.5)});
    auto const runs = runs_of(Year{}, Year{});
    CHECK(changes(ledger::price(runs, prices, arms_of(reading_room()))).empty());
    auto const line = only(ledger::price(runs, prices, arms_of(reading_room(), {charge("licence", 60'000_gbp, effect::Per::year)})));
    CHECK(line.amount == -300'000);
    CHECK(line.outlay);
    CHECK(line.kind == Kind::cash);
    CHECK(line.tool == "Triage");
    CHECK(line.payee == "supplier");
}

TEST_CASE("a tool is paid once, each year, each use and each session") {
    auto room = reading_room();
    pathway::Session clinic;
    clinic.name = "clinic";
    pathway::SessionList list;
    list.days = "Tue Fri";
    clinic.lists = {list};
    room.sessions = {clinic};
    auto session = charge("session", 10_gbp, effect::Per::session);
    session.counted_by = "clinic";
    auto const lines = changes(ledger::price(runs_of(Year{}, Year{.uses = 2000}), {},
                                             arms_of(room, {charge("set-up", 40'000_gbp, effect::Per::once),
                                                            charge("licence", 60'000_gbp, effect::Per::year),
                                                            charge("use", 1.20_gbp, effect::Per::use), session})));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].amount == -40'000);
    CHECK(lines[0].to == 0_s);
    CHECK(lines[1].amount == -300'000);
    CHECK(lines[1].to == 5_years);
    CHECK(lines[2].amount == Approx(-5 * 2000 * 1.20));
    CHECK(lines[2].quantity == 10'000);
    CHECK(lines[3].amount == Approx(-5 * 2 * 365.0 / 7 * 10));
}

TEST_CASE("a use is paid from the go-live on, growing with the roll-out; the licence does not wait") {
    auto use = charge("use", 1_gbp, effect::Per::use);
    use.go_live = 1_years;
    use.ramp = 2_years;
    auto licence = charge("licence", 100_gbp, effect::Per::year);
    licence.go_live = 1_years;
    auto const book = ledger::price(runs_of(Year{}, Year{.uses = 1000}), {}, arms_of(reading_room(), {use, licence}));
    double uses = 0, licences = 0;
    for (auto const& line : changes(book)) (line.item == "use" ? uses : licences) += line.amount;
    CHECK(uses == Approx(-(0 + 250 + 750 + 1000 + 1000)));
    CHECK(licences == Approx(-500));
}

TEST_CASE("time added is a cost at the full rate, never absorbed") {
    auto const line = only(ledger::price(runs_of(Year{}, Year{.worked = 1100, .calendar = 1100}), tariff({per_hour("consultant", 140_gbp)}),
                                         arms_of(reading_room())));
    CHECK(line.amount == Approx(-5 * 100 * 140));
    CHECK(line.quantity == Approx(-500));
    CHECK(line.kind == Kind::capacity);
    CHECK(line.owner == "trust");
    CHECK(line.resource == "consultant");
    CHECK_FALSE(line.outlay);
}

TEST_CASE("time released in steady operation is a memorandum") {
    auto const line = only(ledger::price(runs_of(Year{}, Year{.worked = 900, .calendar = 900}), tariff({per_hour("consultant", 140_gbp)}),
                                         arms_of(reading_room())));
    CHECK(line.kind == Kind::unmonetised);
    CHECK(line.amount == 0);
    CHECK(line.quantity == Approx(500));
}

TEST_CASE("time that the queue uses is capacity at the hourly price") {
    auto const line = only(ledger::price(runs_of(Year{.worked = 2500, .calendar = 2000}, Year{.worked = 2400, .calendar = 2000}),
                                         tariff({per_hour("consultant", 140_gbp)}), arms_of(reading_room())));
    CHECK(line.kind == Kind::capacity);
    CHECK(line.amount == Approx(5 * 100 * 140));
}

TEST_CASE("a budget falls after the tools are in steady use and its lead time has passed") {
    auto room = reading_room();
    room.budget_lines = {outsourcing()};
    room.budget_lines[0].lead = 0.5_years;
    effect::Rollout rollout;
    rollout.go_live = 0.5_years;
    rollout.ramp = 1_years;
    auto const book = ledger::price(runs_of(Year{.worked = 5000, .calendar = 5000}, Year{.worked = 3000, .calendar = 3000}),
                                    tariff({per_hour("consultant", 140_gbp)}), arms_of(room, {}, {rollout}));
    CHECK(total(book, Kind::cash) == Approx(3 * 100'000));
    auto const lines = changes(book);
    REQUIRE(lines[0].kind == Kind::cash);
    CHECK(lines[0].from == 2_years);
    CHECK(lines[0].item == "outsourced reading");
    CHECK(lines[0].quantity == Approx(3 * 1650));
    double absorbed = 0;
    for (auto const& line : lines)
        if (line.kind == Kind::unmonetised) absorbed += line.quantity;
    CHECK(absorbed == Approx(350 * 4.0));       // 350 h a year: 0.5 x 0.25 + 0.5 x 0.75 + 3.5 years of them
}

TEST_CASE("cash that takes the time which the queue uses is warned of by name") {
    auto room = reading_room();
    room.budget_lines = {outsourcing()};
    auto const book = ledger::price(runs_of(Year{.worked = 5000, .calendar = 2000}, Year{.worked = 3000, .calendar = 2000}),
                                    tariff({per_hour("consultant", 140_gbp)}), arms_of(room));
    CHECK(total(book, Kind::cash) == 500'000);
    CHECK(total(book, Kind::capacity) == Approx(5 * 350 * 140));
    REQUIRE(has(book.warnings, 504));
    CHECK_THAT(book.warnings.text(), contains("outsourced reading"));
}

TEST_CASE("added time of staff without a price is warned of, once") {
    auto const book = ledger::price(runs_of({{{Year{}, Year{}, Year{}}, {Year{.worked = 1100}, Year{.worked = 1100}, Year{.worked = 1100}}}}),
                                    {}, arms_of(reading_room()));
    CHECK(book.warnings.all().size() == 1);
    CHECK(has(book.warnings, 503));
    CHECK_THAT(book.warnings.text(), contains("100 h a year of 'consultant'"));
}

TEST_CASE("rota time that an arm adds is cash out, used or not") {
    auto const line = only(ledger::price(runs_of(Year{}, Year{.open = 2200}), tariff({per_hour("consultant", 140_gbp)}), arms_of(reading_room())));
    CHECK(line.kind == Kind::cash);
    CHECK(line.outlay);
    CHECK(line.amount == Approx(-5 * 200 * 140));
}

TEST_CASE("one more visit at a fully absorbed price costs it all, one fewer frees nothing") {
    auto const prices = tariff({per_visit("read", 45.30_gbp)});
    auto const more = only(ledger::price(runs_of(Year{}, Year{.films = 5100}), prices, arms_of(reading_room())));
    CHECK(more.amount == Approx(-5 * 100 * 45.30));
    CHECK(more.kind == Kind::cash);
    auto const fewer = only(ledger::price(runs_of(Year{}, Year{.films = 4900}), prices, arms_of(reading_room())));
    CHECK(fewer.amount == 0);
    CHECK(fewer.kind == Kind::unmonetised);
    CHECK(fewer.quantity == Approx(-500));
}

TEST_CASE("visits are priced at the margin in both directions, and avoided ones are cash only against a budget line") {
    auto price = per_visit("read", 45.30_gbp);
    price.marginal = 5_gbp;
    auto const more = only(ledger::price(runs_of(Year{}, Year{.films = 5100}), tariff({price}), arms_of(reading_room())));
    CHECK(more.amount == Approx(-5 * 100 * 5));
    auto const fewer = only(ledger::price(runs_of(Year{}, Year{.films = 4900}), tariff({price}), arms_of(reading_room())));
    CHECK(fewer.amount == Approx(5 * 100 * 5));
    CHECK(fewer.kind == Kind::capacity);

    auto room = reading_room();
    pathway::BudgetLine plates;
    plates.name = "plates";
    plates.group = "read";
    plates.baseline = 25'000_gbp;
    plates.step_value = 200_gbp;
    room.budget_lines = {plates};
    auto const book = ledger::price(runs_of(Year{}, Year{.films = 4900}), tariff({price}), arms_of(room));
    CHECK(total(book, Kind::cash) == Approx(5 * 400));        // 500 saved a year: two whole steps of 200
    CHECK(total(book, Kind::capacity) == Approx(5 * 100));
}

TEST_CASE("tariff income is a transfer: ten per cent more moves trust and ICB oppositely") {
    auto const runs = runs_of(Year{}, Year{.films = 5100});
    auto const at = [&](double factor) { return ledger::price(runs, tariff({tariff_income(50_gbp * factor)}), arms_of(reading_room())); };
    auto const usual = at(1.0), raised = at(1.1);
    CHECK(account(usual, "trust") == Approx(5 * 100 * 50));
    CHECK(account(usual, "ICB") == -account(usual, "trust"));
    CHECK(account(raised, "trust") - account(usual, "trust") == Approx(2500));
    CHECK(account(raised, "ICB") == -account(raised, "trust"));
    for (auto const& line : changes(raised)) CHECK(line.kind == Kind::transfer);
}

TEST_CASE("health counts in both directions and belongs to the patient") {
    auto const prices = tariff({per_event("missed", 0_gbp, -0.5)});
    auto const gain = only(ledger::price(runs_of(Year{}, Year{.missed = 20}), prices, arms_of(reading_room())));
    CHECK(gain.unit == ledger::Unit::qaly);
    CHECK(gain.amount == Approx(5 * 10 * 0.5));
    CHECK(gain.owner == "patient");
    auto const loss = only(ledger::price(runs_of(Year{}, Year{.missed = 40}), prices, arms_of(reading_room())));
    CHECK(loss.amount == Approx(-5 * 10 * 0.5));
}

TEST_CASE("patients' own time is societal, lost and gained alike") {
    auto price = per_hour("admin", 10_gbp);
    price.kind = Kind::societal;
    price.payer = "patient";
    for (double const clerk : {80.0, 130.0}) {
        auto const line = only(ledger::price(runs_of(Year{}, Year{.clerk = clerk}), tariff({price}), arms_of(reading_room())));
        CHECK(line.kind == Kind::societal);
        CHECK(line.amount == Approx(5 * (100 - clerk) * 10));
        CHECK(line.owner == "patient");
    }
}

TEST_CASE("the gross cost of an arm counts staff inside a top-down price once") {
    auto film = per_visit("read", 45.30_gbp);
    film.marginal = 5_gbp;
    auto room = reading_room();
    auto const gross = [&](ledger::Tariff const& prices, Year const& year) {
        auto const book = ledger::price(runs_of(Year{}, year), prices, arms_of(room, {charge("licence", 1000_gbp, effect::Per::year)}));
        double sum = 0;
        for (std::size_t row = 0; row < book.size(); ++row)
            if (book.account[row] == ledger::Account::gross && book.arm[row] == 1) sum -= book.amount[row];
        return sum;
    };
    Year const year{.clerk = 1000};     // the clerk attends for as long as the film is read
    CHECK(gross(tariff({film, per_hour("consultant", 140_gbp), per_hour("admin", 33_gbp)}), year) == Approx(5 * (5000 * 45.30 + 1000)));
    film.basis = ledger::Basis::bottom_up;
    CHECK(gross(tariff({film, per_hour("consultant", 140_gbp), per_hour("admin", 33_gbp)}), year) ==
          Approx(5 * (5000 * 45.30 + 1000 * 140 + 1000 * 33 + 1000)));
}

TEST_CASE("replications of a draw are pooled before anything is rounded") {
    auto room = reading_room();
    room.budget_lines = {outsourcing()};
    // 2,000 h and 1,300 h: a WTE in the first year alone, none in the second, one on average.
    Year const usual{.worked = 5000, .calendar = 5000};
    auto const book = ledger::price(runs_of({{{usual, usual}, {Year{.worked = 3000, .calendar = 3000}, Year{.worked = 3700, .calendar = 3700}}}}),
                                    tariff({per_hour("consultant", 140_gbp)}), arms_of(room));
    CHECK(total(book, Kind::cash) == 500'000);
    CHECK(book.left_out == 2);
    std::vector<double> without(2);
    for (std::size_t row = 0; row < book.size(); ++row)
        if (book.account[row] == ledger::Account::change && book.without[row] >= 0 && book.kind[row] == Kind::cash)
            without[static_cast<std::size_t>(book.without[row])] += book.amount[row];
    CHECK(without == std::vector<double>{0, 500'000});
}

TEST_CASE("uncertain prices are drawn when there are draws, and are at their base value otherwise") {
    random::Prior prior;
    prior.family = random::Family::gamma;
    prior.mean = 140;
    prior.sd = 20;
    auto rate = per_hour("consultant", 140_gbp);
    random::Evidence evidence;
    evidence.prior = prior;
    evidence.source = "a survey";
    rate.amount.evidence = std::make_shared<random::Evidence const>(evidence);
    Year const usual{}, now{.worked = 1100, .calendar = 1100};
    auto const base = only(ledger::price(runs_of(usual, now), tariff({rate}), arms_of(reading_room())));
    CHECK(base.amount == Approx(-5 * 100 * 140));
    CHECK(base.source == "a survey");
    std::vector<std::vector<std::vector<Year>>> draws(64, {{usual}, {now}});
    auto const lines = changes(ledger::price(runs_of(draws), tariff({rate}), arms_of(reading_room())));
    REQUIRE(lines.size() == 64);
    double sum = 0, least = 0, most = -1e9;
    for (auto const& line : lines) {
        sum += line.amount / -500;
        least = std::min(least, line.amount);
        most = std::max(most, line.amount);
    }
    CHECK(sum / 64 == Approx(140).margin(4.89 * 20 / 8));
    CHECK(most - least > 500 * 40);
}

TEST_CASE("time of a machine that only a visit's price holds is not missing, added hours of it are") {
    auto price = per_visit("read", 60_gbp);
    price.basis = ledger::Basis::bottom_up;
    auto const room = reading_room();
    CHECK(ledger::price(runs_of(Year{}, Year{.worked = 1100}), tariff({price}), arms_of(room)).warnings.empty());
    CHECK(has(ledger::price(runs_of(Year{}, Year{.open = 2100}), tariff({price}), arms_of(room)).warnings, 503));
}
