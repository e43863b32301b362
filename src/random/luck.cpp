// SPDX-License-Identifier: MIT
#include <pathecon/random/luck.hpp>

namespace pathecon::random {

void Stream::fill(Luck const& luck, std::uint64_t quad, std::uint32_t visit) noexcept
{
    if (luck_ != luck) {
        kept_ = {};
        luck_ = luck;
    }
    kept_[quad & (kept_.size() - 1)] = {words(luck, purpose_, quad, visit), quad, visit};
}

} // namespace pathecon::random
