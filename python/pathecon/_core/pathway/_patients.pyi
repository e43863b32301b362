# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import Case, Chance, Closure, Rota, SessionList, Shift, TimeDistribution

class Profile:
    """A factor on the rate of arrivals at some times of the week."""
    def __init__(self, *, days: str | None = None, from_: str | None = None, to: str | None = None, by: float) -> None: ...
    def replace(self, *, days: str | None = None, from_: str | None = None, to: str | None = None, by: float | None = None) -> Profile: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Profile: """Reads what a file would say."""
    @property
    def days(self) -> str: """Days on which it starts: 'Mon-Fri', 'Tue Fri', 'daily'."""
    @property
    def from_(self) -> str: """Clock time at which it starts."""
    @property
    def to(self) -> str: """Clock time at which it ends; on the next day when it is not after 'from'."""
    @property
    def by(self) -> float: """Factor on the rate."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Appointments:
    """Patients who are given a time to come."""
    def __init__(self, *, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any], slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], late: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, early: pathecon._core.units.Duration | str | datetime.timedelta | None = None, no_show: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, bank_holidays: bool | None = None, exceptions: collections.abc.Sequence[Closure | dict[str, typing.Any] | str] | Closure | dict[str, typing.Any] | str | None = None) -> None: ...
    def replace(self, *, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any] | None = None, slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, late: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, early: pathecon._core.units.Duration | str | datetime.timedelta | None = None, no_show: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, bank_holidays: bool | None = None, exceptions: collections.abc.Sequence[Closure | dict[str, typing.Any] | str] | Closure | dict[str, typing.Any] | str | None = None) -> Appointments: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Appointments: """Reads what a file would say."""
    @property
    def lists(self) -> pathecon.nouns.Nouns[SessionList]: """When the lists run."""
    @property
    def slot(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Length of a slot."""
    @property
    def late(self) -> TimeDistribution: """How long after the slot, less 'early', they come."""
    @property
    def early(self) -> pathecon._core.units.Duration: """How long before the slot the earliest come."""
    @property
    def no_show(self) -> Chance: """Probability of not coming."""
    @property
    def bank_holidays(self) -> bool: """Whether lists run on bank holidays."""
    @property
    def exceptions(self) -> pathecon.nouns.Nouns[Closure]: """Dates on which nobody is given a time."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class TracePatient:
    """One patient of a trace."""
    def __init__(self, at: pathecon._core.units.Duration | str | datetime.timedelta, *, is_: str | None = None) -> None: ...
    def replace(self, *, at: pathecon._core.units.Duration | str | datetime.timedelta | None = None, is_: str | None = None) -> TracePatient: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> TracePatient: """Reads what a file would say."""
    @property
    def at(self) -> pathecon._core.units.Duration: """Time of arrival since the start."""
    @property
    def is_(self) -> str: """What is known of the attributes: 'urgent and sex = f'."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Arrivals:
    """A stream of patients; its name is their 'source' in conditions."""
    def __init__(self, name: str | None = None, *, rate: pathecon._core.units.Rate | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, between: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, open: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, to: str | None = None, background: bool | None = None, profile: collections.abc.Sequence[Profile | dict[str, typing.Any]] | Profile | dict[str, typing.Any] | None = None, season: collections.abc.Sequence[float] | float | None = None, growth: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, dispersion: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, group: int | None = None, appointments: Appointments | dict[str, typing.Any] | None = None, trace: collections.abc.Sequence[TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta] | TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> None: ...
    def replace(self, *, name: str | None = None, rate: pathecon._core.units.Rate | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, between: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, open: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, to: str | None = None, background: bool | None = None, profile: collections.abc.Sequence[Profile | dict[str, typing.Any]] | Profile | dict[str, typing.Any] | None = None, season: collections.abc.Sequence[float] | float | None = None, growth: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, dispersion: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, group: int | None = None, appointments: Appointments | dict[str, typing.Any] | None = None, trace: collections.abc.Sequence[TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta] | TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> Arrivals: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Arrivals: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the stream, unique in the pathway."""
    @property
    def rate(self) -> pathecon._core.units.Rate | pathecon._core.random.Input: """Patients per time while open; not with appointments or a trace."""
    @property
    def between(self) -> TimeDistribution | None: """Time between one arrival and the next while open, in place of a rate."""
    @property
    def open(self) -> Rota: """When patients come; always when left out. The number of servers multiplies the rate."""
    @property
    def to(self) -> str: """First step of these patients; the first step of the pathway when left out."""
    @property
    def background(self) -> bool: """Demand of other pathways on shared resources: simulated, shown in the waits."""
    @property
    def profile(self) -> pathecon.nouns.Nouns[Profile]: """Factors on the rate at some times of the week."""
    @property
    def season(self) -> tuple[float, ...]: """Factor of each month, January first."""
    @property
    def growth(self) -> float | pathecon._core.random.Input: """Growth a year, compounded daily: 0.03 is 3 % more a year."""
    @property
    def dispersion(self) -> float | pathecon._core.random.Input: """Coefficient of variation of a gamma factor drawn each day."""
    @property
    def group(self) -> int: """Patients who come together."""
    @property
    def appointments(self) -> Appointments | None: """Patients who are given a time to come, in place of a rate."""
    @property
    def trace(self) -> pathecon.nouns.Nouns[TracePatient]: """Times at which patients come, in place of a rate."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Backlog:
    """Patients who are already waiting when the simulation starts."""
    def __init__(self, name: str | None = None, *, at: str, waited: collections.abc.Sequence[pathecon._core.units.Duration | str | datetime.timedelta] | pathecon._core.units.Duration | str | datetime.timedelta | None = None, count: int | None = None, age: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, judged: bool | None = None) -> None: ...
    def replace(self, *, name: str | None = None, at: str | None = None, waited: collections.abc.Sequence[pathecon._core.units.Duration | str | datetime.timedelta] | pathecon._core.units.Duration | str | datetime.timedelta | None = None, count: int | None = None, age: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, judged: bool | None = None) -> Backlog: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Backlog: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the list, unique among the arrivals; it is their 'source'."""
    @property
    def at(self) -> str: """Step where they wait."""
    @property
    def waited(self) -> tuple[pathecon._core.units.Duration, ...]: """How long each has waited."""
    @property
    def count(self) -> int: """How many there are, in place of 'waited'."""
    @property
    def age(self) -> TimeDistribution: """How long they have waited, with 'count'."""
    @property
    def judged(self) -> bool: """Whether they count in intervals, visits and costs."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Attribute:
    """A category that a patient has from arrival on: yes or no, or one of several levels."""
    def __init__(self, name: str, is_: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, levels: collections.abc.Sequence[str] | str | None = None, shares: collections.abc.Sequence[float | pathecon._core.random.Input | dict[str, typing.Any]] | float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, luck_name: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, is_: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, levels: collections.abc.Sequence[str] | str | None = None, shares: collections.abc.Sequence[float | pathecon._core.random.Input | dict[str, typing.Any]] | float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, luck_name: str | None = None) -> Attribute: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Attribute: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the attribute, used in conditions."""
    @property
    def is_(self) -> Chance: """Probability of yes. It may depend on attributes declared before."""
    @property
    def levels(self) -> tuple[str, ...]: """Names of the levels, in place of yes and no."""
    @property
    def shares(self) -> tuple[float | pathecon._core.random.Input, ...]: """Share of each level; they are divided by their sum."""
    @property
    def where(self) -> str: """Patients who can have it; the others get no, or the first level."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Test:
    """A yes or no result that is known once an activity is done, for conditions from there on."""
    def __init__(self, name: str, *, at: str, condition: str, sensitivity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, specificity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[Case | dict[str, typing.Any]] | Case | dict[str, typing.Any] | None = None, luck_name: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, at: str | None = None, condition: str | None = None, sensitivity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, specificity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[Case | dict[str, typing.Any]] | Case | dict[str, typing.Any] | None = None, luck_name: str | None = None) -> Test: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Test: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the result, used in conditions."""
    @property
    def at(self) -> str: """Activity that gives the result to the patients who need it."""
    @property
    def condition(self) -> str: """What it looks for: a condition on attributes."""
    @property
    def sensitivity(self) -> float | pathecon._core.random.Input: """Probability of yes where the condition holds."""
    @property
    def specificity(self) -> float | pathecon._core.random.Input: """Probability of no where the condition does not hold."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[Case]: """Probability of yes for some patients; it goes before sensitivity and specificity."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Pause:
    """Two points between which a clock stands still."""
    def __init__(self, *, from_: str, to: str) -> None: ...
    def replace(self, *, from_: str | None = None, to: str | None = None) -> Pause: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Pause: """Reads what a file would say."""
    @property
    def from_(self) -> str: """Point at which the clock stops running."""
    @property
    def to(self) -> str: """Point at which it runs on."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Interval:
    """A clock between two points: 'arrival', 'exit', a step (its end), '<step>.arrive' or '<step>.start'."""
    def __init__(self, name: str, from_: str | None = None, to: str | None = None, *, where: str | None = None, unless: str | None = None, standard: pathecon._core.units.Duration | str | datetime.timedelta | None = None, target: float | str | None = None, rows: bool | None = None, pauses: collections.abc.Sequence[Pause | dict[str, typing.Any]] | Pause | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, from_: str | None = None, to: str | None = None, where: str | None = None, unless: str | None = None, standard: pathecon._core.units.Duration | str | datetime.timedelta | None = None, target: float | str | None = None, rows: bool | None = None, pauses: collections.abc.Sequence[Pause | dict[str, typing.Any]] | Pause | dict[str, typing.Any] | None = None) -> Interval: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Interval: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the interval, unique in the pathway."""
    @property
    def from_(self) -> str: """Point whose first passage starts the clock."""
    @property
    def to(self) -> str: """Point whose first passage after that stops it."""
    @property
    def where(self) -> str: """Patients who count; judged when the clock stops."""
    @property
    def unless(self) -> str: """Point that leaves out a patient who passes it before 'to'."""
    @property
    def standard(self) -> pathecon._core.units.Duration | None: """The waiting-time standard."""
    @property
    def target(self) -> float | None: """Share of patients that must meet the standard."""
    @property
    def rows(self) -> bool: """Keep the time of every patient, for paired comparisons."""
    @property
    def pauses(self) -> pathecon.nouns.Nouns[Pause]: """Points between which the clock stands still."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Outcome:
    """An event counted each time a patient passes a point."""
    def __init__(self, name: str, at: str, *, where: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, luck_name: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, at: str | None = None, where: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, luck_name: str | None = None) -> Outcome: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Outcome: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the outcome, unique in the pathway."""
    @property
    def at(self) -> str: """Point at which it is counted."""
    @property
    def where(self) -> str: """Patients for whom it is counted."""
    @property
    def share(self) -> float | pathecon._core.random.Input: """Share of the passages that count, drawn per visit."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class BudgetLine:
    """Money that can really fall, in whole steps and after a lead time."""
    def __init__(self, name: str, *, owner: str | None = None, group: str, baseline: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, step: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], step_value: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any], lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None, promised: pathecon._core.units.Money | str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, owner: str | None = None, group: str | None = None, baseline: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, step: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, step_value: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None, promised: pathecon._core.units.Money | str | None = None) -> BudgetLine: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> BudgetLine: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the budget line, unique in the pathway."""
    @property
    def owner(self) -> str: """Who pays."""
    @property
    def group(self) -> str: """Staff group whose released time can shrink it."""
    @property
    def baseline(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """A year's spending."""
    @property
    def step(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Working time a year that one step stands for: a WTE, a session."""
    @property
    def step_value(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """What the budget falls by a year for each step."""
    @property
    def lead(self) -> pathecon._core.units.Duration: """Time until the first step can be taken."""
    @property
    def promised(self) -> pathecon._core.units.Money: """A year's savings already promised elsewhere."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
