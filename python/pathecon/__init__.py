# SPDX-License-Identifier: MIT
"""pathecon: patient pathways as queues, the AI tools that act on them, and what they return.

Build a `Pathway` of nouns, act on it with a `Tool`, compare arms in a `Study`, `run` it and `appraise` the result:

    import pathecon as pe

    xray = pe.examples.chest_xray()
    study = pe.Study(xray, arms={"usual care": [], "with AI": [...]})
    result = pe.appraise(pe.run(study), pe.Tariff.load("nhs-2025"))

Each floor of the library has a module of its own: `pathecon.pathway`, `pathecon.effect`, `pathecon.study` and so on.
"""

from __future__ import annotations

from pathecon._core import __version__
from pathecon._core.base import Diagnostic, InvalidInput
from pathecon._core.pathway import (
    Activity,
    Arrivals,
    Attendance,
    Attribute,
    Batch,
    Booking,
    Branch,
    BudgetLine,
    Case,
    Chance,
    Delay,
    Fork,
    Interval,
    Join,
    Outcome,
    Pathway,
    Priority,
    Resource,
    Rota,
    Route,
    Session,
    SessionList,
    Shift,
    Test,
    TimeCase,
    TimeDistribution,
    Use,
    constant,
    empirical,
    erlang,
    exponential,
    gamma,
    lognormal,
    normal,
    triangular,
    uniform,
    weibull,
)
from pathecon._core.random import Input, uncertain
from pathecon._core.units import Duration, Money, Rate, days, gbp, hours, minutes, seconds, weeks, years
