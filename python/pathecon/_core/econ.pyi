# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.base
import pathecon._core.health
import pathecon._core.units
import pathecon.nouns

class Terms:
    """For how long and at what rates an appraisal counts."""
    def __init__(self, *, horizon: pathecon._core.units.Duration | str | datetime.timedelta | None = None, discount_rate: float | str | None = None, health_discount_rate: float | str | None = None, schedule: typing.Literal['flat', 'green_book_2026', 'green_book_2026_sensitivity'] | None = None, timing: typing.Literal['year_index', 'continuous'] | None = None, first_year: int | None = None, qaly_value: pathecon._core.units.Money | str | None = None, qaly_opportunity_cost: pathecon._core.units.Money | str | None = None, bound: str | None = None, level: float | None = None, delay: collections.abc.Sequence[pathecon._core.health.Delay | dict[str, typing.Any]] | pathecon._core.health.Delay | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, horizon: pathecon._core.units.Duration | str | datetime.timedelta | None = None, discount_rate: float | str | None = None, health_discount_rate: float | str | None = None, schedule: typing.Literal['flat', 'green_book_2026', 'green_book_2026_sensitivity'] | None = None, timing: typing.Literal['year_index', 'continuous'] | None = None, first_year: int | None = None, qaly_value: pathecon._core.units.Money | str | None = None, qaly_opportunity_cost: pathecon._core.units.Money | str | None = None, bound: str | None = None, level: float | None = None, delay: collections.abc.Sequence[pathecon._core.health.Delay | dict[str, typing.Any]] | pathecon._core.health.Delay | dict[str, typing.Any] | None = None) -> Terms: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Terms: """Reads what a file would say."""
    @property
    def horizon(self) -> pathecon._core.units.Duration: """Whole years of operation from the decision."""
    @property
    def discount_rate(self) -> float: """A year, of everything in pounds."""
    @property
    def health_discount_rate(self) -> float: """A year, of QALYs."""
    @property
    def schedule(self) -> typing.Literal['flat', 'green_book_2026', 'green_book_2026_sensitivity']: """flat, or the Green Book's decline after 30 years."""
    @property
    def timing(self) -> typing.Literal['year_index', 'continuous']: """year_index: one factor a year; continuous: every instant."""
    @property
    def first_year(self) -> int: """Index of the first year of operation: 1 when year 0 is the outlay's, 0 when the first year is not discounted."""
    @property
    def qaly_value(self) -> pathecon._core.units.Money: """What society pays for a QALY."""
    @property
    def qaly_opportunity_cost(self) -> pathecon._core.units.Money: """What a QALY costs the NHS at the margin."""
    @property
    def bound(self) -> str: """Arm with a perfect tool: no result may beat it."""
    @property
    def level(self) -> float: """Coverage of intervals."""
    @property
    def delay(self) -> pathecon.nouns.Nouns[pathecon._core.health.Delay]: """What waiting costs in survival."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Estimate:
    """A result with its range and its Monte Carlo error."""
    @property
    def mean(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def standard_error(self) -> float: ...
    @property
    def level(self) -> float: ...
    @property
    def n(self) -> int: ...
    @property
    def over(self) -> str: ...
    def __float__(self) -> float: ...

class Appraisal:
    """What each arm returns against the comparator. Levels add up: cash; and capacity; and health; and societal."""
    @property
    def terms(self) -> Terms: ...
    @property
    def comparator(self) -> str: ...
    @property
    def arms(self) -> list[str]: """The arms but the comparator."""
    @property
    def warnings(self) -> list[pathecon._core.base.Diagnostic]: ...
    def npv(self, arm: str, level: typing.Literal['cash', 'capacity', 'health', 'societal'] = 'cash') -> Estimate: """Present value of what the arm changes, less the outlay, in pounds."""
    def benefit(self, arm: str, level: typing.Literal['cash', 'capacity', 'health', 'societal'] = 'cash') -> Estimate: """Present value of every consequence, good or bad, in pounds: the highest outlay that still breaks even."""
    def roi(self, arm: str, level: typing.Literal['cash', 'capacity', 'health', 'societal'] = 'cash') -> Estimate: """Net return: (benefit - outlay) / outlay."""
    def gross_ratio(self, arm: str, level: typing.Literal['cash', 'capacity', 'health', 'societal'] = 'cash') -> Estimate: """Gross ratio: benefit / outlay, pounds back for each pound."""
    def payback(self, arm: str, level: typing.Literal['cash', 'capacity', 'health', 'societal'] = 'cash') -> Estimate: """Years until paid back for good; infinite when never."""
    def discounted_payback(self, arm: str, level: typing.Literal['cash', 'capacity', 'health', 'societal'] = 'cash') -> Estimate: """The same on discounted flows."""
    def outlay(self, arm: str) -> Estimate: """Present value of what the tools themselves cost, in pounds."""
    def qalys(self, arm: str) -> Estimate: """QALYs gained, discounted."""
    def npv_at_opportunity_cost(self, arm: str) -> Estimate: """NPV of the level health with a QALY at what it costs the NHS."""
    def gross_cost(self, arm: str) -> Estimate: """All that the arm costs: not a change."""
    def by_kind(self, arm: str) -> dict[str, Estimate]: """The consequences, each kind alone."""
    def owners(self, arm: str) -> dict[str, Estimate]: """What the change is to each owner."""
    def flows(self, arm: str) -> list[float]: """Level capacity, mean, undiscounted: at the decision, then year by year."""
    def table(self) -> typing.Any: """Sets the arms side by side in a DataFrame."""
    def _repr_html_(self) -> str: ...
