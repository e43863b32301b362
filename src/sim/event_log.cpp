// SPDX-License-Identifier: MIT
#include <pathecon/sim/event_log.hpp>

#include <cstdlib>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <pathecon/base/contract.hpp>
#include <pathecon/units/date.hpp>
#include <pathecon/units/duration.hpp>

namespace pathecon::sim {

namespace {

using What = TraceRow::What;

bool is_true(std::atomic<bool> const* flag) { return flag != nullptr && *flag; }

/// What a log tells, in the words of the life cycle of XES where it has one. `release` is the end of holding a server.
enum class Said : std::uint8_t { come, schedule, start, suspend, resume, complete, withdraw, abort, skip, blocked, unblocked, release, depart, nothing };

/// One who serves: the resource first named, and which of them.
struct Server {
    std::int32_t resource = -1, number = -1;
    bool operator<(Server const& other) const { return std::pair{resource, number} < std::pair{other.resource, other.number}; }
    [[nodiscard]] bool is_known() const { return resource >= 0; }
};

struct Line {
    Ticks time = 0;
    std::int64_t patient = 0;
    std::int32_t step = -1;
    Said said = Said::nothing;
    std::int64_t instance = 0;
    Server server{};
};

/// Tells a trace as lines that a reader of logs can follow: who is done gives up the server before the next takes it, who is
/// blocked holds it until there is room, and whatever was begun is ended.
class Telling {
  public:
    Telling(std::span<TraceRow const> trace, std::atomic<bool> const* cancel) {
        for (std::size_t i = 0; i < trace.size() && !(i % 1024 == 0 && is_true(cancel)); ++i) tell(trace[i]);
    }
    [[nodiscard]] std::vector<Line> const& lines() const { return lines_; }

  private:
    using Key = std::pair<std::int64_t, std::int32_t>;    // patient, step
    enum class State : std::uint8_t { scheduled, running, suspended };
    struct Work {
        std::int64_t instance = 0;
        State state = State::scheduled;
        Server server{};
        std::size_t queued = 0;                 // the line in which it was scheduled
    };
    struct Blocked {
        std::int64_t instance = 0;
        std::int32_t holder = -1;               // the step whose server is held
        Server server{};
        std::size_t place = 0;                  // a line kept free for who starts straight from here
    };
    struct Done {                               // work of a patient that has just ended
        Ticks time = -1;
        std::int32_t step = -1;
        Server server{};
        std::size_t line = 0;
    };

    std::size_t add(TraceRow const& row, Said said, std::int64_t instance, Server server, std::int32_t step) {
        lines_.push_back({row.time, row.patient, step, said, instance, server});
        return lines_.size() - 1;
    }

    void tell(TraceRow const& row) {
        Key const key{row.patient, row.step};
        Done const done = std::exchange(done_[row.patient], {});
        switch (row.what) {
            case What::arrival: add(row, Said::come, 0, {}, -1); break;
            case What::exit:
                add(row, Said::depart, 0, {}, -1);
                done_.erase(row.patient);
                break;
            case What::queue: {
                unblock(row, Said::unblocked);
                Work& work = works_[key] = {.instance = next_++};
                work.queued = add(row, Said::schedule, work.instance, {}, row.step);
                break;
            }
            case What::start:
            case What::resume: begin(row, key); break;
            case What::put_back: {
                Work& work = works_[key];
                let_go(work.server);
                work.state = State::suspended;
                add(row, Said::suspend, work.instance, std::exchange(work.server, {}), row.step);
                break;
            }
            case What::end: complete(row, key); break;
            case What::balk:
                add(row, Said::skip, next_++, {}, row.step);
                done_[row.patient] = done;      // who goes elsewhere still holds what was held
                break;
            case What::block: block(row, done); break;
            case What::put_off: break;      // still in the queue: nothing that a log of work has a word for
            case What::renege:
            case What::missed:
            case What::event:
                unblock(row, Said::abort);
                abandon(row, key);
                break;
        }
    }

    void begin(TraceRow const& row, Key const& key) {
        auto const fresh = works_.try_emplace(key).second;
        Work& work = works_[key];
        if (fresh) work.instance = next_++;
        if (auto const from = outside_.extract(key); from && row.what == What::start) start_from_outside(row, work, from.mapped());
        work.server = {row.resource, row.server};
        if (work.server.is_known()) {
            // Who has this server is done at this very tick, though the trace says so a little later.
            if (auto const before = serves_.find(work.server); before != serves_.end() && before->second != key) {
                Key const other = before->second;
                complete({.time = row.time, .patient = other.first, .step = other.second, .what = What::end}, other);
                told_[other] += 1;
            }
            serves_[work.server] = key;
        }
        work.state = State::running;
        add(row, row.what == What::start ? Said::start : Said::resume, work.instance, work.server, row.step);
    }

    /// One who starts straight from outside has waited since standing there.
    void start_from_outside(TraceRow const& row, Work const& work, std::size_t place) {
        Line& queued = lines_[work.queued];
        Line& kept_free = lines_[place];
        if (queued.time != row.time || row.waited == 0 || kept_free.time != row.time - row.waited) return;
        kept_free.said = Said::schedule;
        kept_free.instance = work.instance;
        queued.said = Said::nothing;
    }

    void complete(TraceRow const& row, Key const& key) {
        if (auto const told = told_.find(key); told != told_.end()) {
            if (--told->second == 0) told_.erase(told);
            return;
        }
        auto const fresh = works_.try_emplace(key).second;
        Work work = works_[key];
        if (fresh) work.instance = next_++;
        let_go(work.server);
        works_.erase(key);
        std::size_t const line = add(row, Said::complete, work.instance, work.server, row.step);
        if (work.server.is_known()) add(row, Said::release, work.instance, work.server, row.step);
        done_[row.patient] = {row.time, row.step, work.server, line};
    }

    /// Who finds no room keeps the server of the work just done: its release is not yet.
    void block(TraceRow const& row, Done const& done) {
        Blocked blocked{.instance = next_++};
        if (done.step >= 0 && done.time == row.time && done.server.is_known()) {
            blocked.holder = done.step;
            blocked.server = done.server;
            lines_[done.line + 1].said = Said::nothing;
            serves_[done.server] = {row.patient, done.step};
        }
        add(row, Said::blocked, blocked.instance, blocked.server, row.step);
        blocked.place = add(row, Said::nothing, 0, {}, row.step);
        blocked_[{row.patient, row.step}] = blocked;
    }

    void unblock(TraceRow const& row, Said how) {
        auto const found = blocked_.find({row.patient, row.step});
        if (found == blocked_.end()) return;
        Blocked const blocked = found->second;
        blocked_.erase(found);
        add(row, how == Said::abort ? Said::abort : Said::unblocked, -blocked.instance, blocked.server, row.step);
        if (blocked.server.is_known()) {
            let_go(blocked.server);
            add(row, Said::release, 0, blocked.server, blocked.holder);
        }
        if (how == Said::unblocked) outside_[{row.patient, row.step}] = blocked.place;
    }

    void abandon(TraceRow const& row, Key const& key) {
        auto const found = works_.find(key);
        if (found == works_.end()) return;
        Work const work = found->second;
        works_.erase(found);
        add(row, work.state == State::scheduled ? Said::withdraw : Said::abort, work.instance, work.server, row.step);
        if (!work.server.is_known()) return;
        let_go(work.server);
        add(row, Said::release, work.instance, work.server, row.step);
    }

    void let_go(Server const& server) {
        if (server.is_known()) serves_.erase(server);
    }

    std::vector<Line> lines_;
    std::int64_t next_ = 1;
    std::map<Key, Work> works_;
    std::map<Key, Blocked> blocked_;
    std::map<Key, std::size_t> outside_;        // who has just been let in, and the line kept free
    std::map<Key, int> told_;                   // whose end was told before its row
    std::map<Server, Key> serves_;
    std::map<std::int64_t, Done> done_;
};

std::string patient_name(Network const& network, std::int64_t patient) {
    return fmt::format("{} {}", network.labels.sources[static_cast<std::size_t>(patient >> 40)], patient & ((std::int64_t{1} << 40) - 1));
}

double hours(Ticks time) { return static_cast<double>(time) / static_cast<double>(units::hour.ticks()); }

std::string timestamp(Ticks time, units::Date first) {
    Ticks const day = time / units::day.ticks(), rest = time % units::day.ticks();
    Ticks const second = rest / units::second.ticks(), part = rest % units::second.ticks();
    auto text = fmt::format("{}T{:02}:{:02}:{:02}", units::date_text(units::Date{first.days + static_cast<std::int32_t>(day)}), second / 3600,
                            second / 60 % 60, second % 60);
    return part == 0 ? text : text + fmt::format(".{:06}", part);
}

/// What a line says in the words of process mining; empty for lines that such logs do not have.
std::string_view lifecycle(Line const& line) {
    switch (line.said) {
        case Said::schedule: return "schedule";
        case Said::blocked:
        case Said::start: return "start";
        case Said::suspend: return "suspend";
        case Said::resume: return "resume";
        case Said::unblocked:
        case Said::complete: return "complete";
        case Said::withdraw: return "withdraw";
        case Said::abort: return "ate_abort";
        case Said::skip: return "manualskip";
        default: return "";
    }
}

/// The step of a line; of the time outside a full room, a name of its own.
std::string step_name(Network const& network, Line const& line) {
    auto const& step = network.labels.steps[static_cast<std::size_t>(line.step)];
    bool const outside = line.said == Said::blocked || line.said == Said::unblocked || (line.said == Said::abort && line.instance < 0);
    return outside ? step + " (blocked)" : step;
}

base::Table vidigi(Network const& network, std::vector<Line> const& lines, std::atomic<bool> const* cancel) {
    std::vector<std::string> entity, pathway, type, event;
    std::vector<double> time;
    std::vector<std::int32_t> resource;
    for (Line const& line : lines) {
        if (time.size() % 1024 == 0 && is_true(cancel)) break;
        std::string name = line.step < 0 ? std::string{} : step_name(network, line);
        auto id = std::max(line.server.number, 0);
        char const* kind = "queue";
        switch (line.said) {
            case Said::come:
            case Said::depart:
                kind = "arrival_departure";
                name = line.said == Said::come ? "arrival" : "depart";
                break;
            case Said::schedule: break;
            case Said::blocked: id = 0; break;
            case Said::skip: name += " (balked)"; break;
            case Said::start:
            case Said::resume: kind = "resource_use"; break;
            case Said::release: kind = "resource_use_end"; break;
            case Said::complete:                        // of what has no server, which nobody releases
                if (line.server.is_known()) continue;
                kind = "resource_use_end";
                break;
            case Said::suspend: break;
            default: continue;
        }
        auto const put = [&](char const* what, std::int32_t server) {
            entity.push_back(patient_name(network, line.patient));
            pathway.push_back(network.labels.sources[static_cast<std::size_t>(line.patient >> 40)]);
            type.emplace_back(what);
            event.push_back(name);
            time.push_back(hours(line.time));
            resource.push_back(server);
        };
        if (line.said == Said::suspend) {
            put("resource_use_end", id);
            id = 0;
        }
        put(kind, id);
    }
    base::Table table;
    table.add_column("entity_id", std::move(entity));
    table.add_column("pathway", std::move(pathway));
    table.add_column("event_type", std::move(type));
    table.add_column("event", std::move(event));
    table.add_column("time", std::move(time));
    table.add_column("resource_id", std::move(resource));
    return table;
}

/// bupaR and pm4py tell the same under other names.
base::Table mining(Network const& network, std::vector<Line> const& lines, std::string const& starts, bool bupar,
                   std::atomic<bool> const* cancel) {
    std::vector<std::string> patient, activity, transition, stamp, resource;
    std::vector<std::int64_t> instance;
    auto const first = units::parse_date(starts.empty() ? epoch : starts);
    PATHECON_EXPECTS(first, "the date of day 0 of an event log can be read");
    for (Line const& line : lines) {
        if (stamp.size() % 1024 == 0 && is_true(cancel)) break;
        if (line.step < 0 || lifecycle(line).empty()) continue;
        patient.push_back(patient_name(network, line.patient));
        activity.push_back(step_name(network, line));
        transition.emplace_back(lifecycle(line));
        instance.push_back(std::abs(line.instance));
        resource.push_back(line.server.is_known() ? fmt::format("{} {}", network.labels.resources[static_cast<std::size_t>(line.server.resource)],
                                                                line.server.number)
                                                  : std::string{});
        stamp.push_back(timestamp(line.time, *first));
    }
    base::Table table;
    table.add_column(bupar ? "case_id" : "case:concept:name", std::move(patient));
    table.add_column(bupar ? "activity" : "concept:name", std::move(activity));
    table.add_column(bupar ? "activity_instance_id" : "concept:instance", std::move(instance));
    table.add_column(bupar ? "lifecycle_id" : "lifecycle:transition", std::move(transition));
    table.add_column(bupar ? "timestamp" : "time:timestamp", std::move(stamp));
    table.add_column(bupar ? "resource_id" : "org:resource", std::move(resource));
    return table;
}

} // namespace

base::Table event_log(Network const& network, std::span<TraceRow const> trace, LogFormat format, std::string const& starts,
                      std::atomic<bool> const* cancel) {
    Telling const telling{trace, cancel};
    return format == LogFormat::vidigi ? vidigi(network, telling.lines(), cancel)
                                       : mining(network, telling.lines(), starts, format == LogFormat::bupar, cancel);
}

} // namespace pathecon::sim
