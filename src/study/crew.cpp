// SPDX-License-Identifier: MIT
#include "study/crew.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace pathecon::study {

void Crew::look_up()
{
    if (look_up_) look_up_();
    if (cancel_ && *cancel_) home_ = true;
}

#ifdef PATHECON_NO_THREADS

Crew::Crew(int, std::atomic<bool> const* cancel, std::function<void()> look_up)
    : cancel_{cancel}
    , look_up_{std::move(look_up)}
{}
std::atomic<bool> const* Crew::going_home() const { return cancel_ ? cancel_ : &home_; }
Crew::~Crew() = default;
int Crew::hands_of_machine() { return 1; }

bool Crew::add(Task task)
{
    look_up();
    if (home_) return false;
    task();
    return true;
}

void Crew::finish() { look_up(); }

#else

namespace {
constexpr auto patience = std::chrono::milliseconds{50};
}

Crew::Crew(int threads, std::atomic<bool> const* cancel, std::function<void()> look_up)
    : cancel_{cancel}
    , look_up_{std::move(look_up)}
    , most_{4 * static_cast<std::size_t>(std::max(threads, 1))}
{
    for (int i = 0; i < std::max(threads, 1); ++i) threads_.emplace_back([this] { work(); });
}

Crew::~Crew()
{
    home_ = true;
    {
        std::lock_guard const lock{mutex_};
        closed_ = true;
        tasks_.clear();
    }
    to_do_.notify_all();
    for (auto& thread : threads_) thread.join();
}

std::atomic<bool> const* Crew::going_home() const { return &home_; }

int Crew::hands_of_machine() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

template <class Condition>
void Crew::wait_until(std::unique_lock<std::mutex>& lock, Condition condition)
{
    while (!condition() && !home_) {
        done_.wait_for(lock, patience);
        lock.unlock(); // whoever looks up may call back into the user's program
        look_up();
        lock.lock();
    }
}

bool Crew::add(Task task)
{
    std::unique_lock lock{mutex_};
    wait_until(lock, [this] { return tasks_.size() < most_; });
    if (home_) return false;
    tasks_.push_back(std::move(task));
    lock.unlock();
    to_do_.notify_one();
    look_up();
    return true;
}

void Crew::finish()
{
    std::unique_lock lock{mutex_};
    wait_until(lock, [this] { return tasks_.empty() && busy_ == 0; });
    tasks_.clear();
    done_.wait(lock, [this] { return busy_ == 0; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    lock.unlock();
    look_up();
}

void Crew::work()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        to_do_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
        if (tasks_.empty()) return;
        auto const task = std::move(tasks_.front());
        tasks_.pop_front();
        ++busy_;
        lock.unlock();
        std::exception_ptr failure;
        try {
            if (!home_) task();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        --busy_;
        if (failure) {
            if (!failure_) failure_ = failure;
            home_ = true;
        }
        done_.notify_one();
    }
}

#endif

void attend(RunOptions const& options, std::function<void(std::atomic<bool> const*)> const& work)
{
    Crew crew{1, options.cancel, [&] {
                  if (options.progress) options.progress({});
              }};
    if (crew.add([&work, &crew] { work(crew.going_home()); })) crew.finish();
}

} // namespace pathecon::study
