# SPDX-License-Identifier: MIT
"""M/M/1 in SimPy: a process a server, fed from a Store of arrival times."""

import random

import simpy
from harness.outcome import Stopwatch, print_outcome, read_command, summarise
from harness.problem import read_problem


def simulate(rate: float, service_rate: float, servers: int, horizon: float, luck: random.Random) -> list[float]:
    """Gives the wait of every customer who left by the horizon, in order of leaving."""
    env = simpy.Environment()
    queue = simpy.Store(env)
    expovariate = luck.expovariate
    waits: list[float] = []

    def source():
        while True:
            yield env.timeout(expovariate(rate))
            queue.put(env.now)

    def server():
        while True:
            arrived = yield queue.get()
            wait = env.now - arrived
            yield env.timeout(expovariate(service_rate))
            waits.append(wait)

    env.process(source())
    for _ in range(servers):
        env.process(server())
    env.run(until=horizon)
    return waits


def main() -> None:
    command = read_command()
    problem = read_problem(command.problem, command.size)
    seed = problem.seed if command.seed is None else command.seed
    luck = random.Random(seed)
    (station,) = problem.stations.values()
    with Stopwatch() as clock:
        runs = [
            simulate(problem.rate, 1.0 / station.service.mean, station.servers, problem.horizon, luck)
            for _ in range(problem.replications["simpy"])
        ]
    print_outcome(
        problem,
        engine="simpy",
        version=simpy.__version__,
        size=command.size,
        seed=seed,
        served=sum(map(len, runs)),
        clock=clock,
        waits={station.name: summarise(runs)},
    )


if __name__ == "__main__":
    main()
