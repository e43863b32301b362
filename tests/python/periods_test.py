# SPDX-License-Identifier: MIT
"""Results by period, as an analyst reads them: tables that add up, a page and a terminal that tell the periods apart."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pathecon as pe
import pytest
from pathecon import days, minutes, years
from pathecon.report import periods, terminal

TABLES = ("visits", "usage", "waits", "queues", "classes", "lost", "outcomes", "utilisation", "rows")


@pytest.fixture(scope="module")
def cut(scenario: pe.Scenario) -> pe.Scenario:
    return scenario.replace(study=scenario.study.replace(period="50 d"))


@pytest.fixture(scope="module")
def run(cut: pe.Scenario) -> pe.StudyResult:
    return pe.run(cut.study)


@pytest.fixture(scope="module")
def results(cut: pe.Scenario, run: pe.StudyResult) -> dict[str, object]:
    return pe.report.results(cut, run, pe.appraise(run, cut.tariff, cut.terms))


def with_period(clinic_file: Path, period: str) -> Path:
    """The file of the clinic with a period in it."""
    text = clinic_file.read_text(encoding="utf-8")
    clinic_file.write_text(text.replace('horizon = "120 d"', f'horizon = "120 d"\nperiod = "{period}"'), encoding="utf-8")
    return clinic_file


def test_a_study_keeps_its_period(cut: pe.Scenario, clinic_file: Path) -> None:
    assert cut.study.period == 50 * days and pickle.loads(pickle.dumps(cut.study)) == cut.study
    assert cut.study.replace(replications=1).period == 50 * days
    assert pe.load_scenario(with_period(clinic_file, "50 d")).study == cut.study


def test_a_period_that_does_not_fit_is_refused_with_its_place(cut: pe.Scenario) -> None:
    with pytest.raises(pe.InvalidInput, match="PE0623 error: study/period: a period of 1.00 years|PE0623 error: study/period: a period of 365 d"):
        pe.run(cut.study.replace(period=1 * years))
    with pytest.raises(pe.InvalidInput, match="cut the horizon of 120 d into 2,?880, and 120 are the most"):
        pe.run(cut.study.replace(period="1 h"))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_by_period_adds_up_to_the_table_of_the_whole(run: pe.StudyResult, name: str) -> None:
    whole, parts = getattr(run, name)(), getattr(run, name)(by_period=True)
    assert [*parts.columns] == [*whole.columns[:3], "period", "start_days", *whole.columns[3:]]
    assert sorted(set(parts["period"])) == [1, 2, 3] and sorted(set(parts["start_days"])) == [0, 50, 100]
    for column in {"visits", "n", "reneged", "balked", "missed", "unfinished", "count", "within_standard"} & {*whole.columns}:
        assert parts[column].sum() == whole[column].sum()
    for column in {"minutes", "worked_hours", "open_hours", "hours"} & {*whole.columns}:
        assert parts[column].sum() == pytest.approx(whole[column].sum(), rel=1e-12)


def test_the_whole_is_the_same_whether_periods_are_asked_for_or_not(run: pe.StudyResult, result: pe.StudyResult) -> None:
    for name in TABLES:
        assert getattr(run, name)().equals(getattr(result, name)())
    assert run.hash != result.hash


def test_where_times_lie_is_known_of_each_period(run: pe.StudyResult) -> None:
    whole = run.distribution("triage", "report")["count"].sum()
    assert sum(run.distribution("triage", "report", period=p)["count"].sum() for p in (1, 2, 3)) == whole
    with pytest.raises(KeyError, match="no period 4: they are numbered from 1 to 3"):
        run.distribution("triage", "report", period=4)


def test_growth_shows_in_the_years() -> None:
    door = (pe.Pathway("door") + pe.Arrivals("all", rate=20 / days, growth=0.5) + pe.Activity("come", takes=1 * minutes))
    run = pe.run(pe.Study(door, arms={"usual": []}, horizon=3 * years, period=1 * years, replications=2))
    first, second, third = run.visits(by_period=True).groupby("period")["visits"].mean()
    assert second / first == pytest.approx(1.5, rel=0.05) and third / second == pytest.approx(1.5, rel=0.05)


def test_the_page_tells_the_periods_apart(cut: pe.Scenario, run: pe.StudyResult) -> None:
    page = pe.report.html(cut, run, pe.appraise(run, cut.tariff, cut.terms))
    assert "<h3>Period by period</h3>" in page and re.search(r"Period 3<span class=\"range\">20 days</span>", page)
    assert "Use of reader" in page and "periods.csv" in page


def test_a_page_without_periods_does_not_speak_of_them(scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> None:
    page = pe.report.html(scenario, result, appraisal)
    assert "Period" not in page and "periods.csv" not in page and "period_days" in pe.report.results_json(scenario, result, appraisal)


def test_years_are_called_years_and_arms_that_say_the_same_are_one_line(results: dict[str, object]) -> None:
    told = periods.of(results)
    assert told is not None and told.title == "Period by period"
    came = told.blocks[0]
    assert came.name == "Patients who arrive" and [row.name for row in came.rows] == ["every arm"]
    assert any(block.name == "Median of report, cancers" and len(block.rows) == 3 for block in told.blocks)
    yearly = {**results, "study": {**results["study"], "period_days": 365.0}}  # type: ignore[dict-item]
    named = periods.of(yearly)
    assert named is not None and named.title == "Year by year" and named.headings[0][0] == "Year 1"


def test_many_periods_are_cut_to_what_a_page_holds(cut: pe.Scenario) -> None:
    study = cut.study.replace(period="1 d", horizon="30 d", replications=1)
    run = pe.run(study)
    many = cut.replace(study=study)
    told = periods.of(pe.report.results(many, run, pe.appraise(run, cut.tariff, cut.terms)))
    assert told is not None and len(told.headings) == periods.MOST_SHOWN
    assert told.note.startswith("The first 12 of 30; all of them are in periods.csv.")


def test_the_terminal_shows_the_periods(results: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(results)
    said = capsys.readouterr().out
    assert "Period by period" in said and "Period 3, 20 days" in said and "Use of reader" in said


def test_the_command_writes_a_table_of_periods(clinic_file: Path, tmp_path: Path) -> None:
    file = with_period(clinic_file, "40 d")
    done = subprocess.run([sys.executable, "-m", "pathecon", "run", str(file), "--replications", "2", "--out", str(tmp_path / "out")],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "periods.csv" in done.stdout, done.stderr
    header = (tmp_path / "out" / "periods.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert header == "arm,draw,replication,period,start_days,measure,item,value"
    results = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert [one["start_days"] for one in results["arms"][0]["periods"]] == [0, 40, 80]
