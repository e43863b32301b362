# SPDX-License-Identifier: MIT
"""The command line: `pathecon run|validate|explain|verify|log FILE`. The answer goes to standard output, everything else to standard error."""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pathecon as pe
from pathecon._core import report as _report

OK, BAD_INPUT, FAILED, INTERRUPTED = 0, 2, 3, 130
EXIT_CODES = "exit codes: 0 ok, 2 bad input, 3 the run failed, 130 interrupted"


def say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def print_json(content: Any) -> None:
    import json

    print(content if isinstance(content, str) else json.dumps(content, indent=2, ensure_ascii=False))


def diagnostic_object(one: pe.Diagnostic) -> dict[str, Any]:
    return {"code": f"PE{one.code:04d}", "severity": one.severity, "place": one.place, "line": one.line, "column": one.column,
            "path": one.path, "message": one.message, "hint": one.hint}


def tell(diagnostics: Iterable[pe.Diagnostic]) -> None:
    say(*(str(one) for one in diagnostics))


class Refused(Exception):
    """What the options ask for cannot be; nothing was run."""


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def make_ready(folder: Path) -> None:
    """Finds out before anything runs whether the files can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as fault:
        why = "there is a file of that name" if isinstance(fault, FileExistsError | NotADirectoryError) else fault.strerror or str(fault)
        raise Refused(f"--out {folder}: cannot write there: {why}") from fault


def load(arguments: argparse.Namespace) -> pe.Scenario:
    """Reads the file, with the study that the options ask for."""
    scenario = pe.load_scenario(arguments.file)
    asked = {name: value for name in ("draws", "replications", "seed") if (value := getattr(arguments, name, None)) is not None}
    return scenario.replace(study=scenario.study.replace(**asked)) if asked else scenario


def simulate(scenario: pe.Scenario, threads: int) -> pe.StudyResult:
    """Runs, with a bar where somebody can see it."""
    if not sys.stderr.isatty():
        return pe.run(scenario, threads=threads)
    from rich.console import Console

    from pathecon.progress import Bar

    with Bar(Console(stderr=True)) as bar:
        return pe.run(scenario, threads=threads, progress=bar.show)


def run(arguments: argparse.Namespace) -> int:
    scenario = load(arguments)
    if arguments.out is not None:
        make_ready(arguments.out)
    interrupted: pe.Interrupted | None = None
    try:
        result = simulate(scenario, arguments.threads)
    except pe.Interrupted as stop:
        if stop.result is None:
            raise
        interrupted, result = stop, stop.result
    appraisal = pe.appraise(result, scenario.tariff, scenario.terms)
    results = _report.results(scenario, result, appraisal)
    if arguments.out is not None:
        from pathecon.report import write_report

        write_report(scenario, result, appraisal, arguments.out)
    if arguments.json:
        print_json(_report.results_json(scenario, result, appraisal))
    else:
        from pathecon.report.terminal import show

        show(results)
        if arguments.out is not None:
            periods = " periods.csv," if results["study"]["period_days"] is not None else ""
            print(f"\nWritten to {arguments.out}: report.html, results.json, ledger.csv, runs.csv,{periods} manifest.json")
    if interrupted is not None:
        say(f"pathecon: {interrupted.args[0].split(':')[0]}; what is shown is of these")
        return INTERRUPTED
    return FAILED if results["status"] == "failed" else OK


def validate(arguments: argparse.Namespace) -> int:
    scenario = load(arguments)
    if arguments.json:
        print_json({"schema": 1, "status": "valid", "title": scenario.title, "inputs_hash": scenario.hash,
                    "diagnostics": [diagnostic_object(one) for one in scenario.warnings]})
        return OK
    tell(scenario.warnings)
    study = scenario.study
    activities = len(study.pathway.activity)
    print(f"{arguments.file} is valid: '{scenario.title}', {activities} activit{'y' if activities == 1 else 'ies'}, {count(len(study.arms), 'arm')}, "
          f"{count(len(scenario.tools), 'tool')}, {count(len(scenario.tariff.price), 'price')}; {count(len(scenario.warnings), 'warning')} so far (a run may find more)")
    return OK


def explain(arguments: argparse.Namespace) -> int:
    changes = pe.explain(load(arguments))
    if arguments.json:
        print_json({"schema": 1, "changes": changes.to_dict(orient="records")})
        return OK
    from pathecon.report.terminal import show_changes

    show_changes(changes)
    return OK


def verify(arguments: argparse.Namespace) -> int:
    """Puts questions to the scenario whose answers are known; a claim that fails is the code of a failed run."""
    scenario = load(arguments)
    found = pe.verify(scenario, replications=arguments.replications or 4)
    sound = not (found["verdict"] == "fails").any()
    if arguments.json:
        print_json({"schema": 1, "status": "ok" if sound else "failed", "title": scenario.title, "claims": found.to_dict(orient="records")})
    else:
        from pathecon.report.terminal import show_verified

        show_verified(scenario.title, found)
    return OK if sound else FAILED


def log(arguments: argparse.Namespace) -> int:
    """Writes every patient's way through one replication as CSV."""
    from pathecon._core import study as core

    table = core.event_log(load(arguments).study, arguments.arm, draw=arguments.draw, replication=arguments.replication, format=arguments.format)
    if arguments.json:
        from pathecon.frames import frame_of

        print_json({"schema": 1, "log": frame_of(table).to_dict(orient="records")})
    else:
        sys.stdout.write(table.csv().replace("\r\n", "\n"))
    return OK


def cmake_folder() -> Path:
    """Where `find_package(pathecon)` looks: the package's own folder holds include/ and lib/cmake/."""
    return Path(__file__).resolve().parent


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and how to ask for help."""

    def error(self, message: str) -> Any:
        self.exit(BAD_INPUT, f"pathecon: {message} (try: {self.prog} --help)\n")


def threads(word: str) -> int:
    """A number of threads; a negative one is no number of anything."""
    if (count := int(word)) < 0:
        raise ValueError
    return count


def parser() -> argparse.ArgumentParser:
    top = Parser(prog="pathecon", description="Simulates patient pathways as queues and values what AI tools change in them.", epilog=EXIT_CODES)
    top.add_argument("--version", action="version", version=f"pathecon {pe.__version__}")
    top.add_argument("--cmakedir", action="store_true", help="print the folder for CMAKE_PREFIX_PATH and leave")
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, call: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=about, description=about, epilog=EXIT_CODES)
        one.set_defaults(call=call)
        one.add_argument("file", metavar="FILE", help="the scenario, a TOML file")
        one.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        return one

    running = command("run", run, "simulate every arm, appraise it and say what to buy")
    running.add_argument("--out", metavar="DIR", type=Path, help="write report.html, results.json, ledger.csv, runs.csv and manifest.json there")
    running.add_argument("--draws", metavar="N", type=int, help="draws from the priors, in place of the file's")
    running.add_argument("--replications", metavar="N", type=int, help="simulated operations for each draw and arm")
    running.add_argument("--seed", metavar="S", type=int, help="seed of all luck")
    running.add_argument("--threads", metavar="T", type=threads, default=0, help="threads; 0 (the default) takes all: the result is the same")
    command("validate", validate, "list every fault of a scenario with its line")
    command("explain", explain, "list what each tool changes in the pathway, and on whose word")
    verifying = command("verify", verify, "put questions to the scenario whose answers are known")
    verifying.add_argument("--replications", metavar="N", type=int, help="simulated operations for each question; 4 when left out")
    logging = command("log", log, "write the log of every patient of one replication as CSV")
    logging.add_argument("--arm", metavar="NAME", default="", help="arm; the first when left out")
    logging.add_argument("--draw", metavar="K", type=int, default=0, help="draw, from 0")
    logging.add_argument("--replication", metavar="R", type=int, default=0, help="replication, from 0")
    logging.add_argument("--format", choices=("vidigi", "bupar", "pm4py"), default="vidigi", help="whose columns")
    return top


def invalid(arguments: argparse.Namespace, fault: pe.InvalidInput) -> int:
    """Lists every fault; with --json as the one object."""
    if arguments.json:
        print_json({"schema": 1, "status": "invalid", "diagnostics": [diagnostic_object(one) for one in fault.diagnostics]})
    tell(fault.diagnostics)
    errors = sum(one.severity == "error" for one in fault.diagnostics)
    say(f"pathecon: {errors} {'fault' if errors == 1 else 'faults'}; nothing was run")
    return BAD_INPUT


def speak_utf8() -> None:
    """Lets pounds and arrows through: files and pipes are UTF-8, and a terminal that cannot show a letter shows another."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def main(words: list[str] | None = None) -> int:
    speak_utf8()
    top = parser()
    arguments = top.parse_args(words)
    if arguments.cmakedir:
        print(cmake_folder())
        return OK
    if not hasattr(arguments, "call"):
        top.print_help()
        return BAD_INPUT
    try:
        code: int = arguments.call(arguments)
        sys.stdout.flush()
        return code
    except pe.InvalidInput as fault:
        return invalid(arguments, fault)
    except Refused as fault:
        if arguments.json:
            print_json({"schema": 1, "status": "invalid", "message": str(fault), "diagnostics": []})
        say(f"pathecon: {fault}; nothing was run")
        return BAD_INPUT
    except KeyboardInterrupt:
        if arguments.json:
            print_json({"schema": 1, "status": "interrupted"})
        say("pathecon: interrupted before anything was finished")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read standard output has gone; nothing is left to tell, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as fault:  # Whatever else goes wrong ends in one sentence and the code that says so.
        if os.environ.get("PATHECON_TRACE"):
            raise
        if arguments.json:
            print_json({"schema": 1, "status": "failed", "message": f"{type(fault).__name__}: {fault}"})
        say(f"pathecon: the run failed: {type(fault).__name__}: {fault} (PATHECON_TRACE=1 shows where)")
        return FAILED
