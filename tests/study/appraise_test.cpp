// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <bit>
#include <chrono>
#include <cstdint>

#include <pathecon/study/appraise.hpp>

#include "clinic.hpp"

using namespace pathecon;

namespace {

std::uint64_t bits(double number) { return std::bit_cast<std::uint64_t>(number); }

} // namespace

TEST_CASE(
    "a tool that changes nothing and costs nothing gives exactly 0 in every column of the ledger and the appraisal",
    "[study]")
{
    auto const result = study::run(clinic::study());
    auto const ledger = study::ledger_of(result, clinic::tariff());
    int voice = 0;
    for (std::size_t row = 0; row < ledger.size(); ++row) {
        auto const line = ledger.line(row);
        if (line.account != ledger::Account::change) continue;
        if (line.arm == 1) {
            CHECK(line.amount == 0.0);
            CHECK(line.quantity == 0.0);
        }
        voice += line.arm == 2;
    }
    CHECK(voice > 0);
    auto const appraisal = study::appraise(result, clinic::tariff());
    auto const& idle = appraisal.arm("idle");
    for (auto const& level : idle.levels) {
        CHECK(level.npv.mean == 0.0);
        CHECK(level.npv.standard_error == 0.0);
        CHECK(level.benefit.mean == 0.0);
    }
    for (auto const& kind : idle.consequences) CHECK(kind.mean == 0.0);
    CHECK(idle.outlay.mean == 0.0);
    CHECK(appraisal.arm("voice").outlay.mean > 0.0);
}

TEST_CASE("another tariff prices the same runs again without simulating", "[study]")
{
    auto study = clinic::study();
    study.horizon = units::year;
    study.replications = 8;
    auto const start = std::chrono::steady_clock::now();
    auto const result = study::run(study, {.threads = 1});
    auto const simulated = std::chrono::steady_clock::now();
    auto const hash = sim::hash_of(result.runs);
    auto const before = study::appraise(result, clinic::tariff());
    auto const after = study::appraise(result, clinic::tariff(2.0));
    auto const priced = std::chrono::steady_clock::now();

    CHECK(result.simulated == 24);
    CHECK(sim::hash_of(result.runs) == hash);
    CHECK(after.arm("voice").gross_cost.mean ==
          Approx(2 * before.arm("voice").gross_cost.mean - before.arm("voice").outlay.mean).epsilon(1e-9));
    CHECK(before.arm("voice").gross_cost.mean > 100'000);
    // Economics has no way to simulate; the clock shows it.
    CHECK(priced - simulated < (simulated - start));
}

TEST_CASE("a tariff 10 % higher moves the trust and its payer apart and leaves the net present social value the same "
          "to the bit",
          "[study]")
{
    auto study = clinic::study();
    // A tool that sends more patients to the doctor, whom the ICB pays for.
    study.arms[2].tools.tools.front().effects = {effect::Effect{[](pathway::Pathway usual) {
                                                                    usual.routes.front().to.front().p =
                                                                        pathway::bernoulli(0.7);
                                                                    return usual;
                                                                },
                                                                "refer more"}};
    auto const result = study::run(study);
    auto const with_transfer = [](double factor) {
        auto tariff = clinic::tariff();
        tariff.prices.back().amount = units::pounds(100 * factor);
        return tariff;
    };
    auto const low = study::appraise(result, with_transfer(1.0)).arm("voice");
    auto const high = study::appraise(result, with_transfer(1.1)).arm("voice");
    for (auto const level : {econ::Level::cash, econ::Level::capacity, econ::Level::health, econ::Level::societal})
        CHECK(bits(high.at(level).npv.mean) == bits(low.at(level).npv.mean));
    auto const cash_of = [](econ::ArmAppraisal const& arm, std::string const& owner) {
        for (auto const& value : arm.owners)
            if (value.owner == owner) return value.cash.mean;
        return 0.0;
    };
    CHECK(cash_of(low, "ICB") < 0);
    CHECK(cash_of(high, "ICB") == Approx(1.1 * cash_of(low, "ICB")));
    CHECK(cash_of(high, "trust") - cash_of(low, "trust") == Approx(cash_of(low, "ICB") - cash_of(high, "ICB")));
}

TEST_CASE("a cancelled run that kept nothing cannot be priced, and says so", "[study]")
{
    std::atomic<bool> cancel{true};
    auto const result = study::run(clinic::study(), {.threads = 1, .cancel = &cancel});
    CHECK(result.partial);
    CHECK_THROWS_AS(study::appraise(result, clinic::tariff()), base::InvalidInput);
}
