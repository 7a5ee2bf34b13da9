"""Settings that could make text into markup or run code are reported with their place, and never run."""

import os
from pathlib import Path

import pytest
from markdown import Markdown

from generator import check, escape, settings, start
from generator import site as sites
from tests import nasty
from tests.visible import seen

ROOT = Path(__file__).parent.parent


def said(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in settings.problems(file)]


def test_the_settings_of_this_site_and_of_a_new_one_are_sound(tmp_path: Path):
    start.new(tmp_path / "new")
    for file in (ROOT / "mkdocs.yml", tmp_path / "new/mkdocs.yml"):
        assert list(settings.problems(file)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: x\nmarkdown_extensions:\n  - toc\n  - pymdownx.snippets\n", "4:5"),
        ("markdown_extensions:\n  - pymdownx.arithmatex: {generic: true}\n", "2:5"),
        ("markdown_extensions: {smarty: {}, toc: {}}\n", "1:23"),
        ("markdown_extensions: [markdown.extensions.nl2br]\n", "1:23"),
        ("hooks: [evil.py]\n", "1:1"),
        ("INHERIT: ../base.yml\n", "1:1"),
        ("theme:\n  icon: !!python/name:os.system\n", "2:9"),
        ("extra: [{deep: !!python/object/apply:os.system [id]}]\n", "1:16"),
    ],
)
def test_what_was_never_tried_or_runs_code_is_an_error_with_advice(tmp_path: Path, text: str, place: str):
    (problem,) = said(tmp_path, text)
    assert problem.startswith(f"mkdocs.yml:{place}: error: ")
    assert "; " in problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site_name: x\nsite_url: !ENV [SITE_URL, x]\n",
        "markdown_extensions:\n",
        "markdown_extensions: [markdown.extensions.toc]",
    ],
)
def test_what_is_sound_is_not_reported(tmp_path: Path, text: str):
    assert said(tmp_path, text) == []


def test_reading_the_settings_runs_nothing(tmp_path: Path):
    start.new(tmp_path / "new")
    file = tmp_path / "new/mkdocs.yml"
    mark = tmp_path / "ran"
    attack = f"extra:\n  a: !!python/object/apply:os.mkdir ['{mark}']\n  b: !!python/name:os.system\n  c: !ENV HOME\n"
    file.write_text(file.read_text(encoding="utf-8") + attack, encoding="utf-8")
    found = check.problems(sites.load(file))
    assert [problem.code for problem in found] == ["setting", "setting"]
    assert not mark.exists()
    assert os.environ["HOME"] not in "".join(path.read_text(encoding="utf-8") for path in file.parent.rglob("*.md"))


def test_aliases_that_lead_everywhere_are_looked_at_once(tmp_path: Path):
    rows = [f"x{at}: &x{at} [{', '.join([f'*x{at - 1}'] * 9) if at else 'x'}]" for at in range(40)]
    assert said(tmp_path, "\n".join(rows)) == []


def test_nasty_strings_stay_text_with_every_extension_that_may_be_used():
    names = [name for name in sorted(settings.TESTED) if not name.startswith("material.")]
    for text in nasty.STRINGS:
        html = Markdown(extensions=names).convert(f"{escape.markdown(text)}\n{{ #p1 }}")
        found = seen(html)
        if escape.visible(text):
            assert found.elements == [("p", ("id",))], text
            assert " ".join("".join(found.text).split()) == " ".join(escape.visible(text).split()), text


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://papers.example", "https://papers.example/"),
        ("https://papers.example/a/", "https://papers.example/a/"),
        ("!ENV [SITE_URL, 'https://papers.example/']", "https://papers.example/"),
        ("!ENV [SITE_URL, 'http://127.0.0.1:8000/']", ""),
        ("!ENV SITE_URL", ""),
        ("http://localhost:8000/", ""),
        ("'http://[broken'", ""),
        ("''", ""),
        ("[a, b]", ""),
    ],
)
def test_the_address_is_what_mkdocs_yml_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, address: str
):
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Papers\nsite_url: {setting}\n", encoding="utf-8")
    assert sites.load(tmp_path / "mkdocs.yml").url == address
