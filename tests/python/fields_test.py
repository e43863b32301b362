# SPDX-License-Identifier: MIT
"""The page of fields says what the field tables say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pathecon as pe

ROOT = Path(__file__).resolve().parents[2]


def field_writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fields", ROOT / "python" / "fields.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_fields_is_up_to_date() -> None:
    assert field_writer().page() == (ROOT / "docs" / "reference" / "fields.md").read_text(encoding="utf-8"), "write it anew: python python/fields.py"


def test_every_noun_of_a_pathway_has_its_fields_on_the_page() -> None:
    page = (ROOT / "docs" / "reference" / "fields.md").read_text(encoding="utf-8")
    nouns = [name for name, value in vars(pe.Pathway).items() if isinstance(value, property) and isinstance(getattr(pe, name.title().replace("_", ""), None), type)]
    assert len(nouns) >= 12
    for noun in nouns:
        assert f"### `[[{noun}]]`" in page
    for key in ("uses", "takes", "patience", "horizon", "servers"):
        assert f"| `{key}` |" in page
