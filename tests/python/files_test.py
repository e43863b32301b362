# SPDX-License-Identifier: MIT
"""A scenario names other files: traces of past arrivals, and the scenarios of its sites."""

from __future__ import annotations

from pathlib import Path

import pathecon as pe
import pytest

LABORATORY = """
schema = 1
title = "Laboratory"
name = "laboratory"
starts = "2026-01-05"

[[arrivals]]
name = "as they came"
trace_file = "arrivals.csv"

[[attribute]]
name = "urgent"
is = 0.1

[[resource]]
name = "phlebotomist"
servers = 1

[[activity]]
name = "take blood"
uses = "phlebotomist"
takes = "9 min"

[[interval]]
name = "visit"
rows = true

[[arm]]
name = "usual care"
"""
ROWS = "at,urgent\n2026-01-05 07:12,no\n2026-01-05 07:15,yes\n1 d,\n"


def test_a_trace_is_read_alike_in_python_and_from_a_scenario(tmp_path: Path) -> None:
    (tmp_path / "arrivals.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "case.toml").write_text(LABORATORY, encoding="utf-8")
    scenario = pe.load_scenario(tmp_path / "case.toml")
    plain = pe.Pathway("laboratory", starts="2026-01-05") + pe.Attribute("urgent", 0.1)
    rows = pe.load_trace(tmp_path / "arrivals.csv", plain)
    assert pe.Arrivals("as they came", trace=rows) == scenario.pathway.arrivals["as they came"]
    assert [row.is_ for row in rows] == ["not urgent", "urgent", ""]
    assert list(pe.parse_trace(ROWS, plain)) == list(rows)
    run = pe.run(scenario.study.replace(horizon="7 d", follow_up="1 d", replications=1))
    assert run.visits()["visits"].sum() == 3, "exactly the patients of the file"
    assert len(run.rows()) == 3


def test_a_text_and_a_dictionary_find_their_files_in_the_folder_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "arrivals.csv").write_text(ROWS, encoding="utf-8")
    scenario = pe.parse_scenario(LABORATORY, "case.toml", tmp_path)
    again = pe.decode_scenario(scenario.as_dict())
    assert again.hash == scenario.hash, "what is written holds the patients, not the file"
    asked = scenario.as_dict()
    asked["arrivals"] = [{"name": "as they came", "trace_file": "arrivals.csv"}]
    assert pe.decode_scenario(asked, folder=tmp_path).hash == scenario.hash
    for read in (lambda: pe.parse_scenario(LABORATORY), lambda: pe.decode_scenario(asked)):
        with pytest.raises(pe.InvalidInput) as caught:
            read()
        assert [one.code for one in caught.value.diagnostics if one.severity == "error"] == [710]


def test_a_bad_cell_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "arrivals.csv"
    path.write_text(ROWS.replace("yes", "perhaps"), encoding="utf-8")
    with pytest.raises(pe.InvalidInput) as caught:
        pe.load_trace(path, pe.Pathway("laboratory", starts="2026-01-05") + pe.Attribute("urgent", 0.1))
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line, fault.column) == (709, 3, 18)
    assert fault.hint.startswith("write yes, no")


def test_sites_of_a_scenario_are_what_merge_makes_of_them(tmp_path: Path) -> None:
    (tmp_path / "arrivals.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "north.toml").write_text(LABORATORY, encoding="utf-8")
    whole = """
schema = 1
title = "Trust"
name = "trust"
site = [ { name = "north", file = "north.toml" }, { name = "south", file = "north.toml" } ]
shared = "phlebotomist"
transfer = { from = "north/take blood", to = "van", p = 0.5 }
delay = { name = "van", takes = "1 h" }
route = { from = "van", to = "south/take blood" }
[[arm]]
name = "usual care"
"""
    scenario = pe.parse_scenario(whole, folder=tmp_path)
    one = pe.load_scenario(tmp_path / "north.toml").pathway
    own = pe.Pathway("trust") + [pe.Delay("van", "1 h"), pe.Route("van", to="south/take blood")]
    transfer = pe.Transfer("north/take blood", "van", p=0.5)
    assert scenario.pathway == pe.merge(own, {"north": one, "south": one}, shared=["phlebotomist"], transfers=[transfer])
    with pytest.raises(pe.InvalidInput, match="no step has the name 'van'"):
        pe.merge("trust", {"north": one, "south": one}, transfers=[transfer])
    assert pe.decode_scenario(scenario.as_dict()).hash == scenario.hash
