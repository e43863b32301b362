# SPDX-License-Identifier: MIT
"""Studies run with the interpreter free, obey Ctrl-C, and give frames without copying."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import textwrap
import threading
import time

import numpy as np
import pathecon as pe
import pytest


def test_threads_make_no_difference(scenario: pe.Scenario, result: pe.StudyResult) -> None:
    assert {pe.run(scenario, threads=threads).hash for threads in (1, 2, 4)} == {result.hash}


def test_a_tool_that_changes_nothing_changes_nothing(scenario: pe.Scenario) -> None:
    nothing = pe.Tool("Nothing", effects=[lambda pathway: pathway, pe.effect.Scale("read", by=1.0)])
    study = pe.Study(scenario.pathway, arms={"usual": [], "new": [nothing]}, horizon="60 d", replications=2)
    run = pe.run(study)
    for frame in (run.waits(), run.visits(), run.usage(), run.outcomes(), run.utilisation(), run.queues()):
        usual, new = (frame[frame["arm"] == arm].drop(columns="arm").reset_index(drop=True) for arm in ("usual", "new"))
        assert usual.equals(new)


def test_an_unstable_queue_is_refused_with_its_load(scenario: pe.Scenario) -> None:
    slow = scenario.pathway.put(scenario.pathway.activity["read"].replace(takes="40 min"))
    with pytest.raises(pe.InvalidInput) as caught:
        pe.run(pe.Study(slow, arms={"usual care": []}))
    assert any(fault.path == "resource/reader" and "load" in fault.message for fault in caught.value.diagnostics)  # type: ignore[attr-defined]


def test_progress_is_told_up_to_the_end(scenario: pe.Scenario) -> None:
    told: list[tuple[int, int]] = []
    pe.run(scenario, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (12, 12) and told == sorted(told)


def test_what_the_progress_raises_stops_the_run(long_study: pe.Study) -> None:
    def stop(done: int, total: int) -> None:
        raise LookupError("enough")

    started = time.monotonic()
    with pytest.raises(LookupError, match="enough"):
        pe.run(long_study, progress=stop)
    assert time.monotonic() - started < 30


def test_other_threads_go_on_while_a_study_runs(scenario: pe.Scenario) -> None:
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    beside = threading.Thread(target=tick)
    beside.start()
    try:
        started = time.monotonic()
        pe.run(scenario.study.replace(replications=12), threads=1)
        ended = time.monotonic()
    finally:
        done.set()
        beside.join()
    within = [at for at in ticks if started < at < ended]
    # A run that held the lock would let nobody tick between its progress calls.
    assert len(within) >= max(3, (ended - started) / 0.02)


CHILD = """
    import sys, time
    import pathecon as pe
    study = pe.Study(pe.examples.chest_xray().put(pe.Resource("room", rota=4)), arms={"usual care": []}, draws=100_000, replications=1)
    started = False
    def progress(done, total):
        global started
        if done >= 4 and not started:
            started = True
            print("running", flush=True)
    try:
        pe.run(study, progress=progress)
        print("finished")
    except pe.Interrupted as stop:
        print("stopped", flush=True)
        print("draws", stop.result.draws, stop.result.partial, len(stop.result.waits()), flush=True)
    print(sum(range(10)), flush=True)
"""


def listen_to_ctrl_c() -> None:
    """Undo what a shell does to jobs in the background, and their children inherit: they ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way on Windows")
def test_ctrl_c_comes_back_at_once_with_what_is_finished() -> None:
    child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(CHILD)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                             preexec_fn=listen_to_ctrl_c)  # noqa: PLW1509
    assert child.stdout is not None and child.stdout.readline().strip() == "running"
    sent = time.monotonic()
    child.send_signal(signal.SIGINT)
    assert child.stdout.readline().strip() == "stopped"
    took = time.monotonic() - sent
    line = child.stdout.readline().split()
    rest, errors = child.stdout.read(), child.stderr.read() if child.stderr else ""
    assert child.wait(timeout=60) == 0, errors
    print(f"Ctrl-C came back after {took:.2f} s")
    assert line[0] == "draws" and int(line[1]) >= 2 and line[2] == "True" and int(line[3]) >= 2, errors
    assert rest.strip() == "45", "the interpreter lives"
    # Promised is half a second; a loaded machine may take longer, a run that does not listen takes minutes.
    assert took < 5


def test_frames_are_views_of_the_librarys_memory(result: pe.StudyResult) -> None:
    from pathecon._core.base import Table

    table = result.distribution_table("usual care", "report")
    assert isinstance(table, Table)
    column = table.column("count")
    assert column.base is table and not column.flags.writeable and np.shares_memory(column, table.column("count"))
    frame = pe.base.Table and __import__("pathecon.frames", fromlist=["frame_of"]).frame_of(table)
    for name in ("low_hours", "high_hours", "count"):
        assert np.shares_memory(frame[name].to_numpy(), table.column(name))
    total = int(frame["count"].sum())
    del table
    assert int(frame["count"].sum()) == total, "the frame keeps the memory alive"


def test_texts_are_categories(result: pe.StudyResult) -> None:
    waits = result.waits()
    assert list(waits["arm"].cat.categories) == ["usual care", "triage", "faster"]
    assert len(waits) == 3 * 4 * 2 and {"interval", "n", "mean_hours", "p90_hours"} <= set(waits.columns)


def test_results_can_be_looked_into(result: pe.StudyResult) -> None:
    assert result.arms == ["usual care", "triage", "faster"] and not result.partial and result.simulated == 12
    assert result.bottlenecks("usual care")["name"][0] == "reader"
    assert pe.bottlenecks(result, "usual care").equals(result.bottlenecks("usual care"))
    rows = result.rows()
    assert len(rows) and {"patient", "hours"} <= set(rows.columns)
    assert len(result.explain()) > 0 and "AI" not in result.pathway("faster").name
    with pytest.raises(KeyError, match="no arm 'slower'"):
        result.bottlenecks("slower")


def test_studies_survive_pickling_and_run_alike(scenario: pe.Scenario, result: pe.StudyResult) -> None:
    again = pickle.loads(pickle.dumps(scenario.study))
    assert again == scenario.study and pe.run(again).hash == result.hash


def test_studies_are_refused_by_name(scenario: pe.Scenario) -> None:
    with pytest.raises(TypeError, match="needs 'arms'"):
        pe.Study(scenario.pathway)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="expected a Pathway"):
        pe.Study("pathway", {"usual": []})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a Tool, found 'Triage'"):
        pe.Study(scenario.pathway, {"usual": [], "new": ["Triage"]})
    with pytest.raises(pe.InvalidInput, match="draws"):
        pe.Study(scenario.pathway, {"usual": []}, draws=0)
    with pytest.raises(pe.InvalidInput, match="did you mean 'replications'"):
        pe.Study(scenario.pathway, {"usual": []}, replication=3)  # type: ignore[call-arg]
