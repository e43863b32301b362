// SPDX-License-Identifier: MIT
#include <pathecon/base/value.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <pathecon/base/contract.hpp>
#include <pathecon/base/hash.hpp>
#include <pathecon/base/number.hpp>

namespace pathecon::base {

Value::Value() noexcept = default;
Value::Value(std::nullptr_t) noexcept {}
Value::Value(bool content)
    : content_{content}
{}
Value::Value(int content)
    : content_{std::int64_t{content}}
{}
Value::Value(std::int64_t content)
    : content_{content}
{}
Value::Value(double content)
    : content_{content}
{}
Value::Value(char const* content)
    : content_{std::string{content}}
{}
Value::Value(std::string_view content)
    : content_{std::string{content}}
{}
Value::Value(std::string content)
    : content_{std::move(content)}
{}
Value::Value(List content)
    : content_{std::move(content)}
{}
Value::Value(Entries content)
    : content_{std::move(content)}
{}
Value::Value(Value const&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(Value const&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

bool operator==(Value const& a, Value const& b) { return a.content_ == b.content_; }

Value Value::list(std::initializer_list<Value> items) { return List{items}; }
Value Value::table() { return Entries{}; }
Value Value::table(std::initializer_list<Entry> entries) { return Entries{entries}; }

Value const* Value::find(std::string_view key) const noexcept
{
    if (auto const* all = entries())
        for (Entry const& entry : *all)
            if (entry.key == key) return &entry.value;
    return nullptr;
}

Value* Value::find(std::string_view key) noexcept { return const_cast<Value*>(std::as_const(*this).find(key)); }

Value& Value::set(std::string key, Value value)
{
    if (is_null()) content_ = Entries{};
    PATHECON_EXPECTS(is_table(), "only a table has keys");
    if (Value* const found = find(key))
        *found = std::move(value);
    else
        entries()->push_back({std::move(key), std::move(value), {}});
    return *this;
}

Value& Value::push(Value value)
{
    if (is_null()) content_ = List{};
    PATHECON_EXPECTS(is_list(), "only a list has items");
    items()->push_back(std::move(value));
    return *this;
}

std::string Value::describe() const
{
    switch (kind()) {
    case Kind::null:
        return "nothing";
    case Kind::boolean:
        return *boolean() ? "true" : "false";
    case Kind::integer:
        return std::to_string(*integer());
    case Kind::real:
        return number_text(*real());
    case Kind::string:
        return "the text '" + *string() + "'";
    case Kind::list:
        return items()->empty() ? "an empty list" : "a list of " + std::to_string(items()->size());
    case Kind::table:
        return entries()->empty() ? "an empty table" : "a table";
    }
    return {};
}

namespace {

void write_string(std::string& out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (char const letter : text) {
        auto const byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\')
            out.append(1, '\\').append(1, letter);
        else if (letter == '\n')
            out += "\\n";
        else if (letter == '\r')
            out += "\\r";
        else if (letter == '\t')
            out += "\\t";
        else if (byte < 0x20)
            out.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        else
            out += letter;
    }
    out += '"';
}

void write_real(std::string& out, double number)
{
    if (std::isnan(number))
        out += "\"NaN\"";
    else if (std::isinf(number))
        out += number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    else {
        std::string const text = number_text(number);
        out += text;
        if (text.find_first_of(".e") == std::string::npos) out += ".0";
    }
}

struct Writer {
    std::string out;
    KeyOrder order;
    int indent;

    void line(int depth)
    {
        if (indent > 0) out.append(1, '\n').append(static_cast<std::size_t>(indent * depth), ' ');
    }

    template <class Items, class Write>
    void group(char open, char close, Items const& items, int depth, Write write)
    {
        out += open;
        bool first = true;
        for (auto const& item : items) {
            if (!std::exchange(first, false)) out += ',';
            line(depth + 1);
            write(item);
        }
        if (!first) line(depth);
        out += close;
    }

    void write(Value const& value, int depth)
    {
        switch (value.kind()) {
        case Value::Kind::null:
            out += "null";
            break;
        case Value::Kind::boolean:
            out += *value.boolean() ? "true" : "false";
            break;
        case Value::Kind::integer:
            out += std::to_string(*value.integer());
            break;
        case Value::Kind::real:
            write_real(out, *value.real());
            break;
        case Value::Kind::string:
            write_string(out, *value.string());
            break;
        case Value::Kind::list:
            group('[', ']', *value.items(), depth, [&](Value const& item) { write(item, depth + 1); });
            break;
        case Value::Kind::table: {
            std::vector<Value::Entry const*> entries;
            for (auto const& entry : *value.entries()) entries.push_back(&entry);
            if (order == KeyOrder::sorted)
                std::sort(entries.begin(), entries.end(), [](auto const* a, auto const* b) { return a->key < b->key; });
            group('{', '}', entries, depth, [&](Value::Entry const* entry) {
                write_string(out, entry->key);
                out += indent > 0 ? ": " : ":";
                write(entry->value, depth + 1);
            });
            break;
        }
        }
    }
};

} // namespace

std::string to_json_text(Value const& value, KeyOrder order, int indent)
{
    Writer writer{{}, order, indent};
    writer.write(value, 0);
    return std::move(writer.out);
}

std::uint64_t hash64(Value const& value) { return hash_text(to_json_text(value)); }

} // namespace pathecon::base
