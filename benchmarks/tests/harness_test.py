# SPDX-License-Identifier: MIT
"""What the comparison of engines promises. Run: python -m pytest benchmarks/tests/harness_test.py"""

import math
import random
import statistics
from pathlib import Path

import pytest
from harness.agreement import LIMIT, Estimate, compare, pool, z_score
from harness.closed_form import erlang_c, mean_waits
from harness.outcome import BATCHES, summarise
from harness.problem import InvalidProblem, read_problem

BENCHMARKS = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("size", ["full", "quick"])
@pytest.mark.parametrize("name", ["mm1", "hospital"])
def test_problems_read_at_both_sizes(name, size):
    problem = read_problem(BENCHMARKS / name / "problem.toml", size)
    assert problem.name == name
    assert set(problem.replications) == {"pathecon", "simpy", "ciw"}


def test_all_faults_of_a_problem_file_are_told_at_once(tmp_path):
    text = (BENCHMARKS / "hospital" / "problem.toml").read_text(encoding="utf-8")
    text = text.replace("share = 0.8", "share = 0.9").replace('to = "reporting"', 'to = "nowhere"')
    text = text.replace("shape = 2.0", "shap = 2.0").replace("servers = 6", "servers = 0")
    file = tmp_path / "problem.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProblem) as told:
        read_problem(file, "full")
    for part in ("shares sum to 1.1", "'nowhere'", "service.shap: unknown key", "consult.servers: must be positive"):
        assert part in str(told.value)


def test_closed_forms_are_the_published_ones():
    assert erlang_c(10, 8.0) == pytest.approx(0.4091801508, abs=5e-11)
    assert erlang_c(3, 2.5) == pytest.approx(0.7022471910, abs=5e-11)
    assert mean_waits(read_problem(BENCHMARKS / "mm1" / "problem.toml", "full")) == {"queue": pytest.approx(9.0)}
    waits = mean_waits(read_problem(BENCHMARKS / "hospital" / "problem.toml", "full"))
    assert waits["triage"] == pytest.approx(1.4044943820 * 0.25, abs=5e-11)
    assert 0.2 * waits["triage/urgent"] + 0.8 * waits["triage/routine"] == pytest.approx(waits["triage"])


def test_the_two_class_closed_form_is_the_published_one(tmp_path):
    text = (BENCHMARKS / "mm1" / "problem.toml").read_text(encoding="utf-8")
    text = text.replace("rate = 0.9", "rate = 1.4").replace("servers = 1", "servers = 2")
    text = text.replace("share = 1.0", "share = 0.4285714285714286")  # 0.6 an hour, served first
    text = text.replace("[[stations]]", '[[classes]]\nname = "later"\nshare = 0.5714285714285714\n[[stations]]')
    file = tmp_path / "problem.toml"
    file.write_text(text, encoding="utf-8")
    waits = mean_waits(read_problem(file, "full"))
    assert waits["queue/customer"] == pytest.approx(0.4117647059, abs=5e-11)
    assert waits["queue/later"] == pytest.approx(1.3725490196, abs=5e-11)


def test_batch_means_keep_every_wait():
    waits = [float(i) for i in range(103)]
    found = summarise([waits, waits[:50]])
    assert found["count"] == 153
    assert found["batches"] == 2 * BATCHES
    assert found["mean"] == pytest.approx((sum(waits) + sum(waits[:50])) / 153)


def test_the_standard_error_of_independent_waits_is_that_of_their_mean():
    luck = random.Random(7)
    waits = [[luck.expovariate(1.0) for _ in range(2000)] for _ in range(100)]
    # 2,000 batches: the error of the error is 1.6 %.
    assert summarise(waits)["standard_error"] == pytest.approx(1.0 / math.sqrt(200_000), rel=0.08)


def test_pooling_weighs_by_count():
    pooled = pool(
        [
            {"count": 1, "mean": 0.0, "standard_error": 1.0, "batches": 2},
            {"count": 3, "mean": 4.0, "standard_error": 1.0, "batches": 4},
        ]
    )
    assert (pooled.mean, pooled.freedom) == (3.0, 4)
    assert pooled.error == pytest.approx(math.sqrt(10) / 4)


@pytest.mark.parametrize(("freedom", "t"), [(4, 2.7764451052), (19, 2.0930240544), (195, 1.9722040513)])
def test_a_t_quantile_becomes_the_normal_one(freedom, t):
    z = z_score(Estimate(t, 1.0, freedom), Estimate(0.0, 0.0))
    assert z == pytest.approx(statistics.NormalDist().inv_cdf(0.975), abs=0.01)


def test_a_wait_one_per_cent_off_is_found_and_an_absent_one_too():
    right = {"queue": Estimate(9.0, 0.01, 99), "bed": Estimate(1.0, 0.01, 99)}
    faults, largest = compare(
        {"a": right, "b": {"queue": Estimate(9.09, 0.01, 99)}, "closed form": {"queue": Estimate(9.0, 0.0)}}
    )
    assert [(f.place, f.one, f.other) for f in faults] == [
        ("bed", "a", "b"),
        ("queue", "a", "b"),
        ("queue", "b", "closed form"),
    ]
    assert largest > LIMIT
    assert compare({"a": right, "b": right}) == ([], 0.0)
