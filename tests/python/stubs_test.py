# SPDX-License-Identifier: MIT
"""The type stubs say what the extension says."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
STUBS = ROOT / "python" / "pathecon" / "_core"


def stub_writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("stubs", ROOT / "python" / "stubs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_stubs_are_up_to_date() -> None:
    assert stub_writer().outdated(STUBS) == [], "write them anew: python python/stubs.py"


def test_the_stubs_parse_and_name_what_is_there() -> None:
    names = 0
    for path in STUBS.rglob("*.pyi"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        floor = path.parent.name if path.parent != STUBS else path.stem
        if floor == "__init__":
            continue
        module = importlib.import_module(f"pathecon._core.{floor}")
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                names += 1
                kind = getattr(module, node.name)
                for member in node.body:
                    if isinstance(member, ast.FunctionDef) and member.name != "__init__":
                        assert inspect.getattr_static(kind, member.name, None) is not None, f"{node.name}.{member.name}"
            elif isinstance(node, ast.FunctionDef):
                names += 1
                assert callable(getattr(module, node.name))
    assert names > 60


def test_the_package_says_that_it_is_typed() -> None:
    import pathecon

    assert pathecon.__file__ is not None and (Path(pathecon.__file__).parent / "py.typed").is_file()
