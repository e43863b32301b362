# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import typing

import pathecon._core.base
import pathecon._core.random
import pathecon._core.units
import pathecon.nouns

class Price:
    """What an hour of a staff group, a visit of a step or an event is worth."""
    def __init__(self, item: str, per: typing.Literal['hour', 'visit', 'event'], amount: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, marginal: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, qalys: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, kind: typing.Literal['cash', 'capacity', 'health', 'societal', 'transfer', 'unmonetised'] | None = None, payer: str | None = None, payee: str | None = None, basis: typing.Literal['top_down', 'bottom_up'] | None = None, covers: collections.abc.Sequence[str] | str | None = None) -> None: ...
    def replace(self, *, item: str | None = None, per: typing.Literal['hour', 'visit', 'event'] | None = None, amount: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, marginal: pathecon._core.units.Money | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, qalys: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, kind: typing.Literal['cash', 'capacity', 'health', 'societal', 'transfer', 'unmonetised'] | None = None, payer: str | None = None, payee: str | None = None, basis: typing.Literal['top_down', 'bottom_up'] | None = None, covers: collections.abc.Sequence[str] | str | None = None) -> Price: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Price: """Reads what a file would say."""
    @property
    def item(self) -> str: """Staff group (per hour), step (per visit) or outcome (per event)."""
    @property
    def per(self) -> typing.Literal['hour', 'visit', 'event']: """What one of the item is: hour, visit or event."""
    @property
    def amount(self) -> pathecon._core.units.Money | pathecon._core.random.Input: """The full price; it gives the gross cost of an arm."""
    @property
    def marginal(self) -> pathecon._core.units.Money | pathecon._core.random.Input | None: """What one more costs and one fewer frees, without staff time. Without it one more visit costs the full top-down price and one fewer frees nothing."""
    @property
    def qalys(self) -> float | pathecon._core.random.Input: """QALYs that an event gains (positive) or loses (negative)."""
    @property
    def kind(self) -> typing.Literal['cash', 'capacity', 'health', 'societal', 'transfer', 'unmonetised'] | None: """Left out: capacity for an hour, cash for a visit or an event. A transfer moves from payer to payee."""
    @property
    def payer(self) -> str: """Who pays."""
    @property
    def payee(self) -> str: """Who is paid; a transfer needs one."""
    @property
    def basis(self) -> typing.Literal['top_down', 'bottom_up']: """Of a visit. top_down: fully absorbed; bottom_up: only what it takes besides staff priced by the hour."""
    @property
    def covers(self) -> tuple[str, ...]: """Further steps whose staff time is in a top-down price."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Tariff:
    """A set of prices of one edition and price year."""
    def __init__(self, name: str | None = None, *, edition: str | None = None, price_year: int | None = None, price: collections.abc.Sequence[Price | dict[str, typing.Any]] | Price | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, name: str | None = None, edition: str | None = None, price_year: int | None = None, price: collections.abc.Sequence[Price | dict[str, typing.Any]] | Price | dict[str, typing.Any] | None = None) -> Tariff: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Tariff: """Reads what a file would say."""
    @property
    def name(self) -> str: """Name of the tariff."""
    @property
    def edition(self) -> str: """Edition or date of the source."""
    @property
    def price_year(self) -> int: """Year of the prices, such as 2025."""
    @property
    def price(self) -> pathecon.nouns.Nouns[Price]: """The prices."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    @staticmethod
    def load(name: str) -> Tariff: """Gives a tariff that is compiled in, such as 'nhs-2025'."""
    @staticmethod
    def known() -> list[str]: """Lists the tariffs that are compiled in."""

class Ledger:
    """Every amount of a study as dated lines."""
    @property
    def arms(self) -> list[str]: ...
    @property
    def warnings(self) -> list[pathecon._core.base.Diagnostic]: ...
    def lines(self) -> typing.Any: """Gives the lines as a DataFrame."""
    def __len__(self) -> int: ...
