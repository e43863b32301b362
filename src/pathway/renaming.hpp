// SPDX-License-Identifier: MIT
/// \file
/// A renaming gives the nouns of one site their names in the merged pathway, and follows every name that refers to them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <pathecon/pathway/site.hpp>

namespace pathecon::pathway::detail {

class Renaming {
public:
    /// `others` are the sources of the other sites, in their merged names.
    Renaming(Site const& site, std::set<std::string> const& shared, std::vector<std::string> const& others);

    void operator()(Arrivals& noun) const;
    void operator()(Backlog& noun) const;
    void operator()(Test& noun) const;
    void operator()(Resource& noun) const;
    void operator()(Session& noun) const;
    void operator()(Activity& noun) const;
    void operator()(Delay& noun) const;
    void operator()(Fork& noun) const;
    void operator()(Join& noun) const;
    void operator()(Stay& noun) const;
    void operator()(Event& noun) const;
    void operator()(Downtime& noun) const;
    void operator()(Route& noun) const;
    void operator()(Interval& noun) const;
    void operator()(Outcome& noun) const;
    void operator()(BudgetLine& noun) const;

    /// Gives a name that is the site's own, unless it is empty.
    [[nodiscard]] std::string own(std::string const& name) const { return name.empty() ? name : prefix_ + name; }
    /// Rewrites a condition: its tests, and the levels of 'source'. Left as it is when it cannot be read.
    [[nodiscard]] std::string condition(std::string const& text) const;
    /// The same for one that holds for patients of all sites: of the others' it does not say 'not from here'.
    [[nodiscard]] std::string condition_for_all(std::string const& text) const;

private:
    void rename(std::string& name) const { name = own(name); }
    void point(std::string& name) const;
    void resource(std::string& name) const;
    void uses(std::vector<Use>& uses) const;
    void narrow(std::string& where) const;
    template <class Noun>
    void conditions(Noun& noun) const;

    std::string prefix_;
    std::string first_;
    std::set<std::string> tests_;
    std::set<std::string> const& shared_;
    std::string not_of_others_;
};

/// Says whether a condition names the source.
[[nodiscard]] bool names_source(std::string const& condition);

} // namespace pathecon::pathway::detail
