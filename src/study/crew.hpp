// SPDX-License-Identifier: MIT
/// \file
/// A crew works off tasks on several threads while the calling thread brings new ones and looks up now and then.
///
/// With PATHECON_NO_THREADS defined there is nobody but the caller: a task is done as it is added.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>

#include <pathecon/study/run.hpp>

#ifndef PATHECON_NO_THREADS
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>
#endif

namespace pathecon::study {

#ifdef PATHECON_NO_THREADS
struct Mutex {};
struct Guard {
    explicit Guard(Mutex&) {}
    ~Guard() {}
};
#else
using Mutex = std::mutex;
using Guard = std::lock_guard<std::mutex>;
#endif

class Crew {
public:
    using Task = std::function<void()>;

    /// `look_up` is called on the calling thread about every 50 ms while it waits, and once for each task added. Once
    /// `cancel` (if any) is true the crew goes home.
    Crew(int threads, std::atomic<bool> const* cancel, std::function<void()> look_up);
    /// Sends the crew home and waits for it.
    ~Crew();
    Crew(Crew const&) = delete;
    Crew& operator=(Crew const&) = delete;

    /// Adds a task; waits while there are many more than hands. Returns false when the crew has gone home and the task
    /// was not taken.
    bool add(Task task);
    /// Waits until everything is done or the crew has gone home; throws what a task threw.
    void finish();
    /// True once nobody is to start anything new; tasks poll it to end early.
    [[nodiscard]] std::atomic<bool> const* going_home() const;

    /// Returns how many threads a machine has, at least 1.
    static int hands_of_machine();

private:
    void look_up();

    std::atomic<bool> const* cancel_;
    std::function<void()> look_up_;
    std::atomic<bool> home_{false};
#ifndef PATHECON_NO_THREADS
    void work();
    template <class Condition>
    void wait_until(std::unique_lock<std::mutex>& lock, Condition condition);

    std::mutex mutex_;
    std::condition_variable to_do_, done_;
    std::deque<Task> tasks_;
    std::size_t busy_ = 0;
    std::size_t most_;
    bool closed_ = false;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
#endif
};

/// Does one piece of work on another thread while the caller looks up, as `options` ask; the work polls the flag that it is
/// given and ends early when it is true.
void attend(RunOptions const& options, std::function<void(std::atomic<bool> const*)> const& work);

} // namespace pathecon::study
