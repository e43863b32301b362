// SPDX-License-Identifier: MIT
// Carries the precompiled header that every test program reuses.
#include "catch.hpp"
