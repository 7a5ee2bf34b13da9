"""Only plain files of bearable size that lie in seeds/ are read; everything else is one line with its place."""

import os
import socket
from pathlib import Path

import pytest

from generator import read
from generator.site import Site

TEXT = "Second Tale\n\nAda Vantongeren went home.\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "seeds/articles").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text(TEXT, encoding="utf-8")
    return Site(tmp_path, tmp_path / "seeds", tmp_path / "docs", (), starter=False)


def found(site: Site) -> tuple[list[str], list[tuple[str, str]]]:
    seeds, problems = read.seeds(site)
    assert all(str(problem).isprintable() and problem.fix for problem in problems)
    return [seed.path for seed in seeds], [(problem.place.path, problem.code) for problem in problems]


def test_a_link_that_leaves_the_seeds_is_not_followed(site: Site):
    (site.seeds / "articles/out.txt").symlink_to(site.root / "outside.txt")
    (site.seeds / "articles/up.txt").symlink_to("../../outside.txt")
    assert found(site) == ([], [(f"seeds/articles/{name}.txt", "link-out") for name in ("out", "up")])


def test_a_link_to_another_seed_is_followed(site: Site):
    (site.seeds / "articles/a.txt").write_text(TEXT, encoding="utf-8")
    (site.seeds / "articles/b.txt").symlink_to("a.txt")
    assert found(site) == (["articles/a.txt", "articles/b.txt"], [])


def test_a_folder_of_articles_elsewhere_is_not_read(site: Site):
    elsewhere = site.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text(TEXT, encoding="utf-8")
    (site.seeds / "articles/more").symlink_to(elsewhere)
    assert found(site) == ([], [("seeds/articles/more/", "linked-folder")])
    (site.seeds / "articles/more").unlink()
    (site.seeds / "articles").rmdir()
    (site.seeds / "articles").symlink_to(elsewhere)
    assert found(site) == ([], [("seeds/articles/", "link-out")])


def test_the_seeds_may_be_a_link_themselves(site: Site):
    (site.seeds / "articles/a.txt").write_text(TEXT, encoding="utf-8")
    site.seeds.rename(site.root / "elsewhere")
    site.seeds.symlink_to("elsewhere")
    assert found(site) == (["articles/a.txt"], [])


@pytest.mark.parametrize("name", ["articles", "articles/a.txt"])
def test_links_in_a_circle_are_one_problem(site: Site, name: str):
    if name == "articles":
        (site.seeds / name).rmdir()
    (site.seeds / name).symlink_to(Path(name).name)
    assert found(site) == (
        [],
        [("seeds/articles/", "unlisted") if name == "articles" else (f"seeds/{name}", "unreadable")],
    )


def test_pipes_sockets_and_folders_are_no_articles(site: Site):
    os.mkfifo(site.seeds / "articles/pipe.txt")
    (site.seeds / "articles/folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(site.seeds / "articles/s.txt"))
        assert found(site) == ([], [("seeds/articles/pipe.txt", "no-file"), ("seeds/articles/s.txt", "no-file")])


@pytest.mark.parametrize("name", ["articles/a.txt", "actors.yml", "outlets.yml", "publications.yml"])
def test_a_file_of_200_megabytes_is_refused_before_it_is_read(site: Site, name: str):
    with (site.seeds / name).open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a hole: no disk is filled
    if name.endswith(".yml"):
        _, problems = read.glossary(site)
        assert [(problem.place.path, problem.code) for problem in problems] == [(f"seeds/{name}", "large")]
    else:
        assert found(site) == ([], [(f"seeds/{name}", "large")])


@pytest.mark.parametrize("name", ["actors.yml", "outlets.yml", "publications.yml"])
def test_a_glossary_elsewhere_is_not_read(site: Site, name: str):
    (site.root / "secret.yml").write_text("secret: {password: x}\n", encoding="utf-8")
    (site.seeds / name).symlink_to(site.root / "secret.yml")
    _, problems = read.glossary(site)
    assert [(problem.place.path, problem.code) for problem in problems] == [(f"seeds/{name}", "link-out")]
    assert "secret" not in str(problems[0])


def test_a_name_that_is_no_utf_8_is_one_printable_line(site: Site):
    path = os.fsencode(site.seeds / "articles") + b"/\xff.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - only the system's own call takes a name of bytes
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("this disk knows no such names")
    assert found(site) == ([], [("seeds/articles/\\xff.txt", "file-name")])


DROPPINGS = ".DS_Store ._a.txt .gitkeep .a.txt.swp .~lock.a.txt# ~$a.docx a.txt~ #a.txt# Thumbs.db desktop.ini .nfs0001"
FOLDERS = ".git .obsidian .idea .vscode .Trash-1000 .stfolder .stversions .sync"


def test_what_programs_leave_beside_articles_is_passed_over(site: Site):
    for name in FOLDERS.split():
        (site.seeds / "articles" / name).mkdir()
        (site.seeds / "articles" / name / "b.txt").write_text(TEXT, encoding="utf-8")
    for name in DROPPINGS.split():
        (site.seeds / "articles" / name).write_text(TEXT, encoding="utf-8")
    assert found(site) == ([], [])


def test_what_else_is_hidden_is_named(site: Site):
    (site.seeds / "articles/.drafts").mkdir()
    for name in (".a.txt", ".drafts/b.txt"):
        (site.seeds / "articles" / name).write_text(TEXT, encoding="utf-8")
    _, problems = read.seeds(site)
    assert sorted(map(str, problems)) == [
        f"seeds/articles/{name}: warning: it is not read, its name begins with a dot; "
        "take the dot away, or move it out of seeds/articles [hidden]"
        for name in (".a.txt", ".drafts/")
    ]


def test_a_link_to_a_folder_of_the_seeds_is_named(site: Site):
    (site.seeds / "articles/a").mkdir()
    (site.seeds / "articles/a/a.txt").write_text(TEXT, encoding="utf-8")
    (site.seeds / "articles/b").symlink_to("a")
    (site.seeds / "articles/c").symlink_to("nowhere")
    broken = [(f"seeds/articles/{name}/", "linked-folder") for name in "bc"]
    paths, said = found(site)
    assert (paths, sorted(said)) == (["articles/a/a.txt"], broken)


def test_a_glossary_that_cannot_be_looked_for_is_told(site: Site):
    folder = Path(f"{site.seeds}/{'x' * 300}")
    _, problems = read.glossary(Site(site.root, folder, site.docs, (), starter=False))
    assert {problem.code for problem in problems} == {"unreadable"}
    assert {problem.fix for problem in problems} == {"give it, or a folder that it lies in, a shorter name"}
