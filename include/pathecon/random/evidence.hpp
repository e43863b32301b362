// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Evidence says where a number comes from and how sure we are of it.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <pathecon/base/field.hpp>
#include <pathecon/random/prior.hpp>

namespace pathecon::random {

/// Says what kind of source a number has, from the strongest claim to the weakest.
enum class Status { unstated, published, derived, local, expert, assumption };

struct Evidence {
    std::optional<Prior> prior{}; ///< In the scalar of the input: hours, pounds, events per hour, a plain number.
    std::string source{};
    Status status = Status::unstated;
    int price_year = 0; ///< Year of the prices, such as 2025; 0 when it does not apply.
    std::string note{};
    friend bool operator==(Evidence const&, Evidence const&) = default;
};

/// Gives the value that stands for a prior when nothing is drawn: the point estimate where the family has one (beta,
/// gamma, normal, lognormal), otherwise the mean of the law.
[[nodiscard]] double base_value(Prior const& prior);

/// Writes `beta, mean 0.88, 95 % 0.84 to 0.91`, each number followed by the unit.
[[nodiscard]] std::string prior_text(Prior const& prior, std::string_view unit = {});

} // namespace pathecon::random

template <>
struct pathecon::base::EnumNames<pathecon::random::Status> {
    using Status = random::Status;
    static constexpr std::array<std::pair<Status, std::string_view>, 6> names{{{Status::unstated, "unstated"},
                                                                               {Status::published, "published"},
                                                                               {Status::derived, "derived"},
                                                                               {Status::local, "local"},
                                                                               {Status::expert, "expert"},
                                                                               {Status::assumption, "assumption"}}};
};
