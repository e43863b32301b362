// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <set>
#include <string>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/io/file.hpp>
#include <pathecon/io/reference.hpp>
#include <pathecon/random/evidence.hpp>

using namespace pathecon;

TEST_CASE("the reference tariff is compiled in; each of its prices has a source, a status and a price year", "[io]")
{
    auto const tariff = io::load_tariff("nhs-2025");
    CHECK(tariff.name == "nhs-2025");
    CHECK(tariff.price_year == 2025);
    CHECK(tariff.prices.size() > 40);
    std::set<std::string> items;
    for (auto const& price : tariff.prices) {
        INFO(price.item);
        CHECK(items.insert(price.item).second);
        CHECK(price.amount->pounds() > 0);
        REQUIRE(price.amount.evidence);
        CHECK(price.amount.evidence->source.size() > 10);
        CHECK(price.amount.evidence->status != random::Status::unstated);
        CHECK(price.amount.evidence->price_year == 2025);
        // The National Cost Collection is fully absorbed; an hour of staff is not.
        bool const is_collection = price.amount.evidence->source.find("National Cost Collection") != std::string::npos;
        CHECK(is_collection == (price.per == ledger::Per::visit && price.item != "gp_consultation_10min"));
        if (is_collection) CHECK(price.basis == ledger::Basis::top_down);
    }
    // Three figures of the published tables.
    CHECK(ledger::find_price(tariff, "cxr_direct_access", ledger::Per::visit)->amount->pounds() == 45.30);
    CHECK(ledger::find_price(tariff, "pet_ct_one_area", ledger::Per::visit)->amount->pounds() == 851.40);
    CHECK(ledger::find_price(tariff, "consultant_medical", ledger::Per::hour)->amount->pounds() == 140);
}

TEST_CASE("of the unit costs whose licence forbids it no more than single facts are carried", "[io]")
{
    int cited = 0;
    for (auto const& price : io::load_tariff("nhs-2025").prices)
        cited += price.amount.evidence->source.find("Unit Costs of Health and Social Care") != std::string::npos;
    CHECK(cited <= 6);
}

TEST_CASE("a tariff that is not there is refused with the name that was meant", "[io]")
{
    try {
        (void)io::load_tariff("nhs-2024");
        FAIL("there is no such tariff");
    } catch (base::InvalidInput const& invalid) {
        CHECK(invalid.diagnostics().all().front().hint == "did you mean 'nhs-2025'?");
    }
}

TEST_CASE("standards carry their time, target, edition and source", "[io]")
{
    using namespace units::literals;
    auto const& all = io::standards();
    CHECK(all.size() >= 10);
    std::set<std::string> names;
    for (auto const& standard : all) {
        INFO(standard.name);
        CHECK(names.insert(standard.name).second);
        CHECK(standard.within > units::Duration{});
        CHECK_FALSE(standard.measures.empty());
        CHECK_FALSE(standard.edition.empty());
        CHECK_FALSE(standard.source.empty());
        if (standard.name == "cancer_62d") {
            CHECK(standard.within == 62_d);
            CHECK(standard.target->value() == 0.85);
        }
    }
    auto const manual = io::read_file("docs/reference/scenario.md");
    for (auto const& name : names) CHECK(manual.find("`" + name + "`") != std::string::npos);
    CHECK(names.contains("cancer_62d"));
    CHECK(names.contains("fds_28d"));
}
