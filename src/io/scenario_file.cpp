// SPDX-License-Identifier: MIT
#include "io/scenario_file.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <pathecon/io/reference.hpp>
#include <pathecon/io/scenario.hpp>

#include "io/sites.hpp"

namespace pathecon::io::detail {
namespace {

base::FieldEntry entry(std::string_view name, bool required = false)
{
    base::FieldEntry made{};
    made.name = name;
    made.is_required = required;
    return made;
}

template <class T>
void decode_at(base::Value const* value, std::string_view key, T& object, base::DecodeContext& context)
{
    if (!value) return;
    auto const scope = context.at(key);
    base::decode_into(*value, object, context);
}

/// The file's price of an item goes over the reference's; a transfer stands beside a cost.
void put_price(ledger::Tariff& tariff, ledger::Price price)
{
    auto const is_transfer = [](ledger::Price const& p) { return ledger::kind_of(p) == ledger::Kind::transfer; };
    for (auto& known : tariff.prices)
        if (known.item == price.item && known.per == price.per && is_transfer(known) == is_transfer(price) &&
            (!is_transfer(price) || (known.payer == price.payer && known.payee == price.payee))) {
            known = std::move(price);
            return;
        }
    tariff.prices.push_back(std::move(price));
}

ledger::Tariff decode_tariff(base::Value const* name, base::Value const* prices, base::DecodeContext& context)
{
    ledger::Tariff tariff{.name = "scenario"};
    std::string reference;
    decode_at(name, "tariff", reference, context);
    if (!reference.empty()) {
        try {
            tariff = load_tariff(reference);
        } catch (base::InvalidInput const& invalid) {
            for (auto const& fault : invalid.diagnostics().all())
                context.error(fault.code, *name, fault.message, fault.hint);
        }
    }
    if (!prices) return tariff;
    auto const scope = context.at("price");
    std::vector<ledger::Price> own;
    base::decode_into(resolve_prices(*prices, tariff, context), own, context);
    std::vector<ledger::Price> seen;
    for (auto& price : own) {
        auto const twice = std::any_of(seen.begin(), seen.end(), [&](auto const& other) {
            return other.item == price.item && other.per == price.per &&
                   ledger::kind_of(other) == ledger::kind_of(price) && other.payer == price.payer &&
                   other.payee == price.payee;
        });
        if (twice)
            context.diagnostics.error(702, base::join_path("price", price.item),
                                      fmt::format("'{}' has two prices of one kind", price.item), "keep one of them");
        seen.push_back(price);
        put_price(tariff, std::move(price));
    }
    return tariff;
}

} // namespace

base::Value resolve_standards(base::Value const& intervals, base::DecodeContext& context)
{
    std::vector<std::string> names;
    for (auto const& standard : standards()) names.push_back(standard.name);
    return each_table(intervals, [&](base::Value& interval) {
        auto* const written = interval.find("standard");
        auto const* const text = written ? written->string() : nullptr;
        bool const is_name = text && !text->empty() && text->find_first_of("0123456789") != 0;
        if (!is_name) return;
        auto const known = std::find(names.begin(), names.end(), *text);
        if (known == names.end()) {
            auto const meant = base::did_you_mean(*text, names);
            context.error(107, *written, fmt::format("there is no standard '{}' in the library", *text),
                          meant.empty() ? "write a time such as '62 d'" : meant);
            *written = base::encode(units::day); // one fault is enough
            return;
        }
        auto const& standard = standards()[static_cast<std::size_t>(known - names.begin())];
        auto const place = written->place();
        *written = base::encode(standard.within);
        written->set_place(place);
        if (standard.target && !interval.find("target")) {
            auto target = base::encode(*standard.target);
            target.set_place(place);
            interval.set("target", std::move(target));
        }
    });
}

base::Value resolve_prices(base::Value const& prices, ledger::Tariff const& reference, base::DecodeContext& context)
{
    std::vector<std::string> items;
    for (auto const& price : reference.prices) items.push_back(price.item);
    return each_table(prices, [&](base::Value& price) {
        auto const* const pointer = price.find("reference");
        if (!pointer) return;
        auto const* const item = pointer->string();
        auto const known = item ? std::find(items.begin(), items.end(), *item) : items.end();
        if (!item)
            context.mismatch(*pointer, "the name of a price of the reference tariff");
        else if (items.empty())
            context.error(703, *pointer,
                          fmt::format("'{}' points at a reference tariff, but the file names none", *item),
                          fmt::format("add tariff = \"{}\" at the top of the file", tariff_names().front()));
        else if (known == items.end())
            context.error(703, *pointer, fmt::format("the tariff '{}' has no price of '{}'", reference.name, *item),
                          base::did_you_mean(*item, items));
        auto merged = base::Value::table();
        merged.set_place(price.place());
        if (known != items.end()) {
            merged =
                base::encode(reference.prices[static_cast<std::size_t>(known - items.begin())], base::Omit::defaults);
            merged.set_place(price.place());
        }
        auto const place_of = [&](std::string_view key) {
            for (auto const& written : *price.entries())
                if (written.key == key) return written.place;
            return price.place();
        };
        for (auto const& written : *price.entries())
            if (written.key != "reference") merged.set(written.key, written.value);
        for (auto& made : *merged.entries()) made.place = place_of(made.key);
        if (known == items.end() && !merged.find("per")) merged.set("per", "visit"); // one fault is enough
        price = std::move(merged);
    });
}

std::vector<base::FieldEntry> entries_of_case()
{
    return {entry("schema", true), entry("title"),  entry("study"), entry("tool"),
            entry("arm", true),    entry("tariff"), entry("price"), entry("terms")};
}

int decode_schema(base::Value const* written, base::DecodeContext& context)
{
    int schema = 0;
    decode_at(written, "schema", schema, context);
    if (written && schema != scenario_schema && written->is_number())
        context.error(704, *written, fmt::format("this library reads schema {}, found {}", scenario_schema, schema),
                      schema > scenario_schema ? "the file is for a newer pathecon" : "write schema = 1");
    return schema;
}

ScenarioFile decode_file(base::Value const& root, Folder const& folder, base::DecodeContext& context)
{
    auto const of_case = entries_of_case(), of_pathway = entries_of_pathway();
    std::vector<base::FieldEntry const*> entries;
    for (auto const& field : of_case) entries.push_back(&field);
    for (auto const& field : of_pathway) entries.push_back(&field);
    base::detail::TableReading reading{root, "scenario", entries, context};
    auto const claim = [&](std::string_view name) {
        return reading.claim(
            *std::find_if(of_case.begin(), of_case.end(), [&](auto const& e) { return e.name == name; }));
    };

    ScenarioFile file;
    file.schema = decode_schema(claim("schema"), context);
    decode_at(claim("title"), "title", file.title, context);
    decode_at(claim("study"), "study", file.study, context);
    auto whole = decode_pathway(root, folder, {}, context);
    file.study.pathway = std::move(whole.pathway);
    file.is_whole = whole.is_whole;
    decode_at(claim("tool"), "tool", file.tools, context);
    decode_at(claim("arm"), "arm", file.arms, context);
    auto const* const tariff_name = claim("tariff");
    file.tariff = decode_tariff(tariff_name, claim("price"), context);
    decode_at(claim("terms"), "terms", file.terms, context);
    reading.finish();
    return file;
}

} // namespace pathecon::io::detail
