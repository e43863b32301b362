# SPDX-License-Identifier: MIT
"""A pathway is added up from nouns, checks itself and draws itself."""

from __future__ import annotations

import pickle
from xml.etree import ElementTree

import pathecon as pe
import pytest
from pathecon import minutes
from pathecon.layout import apart, lay_out


def test_nouns_add_up_to_a_pathway() -> None:
    xray = pe.examples.chest_xray()
    one = xray + pe.Activity("second read", uses="reader", takes=5 * minutes)
    assert "second read" in one.activity and "second read" not in xray.activity
    assert one == xray.add(pe.Activity("second read", uses="reader", takes=5 * minutes))
    assert xray + [pe.Join("a"), pe.Join("b")] == xray.add(pe.Join("a"), pe.Join("b"))
    xray += pe.Join("c")
    assert xray.join.names() == ["c"]


def test_what_is_no_noun_is_refused() -> None:
    with pytest.raises(TypeError, match="a pathway takes nouns"):
        pe.examples.chest_xray() + 3  # type: ignore[operator]
    with pytest.raises(KeyError, match="no 'raed' among x-ray, read"):
        pe.examples.chest_xray().activity["raed"]


def test_put_replaces_by_name() -> None:
    xray = pe.examples.chest_xray()
    faster = xray.put(xray.activity["read"].replace(takes="7 min"))
    assert faster.activity["read"].takes.mean == 7 * minutes and len(faster.activity) == len(xray.activity)
    assert len(xray.put(pe.Activity("extra")).activity) == len(xray.activity) + 1


def test_a_route_to_nowhere_is_told_with_its_place() -> None:
    with pytest.raises(pe.InvalidInput) as caught:
        (pe.examples.chest_xray() + pe.Route("read", "nowhere")).check()
    (fault,) = caught.value.diagnostics  # type: ignore[attr-defined]
    assert fault.path.startswith("route/read") and "nowhere" in fault.message


def test_loads_and_inputs_are_frames() -> None:
    xray = pe.examples.chest_xray()
    loads = xray.loads().set_index("name")["load"]
    assert loads["reader"] == pytest.approx(9 * 40 * 14 / 60 / 120)
    inputs = xray.inputs()
    assert "activity/read/takes/mean" in set(inputs["path"])


def test_a_pathway_survives_pickling() -> None:
    xray = pe.examples.chest_xray()
    assert pickle.loads(pickle.dumps(xray)) == xray


def test_a_pathway_draws_itself() -> None:
    pathway = pe.Pathway("<odd> & 'names'") + [
        pe.Arrivals("in & out", rate="1 per h"), pe.Activity("a <b>", takes="1 min"), pe.Activity("c", takes="2 min"),
        pe.Route("a <b>", [pe.Branch("c", 0.25), "exit"]), pe.Route("c", [pe.Branch("a <b>", 0.1), pe.Branch("c", 0.2), "exit"])]
    picture = ElementTree.fromstring(pathway.picture())
    words = " ".join(text for text in picture.itertext())
    for word in ("a <b>", "in & out", "25 %", "leave", "↻ 20 %"):
        assert word in words
    assert len(picture.findall(".//{http://www.w3.org/2000/svg}rect")) == 3
    assert pathway._repr_html_().count("<svg") == 1 and "2 activity" in repr(pathway)


def test_an_empty_pathway_draws_too() -> None:
    ElementTree.fromstring(pe.Pathway("nothing").picture())


def test_rows_follow_the_ways_and_boxes_keep_apart() -> None:
    nodes = ["a", "b", "c", "d", "e"]
    layout = lay_out(nodes, [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("d", "a"), ("d", "e"), ("c", "c")])
    assert [layout.row_of[node] for node in nodes] == [0, 1, 1, 2, 3]
    assert layout.turned == {("d", "a")} and len(layout.ways["a", "d"]) == 3
    assert abs(layout.x["b"] - layout.x["c"]) >= 1
    assert layout.x["d"] == pytest.approx(layout.x["e"], abs=0.05)


def test_neighbours_that_wish_for_one_place_share_it() -> None:
    assert apart([0, 0, 0], [1, 1, 1], [1, 1, 1]) == [-1, 0, 1]
    assert apart([0, 0], [3, 1], [1, 1]) == [-0.25, 0.75]
    assert apart([0, 5], [1, 1], [1, 1]) == [0, 5]
