// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// What can be given in place of a time, a chance or a rota: their codecs read more than a table.

#include <pathecon/pathway/fields.hpp>

#include "noun.hpp"

namespace pathecon::python {

template <>
inline std::string Reading<pathway::TimeDistribution>::accepted() {
    return given() + " | " + accepted_type<random::Input<units::Duration>>();
}
template <>
inline std::string Reading<pathway::Chance>::accepted() {
    return given() + " | " + accepted_type<random::Input<units::Probability>>();
}
template <>
inline std::string Reading<pathway::Rota>::accepted() {
    return given() + " | int | collections.abc.Sequence[" + accepted_type<pathway::Shift>() + "] | " + accepted_type<pathway::Shift>();
}

} // namespace pathecon::python
