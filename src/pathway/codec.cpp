// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <pathecon/pathway/fields_chance.hpp>
#include <pathecon/pathway/fields_resource.hpp>
#include <pathecon/pathway/fields_work.hpp>

#include "table_codec.hpp"

namespace pathecon::base {

using pathway::Chance;
using pathway::Patience;
using pathway::Resource;
using pathway::Rota;
using pathway::TimeDistribution;
using pathway::TimeFamily;

// --- Chance

void Codec<Chance>::decode(Value const& value, Chance& object, DecodeContext& context)
{
    object = {};
    bool const by_fields = value.is_table() && (value.find("p") || value.find("cases"));
    if (by_fields) return pathway::detail::decode_table(value, object, context);
    auto const scope = context.at("p");
    decode_into(value, object.p, context);
}

Value Codec<Chance>::encode(Chance const& object, Omit omit)
{
    return object.cases.empty() ? base::encode(object.p) : pathway::detail::encode_table(object, omit);
}

// --- Rota

namespace {

void decode_shifts(Value const& value, Rota& rota, DecodeContext& context)
{
    if (value.integer()) {
        int servers = 0;
        decode_into(value, servers, context);
        rota.shifts = Rota::always(servers).shifts;
    } else if (value.is_list() || value.is_table())
        Codec<std::vector<pathway::Shift>>::decode(value, rota.shifts, context);
    else
        context.mismatch(value, Codec<Rota>::expects());
}

} // namespace

void Codec<Rota>::decode(Value const& value, Rota& object, DecodeContext& context)
{
    object = {};
    if (value.is_table() && (value.find("shifts") || value.find("exceptions") || value.find("holidays"))) {
        static constexpr auto& fields = Fields<Rota>::table;
        FieldEntry const* const entries[] = {&std::get<0>(fields), &std::get<1>(fields), &std::get<2>(fields)};
        detail::TableReading reading{value, Fields<Rota>::noun, entries, context};
        // The shifts go by the rota's own path, written so or not.
        if (Value const* const shifts = reading.claim(*entries[0])) decode_shifts(*shifts, object, context);
        detail::decode_field(reading, std::get<1>(fields), object, context);
        detail::decode_field(reading, std::get<2>(fields), object, context);
        reading.finish();
    } else
        decode_shifts(value, object, context);
}

Value Codec<Rota>::encode(Rota const& object, Omit omit)
{
    bool const always = object.shifts.size() == 1 && object.shifts == Rota::always(object.shifts[0].servers).shifts;
    Value shifts = always ? Value{object.shifts[0].servers} : base::encode(object.shifts, omit);
    if (object.exceptions.empty() && object.holidays == pathway::HolidayRule::worked) return shifts;
    Value table = pathway::detail::encode_table(object, omit);
    table.set("shifts", std::move(shifts));
    return table;
}

// --- Patience

void Codec<Patience>::decode(Value const& value, Patience& object, DecodeContext& context)
{
    object = {};
    auto const is_time = [&](Value::Entry const& entry) {
        auto const& families = EnumNames<TimeFamily>::names;
        return entry.key == "value" || entry.key == "mean" ||
               std::any_of(families.begin(), families.end(), [&](auto const& one) { return one.second == entry.key; });
    };
    auto const* const entries = value.entries();
    if (!entries || std::none_of(entries->begin(), entries->end(), is_time))
        return pathway::detail::decode_table(value, object, context);
    auto const scope = context.at("after");
    decode_into(value, object.after, context);
}

Value Codec<Patience>::encode(Patience const& object, Omit omit)
{
    Value table = pathway::detail::encode_table(object, omit);
    bool const alone = omit == Omit::defaults && table.entries()->size() == 1;
    return alone ? Value{std::move(table.entries()->front().value)} : table;
}

// --- Resource

void Codec<Resource>::decode(Value const& value, Resource& object, DecodeContext& context)
{
    Value const* const servers = value.find("servers");
    if (!servers) return pathway::detail::decode_table(value, object, context);
    if (value.find("rota")) {
        auto const scope = context.at("servers");
        context.error(108, *servers, "'rota' and 'servers' are both given, where one is expected");
    }
    Value::Entries entries = *value.entries();
    if (value.find("rota")) std::erase_if(entries, [](auto const& entry) { return entry.key == "servers"; });
    for (auto& entry : entries)
        if (entry.key == "servers") entry.key = "rota";
    Value renamed{std::move(entries)};
    renamed.set_place(value.place());
    pathway::detail::decode_table(renamed, object, context);
}

Value Codec<Resource>::encode(Resource const& object, Omit omit) { return pathway::detail::encode_table(object, omit); }

// --- TimeDistribution

namespace {

constexpr std::array<std::string_view, 4> evidence_keys{"source", "status", "price_year", "note"};

FieldEntry named(std::string_view name)
{
    FieldEntry entry;
    entry.name = name;
    return entry;
}

template <class Range>
std::vector<FieldEntry const*> pointers(Range const& entries)
{
    std::vector<FieldEntry const*> made;
    for (auto const& entry : entries) made.push_back(&entry);
    return made;
}

/// The parameters that a text may give to a family, and which of them it must.
std::vector<FieldEntry> parameters_of(TimeFamily family)
{
    std::vector<FieldEntry> entries;
    auto const add = [&](std::string_view name, bool required, bool shorthand = false) {
        entries.push_back(named(name));
        entries.back().is_required = required;
        entries.back().is_shorthand = shorthand;
    };
    switch (family) {
    case TimeFamily::constant:
    case TimeFamily::exponential:
        add("mean", true, true);
        break;
    case TimeFamily::gamma:
    case TimeFamily::weibull:
    case TimeFamily::normal:
        add("mean", true), add("sd", true);
        break;
    case TimeFamily::lognormal:
        for (auto const name : {"mean", "sd", "median", "sigma", "cv"}) add(name, false);
        break;
    case TimeFamily::erlang:
        add("k", true), add("mean", true);
        break;
    case TimeFamily::triangular:
        add("low", true), add("mode", true), add("high", true);
        break;
    case TimeFamily::uniform:
        add("low", true), add("high", true);
        break;
    case TimeFamily::empirical:
        add("values", true, true), add("weights", false);
        break;
    }
    return entries;
}

void decode_parameters(Value const& value, TimeDistribution& time, DecodeContext& context)
{
    auto const entries = parameters_of(time.family);
    auto const allowed = pointers(entries);
    detail::TableReading reading{value, enum_name(time.family), allowed, context};
    std::apply(
        [&](auto const&... f) {
            auto const one = [&](auto const& g) {
                for (auto const* entry : allowed)
                    if (entry->name == g.name)
                        if (Value const* const written = reading.claim(*entry)) {
                            auto const scope = context.at(g.name);
                            decode_into(*written, time.*(g.member), context);
                        }
            };
            (one(f), ...);
        },
        Fields<TimeDistribution>::table);
    reading.finish();
    if (time.family != TimeFamily::lognormal || !value.is_table()) return;
    bool const by_mean = value.find("mean"), by_median = value.find("median");
    if (by_mean == by_median)
        context.error(by_mean ? 108 : 101, value,
                      by_mean ? "'mean' and 'median' are both given, where one is expected"
                              : "'mean' or 'median' is missing",
                      "write { mean = '8 min', sd = '3 min' } or { median = '15 d', sigma = 0.8 }");
    int const spreads =
        (value.find("sd") != nullptr) + (value.find("sigma") != nullptr) + (value.find("cv") != nullptr);
    if (spreads != 1)
        context.error(spreads == 0 ? 101 : 108, value,
                      fmt::format("a lognormal has one measure of spread, found {}", spreads),
                      "write sd or cv with a mean, sigma or cv with a median");
}

void decode_evidence(detail::TableReading& reading, std::vector<FieldEntry> const& entries, TimeDistribution& time,
                     DecodeContext& context)
{
    random::Evidence evidence;
    auto const one = [&](FieldEntry const& entry, auto& member) {
        if (Value const* const written = reading.claim(entry)) {
            auto const scope = context.at(entry.name);
            decode_into(*written, member, context);
        }
    };
    one(entries[0], evidence.source);
    one(entries[1], evidence.status);
    one(entries[2], evidence.price_year);
    one(entries[3], evidence.note);
    if (evidence != random::Evidence{}) time.evidence = std::make_shared<random::Evidence const>(std::move(evidence));
}

/// Says which distributions there are, where the one that is written is none of them.
bool refuse_family(Value const& value, DecodeContext& context)
{
    std::vector<std::string_view> names;
    for (auto const& [family, name] : EnumNames<TimeFamily>::names) names.push_back(name);
    for (auto const& entry : *value.entries()) {
        if (std::find(evidence_keys.begin(), evidence_keys.end(), entry.key) != evidence_keys.end()) continue;
        auto const meant = did_you_mean(entry.key, names);
        context.error(107, entry.place.known() ? entry.place : value.place(), fmt::format("'{}' is no distribution", entry.key),
                      meant.empty() ? "known are " + detail::one_of(names) : meant);
        return true;
    }
    return false;
}

} // namespace

void Codec<TimeDistribution>::decode(Value const& value, TimeDistribution& object, DecodeContext& context)
{
    object = {};
    bool const by_input = !value.is_table() || value.find("value") || value.find("mean");
    if (by_input) {
        if (!value.is_table() && !value.is_string() && !value.is_number()) return context.mismatch(value, expects());
        auto const scope = context.at("mean");
        return decode_into(value, object.mean, context);
    }
    std::vector<FieldEntry> entries;
    for (auto const key : evidence_keys) entries.push_back(named(key));
    for (auto const& [family, name] : EnumNames<TimeFamily>::names) entries.push_back(named(name));
    auto const allowed = pointers(entries);
    auto const errors_before = context.diagnostics.errors();
    int families = 0;
    detail::TableReading reading{value, "time", allowed, context};
    decode_evidence(reading, entries, object, context);
    for (auto const& [family, name] : EnumNames<TimeFamily>::names) {
        auto const entry = std::find_if(entries.begin(), entries.end(), [&](auto const& e) { return e.name == name; });
        Value const* const written = reading.claim(*entry);
        if (!written || ++families > 1) continue;
        object.family = family;
        decode_parameters(*written, object, context);
    }
    if (families == 0 && refuse_family(value, context)) return;
    reading.finish();
    if (families > 1) context.error(108, value, "a time has one distribution, found several");
    // An unknown key was reported with its suggestion just now.
    if (families == 0 && context.diagnostics.errors() == errors_before) context.mismatch(value, expects());
}

Value Codec<TimeDistribution>::encode(TimeDistribution const& object, Omit omit)
{
    if (object.family == TimeFamily::constant && !object.evidence) return base::encode(object.mean, omit);
    Value parameters = Value::table();
    pathway::detail::each_parameter(object, [&](std::string_view name, auto const& parameter, FieldEntry const&) {
        parameters.set(std::string{name}, base::encode(parameter, omit));
    });
    Value table = Value::table();
    table.set(std::string{enum_name(object.family)}, std::move(parameters));
    if (object.evidence) {
        random::Evidence const& evidence = *object.evidence;
        if (!evidence.source.empty()) table.set("source", evidence.source);
        if (evidence.status != random::Status::unstated) table.set("status", base::encode(evidence.status));
        if (evidence.price_year != 0) table.set("price_year", evidence.price_year);
        if (!evidence.note.empty()) table.set("note", evidence.note);
    }
    return table;
}

} // namespace pathecon::base
