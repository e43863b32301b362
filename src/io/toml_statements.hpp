// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A statement is one header or one key with its value in a TOML text. The parser stops at the first fault; taking out
/// the statement at fault lets it go on to the next.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pathecon::io::detail {

struct Statement {
    std::size_t begin = 0, end = 0; ///< Bytes [begin, end), without the last line break.
    int line = 1;
    bool is_header = false;
    bool is_open = false; ///< A bracket is left open where the next statement starts, or the text ends.
    std::string key;      ///< The key, or the header in its brackets.
    std::string header;   ///< The header above it; empty at the top.
};

/// Splits a text that need not be sound.
[[nodiscard]] std::vector<Statement> split_statements(std::string_view text);

/// Finds the statement to blame for a fault at a byte: the one there, or the one before if that was left open. A null
/// pointer when there is none.
[[nodiscard]] Statement const* blame(std::vector<Statement> const& statements, std::size_t byte);

/// Takes a statement out and keeps the lines; a header makes way for `[<replacement>]`.
void take_out(std::string& text, Statement const& statement, std::string_view replacement);

/// Finds the first byte that is no UTF-8 (RFC 3629); the size of the text if there is none.
[[nodiscard]] std::size_t first_garbled(std::string_view text);

/// Finds the first character outside strings and comments that is not ASCII, which TOML does not allow; empty if there
/// is none. The text is UTF-8.
[[nodiscard]] std::string_view first_foreign(std::string_view text);

/// Writes a question mark for every character that is not ASCII; columns stay what they were. The text is UTF-8.
[[nodiscard]] std::string in_ascii(std::string_view text);

/// Gives the line and the column, which counts characters, of a byte; both from 1.
[[nodiscard]] std::pair<int, int> position_of(std::string_view text, std::size_t byte);

/// Gives the byte of a line and a column that counts characters, both from 1.
[[nodiscard]] std::size_t byte_of(std::string_view text, int line, int column);

/// Guesses that a bare value at a byte of a statement wants quotes: `put it in quotes: "14 min"`; empty if not.
[[nodiscard]] std::string quoting_hint(std::string_view text, Statement const& statement, std::size_t byte);

} // namespace pathecon::io::detail
