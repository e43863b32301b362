// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A pause is a moment in long work at which whoever asked for the work may look up, and may end it by throwing.

namespace pathecon::base {

/// Is called at pauses; may throw.
using LookUp = void (*)();

/// Lets `look_up` be called at the pauses of this thread for as long as the object lives.
class LookingUp {
public:
    explicit LookingUp(LookUp look_up) noexcept;
    ~LookingUp();
    LookingUp(LookingUp const&) = delete;
    LookingUp& operator=(LookingUp const&) = delete;

private:
    LookUp before_;
};

/// Is put into work whose length grows with the runs, a few thousand times a second at most.
void pause();

} // namespace pathecon::base
