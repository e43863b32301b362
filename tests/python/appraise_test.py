# SPDX-License-Identifier: MIT
"""A result is valued again and again without being simulated again."""

from __future__ import annotations

import math

import pathecon as pe
import pytest
from pathecon import gbp, years


def test_figures_carry_range_and_error(appraisal: pe.Appraisal) -> None:
    npv = appraisal.npv("faster")
    assert npv.over == "replications" and npv.n == 4 and npv.low <= npv.mean <= npv.high and float(npv) == npv.mean
    assert appraisal.benefit("faster").mean - appraisal.outlay("faster").mean == pytest.approx(npv.mean)
    assert appraisal.roi("faster").mean == pytest.approx(npv.mean / appraisal.outlay("faster").mean)
    assert appraisal.gross_ratio("faster").mean == pytest.approx(appraisal.roi("faster").mean + 1)


def test_time_is_cash_only_by_a_budget_line(scenario: pe.Scenario, appraisal: pe.Appraisal) -> None:
    assert appraisal.by_kind("faster")["cash"].mean > 0
    without = scenario.pathway.replace(budget_line=None)
    study = scenario.study.replace(pathway=without)
    again = pe.appraise(pe.run(study), scenario.tariff, scenario.terms)
    assert again.by_kind("faster")["cash"].mean == 0
    assert math.isinf(again.payback("faster").mean)


def test_repricing_does_not_simulate(scenario: pe.Scenario, result: pe.StudyResult, appraisal: pe.Appraisal) -> None:
    before = result.simulated, result.hash
    dearer = scenario.tariff.replace(price=[price.replace(amount=2 * price.amount) for price in scenario.tariff.price])
    longer = pe.appraise(result, dearer, scenario.terms, horizon=10 * years, discount_rate=0.03)
    assert longer.terms.horizon == 10 * years and longer.npv("triage").mean < appraisal.npv("triage").mean
    assert (result.simulated, result.hash) == before


def test_terms_are_checked_as_in_files(result: pe.StudyResult, scenario: pe.Scenario) -> None:
    with pytest.raises(pe.InvalidInput, match="did you mean 'discount_rate'"):
        pe.appraise(result, scenario.tariff, disount_rate=0.035)
    with pytest.raises(pe.InvalidInput, match=r"3\.5 %"):
        pe.appraise(result, scenario.tariff, discount_rate=3.5)


def test_arms_and_levels_are_named(appraisal: pe.Appraisal) -> None:
    with pytest.raises(pe.InvalidInput, match="triage"):
        appraisal.npv("trige")
    with pytest.raises(pe.InvalidInput, match="cash"):
        appraisal.npv("triage", "csh")  # type: ignore[arg-type]
    assert appraisal.arms == ["triage", "faster"] and appraisal.comparator == "usual care"


def test_a_text_of_a_figure_has_no_digit_beyond_its_error(appraisal: pe.Appraisal) -> None:
    npv = appraisal.npv("triage")
    first = str(npv).split(" ")[0].replace(",", "").replace("-", "")
    place = 10 ** math.floor(math.log10(npv.standard_error))
    assert float(first) % place == pytest.approx(0, abs=1e-6)


def test_the_table_sets_the_arms_side_by_side(appraisal: pe.Appraisal) -> None:
    table = appraisal.table()
    assert {"arm", "level", "figure", "mean", "low", "high", "standard_error"} == set(table.columns)
    assert "<table" in appraisal._repr_html_() and "usual care" in repr(appraisal)


def test_every_pound_is_a_dated_line(scenario: pe.Scenario, result: pe.StudyResult) -> None:
    ledger = pe.ledger_of(result, scenario.tariff, scenario.terms)
    lines = ledger.lines()
    assert len(lines) == len(ledger) and {"owner", "kind", "amount", "from_years"} <= set(lines.columns)


def test_tariffs_are_compiled_in() -> None:
    tariff = pe.Tariff.load("nhs-2025")
    assert "nhs-2025" in pe.Tariff.known() and tariff.price_year == 2025
    assert tariff.price["consultant_medical"].amount.value == "£140"
    with pytest.raises(pe.InvalidInput, match="nhs-2025"):
        pe.Tariff.load("nhs-2035")


def test_prices_are_nouns() -> None:
    price = pe.Price("reader", "hour", 140 * gbp, kind="capacity")
    assert price.amount == 140 * gbp and price.kind == "capacity" and price.per == "hour"
