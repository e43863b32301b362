// SPDX-License-Identifier: MIT
/// \file
/// A scenario file is a scenario as it is written: arms name their tools, prices may point at the reference tariff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/value.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/effect/tool.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/pathway/pathway.hpp>
#include <pathecon/study/study.hpp>

#include "io/folder.hpp"

namespace pathecon::io::detail {

/// An arm that names its tools.
struct ArmEntry {
    std::string name{};
    std::vector<std::string> tools{};
    study::Role role = study::Role::option;
    bool operator==(ArmEntry const&) const = default;
};

struct ScenarioFile {
    int schema = 0;
    std::string title{};
    study::Study study{}; ///< Without its arms.
    std::vector<effect::Tool> tools{};
    std::vector<ArmEntry> arms{};
    ledger::Tariff tariff{}; ///< The reference tariff with the file's prices over it.
    econ::Terms terms{};
    bool is_whole = true; ///< False where sites could not be read or merged, so that there is no pathway to judge.
};

/// Decodes as much as can be: what is at fault keeps its default. The files that it names are looked for in the folder.
ScenarioFile decode_file(base::Value const& root, Folder const& folder, base::DecodeContext& context);

/// Makes the keys at the top of a file that are not of its pathway, in the order in which they are decoded.
std::vector<base::FieldEntry> entries_of_case();

/// Decodes the layout that a file was written for; another one than this library's is a fault.
int decode_schema(base::Value const* written, base::DecodeContext& context);

/// Applies a change to each table of a list, or to a single table that stands for one.
template <class Change>
base::Value each_table(base::Value value, Change change)
{
    if (auto* items = value.items())
        for (auto& item : *items) change(item);
    else
        change(value);
    return value;
}

/// Puts the patients of a CSV file in the place of each `trace_file` of the arrivals; `top` holds the attributes and
/// the start of their pathway.
base::Value resolve_traces(base::Value const& arrivals, base::Value const& top, Folder const& folder,
                           base::DecodeContext& context);

/// Puts the times of named standards and the prices of the reference tariff where the file points at them.
base::Value resolve_standards(base::Value const& intervals, base::DecodeContext& context);
base::Value resolve_prices(base::Value const& prices, ledger::Tariff const& reference, base::DecodeContext& context);

} // namespace pathecon::io::detail

template <>
struct pathecon::base::Fields<pathecon::io::detail::ArmEntry> {
    using T = io::detail::ArmEntry;
    static constexpr std::string_view noun = "arm", sentence = "One way of running the pathway.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name of the arm, unique in the study.").required().key(),
        field("tools", &T::tools, "Names of its tools, in the order in which they act; none is usual care."),
        field("role", &T::role, "What the arm is there for."),
    };
};
