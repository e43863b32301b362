// SPDX-License-Identifier: MIT
/// \file
/// CSV is how tables leave the library: RFC 4180, UTF-8, cells that a spreadsheet cannot take for formulas.
#pragma once

#include <filesystem>
#include <string>

#include <pathecon/base/column.hpp>

namespace pathecon::io {

/// Writes a table as CSV text, header first.
std::string write_csv(base::Table const& table);

/// Writes a table to a file, whole or not at all.
void write_csv(std::filesystem::path const& path, base::Table const& table);

} // namespace pathecon::io
