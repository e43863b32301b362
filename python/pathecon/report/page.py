# SPDX-License-Identifier: MIT
"""The page: one HTML document that needs nothing but itself."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pathecon import picture
from pathecon.report import periods, plots, precision, text, view

if TYPE_CHECKING:
    from pathecon._core.io import Scenario
    from pathecon._core.study import StudyResult

HERE = Path(__file__).parent
FILTERS = ("money", "money_range", "number", "number_range", "percent", "percent_range", "years", "years_range", "time", "time_range")
MOST_UTILISED = 12


def load(share: float | None) -> str:
    """Writes how much of something is used."""
    return text.NONE if share is None else f"{100 * share:.0f} %"


@functools.cache
def environment() -> Environment:
    made = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update({name: getattr(text, name) for name in FILTERS}, pounds=text.pounds, plain=text.plain, duration=text.duration, rough_duration=text.rough_duration, words=words, breakable=breakable)
    return made


def words(said: str) -> str:
    """Writes what a file would say of a noun without its brackets; sources have a column of their own."""
    if not said.startswith(("{", "[")):
        return said
    try:
        content = json.loads(said)
    except ValueError:
        return said
    return phrase(content)


def phrase(content: Any) -> str:
    if isinstance(content, dict):
        number = content.get("value", content.get("mean"))
        if number is not None and ("source" in content or "status" in content):
            return phrase(number)
        return "; ".join(f"{key} {phrase(value)}" for key, value in content.items() if key not in {"luck_name", "name", "tool"})
    if isinstance(content, list):
        return ", ".join(f"({phrase(one)})" if isinstance(one, dict) else phrase(one) for one in content)
    return str(content)


def breakable(path: str) -> Markup:
    """Lets a path break behind its strokes."""
    return Markup(str(escape(path)).replace("/", "/<wbr>"))


def drawings(results: view.Results, run: StudyResult, best: str | None) -> dict[str, Markup | None]:
    """Every plot as SVG, none where there is nothing to draw; all text in them is escaped by who draws it."""
    bound = {arm["name"] for arm in results["arms"] if arm["role"] == "bound"}
    shown = [one for one in results["comparisons"] if one["arm"] not in bound]
    made: dict[str, str | None] = dict.fromkeys(("npv", "kinds", "waits", "flows"))
    if shown:
        made |= {"npv": plots.npv(shown), "kinds": plots.kinds(shown)}
    if (main := view.main_interval(results)) is not None:
        intervals = {arm["name"]: one for arm in results["arms"] for one in arm["intervals"] if one["name"] == main["name"] and one["patients"]}
        made["waits"] = plots.waits(run, intervals, main["name"])
    if best is not None:
        made["flows"] = plots.flows(view.comparison_of(results, best) or {})
    made["pathway"] = picture.svg_of(run.pathway(best if best is not None else results["arms"][0]["name"]))
    return {name: None if svg is None else Markup(svg) for name, svg in made.items()}


def queue_rows(results: view.Results, best: str | None) -> list[dict[str, Any]]:
    """The busiest of what is limited, in the comparator and in the arm shown."""
    after = {one["name"]: one for one in view.arm_of(results, best)["bottlenecks"]} if best else {}
    return [{"name": one["name"], "kind": one["kind"], "before": one, "after": after.get(one["name"])}
            for one in results["arms"][0]["bottlenecks"][:MOST_UTILISED]]


def make(scenario: Scenario, run: StudyResult, results: view.Results) -> str:
    """Fills the template."""
    best = view.shown_arm(results)
    main = view.main_interval(results)
    changes = list(view.interval_changes(results, best)) if best else []
    known = precision.known(results)
    return environment().get_template("page.html.j2").render(
        r=results, css=Markup((HERE / "page.css").read_text(encoding="utf-8")), plots=drawings(results, run, best), best=best,
        comparison=view.comparison_of(results, best) if best else None, changes=changes, way=view.sentence_of,
        others=view.other_changes(results, best), waits_of=view.wait_table(results), steps=list(view.step_changes(results, best)) if best else [], outcomes=view.outcome_changes(results, best) if best else [],
        added=view.added_outcomes(results, best) if best else [], returns=view.level_rows(results), levels=view.LEVELS,
        level_names=view.LEVEL_NAMES, main=main["name"] if main else "", queues=queue_rows(results, best),
        known=known, known_said=precision.sentence(results, known), headings=precision.headings(results, known) if known else None, runs=precision.runs_of(results),
        periods=periods.of(results), load=load, lost=view.lost_rows(results), lost_names=[name for _, name in view.LOST],
        bound=[arm["name"] for arm in results["arms"] if arm["role"] == "bound"])
