// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// An estimate as Python writes it: no digit beyond its error.

#include <string>

#include <pathecon/econ/estimate.hpp>

namespace pathecon::python {

/// Writes `14,800 (95 % -43,000 to 93,000)`.
[[nodiscard]] std::string text_of(econ::Estimate const& estimate);

} // namespace pathecon::python
