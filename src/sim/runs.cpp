// SPDX-License-Identifier: MIT
#include <pathecon/sim/runs.hpp>

#include <bit>
#include <limits>
#include <span>
#include <utility>

#include <pathecon/units/duration.hpp>

namespace pathecon::sim {

namespace {

double hours(double ticks) { return ticks / static_cast<double>(units::hour.ticks()); }
double minutes(Ticks ticks) { return units::Duration::from_ticks(ticks).minutes(); }

/// Where a row is from.
struct Place {
    int arm = 0, draw = 0, replication = 0;
    std::size_t period = 0;
};

/// Calls `row(place, labels, counts)` for every run, or every period of every run, in the order of the tables.
template <class Row>
void for_each_run(Runs const& runs, By by, Row row) {
    std::size_t const periods = by == By::period ? runs.periods().count() : 1;
    Place at;
    for (at.arm = 0; at.arm < static_cast<int>(runs.arms.size()); ++at.arm)
        for (at.draw = 0; at.draw < runs.draws; ++at.draw)
            for (at.replication = 0; at.replication < runs.replications; ++at.replication)
                for (at.period = 0; at.period < periods; ++at.period) {
                    Replication const& run = runs.at(at.arm, at.draw, at.replication);
                    Counts const& counts = by == By::period ? counts_in(run, at.period) : run;
                    row(std::as_const(at), runs.labels[static_cast<std::size_t>(at.arm)], counts);
                }
}

/// The columns that every table begins with.
class Keys {
  public:
    Keys(Runs const& runs, By by) : runs_(runs), by_(by) {}

    void add(Place const& at) {
        arm_.push_back(runs_.arms[static_cast<std::size_t>(at.arm)]);
        draw_.push_back(at.draw);
        replication_.push_back(at.replication);
        if (by_ == By::horizon) return;
        period_.push_back(static_cast<std::int32_t>(at.period) + 1);
        start_.push_back(units::Duration::from_ticks(runs_.periods().begin_of(at.period)).days());
    }
    [[nodiscard]] base::Table table() && {
        base::Table made;
        made.add_column("arm", std::move(arm_));
        made.add_column("draw", std::move(draw_));
        made.add_column("replication", std::move(replication_));
        if (by_ == By::period) {
            made.add_column("period", std::move(period_));
            made.add_column("start_days", std::move(start_));
        }
        return made;
    }

  private:
    Runs const& runs_;
    By by_;
    std::vector<std::string> arm_;
    std::vector<std::int32_t> draw_, replication_, period_;
    std::vector<double> start_;
};

/// A table of [first * n_sources + source] columns: one row for each run, first and source.
template <class Fill>
base::Table by_source(Runs const& runs, By by, char const* first_name, std::vector<std::string> Labels::* first_labels, Fill fill) {
    Keys keys{runs, by};
    std::vector<std::string> first, source;
    for_each_run(runs, by, [&](Place const& at, Labels const& labels, Counts const& counts) {
        for (std::size_t f = 0; f < (labels.*first_labels).size(); ++f)
            for (std::size_t s = 0; s < labels.sources.size(); ++s) {
                keys.add(at);
                first.push_back((labels.*first_labels)[f]);
                source.push_back(labels.sources[s]);
                fill(labels, counts, f, f * labels.sources.size() + s);
            }
    });
    base::Table table = std::move(keys).table();
    table.add_column(first_name, std::move(first));
    table.add_column("source", std::move(source));
    return table;
}

} // namespace

base::Table visits_table(Runs const& runs, By by) {
    std::vector<std::int64_t> visits;
    std::vector<double> time;
    base::Table table = by_source(runs, by, "step", &Labels::steps, [&](Labels const&, Counts const& run, std::size_t, std::size_t k) {
        visits.push_back(run.visits[k]);
        time.push_back(minutes(run.step_ticks[k]));
    });
    table.add_column("visits", std::move(visits));
    table.add_column("minutes", std::move(time));
    return table;
}

base::Table usage_table(Runs const& runs, By by) {
    std::vector<std::string> group;
    std::vector<double> time;
    base::Table table = by_source(runs, by, "resource", &Labels::resources, [&](Labels const& labels, Counts const& run, std::size_t f, std::size_t k) {
        group.push_back(labels.groups[static_cast<std::size_t>(labels.group_of[f])]);
        time.push_back(minutes(run.resource_ticks[k]));
    });
    table.add_column("group", std::move(group));
    table.add_column("minutes", std::move(time));
    return table;
}

base::Table outcomes_table(Runs const& runs, By by) {
    std::vector<std::int64_t> count;
    base::Table table = by_source(runs, by, "outcome", &Labels::outcomes, [&](Labels const&, Counts const& run, std::size_t, std::size_t k) {
        count.push_back(run.outcomes[k]);
    });
    table.add_column("count", std::move(count));
    return table;
}

base::Table waits_table(Runs const& runs, By by) {
    Keys keys{runs, by};
    std::vector<std::string> interval;
    std::vector<std::int64_t> n, within;
    std::vector<double> mean, sd, p50, p90;
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    for_each_run(runs, by, [&](Place const& at, Labels const& labels, Counts const& run) {
        for (std::size_t i = 0; i < labels.intervals.size(); ++i) {
            IntervalTimes const& times = run.intervals[i];
            keys.add(at);
            interval.push_back(labels.intervals[i]);
            n.push_back(static_cast<std::int64_t>(times.times.count()));
            mean.push_back(hours(times.times.mean()));
            sd.push_back(hours(times.times.sd()));
            bool const any = times.times.count() > 0;
            p50.push_back(any ? hours(static_cast<double>(times.p50)) : missing);
            p90.push_back(any ? hours(static_cast<double>(times.p90)) : missing);
            within.push_back(times.within_standard);
        }
    });
    base::Table table = std::move(keys).table();
    table.add_column("interval", std::move(interval));
    table.add_column("n", std::move(n));
    table.add_column("mean_hours", std::move(mean));
    table.add_column("sd_hours", std::move(sd));
    table.add_column("p50_hours", std::move(p50));
    table.add_column("p90_hours", std::move(p90));
    table.add_column("within_standard", std::move(within));
    return table;
}

base::Table queues_table(Runs const& runs, By by) {
    Keys keys{runs, by};
    std::vector<std::string> step;
    std::vector<std::int64_t> n;
    std::vector<double> mean, p50, p90, most;
    for_each_run(runs, by, [&](Place const& at, Labels const& labels, Counts const& run) {
        for (std::size_t s = 0; s < labels.steps.size(); ++s) {
            QueueTimes const& queue = run.queues[s];
            if (queue.times.count() == 0) continue;
            keys.add(at);
            step.push_back(labels.steps[s]);
            n.push_back(static_cast<std::int64_t>(queue.times.count()));
            mean.push_back(hours(queue.times.mean()));
            p50.push_back(hours(static_cast<double>(queue.p50)));
            p90.push_back(hours(static_cast<double>(queue.p90)));
            most.push_back(hours(static_cast<double>(queue.times.greatest())));
        }
    });
    base::Table table = std::move(keys).table();
    table.add_column("step", std::move(step));
    table.add_column("n", std::move(n));
    table.add_column("mean_hours", std::move(mean));
    table.add_column("p50_hours", std::move(p50));
    table.add_column("p90_hours", std::move(p90));
    table.add_column("max_hours", std::move(most));
    return table;
}

base::Table classes_table(Runs const& runs, By by) {
    Keys keys{runs, by};
    std::vector<std::string> step;
    std::vector<std::int32_t> level;
    std::vector<std::int64_t> n;
    std::vector<double> mean, p50, p90;
    for_each_run(runs, by, [&](Place const& at, Labels const& labels, Counts const& run) {
        for (std::size_t c = 0; c < run.classes.size(); ++c) {
            QueueTimes const& queue = run.classes[c];
            if (queue.times.count() == 0) continue;
            keys.add(at);
            step.push_back(labels.steps[static_cast<std::size_t>(labels.classes[c].step)]);
            level.push_back(labels.classes[c].level);
            n.push_back(static_cast<std::int64_t>(queue.times.count()));
            mean.push_back(hours(queue.times.mean()));
            p50.push_back(hours(static_cast<double>(queue.p50)));
            p90.push_back(hours(static_cast<double>(queue.p90)));
        }
    });
    base::Table table = std::move(keys).table();
    table.add_column("step", std::move(step));
    table.add_column("level", std::move(level));
    table.add_column("n", std::move(n));
    table.add_column("mean_hours", std::move(mean));
    table.add_column("p50_hours", std::move(p50));
    table.add_column("p90_hours", std::move(p90));
    return table;
}

base::Table lost_table(Runs const& runs, By by) {
    std::vector<std::int64_t> reneged, balked, missed, put_off, unfinished;
    base::Table table = by_source(runs, by, "step", &Labels::steps, [&](Labels const&, Counts const& run, std::size_t, std::size_t k) {
        auto const at = [k](std::vector<std::int64_t> const& counts) { return k < counts.size() ? counts[k] : 0; };
        reneged.push_back(at(run.reneged));
        balked.push_back(at(run.balked));
        missed.push_back(at(run.missed));
        put_off.push_back(at(run.put_off));
        unfinished.push_back(at(run.unfinished_at));
    });
    table.add_column("reneged", std::move(reneged));
    table.add_column("balked", std::move(balked));
    table.add_column("missed", std::move(missed));
    table.add_column("put_off", std::move(put_off));
    table.add_column("unfinished", std::move(unfinished));
    return table;
}

base::Table utilisation_table(Runs const& runs, By by) {
    Keys keys{runs, by};
    std::vector<std::string> resource;
    std::vector<double> worked, open, utilisation;
    for_each_run(runs, by, [&](Place const& at, Labels const& labels, Counts const& run) {
        for (std::size_t k = 0; k < labels.resources.size(); ++k) {
            keys.add(at);
            resource.push_back(labels.resources[k]);
            worked.push_back(hours(static_cast<double>(run.calendar_ticks[k])));
            open.push_back(hours(static_cast<double>(run.open_ticks[k])));
            utilisation.push_back(run.open_ticks[k] > 0 ? worked.back() / open.back() : 0.0);
        }
    });
    base::Table table = std::move(keys).table();
    table.add_column("resource", std::move(resource));
    table.add_column("worked_hours", std::move(worked));
    table.add_column("open_hours", std::move(open));
    table.add_column("utilisation", std::move(utilisation));
    return table;
}

base::Table rows_table(Runs const& runs, By by) {
    Keys keys{runs, by};
    std::vector<std::string> interval, source;
    std::vector<std::int64_t> patient;
    std::vector<double> time;
    for_each_run(runs, By::horizon, [&](Place at, Labels const& labels, Counts const&) {
        for (IntervalRow const& row : runs.at(at.arm, at.draw, at.replication).rows) {
            at.period = static_cast<std::size_t>(row.period);
            keys.add(at);
            interval.push_back(labels.intervals[static_cast<std::size_t>(row.interval)]);
            source.push_back(labels.sources[static_cast<std::size_t>(row.patient >> 40)]);
            patient.push_back(row.patient & ((std::int64_t{1} << 40) - 1));
            time.push_back(hours(static_cast<double>(row.ticks)));
        }
    });
    base::Table table = std::move(keys).table();
    table.add_column("interval", std::move(interval));
    table.add_column("source", std::move(source));
    table.add_column("patient", std::move(patient));
    table.add_column("hours", std::move(time));
    return table;
}

namespace {

/// Mixes one word after the other (the finaliser of SplitMix64 after each), so that order counts.
class WordHash {
  public:
    void add(std::uint64_t word) {
        state_ = (state_ ^ word) + 0x9E3779B97F4A7C15U;
        state_ = (state_ ^ (state_ >> 30)) * 0xBF58476D1CE4E5B9U;
        state_ = (state_ ^ (state_ >> 27)) * 0x94D049BB133111EBU;
        state_ ^= state_ >> 31;
    }
    void add(std::int64_t word) { add(static_cast<std::uint64_t>(word)); }
    void add(base::u128 word) {
        add(static_cast<std::uint64_t>(word >> 64));
        add(static_cast<std::uint64_t>(word));
    }
    void add(std::span<std::int64_t const> words) {
        add(static_cast<std::uint64_t>(words.size()));
        for (std::int64_t const word : words) add(word);
    }
    void add(stats::ExactSum const& sum) {
        add(sum.count());
        add(static_cast<base::u128>(sum.sum()));
        add(sum.sum_of_squares());
        add(sum.least());
        add(sum.greatest());
    }
    [[nodiscard]] std::uint64_t value() const { return state_; }

  private:
    std::uint64_t state_ = 0;
};

} // namespace

namespace {

void add(WordHash& hash, Counts const& counts) {
    for (auto const* column : {&counts.arrivals, &counts.exits, &counts.unfinished, &counts.visits, &counts.resource_ticks,
                               &counts.step_ticks, &counts.outcomes, &counts.reneged, &counts.balked, &counts.missed,
                               &counts.happened, &counts.unfinished_at, &counts.calendar_visits, &counts.calendar_ticks,
                               &counts.open_ticks})
        hash.add(*column);
    // Most networks put nobody off: their hashes are those published before it was counted.
    if (std::any_of(counts.put_off.begin(), counts.put_off.end(), [](std::int64_t n) { return n != 0; })) hash.add(counts.put_off);
    for (auto const* queues : {&counts.queues, &counts.classes})
        for (QueueTimes const& queue : *queues) {
            hash.add(queue.times);
            hash.add(queue.p50);
            hash.add(queue.p90);
        }
    for (IntervalTimes const& interval : counts.intervals) {
        hash.add(interval.times);
        hash.add(interval.p50);
        hash.add(interval.p90);
        hash.add(interval.within_standard);
    }
}

} // namespace

std::uint64_t hash_of(Runs const& runs) {
    WordHash hash;
    for (Replication const& run : runs.results) {
        hash.add(static_cast<std::int64_t>(run.status));
        hash.add(run.events);
        hash.add(run.end);
        add(hash, run);
        for (IntervalRow const& row : run.rows) {
            hash.add(std::int64_t{row.interval});
            hash.add(row.patient);
            hash.add(row.ticks);
            if (!run.periods.empty()) hash.add(std::int64_t{row.period});
        }
        hash.add(static_cast<base::u128>(run.stays));
        for (Counts const& period : run.periods) add(hash, period);
    }
    return hash.value();
}

} // namespace pathecon::sim
