// SPDX-License-Identifier: MIT
#include <pathecon/base/contract.hpp>

#include <string>

namespace pathecon::base {

void violate_contract(std::string_view kind, std::string_view condition, std::string_view what,
                      std::source_location where)
{
    std::string text{where.function_name()};
    text.append(":").append(std::to_string(where.line())).append(" ").append(kind).append(" ");
    if (what.empty())
        text.append(condition);
    else
        text.append("that ").append(what).append(" (").append(condition).append(")");
    throw ContractViolation{text};
}

} // namespace pathecon::base
