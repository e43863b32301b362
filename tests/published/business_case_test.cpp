// SPDX-License-Identifier: MIT
// A worked NHS business case of an AI tool: £500,000 of capital in year 0, a licence of £120,000 a year for five years, cash-releasing
// and other benefits that ramp up after a year, and QALYs. Every figure is analytic.
#include <pathecon/econ/appraisal.hpp>

#include "catch.hpp"
#include "econ/typed.hpp"
#include <pathecon/econ/capital.hpp>
#include <pathecon/econ/cash_flow.hpp>
#include <pathecon/econ/returns.hpp>

using namespace pathecon;
using namespace pathecon::test;
using econ::Level;
using ledger::Kind;

namespace {

ledger::Ledger business_case(double optimism_bias = 0) {
    ledger::Ledger book;
    book.add(outlay(500'000 * (1 + optimism_bias)));
    book.add(outlay(5 * 120'000, 0_s, 5_years));
    book.add(consequence(Kind::cash, 90'000, 0_s, 1_years));
    book.add(consequence(Kind::cash, 4 * 180'000, 1_years, 5_years));
    book.add(consequence(Kind::capacity, 60'000, 0_s, 1_years));
    book.add(consequence(Kind::capacity, 4 * 120'000, 1_years, 5_years));
    book.add(consequence(Kind::health, 0.3, 0_s, 1_years));
    book.add(consequence(Kind::health, 4 * 0.6, 1_years, 5_years));
    return book;
}

auto close(double published) { return within_abs(published, 6e-5); }    // pounds, given to four decimals
auto ratio(double published) { return within_abs(published, 6e-9); }    // ratios and years, given to eight

} // namespace

TEST_CASE("business case: present values by kind, net present social value and benefit-cost ratio") {
    auto const book = business_case();
    auto const appraisal = econ::appraise(book, {});
    auto const& arm = appraisal.arm("with tool");
    CHECK_THAT(arm.outlay.mean, close(1041806.2851));
    CHECK_THAT(arm.consequences[static_cast<std::size_t>(Kind::cash)].mean, close(725752.9058));
    CHECK_THAT(arm.consequences[static_cast<std::size_t>(Kind::capacity)].mean, close(483835.2706));
    CHECK_THAT(arm.consequences[static_cast<std::size_t>(Kind::health)].mean, close(180181.4337));
    CHECK_THAT(arm.at(Level::societal).npv.mean, close(347963.3250));
    CHECK_THAT(arm.at(Level::societal).roi_gross.mean, ratio(1.33400002));
    CHECK_THAT(arm.at(Level::cash).npv.mean, close(-316053.3792));
    CHECK_THAT(arm.at(Level::cash).roi_gross.mean, ratio(.69662942));
}

TEST_CASE("business case: switching values") {
    auto const book = business_case();
    CHECK_THAT(econ::switching_value(book, {}, Kind::cash, Level::health).mean, ratio(.52054849));
    CHECK_THAT(econ::roi_gross(book, {}, Level::health).mean, ratio(1.33400002));
    CHECK_THAT(econ::switching_qaly_value(book, {}).mean, within_abs(-65182.81, 6e-3));
}

TEST_CASE("business case: optimism bias of 24 % and of 200 % on the capital") {
    auto const moderate = business_case(0.24), upper = business_case(2.0);
    CHECK_THAT(econ::appraise(moderate, {}).arm("with tool").outlay.mean, close(1161806.2851));
    CHECK_THAT(econ::npv(moderate, {}, Level::societal).mean, close(227963.3250));
    CHECK_THAT(econ::roi_gross(moderate, {}, Level::societal).mean, ratio(1.19621457));
    CHECK_THAT(econ::npv(upper, {}, Level::societal).mean, close(-652036.6750));
}

TEST_CASE("business case: money flows, their rates of return and paybacks") {
    auto const book = business_case();
    auto const flows = econ::appraise(book, {}).arm("with tool").flows;
    std::vector<double> const typed{-500'000, 30'000, 180'000, 180'000, 180'000, 180'000};
    REQUIRE(flows.size() == typed.size());
    for (std::size_t year = 0; year < typed.size(); ++year) CHECK_THAT(flows[year], within_abs(typed[year], 1e-6));

    econ::Terms undiscounted;
    undiscounted.discount_rate = 0;
    CHECK_THAT(econ::roi_net(book, undiscounted, Level::capacity).mean, ratio(.22727273));
    CHECK_THAT(econ::roi_net(book, {}, Level::capacity).mean, ratio(.16104903));
    CHECK_THAT(econ::npv(book, {}, Level::capacity).mean, close(167781.8914));
    CHECK_THAT(econ::npv(flows, 0.035), close(167781.8914));
    auto const rates = econ::irr(flows);
    REQUIRE(rates.size() == 1);
    CHECK_THAT(rates[0], ratio(.13025115));
    CHECK_THAT(econ::mirr(flows, 0.035, 0.035), ratio(.09666322));
    CHECK_THAT(econ::payback(book, {}, Level::capacity).mean, ratio(3.61111111));
    CHECK_THAT(econ::payback(book, {}, Level::capacity, true).mean, ratio(3.89655258));
}

TEST_CASE("business case: capital charges and their effect on income and expenditure, cash-releasing benefits only") {
    auto const charges = econ::capital_charges(500'000_gbp, 5);
    double const dividends[]{15750, 12250, 8750, 5250, 1750}, published[]{-145750, -52250, -48750, -45250, -41750};
    double const cash_releasing[]{90'000, 180'000, 180'000, 180'000, 180'000};
    REQUIRE(charges.size() == 5);
    for (std::size_t year = 0; year < 5; ++year) {
        CHECK_THAT(charges[year].depreciation.pounds(), within_abs(100'000, 1e-6));
        CHECK_THAT(charges[year].dividend.pounds(), within_abs(dividends[year], 1e-6));
        double const effect = cash_releasing[year] - 120'000 - charges[year].depreciation.pounds() - charges[year].dividend.pounds();
        CHECK_THAT(effect, within_abs(published[year], 1e-6));
    }
}

TEST_CASE("business case: what the tool costs undiscounted, before and with irrecoverable VAT of 20 %") {
    econ::Terms undiscounted;
    undiscounted.discount_rate = 0;
    double const outlay = econ::appraise(business_case(), undiscounted).arm("with tool").outlay.mean;
    CHECK_THAT(outlay, within_abs(1'100'000, 1e-6));
    CHECK_THAT(outlay * 1.2, within_abs(1'320'000, 1e-6));
}
