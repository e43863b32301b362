// SPDX-License-Identifier: MIT
/// \file
/// Reference data are tariffs and standards compiled into the library, each with its edition and source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/ledger/tariff.hpp>
#include <pathecon/units/codec.hpp>
#include <pathecon/units/duration.hpp>
#include <pathecon/units/probability.hpp>

namespace pathecon::io {

/// A waiting-time standard: a share of patients within a time.
struct Standard {
    std::string name{}, area{};
    units::Duration within{};
    std::optional<units::Probability> target{};
    std::string measures{}; ///< What the clock runs between.
    std::string source{}, edition{};
    bool operator==(Standard const&) const = default;
};

/// Lists the names of the tariffs compiled in.
std::vector<std::string> tariff_names();

/// Returns a tariff compiled in; throws base::InvalidInput with the names there are when there is none of that name.
ledger::Tariff load_tariff(std::string_view name);

/// Returns the standards compiled in.
std::vector<Standard> const& standards();

/// Returns the text of a data file as it was compiled in, empty when there is none: "tariff/nhs-2025", "standards".
std::string_view reference_text(std::string_view name);

} // namespace pathecon::io

template <>
struct pathecon::base::Fields<pathecon::io::Standard> {
    using T = io::Standard;
    static constexpr std::string_view noun = "standard", sentence = "A share of patients within a time.";
    static constexpr auto table = std::tuple{
        field("name", &T::name, "Name that an interval may give as its standard.").required().key(),
        field("area", &T::area, "Service that it is for."),
        field("measures", &T::measures, "What the clock runs between."),
        field("within", &T::within, "Longest time.").required().positive(),
        field("target", &T::target, "Share of patients who must meet it.").unit("probability"),
        field("edition", &T::edition, "Edition or date."),
        field("source", &T::source, "Where it is set."),
    };
};
