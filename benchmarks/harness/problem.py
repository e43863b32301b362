# SPDX-License-Identifier: MIT
"""The problem an engine is asked to simulate, as its TOML file states it; `problem.hpp` is the same in C++."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

DISTRIBUTIONS = {"exponential": ("mean",), "lognormal": ("mean", "sd"), "gamma": ("mean", "shape")}
DISCIPLINES = ("fifo", "non-pre-emptive priority")


class InvalidProblem(ValueError):
    """Says all that is wrong with a problem file at once."""


@dataclass(frozen=True)
class Service:
    """The time a server takes, in hours."""

    distribution: str
    mean: float
    sd: float = 0.0
    shape: float = 0.0

    def log_parameters(self) -> tuple[float, float]:
        """Gives mu and sigma of the logarithm of a lognormal with this mean and standard deviation."""
        variance = math.log1p((self.sd / self.mean) ** 2)
        return math.log(self.mean) - variance / 2.0, math.sqrt(variance)

    def scale(self) -> float:
        """Gives the scale of a gamma with this mean and shape."""
        return self.mean / self.shape


@dataclass(frozen=True)
class Station:
    """A place with a queue and identical servers; `then` is where one goes next, and an empty one leaves."""

    name: str
    servers: int
    service: Service
    then: dict[str, float]


@dataclass(frozen=True)
class Problem:
    """A network of stations with Poisson arrivals, at one of its sizes."""

    name: str
    unit: str
    discipline: str
    seed: int
    rate: float
    entrance: str
    classes: dict[str, float]
    stations: dict[str, Station]
    horizon: float
    repeats: int
    replications: dict[str, int]


def read_problem(path: str | Path, size: str) -> Problem:
    """Reads the problem at one size, or raises InvalidProblem with every fault found."""
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise InvalidProblem(f"{path}: {fault}") from fault
    faults: list[str] = []

    def take(owner: dict, key: str, kind: type, place: str):
        value = owner.get(key)
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            faults.append(f"{place}{key}: expected {kind.__name__}, found {value!r}")
            return kind()
        return value

    def only(owner: dict, known: tuple[str, ...], place: str) -> None:
        faults.extend(f"{place}{key}: unknown key" for key in owner if key not in known)

    def positive(value: float, place: str) -> float:
        if not (math.isfinite(value) and value > 0):
            faults.append(f"{place}: must be positive, found {value}")
        return value

    only(table, ("name", "unit", "discipline", "seed", "arrivals", "classes", "stations", "sizes"), "")
    arrivals = take(table, "arrivals", dict, "")
    only(arrivals, ("process", "rate", "to"), "arrivals.")
    if arrivals.get("process") != "poisson":
        faults.append(f"arrivals.process: expected 'poisson', found {arrivals.get('process')!r}")
    discipline = take(table, "discipline", str, "")
    if discipline not in DISCIPLINES:
        faults.append(f"discipline: expected one of {', '.join(DISCIPLINES)}, found {discipline!r}")

    classes: dict[str, float] = {}
    for row in take(table, "classes", list, ""):
        only(row, ("name", "share"), "classes.")
        classes[take(row, "name", str, "classes.")] = positive(take(row, "share", float, "classes."), "classes.share")
    if abs(sum(classes.values()) - 1.0) > 1e-9:
        faults.append(f"classes: shares sum to {sum(classes.values())}, not 1")

    stations: dict[str, Station] = {}
    for row in take(table, "stations", list, ""):
        name = take(row, "name", str, "stations.")
        place = f"stations.{name}."
        only(row, ("name", "servers", "service", "then"), place)
        given = take(row, "service", dict, place)
        kind = take(given, "distribution", str, f"{place}service.")
        if kind not in DISTRIBUTIONS:
            faults.append(f"{place}service.distribution: expected one of {', '.join(DISTRIBUTIONS)}, found {kind!r}")
        wanted = DISTRIBUTIONS.get(kind, ())
        only(given, ("distribution", *wanted), f"{place}service.")
        numbers = {
            key: positive(take(given, key, float, f"{place}service."), f"{place}service.{key}") for key in wanted
        }
        then = {
            take(leg, "to", str, f"{place}then."): positive(
                take(leg, "probability", float, f"{place}then."), f"{place}then"
            )
            for leg in row.get("then", [])
        }
        if then and abs(sum(then.values()) - 1.0) > 1e-9:
            faults.append(f"{place}then: probabilities sum to {sum(then.values())}, not 1")
        if name in stations:
            faults.append(f"{place[:-1]}: named twice")
        servers = take(row, "servers", int, place)
        positive(servers, f"{place}servers")
        stations[name] = Station(name, servers, Service(kind, **{"mean": 1.0, **numbers}), then)

    entrance = take(arrivals, "to", str, "arrivals.")
    for origin, target in [("arrivals", entrance), *((s.name, t) for s in stations.values() for t in s.then)]:
        if target not in stations:
            faults.append(f"{origin}: leads to {target!r}, which is no station")

    sizes = take(table, "sizes", dict, "")
    if size not in sizes:
        faults.append(f"sizes: no size {size!r}; there are {', '.join(sizes)}")
    chosen = sizes.get(size, {})
    place = f"sizes.{size}."
    only(chosen, ("horizon", "repeats", "replications"), place)
    problem = Problem(
        name=take(table, "name", str, ""),
        unit=take(table, "unit", str, ""),
        discipline=discipline,
        seed=take(table, "seed", int, ""),
        rate=positive(take(arrivals, "rate", float, "arrivals."), "arrivals.rate"),
        entrance=entrance,
        classes=classes,
        stations=stations,
        horizon=positive(take(chosen, "horizon", float, place), f"{place}horizon"),
        repeats=take(chosen, "repeats", int, place),
        replications=take(chosen, "replications", dict, place),
    )
    positive(problem.repeats, f"{place}repeats")
    for engine, count in problem.replications.items():
        if type(count) is not int or count < 1:
            faults.append(f"{place}replications.{engine}: must be a positive integer, found {count!r}")
    if faults:
        raise InvalidProblem("\n".join(f"{path}: {fault}" for fault in faults))
    return problem
