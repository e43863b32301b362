// SPDX-License-Identifier: MIT
/// \file
/// A draft is a random pathway in the making.
#pragma once

#include <string>
#include <vector>

#include "dice.hpp"
#include "random_pathway.hpp"

namespace reference {

class Draft {
public:
    Draft(std::uint64_t seed, Words words);
    RandomPathway finished() &&;

private:
    // draft.cpp: who comes, and where they go
    void set_horizon();
    void add_patients();
    void add_attributes();
    void name_steps();
    void add_tests();
    void add_routes();
    void add_measures();
    void add_events();
    void add_backlogs();
    void vary(pathway::Arrivals& arrivals);
    pathway::Branch side_branch(std::size_t i);
    std::string later(std::size_t i);
    void choose_by_queue(pathway::Route& route, std::size_t i);

    // draft_work.cpp: who does the work, and how patients wait for it
    void add_resources();
    void add_sessions();
    void fill(pathway::Activity& work, std::size_t i);
    void add_uses(pathway::Activity& work);
    void add_queue_rules(pathway::Activity& work, std::size_t i);
    void fill_branch(pathway::Activity& work);
    void add_stays();
    void add_downtimes();
    void let_bulk_finish();
    void separate_sessions();
    void number_persons();
    pathway::Use use();
    /// A word that is not spoken yet where only queues are.
    bool maybe(double p) { return words_ == Words::all && parts_.dice.maybe(p); }

    Words const words_;
    RandomPathway drawn_{};
    pathway::Pathway& made_;
    Parts parts_;
    Dice& dice_;
    std::vector<std::string> main_{}; ///< Steps from the first to the last, outside forks.
    std::vector<std::string> in_forks_{};
    double busy_ = 1; ///< Minutes of a usual piece of work.
};

} // namespace reference
