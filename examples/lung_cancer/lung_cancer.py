# SPDX-License-Identifier: MIT
"""The lung cancer scenario from Python: the file's pathway, tools and prices, run, appraised and printed arm by arm."""

import sys
from pathlib import Path

import pathecon as pe

file = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("scenario.toml")
scenario = pe.load_scenario(file)

# Everything in the scenario is plain data. A changed copy, here with one more arm:
arms = {arm.name: arm for arm in scenario.study.arms}
extra = pe.Arm("four tools, longer sessions", tools=[*arms["all four tools"].tools, *arms["do minimum"].tools])
study = scenario.study.replace(
    arms=[*scenario.study.arms, extra],
    draws=8,  # the file asks for more: this is a first look
    replications=2,
)

run = pe.run(study)
result = pe.appraise(run, scenario.tariff, scenario.terms)

for arm in study.arms[1:]:
    print(f"{arm.name:30} NPV in cash £{result.npv(arm.name)}")
print(run.waits().groupby(["interval", "arm"], observed=True)["p50_hours"].mean().unstack().round(1).to_string())
