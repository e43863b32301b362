// SPDX-License-Identifier: MIT
/// \file
/// A file is read whole and written whole: a reader sees the old text or the new one, never half of it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pathecon::io {

/// Reads a whole file; throws base::InvalidInput naming the file when it cannot be read.
std::string read_file(std::filesystem::path const& path);

/// Writes a file beside its place and then renames it over; makes missing folders. Throws
/// std::filesystem::filesystem_error.
void write_file(std::filesystem::path const& path, std::string_view text);

} // namespace pathecon::io
