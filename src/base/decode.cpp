// SPDX-License-Identifier: MIT
#include <pathecon/base/decode.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/base/walk.hpp>

namespace pathecon::base {

DecodeContext::Scope::Scope(DecodeContext& context, std::string_view key)
    : context_{context}
    , length_{context.path.size()}
{
    if (!context.path.empty() && !key.empty()) context.path += '/';
    context.path += key;
}

void DecodeContext::error(int code, Value const& value, std::string message, std::string hint)
{
    error(code, value.place(), std::move(message), std::move(hint));
}

void DecodeContext::error(int code, Place const& place, std::string message, std::string hint)
{
    diagnostics.add({Severity::error, code, place.known() ? place : places.find_nearest(path), path, std::move(message),
                     std::move(hint)});
}

void DecodeContext::mismatch(Value const& value, std::string_view expected, std::string hint)
{
    error(102, value, "expected " + std::string{expected} + ", found " + value.describe(), std::move(hint));
}

void DecodeContext::record(Value const& value) { places.set(path, value.place()); }

namespace detail {
namespace {

std::string known_keys(std::vector<std::string_view> const& names)
{
    if (names.empty() || names.size() > 12) return {};
    std::string text = "known here: ";
    for (std::string_view const name : names) text.append(text.back() == ' ' ? "" : ", ").append(name);
    return text;
}

void report_unknown(Value::Entry const& entry, std::vector<std::string_view> const& names, DecodeContext& context)
{
    std::string hint = did_you_mean(entry.key, names);
    if (hint.empty()) hint = known_keys(names);
    context.error(104, entry.place.known() ? entry.place : entry.value.place(), "unknown key '" + entry.key + "'",
                  std::move(hint));
}

} // namespace

TableReading::TableReading(Value const& value, std::string_view noun, std::span<FieldEntry const* const> entries,
                           DecodeContext& context)
    : value_{value}
    , entries_{entries}
    , context_{context}
{
    if (value.is_table()) return;
    bool const short_form = std::any_of(entries.begin(), entries.end(), [](auto const* e) { return e->is_shorthand; });
    usable_ = short_form && !value.is_null() && !value.is_list();
    if (!usable_) context.mismatch(value, "a table of " + std::string{noun});
}

Value const* TableReading::claim(FieldEntry const& entry)
{
    if (!usable_) return nullptr;
    Value const* const found = value_.is_table() ? value_.find(entry.name) : entry.is_shorthand ? &value_ : nullptr;
    if (!found && entry.is_required) {
        auto const scope = context_.at(entry.name);
        context_.error(101, value_, "is missing", std::string{entry.sentence});
    }
    return found;
}

void TableReading::finish()
{
    auto const* const written = value_.entries();
    if (!usable_ || !written) return;
    std::vector<std::string_view> names, left;
    for (FieldEntry const* const entry : entries_) names.push_back(entry->name);
    for (std::string_view const name : names)
        if (!value_.find(name)) left.push_back(name);
    for (Value::Entry const& entry : *written)
        if (std::find(names.begin(), names.end(), entry.key) == names.end()) report_unknown(entry, left, context_);
}

bool decode_bool(Value const& value, bool& out, DecodeContext& context)
{
    if (bool const* const found = value.boolean()) return out = *found, true;
    return context.mismatch(value, "true or false"), false;
}

bool decode_real(Value const& value, double& out, DecodeContext& context)
{
    if (double const* const found = value.real()) return out = *found, true;
    if (auto const* const found = value.integer()) return out = static_cast<double>(*found), true;
    if (auto const* const text = value.string()) {
        std::string why;
        std::string_view plain = trim(*text);
        if (plain.ends_with('%')) { // a percentage cannot be misread
            std::string const shifted = std::string{trim(plain.substr(0, plain.size() - 1))} + "e-2";
            if (auto const number = parse_number(shifted)) return out = *number, true;
        }
        if (auto const number = parse_number(plain, &why))
            return context.mismatch(value, "a number", "write it without quotes: " + number_text(*number)), false;
        return context.error(102, value, "\"" + *text + "\" is not a number", why), false;
    }
    return context.mismatch(value, "a number"), false;
}

bool decode_integer(Value const& value, std::int64_t& out, std::int64_t lowest, std::int64_t highest,
                    DecodeContext& context)
{
    std::int64_t number = 0;
    if (auto const* const found = value.integer())
        number = *found;
    else if (double real = 0; decode_real(value, real, context)) {
        if (real != std::trunc(real) || std::abs(real) > 9007199254740992.0)
            return context.mismatch(value, "a whole number"), false;
        number = static_cast<std::int64_t>(real);
    } else
        return false;
    if (number < lowest || number > highest)
        return context.error(102, value,
                             std::to_string(number) + " must lie between " + std::to_string(lowest) + " and " +
                                 std::to_string(highest)),
               false;
    return out = number, true;
}

bool decode_string(Value const& value, std::string& out, DecodeContext& context)
{
    if (auto const* const found = value.string()) return out = *found, true;
    std::string hint;
    if (value.is_number() || value.boolean()) hint = "put it in quotes: \"" + value.describe() + "\"";
    return context.mismatch(value, "a text", std::move(hint)), false;
}

std::string one_of(std::span<std::string_view const> names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text.append("'").append(names[i]).append("'");
    }
    return text;
}

int decode_name(Value const& value, std::span<std::string_view const> names, DecodeContext& context)
{
    auto const* const text = value.string();
    if (!text) return context.mismatch(value, one_of(names)), -1;
    auto const found = std::find(names.begin(), names.end(), *text);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    context.error(107, value, "'" + *text + "' is none of " + one_of(names), did_you_mean(*text, names));
    return -1;
}

int decode_alternative(Value const& value, std::span<std::string_view const> nouns, DecodeContext& context)
{
    auto const* const written = value.entries();
    if (!written || written->empty()) return context.mismatch(value, "a table with one of " + one_of(nouns)), -1;
    std::vector<std::string_view> const names{nouns.begin(), nouns.end()};
    int chosen = -1;
    for (Value::Entry const& entry : *written) {
        auto const found = std::find(nouns.begin(), nouns.end(), entry.key);
        if (found == nouns.end())
            report_unknown(entry, names, context);
        else if (chosen < 0)
            chosen = static_cast<int>(found - nouns.begin());
        else
            context.error(108, entry.place.known() ? entry.place : value.place(),
                          "'" + entry.key + "' and '" + std::string{nouns[static_cast<std::size_t>(chosen)]} +
                              "' are both given, where one is expected");
    }
    return chosen;
}

std::string ElementNames::next(std::string_view name)
{
    ++count_;
    if (name.empty()) return "#" + std::to_string(count_);
    std::string unique{name};
    for (int copy = 2; !used_.insert(unique).second; ++copy) unique = std::string{name} + "#" + std::to_string(copy);
    return unique;
}

std::string_view element_key(Value const& element, FieldEntry const* key) noexcept
{
    if (!key) return {};
    Value const* const name = element.is_table() ? element.find(key->name) : key->is_shorthand ? &element : nullptr;
    return name && name->string() ? std::string_view{*name->string()} : std::string_view{};
}

Value shorten(Value table, FieldEntry const* shorthand, Omit omit)
{
    auto* const entries = table.entries();
    bool const only =
        shorthand && omit == Omit::defaults && entries->size() == 1 && entries->front().key == shorthand->name;
    if (!only || entries->front().value.is_table() || entries->front().value.is_list()) return table;
    return Value{std::move(entries->front().value)};
}

void check_number(std::string const& path, ScalarView const& scalar, FieldEntry const& entry, Diagnostics& diagnostics)
{
    double const number = scalar.number;
    if (!std::isfinite(number))
        return diagnostics.error(110, path, "must be a finite number, found " + number_text(number));
    double const low = entry.is_bounded ? entry.low : scalar.low;
    double const high = entry.is_bounded ? entry.high : scalar.high;
    bool const below = entry.excludes_low ? number <= low : number < low;
    if (!below && number <= high) return;
    auto const bound = [&](double value) { return value == 0 ? std::string{"0"} : scalar.text(value); };
    std::string message = scalar.text(number) + " must ";
    if (std::isfinite(low) && std::isfinite(high))
        message += "lie between " + bound(low) + " and " + bound(high);
    else if (below)
        message += (entry.excludes_low ? "be above " : "be at least ") + bound(low);
    else
        message += "be at most " + bound(high);
    // Only a share that was written as a percentage is likely to be both above 1 and at most 100.
    bool const is_share = scalar.unit.empty() || scalar.unit == "probability";
    bool const per_cent = is_share && high == 1.0 && number > 1.0 && number <= 100.0;
    diagnostics.error(110, path, std::move(message), per_cent ? "did you mean " + scalar.text(number) + " %?" : "");
}

} // namespace detail

} // namespace pathecon::base
