"""An ASCII locale breaks nothing: names, texts and addresses are UTF-8, and what cannot be shown is escaped."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ASCII = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "NO_MKDOCS_2_WARNING": "1"}
ARTICLES = {
    "гавань-😀": "Гавань и море\n\nYesterday Foreign Minister Oskar Brandvöld met Илья 😀 in 北京 (, December 6).\n",
    "港": "港湾と海\n\n港湾 Ada Vantongeren went home.\n",
}
ACTOR = "гавань-совет:\n  name: Гавань Совет\n  type: organization\n"
PAGES = ("гавань-и-море", "港湾と海")


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], **ASCII, **variables}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    done = run(tmp_path, "generator", "init", "港")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"Made \\u6e2f. Next: cd \\u6e2f && mkdocs serve\n"
    folder = tmp_path / "港"
    for name, text in ARTICLES.items():
        (folder / f"seeds/articles/{name}.txt").write_text(text, encoding="utf-8")
    with (folder / "seeds/actors.yml").open("a", encoding="utf-8") as actors:
        actors.write(ACTOR)
    return folder


def test_every_command_ends_well_and_prints_what_the_terminal_has(site: Path):
    for arguments in ("build", "check", "annotate", "annotate seeds/articles/港.txt", "suggest", "suggest --write"):
        done = run(site, "generator", *arguments.split())
        assert done.returncode == 0, done.stderr
        if not arguments.startswith("annotate"):
            assert (done.stdout + done.stderr).isascii()
    assert "brandvold:" in (site / "seeds/actors.yml").read_text(encoding="utf-8")
    assert all((site / f"docs/articles/{name}.md").is_file() for name in PAGES)


def test_what_programs_read_is_utf_8(site: Path):
    lines = run(site, "generator", "annotate").stdout.decode("utf-8").splitlines()
    assert {json.loads(line)["title"] for line in lines} >= {"Гавань и море", "港湾と海"}
    assert f"articles/{PAGES[0]}.md" in json.loads(run(site, "generator", "build", "--json").stdout)["written"]


def test_a_terminal_of_latin_letters_gets_those(site: Path):
    said = run(site, "generator", "suggest", PYTHONIOENCODING="latin-1").stdout
    assert "Oskar Brandvöld".encode("latin-1") in said
    assert rb"\u0433\u0430\u0432\u0430\u043d\u044c-\U0001f600.txt" in said


def test_mkdocs_builds_the_site(site: Path):
    done = run(site, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert all((site / f"site/articles/{name}/index.html").is_file() for name in PAGES)
    assert rb"INFO    -  seeds/articles/\u0433\u0430\u0432\u0430\u043d\u044c-\U0001f600.txt:3:" in done.stderr
    assert done.stderr.count(b"Building documentation") == 1


@pytest.mark.parametrize("variables", [{"PYTHONUTF8": "1"}, {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}])
def test_where_names_are_utf_8_already_nothing_begins_again(variables: dict[str, str]):
    code = "from generator import utf8; print('begun'); utf8.ensure(); print('not again')"
    done = subprocess.run([sys.executable, "-c", code], env={**ASCII, **variables}, check=True, capture_output=True)
    assert done.stdout == b"begun\nnot again\n"
