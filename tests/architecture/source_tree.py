# SPDX-License-Identifier: MIT
"""The files of the project and its floors, as the architecture tests see them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = {".hpp", ".cpp", ".py", ".pyi"}
MADE = {".git", ".venv", "build", "out", "dist", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".cache"}
TEXT = CODE | {".md", ".toml", ".txt", ".cmake", ".json", ".csv", ".yml", ".yaml", ".cff", ".sh", ".in", ""}


def found_below(folder: Path) -> list[Path]:
    """The files below a folder, without what version control keeps or a build makes."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in MADE]
        found += [Path(here, name) for name in names]
    return found


def files() -> list[Path]:
    """Every file of the project: what git knows or would take, or in an unpacked archive what is not made by a build."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        return sorted(found_below(ROOT))
    return sorted(ROOT / name for name in listed if name and (ROOT / name).is_file())


def code() -> list[Path]:
    return [path for path in files() if path.suffix in CODE]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def floors() -> dict[str, int]:
    """Level by floor name, from the one table there is."""
    rows = (ROOT / "cmake" / "floors.txt").read_text(encoding="utf-8").splitlines()
    return {row.split()[1]: int(row.split()[0]) for row in rows if row[:1].isdigit()}


def floor_of(path: Path) -> str | None:
    """The floor a C++ file belongs to, if it belongs to one."""
    parts = path.relative_to(ROOT).parts
    if parts[:2] == ("include", "pathecon") and len(parts) > 3:
        return parts[2]
    if parts[0] in {"src", "tests"} and len(parts) > 2 and parts[1] in floors():
        return parts[1]
    return None


def included_floors(text: str) -> list[tuple[int, str]]:
    """(line, floor) for every include of one of our headers."""
    pattern = re.compile(r'^\s*#\s*include\s*[<"]pathecon/([^/>"]+)(/?)')
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := pattern.match(line):
            found.append((number, match[1] if match[2] else "the umbrella"))
    return found


def listed(folder: Path, keyword: str) -> list[str]:
    """The names after `keyword` in the CMakeLists.txt of a folder."""
    text = re.sub(r"#.*", "", (folder / "CMakeLists.txt").read_text(encoding="utf-8"))
    found: list[str] = []
    for call in re.findall(r"pathecon_(?:floor|test)\(([^)]*)\)", text):
        current = ""
        for word in call.split()[1:]:
            if word in {"HEADERS", "SOURCES", "LINKS", "UP_TO"}:
                current = word
            elif current == keyword:
                found.append(word)
    return found
