# SPDX-License-Identifier: MIT
"""How closely a run knows what its arms differ by: figures of the results set side by side; none is made here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pathecon.report import text, view

MEASURES = {"mean": "mean of {}", "median": "median of {}", "p90": "90th percentile of {}", "share_within_standard": "share of {} in time"}
EXACT = "exact"
MANY = 1_000  # Beyond this it does not matter how many times.
WIDEST = 1_000  # An interval whose ends are further apart, one over the other, says nothing.


def says_something(ratio: text.Figure) -> bool:
    """Whether a ratio's interval is there and narrow enough to be read; one that is exact has none."""
    low, high = ratio["low"], ratio["high"]
    if low is None or high is None:
        return ratio["mean"] is not None and ratio["standard_error"] is None
    return bool(low > 0 and high < WIDEST * low)


def times_of(ratio: text.Figure) -> str:
    return f"more than {MANY:,}" if ratio["mean"] >= MANY else text.number(ratio)


@dataclass(frozen=True)
class Known:
    """How closely one answer is known; its figures are the results' own."""

    arm: str
    what: str
    unit: str
    figure: text.Figure
    is_difference: bool = True
    ratio: text.Figure | None = None  # What the same luck gained.
    controlled: text.Figure | None = None
    goal: Mapping[str, Any] | None = None

    @property
    def name(self) -> str:
        return self.arm if self.is_difference else f"{self.arm}, itself"

    def write(self, number: float, error: float | None) -> str:
        if self.unit == "share":
            shown = text.plain(number, error, 0.01)
            return f"{shown} {'%' if not self.is_difference else 'point' if shown == '1' else 'points'}"
        return text.duration(number, error, text.size_of(self.figure))

    def signed(self, figure: text.Figure) -> str:
        number, error = figure["mean"], figure["standard_error"]
        if number is None:
            return text.NONE
        if self.is_difference and number == 0 and error == 0:
            return "none"
        return ("+" if self.is_difference and number > 0 else "") + self.write(number, error)

    @property
    def answer(self) -> str:
        return self.signed(self.figure)

    @property
    def range(self) -> str:
        low, high, error = (self.figure[key] for key in ("low", "high", "standard_error"))
        if low is None or high is None:
            return text.NONE
        if low == high:
            return EXACT
        most = self.write(high, error)
        return f"{self.write(low, error).removesuffix(most[most.index(' '):])} to {most}"

    @property
    def error(self) -> str:
        error = self.figure["standard_error"]
        return text.NONE if error is None else "0" if error == 0 else self.write(error, error)

    @property
    def worth(self) -> str:
        """As good as so many times as many runs with luck of their own."""
        if self.ratio is None or self.ratio["mean"] is None:
            return text.NONE
        if not says_something(self.ratio):
            return "too few runs to say"
        times = times_of(self.ratio)
        return "as many runs" if times == "1" else f"{times} times the runs"

    @property
    def worth_range(self) -> str:
        return text.number_range(self.ratio) if self.ratio is not None and says_something(self.ratio) and self.ratio["mean"] < MANY else ""

    @property
    def second(self) -> str:
        return text.NONE if self.controlled is None else self.signed(self.controlled)

    @property
    def second_error(self) -> str:
        error = None if self.controlled is None else self.controlled["standard_error"]
        return "" if error is None else f"error {self.write(error, error)}"

    @property
    def asked(self) -> str:
        """The half-width that was asked for, and whether it was reached."""
        if self.goal is None:
            return ""
        wide = self.goal["half_width_asked_for"]
        return f"±{self.write(wide, None) if self.unit == 'share' else text.duration(wide)}: {'met' if self.goal['is_met'] else 'not met'}"


def difference_of(results: view.Results, arm: str, interval: str, measure: str) -> Mapping[str, Any] | None:
    differences: Sequence[Mapping[str, Any]] = (view.comparison_of(results, arm) or {}).get("differences", ())
    return next((one for one in differences if one["interval"] == interval and one["measure"] == measure), None)


def known(results: view.Results) -> list[Known]:
    """What the study's precision asks for; without one, the mean of the main interval, every arm less the comparator."""
    rows = []
    goals = (results["study"]["precision"] or {}).get("goals", ())
    for goal in goals:
        one = difference_of(results, goal["arm"], goal["interval"], goal["measure"]) or {}
        rows.append(Known(goal["arm"], MEASURES[goal["measure"]].format(goal["interval"]), goal["unit"], goal["estimate"],
                          goal["comparator"] is not None, one.get("variance_ratio"), one.get("controlled"), goal))
    main = view.main_interval(results)
    if goals or main is None:
        return rows
    for comparison in results["comparisons"]:
        found = difference_of(results, comparison["arm"], main["name"], "mean")
        if found is not None:
            rows.append(Known(comparison["arm"], MEASURES["mean"].format(main["name"]), found["unit"], found["difference"],
                              ratio=found["variance_ratio"], controlled=found["controlled"]))
    return rows


def runs_of(results: view.Results) -> str:
    """How often each arm was simulated: `48`, or `32 × 4` where there are draws."""
    study = results["study"]
    return f"{study['replications']:,}" if study["draws"] == 1 else f"{study['draws']:,} × {study['replications']:,}"


@dataclass(frozen=True)
class Headings:
    """The columns of the table; `what` is None where every row answers the same question."""

    what: str | None
    answer: str
    range: str
    runs: str
    error: str = "Standard error"
    worth: str = "As good as"


def headings(results: view.Results, rows: Sequence[Known]) -> Headings:
    whats = {row.what for row in rows}
    answer = "Difference" if any(row.is_difference for row in rows) else "Answer"
    named = f"{answer}, {rows[0].what}" if len(whats) == 1 else answer
    is_one = results["study"]["draws"] == 1
    return Headings("Of what" if len(whats) > 1 else None, named, "95 % interval" if is_one else "95 % range over draws",
                    "Replications" if is_one else "Draws × replications")


def sentence(results: view.Results, rows: Sequence[Known]) -> str:
    """What the same luck gained, and whether what was asked for was reached."""
    ratios = sorted((row.ratio for row in rows if row.ratio is not None and row.ratio["mean"] is not None and says_something(row.ratio)), key=lambda one: one["mean"])
    if ratios:
        least, most = times_of(ratios[0]), times_of(ratios[-1])
        times = "" if least == most == "1" else f"{least} times " if least == most else f"{least} to {most.removeprefix('more than ')} times "
        said = f"As every arm met the same patients with the same luck, these runs tell the arms apart as well as {times}as many independent runs would."
    elif any(row.ratio is not None and row.ratio["mean"] is not None for row in rows):
        said = "What the same luck gained is not known from so few runs: ask for more replications."
    elif results["study"]["replications"] == 1:
        said = "With one replication, nothing is known of its error."
    else:
        said = ""
    precision = results["study"]["precision"]
    if precision is not None:
        count = len(precision["goals"])
        missed = sum(not goal["is_met"] for goal in precision["goals"])
        met = ("The goal of precision was met" if count == 1 else f"All {count} goals of precision were met") + f" after {precision['replications']:,} replications."
        said += (f" {missed} of {count} goals of precision {'was' if missed == 1 else 'were'} not met after {precision['replications']:,} replications "
                 f"({precision['most']:,} allowed)." if missed else f" {met}")
    return said.strip()
