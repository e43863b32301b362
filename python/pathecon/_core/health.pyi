# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import datetime
import typing

import pathecon._core.random
import pathecon._core.units

class Delay:
    """What each four weeks of waiting cost in survival."""
    def __init__(self, interval: str, *, measured_on: str, hazard_ratio: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, excess_hazard: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, other_hazard: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, utility: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, qalys_after: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, owner: str | None = None) -> None: ...
    def replace(self, *, interval: str | None = None, measured_on: str | None = None, hazard_ratio: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, excess_hazard: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, other_hazard: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, lasts: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, utility: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, qalys_after: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, owner: str | None = None) -> Delay: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Delay: """Reads what a file would say."""
    @property
    def interval(self) -> str: """Interval of the pathway; it must keep rows."""
    @property
    def measured_on(self) -> str: """Clock of the study that the ratio comes from: 'diagnosis to first treatment'."""
    @property
    def hazard_ratio(self) -> float | pathecon._core.random.Input: """Per four weeks, on the excess hazard; 1 is no effect."""
    @property
    def excess_hazard(self) -> float | pathecon._core.random.Input: """Deaths a person-year from the disease, without waiting."""
    @property
    def other_hazard(self) -> float | pathecon._core.random.Input: """Deaths a person-year from all else."""
    @property
    def lasts(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """How long the excess hazard acts."""
    @property
    def utility(self) -> float | pathecon._core.random.Input: """QALYs a life-year while it lasts."""
    @property
    def qalys_after(self) -> float | pathecon._core.random.Input: """QALYs of a survivor after that, discounted to its end."""
    @property
    def owner(self) -> str: """Whose health it is."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
