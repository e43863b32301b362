# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import Closure, Rota, Shift

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
    def __init__(self, *, days: str, from_: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, slots: int | None = None, overbooked: int | None = None, weeks: str | None = None) -> None: ...
    def replace(self, *, days: str | None = None, from_: str | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | None = None, slots: int | None = None, overbooked: int | None = None, weeks: str | None = None) -> SessionList: """Returns a copy with some fields changed."""
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
    @property
    def weeks(self) -> str: """Weeks in which it runs, week 1 being that of day 0: '1 of 2', '1 3 of 4'; every week when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Session:
    """Clinic lists: each patient is given the next free slot that is far enough away."""
    def __init__(self, name: str, *, resource: str | None = None, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any], slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None, bank_holidays: bool | None = None, exceptions: collections.abc.Sequence[Closure | dict[str, typing.Any] | str] | Closure | dict[str, typing.Any] | str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, resource: str | None = None, lists: collections.abc.Sequence[SessionList | dict[str, typing.Any]] | SessionList | dict[str, typing.Any] | None = None, slot: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lead: pathecon._core.units.Duration | str | datetime.timedelta | None = None, bank_holidays: bool | None = None, exceptions: collections.abc.Sequence[Closure | dict[str, typing.Any] | str] | Closure | dict[str, typing.Any] | str | None = None) -> Session: """Returns a copy with some fields changed."""
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
    @property
    def exceptions(self) -> pathecon.nouns.Nouns[Closure]: """Dates on which none of its lists runs."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
