// SPDX-License-Identifier: MIT
#include <pathecon/io/reference.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <pathecon/base/codec.hpp>
#include <pathecon/base/contract.hpp>
#include <pathecon/io/toml.hpp>

#include "io/reference_data.hpp"

namespace pathecon::io {
namespace {

constexpr std::string_view tariff_folder = "tariff/";

/// Reads a file that we wrote ourselves: a fault in it is one of the build, not of the user.
base::Value read_reference(std::string_view name)
{
    base::Diagnostics diagnostics;
    auto const text = reference_text(name);
    PATHECON_EXPECTS(!text.empty(), "the reference file is compiled in");
    auto value = read_toml(text, std::string{name}, diagnostics);
    PATHECON_EXPECTS(diagnostics.ok(), diagnostics.text());
    return value;
}

template <class T>
T decode_reference(base::Value const& value)
{
    base::Diagnostics diagnostics;
    base::Places places;
    auto made = base::decode<T>(value, diagnostics, places);
    PATHECON_EXPECTS(diagnostics.ok(), diagnostics.text());
    return made;
}

} // namespace

std::string_view reference_text(std::string_view name)
{
    for (auto const& file : detail::reference_files())
        if (file.name == name) return file.text;
    return {};
}

std::vector<std::string> tariff_names()
{
    std::vector<std::string> names;
    for (auto const& file : detail::reference_files())
        if (file.name.starts_with(tariff_folder)) names.emplace_back(file.name.substr(tariff_folder.size()));
    std::sort(names.begin(), names.end());
    return names;
}

ledger::Tariff load_tariff(std::string_view name)
{
    auto const names = tariff_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        std::string known;
        for (auto const& other : names) known += fmt::format("{}'{}'", known.empty() ? "" : ", ", other);
        base::Diagnostics faults;
        faults.error(701, "tariff", fmt::format("there is no tariff '{}' in the library; there is {}", name, known),
                     base::did_you_mean(name, names));
        throw base::InvalidInput{faults};
    }
    return decode_reference<ledger::Tariff>(read_reference(fmt::format("{}{}", tariff_folder, name)));
}

std::vector<Standard> const& standards()
{
    static auto const all = decode_reference<std::vector<Standard>>(*read_reference("standards").find("standard"));
    return all;
}

} // namespace pathecon::io
