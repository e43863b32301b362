// SPDX-License-Identifier: MIT
/// \file
/// CSV is how tables come and go: RFC 4180, UTF-8. What is written, a spreadsheet cannot take for formulas; what is
/// read knows its line and column.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/base/diagnostic.hpp>

namespace pathecon::io {

/// One cell without its quotes, and where it begins; columns count characters from 1.
struct Cell {
    std::string text{};
    int line = 0, column = 0;
    bool operator==(Cell const&) const = default;
};

using Cells = std::vector<Cell>;

/// Reads CSV text: the header, then every row that has as many cells. A byte order mark and any line ends are welcome,
/// lines with nothing on them are passed over. What is no table is told at its place, all of it at once (PE0706).
[[nodiscard]] std::vector<Cells> read_csv(std::string_view text, std::string const& file,
                                          base::Diagnostics& diagnostics);

/// Writes a table as CSV text, header first.
std::string write_csv(base::Table const& table);

/// Writes a table to a file, whole or not at all.
void write_csv(std::filesystem::path const& path, base::Table const& table);

} // namespace pathecon::io
