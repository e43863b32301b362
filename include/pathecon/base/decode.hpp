// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A decode context is what a codec needs besides the value: the path so far, and where faults and places go.

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/base/field.hpp>
#include <pathecon/base/value.hpp>

namespace pathecon::base {

struct DecodeContext {
    Diagnostics& diagnostics;
    Places& places;
    std::string path{};

    /// Restores the path when it goes.
    class Scope {
    public:
        Scope(DecodeContext& context, std::string_view key);
        ~Scope() { context_.path.resize(length_); }
        Scope(Scope const&) = delete;
        Scope& operator=(Scope const&) = delete;

    private:
        DecodeContext& context_;
        std::size_t length_;
    };

    /// Goes down to `key` for as long as the result lives: `auto const scope = context.at("takes");`
    [[nodiscard]] Scope at(std::string_view key) { return {*this, key}; }

    /// Reports a fault at the place of `value`, or at the nearest known place.
    void error(int code, Value const& value, std::string message, std::string hint = {});
    void error(int code, Place const& place, std::string message, std::string hint = {});
    /// Reports PE0102: `expected a duration, found the text 'x'`.
    void mismatch(Value const& value, std::string_view expected, std::string hint = {});
    /// Remembers that the object at the present path was written at the place of `value`.
    void record(Value const& value);
};

namespace detail {

/// Reads one table against the fields it may have: claims keys, reports the missing (PE0101) and, on `finish`, the
/// unknown (PE0104). A value that is no table is given to the shorthand field, or reported (PE0102).
class TableReading {
public:
    TableReading(Value const& value, std::string_view noun, std::span<FieldEntry const* const> entries,
                 DecodeContext& context);

    /// Claims the value of a field; a null pointer when it was not written.
    [[nodiscard]] Value const* claim(FieldEntry const& entry);
    void finish();

private:
    Value const& value_;
    std::span<FieldEntry const* const> entries_;
    DecodeContext& context_;
    bool usable_ = true;
};

bool decode_bool(Value const&, bool& out, DecodeContext&);
bool decode_real(Value const&, double& out, DecodeContext&);
bool decode_integer(Value const&, std::int64_t& out, std::int64_t lowest, std::int64_t highest, DecodeContext&);
bool decode_string(Value const&, std::string& out, DecodeContext&);
/// Finds a text among names; otherwise returns -1 and reports PE0107 with a suggestion.
int decode_name(Value const&, std::span<std::string_view const> names, DecodeContext&);
[[nodiscard]] std::string one_of(std::span<std::string_view const> names);
/// Finds the one key of a table that names an alternative of a variant; otherwise -1 (PE0102, PE0104, PE0108).
int decode_alternative(Value const&, std::span<std::string_view const> nouns, DecodeContext&);

/// Names the elements of a list in paths: by their key field, otherwise `#1`, `#2`; a repeated name gets `#2` behind
/// it.
class ElementNames {
public:
    [[nodiscard]] std::string next(std::string_view name);

private:
    std::set<std::string, std::less<>> used_;
    std::size_t count_ = 0;
};

/// Gives what an element calls itself, or nothing.
[[nodiscard]] std::string_view element_key(Value const& element, FieldEntry const* key) noexcept;

} // namespace detail

} // namespace pathecon::base
