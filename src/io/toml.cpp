// SPDX-License-Identifier: MIT
#include <pathecon/io/toml.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

// toml++ (3.3 at least) asserts in debug builds, and assumes in others, that a header's name starts well, which a
// user's text need not: `[[[a]]]`. Without either, the parser's own check reports it.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include "io/folder.hpp"
#include "io/toml_statements.hpp"

namespace pathecon::io {
namespace {

using base::Diagnostics;
using base::Place;
using base::Value;
namespace fs = std::filesystem;

constexpr int most_faults = 50;

void fault(Diagnostics& diagnostics, int code, Place place, std::string message, std::string hint = {})
{
    diagnostics.add({base::Severity::error, code, std::move(place), {}, std::move(message), std::move(hint)});
}

Place place_of(toml::source_region const& region, std::string const& file)
{
    return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), {}};
}

Value convert(toml::node const& node, std::string const& file);

Value convert_table(toml::table const& table, std::string const& file)
{
    Value::Entries entries;
    for (auto const& [key, node] : table)
        entries.push_back({std::string{key.str()}, convert(node, file), place_of(key.source(), file)});
    // The parser sorts keys by name; people want them as they were written.
    std::stable_sort(entries.begin(), entries.end(), [](auto const& a, auto const& b) {
        return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column};
    });
    return Value{std::move(entries)};
}

template <class Moment>
std::string moment_text(Moment const& moment)
{
    std::ostringstream out;
    out << moment;
    return out.str();
}

Value convert(toml::node const& node, std::string const& file)
{
    Value value;
    if (auto const* table = node.as_table())
        value = convert_table(*table, file);
    else if (auto const* array = node.as_array()) {
        Value::List items;
        for (toml::node const& item : *array) items.push_back(convert(item, file));
        value = Value{std::move(items)};
    } else if (auto const* text = node.as_string())
        value = text->get();
    else if (auto const* integer = node.as_integer())
        value = std::int64_t{integer->get()};
    else if (auto const* real = node.as_floating_point())
        value = real->get();
    else if (auto const* boolean = node.as_boolean())
        value = boolean->get();
    else if (auto const* date = node.as_date())
        value = moment_text(date->get());
    else if (auto const* time = node.as_time())
        value = moment_text(time->get());
    else if (auto const* moment = node.as_date_time())
        value = moment_text(moment->get());
    value.set_place(place_of(node.source(), file));
    return value;
}

std::string readable(std::string_view description)
{
    constexpr std::string_view opening = "Error while parsing ";
    if (description.starts_with(opening)) description.remove_prefix(opening.size());
    std::string text{description};
    constexpr std::string_view line_break = "'\\n'";
    if (auto const at = text.find(line_break); at != std::string::npos)
        text.replace(at, line_break.size(), "the end of the line");
    return text;
}

/// Reports one fault of the parser against the statement to blame.
void report(toml::parse_error const& error, std::string const& text, std::vector<detail::Statement> const& statements,
            detail::Statement const* blamed, std::size_t byte, std::string const& file, Diagnostics& diagnostics)
{
    Place place = place_of(error.source(), file);
    std::string_view const description = error.description();
    if (description.find("cannot redefine") == std::string_view::npos || !blamed) {
        std::string hint = blamed ? detail::quoting_hint(text, *blamed, byte) : "";
        if (description.find("inline table") != std::string_view::npos && description.ends_with("'\\n'"))
            hint = "a table in braces stays on one line";
        return fault(diagnostics, 1, std::move(place), readable(description), std::move(hint));
    }
    std::string hint;
    for (detail::Statement const& earlier : statements) {
        if (earlier.begin >= blamed->begin) break;
        if (hint.empty() && earlier.key == blamed->key && (blamed->is_header || earlier.header == blamed->header))
            hint = "first given on line " + std::to_string(earlier.line);
    }
    // Inside braces the key at fault is not that of the statement: the parser's own words tell it.
    bool const own_key = !hint.empty();
    if (own_key) place.line = blamed->line;
    if (own_key) place.column = 1 + static_cast<int>(blamed->begin - detail::byte_of(text, blamed->line, 1));
    std::string what = readable(description);
    if (own_key)
        what = blamed->is_header ? "duplicate table " + blamed->key : "duplicate key '" + blamed->key + "'";
    else if (std::size_t const quote = what.find('\''); what.ends_with('\''))
        what = "duplicate key " + what.substr(quote);
    fault(diagnostics, 103, std::move(place), std::move(what), std::move(hint));
}

/// Says what to do about a character that word processors and price lists leave behind.
std::string foreign_hint(std::string_view character, std::string quoting)
{
    if (character == "\u201c" || character == "\u201d" || character == "\u2018" || character == "\u2019")
        return "use straight quotes: \"";
    if (character == "\u00a0" || character == "\u202f") return "a no-break space: use a plain one";
    return quoting;
}

/// Reports the first character outside strings that is not ASCII, and takes its statement out; false if there is none.
bool take_out_foreign(std::string& text, std::string const& name, std::string const& file, Diagnostics& diagnostics)
{
    std::string_view const found = detail::first_foreign(text);
    if (found.empty()) return false;
    auto const byte = static_cast<std::size_t>(found.data() - text.data());
    auto const statements = detail::split_statements(text);
    auto const* const blamed = detail::blame(statements, byte);
    if (!blamed) return false;
    auto const [line, column] = detail::position_of(text, byte);
    std::string const character{found};
    fault(diagnostics, 1, {file, line, column, {}}, "'" + character + "' stands outside quotes",
          foreign_hint(character, detail::quoting_hint(text, *blamed, byte)));
    detail::take_out(text, *blamed, name);
    return true;
}

/// Parses a text whose strings alone have characters that are not ASCII. Looking ahead in a faulty value, the parser
/// (3.3 at least) runs into undefined behaviour on some of them, the pound sign among them; so their places are tried
/// first.
toml::table parse_once(std::string const& text)
{
    if (std::string const plain = detail::in_ascii(text); plain != text) {
        try {
            static_cast<void>(toml::parse(plain));
        } catch (toml::parse_error const& error) {
            // Two keys may be alike but for such a character: the text itself tells.
            if (error.description().find("cannot redefine") == std::string_view::npos) throw;
        }
    }
    return toml::parse(text);
}

/// Parses a text; after a fault takes out the statement at fault and goes on, to find them all.
std::optional<toml::table> parse(std::string_view original, std::string const& file, Diagnostics& diagnostics)
{
    if (original.starts_with("\xef\xbb\xbf")) original.remove_prefix(3);
    std::string text{original};
    if (std::size_t const byte = detail::first_garbled(text); byte < text.size()) {
        auto const [line, column] = detail::position_of(text, byte);
        fault(diagnostics, 1, {file, line, column, {}}, "the text is not UTF-8 from here on", "save the file as UTF-8");
        return std::nullopt;
    }
    for (int faults = 0; faults < most_faults; ++faults) {
        std::string const replacement = "pathecon-fault-" + std::to_string(faults);
        if (take_out_foreign(text, replacement, file, diagnostics)) continue;
        try {
            toml::table table = parse_once(text);
            return faults == 0 ? std::optional{std::move(table)} : std::nullopt;
        } catch (toml::parse_error const& error) {
            auto const position = error.source().begin;
            std::size_t const byte =
                detail::byte_of(text, static_cast<int>(position.line), static_cast<int>(position.column));
            auto const statements = detail::split_statements(text);
            auto const* const blamed = detail::blame(statements, byte);
            report(error, text, statements, blamed, byte, file, diagnostics);
            if (!blamed) return std::nullopt;
            detail::take_out(text, *blamed, replacement);
        }
    }
    return std::nullopt;
}

/// Gives the name of each element; nothing when one has none.
std::optional<std::vector<std::string>> names_of(Value const& list)
{
    std::vector<std::string> names;
    for (Value const& item : *list.items()) {
        Value const* const name = item.find("name");
        if (!name || !name->string()) return std::nullopt;
        names.push_back(*name->string());
    }
    return names;
}

/// Lays `over`, which `node` says how it was written, over `below`.
void merge(Value& below, Value over, toml::node const& node);

void merge_tables(Value& below, Value over, toml::table const& node)
{
    for (Value::Entry& entry : *over.entries()) {
        auto const found = std::find_if(below.entries()->begin(), below.entries()->end(),
                                        [&](Value::Entry const& e) { return e.key == entry.key; });
        toml::node const* const written = node.get(entry.key);
        if (found == below.entries()->end())
            below.entries()->push_back(std::move(entry));
        else {
            found->place = entry.place;
            merge(found->value, std::move(entry.value), *written);
        }
    }
    below.set_place(over.place());
}

void merge(Value& below, Value over, toml::node const& node)
{
    if (auto const* table = node.as_table(); table && !table->is_inline() && below.is_table())
        return merge_tables(below, std::move(over), *table);
    auto const* const array = node.as_array();
    bool const headed =
        array && !array->empty() && array->is_array_of_tables() && !array->get(0)->as_table()->is_inline();
    auto const upper = headed ? names_of(over) : std::nullopt;
    auto const lower = upper && below.is_list() ? names_of(below) : std::nullopt;
    if (!lower) {
        below = std::move(over);
        return;
    }
    for (std::size_t i = 0; i < upper->size(); ++i) {
        Value& item = (*over.items())[i];
        auto const found = std::find(lower->begin(), lower->end(), (*upper)[i]);
        if (found == lower->end())
            below.push(std::move(item));
        else
            merge((*below.items())[static_cast<std::size_t>(found - lower->begin())], std::move(item), *array->get(i));
    }
}

/// Reads a file and what it extends.
class FileReading {
public:
    FileReading(fs::path root, Diagnostics& diagnostics)
        : diagnostics_{diagnostics}
        , root_{std::move(root)}
    {}

    Value read(fs::path const& file, Place const& asked_from)
    {
        std::string const shown = file.generic_string();
        fs::path const real = fs::weakly_canonical(fs::absolute(file));
        if (std::find(chain_.begin(), chain_.end(), real) != chain_.end())
            return refuse(122, asked_from, "'" + shown + "' extends itself");
        std::error_code status;
        auto const unreadable = [&](std::string const& why) {
            if (chain_.empty()) return refuse(705, asked_from, why, "check the name and the folder you are in");
            return refuse(121, asked_from, "cannot read '" + shown + "': " + why,
                          "check the name; it is looked for beside the file that names it");
        };
        if (!fs::exists(real, status)) return unreadable("there is no such file");
        if (fs::is_directory(real, status)) return unreadable("expected a file, found a folder");
        std::ifstream in{file, std::ios::binary};
        if (!in || !fs::is_regular_file(real, status)) return unreadable("it cannot be opened");
        std::string const text{std::istreambuf_iterator<char>{in}, {}};
        auto const table = parse(text, shown, diagnostics_);
        if (!table) return {};
        Value over = convert(*table, shown);
        over.set_place({shown, 1, 1, {}});
        Value const* const extends = over.find("extends");
        if (!extends) return over;
        Value const asked = *extends;
        std::erase_if(*over.entries(), [](Value::Entry const& entry) { return entry.key == "extends"; });
        chain_.push_back(real);
        Value below = read_below(file, asked);
        chain_.pop_back();
        if (below.is_table()) merge(below, std::move(over), *table);
        return below;
    }

private:
    Value read_below(fs::path const& file, Value const& asked)
    {
        auto const* const name = asked.string();
        if (!name || name->empty())
            return refuse(102, asked.place(), "expected the name of a file to extend, found " + asked.describe());
        fs::path const wanted{*name};
        fs::path const below = (file.parent_path() / wanted).lexically_normal();
        if (wanted.is_absolute() || wanted.has_root_name() ||
            !detail::is_within(fs::weakly_canonical(fs::absolute(below)), root_))
            return refuse(120, asked.place(), "'" + *name + "' lies outside the scenario's folder",
                          "put the file beside the scenario");
        return read(below, asked.place());
    }

    Value refuse(int code, Place const& place, std::string message, std::string hint = {})
    {
        fault(diagnostics_, code, place, std::move(message), std::move(hint));
        return {};
    }

    Diagnostics& diagnostics_;
    fs::path root_;
    std::vector<fs::path> chain_;
};

} // namespace

Value read_toml(std::string_view text, std::string const& file, Diagnostics& diagnostics)
{
    auto const table = parse(text, file, diagnostics);
    if (!table) return {};
    Value value = convert(*table, file);
    value.set_place({file, 1, 1, {}});
    return value;
}

Value read_toml_file(fs::path const& file, Diagnostics& diagnostics, fs::path const& folder)
{
    auto const before = diagnostics.errors();
    auto const root = folder.empty() ? fs::weakly_canonical(fs::absolute(file)).parent_path()
                                     : fs::weakly_canonical(fs::absolute(folder));
    Value value = FileReading{root, diagnostics}.read(file, {file.generic_string(), 0, 0, {}});
    return diagnostics.errors() == before ? value : Value{};
}

} // namespace pathecon::io
