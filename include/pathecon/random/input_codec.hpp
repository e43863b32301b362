// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// The codec of inputs: a plain value, `{ value = "14 min", source = "..." }`, or `{ mean = 0.88, low = 0.84, high =
/// 0.91 }`.

#include <memory>
#include <optional>
#include <string>

#include <pathecon/random/input.hpp>

namespace pathecon::random::detail {

/// Says which family a prior has when the text does not: beta; gamma; lognormal if low > 0, otherwise normal.
enum class PriorDefault { beta, gamma, by_sign };

template <class T>
inline constexpr PriorDefault prior_default = PriorDefault::by_sign;
template <>
inline constexpr PriorDefault prior_default<units::Probability> = PriorDefault::beta;
template <>
inline constexpr PriorDefault prior_default<units::Duration> = PriorDefault::gamma;
template <>
inline constexpr PriorDefault prior_default<units::Money> = PriorDefault::gamma;
template <>
inline constexpr PriorDefault prior_default<units::Rate> = PriorDefault::gamma;

/// Says how one quantity is read and written as a number.
struct NumberCodec {
    PriorDefault family;
    /// Reads a member of a prior; a standard deviation or an interval end may lie outside the natural bounds.
    bool (*read)(base::Value const&, double&, base::DecodeContext&);
    base::Value (*write)(double);
};

template <class T>
inline constexpr NumberCodec number_codec{prior_default<T>,
                                          [](base::Value const& value, double& number, base::DecodeContext& context) {
                                              auto const before = context.diagnostics.errors();
                                              T read{};
                                              base::decode_into(value, read, context);
                                              number = base::Scalar<T>::number(read);
                                              return context.diagnostics.errors() == before;
                                          },
                                          [](double number) { return base::encode(base::Scalar<T>::make(number)); }};

// The prior of a whole number need not be whole.
template <>
inline constexpr NumberCodec number_codec<int> = number_codec<double>;

/// Holds what a table says of an input.
struct InputText {
    base::Value const* plain = nullptr; ///< What `value` says, if it is given.
    bool has_number = false;            ///< The prior gives the value.
    double number = 0;
    std::shared_ptr<Evidence const> evidence{};
};

[[nodiscard]] InputText read_input(base::Value const&, NumberCodec const&, base::DecodeContext&);
/// Gives the base value of a prior; nothing without one.
[[nodiscard]] std::optional<double> base_number(Evidence const&);
/// Writes the evidence with the prior, or with the value in its place.
[[nodiscard]] base::Value write_input(base::Value plain, bool as_prior, Evidence const&, NumberCodec const&);
/// Makes the evidence of `uncertain`; throws `base::InvalidInput` with PE0111 for a prior that cannot be.
[[nodiscard]] std::shared_ptr<Evidence const> interval_evidence(double mean, double low, double high, PriorDefault);

} // namespace pathecon::random::detail

namespace pathecon::base {

template <class T>
struct Codec<random::Input<T>> {
    static void decode(Value const& value, random::Input<T>& object, DecodeContext& context)
    {
        object = random::Input<T>{};
        if (!value.is_table()) return Codec<T>::decode(value, object.value, context);
        auto const text = random::detail::read_input(value, random::detail::number_codec<T>, context);
        if (text.plain) {
            auto const scope = context.at("value");
            decode_into(*text.plain, object.value, context);
        } else if (text.has_number)
            object.value = Scalar<T>::make(text.number);
        object.evidence = text.evidence;
    }
    static Value encode(random::Input<T> const& object)
    {
        Value plain = Codec<T>::encode(object.value);
        if (!object.evidence) return plain;
        auto const base = random::detail::base_number(*object.evidence);
        bool const as_prior = base && Codec<T>::encode(Scalar<T>::make(*base)) == plain; // not after a draw
        return random::detail::write_input(std::move(plain), as_prior, *object.evidence,
                                           random::detail::number_codec<T>);
    }
    static std::string expects() { return Codec<T>::expects(); }
};

/// Is that of its value.
template <class T>
struct Scalar<random::Input<T>> {
    static constexpr std::string_view unit = Scalar<T>::unit;
    static constexpr double low = Scalar<T>::low, high = Scalar<T>::high;
    static constexpr double number(random::Input<T> const& input) { return Scalar<T>::number(input.value); }
    static random::Input<T> make(double number) { return Scalar<T>::make(number); }
    static std::string text(random::Input<T> const& input) { return Scalar<T>::text(input.value); }
};

} // namespace pathecon::base

namespace pathecon::random {

/// Makes an uncertain quantity from a mean and its 95 % interval, in the family that suits its type.
template <class T>
    requires(!std::is_arithmetic_v<T>)
[[nodiscard]] Input<T> uncertain(T mean, T low, T high)
{
    using S = base::Scalar<T>;
    return {mean,
            detail::interval_evidence(S::number(mean), S::number(low), S::number(high), detail::prior_default<T>)};
}

/// Becomes an `Input` of a number or of a probability, whichever is asked for.
struct UncertainNumber {
    double mean, low, high;
    template <class T>
        requires std::constructible_from<T, double>
    operator Input<T>() const
    {
        return {T(mean), detail::interval_evidence(mean, low, high, detail::prior_default<T>)};
    }
};

/// Makes an uncertain number from a mean and its 95 % interval: `.auc = uncertain(0.88, 0.84, 0.91)`.
[[nodiscard]] inline UncertainNumber uncertain(double mean, double low, double high) { return {mean, low, high}; }

} // namespace pathecon::random
