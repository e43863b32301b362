// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// An input is a number of the model together with the evidence for it; a model may be drawn again and again from it.

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <pathecon/base/column.hpp>
#include <pathecon/base/walk.hpp>
#include <pathecon/units/codec.hpp>

namespace pathecon::random {

struct Evidence;
enum class Family : std::uint8_t;
enum class Status;

namespace detail {
[[nodiscard]] bool same_evidence(Evidence const*, Evidence const*);
[[nodiscard]] bool has_prior(Evidence const*);
[[nodiscard]] std::shared_ptr<Evidence const> with_source(Evidence const*, std::string source, Status, int price_year,
                                                          std::string note);
} // namespace detail

/// Behaves as its value; the evidence travels with it. T is double, int, Probability, Duration, Money or Rate.
template <class T>
struct Input {
    T value{};
    std::shared_ptr<Evidence const> evidence{};

    constexpr Input() = default;
    constexpr Input(T plain)
        : value{plain}
    {}
    /// Takes what T takes: `Input<Probability>{0.3}`; a number with decimals is no whole number.
    template <class U>
        requires(!std::same_as<U, T> && std::convertible_to<U, T>)
    constexpr Input(U plain)
        : value(static_cast<T>(plain))
    {}
    template <std::floating_point U>
        requires std::integral<T>
    Input(U) = delete;
    Input(T plain, std::shared_ptr<Evidence const> known)
        : value{plain}
        , evidence{std::move(known)}
    {}

    constexpr operator T const&() const noexcept { return value; }
    constexpr T const& operator*() const noexcept { return value; }
    constexpr T const* operator->() const noexcept { return &value; }

    /// Says whether a probabilistic analysis draws it.
    [[nodiscard]] bool uncertain() const { return detail::has_prior(evidence.get()); }
    /// Returns a copy that says where the number comes from; a prior is kept.
    [[nodiscard]] Input sourced(std::string source, Status status, int price_year = 0, std::string note = {}) const
    {
        return {value, detail::with_source(evidence.get(), std::move(source), status, price_year, std::move(note))};
    }

    friend bool operator==(Input const& a, Input const& b)
    {
        return a.value == b.value && detail::same_evidence(a.evidence.get(), b.evidence.get());
    }
};

/// Describes one input for a list of assumptions.
struct InputRow {
    std::string path, value, unit, prior, source, status;
    int price_year = 0;
    friend bool operator==(InputRow const&, InputRow const&) = default;
};

namespace detail {

template <class T>
inline constexpr bool is_input = false;
template <class T>
inline constexpr bool is_input<Input<T>> = true;

/// Gives the number of a prior in one draw, or its base value for draw -1; none is needed of an input without a prior.
[[nodiscard]] double draw_number(Evidence const&, std::string const& path, std::uint64_t seed, std::int64_t draw,
                                 std::int64_t n_draws);
[[nodiscard]] InputRow describe(Evidence const*, std::string path, std::string value, std::string_view unit);

} // namespace detail

/// Gives every uncertain input its value in draw `draw` of `n_draws`, or its base value when `draw` is -1. An input's
/// path names its luck, so that it gets the same value in every arm, whatever else the model holds.
template <class T>
void draw_inputs(T& object, std::string const& path, std::uint64_t seed, std::int64_t draw, std::int64_t n_draws)
{
    base::walk(object, path, [&](std::string const& where, auto& leaf) {
        if constexpr (detail::is_input<std::remove_cvref_t<decltype(leaf)>>)
            if (leaf.uncertain())
                leaf.value = base::Scalar<decltype(leaf.value)>::make(
                    detail::draw_number(*leaf.evidence, where, seed, draw, n_draws));
    });
}

/// Lists every input of an object with its source.
template <class T>
[[nodiscard]] std::vector<InputRow> list_inputs(T const& object, std::string const& path = "")
{
    std::vector<InputRow> rows;
    base::walk(object, path, [&](std::string const& where, auto const& leaf) {
        if constexpr (detail::is_input<std::remove_cvref_t<decltype(leaf)>>) {
            using S = base::Scalar<std::remove_cvref_t<decltype(leaf.value)>>;
            rows.push_back(detail::describe(leaf.evidence.get(), where, S::text(leaf.value), S::unit));
        }
    });
    return rows;
}

/// Lays rows out in columns: path, value, unit, prior, source, status, price_year.
[[nodiscard]] base::Table to_table(std::vector<InputRow> const& rows);

} // namespace pathecon::random

#include <pathecon/random/input_codec.hpp> // IWYU pragma: export
