# SPDX-License-Identifier: MIT
"""Examples in one line: `pathecon.examples.lung_cancer()`."""

from __future__ import annotations

from pathlib import Path

from pathecon._core.io import Scenario, load_scenario
from pathecon._core.pathway import (
    Activity,
    Arrivals,
    Attribute,
    BudgetLine,
    Interval,
    Pathway,
    Resource,
    Rota,
    Route,
    gamma,
    lognormal,
)
from pathecon._core.units import gbp, hours, minutes


def chest_xray() -> Pathway:
    """A chest X-ray clinic: films in working hours, three radiologists, and a budget for reading that can really fall."""
    return (
        Pathway("Chest X-ray")
        + Attribute("cancer", 0.006)
        + Arrivals(rate=9 / hours, open=Rota.weekdays(9 * hours, 17 * hours))
        + Resource("room", kind="room", rota=Rota.weekdays(8 * hours, 20 * hours, 2))
        + Resource("reader", group="consultant_radiologist", rota=Rota.weekdays(9 * hours, 17 * hours, 3))
        + Activity("x-ray", uses="room", takes=lognormal(8 * minutes, 3 * minutes))
        + Activity("read", uses="reader", takes=gamma(14 * minutes, 6 * minutes))
        + Route("x-ray", "read")
        + Interval("report", "x-ray", "read", standard=24 * hours)
        + BudgetLine("insourced reading", group="consultant_radiologist", baseline=100_000 * gbp,
                     step=160 * hours, step_value=22_400 * gbp, lead="180 d")
    )


def path(name: str) -> Path:
    """Where the scenario file of an example lies: beside the package, or in the source tree that it is run from."""
    installed = Path(__file__).parent / "share" / name / "scenario.toml"
    return installed if installed.is_file() else Path(__file__).resolve().parents[2] / "examples" / name / "scenario.toml"


def lung_cancer() -> Scenario:
    """Suspected lung cancer in England, from GP chest X-ray to treatment, with four tools: every number with its source."""
    return load_scenario(path("lung_cancer"))
