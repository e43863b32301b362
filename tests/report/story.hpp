// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A scenario from its text to its results.

#include <string>

#include <pathecon/report/results.hpp>
#include <pathecon/study/appraise.hpp>

#include "clinic_text.hpp"

struct Story {
    pathecon::io::Scenario scenario;
    pathecon::study::StudyResult run;
    pathecon::ledger::Ledger ledger;
    pathecon::econ::Appraisal appraisal;
    pathecon::base::Value results;

    explicit Story(std::string const& text = clinic::text, pathecon::study::RunOptions const& options = {})
        : scenario{pathecon::io::parse_scenario(text)}
        , run{pathecon::study::run(scenario.study, options)}
        , ledger{pathecon::study::ledger_of(run, scenario.tariff, scenario.terms)}
        , appraisal{pathecon::econ::appraise(ledger, scenario.terms)}
        , results{pathecon::report::results(scenario, run, appraisal)}
    {}
};
