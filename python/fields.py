# SPDX-License-Identifier: MIT
"""Writes the list of every field of a scenario file from the library's own field tables.

    python python/fields.py          writes docs/reference/fields.md
    python python/fields.py --check  says whether it is up to date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

# The installed package, not the sources that lie beside this file.
sys.path[:] = [path for path in sys.path if Path(path or ".").resolve() != Path(__file__).resolve().parent]
import pathecon as pe  # noqa: E402

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "fields.md"
HEAD = """# Fields

Every key of a [scenario file](scenario.md), section by section, as the library itself has them: this page is written by `python/fields.py`. A time is written `"14 min"`, money
`"£40,000"`, a rate `"9 per h"`, a probability `0.3` or `"30 %"`; a number that may be uncertain is also a table with its evidence (`{ value = ..., source = ..., status = ... }`).
What has no default and is not required may be left out.
"""
# Heading -> what it is in a file -> the class whose table it is.
SECTIONS = {
    "The study": {"[study]": pe.Study, "precision": pe.study.Precision, "goals": pe.study.Goal},
    "Who comes": {"[[arrivals]]": pe.Arrivals, "profile": pe.Profile, "appointments": pe.Appointments, "trace": pe.TracePatient, "[[backlog]]": pe.Backlog,
                  "[[attribute]]": pe.Attribute, "[[test]]": pe.Test},
    "Who serves": {"[[resource]]": pe.Resource, "shifts of a rota": pe.Shift, "exceptions of a rota": pe.RotaException, "surge": pe.Surge, "[[session]]": pe.Session,
                   "lists": pe.SessionList, "[[downtime]]": pe.Downtime},
    "What is done": {"[[activity]]": pe.Activity, "uses": pe.Use, "instead": pe.Alternative, "attended": pe.Attendance, "priority": pe.Priority, "patience": pe.Patience,
                     "balk": pe.Balk, "no_show": pe.NoShow, "booking": pe.Booking, "batch": pe.Batch, "bulk": pe.Bulk, "[[stay]]": pe.Stay},
    "The way": {"[[delay]]": pe.Delay, "[[route]]": pe.Route, "to of a route": pe.Branch, "elapsed": pe.Elapsed, "[[fork]]": pe.Fork, "[[join]]": pe.Join,
                "[[event]]": pe.Event},
    "What is measured": {"[[interval]]": pe.Interval, "pauses": pe.Pause, "[[outcome]]": pe.Outcome, "[[budget_line]]": pe.BudgetLine},
    "Tools": {"[[tool]]": pe.Tool, "cost": pe.ToolCost,
              **{f"effects: {name.lower() if name != 'AddCapacity' else 'add_capacity'}": getattr(pe.effect, name)
                 for name in ("Scale", "Insert", "Bypass", "Transfer", "Prioritise", "Detect", "Reconcile", "Adopt", "Burden", "Cost", "AddCapacity", "Shorten")}},
    "Money": {"[[price]]": pe.Price, "[terms]": pe.Terms, "delays of the terms": pe.health.Delay},
}


def fields_of(noun: type) -> Iterator[tuple[str, str, str]]:
    """Name, facts and sentence of each field, as the class's own docstring has them."""
    lines = (noun.__doc__ or "").partition("Parameters\n----------\n")[2].splitlines()
    for head, sentence in zip(lines[::2], lines[1::2], strict=True):
        name, _, facts = head.partition(" : ")
        yield name.removesuffix("_"), facts, sentence.strip()


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def page() -> str:
    parts = [HEAD]
    for title, nouns in SECTIONS.items():
        parts.append(f"\n## {title}\n")
        for name, noun in nouns.items():
            sentence = (noun.__doc__ or "").partition("\n")[0]
            parts.append(f"\n### `{name}`\n\n{sentence}\n\n| key | what it is | unit, bounds, default |\n|---|---|---|\n")
            parts.extend(f"| `{key}` | {cell(what)} | {cell(facts)} |\n" for key, facts, what in fields_of(noun))
    return "".join(parts)


def main(words: list[str]) -> int:
    if words == ["--check"]:
        is_current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        print(f"{PAGE.name} is {'up to date' if is_current else 'out of date: python python/fields.py'}")
        return 0 if is_current else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
