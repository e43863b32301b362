// SPDX-License-Identifier: MIT
/// \file
/// A random pathway is drawn over the whole vocabulary from a seed, with many ties, from idle to overloaded.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "reference_loop.hpp"

namespace reference {

/// Which words may be used.
enum class Words { queues, all };

struct RandomPathway {
    pathecon::pathway::Pathway pathway{};
    pathecon::random::Luck luck{};
    Horizon horizon{};
    int refused = 0; ///< Drafts before it that check() refused.
};

/// Returns the seed's pathway, which check() passes.
RandomPathway random_pathway(std::uint64_t seed, Words words);

/// Returns a draft, which check() may refuse; `why` says why it did, when it is given.
RandomPathway draft_pathway(std::uint64_t seed, Words words);

/// Says which words a pathway uses: "patience", "surge", "end_of_shift resume", ...
std::set<std::string> words_of(pathecon::pathway::Pathway const& pathway);

} // namespace reference
