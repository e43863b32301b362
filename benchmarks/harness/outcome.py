# SPDX-License-Identifier: MIT
"""What an engine reports of its run: one JSON line with its time, its mean waits and their standard errors.

`outcome.hpp` is the same in C++. The waits are summarised after the clock has stopped.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import platform
import sysconfig
import time
from collections.abc import Iterable, Sequence
from typing import Self

from harness.problem import Problem

BATCHES = 20  # a replication


class Stopwatch:
    """Measures wall and processor time of a `with` block, in seconds."""

    def __enter__(self) -> Self:
        self._wall, self._processor = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall = time.perf_counter() - self._wall
        self.processor = time.process_time() - self._processor


def summarise(replications: Iterable[Sequence[float]]) -> dict[str, float | int]:
    """Gives count, mean and standard error of the mean of waits in order of leaving, by batch means.

    Each replication is cut into BATCHES runs of consecutive waits whose lengths differ by at most one; the variance of
    the overall mean is that of the batches about it, weighted by length (Law, Simulation Modeling and Analysis, 9.5.3).
    """
    batches = []
    for waits in replications:
        cuts = [len(waits) * i // BATCHES for i in range(BATCHES + 1)]
        batches.extend((b - a, math.fsum(waits[a:b])) for a, b in itertools.pairwise(cuts) if b > a)
    count = sum(n for n, _ in batches)
    if len(batches) < 2:
        raise ValueError(f"{count} waits are too few for a standard error")
    mean = math.fsum(total for _, total in batches) / count
    spread = math.fsum((total - n * mean) ** 2 for n, total in batches)
    error = math.sqrt(spread * len(batches) / (len(batches) - 1)) / count
    return {"count": count, "mean": mean, "standard_error": error, "batches": len(batches)}


def by_station(problem: Problem, stations: Sequence[str], runs: Sequence[Sequence[Sequence]]) -> dict[str, dict]:
    """Summarises rows (class, wait at each station or None), a list a replication, by station and by station/class."""
    waits = {}
    for column, station in enumerate(stations, start=1):
        waits[station] = summarise([[row[column] for row in rows if row[column] is not None] for rows in runs])
        for number, name in enumerate(problem.classes):
            waits[f"{station}/{name}"] = summarise(
                [[row[column] for row in rows if row[0] == number and row[column] is not None] for rows in runs]
            )
    return waits


def read_command() -> argparse.Namespace:
    """Reads the command line that every engine takes."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("problem", help="the problem.toml to simulate")
    parser.add_argument("--size", default="full", help="a table of `sizes` in the problem (default: full)")
    parser.add_argument("--seed", type=int, help="instead of the problem's own")
    return parser.parse_args()


def print_outcome(
    problem: Problem, *, engine: str, version: str, size: str, seed: int, served: int, clock: Stopwatch, waits: dict
) -> None:
    """Prints the line; `waits` maps a station, or station/class, to what `summarise` gave."""
    print(
        json.dumps(
            {
                "problem": problem.name,
                "engine": engine,
                "version": version,
                "size": size,
                "seed": seed,
                "unit": problem.unit,
                "served": served,
                "horizon": problem.horizon,
                "replications": problem.replications[engine],
                "threads": 1,
                "wall_seconds": clock.wall,
                "processor_seconds": clock.processor,
                "per_second": served / clock.wall,
                "waits": waits,
                "build": {
                    "compiler": f"{platform.python_implementation()} {platform.python_version()} "
                    f"({platform.python_compiler()})",
                    "flags": sysconfig.get_config_var("OPT") or "",
                    "optimised": True,
                },
            }
        )
    )
