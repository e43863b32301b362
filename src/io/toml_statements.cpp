// SPDX-License-Identifier: MIT
#include "io/toml_statements.hpp"

#include <algorithm>

#include <pathecon/base/number.hpp>

namespace pathecon::io::detail {
namespace {

bool is_key_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
}

std::size_t line_end(std::string_view text, std::size_t from) { return std::min(text.find('\n', from), text.size()); }

/// Says whether an unindented line starts a statement of its own, though a bracket above is open.
bool starts_statement(std::string_view text, std::size_t from)
{
    std::string_view line = text.substr(from, line_end(text, from) - from);
    std::size_t const name = line.find_first_not_of("[ ");
    if (line.starts_with('[') && name != std::string_view::npos && is_key_letter(line[name]))
        return base::trim(line.substr(0, line.find('#'))).ends_with(']') && line.find(',') == std::string_view::npos;
    std::size_t const stop =
        static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_key_letter) - line.begin());
    std::string_view const rest = base::trim(line.substr(stop));
    return stop > 0 && rest.starts_with('=');
}

/// Goes behind the string that starts at `at`.
std::size_t behind_string(std::string_view text, std::size_t at)
{
    char const quote = text[at];
    std::string const fence(3, quote);
    if (text.substr(at, 3) == fence) {
        for (std::size_t i = at + 3; i < text.size(); ++i) {
            if (quote == '"' && text[i] == '\\')
                ++i;
            else if (text.substr(i, 3) == fence) {
                i += 3; // the string may itself end with one or two quotes
                for (int more = 0; more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
                return i;
            }
        }
        return text.size();
    }
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\n') return i;
        if (quote == '"' && text[i] == '\\' && i + 1 < text.size() && text[i + 1] != '\n')
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return text.size();
}

/// Gives the length of the UTF-8 character at the start of a text; 0 when it is none (RFC 3629).
std::size_t character_length(std::string_view text)
{
    auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    unsigned const lead = byte(0), next = byte(1);
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0u) != 0x80u) return 0;
    bool const overlong = (lead == 0xE0 && next < 0xA0) || (lead == 0xF0 && next < 0x90);
    bool const no_character = (lead == 0xED && next > 0x9F) || (lead == 0xF4 && next > 0x8F);
    return overlong || no_character ? 0 : length;
}

/// Scans one statement from its first letter; returns where it ends.
std::size_t scan(std::string_view text, Statement& statement)
{
    if (statement.is_header) return line_end(text, statement.begin);
    int depth = 0;
    std::size_t at = statement.begin;
    while (at < text.size()) {
        char const letter = text[at];
        if (letter == '\n') {
            if (depth <= 0) return at;
            if (starts_statement(text, at + 1)) break;
            ++at;
        } else if (letter == '#')
            at = line_end(text, at);
        else if (letter == '"' || letter == '\'')
            at = behind_string(text, at);
        else {
            if (letter == '[' || letter == '{') ++depth;
            if (letter == ']' || letter == '}') --depth;
            ++at;
        }
    }
    statement.is_open = depth > 0;
    return at;
}

} // namespace

std::vector<Statement> split_statements(std::string_view text)
{
    std::vector<Statement> statements;
    std::string header;
    int line = 1;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n')
            ++line, ++at;
        else if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')
            ++at;
        else if (text[at] == '#')
            at = line_end(text, at);
        else {
            Statement made;
            made.begin = at;
            made.line = line;
            made.is_header = text[at] == '[';
            made.end = at = scan(text, made);
            std::string_view const written = text.substr(made.begin, made.end - made.begin);
            line += static_cast<int>(std::count(written.begin(), written.end(), '\n'));
            made.key = base::trim(written.substr(0, made.is_header ? written.find('#') : written.find('=')));
            if (made.is_header) header = made.key;
            made.header = header;
            statements.push_back(std::move(made));
        }
    }
    return statements;
}

Statement const* blame(std::vector<Statement> const& statements, std::size_t byte)
{
    Statement const* found = nullptr;
    for (Statement const& candidate : statements) {
        if (candidate.begin > byte) break;
        if (found && found->is_open && byte == candidate.begin) break;
        found = &candidate;
    }
    return found;
}

void take_out(std::string& text, Statement const& statement, std::string_view replacement)
{
    for (std::size_t i = statement.begin; i < statement.end; ++i)
        if (text[i] != '\n') text[i] = ' ';
    if (statement.is_header) text.insert(statement.begin, "[" + std::string{replacement} + "]");
}

std::string_view first_foreign(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (byte == '#')
            at = line_end(text, at);
        else if (byte == '"' || byte == '\'')
            at = behind_string(text, at);
        else if (byte < 0x80)
            ++at;
        else {
            return text.substr(at, character_length(text.substr(at)));
        }
    }
    return {};
}

std::size_t first_garbled(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        bool const plain = static_cast<unsigned char>(text[at]) < 0x80;
        std::size_t const length = plain ? 1 : character_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return text.size();
}

std::string in_ascii(std::string_view text)
{
    std::string plain;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            plain += c;
        else if (byte >= 0xC0)
            plain += '?'; // the first byte stands for the character
    }
    return plain;
}

std::pair<int, int> position_of(std::string_view text, std::size_t byte)
{
    std::string_view const before = text.substr(0, byte);
    std::size_t const line_start = before.rfind('\n') + 1; // 0 when there is none
    int const line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    auto const starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
    std::string_view const left = before.substr(line_start);
    return {line, 1 + static_cast<int>(std::count_if(left.begin(), left.end(), starts))};
}

std::size_t byte_of(std::string_view text, int line, int column)
{
    std::size_t at = 0;
    for (; line > 1 && at < text.size(); --line) at = std::min(line_end(text, at) + 1, text.size());
    auto const is_inside = [&](std::size_t i) {
        return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u;
    };
    for (; column > 1 && at < text.size() && text[at] != '\n'; --column)
        for (++at; is_inside(at);) ++at;
    return at;
}

std::string quoting_hint(std::string_view text, Statement const& statement, std::size_t byte)
{
    if (statement.is_header) return {};
    std::string_view const line = text.substr(statement.begin, line_end(text, statement.begin) - statement.begin);
    std::size_t const equals = line.find('=');
    if (equals == std::string_view::npos) return {};
    std::string_view value = base::trim(line.substr(equals + 1));
    if (value.starts_with('{') || value.starts_with('[')) {
        std::size_t const last = std::min(byte, statement.end > 0 ? statement.end - 1 : 0);
        std::size_t const from = text.find_last_of("=,[{\n", last);
        if (from == std::string_view::npos || from < statement.begin) return {};
        std::size_t const to = std::min(text.find_first_of(",]}\n", from + 1), statement.end);
        value = base::trim(text.substr(from + 1, to - from - 1));
    } else
        value = base::trim(value.substr(0, value.find('#')));
    bool const quoted = value.find_first_of("\"'{}[]=") != std::string_view::npos;
    bool const worded = value.find_first_not_of("0123456789.+-_eE") != std::string_view::npos;
    return value.empty() || quoted || !worded ? "" : "put it in quotes: \"" + std::string{value} + "\"";
}

} // namespace pathecon::io::detail
