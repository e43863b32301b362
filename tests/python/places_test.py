# SPDX-License-Identifier: MIT
"""Slots that take a bed with them, cycles of weeks, bulk service: from Python to the tables."""

from __future__ import annotations

import pytest

import pathecon as pe


def theatre(beds: int = 3, slots: int = 5, weeks: str = "") -> pe.Pathway:
    """Operations on a list of three days, each with a bed for some days after it."""
    return (
        pe.Pathway("elective")
        .add(pe.Arrivals("referrals", rate="10 per week"))
        .add(pe.Resource("surgeon"))
        .add(pe.Resource("bed", kind="bed", rota=beds))
        .add(pe.Resource("anaesthetist", rota=pe.Rota([pe.Shift(days="Tue-Thu", from_="08:00", to="18:00")])))
        .add(pe.Session("theatre", resource="surgeon", lists=[pe.SessionList(days="Tue-Thu", slots=slots, weeks=weeks)], slot="1 h"))
        .add(pe.Activity("operate", session="theatre", uses="anaesthetist", takes="50 min"))
        .add(pe.Activity("recover", takes=pe.gamma("36 h", "12 h")))
        .add(pe.Stay("ward", uses="bed", from_="operate", to="recover"))
        .add(pe.Route("operate", "recover"))
        .add(pe.Interval("wait", to="operate.start"))
    )


def study_of(pathway: pe.Pathway) -> pe.Study:
    return pe.Study(pathway, [pe.Arm("usual care")], horizon="26 weeks", replications=3)


def test_slots_that_are_lost_for_want_of_a_bed_are_counted() -> None:
    short, ample = (pe.run(study_of(theatre(beds))) for beds in (3, 30))
    lost = short.lost().query("step == 'operate'")["put_off"]
    assert (lost > 0).all()
    assert (ample.lost()["put_off"] == 0).all()
    assert short.waits()["mean_hours"].mean() > ample.waits()["mean_hours"].mean()


def test_beds_are_taken_for_shares_of_the_time_that_sum_to_one() -> None:
    occupied = pe.occupancy(study_of(theatre()))
    taken = occupied.taken()
    assert list(taken.columns) == ["resource", "taken", "share"]
    shares = taken.groupby("resource", observed=True)["share"].sum()
    assert shares.to_dict() == pytest.approx({"bed": 1, "anaesthetist": 1})
    assert taken.query("resource == 'bed'")["taken"].max() == 3
    mean = (taken["taken"] * taken["share"])[taken["resource"] == "bed"].sum()
    hours = occupied.by_hour().query("resource == 'bed'")["busy"].mean()
    assert mean == pytest.approx(hours)


def test_a_model_with_booked_work_verifies() -> None:
    found = pe.verify(study_of(theatre()))
    assert not (found["verdict"] == "fails").any(), found.to_string()


def test_lists_of_every_other_week_bring_half_the_places() -> None:
    every, other = (pe.run(study_of(theatre(30, 8, weeks))).waits()["mean_hours"].mean() for weeks in ("", "1 of 2"))
    assert other > every + 24
    with pytest.raises(pe.InvalidInput, match="these weeks cannot be read"):
        theatre(weeks="3 of 2").check()


def test_what_is_served_together_costs_its_time_once() -> None:
    def laboratory(rack: pe.Bulk) -> pe.Pathway:
        return (pe.Pathway("laboratory").add(pe.Arrivals("samples", rate="20 per h")).add(pe.Resource("analyser", kind="machine", rota=2))
                .add(pe.Activity("analyse", uses="analyser", takes="25 min", bulk=rack)))

    rack = pe.Bulk(12, least=6, wait="20 min")
    assert (rack.most, rack.least) == (12, 6)
    result = pe.run(study_of(laboratory(rack)))
    usage = result.usage()
    hours = usage[usage["resource"] == "analyser"]["minutes"].sum() / 60
    visits = result.visits()["visits"].sum()
    assert visits / 12 * 25 / 60 <= hours < visits / 3 * 25 / 60
    with pytest.raises(pe.InvalidInput, match="at most 2 are served together"):
        laboratory(pe.Bulk(2, least=3)).check()
