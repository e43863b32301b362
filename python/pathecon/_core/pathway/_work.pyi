# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import Chance, Closure, TimeDistribution

class Alternative:
    """What is taken when the preferred resource is not free."""
    def __init__(self, resource: str, *, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, resource: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Alternative: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Alternative: """Reads what a file would say."""
    @property
    def resource(self) -> str: """Name of the resource."""
    @property
    def by(self) -> float | pathecon._core.random.Input: """Factor on the time."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Use:
    """A resource that is held for the whole activity."""
    def __init__(self, resource: str | None = None, count: int | None = None, *, instead: collections.abc.Sequence[Alternative | dict[str, typing.Any] | str] | Alternative | dict[str, typing.Any] | str | None = None, skill: str | None = None, same_as: str | None = None, not_same_as: str | None = None) -> None: ...
    def replace(self, *, resource: str | None = None, count: int | None = None, instead: collections.abc.Sequence[Alternative | dict[str, typing.Any] | str] | Alternative | dict[str, typing.Any] | str | None = None, skill: str | None = None, same_as: str | None = None, not_same_as: str | None = None) -> Use: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Use: """Reads what a file would say."""
    @property
    def resource(self) -> str: """Name of the resource; or 'skill' in its place."""
    @property
    def count(self) -> int: """How many of it are held at once."""
    @property
    def instead(self) -> pathecon.nouns.Nouns[Alternative]: """What is taken when it is not free, in order of preference."""
    @property
    def skill(self) -> str: """In place of a resource: whoever has this skill, in the order of the resources."""
    @property
    def same_as(self) -> str: """Activity: whoever did it for this patient; anybody when nobody did."""
    @property
    def not_same_as(self) -> str: """Activity: anybody but whoever did it for this patient."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Attendance:
    """Somebody whose time is used without being waited for, such as those who attend a meeting."""
    def __init__(self, resource: str, *, people: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, time: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, resource: str | None = None, people: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, time: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Attendance: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Attendance: """Reads what a file would say."""
    @property
    def resource(self) -> str: """Name of the resource."""
    @property
    def people(self) -> float | pathecon._core.random.Input: """How many of them attend."""
    @property
    def time(self) -> pathecon._core.units.Duration | pathecon._core.random.Input | None: """Time of each; as long as the activity takes when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Priority:
    """The level at which some patients are served; lower goes first, no rule means 100."""
    def __init__(self, *, where: str, level: int) -> None: ...
    def replace(self, *, where: str | None = None, level: int | None = None) -> Priority: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Priority: """Reads what a file would say."""
    @property
    def where(self) -> str: """Patients of this level."""
    @property
    def level(self) -> int: """Level in the queue."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class TimeCase:
    """How long something takes for some patients."""
    def __init__(self, *, where: str, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any]) -> None: ...
    def replace(self, *, where: str | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> TimeCase: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> TimeCase: """Reads what a file would say."""
    @property
    def where(self) -> str: """Patients for whom it takes this long."""
    @property
    def takes(self) -> TimeDistribution: """How long it takes."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Adjustment:
    """What a tool does to the time of some visits: time x by + add, never below 0."""
    def __init__(self, tool: str, *, where: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, luck_name: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, add: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, tool: str | None = None, where: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, luck_name: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, add: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Adjustment: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Adjustment: """Reads what a file would say."""
    @property
    def tool(self) -> str: """Name of the tool."""
    @property
    def where(self) -> str: """Patients to whom it applies."""
    @property
    def share(self) -> float | pathecon._core.random.Input: """Share of their visits, drawn per visit."""
    @property
    def luck_name(self) -> str: """Name of the decision; the same name gives the same visits."""
    @property
    def by(self) -> float | pathecon._core.random.Input: """Factor on the time."""
    @property
    def add(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Time added; negative when it saves time."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Batch:
    """Work done for many at once: a weekly meeting, whose queue grows at its cap."""
    def __init__(self, days: str, *, at: str | None = None, every: pathecon._core.units.Duration | str | datetime.timedelta | None = None, until: str | None = None, least: int | None = None, cut_off: pathecon._core.units.Duration | str | datetime.timedelta | None = None, cap: int | None = None, bank_holidays: bool | None = None, exceptions: collections.abc.Sequence[Closure | dict[str, typing.Any] | str] | Closure | dict[str, typing.Any] | str | None = None, weeks: str | None = None) -> None: ...
    def replace(self, *, days: str | None = None, at: str | None = None, every: pathecon._core.units.Duration | str | datetime.timedelta | None = None, until: str | None = None, least: int | None = None, cut_off: pathecon._core.units.Duration | str | datetime.timedelta | None = None, cap: int | None = None, bank_holidays: bool | None = None, exceptions: collections.abc.Sequence[Closure | dict[str, typing.Any] | str] | Closure | dict[str, typing.Any] | str | None = None, weeks: str | None = None) -> Batch: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Batch: """Reads what a file would say."""
    @property
    def days(self) -> str: """Days of the meeting: 'Thu'."""
    @property
    def at(self) -> str: """Clock time of the meeting."""
    @property
    def every(self) -> pathecon._core.units.Duration | None: """Held again and again, this long apart, from 'at' until 'until'."""
    @property
    def until(self) -> str: """Clock time after which it is not held again."""
    @property
    def least(self) -> int: """Held only when so many can come."""
    @property
    def cut_off(self) -> pathecon._core.units.Duration: """How long before the meeting patients must have been referred."""
    @property
    def cap(self) -> int: """Most patients at one meeting; 0 means no cap."""
    @property
    def bank_holidays(self) -> bool: """Whether it is held on bank holidays."""
    @property
    def exceptions(self) -> pathecon.nouns.Nouns[Closure]: """Dates on which it is not held."""
    @property
    def weeks(self) -> str: """Weeks in which it is held, week 1 being that of day 0: '1 of 2', '1 3 of 4'; every week when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Bulk:
    """Patients who are served together, by what one of them takes and for one time."""
    def __init__(self, most: int, *, least: int | None = None, wait: pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> None: ...
    def replace(self, *, most: int | None = None, least: int | None = None, wait: pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> Bulk: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Bulk: """Reads what a file would say."""
    @property
    def most(self) -> int: """Most patients who are served together."""
    @property
    def least(self) -> int: """It starts when so many wait ..."""
    @property
    def wait(self) -> pathecon._core.units.Duration | None: """... or when the first has waited this long."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Booking:
    """A booking lag that stands for a waiting list; shortening it has an opportunity cost that is not modelled."""
    def __init__(self, lag: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], *, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, lag: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None) -> Booking: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Booking: """Reads what a file would say."""
    @property
    def lag(self) -> TimeDistribution: """Time from referral until the patient may be served."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[TimeCase]: """The lag of some patients; the first whose condition holds."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Patience:
    """Patients leave the queue when they have waited this long."""
    def __init__(self, after: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], *, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, to: str | None = None, where: str | None = None) -> None: ...
    def replace(self, *, after: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, to: str | None = None, where: str | None = None) -> Patience: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Patience: """Reads what a file would say."""
    @property
    def after(self) -> TimeDistribution: """How long they wait at most."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[TimeCase]: """How long some patients wait; the first whose condition holds."""
    @property
    def to(self) -> str: """Step where they go, or 'exit'."""
    @property
    def where(self) -> str: """Patients who may lose patience; the others wait."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Balk:
    """Patients who cannot start at once and find so many waiting go elsewhere."""
    def __init__(self, length: int, *, of: str | None = None, to: str | None = None, p: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> None: ...
    def replace(self, *, length: int | None = None, of: str | None = None, to: str | None = None, p: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> Balk: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Balk: """Reads what a file would say."""
    @property
    def length(self) -> int: """How many wait."""
    @property
    def of(self) -> str: """Activity whose queue is counted; this one's when left out."""
    @property
    def to(self) -> str: """Step where they go, or 'exit'."""
    @property
    def p(self) -> float | pathecon._core.random.Input: """Share of them who do."""
    @property
    def where(self) -> str: """Patients to whom it applies."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class NoShow:
    """Patients who do not come to their slot or meeting."""
    def __init__(self, missed: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, cancelled: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, rebooked: int | None = None, to: str | None = None) -> None: ...
    def replace(self, *, missed: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cancelled: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, rebooked: int | None = None, to: str | None = None) -> NoShow: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> NoShow: """Reads what a file would say."""
    @property
    def missed(self) -> Chance: """Probability of not coming: the place is lost."""
    @property
    def cancelled(self) -> Chance: """Probability of saying so in time: the place goes to the next."""
    @property
    def rebooked(self) -> int: """How often a patient is booked again."""
    @property
    def to(self) -> str: """Step where they go after that, or 'exit'."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Activity:
    """Work for a patient, who needs resources, a slot of a session, a place in a batch, or none."""
    def __init__(self, name: str, *, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, session: str | None = None, batch: Batch | dict[str, typing.Any] | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, priority: collections.abc.Sequence[Priority | dict[str, typing.Any]] | Priority | dict[str, typing.Any] | None = None, booking: Booking | dict[str, typing.Any] | None = None, attended: collections.abc.Sequence[Attendance | dict[str, typing.Any] | str] | Attendance | dict[str, typing.Any] | str | None = None, adjustments: collections.abc.Sequence[Adjustment | dict[str, typing.Any]] | Adjustment | dict[str, typing.Any] | None = None, luck_name: str | None = None, tool: str | None = None, ageing: pathecon._core.units.Duration | str | datetime.timedelta | None = None, patience: Patience | dict[str, typing.Any] | TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, balk: collections.abc.Sequence[Balk | dict[str, typing.Any] | int] | Balk | dict[str, typing.Any] | int | None = None, room: int | None = None, no_show: NoShow | dict[str, typing.Any] | Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, order: typing.Literal['first', 'last', 'random'] | None = None, bulk: Bulk | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, session: str | None = None, batch: Batch | dict[str, typing.Any] | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, priority: collections.abc.Sequence[Priority | dict[str, typing.Any]] | Priority | dict[str, typing.Any] | None = None, booking: Booking | dict[str, typing.Any] | None = None, attended: collections.abc.Sequence[Attendance | dict[str, typing.Any] | str] | Attendance | dict[str, typing.Any] | str | None = None, adjustments: collections.abc.Sequence[Adjustment | dict[str, typing.Any]] | Adjustment | dict[str, typing.Any] | None = None, luck_name: str | None = None, tool: str | None = None, ageing: pathecon._core.units.Duration | str | datetime.timedelta | None = None, patience: Patience | dict[str, typing.Any] | TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, balk: collections.abc.Sequence[Balk | dict[str, typing.Any] | int] | Balk | dict[str, typing.Any] | int | None = None, room: int | None = None, no_show: NoShow | dict[str, typing.Any] | Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, order: typing.Literal['first', 'last', 'random'] | None = None, bulk: Bulk | dict[str, typing.Any] | None = None) -> Activity: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Activity: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the step, unique among the steps of the pathway."""
    @property
    def uses(self) -> pathecon.nouns.Nouns[Use]: """Resources that are held for the whole activity; with a session, from the slot on."""
    @property
    def session(self) -> str: """Session that gives the patient a slot."""
    @property
    def batch(self) -> Batch | None: """Meeting that gives the patient a place."""
    @property
    def takes(self) -> TimeDistribution: """How long it takes."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[TimeCase]: """How long it takes for some patients; the first whose condition holds."""
    @property
    def where(self) -> str: """Patients who need it; the others pass at once."""
    @property
    def priority(self) -> pathecon.nouns.Nouns[Priority]: """Levels in the queue; within a level 'order' decides."""
    @property
    def booking(self) -> Booking | None: """Booking lag before it."""
    @property
    def attended(self) -> pathecon.nouns.Nouns[Attendance]: """Those whose time is used without being waited for."""
    @property
    def adjustments(self) -> pathecon.nouns.Nouns[Adjustment]: """What tools do to its time, in their order."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    @property
    def tool(self) -> str: """Tool that made it; empty for usual care."""
    @property
    def ageing(self) -> pathecon._core.units.Duration | None: """A wait as long as this counts as much as one level of priority."""
    @property
    def patience(self) -> Patience | None: """How long patients wait before they leave the queue."""
    @property
    def balk(self) -> pathecon.nouns.Nouns[Balk]: """Where patients go who find too many waiting; the first rule that holds."""
    @property
    def room(self) -> int | None: """Most who can wait; others stay where they are and hold what they hold."""
    @property
    def no_show(self) -> NoShow | None: """Patients who do not come to their slot or meeting."""
    @property
    def order(self) -> typing.Literal['first', 'last', 'random']: """Who is next within a level: who came first, who came last, or anybody by luck."""
    @property
    def bulk(self) -> Bulk | None: """How many are served together."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
