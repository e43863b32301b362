# SPDX-License-Identifier: MIT
"""The page and the terminal say how closely differences are known, in the figures of the results."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pathecon as pe
import pytest
from pathecon.report import precision, terminal, view

HOURS = {"min": 1 / 60, "h": 1.0, "d": 24.0, "points": 0.01}
NUMBER = re.compile(r"[+−]?[\d,.]+")


class Cells(HTMLParser):
    """Collects the rows of the table of differences, and what is said before it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.said = ""
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.inside = "known" in (dict(attributes).get("class") or "").split()
        elif self.inside and tag == "tr":
            self.rows.append([])
        elif self.inside and tag in ("td", "th"):
            self.rows[-1].append("")
        elif self.inside and tag == "span":
            self.rows[-1][-1] += " | "
        elif tag == "p" and not self.rows:
            self.said = ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "table"

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()
        elif not self.rows:
            self.said += data


def cells_of(page: str) -> Cells:
    cells = Cells()
    cells.feed(page)
    return cells


def quantities(cell: str) -> list[float]:
    """The numbers of a cell, whose unit is its last word."""
    unit = HOURS[cell.split()[-1]]
    return [float(number.replace("−", "-").replace(",", "")) * unit for number in NUMBER.findall(cell)]


@pytest.fixture(scope="module")
def results(scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> Any:
    return pe.report.results(scenario, result, appraisal)


def with_goals(scenario: pe.Scenario, *goals: dict[str, Any], **study: Any) -> tuple[Any, str]:
    """The results of the clinic with a precision, and their page."""
    asked = scenario.replace(study=scenario.study.replace(precision={"goals": list(goals), "most": 12}, **study))
    run = pe.run(asked)
    appraisal = pe.appraise(run, asked.tariff, asked.terms)
    return pe.report.results(asked, run, appraisal), pe.report.html(asked, run, appraisal)


def test_each_arm_has_a_row_of_the_results_own_figures(scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal, results: Any) -> None:
    head, *rows = cells_of(pe.report.html(scenario, result, appraisal)).rows
    assert head[:6] == ["Arm", "Difference, mean of report, cancers", "95 % interval", "Standard error", "Replications", "As good as"]
    assert [row[0] for row in rows] == [one["arm"] for one in results["comparisons"]]
    for row, comparison in zip(rows, results["comparisons"], strict=True):
        one = next(one for one in comparison["differences"] if (one["interval"], one["measure"]) == ("report, cancers", "mean"))
        figure = one["difference"]
        error = figure["standard_error"]
        assert error > 0, "the clinic differs in every arm"
        assert quantities(row[1]) == pytest.approx([figure["mean"]], abs=0.5 * error)
        assert quantities(row[2]) == pytest.approx([figure["low"], figure["high"]], abs=0.5 * error)
        assert quantities(row[3]) == pytest.approx([error], rel=0.5)
        assert row[4] == "4"
        worth = one["variance_ratio"]
        if worth["high"] > 1000 * worth["low"]:  # An interval that says nothing is said in words.
            assert row[5] == "too few runs to say"
            continue
        assert float(row[5].split(" times the runs")[0].replace(",", "")) == pytest.approx(worth["mean"], abs=0.5 * worth["standard_error"])


def test_the_sentence_gives_the_least_and_the_most_that_the_luck_gained(results: Any) -> None:
    rows = precision.known(results)
    ratios = [row.ratio["mean"] for row in rows if row.ratio and precision.says_something(row.ratio)]
    assert len(ratios) >= 1
    found = re.search(r"as well as ([\d,.]+)(?: to ([\d,.]+))? times as many independent runs", precision.sentence(results, rows))
    assert found is not None
    assert float(found[1].replace(",", "")) == pytest.approx(min(ratios), rel=0.5)
    assert float((found[2] or found[1]).replace(",", "")) == pytest.approx(max(ratios), rel=0.5)


def test_the_terminal_shows_what_the_page_shows(results: Any, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(results)
    shown = capsys.readouterr().out
    assert "same patients with the same luck" in " ".join(shown.split())
    for row in precision.known(results):
        line = next(line for line in shown.splitlines() if line.startswith(row.arm) and row.worth in line)
        assert all(part in line for part in (row.answer, row.range, row.error))


def test_what_was_asked_for_is_shown_with_whether_it_was_met(scenario: pe.Scenario) -> None:
    results, page = with_goals(scenario, {"interval": "report", "half_width": "1000 h"}, {"interval": "report", "arm": "faster", "half_width": "1 s"},
                               {"interval": "report", "arm": "usual care", "half_width": "1000 h"})
    cells = cells_of(page)
    head, *rows = cells.rows
    assert head[-1] == "Asked for"
    assert [(row[0], row[-1]) for row in rows] == [("triage", "±41.7 d: met"), ("faster", "±41.7 d: met"), ("faster", "±0.0167 min: not met"),
                                                   ("usual care, itself", "±41.7 d: met")]
    assert "1 of 4 goals of precision was not met after 12 replications (12 allowed)." in cells.said
    own = results["arms"][0]["intervals"][0]["mean_hours"]
    assert not rows[3][1].startswith("+") and quantities(rows[3][1]) == pytest.approx([own["mean"]], abs=own["standard_error"])
    met, page = with_goals(scenario, {"interval": "report", "arm": "faster", "half_width": "1000 h"})
    assert met["study"]["precision"]["is_met"] and "The goal of precision was met after 10 replications." in cells_of(page).said


def test_a_share_differs_by_points(scenario: pe.Scenario) -> None:
    results, page = with_goals(scenario, {"interval": "report", "arm": "faster", "measure": "share_within_standard", "half_share": "50 %"})
    head, row = cells_of(page).rows
    one = precision.difference_of(results, "faster", "report", "share_within_standard")
    assert one is not None and head[1] == "Difference, share of report in time" and "±50 points: met" in row
    assert quantities(row[1]) == pytest.approx([one["difference"]["mean"]], abs=one["difference"]["standard_error"])


def test_an_arm_that_changes_nothing_is_known_exactly(scenario: pe.Scenario) -> None:
    same = scenario.replace(study=scenario.study.replace(arms={"usual care": [], "same": []}))
    run = pe.run(same)
    results = pe.report.results(same, run, pe.appraise(run, same.tariff, same.terms))
    (row,) = precision.known(results)
    assert (row.answer, row.range, row.error, row.worth) == ("none", "exact", "0", "–")
    assert precision.sentence(results, [row]) == ""


def test_one_replication_has_no_error_and_says_so(scenario: pe.Scenario) -> None:
    once = scenario.replace(study=scenario.study.replace(replications=1))
    run = pe.run(once)
    results = pe.report.results(once, run, pe.appraise(run, once.tariff, once.terms))
    rows = precision.known(results)
    assert {(row.range, row.error, row.worth) for row in rows} == {("–", "–", "–")}
    assert precision.sentence(results, rows) == "With one replication, nothing is known of its error."


def test_over_draws_the_range_is_that_of_the_inputs(scenario: pe.Scenario) -> None:
    drawn = scenario.replace(study=scenario.study.replace(draws=3, replications=2))
    run = pe.run(drawn)
    appraisal = pe.appraise(run, drawn.tariff, drawn.terms)
    head, *rows = cells_of(pe.report.html(drawn, run, appraisal)).rows
    assert head[2] == "95 % range over draws" and head[4] == "Draws × replications" and {row[4] for row in rows} == {"3 × 2"}


@pytest.mark.parametrize(("mean", "p", "way"), [
    (-1.0, 0.04, "shorter"), (1.0, 0.04, "longer"), (1.0, 0.06, "no clear change"), (1.0, None, "no clear change"), (None, None, "no clear change"),
    (0.0, 1.0, "no change")])
def test_a_paired_difference_goes_one_way_only_where_the_simulation_is_sure(mean: float | None, p: float | None, way: str) -> None:
    assert view.way_of_difference({"difference": {"mean": mean}, "p_adjusted": p}) == way
