# SPDX-License-Identifier: MIT
"""The command line answers on standard output, complains on standard error and says how it ended by its code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pathecon as pe
import pytest
from pathecon import cli

FILES = {"results.json", "report.html", "ledger.csv", "runs.csv", "manifest.json"}


def command(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pathecon", *map(str, words)], capture_output=True, text=True, timeout=300, check=False, **options)


def test_a_run_ends_well_and_writes_its_files(clinic_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    done = command("run", clinic_file, "--out", out)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in out.iterdir()} == FILES
    first = done.stdout.strip().splitlines()
    assert "What to buy" in "\n".join(first[:4]), "the answer first"
    assert "\r" not in done.stderr and "━━" not in done.stderr, "no bar where nobody looks"
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {one["file"] for one in manifest["files"]} == FILES - {"manifest.json"}
    assert all(one["bytes"] == (out / one["file"]).stat().st_size for one in manifest["files"])


def test_json_is_one_object_and_that_of_the_file(clinic_file: Path, tmp_path: Path) -> None:
    done = command("run", clinic_file, "--json", "--out", tmp_path / "out")
    results = json.loads(done.stdout)
    assert done.returncode == 0 and results == json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    for key in ("schema", "status", "inputs_hash", "seed", "arms", "comparisons", "decision", "warnings", "sources"):
        assert key in results
    interval = results["arms"][0]["intervals"][0]
    assert {"mean_hours", "median_hours", "share_within_standard"} <= set(interval)
    for level in results["comparisons"][0]["levels"].values():
        for figure in ("npv", "net_roi", "gross_ratio", "payback_years"):
            assert {"mean", "low", "high", "standard_error"} <= set(level[figure])


def test_options_go_over_the_file(clinic_file: Path) -> None:
    done = command("run", clinic_file, "--json", "--draws", "3", "--replications", "2", "--seed", "11", "--threads", "1")
    study = json.loads(done.stdout)["study"]
    assert (study["draws"], study["replications"]) == (3, 2) and json.loads(done.stdout)["seed"] == 11


def test_the_same_seed_gives_the_same_bytes(clinic_file: Path) -> None:
    assert command("run", clinic_file, "--json", "--threads", "1").stdout == command("run", clinic_file, "--json", "--threads", "3").stdout


def test_every_fault_is_told_with_file_line_and_remedy(clinic_file: Path, tmp_path: Path) -> None:
    text = clinic_file.read_text(encoding="utf-8")
    clinic_file.write_text(text.replace('horizon = "5 years"', 'horizon = "5 years"\ndisount_rate = 3.5').replace('mean = "14 min"', "mean = 14")
                           .replace('to = "read"\nstandard', 'to = "raed"\nstandard'), encoding="utf-8")
    done = command("run", clinic_file, "--out", tmp_path / "out")
    assert done.returncode == 2 and done.stdout == "" and not (tmp_path / "out").exists()
    for part in ("clinic.toml:14:1 PE0104 error", "did you mean 'discount_rate'?", "PE0105", "14 what?", "did you mean 'read'?"):
        assert part in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads(command("validate", clinic_file, "--json").stdout)
    assert told["status"] == "invalid" and {one["code"] for one in told["diagnostics"]} >= {"PE0104", "PE0105"}


@pytest.mark.parametrize("words", [["run"], ["run", "x.toml", "--draws", "many"], ["run", "x.toml", "--threads", "-1"], ["rum", "x.toml"], ["run", "nowhere.toml"], []])
def test_bad_words_are_bad_input(words: list[str], tmp_path: Path) -> None:
    done = command(*words, cwd=tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_bad_numbers_are_bad_input(clinic_file: Path) -> None:
    done = command("run", clinic_file, "--draws", "0")
    assert done.returncode == 2 and "draws" in done.stderr


def test_a_terminal_of_few_letters_is_no_fault(clinic_file: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "pathecon", "run", str(clinic_file), "--replications", "2"], capture_output=True,
                          env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 0 and "£" in done.stdout.decode("utf-8")


def test_validate_says_that_a_file_is_valid(clinic_file: Path) -> None:
    done = command("validate", clinic_file)
    assert done.returncode == 0 and "is valid" in done.stdout and "3 arms" in done.stdout
    assert json.loads(command("validate", clinic_file, "--json").stdout)["status"] == "valid"


def test_explain_lists_what_the_tools_change(clinic_file: Path) -> None:
    done = command("explain", clinic_file)
    assert done.returncode == 0 and "activity/read/adjustments/Faster reads" in done.stdout
    changes = json.loads(command("explain", clinic_file, "--json").stdout)["changes"]
    assert {"arm", "path", "before", "after", "tool", "effect", "source"} == set(changes[0])


def test_a_failed_run_says_so_in_a_sentence(clinic_file: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "results.json").mkdir(parents=True)
    done = command("run", clinic_file, "--replications", "2", "--out", tmp_path / "out")
    assert done.returncode == 3 and "the run failed" in done.stderr and "Traceback" not in done.stderr


def listen_to_ctrl_c() -> None:
    """Undo what a shell does to jobs in the background, and their children inherit: they ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way on Windows")
def test_ctrl_c_ends_with_130_and_keeps_what_is_finished(clinic_file: Path, tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-m", "pathecon", "run", str(clinic_file), "--draws", "100000", "--replications", "1", "--json", "--out", str(tmp_path / "out")],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=listen_to_ctrl_c)  # noqa: PLW1509
    time.sleep(5)  # Until it has read, drawn and simulated a little.
    child.send_signal(signal.SIGINT)
    out, errors = child.communicate(timeout=60)
    assert child.returncode == 130 and "interrupted" in errors and "Traceback" not in errors
    results = json.loads(out)
    assert results["status"] == "partial" and 2 <= results["study"]["draws"] < results["study"]["draws_asked_for"] == 100_000
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way on Windows")
def test_ctrl_c_ends_the_questions_of_verify_with_130(clinic_file: Path) -> None:
    clinic_file.write_text(clinic_file.read_text(encoding="utf-8").replace('horizon = "120 d"', 'horizon = "70000 d"'), encoding="utf-8")
    child = subprocess.Popen([sys.executable, "-m", "pathecon", "verify", str(clinic_file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                             preexec_fn=listen_to_ctrl_c)  # noqa: PLW1509
    time.sleep(3)  # Until it has read the file and begun.
    sent = time.monotonic()
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)
    assert child.returncode == 130 and "interrupted" in errors and "Traceback" not in errors
    assert time.monotonic() - sent < 5  # Half a second, and what a loaded machine takes to leave.


def test_a_reader_who_leaves_ends_the_run_quietly(clinic_file: Path) -> None:
    done = subprocess.run(f'"{sys.executable}" -m pathecon explain "{clinic_file}" | head -c 10', shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr


def test_cmake_finds_the_library_where_the_package_says() -> None:
    done = command("--cmakedir")
    folder = Path(done.stdout.strip())
    assert done.returncode == 0 and folder == cli.cmake_folder() and folder.is_dir()
    assert (folder / "lib" / "cmake" / "pathecon" / "pathecon-config.cmake").is_file()
    assert (folder / "include" / "pathecon" / "pathecon.hpp").is_file()


def test_the_version_is_the_librarys() -> None:
    assert command("--version").stdout.strip() == f"pathecon {pe.__version__}"
