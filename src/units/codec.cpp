// SPDX-License-Identifier: MIT
#include <pathecon/units/codec.hpp>

#include <optional>

#include <pathecon/base/number.hpp>

namespace pathecon::base::detail {
namespace {

template <class T>
struct Texts;

template <>
struct Texts<units::Duration> {
    static constexpr std::string_view expects = "a duration such as '14 min' or '2.5 h'";
    static constexpr auto parse = [](std::string_view text, units::ParseFault* fault) {
        return units::parse_duration(text, fault);
    };
};
template <>
struct Texts<units::Money> {
    static constexpr std::string_view expects = "an amount such as '£60,000' or '£1.20'";
    static constexpr auto parse = [](std::string_view text, units::ParseFault* fault) {
        return units::parse_money(text, fault);
    };
};
template <>
struct Texts<units::Rate> {
    static constexpr std::string_view expects = "a rate such as '9 per h' or '10.8 per week'";
    static constexpr auto parse = [](std::string_view text, units::ParseFault* fault) {
        return units::parse_rate(text, fault);
    };
};
template <>
struct Texts<units::Probability> {
    static constexpr std::string_view expects = "a probability such as 0.3 or '30 %'";
    static constexpr auto parse = [](std::string_view text, units::ParseFault* fault) {
        return units::parse_probability(text, fault);
    };
};
template <>
struct Texts<units::Weekdays> {
    static constexpr std::string_view expects = "days such as 'Mon-Fri', 'Tue Fri' or 'daily'";
    static constexpr auto parse = [](std::string_view text, units::ParseFault* fault) {
        return units::parse_days(text, &fault->message);
    };
};

} // namespace

template <class T>
void QuantityCodec<T>::decode(Value const& value, T& object, DecodeContext& context)
{
    units::ParseFault fault;
    std::optional<T> read;
    if (auto const* const text = value.string())
        read = Texts<T>::parse(*text, &fault);
    else if (value.is_number() && !std::is_same_v<T, units::Weekdays>)
        read = Texts<T>::parse(value.describe(), &fault);
    else
        return context.mismatch(value, expects());
    if (read)
        object = *read;
    else
        context.error(fault.code, value, std::move(fault.message), std::move(fault.hint));
}

template <class T>
Value QuantityCodec<T>::encode(T const& object)
{
    if constexpr (std::is_same_v<T, units::Probability>)
        return object.value();
    else if constexpr (std::is_same_v<T, units::Weekdays>)
        return units::days_text(object);
    else
        return units::exact_text(object);
}

template <class T>
std::string QuantityCodec<T>::expects()
{
    return std::string{Texts<T>::expects};
}

template struct QuantityCodec<units::Duration>;
template struct QuantityCodec<units::Money>;
template struct QuantityCodec<units::Rate>;
template struct QuantityCodec<units::Probability>;
template struct QuantityCodec<units::Weekdays>;

} // namespace pathecon::base::detail
