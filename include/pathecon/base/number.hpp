// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A number as people write it: read strictly, never guessed, and written with the fewest digits that read back.

#include <optional>
#include <string>
#include <string_view>

namespace pathecon::base {

/// Reads a whole text as a decimal number. Commas and spaces are accepted only as separators of full groups of three
/// (`60,000`); `1,5` and `12,00O` are refused and `why` says what is odd about them, or nothing.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, std::string* why = nullptr);

/// Writes the fewest digits that read back to the same double: `14`, `0.1`, `1e-05`.
[[nodiscard]] std::string number_text(double number);

/// Removes spaces and tabs at both ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

} // namespace pathecon::base
