// SPDX-License-Identifier: MIT
/// \file
/// A scenario is a whole case in one file: pathway, tools, arms, prices and terms.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/places.hpp>
#include <pathecon/base/value.hpp>
#include <pathecon/econ/terms.hpp>
#include <pathecon/effect/tool.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/study/study.hpp>

namespace pathecon::io {

/// The layout that this library reads; a file says which it was written for.
inline constexpr int scenario_schema = 1;

struct Scenario {
    std::string title{};
    study::Study study{};
    std::vector<effect::Tool> tools{}; ///< All that the file defines, used by an arm or not.
    ledger::Tariff tariff{};           ///< The reference tariff overridden by the file's own prices.
    econ::Terms terms{};
    base::Diagnostics warnings{}; ///< What deserves a second look, with its place.
    base::Places places{};        ///< Where everything was written, for later messages.
};

/// Reads a scenario and the files that it names, which lie in its folder or below. Throws base::InvalidInput with every
/// fault of the text, the pathway, the tools, each arm, the prices and the terms, each at its file, line and column, in
/// that order.
Scenario load_scenario(std::filesystem::path const& path);

/// Does the same with a text; `name` is what messages call it. The files that it names are in `folder`; without one it
/// can name none (PE0710).
Scenario parse_scenario(std::string_view text, std::string const& name = "scenario.toml",
                        std::filesystem::path const& folder = {});

/// Does the same with a value that has been read already, from TOML, JSON, a workbook or a Python dictionary.
Scenario decode_scenario(base::Value const& root, std::filesystem::path const& folder = {});

/// Writes a scenario as a value that decode_scenario() reads back; default values are left out, what came from other
/// files is written in full: traces, and the pathway that sites were merged into. Throws base::InvalidInput for an
/// effect that is a user's code (PE0409).
base::Value encode_scenario(Scenario const& scenario);

/// Hashes what the scenario says, whatever files it came from: comments, layout and the order of keys make no
/// difference. Of an effect that is a user's code it knows the name only.
std::uint64_t scenario_hash(Scenario const& scenario);

} // namespace pathecon::io
