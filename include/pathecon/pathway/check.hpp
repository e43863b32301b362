// SPDX-License-Identifier: MIT
/// \file
/// A checked pathway is one that has been found free of faults; only such a one can be compiled.
#pragma once

#include <string>
#include <vector>

#include <pathecon/base/diagnostic.hpp>
#include <pathecon/pathway/pathway.hpp>

namespace pathecon::pathway {

/// The load of one resource, session or batch over a week: what is asked of it over what it can give. Where several
/// resources can do the same, those together have a load too, named 'doctor or nurse', of what nobody else can do.
struct Load {
    std::string name;
    double per_week = 0; ///< Hours (resources) or places (sessions, batches) asked for in a week.
    double capacity = 0; ///< Hours or places there are in a week.
    std::string leaves_out{}; ///< What only a simulation knows; empty when the load is exact.
    [[nodiscard]] double ratio() const { return capacity > 0 ? per_week / capacity : 0; }
};

/// Holds a thing that `check()` has passed. Nothing else can make one.
template <class T>
class Checked {
public:
    [[nodiscard]] T const& operator*() const { return thing_; }
    [[nodiscard]] T const* operator->() const { return &thing_; }
    [[nodiscard]] base::Diagnostics const& warnings() const { return warnings_; }
    /// The loads that were judged, as `loads_of` gives them.
    [[nodiscard]] std::vector<Load> const& loads() const { return loads_; }

private:
    Checked(T thing, base::Diagnostics warnings, std::vector<Load> loads)
        : thing_(std::move(thing))
        , warnings_(std::move(warnings))
        , loads_(std::move(loads))
    {}
    T thing_;
    base::Diagnostics warnings_;
    std::vector<Load> loads_;
    friend Checked<Pathway> check(Pathway pathway);
};

/// Lists every fault of a pathway: bounds, names, references, conditions, structure, flow and load. Parts at fault are
/// left out of the flow, so that what is found in the rest is found in the same pass.
base::Diagnostics faults_of(Pathway const& pathway);

/// Returns the pathway as checked, or throws base::InvalidInput with every fault.
Checked<Pathway> check(Pathway pathway);

/// Solves the traffic equations for the mean visits of each step and returns the load of everything limited: resources
/// with a rota, sessions, batches with a cap; on average over the 52 weeks from day 0, with their holidays, seasons,
/// growth and downtimes. What depends on the waits is left out, and said in `leaves_out`: who leaves a queue early, who
/// is taken by an event, how long something is held or blocked while its patient waits. A backlog is no stream: it is
/// not counted. Conditions are followed exactly: the patients are split by the attributes
/// and test results that conditions name. Above 4,096 kinds of patient or 100,000 states, or when decisions share their
/// luck, patients sampled by keyed luck are followed instead. Throws base::InvalidInput when the pathway has a fault
/// other than a load.
std::vector<Load> loads_of(Pathway const& pathway);

} // namespace pathecon::pathway
