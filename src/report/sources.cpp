// SPDX-License-Identifier: MIT
#include <cmath>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <pathecon/base/codec.hpp>
#include <pathecon/io/json.hpp>
#include <pathecon/pathway/fields.hpp>
#include <pathecon/random/input.hpp>

#include "report/parts.hpp"

namespace pathecon::report {
namespace {

bool says_something(random::InputRow const& row)
{
    return !row.source.empty() || !row.prior.empty() || row.status != "unstated";
}

/// Lists the inputs of an object that are not at their default: what a file would say of it is what its places are
/// known of.
template <class T>
void add_inputs(T const& object, std::string const& path, std::vector<random::InputRow>& rows)
{
    base::Diagnostics diagnostics;
    auto const text = io::write_json(base::encode(object, base::Omit::defaults));
    auto const value = io::read_json(text, "scenario", diagnostics);
    base::Places written;
    (void)base::decode<T>(value, diagnostics, written, path);
    for (auto& row : random::list_inputs(object, path))
        if (says_something(row) || written.contains(row.path)) rows.push_back(std::move(row));
}

std::vector<random::InputRow> inputs_of(io::Scenario const& scenario)
{
    std::vector<random::InputRow> rows;
    add_inputs(scenario.study.pathway, "", rows);
    auto tools = scenario.tools;
    // A user's own code has no text; its numbers are its own business.
    for (auto& tool : tools)
        std::erase_if(tool.effects, [](auto const& e) { return std::holds_alternative<effect::Custom>(e.content()); });
    add_inputs(tools, "tool", rows);
    add_inputs(scenario.tariff.prices, "price", rows);
    add_inputs(scenario.terms, "terms", rows);
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
        if (row.status == "assumption" || row.status == "expert") list.push(encode_row(row));
    return list;
}

base::Value diagnostics_part(base::Diagnostics const& diagnostics)
{
    auto list = base::Value::list();
    for (auto const& d : diagnostics.all()) {
        auto entry = base::Value::table();
        entry.set("code", fmt::format("PE{:04}", d.code));
        entry.set("severity", d.severity == base::Severity::error     ? "error"
                              : d.severity == base::Severity::warning ? "warning"
                                                                      : "note");
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
                    if constexpr (std::is_same_v<Cell, double>)
                        entry.set(name, std::isfinite(column[row]) ? base::Value{column[row]} : base::Value{});
                    else
                        entry.set(name, base::Value{column[row]});
                },
                table.any_column(name));
        list.push(std::move(entry));
    }
    return list;
}

} // namespace pathecon::report
