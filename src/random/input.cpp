// SPDX-License-Identifier: MIT
#include <pathecon/random/input.hpp>

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <pathecon/base/contract.hpp>
#include <pathecon/random/design.hpp>
#include <pathecon/random/evidence.hpp>

namespace pathecon::random {
namespace detail {
namespace {

using base::DecodeContext;
using base::Value;

constexpr std::array<Family, 7> prior_families{Family::beta,    Family::gamma,      Family::normal, Family::lognormal,
                                               Family::uniform, Family::triangular, Family::pert};
constexpr std::array<std::string_view, prior_families.size()> family_names{
    "beta", "gamma", "normal", "lognormal", "uniform", "triangular", "pert"};

Family default_family(PriorDefault choice, double mean, double low)
{
    switch (choice) {
    case PriorDefault::beta:
        return Family::beta;
    case PriorDefault::gamma:
        return Family::gamma;
    case PriorDefault::by_sign:
        break;
    }
    // With a standard deviation there is no low end; a lognormal number then only needs a positive mean.
    double const least = std::isnan(low) ? mean : low;
    return least > 0 ? Family::lognormal : Family::normal;
}

} // namespace

/// Holds what the keys of an input's table say; its field table lives below.
struct InputKeys {
    std::optional<Value> value, mean, sd, low, high;
    std::optional<double> level;
    std::optional<Value> as;
    std::string source;
    Status status = Status::unstated;
    int price_year = 0;
    std::string note;
};

} // namespace detail
} // namespace pathecon::random

template <>
struct pathecon::base::Fields<pathecon::random::detail::InputKeys> {
    using Keys = random::detail::InputKeys;
    static constexpr std::string_view noun = "input", sentence = "A number with the evidence for it.";
    static constexpr auto table =
        std::tuple{field("value", &Keys::value, "The number, when it is not uncertain."),
                   field("mean", &Keys::mean, "Best estimate; the mode of a triangular or PERT range."),
                   field("sd", &Keys::sd, "Standard deviation of the estimate."),
                   field("low", &Keys::low, "Lower end of the interval."),
                   field("high", &Keys::high, "Upper end of the interval."),
                   field("level", &Keys::level, "Level of the interval, 0.95 when it is not said."),
                   field("as", &Keys::as, "Family of the prior."),
                   field("source", &Keys::source, "Where the number comes from."),
                   field("status", &Keys::status, "What kind of source it is."),
                   field("price_year", &Keys::price_year, "Year of the prices."),
                   field("note", &Keys::note, "Anything a reader should know.")};
};

namespace pathecon::random {
namespace detail {
namespace {

/// Reads one number of a prior, if it was written; NaN otherwise.
double read_member(std::string_view key, std::optional<Value> const& written, NumberCodec const& codec,
                   DecodeContext& context, bool& sound)
{
    double number = Prior::not_given;
    if (!written) return number;
    auto const scope = context.at(key);
    if (!codec.read(*written, number, context)) sound = false;
    return number;
}

std::optional<Prior> read_prior(Value const& value, InputKeys const& keys, NumberCodec const& codec,
                                DecodeContext& context)
{
    bool sound = true;
    Prior prior;
    prior.mean = read_member("mean", keys.mean, codec, context, sound);
    prior.sd = read_member("sd", keys.sd, codec, context, sound);
    prior.low = read_member("low", keys.low, codec, context, sound);
    prior.high = read_member("high", keys.high, codec, context, sound);
    prior.level = keys.level.value_or(prior.level);
    prior.family = default_family(codec.family, prior.mean, prior.low);
    if (keys.as) {
        auto const scope = context.at("as");
        int const chosen = base::detail::decode_name(*keys.as, family_names, context);
        if (chosen >= 0)
            prior.family = prior_families[static_cast<std::size_t>(chosen)];
        else
            sound = false;
    }
    bool const is_range =
        prior.family == Family::uniform || prior.family == Family::triangular || prior.family == Family::pert;
    if (!keys.mean && prior.family != Family::uniform)
        context.error(101, value, "'mean' is missing beside " + std::string{keys.sd ? "'sd'" : "the interval"}),
            sound = false;
    if (keys.sd && (keys.low || keys.high))
        context.error(108, value, "'sd' and an interval are both given, where one is expected"), sound = false;
    if (bool{keys.low} != bool{keys.high})
        context.error(101, value, keys.low ? "'high' is missing beside 'low'" : "'low' is missing beside 'high'"),
            sound = false;
    else if (is_range ? !keys.low : !keys.low && !keys.sd)
        context.error(101, value, "'low' and 'high'" + std::string{is_range ? "" : ", or 'sd',"} + " are missing",
                      is_range ? "" : "a number that is not uncertain is { value = ... }"),
            sound = false;
    if (!sound) return std::nullopt;
    if (std::string const reason = why_not(prior); !reason.empty()) {
        context.error(111, value, reason);
        return std::nullopt;
    }
    return prior;
}

} // namespace

bool same_evidence(Evidence const* a, Evidence const* b) { return a == b || (a && b && *a == *b); }

bool has_prior(Evidence const* evidence) { return evidence && evidence->prior; }

std::shared_ptr<Evidence const> with_source(Evidence const* known, std::string source, Status status, int price_year,
                                            std::string note)
{
    Evidence made{known ? known->prior : std::nullopt, std::move(source), status, price_year, std::move(note)};
    return std::make_shared<Evidence const>(std::move(made));
}

double draw_number(Evidence const& evidence, std::string const& path, std::uint64_t seed, std::int64_t draw,
                   std::int64_t n_draws)
{
    PATHECON_EXPECTS(evidence.prior.has_value(), "only an uncertain input is drawn");
    PATHECON_EXPECTS(draw >= -1 && draw < n_draws, "a draw is -1 (base values) or below the number of draws");
    if (draw < 0) return base_value(*evidence.prior);
    double const u = design_uniform(seed, static_cast<std::uint64_t>(draw), static_cast<std::uint64_t>(n_draws), path);
    return to_distribution(*evidence.prior).quantile(u);
}

InputRow describe(Evidence const* evidence, std::string path, std::string value, std::string_view unit)
{
    InputRow row{std::move(path), std::move(value), std::string{unit}, {}, {}, "unstated", 0};
    if (!evidence) return row;
    if (evidence->prior) row.prior = prior_text(*evidence->prior, unit);
    row.source = evidence->source;
    row.status = base::enum_name(evidence->status);
    row.price_year = evidence->price_year;
    return row;
}

InputText read_input(Value const& value, NumberCodec const& codec, DecodeContext& context)
{
    auto const before = context.diagnostics.errors();
    InputKeys keys;
    base::Codec<InputKeys>::decode(value, keys, context);
    InputText text;
    Evidence evidence{std::nullopt, std::move(keys.source), keys.status, keys.price_year, std::move(keys.note)};
    bool const has_prior = keys.mean || keys.sd || keys.low || keys.high || keys.as || keys.level;
    if (keys.value) {
        text.plain = value.find("value");
        if (has_prior) context.error(108, value, "'value' and a prior are both given, where one is expected");
    } else if (has_prior) {
        evidence.prior = read_prior(value, keys, codec, context);
        if (evidence.prior) {
            text.has_number = true;
            text.number = base_value(*evidence.prior);
        }
    } else if (context.diagnostics.errors() == before)
        context.error(101, value, "'value' is missing", "or 'mean' with 'low' and 'high', or with 'sd'");
    text.evidence = std::make_shared<Evidence const>(std::move(evidence));
    return text;
}

std::optional<double> base_number(Evidence const& evidence)
{
    return evidence.prior ? std::optional{base_value(*evidence.prior)} : std::nullopt;
}

Value write_input(Value plain, bool as_prior, Evidence const& evidence, NumberCodec const& codec)
{
    Value table = Value::table();
    if (as_prior) {
        Prior const& prior = *evidence.prior;
        auto const set = [&](char const* key, double number) {
            if (!std::isnan(number)) table.set(key, codec.write(number));
        };
        set("mean", prior.mean);
        set("sd", prior.sd);
        set("low", prior.low);
        set("high", prior.high);
        if (prior.level != Prior{}.level) table.set("level", prior.level);
        if (prior.family != default_family(codec.family, prior.mean, prior.low)) table.set("as", name_of(prior.family));
    }
    if (!evidence.source.empty()) table.set("source", evidence.source);
    if (evidence.status != Status::unstated) table.set("status", base::enum_name(evidence.status));
    if (evidence.price_year != 0) table.set("price_year", evidence.price_year);
    if (!evidence.note.empty()) table.set("note", evidence.note);
    if (as_prior) return table;
    if (table.entries()->empty()) return plain; // the prior of a drawn value says nothing more of it
    table.entries()->insert(table.entries()->begin(), {"value", std::move(plain), {}});
    return table;
}

std::shared_ptr<Evidence const> interval_evidence(double mean, double low, double high, PriorDefault choice)
{
    Prior prior;
    prior.family = default_family(choice, mean, low);
    prior.mean = mean;
    prior.low = low;
    prior.high = high;
    if (std::string const reason = why_not(prior); !reason.empty()) {
        base::Diagnostics diagnostics;
        diagnostics.error(111, "", reason);
        throw base::InvalidInput{std::move(diagnostics)};
    }
    Evidence evidence;
    evidence.prior = prior;
    return std::make_shared<Evidence const>(std::move(evidence));
}

} // namespace detail

base::Table to_table(std::vector<InputRow> const& rows)
{
    std::vector<std::string> path, value, unit, prior, source, status;
    std::vector<std::int32_t> price_year;
    for (InputRow const& row : rows) {
        path.push_back(row.path);
        value.push_back(row.value);
        unit.push_back(row.unit);
        prior.push_back(row.prior);
        source.push_back(row.source);
        status.push_back(row.status);
        price_year.push_back(row.price_year);
    }
    base::Table table;
    table.add_column("path", std::move(path)).add_column("value", std::move(value)).add_column("unit", std::move(unit));
    table.add_column("prior", std::move(prior)).add_column("source", std::move(source));
    table.add_column("status", std::move(status)).add_column("price_year", std::move(price_year));
    return table;
}

} // namespace pathecon::random
