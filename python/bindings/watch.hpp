// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// A watch looks after Python while the library works: Ctrl-C and the progress callback.

#include <atomic>
#include <chrono>
#include <optional>
#include <utility>

#include <pathecon/base/pause.hpp>
#include <pathecon/study/run.hpp>
#include <pybind11/pybind11.h>

namespace pathecon::python {

namespace py = pybind11;

/// Looks after Python while a run goes on: signals, the progress callback, and what went wrong in either.
class Watch {
public:
    explicit Watch(py::object progress)
        : progress_{std::move(progress)}
    {}

    /// Is called by the run on this thread, about every 50 ms.
    void look(study::Progress const& now)
    {
        py::gil_scoped_acquire const lock;
        if (fault_) return;
        if (PyErr_CheckSignals() != 0) return stop(py::error_already_set{});
        if (progress_.is_none()) return;
        try {
            progress_(now.done, now.total);
        } catch (py::error_already_set const& fault) {
            stop(fault);
        }
    }

    /// What a call of the library obeys, so that it is looked after.
    [[nodiscard]] study::RunOptions options(int threads = 0)
    {
        study::RunOptions made;
        made.threads = threads;
        made.progress = [this](study::Progress const& now) { look(now); };
        made.cancel = &cancelled_;
        return made;
    }
    [[nodiscard]] std::optional<py::error_already_set> const& fault() const noexcept { return fault_; }

private:
    void stop(py::error_already_set fault)
    {
        fault_.emplace(std::move(fault));
        cancelled_ = true;
    }

    py::object progress_;
    std::atomic<bool> cancelled_{false};
    std::optional<py::error_already_set> fault_;
};

/// Obeys Ctrl-C at the pauses of work that is done on this thread, with the interpreter held or free: it raises, and nothing is
/// left of the work.
class Attention {
public:
    Attention()
    {
        last() = Clock::now();
    }

private:
    using Clock = std::chrono::steady_clock;
    static Clock::time_point& last()
    {
        thread_local Clock::time_point when;
        return when;
    }
    static void look()
    {
        auto const now = Clock::now();
        if (now - last() < std::chrono::milliseconds{50}) return;
        last() = now;
        py::gil_scoped_acquire const lock;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set{};
    }
    base::LookingUp looking_{&look};
};

/// Makes something with the interpreter free and Ctrl-C obeyed; raises what went wrong meanwhile.
template <class Make>
auto watched(Make const& make)
{
    Watch watch{py::none{}};
    auto const options = watch.options();
    auto made = [&] {
        py::gil_scoped_release const free;
        return make(options);
    }();
    if (watch.fault()) throw *watch.fault();
    return made;
}

} // namespace pathecon::python
