// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A contract is what a function demands of its caller, checked at two strengths.
///
/// `PATHECON_EXPECTS` guards the doors of the library and is always on. `PATHECON_INVARIANT` guards the inside and
/// costs nothing when `NDEBUG` is defined. Neither is for faults in a user's input: those are `Diagnostics`.

#include <source_location>
#include <stdexcept>
#include <string_view>

namespace pathecon::base {

/// Tells that the calling program, not its data, is wrong.
class ContractViolation : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Throws a `ContractViolation` that names the demand, the function and the line.
[[noreturn]] void violate_contract(std::string_view kind, std::string_view condition, std::string_view what,
                                   std::source_location where = std::source_location::current());

} // namespace pathecon::base

#define PATHECON_EXPECTS(condition, what)                                                                              \
    ((condition) ? static_cast<void>(0) : ::pathecon::base::violate_contract("expects", #condition, what))

#ifdef NDEBUG
#define PATHECON_INVARIANT(condition) static_cast<void>(0)
#else
#define PATHECON_INVARIANT(condition)                                                                                  \
    ((condition) ? static_cast<void>(0) : ::pathecon::base::violate_contract("invariant", #condition, {}))
#endif
