# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import Rota, Shift, TimeDistribution

class Resource:
    """Staff, rooms, beds or machines that patients wait for."""
    def __init__(self, name: str, *, kind: typing.Literal['staff', 'room', 'bed', 'machine'] | None = None, rota: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, end_of_shift: typing.Literal['finish', 'resume'] | None = None, group: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, kind: typing.Literal['staff', 'room', 'bed', 'machine'] | None = None, rota: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None, end_of_shift: typing.Literal['finish', 'resume'] | None = None, group: str | None = None) -> Resource: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Resource: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the resource, unique in the pathway."""
    @property
    def kind(self) -> typing.Literal['staff', 'room', 'bed', 'machine']: """Staff, room, bed or machine."""
    @property
    def rota(self) -> Rota: """How many are there over the week: a list of shifts, or a number who are always there ('servers' is the same). Without one nobody waits: time is counted, capacity is not."""
    @property
    def end_of_shift(self) -> typing.Literal['finish', 'resume']: """At the end of a shift, finish the work in hand in overtime, or resume it later."""
    @property
    def group(self) -> str: """Staff group that minutes are pooled by; the resource's own name when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class SessionList:
    """When a list runs: its slots, or as many whole slots as fit into its length."""
    def __init__(self, *, days: str, from_: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, slots: int | None = None) -> None: ...
    def replace(self, *, days: str | None = None, from_: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, slots: int | None = None) -> SessionList: """Returns a copy with some fields changed."""
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
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Session:
    """Clinic lists: each patient is given the next free slot that is far enough away."""
    def __init__(self, name: str, *, resource: str | None = None, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any], slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> None: ...
    def replace(self, *, name: str | None = None, resource: str | None = None, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any] | None = None, slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None) -> Session: """Returns a copy with some fields changed."""
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
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Use:
    """A resource that is held for the whole activity."""
    def __init__(self, resource: str, count: int | None = None) -> None: ...
    def replace(self, *, resource: str | None = None, count: int | None = None) -> Use: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Use: """Reads what a file would say."""
    @property
    def resource(self) -> str: """Name of the resource."""
    @property
    def count(self) -> int: """How many of it are held at once."""
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
    def __init__(self, days: str, *, at: str | None = None, cut_off: pathecon._core.units.Duration | str | datetime.timedelta | None = None, cap: int | None = None) -> None: ...
    def replace(self, *, days: str | None = None, at: str | None = None, cut_off: pathecon._core.units.Duration | str | datetime.timedelta | None = None, cap: int | None = None) -> Batch: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Batch: """Reads what a file would say."""
    @property
    def days(self) -> str: """Days of the meeting: 'Thu'."""
    @property
    def at(self) -> str: """Clock time of the meeting."""
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

class Activity:
    """Work for a patient, who needs resources, a slot of a session, a place in a batch, or none."""
    def __init__(self, name: str, *, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, session: str | None = None, batch: Batch | dict[str, typing.Any] | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, priority: collections.abc.Sequence[Priority | dict[str, typing.Any]] | Priority | dict[str, typing.Any] | None = None, booking: Booking | dict[str, typing.Any] | None = None, attended: collections.abc.Sequence[Attendance | dict[str, typing.Any] | str] | Attendance | dict[str, typing.Any] | str | None = None, adjustments: collections.abc.Sequence[Adjustment | dict[str, typing.Any]] | Adjustment | dict[str, typing.Any] | None = None, luck_name: str | None = None, tool: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, uses: collections.abc.Sequence[Use | dict[str, typing.Any] | str] | Use | dict[str, typing.Any] | str | None = None, session: str | None = None, batch: Batch | dict[str, typing.Any] | None = None, takes: TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, cases: collections.abc.Sequence[TimeCase | dict[str, typing.Any]] | TimeCase | dict[str, typing.Any] | None = None, where: str | None = None, priority: collections.abc.Sequence[Priority | dict[str, typing.Any]] | Priority | dict[str, typing.Any] | None = None, booking: Booking | dict[str, typing.Any] | None = None, attended: collections.abc.Sequence[Attendance | dict[str, typing.Any] | str] | Attendance | dict[str, typing.Any] | str | None = None, adjustments: collections.abc.Sequence[Adjustment | dict[str, typing.Any]] | Adjustment | dict[str, typing.Any] | None = None, luck_name: str | None = None, tool: str | None = None) -> Activity: """Returns a copy with some fields changed."""
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
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
