# SPDX-License-Identifier: MIT
"""A study that adds replications, and what arms differ by."""

from __future__ import annotations

import pickle
from typing import Any

import pathecon as pe
import pytest
from pathecon.study import Goal, Precision, steady_state


def queue(**study: Any) -> pe.Study:
    """One server, and as an arm the same one working a little faster."""
    pathway = (
        pe.Pathway("queue")
        .add(pe.Arrivals("patients", rate="0.5 per h"))
        .add(pe.Resource("server", rota=pe.Rota.always(1)))
        .add(pe.Activity("work", uses="server", takes=pe.exponential("1 h")))
        .add(pe.Interval("stay"))
    )
    faster = pe.Tool("Faster", effects=[pe.effect.Scale("work", by=0.9)])
    return pe.Study(pathway, arms={"usual": [], "faster": [faster]}, horizon="26 weeks", follow_up="4 weeks", **study)


def test_replications_are_added_until_the_goal_is_met() -> None:
    precision = Precision(goals=[Goal("stay", half_width="2 min")], most=300)
    study = queue(replications=10, precision=precision)
    assert study.precision == precision
    assert study.precision.goals[0].half_width == pe.Duration("2 min")
    assert pickle.loads(pickle.dumps(study)) == study
    result = pe.run(study)
    table = result.differences().set_index("measure")
    assert 10 <= result.replications <= 300
    assert (table.loc["mean", "high"] - table.loc["mean", "low"]) / 2 <= 2 / 60
    assert table.loc["mean", "variance_ratio"] > 2
    assert pe.run(queue(replications=result.replications)).hash == result.hash


def test_a_precision_says_what_is_wrong_with_it() -> None:
    study = queue(precision={"goals": [{"interval": "star", "half_width": "2 min"}], "most": 20})
    with pytest.raises(pe.InvalidInput, match="did you mean 'stay'"):
        study.check()


def test_a_queue_settles() -> None:
    state = steady_state(queue(replications=10), "usual", "stay")
    assert not state.is_too_short
    assert abs(state.mean_hours.mean - 2.0) < 4.89 * state.mean_hours.standard_error
    assert 0 <= state.warm_up_patients < state.patients / 2
