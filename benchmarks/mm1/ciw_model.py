# SPDX-License-Identifier: MIT
"""M/M/1 in Ciw: one node."""

import ciw
from harness.outcome import Stopwatch, print_outcome, read_command, summarise
from harness.problem import read_problem


def main() -> None:
    command = read_command()
    problem = read_problem(command.problem, command.size)
    seed = problem.seed if command.seed is None else command.seed
    ciw.seed(seed)
    (station,) = problem.stations.values()
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=problem.rate)],
        service_distributions=[ciw.dists.Exponential(rate=1.0 / station.service.mean)],
        number_of_servers=[station.servers],
    )
    simulations = [ciw.Simulation(network) for _ in range(problem.replications["ciw"])]
    with Stopwatch() as clock:
        for simulation in simulations:
            simulation.simulate_until_max_time(problem.horizon)
    # Ciw keeps a record of every service on the customer; those who left are at the exit, in order of leaving.
    runs = [
        [customer.data_records[0].waiting_time for customer in simulation.nodes[-1].all_individuals]
        for simulation in simulations
    ]
    print_outcome(
        problem,
        engine="ciw",
        version=ciw.__version__,
        size=command.size,
        seed=seed,
        served=sum(map(len, runs)),
        clock=clock,
        waits={station.name: summarise(runs)},
    )


if __name__ == "__main__":
    main()
