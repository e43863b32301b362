#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the instructions of fixed workloads with callgrind, so that a loop that grew slower shows without a clock.

    python benchmarks/instructions.py [--build DIR] [--out FILE] [WORKLOAD ...]

Needs valgrind. Writes results/instructions.csv: workload, instructions of the loop a customer, patient or event, and of its luck; and
says how each differs from what the file held before. Workloads that are not named keep their rows.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUICK = ["--size", "quick"]
# Each: the program, and what it is told. It prints a line of JSON that says how many it served.
WORKLOADS = {
    "mm1": ("pathecon_mm1", [str(HERE / "mm1" / "problem.toml"), *QUICK]),
    "hospital": ("pathecon_hospital", [str(HERE / "hospital" / "problem.toml"), *QUICK]),
    "hospital, event loop": ("pathecon_hospital", [str(HERE / "hospital" / "problem.toml"), *QUICK, "--loop"]),
    "300 servers, an event": ("pathecon_limits", ["large", "--once"]),
}
LUCK = re.compile(r"pathecon::random::")
LOOP = re.compile(r"pathecon::(sim::(Loop|Cascade)<|sim::QueueTimes::|des::)")


def count(program: Path, arguments: list[str]) -> dict[str, float]:
    """Instructions a customer, patient or event: of the loop's own functions, and of luck."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "callgrind.out"
        run = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", str(program), *arguments],
                             capture_output=True, text=True, check=True)
        served = json.loads(run.stdout)["served"]
        listed = subprocess.run(["callgrind_annotate", "--threshold=100", str(out)], capture_output=True, text=True, check=True).stdout
    sums = {"loop": 0, "luck": 0}
    for line in listed.splitlines():
        if not (match := re.match(r"\s*([\d,]+)", line)):
            continue
        instructions = int(match.group(1).replace(",", ""))
        if LOOP.search(line):
            sums["loop"] += instructions
        elif LUCK.search(line):
            sums["luck"] += instructions
    return {name: total / served for name, total in sums.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, default=HERE.parent / "build" / "release")
    parser.add_argument("--out", type=Path, default=HERE / "results" / "instructions.csv")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=f"of {', '.join(map(repr, WORKLOADS))}; all by default")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not installed (Debian: apt-get install valgrind)", file=sys.stderr)
        return 2
    before = {}
    if options.out.exists():
        with options.out.open(newline="") as file:
            before = {(row["workload"], row["part"]): float(row["instructions"]) for row in csv.DictReader(file)}
    if unknown := set(options.workloads) - set(WORKLOADS):
        print(f"no such workload: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    rows = []
    for workload, (name, arguments) in WORKLOADS.items():
        if options.workloads and workload not in options.workloads:
            rows += [{"workload": workload, "part": part, "instructions": f"{known:.1f}"} for (of, part), known in before.items() if of == workload]
            continue
        program = next(iter(options.build.rglob(name)), None)
        if program is None:
            print(f"no {name} below {options.build}: build it first", file=sys.stderr)
            return 2
        for part, instructions in count(program, arguments).items():
            rows.append({"workload": workload, "part": part, "instructions": f"{instructions:.1f}"})
            known = before.get((workload, part))
            change = f" ({100 * (instructions / known - 1):+.1f} %)" if known else ""
            print(f"{workload:21} {part:5} {instructions:8.1f} instructions each{change}")
    with options.out.open("w", newline="") as file:
        writer = csv.DictWriter(file, ["workload", "part", "instructions"])
        writer.writeheader()
        writer.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
