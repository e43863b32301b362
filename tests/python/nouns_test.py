# SPDX-License-Identifier: MIT
"""The nouns of the library are classes made of their field tables."""

from __future__ import annotations

import copy
import datetime
import inspect
import pickle

import pathecon as pe
import pytest
from pathecon import days, gbp, hours, minutes, years


def faults(make: object) -> list[pe.Diagnostic]:
    with pytest.raises(pe.InvalidInput) as caught:
        make()  # type: ignore[operator]
    return caught.value.diagnostics  # type: ignore[no-any-return]


def test_quantities_are_numbers_times_units() -> None:
    assert 14 * minutes == minutes * 14 == pe.Duration("14 min") == pe.Duration(datetime.timedelta(minutes=14))
    assert (1.5 * hours).minutes == 90
    assert str(9 / hours) == "9 per h"
    assert (40_000 * gbp).pounds == 40_000 and str(40_000 * gbp) == "£40,000"
    assert 1 * days - 1 * hours == 23 * hours and (2 * days) / (12 * hours) == 4
    assert 1 * hours < 61 * minutes and max(2 * gbp, 3 * gbp) == 3 * gbp
    assert 1 * years == 365 * days


def test_quantities_of_different_kinds_do_not_mix() -> None:
    with pytest.raises(TypeError):
        14 * minutes + 3 * gbp  # type: ignore[operator]
    assert (14 * minutes == 14 * gbp) is False


def test_a_bare_number_is_no_time() -> None:
    (fault,) = faults(lambda: pe.Activity("read", takes=14))
    assert fault.code == 105 and fault.path.startswith("activity/read/takes") and "14 min" in fault.hint


def test_every_fault_of_a_noun_is_told_at_once() -> None:
    found = faults(lambda: pe.Activity("read", use="reader", takes="14"))
    assert {fault.code for fault in found} == {104, 105}
    assert "did you mean 'uses'?" in next(fault.hint for fault in found if fault.code == 104)


def test_a_probability_above_one_is_refused_where_it_is_written() -> None:
    (fault,) = faults(lambda: pe.Attribute("cancer", 3.5))
    assert fault.code == 106 and fault.severity == "error" and "3.5 %" in fault.hint


def test_a_required_field_is_missed_by_name() -> None:
    (fault,) = faults(lambda: pe.Route("x-ray"))
    assert fault.code == 101 and fault.path == "route/x-ray/to"


def test_an_invalid_input_is_a_value_error_whose_text_has_every_fault() -> None:
    with pytest.raises(ValueError, match="PE0104.*") as caught:
        pe.Delay("wait", takes="1 d", tkes="2 d")
    assert str(caught.value.diagnostics[0]) == str(caught.value)  # type: ignore[attr-defined]


def test_python_keywords_get_an_underscore() -> None:
    interval = pe.Interval("report", from_="x-ray", to="read")
    assert interval.from_ == "x-ray" and interval == pe.Interval("report", "x-ray", "read")
    assert pe.Attribute("cancer", is_=0.1).is_.p == 0.1


def test_a_noun_reads_as_it_was_written() -> None:
    read = pe.Activity("read", uses="reader", takes=pe.gamma(14 * minutes, 6 * minutes, source="audit", status="local"),
                       priority=[{"where": "cancer", "level": 1}])
    assert read.name == "read" and read.uses["reader"].count == 1
    assert read.takes.family == "gamma" and read.takes.mean == 14 * minutes and read.takes.sd == 6 * minutes
    assert read.priority[0].level == 1 and read.batch is None


def test_the_text_of_a_noun_makes_it_again() -> None:
    nouns = [pe.Activity("read", uses="reader", takes=pe.lognormal(median=2 * days, sigma=0.5)),
             pe.Interval("report", "x-ray", "read", standard=24 * hours, target=0.85),
             pe.Attribute("cancer", pe.uncertain(0.1, 0.05, 0.2, source="x", status="expert")),
             pe.Resource("reader", rota=pe.Rota.weekdays(9 * hours, 17 * hours, 3)), pe.Terms(horizon=5 * years),
             pe.effect.Scale("read", by=0.9), pe.Price("reader", "hour", 140 * gbp)]
    names = {**vars(pe), **vars(pe.effect)}
    for noun in nouns:
        assert eval(repr(noun), names) == noun
        assert type(noun).from_dict(noun.as_dict()) == noun


def test_nouns_are_values() -> None:
    read = pe.Activity("read", uses="reader", takes="14 min")
    with pytest.raises(AttributeError):
        read.takes = "3 min"  # type: ignore[misc]
    faster = read.replace(takes="7 min")
    assert read.takes.mean == 14 * minutes and faster.takes.mean == 7 * minutes and faster.uses == read.uses
    assert pickle.loads(pickle.dumps(faster)) == copy.deepcopy(faster) == faster != read
    assert len({read, faster, read.replace(takes="14 min")}) == 2
    assert read.replace(uses=None).uses == ()


def test_an_input_carries_its_evidence() -> None:
    auc = pe.effect.Prioritise("read", condition="cancer", auc=pe.uncertain(0.88, 0.84, 0.91, source="trial", status="published"), flags=0.2).auc
    assert isinstance(auc, pe.Input) and float(auc) == 0.88 and auc.low == 0.84 and auc.source == "trial"
    assert pickle.loads(pickle.dumps(auc)) == auc
    assert pe.effect.Prioritise("read", condition="cancer", auc=auc, flags=0.2).auc == auc


def test_a_prior_that_cannot_be_is_refused() -> None:
    (fault,) = faults(lambda: pe.Attribute("cancer", pe.Input(mean=0.5, sd=0.6)))
    assert fault.code == 111


def test_every_class_documents_its_fields() -> None:
    parameters = inspect.signature(pe.Activity).parameters
    assert list(parameters)[:2] == ["name", "uses"] and parameters["uses"].kind is inspect.Parameter.KEYWORD_ONLY
    text = inspect.getdoc(pe.Test)
    assert text is not None and "sensitivity : probability, between 0 and 1" in text
    for name in dir(pe):
        kind = getattr(pe, name)
        if inspect.isclass(kind):
            assert kind.__doc__, name
