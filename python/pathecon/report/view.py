# SPDX-License-Identifier: MIT
"""What the page and the terminal show, picked from the results: no number is made here, only compared."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pathecon.report import text

Results = Mapping[str, Any]
LEVELS = ("cash", "capacity", "health", "societal")
LEVEL_NAMES = {"cash": "Cash", "capacity": "+ capacity", "health": "+ health", "societal": "+ societal"}
CLEAR = 1.96  # Standard errors beyond which a change is called one.
SURE = 0.05  # The p value up to which a paired difference is.


@dataclass(frozen=True)
class Change:
    """What happens to one wait: from, to, and which way beyond the error."""

    name: str
    before: str
    after: str
    way: str  # "shorter", "longer", "no clear change" or "no change"
    detail: str = ""
    standard: str = ""
    mean: str = ""  # what the means differ by, pair by pair


def arm_of(results: Results, name: str) -> Mapping[str, Any]:
    arms: list[Mapping[str, Any]] = results["arms"]
    return next(arm for arm in arms if arm["name"] == name)


def comparison_of(results: Results, name: str) -> Mapping[str, Any] | None:
    comparisons: list[Mapping[str, Any]] = results["comparisons"]
    return next((one for one in comparisons if one["arm"] == name), None)


def way_of(difference: float, error: float) -> str:
    if difference == 0:
        return "no change"
    if not math.isfinite(error) or abs(difference) <= CLEAR * error:
        return "no clear change"
    return "shorter" if difference < 0 else "longer"


def way_of_difference(one: Mapping[str, Any]) -> str:
    """The way of a paired difference, as sure as the number of arms allows (Holm)."""
    mean, p = one["difference"]["mean"], one["p_adjusted"]
    if mean == 0:
        return "no change"
    if mean is None or p is None or p > SURE:
        return "no clear change"
    return "shorter" if mean < 0 else "longer"


def error_of(*figures: Mapping[str, Any]) -> float:
    """The error of a difference, as if the arms had no luck in common: they have, so that this is the larger."""
    errors = [figure["standard_error"] for figure in figures]
    return math.nan if any(error is None for error in errors) else math.hypot(*errors)


def interval_changes(results: Results, arm: str) -> Iterator[Change]:
    """Every interval of an arm against the comparator: by the same patients' ratio where rows are kept, else by the paired means."""
    after = {one["name"]: one for one in arm_of(results, arm)["intervals"]}
    comparison = comparison_of(results, arm) or {}
    ratios = {one["interval"]: one for one in comparison.get("ratios", ())}
    means = {one["interval"]: one for one in comparison.get("differences", ()) if one["measure"] == "mean"}
    for usual in results["arms"][0]["intervals"]:
        now = after.get(usual["name"])
        if now is None or not usual["patients"] or not now["patients"]:
            continue
        detail = mean = ""
        ratio = ratios.get(usual["name"], {}).get("geometric_mean_ratio")
        if ratio is not None and ratio["low"] is not None:
            way = "shorter" if ratio["high"] < 1 else "longer" if ratio["low"] > 1 else "no clear change"
            same = ratio["low"] == ratio["high"] == 1
            way = "no change" if same else way
            detail = "each the same" if same else f"× {text.number(ratio)} ({text.number_range(ratio)})"
        else:
            way = way_of_difference(means[usual["name"]])
            mean = f"mean {text.signed_time(means[usual['name']]['difference'])}"
        standard = ""
        if usual["share_within_standard"] is not None:
            standard = (f"{text.duration(usual['standard_hours'])}: {text.percent(usual['share_within_standard'])} → "
                        f"{text.percent(now['share_within_standard'])}")
        yield Change(usual["name"], text.time(usual["median_hours"]), text.time(now["median_hours"]), way, detail, standard, mean)


def step_changes(results: Results, arm: str) -> Iterator[Change]:
    """The waits for the work of each step that change beyond their error."""
    after = {one["name"]: one for one in arm_of(results, arm)["steps"]}
    for usual in results["arms"][0]["steps"]:
        now = after.get(usual["name"])
        before_wait, after_wait = usual["mean_wait_hours"], (now or {}).get("mean_wait_hours")
        if before_wait is None or after_wait is None or before_wait["mean"] is None or after_wait["mean"] is None:
            continue
        way = way_of(after_wait["mean"] - before_wait["mean"], error_of(before_wait, after_wait))
        if way in ("shorter", "longer"):
            yield Change(usual["name"], text.time(before_wait), text.time(after_wait), way)


def sentence_of(changes: list[Change], way: str) -> str:
    """Every wait that goes this way; by the ratio of the same patients, or the means, where the medians do not show it."""
    def said(one: Change) -> str:
        return f"{one.name} {one.before} → {one.after}" if one.before != one.after else f"{one.name} {one.detail or one.mean}"

    return "; ".join(said(one) for one in changes if one.way == way)


def outcome_changes(results: Results, arm: str) -> list[tuple[str, str, str]]:
    """Counts of outcomes a horizon: before and after."""
    after = {one["name"]: one for one in arm_of(results, arm)["outcomes"]}
    return [(one["name"], text.number(one["count"]), text.number(after[one["name"]]["count"]))
            for one in results["arms"][0]["outcomes"] if one["name"] in after]


def added_outcomes(results: Results, arm: str) -> list[tuple[str, str]]:
    """Outcomes that only the arm has: the uses of its tools, what they make."""
    before = {one["name"] for one in results["arms"][0]["outcomes"]}
    return [(one["name"], text.number(one["count"])) for one in arm_of(results, arm)["outcomes"] if one["name"] not in before]


def shown_arm(results: Results) -> str | None:
    """The arm that the page looks at closely: the best that can be bought."""
    decision = results["decision"]
    return None if decision is None else decision["best"] or None


def returns_of(levels: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The levels of an arm, those together that return the same."""
    rows: list[tuple[str, Any]] = []
    for level in LEVELS:
        if rows and rows[-1][1] == levels[level]:
            rows[-1] = (f"{rows[-1][0]} {LEVEL_NAMES[level]}", levels[level])
        else:
            rows.append((LEVEL_NAMES[level], levels[level]))
    return rows


def other_changes(results: Results, shown: str | None) -> list[tuple[str, str, str]]:
    """What the arms that the page does not look at closely do to waits: arm, shorter, longer."""
    found = []
    for arm in results["arms"][1:]:
        if arm["name"] != shown and arm["role"] != "bound":
            changes = list(interval_changes(results, arm["name"]))
            found.append((arm["name"], sentence_of(changes, "shorter"), sentence_of(changes, "longer")))
    return [one for one in found if one[1] or one[2]]


def wait_table(results: Results) -> tuple[list[str], list[tuple[str, list[tuple[str, str]]]]]:
    """The median of every interval in every arm, with its share within the standard."""
    names = [one["name"] for one in results["arms"][0]["intervals"] if one["patients"]]
    rows = []
    for arm in results["arms"]:
        known = {one["name"]: one for one in arm["intervals"]}
        rows.append((arm["name"], [(text.time(known[name]["median_hours"]), text.percent(known[name]["share_within_standard"], ""))
                                   if name in known else (text.NONE, "") for name in names]))
    return names, rows


def level_rows(results: Results) -> list[dict[str, Any]]:
    """One entry an arm for the table of returns."""
    roles = {arm["name"]: arm["role"] for arm in results["arms"]}
    return [{"arm": one["arm"], "role": roles[one["arm"]].replace("_", " "), "outlay": one["outlay"],
             "levels": [one["levels"][level] for level in LEVELS], "returns": returns_of(one["levels"])} for one in results["comparisons"]]


def main_interval(results: Results) -> Mapping[str, Any] | None:
    """The interval whose distribution is drawn: one whose rows are kept and that has a standard, else the first that has."""
    intervals: list[Mapping[str, Any]] = [one for one in results["arms"][0]["intervals"] if one["patients"]]
    kept = {one["interval"] for comparison in results["comparisons"] for one in comparison["ratios"]}
    for wanted in (lambda one: one["name"] in kept and one["standard_hours"], lambda one: one["name"] in kept,
                   lambda one: one["standard_hours"], lambda one: True):
        found = next((one for one in intervals if wanted(one)), None)
        if found is not None:
            return found
    return None


LOST = (("reneged", "Gave up waiting"), ("balked", "Went elsewhere"), ("missed", "Did not come"), ("put_off", "Put off, place lost"),
        ("unfinished", "Still there at the end"))


def lost_rows(results: Results) -> list[tuple[str, str, list[str]]]:
    """Who did not get through, arm by arm and step by step; empty when everybody did."""
    return [(arm["name"], step["name"], [text.number(step[key]) if step[key]["mean"] else text.NONE for key, _ in LOST])
            for arm in results["arms"] for step in arm["steps"] if any(step[key]["mean"] for key, _ in LOST)]
