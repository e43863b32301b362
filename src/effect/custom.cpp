// SPDX-License-Identifier: MIT
#include <pathecon/effect/custom.hpp>

namespace pathecon::effect {

Custom::Custom()
    : Custom{[](pathway::Pathway const& pathway) { return pathway; }, "nothing"}
{}

Custom Custom::draw(std::uint64_t seed, std::int64_t draw, std::int64_t n_draws, std::string const& path) const
{
    Custom drawn = *this;
    if (auto model = model_->draw(seed, draw, n_draws, path)) drawn.model_ = std::move(model);
    return drawn;
}

} // namespace pathecon::effect
