// SPDX-License-Identifier: MIT
/// \file
/// A random pathway is drawn over the whole vocabulary from a seed, with many ties, from idle to overloaded.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>

#include <pathecon/pathway/check.hpp>

#include "reference_loop.hpp"

namespace reference {

/// Which words may be used.
enum class Words { queues, all };

struct RandomPathway {
    pathecon::pathway::Pathway pathway{};
    pathecon::random::Luck luck{};
    Horizon horizon{};
    int refused = 0; ///< Drafts before it that check() refused.
    std::shared_ptr<pathecon::pathway::Checked<pathecon::pathway::Pathway> const> checked{}; ///< Empty for a draft.
};

/// Returns the seed's pathway, which check() passes.
RandomPathway random_pathway(std::uint64_t seed, Words words);

/// Returns a draft, which check() may refuse.
RandomPathway draft_pathway(std::uint64_t seed, Words words);

/// Checks a draft; says whether it passes.
bool pass_check(RandomPathway& draft);

/// Says which words a pathway uses: "patience", "surge", "end_of_shift resume", ...
std::set<std::string> words_of(pathecon::pathway::Pathway const& pathway);

} // namespace reference
