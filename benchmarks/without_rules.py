#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the event loop without rules with one from whose text the rules were cut out: what is not used must cost nothing.

    python benchmarks/without_rules.py [--build DIR]

Needs valgrind and a build with compile_commands.json. Copies the headers, cuts every `if constexpr (ruled)` and `(periodic)` out of the loop's,
compiles the hospital benchmark with each, counts the instructions of both by callgrind, and fails if they differ by more than 1 %.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from instructions import WORKLOADS, count

ROOT = Path(__file__).resolve().parent.parent
ASKED = re.compile(r"if constexpr \((!?)(?:ruled|periodic)\)")
ALLOWED = 0.01


def closing(text: str, at: int) -> int:
    """Gives the place behind the bracket that closes the one at `at`."""
    pairs = {"(": ")", "{": "}"}
    depth = 0
    for place in range(at, len(text)):
        depth += {text[at]: 1, pairs[text[at]]: -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    raise ValueError("a bracket is not closed")


def skip(text: str, at: int) -> int:
    """Gives the place of the next text that is neither white space, nor a comment, nor an attribute."""
    return at + len(re.match(r"(?:\s+|//[^\n]*\n|\[\[\w+\]\])*", text[at:]).group())


def statement(text: str, at: int) -> int:
    """Gives the place behind the statement at `at`."""
    if text[at] == "{":
        return closing(text, at)
    if head := re.match(r"(?:if constexpr|if|for|while|switch) ?\(", text[at:]):
        end = statement(text, skip(text, closing(text, at + head.end() - 1)))
        behind = skip(text, end)
        return statement(text, skip(text, behind + 4)) if re.match(r"else\b", text[behind:]) else end
    while text[at] != ";":
        at = closing(text, at) if text[at] in "({" else at + 1
    return at + 1


def without_rules(text: str) -> str:
    """Cuts out what only a loop with rules has."""
    while asked := ASKED.search(text):
        first = skip(text, asked.end())
        end = statement(text, first)
        behind = skip(text, end)
        other = ""
        if re.match(r"else\b", text[behind:]):
            start = skip(text, behind + 4)
            end_of_other = statement(text, start)
            other, last = text[start:end_of_other], end_of_other
        else:
            last = end
        text = text[: asked.start()] + ((text[first:end] if asked.group(1) else other) or ";") + text[last:]
    return text


def compiled(command: list[str], headers: Path, library: Path, out: Path) -> Path:
    """Compiles the benchmark with these headers in place of the tree's."""
    own = str(ROOT / "include")
    command = [word.replace(own, str(headers)) for word in command]
    made = out / "program"
    keep = [word for place, word in enumerate(command) if word not in ("-c", "-o") and command[place - 1] != "-o"]
    subprocess.run([*keep, "-w", "-o", str(made), str(library), "-lfmt", "-pthread"], check=True)
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "release")
    build = parser.parse_args().build.resolve()
    listed = build / "compile_commands.json"
    if shutil.which("valgrind") is None or not listed.exists():
        print(f"this needs valgrind, and {listed}", file=sys.stderr)
        return 2
    source = ROOT / "benchmarks" / "hospital" / "pathecon.cpp"
    command = next(shlex.split(entry["command"]) for entry in json.loads(listed.read_text()) if Path(entry["file"]) == source)
    counted = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("as it is", "rules cut out"):
            place = Path(folder) / name.replace(" ", "_")
            shutil.copytree(ROOT / "include", place / "include")
            if name == "rules cut out":
                for header in sorted((place / "include" / "pathecon" / "sim").rglob("*.hpp")):
                    header.write_text(without_rules(header.read_text()))
            program = compiled(command, place / "include", next(build.rglob("libpathecon.a")), place)
            counted[name] = count(program, WORKLOADS["hospital, event loop"][1])["loop"]
            print(f"{name:14} {counted[name]:9.1f} instructions of the loop a patient")
    more = counted["as it is"] / counted["rules cut out"] - 1
    print(f"the rules that are not used cost {100 * more:+.2f} %; {100 * ALLOWED:.0f} % is allowed")
    return 0 if abs(more) <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
