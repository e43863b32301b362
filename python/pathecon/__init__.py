# SPDX-License-Identifier: MIT
"""pathecon: patient pathways as queues, the AI tools that act on them, and what they return.

Build a `Pathway` of nouns, act on it with a `Tool`, compare arms in a `Study`, `run` it and `appraise` the result:

    import pathecon as pe

    xray = pe.examples.chest_xray()
    study = pe.Study(xray, arms={"usual care": [], "with AI": [...]})
    result = pe.appraise(pe.run(study), pe.Tariff.load("nhs-2025"))

Each floor of the library has a module of its own: `pathecon.pathway`, `pathecon.effect`, `pathecon.study` and so on. What is
heavy (pandas, matplotlib, jinja2, rich) is imported when it is first needed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from pathecon._core import __version__
from pathecon._core.base import Diagnostic, InvalidInput
from pathecon._core.econ import Appraisal, Estimate, Terms
from pathecon._core.effect import Portfolio, Tool, ToolCost, apply
from pathecon._core.effect import ToolCost as Cost
from pathecon._core.io import Scenario, decode_scenario, load_scenario, load_trace, parse_scenario, parse_trace
from pathecon._core.ledger import Ledger, Price, Tariff
from pathecon._core.pathway import (
    Activity,
    Adjustment,
    Alternative,
    Appointments,
    Arrivals,
    Attendance,
    Attribute,
    Backlog,
    Balk,
    Batch,
    Booking,
    Branch,
    BudgetLine,
    Bulk,
    Case,
    Chance,
    Closure,
    Delay,
    Downtime,
    Elapsed,
    Event,
    Fork,
    Interval,
    Join,
    NoShow,
    Outcome,
    Pathway,
    Patience,
    Pause,
    Priority,
    Profile,
    Resource,
    Rota,
    RotaException,
    Route,
    Session,
    SessionList,
    Shift,
    Stay,
    Surge,
    Test,
    TimeCase,
    TimeDistribution,
    TracePatient,
    Transfer,
    Use,
    constant,
    empirical,
    erlang,
    exponential,
    gamma,
    lognormal,
    merge,
    normal,
    triangular,
    uniform,
    weibull,
)
from pathecon._core.random import Input, uncertain
from pathecon._core.study import Arm, Interrupted, Study, StudyResult
from pathecon._core.units import Duration, Money, Rate, days, gbp, hours, minutes, seconds, weeks, years

if TYPE_CHECKING:
    from pathecon import base, econ, effect, examples, health, io, ledger, pathway, random, report, study, units
    from pathecon.report import write_report
    from pathecon.study import appraise, bottlenecks, event_log, explain, ledger_of, occupancy, run, steady_state, verify

# The floors and what is imported on first use: name -> module.
_LAZY = {name: f"pathecon.{name}" for name in (
    "base", "units", "random", "pathway", "effect", "ledger", "health", "econ", "study", "io", "report", "examples")}
_VERBS = {"run": "pathecon.study", "appraise": "pathecon.study", "ledger_of": "pathecon.study", "explain": "pathecon.study",
          "bottlenecks": "pathecon.study", "event_log": "pathecon.study", "occupancy": "pathecon.study", "verify": "pathecon.study",
          "steady_state": "pathecon.study", "write_report": "pathecon.report"}

__all__ = [
    "Activity", "Adjustment", "Alternative", "Appointments", "Appraisal", "Arm", "Arrivals", "Attendance", "Attribute",
    "Backlog", "Balk", "Batch", "Booking", "Branch", "BudgetLine", "Bulk", "Case", "Chance", "Closure", "Cost", "Delay", "Diagnostic",
    "Downtime", "Duration", "Elapsed", "Estimate", "Event", "Fork", "Input", "Interrupted", "Interval", "InvalidInput",
    "Join", "Ledger", "Money", "NoShow", "Outcome", "Pathway", "Patience", "Pause", "Portfolio", "Price", "Priority",
    "Profile", "Rate", "Resource", "Rota", "RotaException", "Route", "Scenario", "Session", "SessionList", "Shift", "Stay",
    "Study", "StudyResult", "Surge", "Tariff", "Terms", "Test", "TimeCase", "TimeDistribution", "Tool", "ToolCost",
    "TracePatient", "Transfer", "Use", "__version__", "apply", "appraise", "base", "bottlenecks", "constant", "days",
    "decode_scenario", "econ", "effect", "empirical", "erlang", "event_log", "examples", "explain", "exponential",
    "gamma", "gbp", "health", "hours", "io", "ledger", "ledger_of", "load_scenario", "load_trace", "lognormal", "merge",
    "minutes", "normal", "occupancy", "parse_scenario", "parse_trace", "pathway", "random", "report", "run", "seconds",
    "steady_state", "study", "triangular", "uncertain", "uniform", "units", "verify", "weeks", "weibull", "write_report", "years",
]


def __getattr__(name: str) -> Any:
    """Imports a floor or a verb when it is first asked for."""
    if name in _LAZY:
        return importlib.import_module(_LAZY[name])
    if name in _VERBS:
        value = getattr(importlib.import_module(_VERBS[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'pathecon' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
