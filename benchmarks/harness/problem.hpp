// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The problem an engine is asked to simulate, as its TOML file states it; `problem.py` is the same in Python.

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace bench {

/// The time a server takes, in hours. `sd` is set for a lognormal, `shape` for a gamma.
struct Service {
    std::string distribution;
    double mean = 0;
    std::optional<double> sd;
    std::optional<double> shape;
};

/// Where one goes next, with the probability of it.
struct Leg {
    std::string to;
    double probability = 0;
};

/// A place with a queue and identical servers; one who finds `then` empty leaves.
struct Station {
    std::string name;
    std::int64_t servers = 0;
    Service service = {};
    std::vector<Leg> then = {};
};

/// A class of arrivals; the first of a problem is served first where the discipline is priority.
struct PatientClass {
    std::string name;
    double share = 0;
};

/// A network of stations with Poisson arrivals, at one of its sizes. Times are in hours.
struct Problem {
    std::string name;
    std::string unit;
    std::string discipline; ///< "fifo" or "non-pre-emptive priority"
    std::int64_t seed = 0;
    double rate = 0;      ///< arrivals an hour
    std::string entrance; ///< the station they come to
    std::vector<PatientClass> classes = {};
    std::vector<Station> stations = {};
    double horizon = 0;
    std::int64_t repeats = 0;
    std::map<std::string, std::int64_t> replications = {}; ///< by engine
};

namespace detail {

/// Reads a value of the kind asked, or says which key of which file lacks it.
template <class T>
T take(toml::node_view<toml::node const> node, std::string_view place)
{
    if (auto const value = node.value<T>()) return *value;
    throw std::runtime_error("problem file: " + std::string{place} + " is missing or of the wrong kind");
}

inline Station read_station(toml::table const& row)
{
    Station station{.name = take<std::string>(row["name"], "stations.name")};
    auto const place = "stations." + station.name;
    station.servers = take<std::int64_t>(row["servers"], place + ".servers");
    station.service = {.distribution = take<std::string>(row["service"]["distribution"], place + ".distribution"),
                       .mean = take<double>(row["service"]["mean"], place + ".mean"),
                       .sd = row["service"]["sd"].value<double>(),
                       .shape = row["service"]["shape"].value<double>()};
    if (auto const* legs = row["then"].as_array())
        for (auto const& leg : *legs) {
            auto const& table = leg.as_table() ? *leg.as_table() : toml::table{};
            station.then.push_back({.to = take<std::string>(table["to"], place + ".then.to"),
                                    .probability = take<double>(table["probability"], place + ".then.probability")});
        }
    return station;
}

} // namespace detail

/// Reads the problem at one size. The runner has validated the file before it starts an engine, so this stops at
/// the first fault.
inline Problem read_problem(std::string const& path, std::string const& size)
{
    using detail::take;
    toml::table const table = toml::parse_file(path);
    auto const chosen = table["sizes"][size];
    Problem problem{.name = take<std::string>(table["name"], "name"),
                    .unit = take<std::string>(table["unit"], "unit"),
                    .discipline = take<std::string>(table["discipline"], "discipline"),
                    .seed = take<std::int64_t>(table["seed"], "seed"),
                    .rate = take<double>(table["arrivals"]["rate"], "arrivals.rate"),
                    .entrance = take<std::string>(table["arrivals"]["to"], "arrivals.to"),
                    .horizon = take<double>(chosen["horizon"], "sizes." + size + ".horizon"),
                    .repeats = take<std::int64_t>(chosen["repeats"], "sizes." + size + ".repeats")};
    if (auto const* rows = table["classes"].as_array())
        for (auto const& row : *rows)
            if (auto const* fields = row.as_table())
                problem.classes.push_back({.name = take<std::string>((*fields)["name"], "classes.name"),
                                           .share = take<double>((*fields)["share"], "classes.share")});
    if (auto const* rows = table["stations"].as_array())
        for (auto const& row : *rows)
            if (auto const* fields = row.as_table()) problem.stations.push_back(detail::read_station(*fields));
    if (auto const* counts = chosen["replications"].as_table())
        for (auto const& [engine, count] : *counts)
            problem.replications.emplace(engine.str(), take<std::int64_t>(toml::node_view{count}, "replications"));
    return problem;
}

/// What every engine is told on its command line: `FILE [--size NAME] [--seed N] [--threads N] [--loop] [--fresh]`.
struct Command {
    std::string file;
    std::string size = "full";
    std::optional<std::int64_t> seed; ///< instead of the problem's own
    std::int64_t threads = 1;
    bool fresh = false; ///< the rows for the waits are made inside the clock
    bool loop = false; ///< by the loop that runs every network, where another way would do
};

/// Reads the command line, or throws with what is wrong.
inline Command read_command(int argc, char const* const* argv)
{
    Command command;
    auto const number = [](std::string_view text) {
        std::int64_t value = 0;
        auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (fault != std::errc{} || end != text.data() + text.size())
            throw std::runtime_error("not a whole number: '" + std::string{text} + "'");
        return value;
    };
    for (int i = 1; i < argc; ++i) {
        std::string_view const word = argv[i];
        bool const valued = word == "--size" || word == "--seed" || word == "--threads";
        if (valued && i + 1 == argc) throw std::runtime_error(std::string{word} + " needs a value");
        if (word == "--size")
            command.size = argv[++i];
        else if (word == "--seed")
            command.seed = number(argv[++i]);
        else if (word == "--threads")
            command.threads = number(argv[++i]);
        else if (word == "--loop")
            command.loop = true;
        else if (word == "--fresh")
            command.fresh = true;
        else if (word.starts_with("--") || !command.file.empty())
            throw std::runtime_error("unexpected '" + std::string{word} + "'");
        else
            command.file = word;
    }
    if (command.file.empty()) throw std::runtime_error("usage: FILE [--size NAME] [--seed N] [--threads N] [--loop] [--fresh]");
    if (command.threads < 1) throw std::runtime_error("--threads must be at least 1");
    return command;
}

} // namespace bench
