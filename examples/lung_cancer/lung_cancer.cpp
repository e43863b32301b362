// SPDX-License-Identifier: MIT
// The lung cancer scenario from C++: the file's pathway, tools and prices, run, appraised and printed arm by arm.
#include <cstdio>

#include <pathecon/pathecon.hpp>

using namespace pathecon;

int main(int argc, char** argv)
{
    try {
        auto scenario = io::load_scenario(argc > 1 ? argv[1] : "examples/lung_cancer/scenario.toml");
        scenario.study.draws = 8;           // the file asks for more: this is a first look
        scenario.study.replications = 2;

        // Everything in the scenario is plain data and may be changed here, for instance one more arm:
        auto const& four = scenario.study.arms.at(7);
        scenario.study.arms.push_back({.name = "four tools, longer sessions", .tools = four.tools});
        scenario.study.arms.back().tools.tools.push_back(scenario.study.arms.at(1).tools.tools.front());

        auto const result = study::run(scenario.study);
        auto const appraisal = study::appraise(result, scenario.tariff, scenario.terms);

        std::printf("%-30s %14s %26s %10s\n", "arm", "NPV in cash, £", "95 % interval", "net ROI");
        for (auto const& arm : result.arms) {
            if (arm.role == study::Role::comparator) continue;
            auto const& cash = appraisal.arm(arm.name).at(econ::Level::cash);
            std::printf("%-30s %14.0f %12.0f to %10.0f %10.2f\n", arm.name.c_str(), cash.npv.mean, cash.npv.low, cash.npv.high,
                        cash.roi_net.mean);
        }
        for (auto const& gate : study::gates_of(result))
            if (gate.interval == "film to diagnosis")
                std::printf("%-30s film to diagnosis x %.3f (%.3f to %.3f)\n", gate.arm.c_str(), gate.geometric_mean_ratio.mean,
                            gate.geometric_mean_ratio.low, gate.geometric_mean_ratio.high);
    } catch (base::InvalidInput const& faults) {
        std::fputs(faults.diagnostics().text().c_str(), stderr);
        return 2;
    }
}
