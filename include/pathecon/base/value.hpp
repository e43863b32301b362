// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A value is what a text says before it means anything: null, bool, integer, double, string, list or table,
/// each with the place where it was written.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <pathecon/base/places.hpp>

namespace pathecon::base {

class Value {
public:
    enum class Kind { null, boolean, integer, real, string, list, table };
    struct Entry;
    using List = std::vector<Value>;
    using Entries = std::vector<Entry>; ///< In the order written.

    // Defined out of line: a list and a table hold values, which are complete only below.
    Value() noexcept;
    Value(std::nullptr_t) noexcept;
    Value(bool content);
    Value(int content);
    Value(std::int64_t content);
    Value(double content);
    Value(char const* content);
    Value(std::string_view content);
    Value(std::string content);
    Value(List content);
    Value(Entries content);
    Value(Value const&);
    Value(Value&&) noexcept;
    Value& operator=(Value const&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    [[nodiscard]] static Value list(std::initializer_list<Value> items = {});
    [[nodiscard]] static Value table();
    [[nodiscard]] static Value table(std::initializer_list<Entry> entries);

    [[nodiscard]] Kind kind() const noexcept { return static_cast<Kind>(content_.index()); }
    [[nodiscard]] bool is_null() const noexcept { return kind() == Kind::null; }
    [[nodiscard]] bool is_list() const noexcept { return kind() == Kind::list; }
    [[nodiscard]] bool is_table() const noexcept { return kind() == Kind::table; }
    [[nodiscard]] bool is_string() const noexcept { return kind() == Kind::string; }
    [[nodiscard]] bool is_number() const noexcept { return kind() == Kind::integer || kind() == Kind::real; }

    /// Gives the content when the kind fits, otherwise a null pointer.
    [[nodiscard]] bool const* boolean() const noexcept { return std::get_if<bool>(&content_); }
    [[nodiscard]] std::int64_t const* integer() const noexcept { return std::get_if<std::int64_t>(&content_); }
    [[nodiscard]] double const* real() const noexcept { return std::get_if<double>(&content_); }
    [[nodiscard]] std::string const* string() const noexcept { return std::get_if<std::string>(&content_); }
    [[nodiscard]] List const* items() const noexcept { return std::get_if<List>(&content_); }
    [[nodiscard]] Entries const* entries() const noexcept { return std::get_if<Entries>(&content_); }
    [[nodiscard]] List* items() noexcept { return std::get_if<List>(&content_); }
    [[nodiscard]] Entries* entries() noexcept { return std::get_if<Entries>(&content_); }

    /// Finds a key of a table; a null pointer when absent or not a table.
    [[nodiscard]] Value const* find(std::string_view key) const noexcept;
    [[nodiscard]] Value* find(std::string_view key) noexcept;
    /// Sets a key of a table (a null value becomes a table), replacing what it held; returns this value.
    Value& set(std::string key, Value value);
    /// Appends to a list (a null value becomes a list); returns this value.
    Value& push(Value value);

    [[nodiscard]] Place const& place() const noexcept { return place_; }
    void set_place(Place place) { place_ = std::move(place); }

    /// Describes the value for a message: `the text 'x'`, `14`, `a table`.
    [[nodiscard]] std::string describe() const;

    /// Compares contents in the order written, not places; 3 and 3.0 differ.
    friend bool operator==(Value const& a, Value const& b);

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Entries> content_;
    Place place_;
};

/// Holds one key of a table, its value, and where the key was written.
struct Value::Entry {
    std::string key;
    Value value;
    Place place{};
    friend bool operator==(Entry const& a, Entry const& b) { return a.key == b.key && a.value == b.value; }
};

enum class KeyOrder { written, sorted };

/// Writes JSON with shortest round-trip numbers; a double keeps a point or an exponent. The canonical form is on one
/// line with its keys sorted by byte; `indent` > 0 breaks lines. Doubles that are not finite become the texts "NaN",
/// "Infinity" and "-Infinity".
[[nodiscard]] std::string to_json_text(Value const& value, KeyOrder order = KeyOrder::sorted, int indent = 0);

/// Hashes the canonical text; equal on every platform.
[[nodiscard]] std::uint64_t hash64(Value const& value);

} // namespace pathecon::base
