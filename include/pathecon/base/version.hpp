// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The version of the library a program runs with, which every result carries.

#include <string_view>

namespace pathecon::base {

/// Returns the version of the linked library as "major.minor.patch".
[[nodiscard]] auto version() noexcept -> std::string_view;

} // namespace pathecon::base
