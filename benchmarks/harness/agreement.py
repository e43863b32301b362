# SPDX-License-Identifier: MIT
"""Whether the engines give the same mean waits: the speed of a wrong answer is no result."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

LIMIT = 4.89  # |z| with a two-sided chance of 1e-6


@dataclass(frozen=True)
class Estimate:
    """A mean with its standard error, and the degrees of freedom of that error."""

    mean: float
    error: float
    freedom: float = math.inf


@dataclass(frozen=True)
class Disagreement:
    """Two answers for one place that are too far apart."""

    place: str
    one: str
    other: str
    z: float


def pool(summaries: list[dict]) -> Estimate:
    """Pools independent runs, weighted by their counts; their degrees of freedom add up."""
    count = sum(s["count"] for s in summaries)
    mean = math.fsum(s["count"] * s["mean"] for s in summaries) / count
    variance = math.fsum((s["count"] * s["standard_error"]) ** 2 for s in summaries) / count**2
    return Estimate(mean, math.sqrt(variance), sum(s["batches"] - 1 for s in summaries))


def z_score(one: Estimate, other: Estimate) -> float:
    """Gives the difference as a standard normal deviate.

    Welch's t with the Satterthwaite degrees of freedom, carried to the normal scale by Wallace (1959), so that one limit
    serves estimates from few batches and from many.
    """
    difference = one.mean - other.mean
    parts = [(e.error**2, e.freedom) for e in (one, other)]
    variance = sum(v for v, _ in parts)
    if variance == 0.0:
        return 0.0 if difference == 0.0 else math.copysign(math.inf, difference)
    t = difference / math.sqrt(variance)
    inverse = sum((v / variance) ** 2 / f for v, f in parts)
    if inverse == 0.0:
        return t
    freedom = 1.0 / inverse
    size = (8.0 * freedom + 1.0) / (8.0 * freedom + 3.0) * math.sqrt(freedom * math.log1p(t * t / freedom))
    return math.copysign(size, t)


def compare(answers: dict[str, dict[str, Estimate]]) -> tuple[list[Disagreement], float]:
    """Compares every pair of answers (engine -> place -> estimate) and gives what disagrees and the largest |z|.

    A place that one engine lacks and another has is a disagreement too, unless it is a closed form that lacks it.
    """
    faults: list[Disagreement] = []
    largest = 0.0
    for (one, left), (other, right) in itertools.combinations(answers.items(), 2):
        theory = "closed form" in (one, other)
        for place in left.keys() | right.keys():
            if place in left and place in right:
                z = z_score(left[place], right[place])
                largest = max(largest, abs(z))
                if not abs(z) <= LIMIT:
                    faults.append(Disagreement(place, one, other, z))
            elif not theory:
                faults.append(Disagreement(place, one, other, math.nan))
    return sorted(faults, key=lambda f: (f.place, f.one, f.other)), largest
