# SPDX-License-Identifier: MIT
"""What the README and the tutorials say is what the examples do, and all of it runs."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pathecon as pe
import pytest

ROOT = Path(__file__).resolve().parents[2]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def files(page: str) -> dict[str, str]:
    """The files that a page shows: blocks with a line above that holds nothing but the name."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return dict(re.findall(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL))


def write_files(page: str, folder: Path) -> dict[str, str]:
    shown = files(page)
    for name, text in shown.items():
        (folder / name).write_text(text, encoding="utf-8")
    return shown


def without_licence(path: Path) -> str:
    first, rest = path.read_text(encoding="utf-8").split("\n", 1)
    assert "SPDX" in first
    return rest.strip("\n")


@pytest.mark.parametrize(("language", "example"), [("python", "quickstart.py"), ("cpp", "quickstart.cpp")])
def test_the_readme_holds_the_quickstart_word_for_word(language: str, example: str) -> None:
    (block,) = blocks("README.md", language)
    assert block.strip("\n") == without_licence(ROOT / "examples" / example)


def test_the_quickstart_runs(capsys: pytest.CaptureFixture[str]) -> None:
    names = runpy.run_path(str(ROOT / "examples" / "quickstart.py"))
    said = capsys.readouterr().out
    assert "net present value in cash: £" in said and "adjustments/Triage" in said
    result = names["result"]
    assert isinstance(result, pe.Appraisal) and result.npv("with AI").over == "draws"


def test_the_tutorial_of_a_pathway_runs(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    for block in blocks("docs/tutorials/first_pathway.md", "python"):
        exec(compile(block, "first_pathway.md", "exec"), names)  # noqa: S102
    said = capsys.readouterr().out
    assert "did you mean 'uses'?" in said and "25 what?" in said
    loads = names["clinic"].loads().set_index("name")["load"]
    assert round(100 * loads["consultant"]) == 83, "the tutorial says 83 %"
    result = names["result"]
    assert result.by_kind("notes")["cash"].mean == 0, "the tutorial says that no budget falls"
    with_line = pe.appraise(names["with_line"], names["prices"])
    assert with_line.by_kind("notes")["cash"].mean > 0


def test_the_tutorial_of_a_business_case_holds_a_valid_file() -> None:
    (text,) = blocks("docs/tutorials/first_business_case.md", "toml")
    scenario = pe.parse_scenario(text, "clinic.toml")
    assert [arm.name for arm in scenario.study.arms] == ["usual care", "notes"] and not scenario.warnings
    run = pe.run(scenario.study.replace(draws=4, replications=1))
    assert "notes" in pe.report.decision(scenario, run, pe.appraise(run, scenario.tariff, scenario.terms))


THEMES = sorted(page.name for page in (ROOT / "docs/how-to").glob("*.md")
                if page.stem not in {"write-a-scenario", "read-the-results", "add-an-effect-in-cpp", "link-from-cmake"})


def test_there_is_a_page_for_every_theme() -> None:
    assert len(THEMES) >= 14 and sum(len(blocks(f"docs/how-to/{page}", "toml")) for page in THEMES) >= 14


@pytest.mark.parametrize("page", THEMES)
def test_every_page_on_a_theme_holds_a_case_that_runs(page: str, tmp_path: Path) -> None:
    shown = write_files(f"docs/how-to/{page}", tmp_path)
    for text in blocks(f"docs/how-to/{page}", "toml"):
        if text in shown.values():
            continue
        case = f'schema = 1\ntitle = "{page}"\nname = "{page}"\n{text}\n[[arm]]\nname = "usual care"\n'
        study = pe.parse_scenario(case, page, tmp_path).study
        period = {} if study.period is None else {"period": "7 d"}
        assert pe.run(study.replace(horizon="14 d", follow_up="7 d", replications=1, **period)).visits()["visits"].sum() > 0


@pytest.mark.parametrize("page", THEMES)
def test_the_python_lines_of_every_page_on_a_theme_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(f"docs/how-to/{page}", tmp_path)
    monkeypatch.chdir(tmp_path)
    (block,) = blocks(f"docs/how-to/{page}", "python")
    exec(compile(block, page, "exec"), {})  # noqa: S102


def test_the_file_of_a_hospital_runs_alone(tmp_path: Path) -> None:
    write_files("docs/how-to/join-sites.md", tmp_path)
    for name in ("north.toml", "south.toml"):
        assert not pe.load_scenario(tmp_path / name).warnings


def test_every_page_is_on_the_map() -> None:
    text = (ROOT / "docs/map.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs/how-to").glob("*.md"):
        assert f"(how-to/{page.name})" in text, page.name


def test_the_examples_of_the_library_are_there() -> None:
    scenario = pe.examples.lung_cancer()
    assert len(scenario.study.arms) >= 10 and len(scenario.tools) >= 4
    assert "film" in scenario.pathway.activity
    assert pe.examples.chest_xray().check() is not None


def test_every_name_of_the_reference_is_there() -> None:
    text = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    for name in set(re.findall(r"\bpe\.(\w+)", text)):
        assert hasattr(pe, name), name
    for verb in blocks_of_verbs(text):
        assert hasattr(pe.effect, verb), verb


def blocks_of_verbs(text: str) -> list[str]:
    found = re.search(r"a class for each verb: `([^`]+)`", text)
    assert found is not None
    return [verb.strip() for verb in found[1].split(",")]
