// SPDX-License-Identifier: MIT
#include <pathecon/io/csv.hpp>

#include <sstream>

#include <pathecon/io/file.hpp>

namespace pathecon::io {

std::string write_csv(base::Table const& table)
{
    std::ostringstream out;
    table.to_csv(out);
    return std::move(out).str();
}

void write_csv(std::filesystem::path const& path, base::Table const& table) { write_file(path, write_csv(table)); }

} // namespace pathecon::io
