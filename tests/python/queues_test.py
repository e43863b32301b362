# SPDX-License-Identifier: MIT
"""What queues do in hospitals, said in Python."""

from __future__ import annotations

import pickle
from xml.etree import ElementTree

import pathecon as pe
import pytest
from pathecon import days, hours, minutes


def emergency() -> pe.Pathway:
    """A department with a list, beds, a scanner that fails and patients who do not wait."""
    doctor_rota = pe.Rota([pe.Shift(servers=3)], exceptions=["2026-12-25", pe.RotaException("2026-12-26", until="2026-12-27")],
                          holidays="as_sunday")
    return pe.Pathway("emergency", starts="2026-01-05") + [
        pe.Arrivals("walk-in", rate="4 per h", profile=[pe.Profile(days="Sat Sun", by=1.4)], season=[1.0] * 12, growth=0.02,
                    dispersion=0.2, group=1),
        pe.Arrivals("booked", to="scan", appointments=pe.Appointments(lists=[pe.SessionList(days="Mon-Fri", slots=12, overbooked=2)],
                                                                      slot=15 * minutes, late=pe.exponential(5 * minutes),
                                                                      early=10 * minutes, no_show=0.1)),
        pe.Arrivals("traced", trace=["1 h", pe.TracePatient("2 h", is_="urgent")]),
        pe.Backlog("listed", at="scan", count=40, age=pe.uniform(0 * days, 90 * days), judged=True),
        pe.Attribute("urgent", 0.2),
        pe.Resource("doctor", rota=doctor_rota, preemption="resume", skills=["scope"],
                    surge=pe.Surge(of="see", open_at=8, close_at=2)),
        pe.Resource("nurse", rota=4, skills=["scope"], end_of_shift="repeat_identical"),
        pe.Resource("bed", kind="bed", rota=30),
        pe.Resource("scanner", rota=2),
        pe.Downtime("fault", resources=["scanner"], every=pe.exponential(30 * days), lasts=4 * hours, in_hand="repeat_different"),
        pe.Activity("see", uses=[pe.Use("doctor", instead=[pe.Alternative("nurse", by=1.2)])], takes=15 * minutes,
                    priority=[pe.Priority(where="urgent", level=1)], ageing="4 h", patience=pe.Patience(6 * hours, where="not urgent"),
                    balk=[pe.Balk(60, to="advice", p=0.5)]),
        pe.Activity("admit", uses=[pe.Use(skill="scope")], takes=10 * minutes),
        pe.Activity("review", uses=[pe.Use("nurse", not_same_as="admit")], takes=10 * minutes, room=20),
        pe.Activity("scan", uses="scanner", takes=15 * minutes),
        pe.Activity("board", batch=pe.Batch("daily", at="08:00", every="4 h", until="20:00", least=2),
                    no_show=pe.NoShow(0.1, cancelled=0.05, rebooked=1)),
        pe.Delay("advice", takes="10 min"),
        pe.Stay("ward", uses="bed", from_="admit", to="review"),
        pe.Event("worse", from_="see", until="review.start", after=pe.exponential(300 * days), to="scan"),
        pe.Route("see", [pe.Branch("admit", 0.2), "exit"]), pe.Route("admit", "review"),
        pe.Route("review", [pe.Branch("board", elapsed=pe.Elapsed(since="admit", at_most=30 * days), most=2), "exit"]),
        pe.Interval("stay", "admit", "review", pauses=[pe.Pause(from_="review.arrive", to="review.start")])]


def test_the_new_nouns_make_a_pathway_that_passes_its_checks() -> None:
    department = emergency()
    warnings = department.check()
    assert all(warning.severity != "error" for warning in warnings)
    assert department.starts == "2026-01-05"
    see = department.activity["see"]
    assert see.uses["doctor"].instead["nurse"].by == 1.2 and see.patience.after.mean == 6 * hours and see.ageing == 4 * hours
    assert see.balk[0].length == 60 and see.balk[0].p == 0.5 and department.activity["review"].room == 20
    assert department.resource["doctor"].rota.holidays == "as_sunday"
    assert [one.from_ for one in department.resource["doctor"].rota.exceptions] == ["2026-12-25", "2026-12-26"]
    assert department.arrivals["traced"].trace[1].is_ == "urgent" and department.arrivals["traced"].appointments is None
    assert department.stay["ward"].from_ == "admit" and department.event["worse"].until == "review.start"
    assert department.downtime["fault"].resources == ("scanner",) and department.backlog["listed"].judged


def test_the_new_nouns_are_values_and_their_texts_make_them_again() -> None:
    department = emergency()
    assert pickle.loads(pickle.dumps(department)) == department
    assert pe.Pathway.from_dict(department.as_dict()) == department
    nouns = [*department.activity, *department.arrivals, *department.resource, *department.stay, *department.event,
             *department.downtime, *department.backlog, *department.interval, *department.route]
    for noun in [*nouns, pe.Patience("4 h"), pe.Patience(pe.gamma(4 * hours, 1 * hours), to="advice"), pe.Balk(3),
                 pe.NoShow(0.1), pe.Use(skill="scope"), pe.RotaException("2026-12-25"), pe.TracePatient("3 d")]:
        assert eval(repr(noun), dict(vars(pe))) == noun


def test_a_rota_keeps_its_dates_when_it_is_changed() -> None:
    rota = pe.Rota([pe.Shift(days="Mon-Fri")], holidays="closed")
    changed = rota.replace(exceptions=["2026-12-24"])
    assert changed.holidays == "closed" and changed.shifts == rota.shifts and len(changed.exceptions) == 1
    assert rota.replace(holidays=None) == pe.Rota([pe.Shift(days="Mon-Fri")])
    assert pe.Rota().shifts == () and pe.Rota() != pe.Rota.always()


def test_a_noun_takes_the_place_of_the_one_of_its_name() -> None:
    department = emergency().put(pe.Stay("ward", uses="bed", from_="see", to="review"))
    assert len(department.stay) == 1 and department.stay["ward"].from_ == "see"


def test_loads_say_what_they_leave_out() -> None:
    loads = emergency().loads().set_index("name")
    assert "wait while they hold it" in loads.loc["bed", "leaves_out"]
    assert loads.loc["doctor or nurse", "capacity"] > loads.loc["doctor", "capacity"]
    quiet = pe.examples.chest_xray().loads()
    assert set(quiet["leaves_out"]) == {""}


def test_faults_of_the_new_nouns_are_told_all_at_once() -> None:
    broken = emergency().replace(starts=None).put(pe.Stay("ward", uses="bed", from_="admit", to="reviw"))
    broken = broken.put(pe.Arrivals("walk-in"))
    with pytest.raises(pe.InvalidInput) as caught:
        broken.check()
    found = {(fault.code, fault.path) for fault in caught.value.diagnostics}  # type: ignore[attr-defined]
    assert {(101, "arrivals/walk-in/rate"), (204, "stay/ward/to"), (228, "resource/doctor/rota/holidays"),
            (228, "resource/doctor/rota/exceptions")} <= found


def test_the_picture_shows_the_ways_out_of_queues() -> None:
    words = " ".join(ElementTree.fromstring(emergency().picture()).itertext())
    for word in ("60 wait", "after 6 h in the queue", "40 waiting", "by appointment", "worse", "within 30 d"):
        assert word in words
    assert "1 stay" in repr(emergency()) and "1 backlog" in repr(emergency())


def test_what_peers_have_is_said_in_python_too() -> None:
    night = pe.Rota([pe.Shift(days="daily", from_="20:00", to="08:00")], holidays="as_sunday")
    pathway = pe.Pathway("desks", starts="2026-01-05").add(
        pe.Arrivals("walk-in", between=pe.gamma(12 * minutes, 6 * minutes)),
        pe.Arrivals("booked", appointments=pe.Appointments(lists=[pe.SessionList(days="Mon", slots=4)], slot="10 min",
                                                           exceptions=["2026-04-06"], bank_holidays=False)),
        pe.Resource("left", rota=1), pe.Resource("right", rota=1),
        pe.Activity("door"),
        pe.Activity("at the left", uses="left", takes="10 min", order="last"),
        pe.Activity("at the right", uses="right", takes="10 min", order="random"),
        pe.Activity("meet", batch=pe.Batch("Fri", exceptions=[pe.Closure("2026-04-10", until="2026-04-17")], bank_holidays=False)),
        pe.Route("door", ["at the left", "at the right"], rule="shortest_queue"),
        pe.Route("at the left", [pe.Branch("meet", open=night), "exit"]),
    )
    assert pathway.check() is not None
    assert pathway.arrivals["walk-in"].between.mean == 12 * minutes and pathway.arrivals["booked"].between is None
    assert pathway.activity["meet"].batch.exceptions[0].until == "2026-04-17"
    assert pe.Pathway.from_dict(pathway.as_dict()) == pathway
    for noun in [*pathway.arrivals, *pathway.activity, *pathway.route, pe.Closure("2026-12-25")]:
        assert eval(repr(noun), dict(vars(pe))) == noun
    words = " ".join(ElementTree.fromstring(pathway.picture()).itertext())
    assert "every 12 min" in words and "at times" in words
