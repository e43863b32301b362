// SPDX-License-Identifier: MIT
#include <pathecon/effect/explain.hpp>

#include <string>

namespace pathecon::effect {

base::Table explain(std::vector<Change> const& changes)
{
    base::Table table;
    auto const add = [&](char const* name, std::string Change::*member) {
        std::vector<std::string> column;
        for (auto const& change : changes) column.push_back(change.*member);
        table.add_column(name, std::move(column));
    };
    add("path", &Change::path);
    add("before", &Change::before);
    add("after", &Change::after);
    add("tool", &Change::tool);
    add("effect", &Change::effect);
    add("source", &Change::source);
    return table;
}

base::Table explain(pathway::Pathway const& pathway, Portfolio const& portfolio)
{
    return explain(apply(pathway, portfolio).changes);
}

} // namespace pathecon::effect
