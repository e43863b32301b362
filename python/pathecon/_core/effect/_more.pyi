# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.pathway
import pathecon._core.random
import pathecon._core.units
import pathecon.nouns

class Adopt:
    """Says how much a tool is used, and from when."""
    def __init__(self, usage: float | str | pathecon._core.random.Input | dict[str, typing.Any], *, consent: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, go_live: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, ramp: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, dip: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, usage: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, consent: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, go_live: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, ramp: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, dip: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Adopt: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Adopt: """Reads what a file would say."""
    @property
    def usage(self) -> float | pathecon._core.random.Input: """Share of visits in which staff use it."""
    @property
    def consent(self) -> float | pathecon._core.random.Input: """Share of patients who agree."""
    @property
    def go_live(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Time from the decision to the first use."""
    @property
    def ramp(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Time from the first use to steady use."""
    @property
    def dip(self) -> float | pathecon._core.random.Input: """Loss at the first use, as a share of the steady benefit."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Burden:
    """Adds time to every visit, whether or not it uses the tool."""
    def __init__(self, activity: str, add: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, per_session: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, visits_per_session: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, users_only: bool | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, add: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_session: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, visits_per_session: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, users_only: bool | None = None) -> Burden: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Burden: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity that takes longer."""
    @property
    def add(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Time added to each visit."""
    @property
    def per_session(self) -> pathecon._core.units.Duration | pathecon._core.random.Input | None: """Time added to each session, in place of 'add'."""
    @property
    def visits_per_session(self) -> float | pathecon._core.random.Input | None: """Visits over which it is spread."""
    @property
    def where(self) -> str: """Patients to whom it applies."""
    @property
    def users_only(self) -> bool: """Limits it to the visits that use the tool."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Cost:
    """Charges money for a tool."""
    def __init__(self, item: str, amount: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any], *, per: typing.Literal['once', 'year', 'use', 'session'], at: str | None = None, where: str | None = None) -> None: ...
    def replace(self, *, item: str | None = None, amount: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per: typing.Literal['once', 'year', 'use', 'session'] | None = None, at: str | None = None, where: str | None = None) -> Cost: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Cost: """Reads what a file would say."""
    @property
    def item(self) -> str: """What is paid for, unique in the tool."""
    @property
    def amount(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """Amount of each charge."""
    @property
    def per(self) -> typing.Literal['once', 'year', 'use', 'session']: """Charged once, each year, each use or each session."""
    @property
    def at(self) -> str: """Activity whose visits are uses, or session whose lists are charged."""
    @property
    def where(self) -> str: """Patients whose visits are charged."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class AddCapacity:
    """Adds a shift to a resource, or a list or slots to a session."""
    def __init__(self, *, resource: str | None = None, shift: pathecon._core.pathway.Shift | dict[str, typing.Any] | None = None, session: str | None = None, list: pathecon._core.pathway.SessionList | dict[str, typing.Any] | None = None, slots: int | None = None) -> None: ...
    def replace(self, *, resource: str | None = None, shift: pathecon._core.pathway.Shift | dict[str, typing.Any] | None = None, session: str | None = None, list: pathecon._core.pathway.SessionList | dict[str, typing.Any] | None = None, slots: int | None = None) -> AddCapacity: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> AddCapacity: """Reads what a file would say."""
    @property
    def resource(self) -> str: """Resource that gets a shift."""
    @property
    def shift(self) -> pathecon._core.pathway.Shift | None: """The shift."""
    @property
    def session(self) -> str: """Session that gets a list or slots, in place of a resource."""
    @property
    def list(self) -> pathecon._core.pathway.SessionList | None: """The list."""
    @property
    def slots(self) -> int: """More slots on each list that there is."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Shorten:
    """Makes a booking lag or a delay shorter; its opportunity cost is not modelled."""
    def __init__(self, activity: str | None = None, *, delay: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, to: pathecon._core.pathway.TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, delay: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, to: pathecon._core.pathway.TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Shorten: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Shorten: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity whose booking lag is made shorter."""
    @property
    def delay(self) -> str: """Delay that is made shorter, in place of an activity's lag."""
    @property
    def by(self) -> float | pathecon._core.random.Input | None: """Factor on the time."""
    @property
    def to(self) -> pathecon._core.pathway.TimeDistribution | None: """New time, in place of a factor."""
    @property
    def where(self) -> str: """Patients to whom it applies."""
    @property
    def share(self) -> float | pathecon._core.random.Input | None: """Share of them to whom it applies; all when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class CustomEffect:
    """An effect that is user code."""
    @property
    def name(self) -> str: ...
    def __call__(self, pathway: pathecon._core.pathway.Pathway) -> pathecon._core.pathway.Pathway: ...

class ToolCost:
    """What a tool costs."""
    def __init__(self, *, once: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_year: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_use: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_session: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, used_at: str | None = None, used_where: str | None = None, optimism_bias: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, price_year: int | None = None) -> None: ...
    def replace(self, *, once: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_year: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_use: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, per_session: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, used_at: str | None = None, used_where: str | None = None, optimism_bias: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, price_year: int | None = None) -> ToolCost: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> ToolCost: """Reads what a file would say."""
    @property
    def once(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """Paid once, at the decision."""
    @property
    def per_year(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """Paid each year."""
    @property
    def per_use(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """Paid each use."""
    @property
    def per_session(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """Paid each list of the session of 'used_at'."""
    @property
    def used_at(self) -> str: """Activity whose visits are uses."""
    @property
    def used_where(self) -> str: """Patients whose visits are uses."""
    @property
    def optimism_bias(self) -> float | pathecon._core.random.Input: """Share added to every amount; not for one that is uncertain."""
    @property
    def price_year(self) -> int: """Year of the prices."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Tool:
    """A product that acts on a pathway."""
    def __init__(self, name: str, *, category: str | None = None, effects: collections.abc.Sequence[typing.Any] | None = None, cost: ToolCost | dict[str, typing.Any] | None = None, evidence: str | None = None) -> None: ...
    def replace(self, *, name: str | None = None, category: str | None = None, effects: collections.abc.Sequence[typing.Any] | None = None, cost: ToolCost | dict[str, typing.Any] | None = None, evidence: str | None = None) -> Tool: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Tool: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the tool, unique in the study."""
    @property
    def category(self) -> str: """Kind of tool."""
    @property
    def effects(self) -> tuple[typing.Any, ...]: """What it does, in this order."""
    @property
    def cost(self) -> ToolCost: """What it costs."""
    @property
    def evidence(self) -> str: """What is known of it, and how well."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Portfolio:
    """The tools of an arm, in their order."""
    def __init__(self, tools: typing.Any = None) -> None: ...
    @property
    def tools(self) -> pathecon.nouns.Nouns[Tool]: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> collections.abc.Iterator[Tool]: ...

class Applied:
    """What a portfolio made of a pathway."""
    @property
    def pathway(self) -> pathecon._core.pathway.Pathway: ...
    @property
    def changes(self) -> typing.Any: ...
    @property
    def remarks(self) -> list[tuple[int, str, str]]: ...

def apply(pathway: pathecon._core.pathway.Pathway, tools: typing.Any) -> Applied: """Applies every effect of every tool in order."""

def explain(pathway: pathecon._core.pathway.Pathway, tools: typing.Any) -> typing.Any: """Lists what each tool changes: path, before, after, tool, effect, source."""
