# SPDX-License-Identifier: MIT
"""What the stories share: a small clinic, as text and as results."""

from __future__ import annotations

from pathlib import Path

import pathecon as pe
import pytest

ROOT = Path(__file__).resolve().parents[2]

CLINIC = """
schema = 1
title = "Clinic & <films>"
name = "clinic"

[study]
horizon = "120 d"
follow_up = "30 d"
replications = 4
seed = 7

[terms]
horizon = "5 years"

[[attribute]]
name = "cancer"
is = 0.05

[[arrivals]]
name = "films"
rate = "9 per h"
open = [ { days = "Mon-Fri", from = "09:00", to = "17:00" } ]

[[resource]]
name = "room"
kind = "room"
rota = [ { days = "Mon-Fri", from = "08:00", to = "20:00", servers = 2 } ]

[[resource]]
name = "reader"
rota = [ { days = "Tue Fri", from = "09:00", to = "17:00", servers = 6 } ]

[[activity]]
name = "x-ray"
uses = "room"
takes = { lognormal = { mean = "8 min", sd = "3 min" }, source = "audit of rooms", status = "local" }

[[activity]]
name = "read"
uses = "reader"
takes = { gamma = { mean = "14 min", sd = "6 min" }, source = "guess <b>", status = "assumption" }

[[route]]
from = "x-ray"
to = "read"

[[interval]]
name = "report"
from = "x-ray"
to = "read"
standard = "24 h"

[[interval]]
name = "report, cancers"
from = "x-ray"
to = "read"
where = "cancer"
standard = "24 h"
rows = true

[[budget_line]]
name = "insourced reading"
group = "reader"
baseline = "£200,000"
step = "160 h"
step_value = "£22,400"

[[price]]
item = "reader"
per = "hour"
amount = "£140"

[[tool]]
name = "Triage <script>alert(1)</script>"
effects = [ { prioritise = { activity = "read", condition = "cancer", sensitivity = 0.9, flags = 0.2 } }, { adopt = { usage = 1.0 } } ]
cost = { once = "£40,000", per_year = "£10,000", per_use = "£1.20", used_at = "read", price_year = 2025 }

[[tool]]
name = "Faster reads"
effects = [ { scale = { activity = "read", by = 0.9 } }, { adopt = { usage = 1.0 } } ]
cost = { once = "£20,000", per_year = "£10,000", price_year = 2025 }

[[arm]]
name = "usual care"
role = "comparator"

[[arm]]
name = "triage"
tools = ["Triage <script>alert(1)</script>"]

[[arm]]
name = "faster"
tools = ["Faster reads"]
"""


@pytest.fixture(scope="session")
def scenario() -> pe.Scenario:
    return pe.parse_scenario(CLINIC, "clinic.toml")


@pytest.fixture(scope="session")
def result(scenario: pe.Scenario) -> pe.StudyResult:
    return pe.run(scenario)


@pytest.fixture(scope="session")
def appraisal(scenario: pe.Scenario, result: pe.StudyResult) -> pe.Appraisal:
    return pe.appraise(result, scenario.tariff, scenario.terms)


@pytest.fixture
def clinic_file(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.toml"
    path.write_text(CLINIC, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def long_study() -> pe.Study:
    """A study that nobody waits for: an hour of work, in thousands of draws."""
    pathway = pe.parse_scenario(CLINIC).study.pathway.put(pe.Resource("room", kind="room", rota=4))
    return pe.Study(pathway, arms={"usual care": []}, horizon="365 d", draws=100_000, replications=1)
