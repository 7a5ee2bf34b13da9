"""A new site builds at once, and nothing that stands in its folder is disturbed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from generator import check, site, start
from tests import builds

ROOT = Path(__file__).parent.parent


class _Loader(yaml.SafeLoader):
    """Reads a tag that MkDocs acts on as its value."""


_Loader.add_multi_constructor("", lambda loader, _suffix, node: str(loader.construct_sequence(node)))


def settings(path: Path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_site_is_built_and_has_nothing_to_report(tmp_path: Path):
    assert start.new(tmp_path / "new") == ()
    found = site.load(tmp_path / "new/mkdocs.yml")
    assert builds.report(found).written == ()
    assert check.problems(found) == ()


def test_its_settings_are_those_of_this_repository_but_for_its_words(tmp_path: Path):
    start.new(tmp_path / "new")
    new, ours = settings(tmp_path / "new/mkdocs.yml"), settings(ROOT / "mkdocs.yml")
    del ours["theme"]["custom_dir"]  # the plugin puts the package's in its place
    for words in ("site_name", "site_description"):
        del new[words], ours[words]
    assert new == ours


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("harbour-papers", "harbour papers"),
        ("no", "Site no"),
        ("2010", "Site 2010"),
        ("a: b #c", "a b c"),
        ("'", "My articles"),
    ],
)
def test_the_site_is_called_like_its_folder(tmp_path: Path, folder: str, name: str):
    start.new(tmp_path / folder)
    assert settings(tmp_path / folder / "mkdocs.yml")["site_name"] == name


@pytest.mark.parametrize("taken", ["mkdocs.yml", "seeds", "notes.txt", ".gitignore"])
def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, taken: str):
    (tmp_path / taken).write_text("mine\n", encoding="utf-8")
    problems = start.new(tmp_path)
    assert [(problem.code, problem.place.path) for problem in problems] == [("not-empty", f"{tmp_path}/{taken}")]
    assert files(tmp_path) == {taken: b"mine\n"}


def test_a_fresh_repository_counts_as_empty(tmp_path: Path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("mine\n", encoding="utf-8")
    assert start.new(tmp_path) == ()
    assert (tmp_path / "LICENSE").read_text(encoding="utf-8") == "mine\n"


def test_a_folder_that_cannot_be_made_is_one_problem(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert [problem.code for problem in start.new(tmp_path / "file" / "new")] == ["disk"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_templates_starter_glossary_and_the_new_site(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("templates", "generator/templates"), ("generator", "generator")):
        there = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        assert {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in there} <= names
    assert any(name.startswith("generator/starter/") and name.endswith(".yml") for name in names)


def test_the_wheel_makes_and_builds_a_site_elsewhere(wheel: Path, tmp_path: Path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    python = tmp_path / "venv/bin/python"
    home = next((tmp_path / "venv/lib").glob("python*/site-packages"))
    options = ["--no-deps", "--no-index", "--quiet", "--target", str(home)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    # What the package stands on comes from here; the package itself from the wheel, for it is found first.
    here = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    (home / "here.pth").write_text(f"{here}\n", encoding="utf-8")
    environment = {"PATH": f"{python.parent}:/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "PYTHONSAFEPATH": "1"}
    where = [python, "-c", "import generator; print(generator.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
    assert found.stdout.startswith(str(home))
    subprocess.run([python, "-m", "generator", "init", "new"], cwd=tmp_path, env=environment, check=True)
    built = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path / "new",
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    article = (tmp_path / "new/site/articles/the-quay-that-two-towns-share/index.html").read_text(encoding="utf-8")
    assert "citation_journal_title" in article  # the theme's overrides came with the wheel
    assert (tmp_path / "new/site/actors/ada-vantongeren/index.html").is_file()
