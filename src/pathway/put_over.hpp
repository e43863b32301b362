// SPDX-License-Identifier: MIT
/// \file
/// Putting one pathway over another gives the nouns of the one the places of those of their kind and name.
#pragma once

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway::detail {

/// Changes the lists alone. What has no namesake below comes behind; of two nouns with one name the second stands
/// behind, for `check` to find.
void put_over(Pathway& below, Pathway const& over);

} // namespace pathecon::pathway::detail
