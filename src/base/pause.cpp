// SPDX-License-Identifier: MIT
#include <pathecon/base/pause.hpp>

#include <utility>

namespace pathecon::base {

namespace {
thread_local LookUp looking_up = nullptr;
}

LookingUp::LookingUp(LookUp look_up) noexcept : before_{std::exchange(looking_up, look_up)} {}
LookingUp::~LookingUp() { looking_up = before_; }

void pause()
{
    if (looking_up != nullptr) looking_up();
}

} // namespace pathecon::base
