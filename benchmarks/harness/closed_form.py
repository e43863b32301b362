# SPDX-License-Identifier: MIT
"""Mean waits that theory gives, where it does."""

from __future__ import annotations

from harness.problem import Problem


def erlang_c(servers: int, load: float) -> float:
    """Gives the probability of waiting in M/M/c with an offered load below `servers` (Erlang 1917)."""
    blocked = 1.0
    for n in range(1, servers + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked / (1.0 - (load / servers) * (1.0 - blocked))


def mean_waits(problem: Problem) -> dict[str, float]:
    """Gives the mean wait, in hours, at the entrance if its service is exponential, overall and by class.

    The entrance alone has Poisson arrivals of known classes and a service that all classes share, so that it is
    M/M/c with non-pre-emptive priorities (Cobham 1954). The answer is that of the steady state; a run starts empty.
    """
    station = problem.stations[problem.entrance]
    returns = any(station.name in s.then for s in problem.stations.values())
    if station.service.distribution != "exponential" or returns:
        return {}
    capacity = station.servers / station.service.mean
    load = problem.rate / capacity
    if load >= 1.0:
        return {}
    delay = erlang_c(station.servers, problem.rate * station.service.mean) / capacity
    waits = {station.name: delay / (1.0 - load)}
    if len(problem.classes) > 1:
        before = 0.0
        for name, share in problem.classes.items():
            upto = before + share * load
            waits[f"{station.name}/{name}"] = delay / ((1.0 - before) * (1.0 - upto))
            before = upto
    return waits
