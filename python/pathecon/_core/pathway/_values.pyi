# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns

class Case:
    """The probability for the patients who meet a condition."""
    def __init__(self, *, where: str, p: float | str | pathecon._core.random.Input | dict[str, typing.Any]) -> None: ...
    def replace(self, *, where: str | None = None, p: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Case: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Case: """Reads what a file would say."""
    @property
    def where(self) -> str: """Condition on attributes and test results, such as 'cancer and not urgent'."""
    @property
    def p(self) -> float | pathecon._core.random.Input: """Probability for these patients."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Chance:
    """The probability of a yes: that of the first case whose condition holds, p when none does."""
    def __init__(self, p: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, cases: collections.abc.Sequence[Case | dict[str, typing.Any]] | Case | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, p: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[Case | dict[str, typing.Any]] | Case | dict[str, typing.Any] | None = None) -> Chance: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Chance: """Reads what a file would say."""
    @property
    def p(self) -> float | pathecon._core.random.Input: """Probability for the patients whom no case covers."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[Case]: """Probabilities for some patients; the first whose condition holds."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class TimeDistribution:
    """How long something takes, by mean and standard deviation."""
    def __init__(self, *, family: typing.Literal['constant', 'exponential', 'lognormal', 'gamma', 'erlang', 'weibull', 'normal', 'triangular', 'uniform', 'empirical'] | None = None, mean: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, sd: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, median: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, low: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, mode: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, high: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, sigma: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cv: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, k: int | None = None, values: collections.abc.Sequence[pathecon._core.units.Duration | str | datetime.timedelta] | pathecon._core.units.Duration | str | datetime.timedelta | None = None, weights: collections.abc.Sequence[float] | float | None = None) -> None: ...
    def replace(self, *, family: typing.Literal['constant', 'exponential', 'lognormal', 'gamma', 'erlang', 'weibull', 'normal', 'triangular', 'uniform', 'empirical'] | None = None, mean: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, sd: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, median: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, low: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, mode: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, high: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, sigma: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cv: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, k: int | None = None, values: collections.abc.Sequence[pathecon._core.units.Duration | str | datetime.timedelta] | pathecon._core.units.Duration | str | datetime.timedelta | None = None, weights: collections.abc.Sequence[float] | float | None = None) -> TimeDistribution: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> TimeDistribution: """Reads what a file would say."""
    @property
    def family(self) -> typing.Literal['constant', 'exponential', 'lognormal', 'gamma', 'erlang', 'weibull', 'normal', 'triangular', 'uniform', 'empirical']: """Shape of the distribution."""
    @property
    def mean(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Mean; of the untruncated parent for a normal."""
    @property
    def sd(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Standard deviation (lognormal, gamma, Weibull, normal)."""
    @property
    def median(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Median (lognormal)."""
    @property
    def low(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Shortest time (triangular, uniform)."""
    @property
    def mode(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Most likely time (triangular)."""
    @property
    def high(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Longest time (triangular, uniform)."""
    @property
    def sigma(self) -> float | pathecon._core.random.Input: """Standard deviation of the logarithm (lognormal)."""
    @property
    def cv(self) -> float | pathecon._core.random.Input: """Standard deviation over the mean (lognormal)."""
    @property
    def k(self) -> int: """Number of phases (Erlang)."""
    @property
    def values(self) -> tuple[pathecon._core.units.Duration, ...]: """Observed times (empirical)."""
    @property
    def weights(self) -> tuple[float, ...]: """Weight of each observed time; equal when empty (empirical)."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

def constant(mean: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Always takes the same time."""

def exponential(mean: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Exponential time."""

def lognormal(mean: typing.Any = None, sd: typing.Any = None, *, median: typing.Any = None, sigma: float | None = None, cv: float | None = None, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Lognormal time: mean and sd, median and sigma, or either with cv."""

def gamma(mean: typing.Any, sd: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Gamma time."""

def erlang(k: int, mean: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Erlang time of k phases."""

def weibull(mean: typing.Any, sd: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Weibull time."""

def normal(mean: typing.Any, sd: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Normal time, truncated at 0."""

def triangular(low: typing.Any, mode: typing.Any, high: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Triangular time."""

def uniform(low: typing.Any, high: typing.Any, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Uniform time."""

def empirical(values: typing.Any, weights: typing.Any = None, *, source: str | None = None, status: str | None = None, note: str | None = None) -> TimeDistribution: """Observed times."""

class Shift:
    """Servers who are present on some days between two clock times."""
    def __init__(self, *, days: str | None = None, from_: str | None = None, to: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, servers: int | None = None, weeks: str | None = None) -> None: ...
    def replace(self, *, days: str | None = None, from_: str | None = None, to: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, servers: int | None = None, weeks: str | None = None) -> Shift: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Shift: """Reads what a file would say."""
    @property
    def days(self) -> str: """Days on which the shift starts: 'Mon-Fri', 'Tue Fri', 'daily', 'weekdays'."""
    @property
    def from_(self) -> str: """Clock time at which it starts."""
    @property
    def to(self) -> str: """Clock time at which it ends; on the next day when it is not after 'from'."""
    @property
    def lasts(self) -> pathecon._core.units.Duration | None: """Length of the shift, in place of 'to'."""
    @property
    def servers(self) -> int: """How many are present."""
    @property
    def weeks(self) -> str: """Weeks in which it starts, week 1 being that of day 0: '1 of 2', '1 3 of 4'; every week when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class RotaException:
    """Dates on which other shifts are worked than usual."""
    def __init__(self, from_: str, *, until: str | None = None, shifts: collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, from_: str | None = None, until: str | None = None, shifts: collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None) -> RotaException: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> RotaException: """Reads what a file would say."""
    @property
    def from_(self) -> str: """First date, such as '2026-12-24'."""
    @property
    def until(self) -> str: """Last date; that one date when left out."""
    @property
    def shifts(self) -> pathecon.nouns.Nouns[Shift]: """Shifts that start on these dates in place of the usual; none means closed."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Closure:
    """Dates on which a list or a meeting is not held."""
    def __init__(self, from_: str, *, until: str | None = None) -> None: ...
    def replace(self, *, from_: str | None = None, until: str | None = None) -> Closure: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Closure: """Reads what a file would say."""
    @property
    def from_(self) -> str: """First date, such as '2026-12-24'."""
    @property
    def until(self) -> str: """Last date; that one date when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Rota:
    """How many are present at each moment of a week; shifts add up."""
    def __init__(self, shifts: collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, *, exceptions: collections.abc.Sequence[RotaException | dict[str, typing.Any] | str] | RotaException | dict[str, typing.Any] | str | None = None, holidays: typing.Literal['worked', 'closed', 'as_sunday'] | None = None) -> None: ...
    def replace(self, *, shifts: collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, exceptions: collections.abc.Sequence[RotaException | dict[str, typing.Any] | str] | RotaException | dict[str, typing.Any] | str | None = None, holidays: typing.Literal['worked', 'closed', 'as_sunday'] | None = None) -> Rota: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Rota: """Reads what a file would say."""
    @property
    def shifts(self) -> pathecon.nouns.Nouns[Shift]: """The shifts of a week."""
    @property
    def exceptions(self) -> pathecon.nouns.Nouns[RotaException]: """Dates with other shifts."""
    @property
    def holidays(self) -> typing.Literal['worked', 'closed', 'as_sunday']: """On England's bank holidays: worked as usual, closed, or as on a Sunday."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    @staticmethod
    def always(servers: int = 1) -> Rota: """Holds day and night."""
    @staticmethod
    def weekdays(from_: typing.Any, to: typing.Any, servers: int = 1) -> Rota: """Holds from Monday to Friday between two times after midnight."""
