# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.base
import pathecon._core.random
import pathecon._core.units
import pathecon.nouns
from pathecon._core.pathway import (
    Activity,
    Arrivals,
    Attribute,
    BudgetLine,
    Chance,
    Interval,
    Outcome,
    Resource,
    Session,
    Test,
    TimeCase,
    TimeDistribution,
)

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

class Branch:
    """One way on; without 'p' it takes everybody who is left."""
    def __init__(self, to: str, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, where: str | None = None) -> None: ...
    def replace(self, *, to: str | None = None, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> Branch: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Branch: """Reads what a file would say."""
    @property
    def to(self) -> str: """Next step, or 'exit'."""
    @property
    def p(self) -> Chance | None: """Probability of going there; everybody who is left when left out."""
    @property
    def where(self) -> str: """Patients who may go there."""
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

class Pathway:
    """What happens to patients, as plain data."""
    def __init__(self, name: str | None = None, *, first: str | None = None, overload_allowed: bool | None = None, arrivals: collections.abc.Sequence[Arrivals | dict[str, typing.Any]] | Arrivals | dict[str, typing.Any] | None = None, attribute: collections.abc.Sequence[Attribute | dict[str, typing.Any]] | Attribute | dict[str, typing.Any] | None = None, test: collections.abc.Sequence[Test | dict[str, typing.Any]] | Test | dict[str, typing.Any] | None = None, resource: collections.abc.Sequence[Resource | dict[str, typing.Any]] | Resource | dict[str, typing.Any] | None = None, session: collections.abc.Sequence[Session | dict[str, typing.Any]] | Session | dict[str, typing.Any] | None = None, activity: collections.abc.Sequence[Activity | dict[str, typing.Any]] | Activity | dict[str, typing.Any] | None = None, delay: collections.abc.Sequence[Delay | dict[str, typing.Any]] | Delay | dict[str, typing.Any] | None = None, fork: collections.abc.Sequence[Fork | dict[str, typing.Any]] | Fork | dict[str, typing.Any] | None = None, join: collections.abc.Sequence[Join | dict[str, typing.Any] | str] | Join | dict[str, typing.Any] | str | None = None, route: collections.abc.Sequence[Route | dict[str, typing.Any]] | Route | dict[str, typing.Any] | None = None, interval: collections.abc.Sequence[Interval | dict[str, typing.Any]] | Interval | dict[str, typing.Any] | None = None, outcome: collections.abc.Sequence[Outcome | dict[str, typing.Any]] | Outcome | dict[str, typing.Any] | None = None, budget_line: collections.abc.Sequence[BudgetLine | dict[str, typing.Any]] | BudgetLine | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, first: str | None = None, overload_allowed: bool | None = None, arrivals: collections.abc.Sequence[Arrivals | dict[str, typing.Any]] | Arrivals | dict[str, typing.Any] | None = None, attribute: collections.abc.Sequence[Attribute | dict[str, typing.Any]] | Attribute | dict[str, typing.Any] | None = None, test: collections.abc.Sequence[Test | dict[str, typing.Any]] | Test | dict[str, typing.Any] | None = None, resource: collections.abc.Sequence[Resource | dict[str, typing.Any]] | Resource | dict[str, typing.Any] | None = None, session: collections.abc.Sequence[Session | dict[str, typing.Any]] | Session | dict[str, typing.Any] | None = None, activity: collections.abc.Sequence[Activity | dict[str, typing.Any]] | Activity | dict[str, typing.Any] | None = None, delay: collections.abc.Sequence[Delay | dict[str, typing.Any]] | Delay | dict[str, typing.Any] | None = None, fork: collections.abc.Sequence[Fork | dict[str, typing.Any]] | Fork | dict[str, typing.Any] | None = None, join: collections.abc.Sequence[Join | dict[str, typing.Any] | str] | Join | dict[str, typing.Any] | str | None = None, route: collections.abc.Sequence[Route | dict[str, typing.Any]] | Route | dict[str, typing.Any] | None = None, interval: collections.abc.Sequence[Interval | dict[str, typing.Any]] | Interval | dict[str, typing.Any] | None = None, outcome: collections.abc.Sequence[Outcome | dict[str, typing.Any]] | Outcome | dict[str, typing.Any] | None = None, budget_line: collections.abc.Sequence[BudgetLine | dict[str, typing.Any]] | BudgetLine | dict[str, typing.Any] | None = None) -> Pathway: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Pathway: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the pathway."""
    @property
    def first(self) -> str: """Step where arrivals enter unless they say otherwise; the first activity when left out."""
    @property
    def overload_allowed(self) -> bool: """A list that grows is the question, not a fault."""
    @property
    def arrivals(self) -> pathecon.nouns.Nouns[Arrivals]: """Streams of patients."""
    @property
    def attribute(self) -> pathecon.nouns.Nouns[Attribute]: """What patients have from arrival on."""
    @property
    def test(self) -> pathecon.nouns.Nouns[Test]: """Results that patients get on the way."""
    @property
    def resource(self) -> pathecon.nouns.Nouns[Resource]: """Staff, rooms, beds and machines."""
    @property
    def session(self) -> pathecon.nouns.Nouns[Session]: """Clinic lists."""
    @property
    def activity(self) -> pathecon.nouns.Nouns[Activity]: """Work for patients."""
    @property
    def delay(self) -> pathecon.nouns.Nouns[Delay]: """Time without a resource."""
    @property
    def fork(self) -> pathecon.nouns.Nouns[Fork]: """Where branches in parallel start."""
    @property
    def join(self) -> pathecon.nouns.Nouns[Join]: """Where branches in parallel come together."""
    @property
    def route(self) -> pathecon.nouns.Nouns[Route]: """Ways from step to step."""
    @property
    def interval(self) -> pathecon.nouns.Nouns[Interval]: """Clocks."""
    @property
    def outcome(self) -> pathecon.nouns.Nouns[Outcome]: """Events that are counted."""
    @property
    def budget_line(self) -> pathecon.nouns.Nouns[BudgetLine]: """Money that can really fall."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def add(self, *nouns: typing.Any) -> Pathway: """Returns a copy with nouns added."""
    def put(self, noun: typing.Any) -> Pathway: """Returns a copy in which the noun takes the place of the one of its name."""
    def __add__(self, nouns: typing.Any) -> Pathway: ...
    def check(self) -> list[pathecon._core.base.Diagnostic]: """Returns the warnings; raises InvalidInput with every fault."""
    def loads(self) -> typing.Any: """Gives what is asked of everything limited in a week, beside what it can give."""
    def inputs(self) -> typing.Any: """Lists every input with its value, prior, source and status."""
    def picture(self) -> str: """Draws the steps and the ways between them as SVG."""
    def _repr_html_(self) -> str: ...
