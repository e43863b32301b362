// SPDX-License-Identifier: MIT
#include <pathecon/io/trace.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <pathecon/base/number.hpp>
#include <pathecon/io/csv.hpp>
#include <pathecon/io/file.hpp>
#include <pathecon/pathway/condition.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/parse.hpp>
#include <pathecon/units/week.hpp>

#include "io/csv_faults.hpp"
#include "io/trace_rows.hpp"

namespace pathecon::io {
namespace {

using pathway::Attribute;
using units::Duration;

constexpr std::array<std::pair<std::string_view, Duration>, 3> numbers{
    {{"minutes", units::minute}, {"hours", units::hour}, {"days", units::day}}};
constexpr double most_days = 1e6; ///< Beyond every date that can be written.

std::string lower(std::string_view text)
{
    std::string made{text};
    for (char& letter : made)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return made;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// A column is the time, an attribute, or at fault.
struct TraceColumn {
    bool is_time = false;
    Duration unit{}; ///< Of plain numbers; zero where each cell says what it is.
    Attribute const* attribute = nullptr;
};

class TraceReading {
public:
    TraceReading(std::string const& file, pathway::Pathway const& pathway, std::string const& path,
                 base::Diagnostics& diagnostics)
        : file_{file}
        , pathway_{pathway}
        , faults_{file, diagnostics, path}
    {}

    /// `whole` is false when rows were left out because their form is at fault.
    std::vector<detail::TraceRow> read(std::vector<Cells> const& table, bool whole)
    {
        if (table.empty()) return {};
        read_header(table.front());
        for (std::size_t i = 1; i < table.size(); ++i) read_row(table[i]);
        if (table.size() == 1 && whole)
            faults_.error(706, table.front().front().line, 1, "there is no patient below the header",
                          "write one row for each, or leave the file out");
        faults_.finish();
        return std::move(rows_);
    }

private:
    void read_header(Cells const& header);
    TraceColumn column_of(Cell const& cell, std::string const& name);
    void read_row(Cells const& row);
    std::optional<Duration> time_of(Cell const& cell, TraceColumn const& column);
    std::optional<Duration> moment_of(Cell const& cell, std::string_view text);
    std::optional<units::Date> start_for(Cell const& cell, units::Date date);
    std::optional<std::string> known_of(Cell const& cell, Attribute const& attribute);
    void refuse_time(Cell const& cell, std::string message, std::string hint)
    {
        faults_.error(708, cell.line, cell.column, std::move(message), std::move(hint));
    }

    std::string const& file_;
    pathway::Pathway const& pathway_;
    detail::CsvFaults faults_;
    std::vector<TraceColumn> columns_{};
    std::vector<detail::TraceRow> rows_{};
    std::optional<Duration> before_{};
    std::string before_text_{};
    bool told_of_start_ = false;
};

void TraceReading::read_header(Cells const& header)
{
    std::vector<std::string> names;
    bool timed = false;
    for (auto const& cell : header) {
        std::string const name{base::trim(cell.text)};
        auto const refuse = [&](std::string message, std::string hint) {
            faults_.error(707, cell.line, cell.column, std::move(message), std::move(hint));
        };
        TraceColumn column;
        if (name.empty())
            refuse("this column has no name", "name it, or delete it");
        else if (std::find(names.begin(), names.end(), name) != names.end())
            refuse(fmt::format("a second column '{}'", name), "keep one of them");
        else {
            column = column_of(cell, name);
            if (column.is_time && std::exchange(timed, true)) {
                refuse(fmt::format("'{}' is a second column of times", name),
                       "keep one of 'at', 'minutes', 'hours', 'days'");
                column.is_time = false;
            }
        }
        names.push_back(name);
        columns_.push_back(column);
    }
    if (timed) return;
    bool const apart = header.size() == 1 && header.front().text.find_first_of(";\t") != std::string::npos;
    faults_.error(707, header.front().line, header.front().column, "no column says when the patients come",
                  apart ? "separate the columns by commas"
                        : "call it 'at', for dates and times or times since the start with their unit; or 'minutes', "
                          "'hours' or 'days', for plain numbers since the start");
}

TraceColumn TraceReading::column_of(Cell const& cell, std::string const& name)
{
    if (name == "at") return {.is_time = true};
    for (auto const& [word, unit] : numbers)
        if (name == word) return {.is_time = true, .unit = unit};
    if (auto const* const attribute = pathway::find(pathway_.attributes, name)) return {.attribute = attribute};
    std::vector<std::string> known{"at", "minutes", "hours", "days"};
    for (auto const& attribute : pathway_.attributes) known.push_back(attribute.name);
    auto hint = base::did_you_mean(name, known);
    if (pathway::find(pathway_.tests, name)) hint = "a test is found on the way: delete the column";
    faults_.error(707, cell.line, cell.column, fmt::format("'{}' is no attribute of the pathway", name),
                  hint.empty() ? "delete the column, or add the attribute" : hint);
    return {};
}

void TraceReading::read_row(Cells const& row)
{
    detail::TraceRow made;
    bool sound = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
        auto const& cell = row[i];
        base::Place const place{file_, cell.line, cell.column, {}};
        if (columns_[i].is_time) {
            auto const at = time_of(cell, columns_[i]);
            sound = sound && at;
            if (!at) continue;
            made.patient.at = *at;
            made.at = place;
            std::string const text{base::trim(cell.text)};
            if (before_ && *at < *before_) {
                refuse_time(cell, fmt::format("'{}' comes before the row above, '{}'", text, before_text_),
                            "sort the file by its times");
                sound = false;
            }
            before_ = at;
            before_text_ = text;
        } else if (columns_[i].attribute) {
            auto const known = known_of(cell, *columns_[i].attribute);
            sound = sound && known;
            if (!known || known->empty()) continue;
            if (made.patient.is.empty()) made.is = place;
            made.patient.is = pathway::both(made.patient.is, *known);
        }
    }
    if (!sound || !made.at.known()) return;
    // A row at fault may leave its neighbours out of order: that is not told again.
    auto const after = std::upper_bound(rows_.begin(), rows_.end(), made.patient.at,
                                        [](Duration at, auto const& other) { return at < other.patient.at; });
    rows_.insert(after, std::move(made));
}

std::optional<Duration> TraceReading::time_of(Cell const& cell, TraceColumn const& column)
{
    auto const text = base::trim(cell.text);
    auto const refuse = [&](std::string message, std::string hint) {
        refuse_time(cell, std::move(message), std::move(hint));
        return std::nullopt;
    };
    if (text.empty()) return refuse("this row has no time", "write when the patient came, or delete the row");
    std::optional<Duration> at;
    bool const is_dated = text.size() > 4 && text[4] == '-' && std::all_of(text.begin(), text.begin() + 4, is_digit);
    if (column.unit != Duration{}) {
        auto const number = base::parse_number(text);
        if (!number)
            return refuse(fmt::format("'{}' is no number", text),
                          "write a plain number; dates, and times with their unit, go into a column 'at'");
        if (!(*number * column.unit.days() < most_days))
            return refuse(fmt::format("'{}' is beyond all dates", text), "check the unit of the column");
        at = Duration::of(std::max(*number, -1.0), column.unit); // what is below 0 is refused below
    } else if (is_dated) {
        return moment_of(cell, text);
    } else {
        units::ParseFault fault;
        at = units::parse_duration(text, &fault);
        if (!at && base::parse_number(text))
            return refuse(fmt::format("'{}' is a number without a unit", text),
                          fmt::format("write '{} min', or call the column 'minutes', 'hours' or 'days'", text));
        if (!at)
            return refuse(fmt::format("'{}' is neither a date and time nor a time since the start", text),
                          "write it as '2026-01-05 07:12', or as '7.2 h'");
    }
    if (*at < Duration{})
        return refuse(fmt::format("'{}' is before the start", text), "delete the row, or start earlier");
    return at;
}

std::optional<Duration> TraceReading::moment_of(Cell const& cell, std::string_view text)
{
    auto const refuse = [&](std::string message, std::string hint) {
        refuse_time(cell, std::move(message), std::move(hint));
        return std::nullopt;
    };
    std::string why;
    auto const date = units::parse_date(text.substr(0, 10), &why);
    if (!date) return refuse(why, "write it as '2026-01-05 07:12'");
    auto clock_text = text.substr(10);
    if (clock_text.empty())
        return refuse(fmt::format("'{}' says no time of the day", text), fmt::format("write it as '{} 07:12'", text));
    bool const is_set_off = clock_text[0] == ' ' || clock_text[0] == 'T';
    if (is_set_off) clock_text.remove_prefix(1);
    auto const zone = clock_text.find_first_of("Zz+-");
    if (zone != std::string_view::npos)
        return refuse(fmt::format("'{}' names a time zone", text),
                      "write the time that the clock on the wall showed, without a zone");
    auto const clock = is_set_off ? units::parse_clock(clock_text, &why) : std::nullopt;
    if (!clock)
        return refuse(fmt::format("'{}' is no date and time", text),
                      "write it as '2026-01-05 07:12' or '2026-01-05T07:12:30'");
    auto const start = start_for(cell, *date);
    if (!start) return std::nullopt;
    auto const at = units::days(static_cast<double>(*date - *start)) + *clock;
    if (at < Duration{})
        return refuse(fmt::format("'{}' is before the start, {}", text, units::date_text(*start)),
                      fmt::format("delete the row, or write starts = '{}'",
                                  units::date_text(*date - static_cast<std::int32_t>(date->weekday()))));
    return at;
}

std::optional<units::Date> TraceReading::start_for(Cell const& cell, units::Date date)
{
    std::string why;
    auto const start = units::parse_date(pathway_.starts, &why);
    if (!start && !std::exchange(told_of_start_, true))
        refuse_time(cell,
                    pathway_.starts.empty() ? "dates count from the day on which the pathway starts, which is not given"
                                            : "dates count from the day on which the pathway starts: " + why,
                    fmt::format("write starts = '{}' in the pathway, a Monday",
                                units::date_text(date - static_cast<std::int32_t>(date.weekday()))));
    return start;
}

/// What a cell says of its patient in the words of a condition: empty where it says nothing.
std::optional<std::string> TraceReading::known_of(Cell const& cell, Attribute const& attribute)
{
    std::string const text{base::trim(cell.text)};
    if (text.empty()) return std::string{};
    auto const& levels = attribute.levels;
    if (!levels.empty()) {
        if (std::find(levels.begin(), levels.end(), text) != levels.end()) return attribute.name + " = " + text;
        auto const hint = base::did_you_mean(text, levels);
        faults_.error(709, cell.line, cell.column, fmt::format("'{}' has no level '{}'", attribute.name, text),
                      hint.empty() ? fmt::format("its levels are '{}'; leave the cell empty where it is not known",
                                                 fmt::join(levels, "', '"))
                                   : hint);
        return std::nullopt;
    }
    auto const word = lower(text);
    if (word == "yes" || word == "true" || word == "1") return attribute.name;
    if (word == "no" || word == "false" || word == "0") return "not " + attribute.name;
    faults_.error(709, cell.line, cell.column, fmt::format("'{}' is yes or no, found '{}'", attribute.name, text),
                  "write yes, no, true, false, 1 or 0, or leave the cell empty where it is not known");
    return std::nullopt;
}

} // namespace

namespace detail {

std::vector<TraceRow> read_trace(std::string_view text, std::string const& file, pathway::Pathway const& pathway,
                                 std::string const& path, base::Diagnostics& diagnostics)
{
    base::Diagnostics shape;
    auto const table = read_csv(text, file, shape);
    for (auto fault : shape.all()) {
        fault.path = path;
        diagnostics.add(std::move(fault));
    }
    return TraceReading{file, pathway, path, diagnostics}.read(table, shape.ok());
}

} // namespace detail

std::vector<pathway::TracePatient> parse_trace(std::string_view text, pathway::Pathway const& pathway,
                                               std::string const& name)
{
    base::Diagnostics diagnostics;
    auto rows = detail::read_trace(text, name, pathway, {}, diagnostics);
    if (!diagnostics.ok()) throw base::InvalidInput{diagnostics.sorted()};
    std::vector<pathway::TracePatient> patients;
    patients.reserve(rows.size());
    for (auto& row : rows) patients.push_back(std::move(row.patient));
    return patients;
}

std::vector<pathway::TracePatient> load_trace(std::filesystem::path const& path, pathway::Pathway const& pathway)
{
    return parse_trace(read_file(path), pathway, path.generic_string());
}

} // namespace pathecon::io
