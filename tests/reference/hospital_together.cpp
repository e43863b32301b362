// SPDX-License-Identifier: MIT
/// \file
/// Who is served together, and when.
#include <algorithm>

#include "hospital.hpp"

namespace reference {

/// Whether those who wait at a step, and one who would join them, can be served together now.
bool Hospital::is_due(std::string const& step, Token const* joining) const
{
    auto const& bulk = *activity(step)->bulk;
    auto const waiting = length(step) + (joining ? 1 : 0);
    if (waiting >= bulk.least) return true;
    if (!bulk.wait || waiting == 0) return false;
    Ticks since = joining ? joining->since : now_;
    if (auto const lines = lines_.find(step); lines != lines_.end())
        for (auto const& [level, line] : lines->second)
            for (auto const& who : line) since = std::min(since, who->since);
    return now_ - since >= bulk.wait->ticks();
}

/// Who is served first of those who wait at a step.
Who Hospital::first_of(std::string const& step) const
{
    Who first;
    for (auto const& [level, line] : lines_.at(step))
        if (!line.empty() && (!first || before(*line.front(), *first))) first = line.front();
    return first;
}

/// Serves as many as may be together: the first takes what is needed, and their time is that of all.
void Hospital::start_together(std::string const& step)
{
    auto const& work = *activity(step);
    auto const leader = first_of(step);
    start_waiting(leader, *plan(*leader));
    for (int more = work.bulk->most - 1; more > 0 && length(step) > 0; --more) {
        auto const who = first_of(step);
        take_from_line(who);
        who->work = 0; // that of the leader counts for all
        note_start(who, now_);
        if (auto const found = leader->patient->done_by.find(step); found != leader->patient->done_by.end())
            who->patient->done_by[step] = found->second;
        who->state = Token::State::passing;
        who->due = due(now_ + leader->work, completion, *who);
        schedule(*who->due, [this, who] { complete(who); });
    }
}

} // namespace reference
