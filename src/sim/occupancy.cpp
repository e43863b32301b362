// SPDX-License-Identifier: MIT
#include <pathecon/sim/occupancy.hpp>

#include <algorithm>

#include <pathecon/sim/loop.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::sim {

void Occupancy::merge(Occupancy const& other) {
    auto const add = [](std::vector<Ticks>& to, std::vector<Ticks> const& from) {
        if (to.size() < from.size()) to.resize(from.size());
        for (std::size_t k = 0; k < from.size(); ++k) to[k] += from[k];
    };
    add(busy, other.busy);
    add(open, other.open);
    add(waiting, other.waiting);
    auto const add_each = [&](std::vector<std::vector<Ticks>>& to, std::vector<std::vector<Ticks>> const& from) {
        if (to.size() < from.size()) to.resize(from.size());
        for (std::size_t k = 0; k < from.size(); ++k) add(to[k], from[k]);
    };
    add_each(lengths, other.lengths);
    add_each(taken, other.taken);
    window += other.window;
}

Watch::Watch(Network const& network, Horizon const& horizon, Occupancy* into)
    : begin_(horizon.warm_up.ticks()), end_(begin_ + horizon.window.ticks()), into_(into), capacity_(network.labels.resources.size()),
      length_(network.labels.steps.size()), busy_(capacity_.size()) {
    *into_ = {};
    into_->busy.resize(capacity_.size() * Occupancy::hours);
    into_->open.resize(capacity_.size() * Occupancy::hours);
    into_->waiting.resize(length_.size() * Occupancy::hours);
    into_->lengths.resize(length_.size());
    into_->taken.resize(busy_.size());
    for (PoolNode const& pool : network.pools) with_rota_.push_back(pool.resource);
}

/// Adds `count` for every tick of [from, to) inside the window to its hour of the week.
void Watch::add(Ticks* by_hour, Ticks from, Ticks to, std::int64_t count) const {
    from = std::max(from, begin_);
    to = std::min(to, end_);
    if (from >= to || count == 0) return;
    if (Ticks const weeks = (to - from) / units::week.ticks(); weeks > 0) {     // every hour as often
        for (std::size_t hour = 0; hour < Occupancy::hours; ++hour) by_hour[hour] += weeks * units::hour.ticks() * count;
        from += weeks * units::week.ticks();
    }
    while (from < to) {
        Ticks const until = std::min(to, (from / units::hour.ticks() + 1) * units::hour.ticks());
        by_hour[static_cast<std::size_t>(from % units::week.ticks() / units::hour.ticks())] += (until - from) * count;
        from = until;
    }
}

void Watch::on_capacity(Ticks time, Index resource, std::int64_t servers) {
    Since& since = capacity_[resource];
    add(&into_->open[resource * Occupancy::hours], since.time, time, since.count);
    since = {time, servers};
}

void Watch::count_length(std::size_t step, Ticks until) {
    Since const& since = length_[step];
    add(&into_->waiting[step * Occupancy::hours], since.time, until, since.count);
    count_time(into_->lengths[step], since, until);
}

void Watch::count_time(std::vector<Ticks>& seen_at, Since const& since, Ticks until) const {
    Ticks const seen = std::min(until, end_) - std::max(since.time, begin_);
    if (seen <= 0) return;
    auto const count = static_cast<std::size_t>(since.count);
    if (seen_at.size() <= count) seen_at.resize(count + 1);
    seen_at[count] += seen;
}

void Watch::on_length(Ticks time, Index step, std::int64_t waiting) {
    count_length(step, time);
    length_[step] = {time, waiting};
}

void Watch::on_busy(Ticks time, Index resource, std::int64_t taken) {
    count_time(into_->taken[resource], busy_[resource], time);
    busy_[resource] = {time, taken};
}

void Watch::finish(Ticks end) {
    for (Index const resource : with_rota_) count_time(into_->taken[resource], busy_[resource], end);
    for (Index resource = 0; resource < capacity_.size(); ++resource) on_capacity(end, resource, 0);
    for (std::size_t step = 0; step < length_.size(); ++step) count_length(step, end);
    into_->window = std::max(Ticks{0}, std::min(end, end_) - begin_);
}

Replication simulate(Network const& network, random::Luck const& luck, Horizon const& horizon, Occupancy& occupancy, Limits const& limits) {
    Loop<Shape::periodic, Watch> loop{network, luck, horizon, limits, Watch{network, horizon, &occupancy}};
    Replication result = loop.run();
    std::move(loop).take_recorder().finish(result.end);
    return result;
}

namespace {

/// A table of one row an item and hour, with the items and hours filled in.
base::Table by_hour(char const* item_name, std::vector<std::string> const& items) {
    std::vector<std::string> names;
    std::vector<std::int32_t> hours;
    for (auto const& item : items)
        for (std::size_t hour = 0; hour < Occupancy::hours; ++hour) {
            names.push_back(item);
            hours.push_back(static_cast<std::int32_t>(hour));
        }
    base::Table table;
    table.add_column(item_name, std::move(names));
    table.add_column("hour", std::move(hours));
    return table;
}

/// Means over the time in which that hour of the week was observed: the window is taken as whole weeks.
std::vector<double> means(std::vector<Ticks> const& sums, Ticks window) {
    std::vector<double> made;
    double const observed = static_cast<double>(window) / static_cast<double>(Occupancy::hours);
    for (Ticks const sum : sums) made.push_back(observed > 0 ? static_cast<double>(sum) / observed : 0.0);
    return made;
}

} // namespace

base::Table occupancy_table(Labels const& labels, Occupancy const& occupancy) {
    base::Table table = by_hour("resource", labels.resources);
    std::vector<double> utilisation;
    for (std::size_t k = 0; k < occupancy.busy.size(); ++k)
        utilisation.push_back(occupancy.open[k] > 0 ? static_cast<double>(occupancy.busy[k]) / static_cast<double>(occupancy.open[k]) : 0.0);
    table.add_column("busy", means(occupancy.busy, occupancy.window));
    table.add_column("open", means(occupancy.open, occupancy.window));
    table.add_column("utilisation", std::move(utilisation));
    return table;
}

base::Table waiting_table(Labels const& labels, Occupancy const& occupancy) {
    base::Table table = by_hour("step", labels.steps);
    table.add_column("waiting", means(occupancy.waiting, occupancy.window));
    return table;
}

namespace {

/// A table of one row an item and number that was seen.
base::Table numbers(char const* item_name, char const* number_name, std::vector<std::string> const& items, std::vector<std::vector<Ticks>> const& seen,
                    std::size_t least, Ticks window) {
    std::vector<std::string> names;
    std::vector<std::int64_t> number;
    std::vector<double> share;
    for (std::size_t k = 0; k < seen.size(); ++k)
        for (std::size_t n = 0; n < seen[k].size(); ++n) {
            if (seen[k][n] == 0 || seen[k].size() < least) continue;
            names.push_back(items[k]);
            number.push_back(static_cast<std::int64_t>(n));
            share.push_back(static_cast<double>(seen[k][n]) / static_cast<double>(window));
        }
    base::Table table;
    table.add_column(item_name, std::move(names));
    table.add_column(number_name, std::move(number));
    table.add_column("share", std::move(share));
    return table;
}

} // namespace

base::Table lengths_table(Labels const& labels, Occupancy const& occupancy) {
    return numbers("step", "length", labels.steps, occupancy.lengths, 2, occupancy.window);     // of a step where nobody ever waits, nothing
}

base::Table taken_table(Labels const& labels, Occupancy const& occupancy) {
    return numbers("resource", "taken", labels.resources, occupancy.taken, 1, occupancy.window);
}

} // namespace pathecon::sim
