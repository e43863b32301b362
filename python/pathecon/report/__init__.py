# SPDX-License-Identifier: MIT
"""Results for people and machines: one object, the files of a run, and the page."""

from __future__ import annotations

import os
from pathlib import Path

from pathecon._core.econ import Appraisal
from pathecon._core.io import Scenario
from pathecon._core.report import decision, results, results_json, write_outputs
from pathecon._core.study import StudyResult, ledger_of

__all__ = ["decision", "html", "results", "results_json", "write_outputs", "write_report"]


def html(scenario: Scenario, run: StudyResult, appraisal: Appraisal) -> str:
    """Makes the page: one self-contained HTML document."""
    from pathecon.report.page import make

    return make(scenario, run, results(scenario, run, appraisal))


def write_report(scenario: Scenario, run: StudyResult, appraisal: Appraisal, folder: str | os.PathLike[str]) -> Path:
    """Writes report.html, results.json, ledger.csv, runs.csv, with periods periods.csv, and manifest.json, each whole or not at all; returns the folder."""
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    page = html(scenario, run, appraisal)
    beside = out / f".report.html.{os.getpid()}"
    try:
        beside.write_text(page, encoding="utf-8")
        beside.replace(out / "report.html")
    finally:
        beside.unlink(missing_ok=True)
    write_outputs(scenario, run, ledger_of(run, scenario.tariff, scenario.terms), appraisal, out, ["report.html"])
    return out
