# SPDX-License-Identifier: MIT
"""A study seen closely: its log, its hours, and questions whose answers are known."""

from __future__ import annotations

import csv
import io
import json

import pytest

import pathecon as pe
from pathecon import cli

CLINIC = """
schema = 1
title = "Clinic"
[study]
horizon = "28 d"
replications = 2
[[arrivals]]
rate = "2 per hour"
open = [{ days = "Mon-Fri", from = "09:00", to = "17:00" }]
[[resource]]
name = "doctor"
rota = [{ days = "Mon-Fri", from = "09:00", to = "18:00" }]
[[activity]]
name = "see"
uses = "doctor"
takes = { gamma = { mean = "20 min", sd = "8 min" } }
patience = "3 h"
[[interval]]
name = "wait"
to = "see.start"
[[arm]]
name = "usual care"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text(CLINIC, encoding="utf-8")
    return path


def test_a_sound_scenario_passes_every_question(file):
    found = pe.verify(pe.load_scenario(file))
    assert list(found.columns) == ["claim", "verdict", "found"]
    assert not (found["verdict"] == "fails").any(), found.to_string()
    assert (found["verdict"] == "holds").sum() >= 6


def test_the_shell_says_the_verdict_in_words_and_in_json(file, capsys):
    assert cli.main(["verify", str(file)]) == 0
    told = capsys.readouterr().out
    assert "claims that could be put to it hold" in told
    assert cli.main(["verify", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "ok"


@pytest.mark.parametrize(("format", "case"), [("vidigi", "entity_id"), ("bupar", "case_id"), ("pm4py", "case:concept:name")])
def test_a_log_has_the_columns_of_those_who_read_it(file, format, case):
    log = pe.event_log(pe.load_scenario(file), format=format)
    assert case in log.columns
    assert len(log) > 1000


def test_the_shell_writes_a_log_that_reads_back(file, capsys):
    assert cli.main(["log", str(file), "--format", "bupar"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["lifecycle_id"] for row in rows} >= {"schedule", "start", "complete"}


def test_a_log_of_an_arm_that_is_not_there_is_refused(file, capsys):
    assert cli.main(["log", str(file), "--arm", "nobody"]) == 2
    assert "there is no arm 'nobody'" in capsys.readouterr().err


def test_nobody_is_on_duty_at_night(file):
    hours = pe.occupancy(pe.load_scenario(file)).by_hour().set_index("hour")
    assert hours.loc[3, "open"] == 0
    assert hours.loc[10, "open"] == 1
    assert 0 < hours.loc[10, "utilisation"] <= 1
