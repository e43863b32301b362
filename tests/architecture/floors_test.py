# SPDX-License-Identifier: MIT
"""A folder includes only floors below it; a file keeps to its ceiling and its first lines; nothing is left unlisted."""

from __future__ import annotations

import re
import unittest
from pathlib import Path

import source_tree as tree

CEILING = 400


def none(test: unittest.TestCase, faults: list[str], rule: str = "") -> None:
    """Fails with every fault on a line of its own."""
    if faults:
        test.fail("\n".join([rule, *faults]).strip("\n"))


def faults_of_includes(floor: str, text: str, floors: dict[str, int]) -> list[tuple[int, str]]:
    """(line, reason) for every include that goes sideways or up."""
    faults = []
    for line, other in tree.included_floors(text):
        if other == floor:
            continue
        if other not in floors:
            faults.append((line, f"includes {other}, which is no floor"))
        elif floors[other] >= floors[floor]:
            faults.append((line, f"includes {other} (level {floors[other]}) from {floor} (level {floors[floor]})"))
    return faults


class TheFloors(unittest.TestCase):
    def test_an_include_that_goes_sideways_or_up_is_found(self) -> None:
        floors = {"base": 0, "random": 2, "stats": 2, "des": 3}
        text = "#include <pathecon/base/id.hpp>\n#include <pathecon/stats/a.hpp>\n#include \"pathecon/des/b.hpp\"\n#include <pathecon/pathecon.hpp>\n"
        self.assertEqual([line for line, _ in faults_of_includes("random", text, floors)], [2, 3, 4])

    def test_a_folder_includes_only_floors_below_it(self) -> None:
        floors = tree.floors()
        faults = []
        for path in tree.code():
            floor = tree.floor_of(path)
            if floor is None or path.suffix not in {".hpp", ".cpp"}:
                continue
            self.assertIn(floor, floors, f"{tree.name(path)} lies on no floor of cmake/floors.txt")
            text = path.read_text(encoding="utf-8")
            faults += [f"{tree.name(path)}:{line} {why}" for line, why in faults_of_includes(floor, text, floors)]
        none(self, faults)

    def test_every_floor_has_its_folders(self) -> None:
        for floor in tree.floors():
            for folder in (f"src/{floor}", f"tests/{floor}"):
                self.assertTrue((tree.ROOT / folder / "CMakeLists.txt").is_file(), f"{folder}/CMakeLists.txt is missing")


class EveryFile(unittest.TestCase):
    def test_has_at_most_400_lines(self) -> None:
        long = []
        for path in tree.code():
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > CEILING:
                long.append(f"{tree.name(path)}: {lines} lines")
        none(self, long)

    def test_opens_with_its_licence(self) -> None:
        faults = []
        for path in tree.code():
            text = path.read_text(encoding="utf-8")
            comment = "#" if path.suffix in {".py", ".pyi"} else "//"
            lines = [line for line in text.splitlines() if not line.startswith("#!")]
            if lines and lines[0] != f"{comment} SPDX-License-Identifier: MIT":
                faults.append(tree.name(path))
        none(self, faults, "the first line must be the SPDX line")

    def test_names_no_folder_of_a_machine(self) -> None:
        # Put together here so that this file does not name one itself.
        pattern = re.compile(r"(?<![\w.$}])/(?:" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me", "t" + "mp")) + r")/")
        faults = []
        for path in tree.files():
            if path.suffix not in tree.TEXT:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1):
                if pattern.search(line):
                    faults.append(f"{tree.name(path)}:{number} {line.strip()[:80]}")
        none(self, faults)


class EveryHeader(unittest.TestCase):
    def headers(self) -> list[Path]:
        return [path for path in tree.code() if path.suffix == ".hpp"]

    def test_guards_itself_and_says_what_it_is(self) -> None:
        faults = []
        for path in self.headers():
            top = path.read_text(encoding="utf-8").splitlines()[:60]
            if "#pragma once" not in top:
                faults.append(f"{tree.name(path)}: no #pragma once")
            if "/// \\file" not in [line[:9] for line in top]:
                faults.append(f"{tree.name(path)}: no /// \\file sentence")
        none(self, faults)


class EveryList(unittest.TestCase):
    """What lies in a floor's folder is listed by it: an unlisted test never runs, an unlisted header is never installed."""

    def compare(self, folder: str, listing: str, keyword: str, suffix: str) -> list[str]:
        there = {path.relative_to(tree.ROOT / folder).as_posix() for path in tree.code()
                 if path.suffix == suffix and (tree.ROOT / folder) in path.parents}
        named = set(tree.listed(tree.ROOT / listing, keyword))
        return [f"{folder}/{name} is not in {listing}/CMakeLists.txt" for name in sorted(there - named)] + [
            f"{folder}/{name} is listed but not there" for name in sorted(named - there)]

    def test_is_complete(self) -> None:
        faults = []
        for floor in tree.floors():
            faults += self.compare(f"include/pathecon/{floor}", f"src/{floor}", "HEADERS", ".hpp")
            faults += self.compare(f"src/{floor}", f"src/{floor}", "SOURCES", ".cpp")
            faults += self.compare(f"tests/{floor}", f"tests/{floor}", "SOURCES", ".cpp")
        for folder in ("static", "theory", "published"):
            faults += self.compare(f"tests/{folder}", f"tests/{folder}", "SOURCES", ".cpp")
        none(self, faults)

    def test_the_umbrella_includes_every_public_header(self) -> None:
        umbrella = (tree.ROOT / "include/pathecon/pathecon.hpp").read_text(encoding="utf-8")
        faults = []
        for path in tree.code():
            parts = path.relative_to(tree.ROOT).parts
            if parts[:2] != ("include", "pathecon") or len(parts) != 4 or path.suffix != ".hpp":
                continue  # deeper folders are detail/
            if f"#include <pathecon/{parts[2]}/{parts[3]}>" not in umbrella:
                faults.append(tree.name(path))
        none(self, faults, "not in include/pathecon/pathecon.hpp")


if __name__ == "__main__":
    unittest.main()
