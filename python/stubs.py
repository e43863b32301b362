# SPDX-License-Identifier: MIT
"""Writes the type stubs of the extension from its own docstrings, whose first lines are signatures.

    python python/stubs.py          writes python/pathecon/_core/**.pyi
    python python/stubs.py --check  says whether they are up to date
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path(__file__).resolve().parent / "pathecon" / "_core"
HEAD = "# SPDX-License-Identifier: MIT\n# Written by python/stubs.py from the extension's docstrings.\n"
# Large floors in parts, so that a file can be read: part -> the last name in it.
PARTS = {"pathway": {"_values": "Rota", "_resources": "Session", "_work": "Activity", "_flow": "Downtime", "_patients": "BudgetLine",
                     "_whole": ""},
         "effect": {"_verbs": "Reconcile", "_more": ""}}
# What every object has, or what a type checker never asks for.
SILENT = {"__eq__", "__hash__", "__repr__", "__str__", "__copy__", "__deepcopy__", "__reduce__", "__signature__", "__new__", "__doc__",
          "__module__", "__dict__", "__weakref__", "__annotations__", "__firstlineno__", "__static_attributes__"}
STANDARD = ("collections.abc", "datetime", "os", "typing")


def quoted(text: str) -> str:
    return f'"""{text}"""'


def signatures(name: str, thing: Any) -> list[str]:
    """The signatures that a docstring holds: several for an overloaded function."""
    doc = getattr(thing, "__doc__", None) or ""
    return [line.strip() for line in doc.splitlines() if line.strip().startswith(f"{name}(")]


def sentence(thing: Any) -> str:
    """The first sentence after the signature."""
    lines = [line.strip() for line in (getattr(thing, "__doc__", None) or "").splitlines()]
    rest = [line for line in lines if line and not re.match(r"\w+\(.*\) -> ", line)]
    return rest[0].replace('"', "'") if rest else ""


def function(name: str, thing: Any, indent: str, static: bool = False) -> Iterator[str]:
    found = signatures(name, thing)
    if not found:
        raise SystemExit(f"{getattr(thing, '__qualname__', name)}: its docstring holds no signature: {thing.__doc__}")
    for signature in found:
        if static:
            yield f"{indent}@staticmethod"
        if len(found) > 1:
            yield f"{indent}@typing.overload"
        said = sentence(thing)
        yield f"{indent}def {signature}:" + (f" {quoted(said)}" if said and len(found) == 1 else " ...")


def attribute(name: str, getter: Any, indent: str) -> Iterator[str]:
    """A property; pybind11 keeps its own getter in `fget`."""
    signature = signatures(name, getter.fget) or signatures(name, getter)
    if not signature:
        raise SystemExit(f"{name}: its docstring holds no signature")
    said = sentence(getter.fget) or sentence(getter)
    yield f"{indent}@property"
    yield f"{indent}def {signature[0]}:" + (f" {quoted(said)}" if said else " ...")


def members(kind: type) -> Iterator[str]:
    for name, thing in vars(kind).items():
        if name in SILENT or name.startswith(("_pybind11", "__pybind11")):
            continue
        if name == "__init__" and not signatures(name, thing):
            continue  # Nobody but the library makes one.
        raw = inspect.getattr_static(kind, name)
        if isinstance(raw, property):
            yield from attribute(name, raw, "    ")
        else:
            yield from function(name, getattr(kind, name), "    ", isinstance(raw, staticmethod))


def declaration(name: str, thing: Any) -> list[str]:
    if isinstance(thing, type):
        base = thing.__mro__[1]
        lines = [f"class {name}({base.__name__}):" if issubclass(thing, BaseException) else f"class {name}:"]
        if said := sentence(thing):
            lines.append(f"    {quoted(said)}")
        if name == "InvalidInput":
            lines.append("    diagnostics: list[Diagnostic]")
        if name == "Interrupted":
            lines.append("    result: StudyResult | None")
        if not issubclass(thing, BaseException):
            lines += members(thing)
        return lines
    if callable(thing) and not isinstance(thing, type):
        return list(function(name, thing, ""))
    return [f"{name}: {type(thing).__name__}"]


def imports(body: str, module: str, own: set[str], siblings: set[str]) -> str:
    names = sorted({match for match in re.findall(r"\b(pathecon(?:\.\w+)+)\.\w+", body)} | {one for one in STANDARD if f"{one}." in body})
    standard = [f"import {name}" for name in names if name in STANDARD]
    lines = [f"import {name}" for name in names if name not in STANDARD]
    used = sorted(name for name in siblings - own if re.search(rf"(?<![.\w'\"]){name}\b", re.sub(r'""".*?"""', "", body)))
    if used:
        line = f"from pathecon._core.{module} import {', '.join(used)}"
        wrapped = f"from pathecon._core.{module} import (\n" + "".join(f"    {name},\n" for name in used) + ")"
        lines.append(line if len(line) <= 120 else wrapped)
    lines = standard + ([""] if standard and lines else []) + lines
    return "\n".join(lines) + ("\n\n" if lines else "\n")


def write(module: str, parts: list[tuple[str, Any]], siblings: set[str]) -> str:
    blocks = ["\n".join(declaration(name, thing)) for name, thing in parts]
    own = f"pathecon._core.{module}."
    body = "\n\n".join(blocks).replace(own, "") + "\n"
    return HEAD + imports(body, module, {name for name, _ in parts}, siblings) + body


def stubs() -> dict[Path, str]:
    """Every stub file and its text."""
    # The package that is installed speaks, not the source beside this file, which has no extension.
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]
    from pathecon import _core

    made = {}
    floors = [name for name, thing in vars(_core).items() if isinstance(thing, ModuleType)]
    made[FOLDER / "__init__.pyi"] = HEAD + "".join(f"from pathecon._core import {name} as {name}\n" for name in sorted(floors)) + "\n__version__: str\n"
    for floor in floors:
        module = getattr(_core, floor)
        names = [(name, thing) for name, thing in vars(module).items() if not name.startswith("_")]
        every = {name for name, _ in names}
        if floor not in PARTS:
            made[FOLDER / f"{floor}.pyi"] = write(floor, names, every)
            continue
        front = []
        for part, last in PARTS[floor].items():
            end = next((i + 1 for i, (name, _) in enumerate(names) if name == last), len(names))
            here, names = names[:end], names[end:]
            made[FOLDER / floor / f"{part}.pyi"] = write(floor, here, every)
            front.append(f"from pathecon._core.{floor}.{part} import *\n")
        made[FOLDER / floor / "__init__.pyi"] = HEAD + "".join(sorted(front))
    return made


def outdated(folder: Path = FOLDER) -> list[str]:
    """The stub files that differ from what the extension says, and those that it says nothing of."""
    wanted = stubs()
    there = set(folder.rglob("*.pyi"))
    wrong = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return sorted(path.name for path in [*wrong, *(there - set(wanted))])


def main() -> int:
    if "--check" in sys.argv:
        wrong = outdated()
        print("\n".join(wrong) if wrong else "The stubs are up to date.")
        return 1 if wrong else 0
    made = stubs()
    for old in FOLDER.rglob("*.pyi"):
        old.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
