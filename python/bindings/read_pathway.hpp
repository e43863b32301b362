// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// What can be given in place of a time, a chance or a rota: their codecs read more than a table.

#include <pathecon/pathway/fields.hpp>

#include "noun.hpp"

namespace pathecon::python {

template <>
inline std::string Reading<pathway::TimeDistribution>::accepted()
{
    return given() + " | " + accepted_type<random::Input<units::Duration>>();
}
template <>
inline std::string Reading<pathway::Chance>::accepted()
{
    return given() + " | " + accepted_type<random::Input<units::Probability>>();
}
template <>
inline std::string Reading<pathway::Rota>::accepted()
{
    return given() + " | int | collections.abc.Sequence[" + accepted_type<pathway::Shift>() + "] | " +
           accepted_type<pathway::Shift>();
}

/// Makes a noun of one value, such as '14 min', where its codec reads more than a table of its fields.
template <class T>
struct MakingOfOne {
    static T construct(NounBinding const& noun, py::args const& positional, py::kwargs const& named)
    {
        if (positional.size() == 1 && named.empty()) return decode_checked<T>(to_value(positional[0]), noun.noun);
        return decode_checked<T>(arguments(noun, positional, named), noun.noun);
    }
    static T replace(NounBinding const& noun, py::handle self, py::kwargs const& named)
    {
        return decode_checked<T>(changed(noun, self, named), noun.noun);
    }
};
template <>
struct Making<pathway::Chance> : MakingOfOne<pathway::Chance> {};

/// A rota is the list of its shifts, or a table when it has exceptions or holidays.
template <>
struct Making<pathway::Rota> : MakingOfOne<pathway::Rota> {
    static pathway::Rota construct(NounBinding const& noun, py::args const& positional, py::kwargs const& named)
    {
        return make(noun, arguments(noun, positional, named));
    }
    static pathway::Rota replace(NounBinding const& noun, py::handle self, py::kwargs const& named)
    {
        return make(noun, changed(noun, self, named));
    }
    static pathway::Rota make(NounBinding const& noun, base::Value const& all)
    {
        if (all.entries()->empty()) return {};
        return decode_checked<pathway::Rota>(
            all.find("shifts") && all.entries()->size() == 1 ? *all.find("shifts") : all, noun.noun);
    }
};

/// A time is one value, or its family with its parameters: `TimeDistribution(gamma={"mean": "14 min", "sd": "6 min"})`.
template <>
struct Making<pathway::TimeDistribution> {
    static pathway::TimeDistribution construct(NounBinding const& noun, py::args const& positional,
                                               py::kwargs const& named)
    {
        if (positional.size() > 1 || positional.size() + named.size() == 0)
            throw py::type_error{
                "TimeDistribution() takes one time such as '14 min', or a family: gamma={'mean': ..., 'sd': ...}"};
        return decode_checked<pathway::TimeDistribution>(
            to_value(positional.empty() ? py::object{named} : py::object{positional[0]}), noun.noun);
    }
    static pathway::TimeDistribution replace(NounBinding const& noun, py::handle self, py::kwargs const& named)
    {
        auto content = noun.encode(self, base::Omit::defaults);
        if (!content.is_table()) content = base::Value::table().set("constant", std::move(content));
        for (auto const& [key, object] : named) content.set(key.cast<std::string>(), to_value(object));
        return decode_checked<pathway::TimeDistribution>(content, noun.noun);
    }
};

} // namespace pathecon::python
