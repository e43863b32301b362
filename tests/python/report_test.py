# SPDX-License-Identifier: MIT
"""The page stands alone, answers at the top, escapes what it is given and shows no digit that is not known."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pathecon as pe
import pytest
from pathecon.report import text, view

VOID = {"meta", "br", "link", "img", "wbr", "hr", "input"}


class Reader(HTMLParser):
    """Collects tags and text, and checks that tags close in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(data)


@pytest.fixture(scope="module")
def page(scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> str:
    return pe.report.html(scenario, result, appraisal)


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_needs_nothing_but_itself(page: str, read: Reader) -> None:
    assert not {"script", "link", "iframe", "object", "embed", "base"} & {tag for tag, _ in read.tags}
    for tag, attributes in read.tags:
        for name in ("src", "href", "xlink:href", "action", "srcset"):
            address = attributes.get(name)
            assert address is None or address.startswith("#"), f"{tag} {name}={address}"
        assert not any(name.startswith("on") for name in attributes)
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", page) and "@import" not in page
    policy = next(attributes["content"] for tag, attributes in read.tags if tag == "meta" and attributes.get("http-equiv"))
    assert policy is not None and policy.startswith("default-src 'none'")


def test_the_page_answers_first(read: Reader, scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> None:
    decision = pe.report.results(scenario, result, appraisal)["decision"]
    words = " ".join(" ".join(read.words).split())
    places = [words.index(" ".join(decision[key].split()))
              for key in ("what_to_buy", "what_it_returns", "how_sure", "what_is_cash", "what_is_not_cash")]
    assert places == sorted(places) and places[-1] < words.index("The arms against")
    for title in ("For the finance director", "For the health economist", "For the clinician", "Who waits shorter", "Who waits longer",
                  "Assumptions and sources", "What each tool changes", "How it was made"):
        assert title in words


def test_names_are_shown_not_obeyed(page: str, read: Reader) -> None:
    assert "<script" not in page.lower() and "<films>" not in page
    words = "".join(read.words)
    assert "Clinic & <films>" in words and "Triage <script>alert(1)</script>" in words and "guess <b>" in words


def test_the_page_says_what_it_rests_on(read: Reader, scenario: pe.Scenario, result: pe.StudyResult) -> None:
    words = "".join(read.words)
    assert scenario.hash in words and result.hash in words and "audit of rooms" in words and "assumption" in words


def test_every_plot_is_a_drawing_with_ids_of_its_own(page: str) -> None:
    plots = re.findall(r"<svg[^>]*class=\"plot\".*?</svg>", page, flags=re.DOTALL)
    assert len(plots) == 4
    ids: list[str] = []
    for plot in plots:
        drawing = ElementTree.fromstring(plot)
        own = [element.attrib["id"] for element in drawing.iter() if "id" in element.attrib]
        used = re.findall(r"(?:url\(#|href=\"#)([\w.-]+)", plot)
        assert set(used) <= set(own)
        ids += own
    assert len(ids) == len(set(ids))


def test_the_page_is_the_same_every_time(page: str, scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> None:
    assert pe.report.html(scenario, result, appraisal) == page


def test_files_are_written_whole(tmp_path: Path, scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> None:
    out = pe.write_report(scenario, result, appraisal, tmp_path / "out")
    assert sorted(path.name for path in out.iterdir()) == ["ledger.csv", "manifest.json", "report.html", "results.json", "runs.csv"]
    found = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert found == json.loads(pe.report.results_json(scenario, result, appraisal)) == pe.report.results(scenario, result, appraisal)


def test_one_arm_alone_is_reported_too(scenario: pe.Scenario) -> None:
    alone = scenario.replace(study=scenario.study.replace(arms={"usual care": []}, replications=1))
    run = pe.run(alone)
    page = pe.report.html(alone, run, pe.appraise(run, alone.tariff, alone.terms))
    assert "Waits" in page and "What it returns" not in page


@pytest.mark.parametrize(("number", "error", "shown"), [
    (12_345.0, 120.0, "£12,300"), (12_345.0, 5_000.0, "£12,000"), (12_345.0, 50_000.0, "£10,000"), (-1_234_567.0, 20_000.0, "−£1.23m"),
    (12_345.0, None, "£12,300"), (0.0, 0.0, "£0"), (-3.0, 100.0, "−£3"), (999_700.0, 1.0, "£1.00m"), (None, None, "–")])
def test_pounds_have_no_digit_beyond_their_error(number: float | None, error: float | None, shown: str) -> None:
    assert text.pounds(number, error) == shown


@pytest.mark.parametrize(("hours", "error", "shown"), [
    (0.25, 0.01, "15.0 min"), (0.25, None, "15 min"), (45.83, 0.2, "45.8 h"), (45.83, 3.0, "46 h"), (383.0, 2.0, "16.0 d"), (24.0, None, "24 h")])
def test_times_choose_their_unit(hours: float, error: float | None, shown: str) -> None:
    assert text.duration(hours, error) == shown


def test_a_change_is_one_only_beyond_its_error() -> None:
    assert view.way_of(-2.0, 1.0) == "shorter" and view.way_of(2.0, 1.0) == "longer"
    assert view.way_of(1.0, 1.0) == "no clear change" and view.way_of(0.0, 0.0) == "no change"


def test_priority_makes_the_others_wait(scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> None:
    results = pe.report.results(scenario, result, appraisal)
    ways = {one.name: one.way for one in view.interval_changes(results, "triage")}
    assert ways["report, cancers"] == "shorter" and ways["report"] != "shorter"
