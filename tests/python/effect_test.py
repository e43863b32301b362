# SPDX-License-Identifier: MIT
"""Tools act by verbs and by any Python function."""

from __future__ import annotations

import pathecon as pe
import pytest
from pathecon import gbp


def second_reader(pathway: pe.Pathway) -> pe.Pathway:
    return pathway + [pe.Activity("second read", uses="reader", takes="2 min"), pe.Route("read", "second read")]


def test_a_verb_can_be_tried_on_a_pathway() -> None:
    xray = pe.examples.chest_xray()
    changed = pe.effect.Scale("read", by=0.9)(xray, tool="Voice")
    assert changed.activity["read"].adjustments[0].by == 0.9 and changed.activity["read"].adjustments[0].tool == "Voice"
    assert pe.effect.Scale("read", by=1.0)(xray) == xray


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(pe.InvalidInput) as caught:
        pe.effect.Scale("raed", by=0.9)(pe.examples.chest_xray())
    (fault,) = caught.value.diagnostics  # type: ignore[attr-defined]
    assert fault.code == 403 and "'read'" in fault.hint


def test_any_function_is_an_effect() -> None:
    tool = pe.Tool("Double reading", effects=[second_reader, pe.effect.Scale("read", by=0.8)])
    assert [getattr(one, "name", type(one).__name__) for one in tool.effects] == ["second_reader", "Scale"]
    changed = pe.apply(pe.examples.chest_xray(), tool)
    assert "second read" in changed.pathway.activity
    assert set(changed.changes["effect"]) == {"second_reader", "scale"}


def test_a_function_that_gives_no_pathway_is_named() -> None:
    def forgets(pathway: pe.Pathway) -> None:
        pathway + pe.Join("x")

    with pytest.raises(TypeError, match="the effect 'forgets' must return a Pathway, it returned None"):
        pe.apply(pe.examples.chest_xray(), pe.Tool("Bad", effects=[forgets]))


def test_what_a_function_raises_comes_through_a_run() -> None:
    def breaks(pathway: pe.Pathway) -> pe.Pathway:
        raise ZeroDivisionError("in the effect")

    study = pe.Study(pe.examples.chest_xray(), arms={"usual": [], "new": [pe.Tool("T", effects=[breaks])]})
    with pytest.raises(ZeroDivisionError, match="in the effect"):
        pe.run(study)


def test_explaining_lists_what_changes_and_on_whose_word() -> None:
    tool = pe.Tool("Voice", effects=[pe.effect.Scale("read", by=pe.Input(0.9, source="audit", status="local"))])
    changes = pe.explain(pe.examples.chest_xray(), [tool])
    assert list(changes.columns) == ["path", "before", "after", "tool", "effect", "source"]
    assert changes["path"][0] == "activity/read/adjustments/Voice" and changes["source"][0] == "audit"
    study = pe.Study(pe.examples.chest_xray(), arms={"usual": [], "with voice": [tool]})
    assert list(pe.explain(study)["arm"]) == ["with voice"]


def test_tools_change_by_copy_and_keep_their_code() -> None:
    tool = pe.Tool("Double reading", effects=[second_reader], cost=pe.Cost(once=1_000 * gbp))
    dearer = tool.replace(cost=pe.Cost(once=2_000 * gbp))
    assert dearer.cost.once == 2_000 * gbp and dearer.effects[0].name == "second_reader" and tool.cost.once == 1_000 * gbp
    with pytest.raises(pe.InvalidInput, match="PE0409"):
        tool.as_dict()
