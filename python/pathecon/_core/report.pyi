# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import os
import typing

import pathecon._core.econ
import pathecon._core.io
import pathecon._core.ledger
import pathecon._core.study

def results(scenario: pathecon._core.io.Scenario, run: pathecon._core.study.StudyResult, appraisal: pathecon._core.econ.Appraisal) -> dict[str, typing.Any]: """Gives everything a run found, as docs/reference/results.md describes it."""

def results_json(scenario: pathecon._core.io.Scenario, run: pathecon._core.study.StudyResult, appraisal: pathecon._core.econ.Appraisal) -> str: """Gives the same as JSON text."""

def decision(scenario: pathecon._core.io.Scenario, run: pathecon._core.study.StudyResult, appraisal: pathecon._core.econ.Appraisal) -> str: """Says what to buy and what it returns."""

def write_outputs(scenario: pathecon._core.io.Scenario, run: pathecon._core.study.StudyResult, ledger: pathecon._core.ledger.Ledger, appraisal: pathecon._core.econ.Appraisal, folder: str | os.PathLike[str], others: list[str] = []) -> None: """Writes results.json, ledger.csv, runs.csv, with periods periods.csv, and manifest.json, each whole or not at all."""
