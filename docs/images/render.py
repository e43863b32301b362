# SPDX-License-Identifier: MIT
"""Renders the pictures of the README from the flagship scenario, with the code that draws every report."""

from __future__ import annotations

from pathlib import Path

import pathecon as pe
from pathecon.report import plots, results, view

HERE = Path(__file__).parent


def main() -> None:
    scenario = pe.examples.lung_cancer()
    run = pe.run(scenario, progress=True)
    found = results(scenario, run, pe.appraise(run, scenario.tariff, scenario.terms))
    bound = {arm["name"] for arm in found["arms"] if arm["role"] == "bound"}
    main_interval = view.main_interval(found)
    assert main_interval is not None
    name = main_interval["name"]
    intervals = {arm["name"]: one for arm in found["arms"] for one in arm["intervals"] if one["name"] == name}
    pictures = {"lung_cancer_npv": plots.npv([one for one in found["comparisons"] if one["arm"] not in bound]),
                "lung_cancer_waits": plots.waits(run, intervals, name)}
    for stem, svg in pictures.items():
        (HERE / f"{stem}.svg").write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
