# SPDX-License-Identifier: MIT
"""The engines the runner knows: how each is started and what is missing where it cannot be."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
NAMES = ("pathecon", "simpy", "ciw")
# Other ways of pathecon to the same answer: option of its program, label.
WAYS = {"--loop": "pathecon, event loop", "--fresh": "pathecon, rows made inside the clock"}


class EngineFailed(RuntimeError):
    """Says which command failed and the last it said."""


@dataclass(frozen=True)
class Engine:
    """One engine on one problem: its label in the tables, its program, and the command as a reader would type it."""

    label: str
    name: str
    program: list[str]
    shown: list[str]
    arguments: list[str]

    def missing(self) -> str:
        """Gives what has to be done before it can run, or an empty string."""
        if self.name == "pathecon":
            if os.access(self.program[0], os.X_OK):
                return ""
            target = Path(self.program[0]).name
            return f"{os.path.relpath(self.program[0])} is not there: build the target {target}, or give --build DIR"
        if importlib.util.find_spec(self.name):
            return ""
        return f"{self.name} is not installed: python -m pip install -r benchmarks/requirements.txt"

    def command(self) -> str:
        """Gives the command, run in benchmarks/, without the seed."""
        return " ".join([*self.shown, *self.arguments])

    def run(self, seed: int) -> dict:
        """Runs it in a process of its own and gives the line it printed."""
        done = subprocess.run(
            [*self.program, *self.arguments, "--seed", str(seed)],
            cwd=BENCHMARKS,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        told = (done.stderr.strip().splitlines() or ["nothing on stderr"])[-1]
        if done.returncode:
            raise EngineFailed(f"{self.command()} --seed {seed}: exit {done.returncode}: {told}")
        lines = done.stdout.strip().splitlines()
        if len(lines) != 1:
            raise EngineFailed(f"{self.command()}: printed {len(lines)} lines, not one")
        try:
            outcome = json.loads(lines[0])
        except json.JSONDecodeError as fault:
            raise EngineFailed(f"{self.command()}: no JSON: {fault}") from fault
        check(self, seed, outcome)
        return outcome


NUMBERS = ("served", "horizon", "replications", "threads", "wall_seconds", "processor_seconds", "per_second")


def check(engine: Engine, seed: int, outcome: dict) -> None:
    """Raises EngineFailed if the line lacks a field, is of another run, or was measured without optimisation."""
    faults = [f"{key} is missing" for key in ("version", "size", "unit", "waits", "build") if key not in outcome]
    for key in NUMBERS:
        value = outcome.get(key)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
            faults.append(f"{key}: expected a positive number, found {value!r}")
    for key, wanted in (("engine", engine.name), ("seed", seed)):
        if outcome.get(key) != wanted:
            faults.append(f"{key}: expected {wanted!r}, found {outcome.get(key)!r}")
    if not outcome.get("build", {}).get("optimised"):
        faults.append("build: it was compiled without optimisation")
    if faults:
        raise EngineFailed(f"{engine.command()}: {'; '.join(faults)}")


def engine(name: str, problem: str, size: str, build: Path, threads: int = 1, way: str = "") -> Engine:
    """Gives the engine of that name on that problem; pathecon's by another way where `way` is one of `WAYS`."""
    arguments = [f"{problem}/problem.toml", "--size", size]
    if name == "pathecon":
        program = f"pathecon_{problem}"
        label = WAYS[way] if way else name if threads == 1 else f"{name} ({threads} threads)"
        arguments += ["--threads", str(threads)] if threads > 1 else []
        arguments += [way] if way else []
        return Engine(label, name, [str(build / "benchmarks" / program)], [program], arguments)
    module = ["-m", f"{problem}.{name}_model"]
    return Engine(name, name, [sys.executable, *module], ["python", *module], arguments)
