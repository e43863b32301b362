// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A table is a set of named columns of equal length; it is how results leave the library.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pathecon::base {

using Column =
    std::variant<std::vector<std::int32_t>, std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

class Table {
public:
    /// Adds a column; its name must be new and its length that of the others. Returns the table.
    Table& add_column(std::string name, Column column);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t columns() const noexcept { return names_.size(); }
    [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }
    [[nodiscard]] bool contains(std::string_view name) const noexcept;
    /// Gives a column of any type; throws `ContractViolation` when there is none of that name.
    [[nodiscard]] Column const& any_column(std::string_view name) const;
    /// Gives a column of a known type; throws `ContractViolation` when the name or the type is another.
    template <class T>
    [[nodiscard]] std::vector<T> const& column(std::string_view name) const
    {
        if (auto const* found = std::get_if<std::vector<T>>(&any_column(name))) return *found;
        refuse_type(name);
    }

    /// Writes RFC 4180 with CRLF line ends. A text that starts with = + - @ TAB CR or NUL gets a leading apostrophe, so
    /// that no spreadsheet runs it; numbers are written with the fewest digits that read back.
    void to_csv(std::ostream& out) const;

    friend bool operator==(Table const&, Table const&) = default;

private:
    [[noreturn]] static void refuse_type(std::string_view name);

    std::vector<std::string> names_;
    std::vector<Column> columns_;
    std::size_t rows_ = 0;
};

/// Writes a text as one CSV cell: neutralised, and quoted where RFC 4180 demands it.
[[nodiscard]] std::string csv_cell(std::string_view text);

} // namespace pathecon::base
