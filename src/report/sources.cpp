// SPDX-License-Identifier: MIT
#include <cmath>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <pathecon/base/codec.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/random/input.hpp>

#include "report/parts.hpp"

namespace pathecon::report {
namespace {

std::vector<random::InputRow> inputs_of(io::Scenario const& scenario)
{
    auto rows = random::list_inputs(scenario.study.pathway);
    auto const add = [&](std::vector<random::InputRow> const& more) { rows.insert(rows.end(), more.begin(), more.end()); };
    add(random::list_inputs(scenario.tools, "tool"));
    add(random::list_inputs(scenario.tariff.prices, "price"));
    add(random::list_inputs(scenario.terms, "terms"));
    return rows;
}

base::Value encode_row(random::InputRow const& row)
{
    auto value = base::Value::table();
    value.set("path", row.path);
    value.set("value", row.value);
    value.set("unit", row.unit);
    value.set("prior", row.prior);
    value.set("source", row.source);
    value.set("status", row.status);
    value.set("price_year", row.price_year > 0 ? base::Value{row.price_year} : base::Value{});
    return value;
}

bool says_something(random::InputRow const& row) { return !row.source.empty() || !row.prior.empty() || row.status != "unstated"; }

} // namespace

base::Value sources_part(io::Scenario const& scenario)
{
    auto list = base::Value::list();
    for (auto const& row : inputs_of(scenario)) list.push(encode_row(row));
    return list;
}

base::Value assumptions_part(io::Scenario const& scenario)
{
    auto list = base::Value::list();
    for (auto const& row : inputs_of(scenario))
        if (says_something(row) && (row.status == "assumption" || row.status == "expert")) list.push(encode_row(row));
    return list;
}

base::Value diagnostics_part(base::Diagnostics const& diagnostics)
{
    auto list = base::Value::list();
    for (auto const& d : diagnostics.all()) {
        auto entry = base::Value::table();
        entry.set("code", fmt::format("PE{:04}", d.code));
        entry.set("severity", d.severity == base::Severity::error ? "error" : d.severity == base::Severity::warning ? "warning" : "note");
        entry.set("file", d.place.file);
        entry.set("line", d.place.line);
        entry.set("column", d.place.column);
        entry.set("path", d.path);
        entry.set("message", d.message);
        entry.set("hint", d.hint);
        list.push(std::move(entry));
    }
    return list;
}

base::Value rows_part(base::Table const& table)
{
    auto list = base::Value::list();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto entry = base::Value::table();
        for (auto const& name : table.names())
            std::visit(
                [&](auto const& column) {
                    using Cell = std::remove_cvref_t<decltype(column[row])>;
                    if constexpr (std::is_same_v<Cell, double>) entry.set(name, std::isfinite(column[row]) ? base::Value{column[row]} : base::Value{});
                    else entry.set(name, base::Value{column[row]});
                },
                table.any_column(name));
        list.push(std::move(entry));
    }
    return list;
}

} // namespace pathecon::report
