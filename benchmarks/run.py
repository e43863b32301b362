#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs every engine on every problem, side by side, and says how fast each is and whether they agree.

    python benchmarks/run.py [--quick] [--problems mm1 hospital] [--engines pathecon simpy ciw] [--threads N]

Exit code: 0 done, 1 the engines disagree, 2 something is missing or invalid, 3 an engine failed, 130 interrupted.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from pathlib import Path
from statistics import median

from harness import agreement, closed_form, engines, machine
from harness.problem import InvalidProblem, Problem, read_problem

HERE = Path(__file__).resolve().parent
PROBLEMS = ("mm1", "hospital")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument(
        "--quick", action="store_true", help="short runs, to see that all works; kept in results/quick/"
    )
    parser.add_argument("--problems", nargs="+", choices=PROBLEMS, default=list(PROBLEMS))
    parser.add_argument("--engines", nargs="+", choices=engines.NAMES, default=list(engines.NAMES))
    parser.add_argument("--threads", type=int, default=1, help="also run pathecon on N threads (default: one only)")
    parser.add_argument("--repeats", type=int, help="instead of the problem's own")
    parser.add_argument(
        "--build",
        type=Path,
        default=HERE.parent / "build" / "release",
        help="CMake's build folder (default: build/release)",
    )
    parser.add_argument("--out", type=Path, help="folder of the CSV files (default: benchmarks/results)")
    options = parser.parse_args()
    for name in ("threads", "repeats"):
        if getattr(options, name) is not None and getattr(options, name) < 1:
            parser.error(f"--{name} must be at least 1")
    return options


def measure(problem: Problem, competitors: list[engines.Engine], repeats: int) -> dict[str, list[dict]]:
    """Runs the engines in turn, `repeats` times over; the order alternates, so that no engine always follows another."""
    outcomes: dict[str, list[dict]] = {e.label: [] for e in competitors}
    for repeat in range(repeats):
        for e in competitors if repeat % 2 == 0 else reversed(competitors):
            if sys.stderr.isatty():
                print(f"\r\033[K{problem.name}: repeat {repeat + 1} of {repeats}, {e.label}", end="", file=sys.stderr)
            outcomes[e.label].append(e.run(first_seed(problem, e) + repeat))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return outcomes


def first_seed(problem: Problem, e: engines.Engine) -> int:
    """Gives the seed of the first repeat; SimPy and Ciw draw from one generator, and must not share its stream."""
    return problem.seed + 1000 * engines.NAMES.index(e.name)


def rows_of(
    problem: Problem, size: str, competitors: list[engines.Engine], outcomes: dict[str, list[dict]], where: dict
) -> list[dict]:
    """Gives one row an engine, in the columns of the CSV file."""
    speed = {label: [o["per_second"] for o in runs] for label, runs in outcomes.items()}
    places = sorted({place for runs in outcomes.values() for o in runs for place in o["waits"]})
    rows = []
    for e in competitors:
        runs = outcomes[e.label]
        row: dict[str, object] = {
            "problem": problem.name,
            "size": size,
            "engine": e.label if e.label in engines.WAYS.values() else e.name,
            "version": runs[0]["version"],
        }
        row |= {key: runs[0][key] for key in ("threads", "horizon", "replications")}
        row |= {"repeats": len(runs), "unit": problem.unit, "served_a_run": round(median(o["served"] for o in runs))}
        for key in ("wall_seconds", "processor_seconds", "per_second"):
            values = [o[key] for o in runs]
            row |= {f"{key}_min": min(values), f"{key}_median": median(values), f"{key}_max": max(values)}
        for peer in ("simpy", "ciw"):
            row[f"times_{peer}"] = median(speed[e.label]) / median(speed[peer]) if peer in speed else ""
        for place in places:
            pooled = agreement.pool([o["waits"][place] for o in runs])
            row |= {f"wait_hours_{place}": pooled.mean, f"standard_error_{place}": pooled.error}
        row |= where | {"compiler": runs[0]["build"]["compiler"], "flags": runs[0]["build"]["flags"]}
        rows.append(row | {"command": e.command(), "first_seed": first_seed(problem, e)})
    return rows


def write(path: Path, rows: list[dict]) -> None:
    """Writes the CSV file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".partial")
    with beside.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {k: f"{v:.6g}" if isinstance(v, float) and k not in ("horizon",) else v for k, v in row.items()}
            for row in rows
        )
    os.replace(beside, path)


def short(value: float) -> str:
    """Gives three figures with k or M."""
    for size, letter in ((1e6, " M"), (1e3, " k")):
        if value >= size:
            return f"{value / size:#.3g}".rstrip(".") + letter
    return f"{value:.3g}"


def show(problem: Problem, rows: list[dict], answers: dict[str, dict[str, agreement.Estimate]]) -> None:
    """Prints the speeds, then the mean waits beside each other."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    speeds = Table(title=f"{problem.name}: {problem.unit} a second", title_justify="left", box=box.SIMPLE)
    for column in ("engine", "version"):
        speeds.add_column(column, no_wrap=True)
    for column in ("a run", "wall s", "min", "median", "max", "x SimPy", "x Ciw"):
        speeds.add_column(column, justify="right", no_wrap=True)
    for row in rows:
        ratios = [f"{row[k]:,.3g}" if row[k] != "" else "" for k in ("times_simpy", "times_ciw")]
        rates = [short(row[f"per_second_{k}"]) for k in ("min", "median", "max")]
        label = row["engine"] + (f" x{row['threads']}" if row["threads"] > 1 else "")
        size, wall = short(row["served_a_run"]), f"{row['wall_seconds_median']:.3g}"
        speeds.add_row(label, row["version"], size, wall, *rates, *ratios)
    console.print(speeds)

    waits = Table(title=f"{problem.name}: mean wait in hours (standard error)", title_justify="left", box=box.SIMPLE)
    waits.add_column("station", no_wrap=True)
    for label in answers:
        waits.add_column(label, justify="right", no_wrap=True)
    for place in problem_places(problem):
        cells = [
            "" if place not in a else f"{a[place].mean:.4f}" + (f" ({a[place].error:.4f})" if a[place].error else "")
            for a in answers.values()
        ]
        waits.add_row(place, *cells)
    console.print(waits)


def problem_places(problem: Problem) -> list[str]:
    """Gives the places whose waits are compared: each station, and each class there if there are several."""
    names = problem.classes if len(problem.classes) > 1 else ()
    return [place for s in problem.stations for place in (s, *(f"{s}/{name}" for name in names))]


def answers_of(problem: Problem, outcomes: dict[str, list[dict]]) -> dict[str, dict[str, agreement.Estimate]]:
    """Gives each engine's mean waits over its repeats, and beside them the closed form where there is one."""
    answers = {
        label: {
            p: agreement.pool([o["waits"][p] for o in runs]) for p in problem_places(problem) if p in runs[0]["waits"]
        }
        for label, runs in outcomes.items()
        if runs[0]["threads"] == 1 and label not in engines.WAYS.values()
    }
    theory = {place: agreement.Estimate(wait, 0.0) for place, wait in closed_form.mean_waits(problem).items()}
    return answers | ({"closed form": theory} if theory else {})


def disagreements(
    outcomes: dict[str, list[dict]], answers: dict[str, dict[str, agreement.Estimate]]
) -> tuple[list[str], float]:
    """Gives what does not agree, in words, and the largest |z|. Threads and other ways must not change an answer at all."""
    found, largest = agreement.compare(answers)
    faults = [f"{f.place}: {f.one} and {f.other} disagree (z = {f.z:.1f})" for f in found]
    for label, runs in outcomes.items():
        if label not in answers and [o["waits"] for o in runs] != [o["waits"] for o in outcomes["pathecon"]]:
            faults.append(f"{label} does not give the waits of one thread and the way that serves to the last bit")
    return faults, largest


def main() -> int:
    options = parse()
    size = "quick" if options.quick else "full"
    out = options.out or (HERE / "results" / "quick" if options.quick else HERE / "results")
    faults: list[str] = []
    problems: dict[str, Problem] = {}
    competitors: dict[str, list[engines.Engine]] = {}
    for name in options.problems:
        try:
            problems[name] = read_problem(HERE / name / "problem.toml", size)
        except InvalidProblem as fault:
            faults.append(str(fault))
        build = options.build.resolve()
        competitors[name] = [engines.engine(e, name, size, build) for e in options.engines]
        if options.threads > 1 and "pathecon" in options.engines:
            competitors[name].insert(1, engines.engine("pathecon", name, size, build, options.threads))
        if "pathecon" in options.engines:
            competitors[name][1:1] = [engines.engine("pathecon", name, size, build, way=way) for way in engines.WAYS]
        faults.extend(told for e in competitors[name] if (told := e.missing()) and told not in faults)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 2

    disagree = False
    for name, problem in problems.items():
        where = machine.describe(HERE)
        outcomes = measure(problem, competitors[name], options.repeats or problem.repeats)
        rows = rows_of(problem, size, competitors[name], outcomes, where)
        answers = answers_of(problem, outcomes)
        show(problem, rows, answers)
        faults, largest = disagreements(outcomes, answers)
        if faults:
            disagree = True
            print("\n".join(f"{name}: {fault}" for fault in faults), file=sys.stderr)
            print(f"{name}: no file written; the speed of a wrong answer is no result\n", file=sys.stderr)
            continue
        path = out / f"{name}.csv"
        write(path, rows)
        print(f"all agree: largest |z| {largest:.2f} of {agreement.LIMIT} allowed; {os.path.relpath(path)}\n")
    return 1 if disagree else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except engines.EngineFailed as fault:
        print(f"\n{fault}", file=sys.stderr)
        sys.exit(3)
    except KeyboardInterrupt:
        print("\ninterrupted: nothing written for the problem under way", file=sys.stderr)
        sys.exit(130)
