// SPDX-License-Identifier: MIT
#include <pathecon/io/json.hpp>

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace pathecon::io {
namespace {

using base::Place;
using base::Value;

constexpr std::size_t deepest = 200;

/// Follows the text token by token, one token an event of the parser. The parser tells no positions of sound tokens,
/// but it has checked each before it reports it, so that skipping to the next takes no grammar.
class Cursor {
public:
    Cursor(std::string_view text, std::string file)
        : text_{text}
        , file_{std::move(file)}
    {}

    /// Skips white space and separators, returns the place of the token there, and goes behind it.
    Place next()
    {
        while (at_ < text_.size() && std::string_view{" \t\r\n,:"}.find(text_[at_]) != std::string_view::npos) step();
        Place place{file_, line_, column_, {}};
        if (at_ >= text_.size()) return place;
        char const first = text_[at_];
        step();
        if (first == '"')
            for (bool escaped = false; at_ < text_.size();) {
                char const letter = text_[at_];
                step();
                if (letter == '"' && !escaped) break;
                escaped = letter == '\\' && !escaped;
            }
        else if (std::string_view{"{}[]"}.find(first) == std::string_view::npos)
            while (at_ < text_.size() && std::string_view{" \t\r\n,:{}[]"}.find(text_[at_]) == std::string_view::npos)
                step();
        return place;
    }

    /// Gives the place of a byte, counted from the start.
    static Place place_of(std::string_view text, std::size_t byte, std::string const& file)
    {
        Cursor cursor{text, file};
        while (cursor.at_ < byte && cursor.at_ < text.size()) cursor.step();
        return {file, cursor.line_, cursor.column_, {}};
    }

private:
    void step()
    {
        char const letter = text_[at_++];
        if (letter == '\n')
            ++line_, column_ = 1;
        else if ((static_cast<unsigned char>(letter) & 0xC0u) != 0x80u)
            ++column_; // a character counts once
    }

    std::string_view text_;
    std::string file_;
    std::size_t at_ = 0;
    int line_ = 1, column_ = 1;
};

/// Builds the value from the parser's events.
class Builder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    Builder(std::string_view text, std::string file, base::Diagnostics& diagnostics)
        : text_{text}
        , file_{std::move(file)}
        , cursor_{text, file_}
        , diagnostics_{diagnostics}
    {}

    bool null() { return put(Value{}); }
    bool boolean(bool content) { return put(content); }
    bool number_integer(number_integer_t content) { return put(std::int64_t{content}); }
    bool number_unsigned(number_unsigned_t content)
    {
        if (content <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return put(static_cast<std::int64_t>(content));
        return put(static_cast<double>(content));
    }
    bool number_float(number_float_t content, string_t const&) { return put(content); }
    bool string(string_t& content) { return put(std::move(content)); }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Value::table()); }
    bool start_array(std::size_t) { return open(Value::list()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(string_t& name)
    {
        Place const place = cursor_.next();
        Open& top = open_.back();
        if (auto const* earlier = find(*top.value.entries(), name))
            fault(103, place, "duplicate key '" + name + "'",
                  "first given on line " + std::to_string(earlier->place.line));
        top.key = std::move(name);
        top.key_place = place;
        return true;
    }

    bool parse_error(std::size_t byte, std::string const&, nlohmann::json::exception const& error)
    {
        std::string message = error.what();
        if (auto const colon = message.find(": "); colon != std::string::npos) message = message.substr(colon + 2);
        fault(1, Cursor::place_of(text_, byte > 0 ? byte - 1 : 0, file_), std::move(message));
        return false;
    }

    [[nodiscard]] Value take() { return std::move(result_); }

private:
    struct Open {
        Value value;
        std::string key;
        Place key_place;
    };

    static Value::Entry const* find(Value::Entries const& entries, std::string const& name)
    {
        for (auto const& entry : entries)
            if (entry.key == name) return &entry;
        return nullptr;
    }

    void fault(int code, Place place, std::string message, std::string hint = {})
    {
        diagnostics_.add({base::Severity::error, code, std::move(place), {}, std::move(message), std::move(hint)});
    }

    bool put(Value value)
    {
        value.set_place(cursor_.next());
        return keep(std::move(value));
    }

    bool keep(Value value)
    {
        if (open_.empty())
            result_ = std::move(value);
        else if (Open& top = open_.back(); top.value.is_list())
            top.value.push(std::move(value));
        else
            top.value.entries()->push_back({std::move(top.key), std::move(value), std::move(top.key_place)});
        return true;
    }

    bool open(Value value)
    {
        Place const place = cursor_.next();
        if (open_.size() == deepest)
            return fault(1, place, "nested more than " + std::to_string(deepest) + " levels deep"), false;
        value.set_place(place);
        open_.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close()
    {
        cursor_.next();
        Value value = std::move(open_.back().value);
        open_.pop_back();
        return keep(std::move(value));
    }

    std::string_view text_;
    std::string file_;
    Cursor cursor_;
    base::Diagnostics& diagnostics_;
    std::vector<Open> open_;
    Value result_;
};

} // namespace

Value read_json(std::string_view text, std::string const& file, base::Diagnostics& diagnostics)
{
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    auto const before = diagnostics.errors();
    Builder builder{text, file, diagnostics};
    bool const sound = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return sound && diagnostics.errors() == before ? builder.take() : Value{};
}

std::string write_json(Value const& value, Layout layout)
{
    bool const pretty = layout == Layout::pretty;
    return base::to_json_text(value, base::KeyOrder::written, pretty ? 2 : 0) + (pretty ? "\n" : "");
}

} // namespace pathecon::io
