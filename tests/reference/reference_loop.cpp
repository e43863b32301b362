// SPDX-License-Identifier: MIT
#include "reference_loop.hpp"

#include <stdexcept>
#include <tuple>

#include "hospital.hpp"

namespace reference {

bool by_name(Token const& a, Token const& b)
{
    return std::tuple{a.patient->source, a.patient->number, a.branch} <
           std::tuple{b.patient->source, b.patient->number, b.branch};
}

Hospital::Hospital(pathway::Pathway const& pathway, random::Luck const& luck, Horizon const& horizon, Fault fault)
    : pathway_{pathway}
    , luck_{luck.seed, luck.model ^ random::tag_of(pathway.name), luck.replication}
    , window_begin_{horizon.warm_up}
    , window_end_{horizon.warm_up + horizon.window}
    , end_{horizon.warm_up + horizon.window + horizon.follow_up}
    , fault_{fault}
{
    start_rotas();
    for (std::size_t d = 0; d < pathway_.downtimes.size(); ++d) next_downtime(d, 0, 0);
    start_lists();
}

Moment Hospital::due(Ticks time, int rank, Token const& token, std::int64_t last) const
{
    if (fault_ == Fault::impatient_before_work && rank == impatience) rank = -1;
    return {time, rank, token.patient->source, token.patient->number, token.branch, last};
}

void Hospital::schedule(Moment moment, std::function<void()> what)
{
    if (!diary_.emplace(moment, std::move(what)).second) throw std::logic_error("two things are due at one moment");
}

void Hospital::cancel(std::optional<Moment>& moment)
{
    if (moment) diary_.erase(*moment);
    moment.reset();
}

Told Hospital::run()
{
    open_doors();
    enter_backlogs();
    judge_surges();
    while (!diary_.empty()) {
        auto const next = diary_.begin();
        Ticks const time = next->first.time;
        if (time >= end_ || (time >= window_end_ && cohort_here_ == 0)) break;
        if (++told_.events > 2'000'000) throw std::logic_error("this run does not end");
        now_ = time;
        auto const what = std::move(next->second);
        diary_.erase(next);
        what();
        judge_surges();
    }
    close();
    return std::move(told_);
}

Told simulate(pathecon::pathway::Pathway const& pathway, pathecon::random::Luck const& luck, Horizon const& horizon,
              Fault fault)
{
    return Hospital{pathway, luck, horizon, fault}.run();
}

} // namespace reference
