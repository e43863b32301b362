// SPDX-License-Identifier: MIT
#include <pathecon/base/version.hpp>

namespace pathecon::base {

auto version() noexcept -> std::string_view { return PATHECON_VERSION; }

} // namespace pathecon::base
