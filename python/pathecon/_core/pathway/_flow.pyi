# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import Chance, Rota, Shift, TimeCase, TimeDistribution, Use

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
    def __init__(self, to: str, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, where: str | None = None, elapsed: Elapsed | dict[str, typing.Any] | None = None, most: int | None = None, open: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, to: str | None = None, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, elapsed: Elapsed | dict[str, typing.Any] | None = None, most: int | None = None, open: Rota | int | collections.abc.Sequence[Shift | dict[str, typing.Any]] | Shift | dict[str, typing.Any] | None = None) -> Branch: """Returns a copy with some fields changed."""
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
    @property
    def open(self) -> Rota: """When the way is open, by the clock: from its 'from' until just before its 'to'."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Route:
    """Where patients go after a step: the branches are tried in order with one draw."""
    def __init__(self, from_: str, to: collections.abc.Sequence[Branch | dict[str, typing.Any] | str] | Branch | dict[str, typing.Any] | str, *, luck_name: str | None = None, rule: typing.Literal['in_order', 'shortest_queue'] | None = None) -> None: ...
    def replace(self, *, from_: str | None = None, to: collections.abc.Sequence[Branch | dict[str, typing.Any] | str] | Branch | dict[str, typing.Any] | str | None = None, luck_name: str | None = None, rule: typing.Literal['in_order', 'shortest_queue'] | None = None) -> Route: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Route: """Reads what a file would say."""
    @property
    def from_(self) -> str: """Step that the patients come from."""
    @property
    def to(self) -> pathecon.nouns.Nouns[Branch]: """Ways on, tried in order."""
    @property
    def luck_name(self) -> str: """Name of its luck; the step's name when left out."""
    @property
    def rule(self) -> typing.Literal['in_order', 'shortest_queue']: """Whether the ways are tried in order, or the one with the shortest queue is taken."""
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
