# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.base
import pathecon._core.econ
import pathecon._core.effect
import pathecon._core.ledger
import pathecon._core.pathway
import pathecon._core.units
import pathecon.nouns

class Arm:
    """One way of running the pathway: usual care with tools, in their order."""
    def __init__(self, name: str, tools: typing.Any = None, role: typing.Literal['option', 'comparator', 'do_minimum', 'alternative', 'bound'] | None = None) -> None: ...
    @property
    def name(self) -> str: ...
    @property
    def tools(self) -> pathecon.nouns.Nouns[pathecon._core.effect.Tool]: ...
    @property
    def role(self) -> typing.Literal['option', 'comparator', 'do_minimum', 'alternative', 'bound']: ...

class Goal:
    """An answer that must be known closely enough."""
    def __init__(self, interval: str, *, arm: str | None = None, measure: typing.Literal['mean', 'median', 'p90', 'share_within_standard'] | None = None, half_width: pathecon._core.units.Duration | str | datetime.timedelta | None = None, half_share: float | str | None = None) -> None: ...
    def replace(self, *, interval: str | None = None, arm: str | None = None, measure: typing.Literal['mean', 'median', 'p90', 'share_within_standard'] | None = None, half_width: pathecon._core.units.Duration | str | datetime.timedelta | None = None, half_share: float | str | None = None) -> Goal: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Goal: """Reads what a file would say."""
    @property
    def interval(self) -> str: """Interval whose times are asked about."""
    @property
    def arm(self) -> str: """Arm whose difference from the comparator counts; every arm when left out."""
    @property
    def measure(self) -> typing.Literal['mean', 'median', 'p90', 'share_within_standard']: """What is taken of the times."""
    @property
    def half_width(self) -> pathecon._core.units.Duration | None: """Half-width of the 95 % interval that is close enough, of a time."""
    @property
    def half_share(self) -> float | None: """The same of the share within the standard."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Precision:
    """How closely answers must be known, and how long they are worked for."""
    def __init__(self, *, goals: collections.abc.Sequence[Goal | dict[str, typing.Any]] | Goal | dict[str, typing.Any], most: int | None = None) -> None: ...
    def replace(self, *, goals: collections.abc.Sequence[Goal | dict[str, typing.Any]] | Goal | dict[str, typing.Any] | None = None, most: int | None = None) -> Precision: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Precision: """Reads what a file would say."""
    @property
    def goals(self) -> pathecon.nouns.Nouns[Goal]: """Answers that must be known closely enough, all of them."""
    @property
    def most(self) -> int: """Replications at most."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Study:
    """How long and how often the arms are simulated."""
    def __init__(self, pathway: pathecon._core.pathway.Pathway, arms: dict[str, typing.Any] | collections.abc.Sequence[Arm], *, name: str | None = None, horizon: pathecon._core.units.Duration | str | datetime.timedelta | None = None, warm_up: pathecon._core.units.Duration | str | datetime.timedelta | None = None, follow_up: pathecon._core.units.Duration | str | datetime.timedelta | None = None, period: pathecon._core.units.Duration | str | datetime.timedelta | None = None, draws: int | None = None, replications: int | None = None, seed: int | None = None, precision: Precision | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, horizon: pathecon._core.units.Duration | str | datetime.timedelta | None = None, warm_up: pathecon._core.units.Duration | str | datetime.timedelta | None = None, follow_up: pathecon._core.units.Duration | str | datetime.timedelta | None = None, period: pathecon._core.units.Duration | str | datetime.timedelta | None = None, draws: int | None = None, replications: int | None = None, seed: int | None = None, precision: Precision | dict[str, typing.Any] | None = None) -> Study: """Returns a copy with some fields changed."""
    @property
    def name(self) -> str: """Name of the study."""
    @property
    def horizon(self) -> pathecon._core.units.Duration: """Time in which the patients who are counted arrive."""
    @property
    def warm_up(self) -> pathecon._core.units.Duration: """Time simulated before the horizon and thrown away."""
    @property
    def follow_up(self) -> pathecon._core.units.Duration: """Time after the horizon in which the patients are followed to their end."""
    @property
    def period(self) -> pathecon._core.units.Duration | None: """Length of the reporting periods: results of each apart, too. The last may be shorter."""
    @property
    def draws(self) -> int: """Draws from the priors; 1 takes every input at its base value."""
    @property
    def replications(self) -> int: """Simulated operations for each draw and arm."""
    @property
    def seed(self) -> int: """Seed of all luck."""
    @property
    def precision(self) -> Precision | None: """Adds replications until the answers are known closely enough."""
    @property
    def pathway(self) -> pathecon._core.pathway.Pathway: ...
    @property
    def arms(self) -> pathecon.nouns.Nouns[Arm]: ...
    def check(self) -> list[pathecon._core.base.Diagnostic]: """Returns the warnings of every arm; raises InvalidInput with every fault. Simulates nothing."""

def explain(study: Study) -> typing.Any: """Lists what the tools of each arm change: arm, path, before, after, tool, effect, source."""

class StudyResult:
    """What happened in every arm, draw and replication of a study."""
    @property
    def study(self) -> Study: ...
    @property
    def partial(self) -> bool: ...
    @property
    def simulated(self) -> int: ...
    @property
    def arms(self) -> list[str]: ...
    @property
    def draws(self) -> int: ...
    @property
    def replications(self) -> int: ...
    @property
    def hash(self) -> str: """Of every integer that was simulated: equal on every machine and for any number of threads."""
    @property
    def warnings(self) -> list[pathecon._core.base.Diagnostic]: ...
    def pathway(self, arm: str) -> pathecon._core.pathway.Pathway: """The pathway after the arm's tools."""
    def visits(self, *, by_period: bool = False) -> typing.Any: """Visits and minutes of work by arm, draw, replication, step and source."""
    def usage(self, *, by_period: bool = False) -> typing.Any: """Minutes worked by resource, staff group and source."""
    def waits(self, *, by_period: bool = False) -> typing.Any: """Each interval: patients, mean, median, 90th centile, within the standard."""
    def queues(self, *, by_period: bool = False) -> typing.Any: """Waits for the work of each step."""
    def classes(self, *, by_period: bool = False) -> typing.Any: """Waits for the work of each step by level of priority."""
    def lost(self, *, by_period: bool = False) -> typing.Any: """Who left a queue, went elsewhere, did not come, or was still there at the end."""
    def outcomes(self, *, by_period: bool = False) -> typing.Any: """Counts of each outcome by source."""
    def utilisation(self, *, by_period: bool = False) -> typing.Any: """Worked and open hours of each resource."""
    def rows(self, *, by_period: bool = False) -> typing.Any: """One row a patient of every interval that keeps rows."""
    def distribution(self, arm: str, interval: str, *, period: int | None = None) -> typing.Any: """Where the times of an interval lie, in all or in one period (from 1): low_hours, high_hours, count."""
    def distribution_table(self, arm: str, interval: str) -> pathecon._core.base.Table: """The same without pandas."""
    def bottlenecks(self, arm: str) -> typing.Any: """Ranks what is limited, the busiest first."""
    def differences(self) -> typing.Any: """Times of each interval, arm less comparator, with the variance ratio that the same luck gained."""
    def explain(self) -> typing.Any: """Lists what the tools of each arm change."""

class SteadyState:
    """What the times of one interval settle to."""
    @property
    def arm(self) -> str: ...
    @property
    def interval(self) -> str: ...
    @property
    def replications(self) -> int: ...
    @property
    def patients(self) -> int: """In the series of each replication."""
    @property
    def is_too_short(self) -> bool: """The series has not settled: take a longer horizon."""
    @property
    def warm_up_patients(self) -> int: """To leave out at the start."""
    @property
    def warm_up(self) -> pathecon._core.units.Duration: """The time in which as many come."""
    @property
    def mean_hours(self) -> pathecon._core.econ.Estimate: """Of the patients after the warm-up."""

def steady_state(study: Study, arm: str, interval: str, *, threads: int = 0) -> SteadyState: """Simulates one arm from empty, finds its warm-up by MSER-5 and gives the mean of an interval after it."""

class Interrupted(KeyboardInterrupt):
    """A run was stopped by Ctrl-C; `result` holds what was finished, or None."""
    result: StudyResult | None

def run(study: Study, *, threads: int = 0, progress: collections.abc.Callable[[int, int], object] | None = None) -> StudyResult: """Simulates every arm under the same luck. Ctrl-C raises Interrupted, with what is finished."""

def appraise(result: StudyResult, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms) -> pathecon._core.econ.Appraisal: ...

def ledger_of(result: StudyResult, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms = ...) -> pathecon._core.ledger.Ledger: ...

def event_log(study: Study, arm: str = '', *, draw: int = 0, replication: int = 0, format: str = 'vidigi') -> pathecon._core.base.Table: """Simulates one replication again and tells every patient's way in the columns of vidigi, bupaR or pm4py."""

class Occupied:
    """How busy an arm's resources were at each hour of the week, and how long its queues."""
    def by_hour(self) -> typing.Any: """resource, hour (of the week), busy, open, utilisation."""
    def taken(self) -> typing.Any: """resource, taken (servers at work or held), share (of the time); of resources with a rota."""
    def waiting(self) -> typing.Any: """step, hour (of the week), waiting (mean number)."""
    def lengths(self) -> typing.Any: """step, length, share (of the time)."""

def occupancy_of(study: Study, arm: str = '', *, draw: int = 0) -> Occupied: """Simulates one arm again, all replications of a draw."""

def verify(study: Study, tariff: pathecon._core.ledger.Tariff, replications: int = 4) -> list[tuple[str, str, str]]: """Puts questions to a study whose answers are known: (claim, holds | fails | skipped, what was found)."""
