# SPDX-License-Identifier: MIT
"""Period by period: the small table of the years, where a study asks for them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pathecon.report import text, view

UNITS = {365.0: "Year", 7.0: "Week", 1.0: "Day"}
MOST_SHOWN = 12  # Periods that a page is wide enough for.
BUSIEST = 3
Cell = tuple[str, str]  # what is said, and what is said smaller below it


@dataclass(frozen=True)
class Row:
    """One line: of an arm, or of all arms where they say the same."""

    name: str
    cells: list[Cell]
    arm: str = ""


@dataclass(frozen=True)
class Block:
    """The lines of one thing that is told: who came, a wait, how much of somebody's time was used."""

    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Periods:
    """What the page and the terminal show of the periods."""

    title: str
    headings: list[Cell]
    blocks: list[Block]
    note: str


def of(results: view.Results) -> Periods | None:
    """The periods of a run; nothing where the study does not ask for them."""
    days = results["study"]["period_days"]
    if days is None:
        return None
    unit = UNITS.get(days, "Period")
    entries = results["arms"][0]["periods"]
    shown = entries[:MOST_SHOWN]
    headings = [(f"{unit} {one['period']}", "" if one["days"] == days else f"{text.plain(one['days'])} days") for one in shown]
    return Periods(f"{unit} by {unit.lower()}", headings, blocks_of(results, len(shown)), note_of(unit, len(shown), len(entries)))


def note_of(unit: str, shown: int, all_of_them: int) -> str:
    of_first = f"The first {shown} of {all_of_them}; all of them are in periods.csv. " if shown < all_of_them else ""
    return (f"{of_first}A patient counts in the {unit.lower()} of the arrival, whenever they are seen; open and worked time counts in the "
            f"{unit.lower()} in which it is.")


def blocks_of(results: view.Results, shown: int) -> list[Block]:
    """Who came, the main wait in every arm, other waits and the busiest in the first arm and the one looked at closely."""
    first = results["arms"][0]
    near = [first] + ([view.arm_of(results, best)] if (best := view.shown_arm(results)) else [])
    blocks = [block("Patients who arrive", results["arms"], shown, arrivals)]
    main = view.main_interval(results)
    for one in first["intervals"]:
        if one["patients"] and one["patients"]["mean"]:
            arms = results["arms"] if main is not None and one["name"] == main["name"] else near
            blocks.append(block(f"Median of {one['name']}", arms, shown, wait_in(one["name"])))
    used = [one["name"] for one in first["resources"] if one["utilisation"] and one["utilisation"]["mean"] is not None]
    busiest = [one["name"] for one in first["bottlenecks"] if one["name"] in used][:BUSIEST]
    blocks += [block(f"Use of {name}", near, shown, use_of(name)) for name in busiest]
    return [one for one in blocks if one.rows]


def block(name: str, arms: list[Mapping[str, Any]], shown: int, cell: Callable[[Mapping[str, Any]], Cell]) -> Block:
    """A line an arm, or one line where all of them say the same."""
    rows = [Row(arm["name"], [cell(one) for one in arm["periods"][:shown]], arm["name"]) for arm in arms]
    rows = [one for one in rows if any(said != text.NONE for said, _ in one.cells)]
    if len(rows) > 1 and all(one.cells == rows[0].cells for one in rows):
        return Block(name, [Row(" and ".join(one.name for one in rows) if len(rows) == 2 else "every arm", rows[0].cells)])
    return Block(name, rows)


def arrivals(period: Mapping[str, Any]) -> Cell:
    """Everybody who comes, from whichever source."""
    came = [one["arrivals"] for one in period["patients"]]
    errors = [one["standard_error"] for one in came]
    error = None if any(one is None for one in errors) else math.hypot(*errors)
    return text.plain(sum(one["mean"] for one in came), error), ""


def wait_in(interval: str) -> Callable[[Mapping[str, Any]], Cell]:
    def cell(period: Mapping[str, Any]) -> Cell:
        one = next((one for one in period["intervals"] if one["name"] == interval), None)
        if one is None:
            return text.NONE, ""
        within = text.percent(one["share_within_standard"], "")
        return text.time(one["median_hours"]), f"{within} in time" if within else ""

    return cell


def use_of(resource: str) -> Callable[[Mapping[str, Any]], Cell]:
    def cell(period: Mapping[str, Any]) -> Cell:
        one = next((one for one in period["resources"] if one["name"] == resource), None)
        return (text.NONE if one is None else text.percent(one["utilisation"])), ""

    return cell
