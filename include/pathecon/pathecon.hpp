// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The whole library in one include.

#include <pathecon/base/version.hpp>
