"""The glossary stands in one file for each kind, or in several in the folder that is called like it."""

from pathlib import Path

import pytest

from generator import read
from generator.site import Site

ADA = "ada-vantongeren: {name: Ada Vantongeren, type: person}\n"
ILMAR = "ilmar-tarvainen: {name: Ilmar Tarvainen, type: person}\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "seeds/actors").mkdir(parents=True)
    (tmp_path / "seeds/actors.yml").write_text(ADA, encoding="utf-8")
    return Site(tmp_path, tmp_path / "seeds", tmp_path / "docs", (), starter=False)


def said(site: Site) -> tuple[dict[str, str], list[tuple[str, str]]]:
    glossary, problems = read.glossary(site)
    names = {identifier: actor.place.path for identifier, actor in glossary.actors.items()}
    return names, [(problem.place.path, problem.code) for problem in problems]


def test_files_in_the_folder_are_read_beside_the_file(site: Site):
    (site.seeds / "actors/ilmar.yml").write_text(ILMAR, encoding="utf-8")
    (site.seeds / "actors/notes.txt").write_text("not an entry", encoding="utf-8")
    places = {"ada-vantongeren": "seeds/actors.yml", "ilmar-tarvainen": "seeds/actors/ilmar.yml"}
    assert said(site) == (places, [])


def test_the_folder_alone_will_do(site: Site):
    (site.seeds / "actors.yml").rename(site.seeds / "actors/ada.yml")
    assert said(site) == ({"ada-vantongeren": "seeds/actors/ada.yml"}, [])


def test_an_entry_that_stands_in_two_files_is_told_and_the_first_is_read(site: Site):
    (site.seeds / "actors/ada.yml").write_text(ADA.replace("person", "place"), encoding="utf-8")
    assert said(site) == ({"ada-vantongeren": "seeds/actors.yml"}, [("seeds/actors/ada.yml", "key-doubled")])


def test_a_mistake_in_one_file_is_told_with_its_name(site: Site):
    (site.seeds / "actors/ilmar.yml").write_text("ilmar-tarvainen: {kind: person}\n", encoding="utf-8")
    names, problems = said(site)
    assert list(names) == ["ada-vantongeren"]
    assert problems == [("seeds/actors/ilmar.yml", "form")]


def test_a_folder_that_lies_elsewhere_is_not_read(site: Site, tmp_path: Path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/ilmar.yml").write_text(ILMAR, encoding="utf-8")
    (site.seeds / "actors").rmdir()
    (site.seeds / "actors").symlink_to(tmp_path / "outside")
    assert said(site) == ({"ada-vantongeren": "seeds/actors.yml"}, [("seeds/actors/", "link-out")])
