// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Parsing turns a quantity as people write it into its type; a unit is demanded, never guessed.

#include <optional>
#include <string>
#include <string_view>

#include <pathecon/units/duration.hpp>
#include <pathecon/units/money.hpp>
#include <pathecon/units/probability.hpp>
#include <pathecon/units/rate.hpp>

namespace pathecon::units {

/// Says why a text is no quantity: a message, a remedy, and the code it is reported under.
struct ParseFault {
    int code = 102;
    std::string message, hint;
};

/// Reads `14 min`, `2.98 h`, `15 d`, `30 s`, `1 week`, `5 years`, `1 h 30 min`. A bare number is PE0105.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text, ParseFault* fault = nullptr);
/// Reads `£60,000`, `£1.20`, `60000 gbp`, `£2m`, `£60k`, `-£5`. A bare number is PE0105.
[[nodiscard]] std::optional<Money> parse_money(std::string_view text, ParseFault* fault = nullptr);
/// Reads `10.8 per week`, `9 per h`, `9/h`. A bare number is PE0105.
[[nodiscard]] std::optional<Rate> parse_rate(std::string_view text, ParseFault* fault = nullptr);
/// Reads `30 %`, `0.3`, `85%`. A bare number above 1 asks whether a percentage was meant (PE0106).
[[nodiscard]] std::optional<Probability> parse_probability(std::string_view text, ParseFault* fault = nullptr);
[[nodiscard]] std::optional<Probability> parse_probability(double number, ParseFault* fault = nullptr);

/// Writes the shortest text that reads back to the same quantity, bit for bit: `14 min`, `£1.2`, `10.8 per week`,
/// `0.3`.
[[nodiscard]] std::string exact_text(Duration);
[[nodiscard]] std::string exact_text(Money);
[[nodiscard]] std::string exact_text(Rate);
[[nodiscard]] std::string exact_text(Probability);

} // namespace pathecon::units
