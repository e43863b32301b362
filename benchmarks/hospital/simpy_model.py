# SPDX-License-Identifier: MIT
"""The hospital in SimPy: a process a patient, a PriorityResource a station, a row a patient who left."""

import random
from functools import partial

import simpy
from harness.outcome import Stopwatch, by_station, print_outcome, read_command
from harness.problem import Problem, Service, read_problem

STATIONS = ("triage", "consult", "imaging", "reporting", "discharge")


def sampler(service: Service, luck: random.Random):
    """Gives a call without arguments that draws a service time."""
    if service.distribution == "exponential":
        return partial(luck.expovariate, 1.0 / service.mean)
    if service.distribution == "lognormal":
        return partial(luck.lognormvariate, *service.log_parameters())
    return partial(luck.gammavariate, service.shape, service.scale())


def simulate(problem: Problem, luck: random.Random) -> list[tuple]:
    """Gives a row (class, wait at each station or None) for every patient who left by the horizon."""
    env = simpy.Environment()
    triage, consult, imaging, reporting, discharge = (
        simpy.PriorityResource(env, capacity=problem.stations[name].servers) for name in STATIONS
    )
    triage_time, consult_time, imaging_time, reporting_time, discharge_time = (
        sampler(problem.stations[name].service, luck) for name in STATIONS
    )
    imaged = problem.stations["consult"].then["imaging"]
    urgent = problem.classes["urgent"]
    rate = problem.rate
    uniform, expovariate = luck.random, luck.expovariate
    left: list[tuple] = []

    def patient(priority):
        queued = env.now
        with triage.request(priority) as turn:
            yield turn
            for_triage = env.now - queued
            yield env.timeout(triage_time())

        queued = env.now
        with consult.request(priority) as turn:
            yield turn
            for_consult = env.now - queued
            yield env.timeout(consult_time())

        for_imaging = for_reporting = None
        if uniform() < imaged:
            queued = env.now
            with imaging.request(priority) as turn:
                yield turn
                for_imaging = env.now - queued
                yield env.timeout(imaging_time())

            queued = env.now
            with reporting.request(priority) as turn:
                yield turn
                for_reporting = env.now - queued
                yield env.timeout(reporting_time())

        queued = env.now
        with discharge.request(priority) as turn:
            yield turn
            for_discharge = env.now - queued
            yield env.timeout(discharge_time())

        left.append((priority, for_triage, for_consult, for_imaging, for_reporting, for_discharge))

    def source():
        while True:
            yield env.timeout(expovariate(rate))
            env.process(patient(0 if uniform() < urgent else 1))

    env.process(source())
    env.run(until=problem.horizon)
    return left


def main() -> None:
    command = read_command()
    problem = read_problem(command.problem, command.size)
    seed = problem.seed if command.seed is None else command.seed
    luck = random.Random(seed)
    with Stopwatch() as clock:
        runs = [simulate(problem, luck) for _ in range(problem.replications["simpy"])]
    print_outcome(
        problem,
        engine="simpy",
        version=simpy.__version__,
        size=command.size,
        seed=seed,
        served=sum(map(len, runs)),
        clock=clock,
        waits=by_station(problem, STATIONS, runs),
    )


if __name__ == "__main__":
    main()
