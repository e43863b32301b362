# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import typing

import pathecon._core.base
import pathecon._core.random
import pathecon.nouns
from pathecon._core.pathway import (
    Activity,
    Arrivals,
    Attribute,
    Backlog,
    BudgetLine,
    Chance,
    Delay,
    Downtime,
    Event,
    Fork,
    Interval,
    Join,
    Outcome,
    Resource,
    Route,
    Session,
    Stay,
    Test,
)

class Pathway:
    """What happens to patients, as plain data."""
    def __init__(self, name: str | None = None, *, starts: str | None = None, first: str | None = None, overload_allowed: bool | None = None, arrivals: collections.abc.Sequence[Arrivals | dict[str, typing.Any]] | Arrivals | dict[str, typing.Any] | None = None, attribute: collections.abc.Sequence[Attribute | dict[str, typing.Any]] | Attribute | dict[str, typing.Any] | None = None, test: collections.abc.Sequence[Test | dict[str, typing.Any]] | Test | dict[str, typing.Any] | None = None, resource: collections.abc.Sequence[Resource | dict[str, typing.Any]] | Resource | dict[str, typing.Any] | None = None, session: collections.abc.Sequence[Session | dict[str, typing.Any]] | Session | dict[str, typing.Any] | None = None, activity: collections.abc.Sequence[Activity | dict[str, typing.Any]] | Activity | dict[str, typing.Any] | None = None, delay: collections.abc.Sequence[Delay | dict[str, typing.Any]] | Delay | dict[str, typing.Any] | None = None, fork: collections.abc.Sequence[Fork | dict[str, typing.Any]] | Fork | dict[str, typing.Any] | None = None, join: collections.abc.Sequence[Join | dict[str, typing.Any] | str] | Join | dict[str, typing.Any] | str | None = None, stay: collections.abc.Sequence[Stay | dict[str, typing.Any]] | Stay | dict[str, typing.Any] | None = None, event: collections.abc.Sequence[Event | dict[str, typing.Any]] | Event | dict[str, typing.Any] | None = None, downtime: collections.abc.Sequence[Downtime | dict[str, typing.Any]] | Downtime | dict[str, typing.Any] | None = None, backlog: collections.abc.Sequence[Backlog | dict[str, typing.Any]] | Backlog | dict[str, typing.Any] | None = None, route: collections.abc.Sequence[Route | dict[str, typing.Any]] | Route | dict[str, typing.Any] | None = None, interval: collections.abc.Sequence[Interval | dict[str, typing.Any]] | Interval | dict[str, typing.Any] | None = None, outcome: collections.abc.Sequence[Outcome | dict[str, typing.Any]] | Outcome | dict[str, typing.Any] | None = None, budget_line: collections.abc.Sequence[BudgetLine | dict[str, typing.Any]] | BudgetLine | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, starts: str | None = None, first: str | None = None, overload_allowed: bool | None = None, arrivals: collections.abc.Sequence[Arrivals | dict[str, typing.Any]] | Arrivals | dict[str, typing.Any] | None = None, attribute: collections.abc.Sequence[Attribute | dict[str, typing.Any]] | Attribute | dict[str, typing.Any] | None = None, test: collections.abc.Sequence[Test | dict[str, typing.Any]] | Test | dict[str, typing.Any] | None = None, resource: collections.abc.Sequence[Resource | dict[str, typing.Any]] | Resource | dict[str, typing.Any] | None = None, session: collections.abc.Sequence[Session | dict[str, typing.Any]] | Session | dict[str, typing.Any] | None = None, activity: collections.abc.Sequence[Activity | dict[str, typing.Any]] | Activity | dict[str, typing.Any] | None = None, delay: collections.abc.Sequence[Delay | dict[str, typing.Any]] | Delay | dict[str, typing.Any] | None = None, fork: collections.abc.Sequence[Fork | dict[str, typing.Any]] | Fork | dict[str, typing.Any] | None = None, join: collections.abc.Sequence[Join | dict[str, typing.Any] | str] | Join | dict[str, typing.Any] | str | None = None, stay: collections.abc.Sequence[Stay | dict[str, typing.Any]] | Stay | dict[str, typing.Any] | None = None, event: collections.abc.Sequence[Event | dict[str, typing.Any]] | Event | dict[str, typing.Any] | None = None, downtime: collections.abc.Sequence[Downtime | dict[str, typing.Any]] | Downtime | dict[str, typing.Any] | None = None, backlog: collections.abc.Sequence[Backlog | dict[str, typing.Any]] | Backlog | dict[str, typing.Any] | None = None, route: collections.abc.Sequence[Route | dict[str, typing.Any]] | Route | dict[str, typing.Any] | None = None, interval: collections.abc.Sequence[Interval | dict[str, typing.Any]] | Interval | dict[str, typing.Any] | None = None, outcome: collections.abc.Sequence[Outcome | dict[str, typing.Any]] | Outcome | dict[str, typing.Any] | None = None, budget_line: collections.abc.Sequence[BudgetLine | dict[str, typing.Any]] | BudgetLine | dict[str, typing.Any] | None = None) -> Pathway: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Pathway: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the pathway."""
    @property
    def starts(self) -> str: """Date of day 0, a Monday such as '2026-01-05'; needed for holidays, dates and seasons."""
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
    def stay(self) -> pathecon.nouns.Nouns[Stay]: """Resources held across activities."""
    @property
    def event(self) -> pathecon.nouns.Nouns[Event]: """What may happen on the way."""
    @property
    def downtime(self) -> pathecon.nouns.Nouns[Downtime]: """Failures of resources."""
    @property
    def backlog(self) -> pathecon.nouns.Nouns[Backlog]: """Patients already waiting at the start."""
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
    def loads(self) -> typing.Any: """Gives what is asked of everything limited in a week, beside what it can give, and what a load leaves out because it depends on waits."""
    def inputs(self) -> typing.Any: """Lists every input with its value, prior, source and status."""
    def picture(self) -> str: """Draws the steps and the ways between them as SVG."""
    def _repr_html_(self) -> str: ...

class Transfer:
    """Patients who go on at another site."""
    def __init__(self, from_: str, to: str, *, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> None: ...
    def replace(self, *, from_: str | None = None, to: str | None = None, p: Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> Transfer: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Transfer: """Reads what a file would say."""
    @property
    def from_(self) -> str: """Step that they come from, such as 'north/decide'."""
    @property
    def to(self) -> str: """Step where they go on, such as 'south/ward'."""
    @property
    def p(self) -> Chance | None: """Probability of going there; everybody who meets 'where' when left out."""
    @property
    def where(self) -> str: """Patients who may go there."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

def merge(name: str | Pathway, sites: dict[str, Pathway], *, shared: collections.abc.Sequence[str] = ..., transfers: collections.abc.Iterable[Transfer | dict[str, typing.Any]] = ...) -> Pathway: """Makes one pathway of several sites, in which each noun is called '<site>/<noun>'; shared resources and attributes appear once. A pathway in place of the name has nouns of its own, in the words of the merged one."""
