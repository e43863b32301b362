# SPDX-License-Identifier: MIT
"""The README's quickstarts are the programs the tests run, to the letter."""

from __future__ import annotations

import re
import unittest

import source_tree as tree


def blocks(text: str, language: str) -> list[str]:
    """The fenced code blocks of one language."""
    return re.findall(rf"^```{re.escape(language)}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


class TheReadme(unittest.TestCase):
    def test_shows_the_quickstarts_verbatim(self) -> None:
        readme = (tree.ROOT / "README.md").read_text(encoding="utf-8")
        for language, program in (("python", "examples/quickstart.py"), ("cpp", "examples/quickstart.cpp")):
            with self.subTest(language):
                text = (tree.ROOT / program).read_text(encoding="utf-8")
                body = re.sub(r"\A(?:#|//) SPDX-License-Identifier: MIT\n", "", text).strip()
                shown = [block.strip() for block in blocks(readme, language)]
                self.assertIn(body, shown, f"no ```{language} block of README.md is {program}")

    def test_names_the_two_commands(self) -> None:
        readme = (tree.ROOT / "README.md").read_text(encoding="utf-8")
        self.assertIn("./run demo", readme)
        self.assertIn("./run test", readme)


if __name__ == "__main__":
    unittest.main()
