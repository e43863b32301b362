// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <pathecon/io/file.hpp>
#include <pathecon/pathway/fields.hpp>

#include "io/scenario_file.hpp"
#include "io/trace_rows.hpp"

namespace pathecon::io::detail {
namespace {

/// Writes a row as a file would, each part at its place in the CSV file.
base::Value value_of(TraceRow const& row)
{
    auto value = base::encode(row.patient, base::Omit::defaults);
    value.set_place(row.at);
    if (auto* const at = value.find("at")) at->set_place(row.at);
    if (auto* const is = value.find("is")) is->set_place(row.is);
    return value;
}

/// Reads what a file holds of the pathway that its traces speak of; what is at fault in it is told when it is decoded.
pathway::Pathway spoken_of(base::Value const& top)
{
    auto part = base::Value::table();
    for (auto const key : {"starts", "attribute"})
        if (auto const* const value = top.find(key)) part.set(key, *value);
    base::Diagnostics told_later;
    base::Places nowhere;
    return base::decode<pathway::Pathway>(part, told_later, nowhere);
}

std::vector<TraceRow> read_named(base::Value const& name, pathway::Pathway const& pathway, Folder const& folder,
                                 base::DecodeContext& context)
{
    auto const path = folder.find(name, context);
    if (!path) return {};
    std::string text;
    try {
        text = read_file(*path);
    } catch (base::InvalidInput const& invalid) {
        context.error(
            121, name,
            fmt::format("cannot read '{}': {}", path->generic_string(), invalid.diagnostics().all().front().message),
            "check the name; it is looked for beside the file that names it");
        return {};
    }
    return read_trace(text, path->generic_string(), pathway, context.path, context.diagnostics);
}

} // namespace

base::Value resolve_traces(base::Value const& arrivals, base::Value const& top, Folder const& folder,
                           base::DecodeContext& context)
{
    auto const pathway = spoken_of(top);
    auto const list = context.at("arrivals");
    base::detail::ElementNames names;
    return each_table(arrivals, [&](base::Value& stream) {
        auto const element =
            context.at(names.next(base::detail::element_key(stream, base::key_field<pathway::Arrivals>())));
        auto const* const written = stream.find("trace_file");
        if (!written) return;
        auto const scope = context.at("trace_file");
        base::Value const name = *written;
        std::erase_if(*stream.entries(), [](auto const& entry) { return entry.key == "trace_file"; });
        if (stream.find("trace"))
            return context.error(108, name, "'trace' and 'trace_file' are both given, where one is expected",
                                 "keep one of them, or make two streams of arrivals");
        auto const rows = read_named(name, pathway, folder, context);
        auto trace = base::Value::list();
        trace.set_place(name.place());
        for (auto const& row : rows) trace.push(value_of(row));
        if (rows.empty()) trace.push(value_of({})); // one fault is enough
        stream.set("trace", std::move(trace));
    });
}

} // namespace pathecon::io::detail
