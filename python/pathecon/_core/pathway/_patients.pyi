# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import Case, Chance, Rota, Shift, TimeDistribution

class Surge:
    """More servers while a queue is long."""
    def __init__(self, *, of: str, open_at: int, close_at: int | None = None, servers: int | None = None) -> None: ...
    def replace(self, *, of: str | None = None, open_at: int | None = None, close_at: int | None = None, servers: int | None = None) -> Surge: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Surge: """Reads what a file would say."""
    @property
    def of(self) -> str: """Activity whose queue is watched."""
    @property
    def open_at(self) -> int: """They open when so many wait."""
    @property
    def close_at(self) -> int: """They go when no more than so many wait; below 'open_at'."""
    @property
    def servers(self) -> int: """How many more there are."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Resource:
    """Staff, rooms, beds or machines that patients wait for."""
    def __init__(self, name: str, *, kind: typing.Literal['staff', 'room', 'bed', 'machine'] | None = None, rota: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, end_of_shift: typing.Literal['finish', 'resume', 'repeat_identical', 'repeat_different'] | None = None, group: str | None = None, preemption: typing.Literal['none', 'resume', 'repeat_identical', 'repeat_different'] | None = None, skills: collections.abc.Sequence[str] | str | None = None, surge: Surge | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, kind: typing.Literal['staff', 'room', 'bed', 'machine'] | None = None, rota: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, end_of_shift: typing.Literal['finish', 'resume', 'repeat_identical', 'repeat_different'] | None = None, group: str | None = None, preemption: typing.Literal['none', 'resume', 'repeat_identical', 'repeat_different'] | None = None, skills: collections.abc.Sequence[str] | str | None = None, surge: Surge | dict[str, typing.Any] | None = None) -> Resource: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Resource: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the resource, unique in the pathway."""
    @property
    def kind(self) -> typing.Literal['staff', 'room', 'bed', 'machine']: """Staff, room, bed or machine."""
    @property
    def rota(self) -> Rota: """How many are there over the week: a list of shifts, or a number who are always there ('servers' is the same). Without one nobody waits: time is counted, capacity is not."""
    @property
    def end_of_shift(self) -> typing.Literal['finish', 'resume', 'repeat_identical', 'repeat_different']: """At the end of a shift, finish the work in hand in overtime, resume it later, or repeat it with the same or a different time."""
    @property
    def group(self) -> str: """Staff group that minutes are pooled by; the resource's own name when left out."""
    @property
    def preemption(self) -> typing.Literal['none', 'resume', 'repeat_identical', 'repeat_different']: """Whether patients of a lower level take the servers from those of a higher one, and how the work of these goes on."""
    @property
    def skills(self) -> tuple[str, ...]: """Skills that an activity may ask for in place of a name."""
    @property
    def surge(self) -> Surge | None: """More servers while a queue is long."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class SessionList:
    """When a list runs: its slots, or as many whole slots as fit into its length."""
    def __init__(self, *, days: str, from_: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, slots: int | None = None, overbooked: int | None = None) -> None: ...
    def replace(self, *, days: str | None = None, from_: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, slots: int | None = None, overbooked: int | None = None) -> SessionList: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> SessionList: """Reads what a file would say."""
    @property
    def days(self) -> str: """Days of the list: 'Tue Fri'."""
    @property
    def from_(self) -> str: """Clock time at which it starts."""
    @property
    def lasts(self) -> pathecon._core.units.Duration | None: """Length of the list."""
    @property
    def slots(self) -> int | None: """Number of slots; it goes before the length."""
    @property
    def overbooked(self) -> int: """So many slots, from the first on, are given twice."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Session:
    """Clinic lists: each patient is given the next free slot that is far enough away."""
    def __init__(self, name: str, *, resource: str | None = None, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any], slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None, bank_holidays: bool | None = None) -> None: ...
    def replace(self, *, name: str | None = None, resource: str | None = None, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any] | None = None, slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None, bank_holidays: bool | None = None) -> Session: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Session: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the session, unique in the pathway."""
    @property
    def resource(self) -> str: """Who runs it: their time is counted."""
    @property
    def lists(self) -> pathecon.nouns.Nouns[SessionList]: """When its lists run."""
    @property
    def slot(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Length of the slot template."""
    @property
    def lead(self) -> pathecon._core.units.Duration: """Shortest notice between referral and slot."""
    @property
    def bank_holidays(self) -> bool: """Whether lists run on bank holidays."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

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
    def __init__(self, days: str, *, at: str | None = None, every: pathecon._core.units.Duration | str | datetime.timedelta | None = None, until: str | None = None, least: int | None = None, cut_off: pathecon._core.units.Duration | str | datetime.timedelta | None = None, cap: int | None = None) -> None: ...
    def replace(self, *, days: str | None = None, at: str | None = None, every: pathecon._core.units.Duration | str | datetime.timedelta | None = None, until: str | None = None, least: int | None = None, cut_off: pathecon._core.units.Duration | str | datetime.timedelta | None = None, cap: int | None = None) -> Batch: """Returns a copy with some fields changed."""
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
    def __init__(self, name: str, *, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, session: str | None = None, batch: Batch | dict[str, typing.Any] | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, priority: collections.abc.Sequence[Priority | dict[str, typing.Any]] | Priority | dict[str, typing.Any] | None = None, booking: Booking | dict[str, typing.Any] | None = None, attended: collections.abc.Sequence[Attendance | dict[str, typing.Any] | str] | Attendance | dict[str, typing.Any] | str | None = None, adjustments: collections.abc.Sequence[Adjustment | dict[str, typing.Any]] | Adjustment | dict[str, typing.Any] | None = None, luck_name: str | None = None, tool: str | None = None, ageing: pathecon._core.units.Duration | str | datetime.timedelta | None = None, patience: Patience | dict[str, typing.Any] | TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, balk: collections.abc.Sequence[Balk | dict[str, typing.Any] | int] | Balk | dict[str, typing.Any] | int | None = None, room: int | None = None, no_show: NoShow | dict[str, typing.Any] | Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, session: str | None = None, batch: Batch | dict[str, typing.Any] | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, priority: collections.abc.Sequence[Priority | dict[str, typing.Any]] | Priority | dict[str, typing.Any] | None = None, booking: Booking | dict[str, typing.Any] | None = None, attended: collections.abc.Sequence[Attendance | dict[str, typing.Any] | str] | Attendance | dict[str, typing.Any] | str | None = None, adjustments: collections.abc.Sequence[Adjustment | dict[str, typing.Any]] | Adjustment | dict[str, typing.Any] | None = None, luck_name: str | None = None, tool: str | None = None, ageing: pathecon._core.units.Duration | str | datetime.timedelta | None = None, patience: Patience | dict[str, typing.Any] | TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, balk: collections.abc.Sequence[Balk | dict[str, typing.Any] | int] | Balk | dict[str, typing.Any] | int | None = None, room: int | None = None, no_show: NoShow | dict[str, typing.Any] | Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Activity: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Activity: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the step, unique among the steps of the pathway."""
    @property
    def uses(self) -> pathecon.nouns.Nouns[Use]: """Resources that are held for the whole activity."""
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
    def priority(self) -> pathecon.nouns.Nouns[Priority]: """Levels in the queue; first come, first served within a level."""
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
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Delay:
    """Time that passes without a resource."""
    def __init__(self, name: str, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], *, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, luck_name: str | None = None, tool: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, luck_name: str | None = None, tool: str | None = None) -> Delay: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Delay: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the step, unique among the steps of the pathway."""
    @property
    def takes(self) -> TimeDistribution: """How long it lasts."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[TimeCase]: """How long it lasts for some patients; the first whose condition holds."""
    @property
    def where(self) -> str: """Patients who wait; the others pass at once."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    @property
    def tool(self) -> str: """Tool that made it; empty for usual care."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Elapsed:
    """Time since the patient passed a point."""
    def __init__(self, *, since: str | None = None, at_least: pathecon._core.units.Duration | str | datetime.timedelta | None = None, at_most: pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> None: ...
    def replace(self, *, since: str | None = None, at_least: pathecon._core.units.Duration | str | datetime.timedelta | None = None, at_most: pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> Elapsed: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Elapsed: """Reads what a file would say."""
    @property
    def since(self) -> str: """Point: 'arrival', a step, '<step>.arrive' or '<step>.start'."""
    @property
    def at_least(self) -> pathecon._core.units.Duration | None: """Shortest time for which the way is open."""
    @property
    def at_most(self) -> pathecon._core.units.Duration | None: """Longest time for which the way is open."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Branch:
    """One way on; without 'p' it takes everybody who is left."""
    def __init__(self, to: str, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, where: str | None = None, elapsed: Elapsed | dict[str, typing.Any] | None = None, most: int | None = None) -> None: ...
    def replace(self, *, to: str | None = None, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, elapsed: Elapsed | dict[str, typing.Any] | None = None, most: int | None = None) -> Branch: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Branch: """Reads what a file would say."""
    @property
    def to(self) -> str: """Next step, or 'exit'."""
    @property
    def p(self) -> Chance | None: """Probability of going there; everybody who is left when left out."""
    @property
    def where(self) -> str: """Patients who may go there."""
    @property
    def elapsed(self) -> Elapsed | None: """Time since a point for which the way is open."""
    @property
    def most(self) -> int: """How often a patient goes there at most; 0 means no limit."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Route:
    """Where patients go after a step: the branches are tried in order with one draw."""
    def __init__(self, from_: str, to: collections.abc.Sequence[Branch | dict[str, typing.Any] | str] | Branch | dict[str, typing.Any] | str, *, luck_name: str | None = None) -> None: ...
    def replace(self, *, from_: str | None = None, to: collections.abc.Sequence[Branch | dict[str, typing.Any] | str] | Branch | dict[str, typing.Any] | str | None = None, luck_name: str | None = None) -> Route: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Route: """Reads what a file would say."""
    @property
    def from_(self) -> str: """Step that the patients come from."""
    @property
    def to(self) -> pathecon.nouns.Nouns[Branch]: """Ways on, tried in order."""
    @property
    def luck_name(self) -> str: """Name of its luck; the step's name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Fork:
    """Sends the patient down every branch at once."""
    def __init__(self, name: str, *, branches: collections.abc.Sequence[str] | str, join: str) -> None: ...
    def replace(self, *, name: str | None = None, branches: collections.abc.Sequence[str] | str | None = None, join: str | None = None) -> Fork: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Fork: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the step, unique among the steps of the pathway."""
    @property
    def branches(self) -> tuple[str, ...]: """First step of each branch."""
    @property
    def join(self) -> str: """Join at which the branches come together."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Join:
    """Waits until every branch of its fork has come in."""
    def __init__(self, name: str) -> None: ...
    def replace(self, *, name: str | None = None) -> Join: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Join: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the step, unique among the steps of the pathway."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Stay:
    """Resources held from one activity to another: a bed, a cubicle."""
    def __init__(self, name: str, *, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str, from_: str, to: str) -> None: ...
    def replace(self, *, name: str | None = None, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, from_: str | None = None, to: str | None = None) -> Stay: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Stay: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the stay, unique in the pathway."""
    @property
    def uses(self) -> pathecon.nouns.Nouns[Use]: """Resources that are held."""
    @property
    def from_(self) -> str: """Activity with which they are taken."""
    @property
    def to(self) -> str: """Activity at whose end they are given back."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Event:
    """Something that may happen while patients are on the way between two points."""
    def __init__(self, name: str, *, from_: str | None = None, until: str | None = None, after: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, to: str | None = None, where: str | None = None, luck_name: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, from_: str | None = None, until: str | None = None, after: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, to: str | None = None, where: str | None = None, luck_name: str | None = None) -> Event: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Event: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the event, unique in the pathway."""
    @property
    def from_(self) -> str: """Point at which its clock starts."""
    @property
    def until(self) -> str: """Point at which it can no longer happen."""
    @property
    def after(self) -> TimeDistribution: """Time after which it happens."""
    @property
    def cases(self) -> pathecon.nouns.Nouns[TimeCase]: """Time for some patients; the first whose condition holds."""
    @property
    def to(self) -> str: """Step where it takes them, or 'exit'."""
    @property
    def where(self) -> str: """Patients to whom it may happen, judged at 'from'."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Downtime:
    """Times at which resources fail, by one cause."""
    def __init__(self, name: str, *, resources: collections.abc.Sequence[str] | str, every: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], lasts: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], servers: int | None = None, in_hand: typing.Literal['finish', 'resume', 'repeat_identical', 'repeat_different'] | None = None, luck_name: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, resources: collections.abc.Sequence[str] | str | None = None, every: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lasts: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, servers: int | None = None, in_hand: typing.Literal['finish', 'resume', 'repeat_identical', 'repeat_different'] | None = None, luck_name: str | None = None) -> Downtime: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Downtime: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the cause, unique in the pathway."""
    @property
    def resources(self) -> tuple[str, ...]: """Resources that it stops."""
    @property
    def every(self) -> TimeDistribution: """Time from the end of one to the start of the next."""
    @property
    def lasts(self) -> TimeDistribution: """How long each lasts."""
    @property
    def servers(self) -> int: """How many of each resource it stops; 0 means all."""
    @property
    def in_hand(self) -> typing.Literal['finish', 'resume', 'repeat_identical', 'repeat_different']: """What happens to the work in hand."""
    @property
    def luck_name(self) -> str: """Name of its luck; its own name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

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
    def __init__(self, *, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any], slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], late: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, early: pathecon._core.units.Duration | str | datetime.timedelta | None = None, no_show: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any] | None = None, slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, late: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, early: pathecon._core.units.Duration | str | datetime.timedelta | None = None, no_show: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Appointments: """Returns a copy with some fields changed."""
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
    """A Poisson stream of patients; its name is their 'source' in conditions."""
    def __init__(self, name: str | None = None, *, rate: pathecon._core.units.Rate | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, open: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, to: str | None = None, background: bool | None = None, profile: collections.abc.Sequence[Profile | dict[str, typing.Any]] | Profile | dict[str, typing.Any] | None = None, season: collections.abc.Sequence[float] | float | None = None, growth: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, dispersion: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, group: int | None = None, appointments: Appointments | dict[str, typing.Any] | None = None, trace: collections.abc.Sequence[TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta] | TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> None: ...
    def replace(self, *, name: str | None = None, rate: pathecon._core.units.Rate | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, open: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, to: str | None = None, background: bool | None = None, profile: collections.abc.Sequence[Profile | dict[str, typing.Any]] | Profile | dict[str, typing.Any] | None = None, season: collections.abc.Sequence[float] | float | None = None, growth: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, dispersion: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, group: int | None = None, appointments: Appointments | dict[str, typing.Any] | None = None, trace: collections.abc.Sequence[TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta] | TracePatient | dict[str, typing.Any] | pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> Arrivals: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Arrivals: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the stream, unique in the pathway."""
    @property
    def rate(self) -> pathecon._core.units.Rate | pathecon._core.random.Input: """Patients per time while open; not with appointments or a trace."""
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
