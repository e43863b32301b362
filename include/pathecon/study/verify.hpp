// SPDX-License-Identifier: MIT
/// \file
/// Verifying a study puts questions to it whose answers are known whatever the study is about.
#pragma once

#include <string>
#include <vector>

#include <pathecon/ledger/tariff.hpp>
#include <pathecon/study/run.hpp>
#include <pathecon/study/study.hpp>

namespace pathecon::study {

enum class Verdict { holds, fails, skipped };

/// One claim, what came of it, and why: figures where it fails, the reason where it cannot be asked.
struct Verified {
    std::string claim{};
    Verdict verdict = Verdict::holds;
    std::string found{};
};

/// Asks a study, at the base values of its inputs:
///  - that a tool which changes nothing changes no replication by a bit;
///  - that nothing happens when nobody comes;
///  - that nobody waits for staff, rooms or machines when there are more than anybody needs;
///  - that doubling every unit price doubles what is paid by unit prices, to 1e-9 (needs a tariff);
///  - that the order of the arms does not matter: differences change their sign and nothing else;
///  - that two streams of half the rate are the stream, in distribution (|z| <= 4.89);
///  - that the same times written in minutes give the same answer;
///  - that one and two threads give the same bits, and so do the loop that is fast and the one that keeps logs;
///  - that every patient who came has left or is still there.
/// Simulates at most `replications` of each. Throws base::InvalidInput for a study with faults. `progress` and `cancel` of the
/// options are obeyed as by run(); of a cancelled call, the answers that there are come back.
std::vector<Verified> verify(Study const& study, ledger::Tariff const& tariff = {}, int replications = 4, RunOptions const& options = {});

/// Whether no claim fails.
bool is_verified(std::vector<Verified> const& all);

} // namespace pathecon::study
