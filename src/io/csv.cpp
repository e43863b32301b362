// SPDX-License-Identifier: MIT
#include <pathecon/io/csv.hpp>

#include <sstream>
#include <utility>

#include <fmt/format.h>

#include <pathecon/io/file.hpp>

#include "io/csv_faults.hpp"
#include "io/toml_statements.hpp"

namespace pathecon::io {
namespace {

/// Takes a CSV text apart, character by character.
class CsvReading {
public:
    CsvReading(std::string_view text, std::string const& file, base::Diagnostics& diagnostics)
        : text_{text}
        , faults_{file, diagnostics}
    {}

    std::vector<Cells> read()
    {
        if (text_.starts_with("\xef\xbb\xbf")) text_.remove_prefix(3);
        if (auto const byte = detail::first_garbled(text_); byte < text_.size()) {
            auto const [line, column] = detail::position_of(text_, byte);
            faults_.error(706, line, column, "the text is not UTF-8 from here on", "save the file as CSV UTF-8");
            return {};
        }
        while (at_ < text_.size()) read_row();
        if (rows_.empty()) faults_.error(706, 1, 1, "the file is empty", "the first line names the columns");
        faults_.finish();
        return std::move(rows_);
    }

private:
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\n'; }
    [[nodiscard]] bool at_end_of_cell() const { return here() == ',' || at_line_end(); }
    [[nodiscard]] bool at_line_end() const { return here() == '\n' || here() == '\r'; }

    /// Goes one byte on; only the first byte of a character moves the column.
    void step()
    {
        auto const byte = static_cast<unsigned char>(text_[at_++]);
        if (byte == '\n' || (byte == '\r' && here() != '\n'))
            ++line_, column_ = 1;
        else if ((byte & 0xC0u) != 0x80u)
            ++column_;
    }

    void end_line()
    {
        if (at_ < text_.size() && text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') step();
        if (at_ < text_.size()) step();
    }

    void read_row()
    {
        if (at_line_end()) return end_line();
        int const line = line_;
        Cells row;
        row.push_back(read_cell());
        while (here() == ',') {
            step();
            row.push_back(read_cell());
        }
        end_line();
        if (!rows_.empty() && row.size() != rows_.front().size())
            return faults_.error(
                706, line, 1, fmt::format("this row has {} cells, the header has {}", row.size(), rows_.front().size()),
                row.size() > rows_.front().size() ? "put a text with a comma in double quotes"
                                                  : "leave a cell empty, but keep its comma");
        rows_.push_back(std::move(row));
    }

    Cell read_cell()
    {
        Cell cell{.line = line_, .column = column_};
        if (here() == '"') return read_quoted(std::move(cell));
        bool odd = false;
        while (!at_end_of_cell()) {
            if (here() == '"' && !std::exchange(odd, true))
                faults_.error(706, line_, column_, "a quote inside a cell that does not begin with one",
                              "put the whole cell in double quotes, and write a quote in it twice");
            cell.text += text_[at_];
            step();
        }
        return cell;
    }

    Cell read_quoted(Cell cell)
    {
        step();
        while (at_ < text_.size()) {
            char const letter = text_[at_];
            step();
            if (letter == '"' && (at_ >= text_.size() || text_[at_] != '"')) {
                if (!at_end_of_cell())
                    faults_.error(706, line_, column_, "text behind the closing quote of a cell",
                                  "put the whole cell in double quotes, and write a quote in it twice");
                while (!at_end_of_cell()) step();
                return cell;
            }
            if (letter == '"') step();
            cell.text += letter;
        }
        faults_.error(706, cell.line, cell.column, "this quote is never closed", "close it, or take it out");
        return cell;
    }

    std::string_view text_;
    detail::CsvFaults faults_;
    std::vector<Cells> rows_{};
    std::size_t at_ = 0;
    int line_ = 1, column_ = 1;
};

} // namespace

std::vector<Cells> read_csv(std::string_view text, std::string const& file, base::Diagnostics& diagnostics)
{
    return CsvReading{text, file, diagnostics}.read();
}

std::string write_csv(base::Table const& table)
{
    std::ostringstream out;
    table.to_csv(out);
    return std::move(out).str();
}

void write_csv(std::filesystem::path const& path, base::Table const& table) { write_file(path, write_csv(table)); }

} // namespace pathecon::io
