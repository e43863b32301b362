# SPDX-License-Identifier: MIT
"""Importing the package is quick: what is heavy waits until it is needed."""

from __future__ import annotations

import subprocess
import sys

import pathecon as pe
import pytest

HEAVY = ("pandas", "matplotlib", "jinja2", "rich", "numpy")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_nothing_heavy_is_imported() -> None:
    assert python(f"import sys, pathecon; print([name for name in {HEAVY} if name in sys.modules])") == "[]"
    assert python(f"import sys, pathecon.cli; print([name for name in {HEAVY} if name in sys.modules])") == "[]"


def test_the_time_of_an_import_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    took = [float(python("import time; t = time.perf_counter(); import pathecon; print(time.perf_counter() - t)")) for _ in range(3)]
    with capsys.disabled():
        print(f"\nimport pathecon: {min(took):.3f} s (promised: 0.3 s)")


def test_every_public_name_can_be_had() -> None:
    for name in pe.__all__:
        assert getattr(pe, name) is not None
    assert set(pe.__all__) <= set(dir(pe))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        pe.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_each_floor_is_a_module() -> None:
    for floor in ("base", "units", "random", "pathway", "effect", "ledger", "health", "econ", "study", "io", "report"):
        assert getattr(pe, floor).__name__ == f"pathecon.{floor}"
    assert pe.effect.Scale is not pe.Cost and pe.health.Delay is not pe.Delay
