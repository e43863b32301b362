# SPDX-License-Identifier: MIT
"""The hospital in Ciw: a node a station, a priority class an urgency, a routing matrix."""

import ciw
from harness.outcome import Stopwatch, by_station, print_outcome, read_command
from harness.problem import Problem, Service, read_problem


def distribution(service: Service) -> ciw.dists.Distribution:
    """Gives Ciw's distribution of a service time."""
    if service.distribution == "exponential":
        return ciw.dists.Exponential(rate=1.0 / service.mean)
    if service.distribution == "lognormal":
        mu, sigma = service.log_parameters()
        return ciw.dists.Lognormal(mean=mu, sd=sigma)
    return ciw.dists.Gamma(shape=service.shape, scale=service.scale())


def network_of(problem: Problem) -> ciw.network.Network:
    """Gives Ciw's network: Poisson arrivals split by class, the same services and routes for both."""
    stations = problem.stations.values()
    return ciw.create_network(
        arrival_distributions={
            name: [
                ciw.dists.Exponential(rate=share * problem.rate) if s.name == problem.entrance else None
                for s in stations
            ]
            for name, share in problem.classes.items()
        },
        service_distributions={name: [distribution(s.service) for s in stations] for name in problem.classes},
        number_of_servers=[s.servers for s in stations],
        priority_classes={name: i for i, name in enumerate(problem.classes)},
        routing={name: [[s.then.get(t.name, 0.0) for t in stations] for s in stations] for name in problem.classes},
    )


def main() -> None:
    command = read_command()
    problem = read_problem(command.problem, command.size)
    seed = problem.seed if command.seed is None else command.seed
    ciw.seed(seed)
    network = network_of(problem)
    simulations = [ciw.Simulation(network) for _ in range(problem.replications["ciw"])]
    with Stopwatch() as clock:
        for simulation in simulations:
            simulation.simulate_until_max_time(problem.horizon)

    # Ciw keeps a record of every service on the patient; those who left are at the exit, in order of leaving.
    order = {name: i for i, name in enumerate(problem.classes)}
    runs = []
    for simulation in simulations:
        rows = []
        for patient in simulation.nodes[-1].all_individuals:
            row = [order[patient.customer_class], *[None] * len(problem.stations)]
            for record in patient.data_records:
                row[record.node] = record.waiting_time
            rows.append(row)
        runs.append(rows)
    print_outcome(
        problem,
        engine="ciw",
        version=ciw.__version__,
        size=command.size,
        seed=seed,
        served=sum(map(len, runs)),
        clock=clock,
        waits=by_station(problem, tuple(problem.stations), runs),
    )


if __name__ == "__main__":
    main()
