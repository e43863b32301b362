// SPDX-License-Identifier: MIT
#include <pathecon/base/column.hpp>

#include <algorithm>
#include <ostream>
#include <string>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/number.hpp>
#include <pathecon/base/pause.hpp>

namespace pathecon::base {
namespace {

std::string cell(std::string const& text) { return csv_cell(text); }
std::string cell(double number) { return number_text(number); }
std::string cell(std::int32_t number) { return std::to_string(number); }
std::string cell(std::int64_t number) { return std::to_string(number); }

} // namespace

std::string csv_cell(std::string_view text)
{
    std::string plain{text};
    if (!plain.empty() && std::string_view{"=+-@\t\r\0", 7}.find(plain[0]) != std::string_view::npos)
        plain.insert(0, "'");
    if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
    std::string quoted{"\""};
    for (char const letter : plain) quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted += '"';
}

Table& Table::add_column(std::string name, Column column)
{
    std::size_t const length = std::visit([](auto const& values) { return values.size(); }, column);
    PATHECON_EXPECTS(!contains(name), "the name of a column is new: " + name);
    PATHECON_EXPECTS(names_.empty() || length == rows_, "columns have equal lengths: " + name);
    rows_ = length;
    names_.push_back(std::move(name));
    columns_.push_back(std::move(column));
    return *this;
}

bool Table::contains(std::string_view name) const noexcept
{
    return std::find(names_.begin(), names_.end(), name) != names_.end();
}

Column const& Table::any_column(std::string_view name) const
{
    auto const found = std::find(names_.begin(), names_.end(), name);
    PATHECON_EXPECTS(found != names_.end(), "the table has a column '" + std::string{name} + "'");
    return columns_[static_cast<std::size_t>(found - names_.begin())];
}

void Table::refuse_type(std::string_view name)
{
    violate_contract("expects", "type", "the column '" + std::string{name} + "' has the type asked for");
}

void Table::to_csv(std::ostream& out) const
{
    for (std::size_t i = 0; i < names_.size(); ++i) out << (i > 0 ? "," : "") << csv_cell(names_[i]);
    out << "\r\n";
    for (std::size_t row = 0; row < rows_; ++row) {
        pause();
        for (std::size_t i = 0; i < columns_.size(); ++i)
            out << (i > 0 ? "," : "") << std::visit([&](auto const& values) { return cell(values[row]); }, columns_[i]);
        out << "\r\n";
    }
}

} // namespace pathecon::base
