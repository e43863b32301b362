// SPDX-License-Identifier: MIT
/// \file
/// A hospital is the state of the reference loop: who is where, who holds what, and what is due.
#pragma once

#include <compare>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <pathecon/pathway/condition.hpp>
#include <pathecon/random/distribution.hpp>

#include "reference_loop.hpp"

namespace reference {

namespace pathway = pathecon::pathway;
namespace random = pathecon::random;
namespace units = pathecon::units;

/// When something is due, and its place among what is due at the same tick.
struct Moment {
    Ticks time = 0;
    int rank = 0;
    std::int64_t a = 0, b = 0, c = 0, d = 0;
    auto operator<=>(Moment const&) const = default;
};
inline constexpr int completion = 0, rota_change = 1, timed = 2, together = 3, impatience = 4, happening = 5, arrival = 6;

/// A patient, on however many branches.
struct Patient {
    struct Clock {
        enum { not_started, running, done } state = not_started;
        Ticks since = 0;
        std::optional<Ticks> paused{};
    };
    struct EventClock {
        std::optional<Moment> due{};
        int started = 0;
    };
    struct DoneBy {
        std::string resource;
        int person = -1;
    };
    int source = 0;
    std::string source_name{};
    std::int64_t number = 0;
    Ticks arrived = 0;
    bool cohort = false;
    std::map<std::string, std::string> known{}; ///< Attributes and results: "yes", "no" or a level.
    std::map<std::string, int> passes{};        ///< Of steps.
    std::map<std::string, Clock> clocks{};      ///< By interval.
    std::map<std::string, Ticks> first_passage{};
    std::map<std::string, EventClock> events{};
    std::map<std::pair<std::string, std::size_t>, int> taken{}; ///< Branches of routes.
    std::map<std::string, DoneBy> done_by{};                    ///< By activity.
};

/// Servers that somebody holds.
struct Held {
    std::string resource{};
    int count = 1;
    int person = -1; ///< -1 where it does not matter who.
    double by = 1;
    Ticks since = 0;
};

/// A patient's own token, or one of a branch.
struct Token {
    enum class State { moving, waiting, working, passing, forked, blocked };
    std::shared_ptr<Patient> patient{};
    std::shared_ptr<Token> parent{};
    int branch = 0;
    int branches_out = 0;
    State state = State::moving;
    std::string step{};
    int visit = 0;
    int attempt = 0;
    int level = 0;               ///< Of priority at its step, as it came there.
    Ticks since = 0;             ///< Decides whose turn it is.
    Ticks joined = 0;            ///< The wait counts from here.
    Ticks began = 0;             ///< Of this stretch of work.
    Ticks work = 0;              ///< In all.
    std::optional<Ticks> left{}; ///< Of work that was put back.
    bool put_back = false;
    bool draw_again = false;
    std::optional<Moment> due{}, patience{}, overdue{}; ///< The last: when fewer than enough are enough.
    std::vector<Held> team{};    ///< Held by a place of a list, or promised by the one before.
    std::shared_ptr<Token> heir{}; ///< Who has the team after this one.
    std::weak_ptr<Token> legator{};
    std::vector<Held> held{}; ///< By the step's uses.
    std::map<std::string, std::vector<Held>> stays{};
    std::int64_t rebooked_in = 0; ///< Number of the event in which it was booked again.
};
using Who = std::shared_ptr<Token>;
using Line = std::deque<Who>;

struct Pool {
    int on_rota = 0, surge = 0, down = 0, capacity = 0, busy = 0;
    bool numbered = false;
    int most = 0;
    std::set<int> persons{}; ///< Who is busy.
    Ticks capacity_since = 0;
    [[nodiscard]] int idle() const { return capacity - busy; }
};

/// What must be had to start.
struct Need {
    pathway::Use use{};
    std::vector<pathway::Alternative> options{};
    std::string stay{}; ///< Empty for the step's own.
};
struct Choice {
    Held held{};
    std::string stay{};
};
struct Plan {
    std::vector<Choice> choices{};
    bool pre_empts = false;
    bool inherits = false; ///< What the work uses comes from the patient before.
    std::vector<Held> team{};
};

class Hospital {
public:
    Hospital(pathway::Pathway const& pathway, random::Luck const& luck, Horizon const& horizon, Fault fault);
    Told run();

private:
    // hospital_luck.cpp
    double uniform(std::string const& decision, Patient const& patient, int visit) const;
    double uniform(std::string const& decision, std::uint64_t id, int visit) const;
    random::Distribution const& law_of(pathway::TimeDistribution const& takes) const;
    bool holds(std::string const& condition, Patient const& patient) const;
    double chance(pathway::Chance const& chance, Patient const& patient) const;
    Ticks time_of(pathway::TimeDistribution const& takes, std::vector<pathway::TimeCase> const& cases,
                  Patient const& patient, std::string const& decision, int visit) const;
    double drawn(pathway::TimeDistribution const& takes, std::vector<pathway::TimeCase> const& cases,
                 Patient const& patient, std::string const& decision, int visit) const;
    Ticks work_of(Token const& token, std::vector<Held> const& served_by) const;
    void draw_attributes(Patient& patient, std::set<std::string> const& fixed) const;
    void draw_tests(Token const& token);

    // hospital_arrivals.cpp
    void open_doors();
    void next_arrival(std::size_t source);
    double rate_at(std::size_t source, Ticks time);
    Ticks next_breakpoint(std::size_t source, Ticks time) const;
    bool varies_by_day(pathway::Arrivals const& arrivals) const;
    void book_appointments(std::size_t source);
    void follow_trace(std::size_t source);
    void enter_backlogs();
    Who admit(int source, std::string const& name, std::int64_t number, Ticks arrived, bool cohort,
              std::map<std::string, std::string> const& fixed = {});
    void arrive(std::size_t source, std::int64_t number, std::map<std::string, std::string> const& fixed = {});

    // hospital_flow.cpp
    enum class Kind { work, passing, listed, fork, join };
    Kind kind_of(std::string const& step) const;
    std::string entry_of(std::string const& step) const;
    std::string where_of(std::string const& step) const;
    std::string luck_of(std::string const& step) const;
    std::optional<int> room_of(std::string const& step) const;
    std::set<std::string> next_of(std::string const& step) const;
    bool on_cycle(std::string const& step) const;
    bool may_block(std::string const& step) const;
    void go(Who who, std::string step, std::optional<Ticks> since = {});
    bool pass_time(Who const& who);
    std::optional<std::string> balk(Who const& who);
    void split(Who const& who);
    bool join(Who& who);
    void finish(Who const& who);
    std::string next_step(Who const& who);
    std::string next_by_queue(Who const& who, pathway::Route const& route);
    bool is_open(pathway::Branch const& branch, Patient const& patient,
                 std::pair<std::string, std::size_t> const& way) const;
    void leave(Who who);

    // hospital_service.cpp
    std::vector<pathway::Alternative> options_of(pathway::Use const& use) const;
    std::set<std::string> const& pools_of(std::string const& step) const;
    std::vector<Need> needs_of(Token const& token) const;
    std::optional<int> person_for(Need const& need, std::string const& resource, Token const& token,
                                  std::vector<Choice> const& chosen) const;
    bool choose(Token const& token, std::vector<Need> const& needs, std::vector<Choice>& chosen) const;
    bool pre_emptive(std::string const& resource) const;
    std::optional<Plan> plan(Token const& token) const;
    std::vector<Who> victims(Token const& token, std::string const& resource) const;
    std::vector<Held> pre_empt(Token const& token, Plan const& how);
    int level_of(Token const& token) const;
    bool start_now(Who const& who, Plan const& how, Ticks since);
    void start_waiting(Who const& who, Plan const& how);
    static std::vector<Held> served_by(Plan const& how);
    static void remember(Token const& token, Plan const& how);
    void take(Who const& who, Plan const& how);
    void begin(Who const& who, Plan const& how, Ticks rest);
    void complete(Who const& who);
    bool is_due(std::string const& step, Token const* joining = nullptr) const;
    Who first_of(std::string const& step) const;
    void start_together(std::string const& step);
    void dispatch(std::string const& resource);
    void dispatch(std::vector<Held> const& held);
    bool before(Token const& a, Token const& b) const;
    Who next_in_turn(std::string const& resource, std::optional<Plan>& how) const;

    // hospital_places.cpp
    void release(Who const& who, std::vector<Held> const& held);
    std::vector<Held> release_work(Who const& who);
    void give_back(Who const& who);
    std::vector<Held> release_stays(Who const& who, std::string const& step);
    void end_stays(Who const& who, std::string const& step);
    void end_all_stays(Who const& who);
    std::int64_t length(std::string const& step) const;
    void wait(Who const& who, std::optional<Ticks> since);
    void join_line(Who const& who, Ticks since);
    void take_from_line(Who const& who);
    void unblock(std::string const& step);
    void renege(Who const& who);
    void happen(Who const& who, std::string const& event);
    void withdraw(Who const& who);

    // hospital_capacity.cpp
    using Week = std::vector<std::pair<Ticks, int>>; ///< From each tick of the week on, so many.
    Week const& week_of(std::string const& whose, pathway::Rota const& rota, std::int64_t week) const;
    void start_rotas();
    void number_persons();
    void next_rota_change(std::string const& resource, std::int64_t week, std::size_t step);
    void change_capacity(std::string const& resource, pathway::EndOfShift rule);
    void put_back(Who const& who, pathway::EndOfShift rule);
    void next_downtime(std::size_t downtime, std::int64_t k, Ticks from);
    void fail(pathway::Downtime const& downtime, int sign);
    void judge_surges();

    // hospital_lists.cpp
    void start_lists();
    bool is_closed(std::vector<pathway::Closure> const& closures, bool bank_holidays, std::int64_t day) const;
    void next_place(std::size_t timetable, std::int64_t cycle, std::size_t place);
    void hold(std::size_t timetable, int places);
    std::vector<Line> eligible(std::size_t timetable) const;
    bool comes(Who const& who, bool& place_lost);
    std::optional<Plan> plan_for_place(Token const& token, std::size_t timetable) const;
    bool pass_on(Who const& who);
    void serve(Who const& who, std::size_t timetable);

    // hospital_measures.cpp
    void note(Token const& token, std::string const& what, Ticks time);
    void note(Token const& token, std::string const& what) { note(token, what, now_); }
    void note_start(Who const& who, Ticks start);
    void note_work(std::string const& resource, Ticks from, Ticks to, std::int64_t servers);
    void note_open(std::string const& resource);
    void pass(Who const& who, std::string const& point, Ticks time);
    void pass_interval(pathway::Interval const& interval, Patient& patient, std::string const& point, Ticks time);
    void pass_event(pathway::Event const& event, Who const& who, std::string const& point, Ticks time);
    void close();
    [[nodiscard]] bool in_window(Ticks time) const { return time >= window_begin_ && time < window_end_; }

    Moment due(Ticks time, int rank, Token const& token, std::int64_t last = 0) const;
    void schedule(Moment moment, std::function<void()> what);
    void cancel(std::optional<Moment>& moment);
    pathway::Activity const* activity(std::string const& step) const { return find(pathway_.activities, step); }

    pathway::Pathway const& pathway_;
    random::Luck const luck_;
    Ticks const window_begin_, window_end_, end_;
    Fault const fault_;
    Told told_{};
    Ticks now_ = 0;
    std::int64_t cohort_here_ = 0;
    std::map<Moment, std::function<void()>> diary_{};
    std::set<Who> here_{}; ///< Everybody, for who is found by looking at everybody.
    std::map<std::string, std::map<int, Line>> lines_{};
    std::map<std::string, Line> blocked_{};
    std::map<std::string, Pool> pools_{};
    struct Coming {
        double time = 0;
        std::int64_t event = 0;
        std::map<std::int64_t, double> of_day{}; ///< Season x growth x luck.
    };
    std::vector<Coming> coming_{};
    struct Timetable {
        std::string session{}, batch{}; ///< One of them.
        struct Place {
            Ticks at = 0;
            int places = 1;
            Ticks day = 0; ///< On which its list starts.
        };
        std::vector<Place> week{};
        Ticks notice = 0, free_from = 0;
        std::string resource{};
        int weeks = 1; ///< Of its cycle.
        Who last{};    ///< Whose team may go on to the next.
    };
    std::vector<Timetable> timetables_{};
    // What is worked out once.
    mutable std::map<std::string, bool> cycles_{};
    mutable std::map<pathway::TimeDistribution const*, random::Distribution> laws_{};
    mutable std::map<std::string, std::optional<std::vector<pathway::Term>>> terms_{};
    mutable std::map<std::string, std::set<std::string>> pools_of_{};
    mutable std::map<std::string, std::map<std::int64_t, Week>> weeks_{}; ///< By whose; the usual ones, of a cycle, are -1, -2, ...
};

/// Says which of two comes first in all that is decided by who they are.
bool by_name(Token const& a, Token const& b);

} // namespace reference
