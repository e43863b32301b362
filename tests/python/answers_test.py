# SPDX-License-Identifier: MIT
"""What is not known is not shown as a number, what is wrong is told as what it is, and Ctrl-C is obeyed everywhere."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pathecon as pe
import pytest
from pathecon import cli, minutes
from pathecon.report import precision, view


def narrow(**more: Any) -> pe.Study:
    """A nurse and a doctor, and nobody may wait between them; some give up, some go elsewhere."""
    pathway = pe.Pathway("narrow")
    pathway += pe.Arrivals("patients", rate="4 per h")
    pathway += [pe.Resource("nurse", servers=1), pe.Resource("doctor", servers=1)]
    pathway += pe.Activity("triage", uses="nurse", takes="10 min", patience={"after": "30 min"})
    pathway += pe.Activity("see", uses="doctor", takes={"exponential": "12 min"}, room=0)
    pathway += pe.Route("triage", "see")
    pathway += pe.Interval("visit")
    pathway += pe.Interval("never", from_="see", to="triage")
    return pe.Study(pathway, arms={"usual care": []}, **{"horizon": "7 d", "replications": 2, **more})


def test_nobodys_times_are_missing_and_so_is_a_share_of_no_standard() -> None:
    waits = pe.run(narrow()).waits()
    never, visit = waits[waits.interval == "never"], waits[waits.interval == "visit"]
    assert (never.n == 0).all() and never[["mean_hours", "p50_hours", "p90_hours"]].isna().all(axis=None)
    assert visit.within_standard.isna().all() and visit.p50_hours.gt(0).all()


def test_nobodys_times_are_null_in_the_results_and_a_dash_on_the_page(clinic_file: Path) -> None:
    text = clinic_file.read_text(encoding="utf-8") + '\n[[interval]]\nname = "never"\nfrom = "read"\nto = "x-ray"\n'
    scenario = pe.parse_scenario(text, "clinic.toml")
    run = pe.run(scenario)
    appraisal = pe.appraise(run, scenario.tariff, scenario.terms)
    results = pe.report.results(scenario, run, appraisal)
    never = next(one for one in results["arms"][0]["intervals"] if one["name"] == "never")
    assert never["median_hours"] is None or never["median_hours"]["mean"] is None
    names, rows = view.wait_table(results)
    assert rows[0][1][names.index("never")][0] == "–"
    assert any(one["code"] == "PE0624" and one["path"] == "interval/never" for one in results["warnings"])
    assert "never" in pe.report.html(scenario, run, appraisal)


@pytest.mark.parametrize(("mean", "low", "high", "said"), [
    (20_000, 4e-7, 8e14, "too few runs to say"), (20_000, 10_000, 40_000, "more than 1,000 times the runs"),
    (1.0, 0.9, 1.1, "as many runs"), (12.0, 4.0, 36.0, "12 times the runs")])
def test_what_the_same_luck_gained_is_said_in_numbers_that_mean_something(mean: float, low: float, high: float, said: str) -> None:
    figure = {"mean": mean, "low": low, "high": high, "standard_error": None if mean == 1 else mean, "over": "replications", "n": 4}
    known = precision.Known("arm", "mean of visit", "hours", figure, ratio=figure)
    assert known.worth == said or known.worth.endswith("times the runs") and mean == 12
    assert "," not in known.worth_range or mean != 20_000


def test_who_did_not_get_through_is_on_the_page_and_in_the_terminal(clinic_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = clinic_file.read_text(encoding="utf-8").replace('uses = "reader"\n', 'uses = "reader"\npatience = { after = "20 h" }\n', 1)
    (tmp_path / "s.toml").write_text(text, encoding="utf-8")
    assert cli.main(["run", str(tmp_path / "s.toml"), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert "Who did not get through" in told and "Gave up" in told
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Who did not get through" in page and "Gave up waiting" in page


def test_a_case_without_clocks_and_tools_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(textwrap.dedent("""
        schema = 1
        title = "ward"
        name = "ward"
        [study]
        horizon = "7 d"
        [[arrivals]]
        rate = "1 per d"
        [[resource]]
        name = "bed"
        servers = 5
        [[activity]]
        name = "stay"
        uses = "bed"
        takes = "2 d"
        [[arm]]
        name = "usual care"
        """), encoding="utf-8")
    assert cli.main(["run", str(tmp_path / "s.toml"), "--out", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "usual care" in page and "What each tool changes" not in page


def test_notes_are_told_once_and_one_is_one(clinic_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = clinic_file.read_text(encoding="utf-8")
    clinic_file.write_text(text.replace('uses = "reader"\n', 'uses = "reader"\npatience = { after = "20 h" }\n', 1), encoding="utf-8")
    assert cli.main(["run", str(clinic_file)]) == 0
    told = capsys.readouterr()
    assert (told.out + told.err).count("PE0303: resource/reader") <= 1 and "PE0303" in told.out
    one_arm = text[:text.index('[[arm]]\nname = "triage"')]
    clinic_file.write_text(one_arm, encoding="utf-8")
    assert cli.main(["validate", str(clinic_file)]) == 0
    assert ", 1 arm," in capsys.readouterr().out


def test_validate_knows_what_tools_leave_to_be_said(clinic_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clinic_file.write_text(clinic_file.read_text(encoding="utf-8").replace(", { adopt = { usage = 1.0 } } ]", " ]"), encoding="utf-8")
    assert cli.main(["validate", str(clinic_file)]) == 0
    told = capsys.readouterr()
    assert "PE0402" in told.err and "a run may find more" in told.out


def test_a_folder_that_cannot_be_written_is_told_before_anything_runs(clinic_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        started = time.monotonic()
        assert cli.main(["run", str(clinic_file), "--draws", "100000", "--out", str(out)]) == 2
        assert time.monotonic() - started < 10
        assert "there is a file of that name" in capsys.readouterr().err


def test_a_missing_file_and_a_folder_in_its_place_have_their_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["validate", str(tmp_path / "none.toml")]) == 2
    assert "PE0705 error: there is no such file" in capsys.readouterr().err
    assert cli.main(["validate", str(tmp_path)]) == 2
    assert "PE0705 error: expected a file, found a folder" in capsys.readouterr().err


def test_no_number_makes_no_quantity() -> None:
    for wrong in (math.nan, math.inf, 1e300):
        with pytest.raises(ValueError, match="no Duration that can be counted"):
            wrong * minutes
    with pytest.raises(ValueError, match="divide by"):
        minutes / 0.0


def test_a_pathway_is_no_study_and_says_so() -> None:
    pathway = narrow().pathway
    for verb in (pe.run, pe.verify, pe.event_log, pe.occupancy):
        with pytest.raises(TypeError, match=r"found a Pathway: make a study of it, pe\.Study"):
            verb(pathway)  # type: ignore[operator]
    with pytest.raises(TypeError, match="found a int"):
        pe.run(3)  # type: ignore[arg-type]


def test_a_noun_in_place_of_its_name_says_so() -> None:
    with pytest.raises(TypeError, match="'uses' takes the name of a noun, not the noun: write uses='nurse'"):
        pe.Activity("see", uses=pe.Resource("nurse"), takes="5 min")
    with pytest.raises(TypeError, match="'to' takes the name of a noun, not the noun: write to='b'"):
        pe.Route("a", pe.Activity("b"))
    with pytest.raises(TypeError, match="write uses='nurse'"):
        pe.Activity("see", uses=["room", pe.Resource("nurse")], takes="5 min")
    assert pe.Pathway("p", activity=[pe.Activity("b")]).activity["b"].name == "b"


def test_a_name_that_is_not_there_is_told_with_those_that_are() -> None:
    result = pe.run(narrow())
    with pytest.raises(KeyError, match="did you mean 'visit'"):
        result.distribution("usual care", "vist")
    with pytest.raises(KeyError, match="did you mean 'usual care'"):
        result.distribution("usual car", "visit")


def test_a_log_shows_who_is_blocked_and_has_real_timestamps() -> None:
    study = narrow()
    log = pe.event_log(study, format="pm4py")
    assert pd.api.types.is_datetime64_any_dtype(log["time:timestamp"]) and log["time:timestamp"].min() >= pd.Timestamp("1970-01-05")
    blocked = log[log["concept:name"] == "see (blocked)"]
    assert set(blocked["lifecycle:transition"]) == {"start", "complete"} and blocked["org:resource"].eq("nurse 1").all()
    dated = pe.event_log(study.replace(pathway=study.pathway.replace(starts="2026-01-05")), format="bupar")
    assert dated["timestamp"].min() >= pd.Timestamp("2026-01-05")
    # Nobody is on a server that another still holds: the nurse's uses end before the next begins.
    shown = pe.event_log(study)
    nurse = shown[(shown.event == "triage") & shown.event_type.isin(["resource_use", "resource_use_end"])]
    assert (nurse.event_type.to_numpy()[:-1:2] == "resource_use").all() and (nurse.event_type.to_numpy()[1::2] == "resource_use_end").all()


def test_the_queues_of_a_log_are_those_of_the_table() -> None:
    study = narrow(replications=1, follow_up="7 d")
    log = pe.event_log(study)
    queues = pe.run(study).queues().set_index("step")
    see = log[log.event == "see"]
    joined = see[see.event_type == "queue"].groupby("entity_id", observed=True).time.first()
    began = see[see.event_type == "resource_use"].groupby("entity_id", observed=True).time.first()
    inside = joined[joined < 7 * 24]
    waits = (began - inside).dropna()
    assert len(waits) == queues.loc["see", "n"] and waits.mean() == pytest.approx(queues.loc["see", "mean_hours"], rel=1e-9)


def test_a_steady_state_and_an_occupancy_say_what_they_are() -> None:
    study = narrow(horizon="28 d")
    assert repr(pe.steady_state(study, "usual care", "visit")).startswith("SteadyState(arm='usual care', interval='visit', 2 replications of ")
    assert repr(pe.occupancy(study)).startswith("Occupied(2 resources, 2 steps, 56 days observed")


def listen_to_ctrl_c() -> None:
    """Undo what a shell does to jobs in the background, and their children inherit: they ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


LONG = """
    import pathecon as pe
    pathway = pe.examples.chest_xray().put(pe.Resource("room", rota=4))
    study = pe.Study(pathway, arms={{"usual care": []}}, horizon="{horizon}", replications=8)
    print("running", flush=True)
    try:
        {call}
        print("finished", flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way on Windows")
@pytest.mark.parametrize("call", ["pe.verify(study)", "pe.occupancy(study)", "pe.event_log(study)", 'pe.steady_state(study, "usual care", "report")'])
def test_ctrl_c_is_obeyed_by_every_verb_that_simulates(call: str) -> None:
    horizon = "7000 d" if "event_log" in call else "70000 d"
    child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(LONG.format(call=call, horizon=horizon))], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True, preexec_fn=listen_to_ctrl_c)  # noqa: PLW1509
    assert child.stdout is not None and child.stdout.readline().strip() == "running"
    time.sleep(0.7)
    sent = time.monotonic()
    child.send_signal(signal.SIGINT)
    line = child.stdout.readline().strip()
    took = time.monotonic() - sent
    child.kill()
    assert line == "stopped", child.communicate()
    print(f"{call} came back after {took:.2f} s")
    # Promised is half a second; a loaded machine may take longer.
    assert took < 5
