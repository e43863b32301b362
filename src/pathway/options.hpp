// SPDX-License-Identifier: MIT
/// \file
/// What a use may take, and where patients can wait.
#pragma once

#include <string>
#include <vector>

#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway::detail {

/// One resource that a use may take, and the factor on the time when it is taken.
struct Option {
    Resource const* resource;
    double by;
};

/// Returns the options of a use in order of preference; those that do not exist are left out.
std::vector<Option> options_of(Use const& use, Pathway const& pathway);

/// Says whether a resource makes anybody wait: it has a rota.
inline bool is_pool(Resource const& resource) { return !resource.rota.shifts.empty(); }

/// Lists what is taken at once when a step begins: its uses, then those of the stays that begin there.
std::vector<Use const*> taken_with(Activity const& activity, Pathway const& pathway);

/// Says whether a pool is among what is taken when a step begins.
bool takes_pools(Activity const& activity, Pathway const& pathway);

/// Says whether patients may have to wait for an activity: for a pool, a slot or a meeting.
bool can_queue(Activity const& activity, Pathway const& pathway);

/// Names a use in words: "'doctor'", "'doctor' or 'nurse'", "the skill 'endoscopy'".
std::string text_of(Use const& use);

} // namespace pathecon::pathway::detail
