"""What cannot be read removes nothing: a folder that is shut, gone, too deep or elsewhere is told, and pages stay."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator import check, read, start, workers
from generator import site as sites
from generator.build import Report
from generator.site import Site
from tests import builds

NOBODY = 65534
TEXT = "Tale {}\n\nAda Vantongeren went home, the harbour said (Polar Post, February {}).\n"


@pytest.fixture
def site() -> Iterator[Site]:
    """Give a site that has been built, with articles in two folders; even one who is not root reaches it."""
    root = Path(tempfile.mkdtemp())
    assert start.new(root / "new") == ()
    shutil.copytree(sites.packaged_templates(), root / "templates")
    found = replace(sites.load(root / "new/mkdocs.yml"), starter=False, templates=(root / "templates",))
    for at in range(1, 5):
        path = found.seeds / f"articles/{'shut' if at < 3 else 'open'}/{at}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT.format(at, at), encoding="utf-8")
    assert builds.report(found).problems == ()
    yield found
    for folder in (found.seeds, found.seeds / "articles", found.seeds / "articles/shut"):
        if folder.exists():
            folder.chmod(0o755)
    shutil.rmtree(root)


@contextmanager
def stopped_by_permissions(root: Path) -> Iterator[None]:
    """Be one whom permissions stop: root reads what nobody may."""
    if os.geteuid():
        yield
        return
    for folder, _, names in os.walk(root):
        for path in (folder, *(os.path.join(folder, name) for name in names)):  # noqa: PTH118 - as os.walk gives them
            os.chown(path, NOBODY, NOBODY)
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


def pages(site: Site) -> dict[str, bytes]:
    return {
        path.relative_to(site.docs).as_posix(): path.read_bytes() for path in site.docs.rglob("*") if path.is_file()
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before | after if before.get(path) != after.get(path)}


def errors(report: Report) -> list[tuple[str, str]]:
    return [(problem.place.path, problem.code) for problem in report.problems if problem.severity == "error"]


@pytest.mark.parametrize("name", ["articles/shut", "articles", "."])
def test_a_folder_that_must_not_be_read_keeps_its_pages(site: Site, name: str):
    before = pages(site)
    with stopped_by_permissions(site.root.parent):
        (site.seeds / name).chmod(0)
        with workers.pool(site) as executor:
            report = builds.report(site, executor=executor)
    assert report.failed
    assert report.removed == ()
    assert report.written == ()
    assert changed(before, pages(site)) == set()
    place = {"articles/shut": "seeds/articles/shut/"}.get(name, "seeds/articles/")
    assert (place, "unlisted") in errors(report)
    assert all(str(problem).isprintable() and problem.fix for problem in report.problems)


GONE: dict[str, Callable[[Site], object]] = {
    "the articles": lambda site: shutil.rmtree(site.seeds / "articles"),
    "the seeds": lambda site: shutil.rmtree(site.seeds),
    "the articles, a file in their place": lambda site: (
        shutil.rmtree(site.seeds / "articles"),
        (site.seeds / "articles").write_text("", encoding="utf-8"),
    ),
    "the articles, a link to itself in their place": lambda site: (
        shutil.rmtree(site.seeds / "articles"),
        (site.seeds / "articles").symlink_to("articles"),
    ),
}


@pytest.mark.parametrize("take_away", GONE.values(), ids=GONE)
def test_where_the_articles_are_gone_every_page_stays(site: Site, take_away: Callable[[Site], object]):
    before = pages(site)
    take_away(site)
    report = builds.report(site)
    assert errors(report) == [("seeds/articles/", "unlisted")]
    assert (report.written, report.removed) == ((), ())
    assert pages(site) == before
    assert {problem.code for problem in check.problems(site)} >= {"unlisted"}


def test_a_site_without_a_folder_for_articles_says_what_to_do_and_writes_nothing(tmp_path: Path):
    new = Site(tmp_path, tmp_path / "seeds", tmp_path / "docs", (sites.packaged_templates(),))
    report = builds.report(new)
    (said,) = map(str, report.problems)
    assert said == (
        "seeds/articles/: error: there is no such folder, no page is removed that an article in it may have made; "
        "make it and put an article into it [unlisted]"
    )
    assert pages(new) == {}


def test_an_empty_folder_of_articles_removes_their_pages(site: Site):
    shutil.rmtree(site.seeds / "articles")
    (site.seeds / "articles").mkdir()
    report = builds.report(site)
    assert report.problems == ()
    assert {f"articles/tale-{at}.md" for at in range(1, 5)} <= set(report.removed)


def test_beside_a_folder_that_cannot_be_read_articles_come_change_and_go(site: Site):
    before = pages(site)
    shutil.move(site.seeds / "articles/shut", site.root / "elsewhere")
    (site.seeds / "articles/shut").symlink_to(site.root / "elsewhere")
    (site.seeds / "articles/open/3.txt").unlink()
    (site.seeds / "articles/open/4.txt").write_text(TEXT.format(4, 14), encoding="utf-8")
    (site.seeds / "articles/open/5.txt").write_text(TEXT.format(5, 5), encoding="utf-8")
    report = builds.report(site)
    assert errors(report) == [("seeds/articles/shut/", "linked-folder")]
    assert report.removed == ("articles/tale-3.md",)
    assert {"articles/tale-4.md", "articles/tale-5.md"} <= set(report.written)
    # What several articles share stays as it is: it would lose what the articles that cannot be read say.
    own = {f"articles/{name}.md" for name in ("tale-3", "tale-4", "tale-5")}
    assert changed(before, pages(site)) == own
    (site.seeds / "articles/shut").unlink()
    shutil.move(site.root / "elsewhere", site.seeds / "articles/shut")
    assert builds.report(site).problems == ()


def test_a_folder_too_deep_for_the_system_is_one_problem(site: Site):
    here = os.open(site.seeds / "articles/shut", os.O_RDONLY)
    for _ in range(20):
        os.mkdir("x" * 250, dir_fd=here)
        inner = os.open("x" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    before = pages(site)
    with workers.pool(site) as executor:
        report = builds.report(site, executor=executor)
    (said,) = report.problems
    assert said.place.path.startswith("seeds/articles/shut/xxx")
    assert said.what == "the folder cannot be listed: File name too long"
    assert said.fix == "give it, or a folder that it lies in, a shorter name"
    assert (report.written, report.removed, pages(site)) == ((), (), before)


def test_a_file_too_deep_for_the_system_is_one_problem(site: Site):
    folder = site.seeds / "articles"
    while len(os.fsencode(folder)) < 3900:
        folder /= "x" * min(200, 4000 - len(os.fsencode(folder)))
    folder.mkdir(parents=True)
    opened = os.open(folder, os.O_RDONLY)
    os.close(os.open("y" * 240 + ".txt", os.O_WRONLY | os.O_CREAT, dir_fd=opened))
    os.close(opened)
    (said,) = builds.report(site).problems
    assert said.place.path.endswith("y.txt")
    assert (said.what, said.fix) == (
        "it cannot be read: File name too long",
        "give it, or a folder that it lies in, a shorter name",
    )


@pytest.mark.parametrize("name", ["seeds", "docs"])
def test_a_folder_of_the_site_behind_a_link_that_leads_out_is_not_followed(site: Site, name: str):
    outside = site.root.parent / "outside"
    shutil.move(site.root / name, outside)
    (site.root / name).symlink_to(outside)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    (site.root / "seeds/articles/open/5.txt").write_text(TEXT.format(5, 5), encoding="utf-8")
    if name == "seeds":
        before[outside / "articles/open/5.txt"] = (outside / "articles/open/5.txt").read_bytes()
    kept = pages(site)
    report = builds.report(site)
    assert errors(report) == [(f"{name}/", "link-out")]
    assert (report.written, report.removed) == ((), ())
    assert (pages(site), {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}) == (kept, before)
    assert [problem.place.path for problem in check.problems(site) if problem.code == "link-out"] == [f"{name}/"]


@pytest.mark.parametrize("name", ["seeds", "docs"])
def test_a_link_within_the_site_is_followed(site: Site, name: str):
    shutil.move(site.root / name, site.root / "inside")
    (site.root / name).symlink_to("inside")
    (site.root / "seeds/articles/open/5.txt").write_text(TEXT.format(5, 5), encoding="utf-8")
    report = builds.report(site)
    assert report.problems == ()
    assert "articles/tale-5.md" in report.written


def test_the_whole_site_may_lie_behind_a_link(site: Site):
    (site.root.parent / "link").symlink_to(site.root)
    linked = sites.load(site.root.parent / "link/mkdocs.yml")
    (site.seeds / "articles/open/5.txt").write_text(TEXT.format(5, 5), encoding="utf-8")
    report = builds.report(replace(linked, starter=False, templates=site.templates))
    assert report.problems == ()
    assert "articles/tale-5.md" in report.written


LONG = {
    "an address of four bytes a letter": ("articles/long.txt", f"---\nslug: {'𠀀' * 80}\n---\nLong Tale\n\nText.\n"),
    "an actor": ("actors.yml", f"{'漢' * 120}:\n  name: Ada Vantongeren\n  type: person\n"),
    "an outlet": ("outlets.yml", f"{'漢' * 120}:\n  name: Polar Post\n"),
    "a series": ("publications.yml", f"{'漢' * 120}:\n  name: Polar Review\n"),
}


@pytest.mark.parametrize(("name", "text"), LONG.values(), ids=LONG)
def test_a_name_too_long_for_a_file_stops_nobody_else(site: Site, name: str, text: str):
    (site.seeds / name).write_text(text, encoding="utf-8")
    (site.seeds / "articles/open/5.txt").write_text(TEXT.format(5, 5), encoding="utf-8")
    report = builds.report(site)
    (said,) = report.problems
    assert said.place.path == f"seeds/{name}"
    assert "200 bytes in all" in said.fix
    assert "articles/tale-5.md" in report.written


def test_the_longest_names_that_are_allowed_are_built(site: Site):
    long, actor, outlet = "漢" * 66, "字" * 66, "文" * 66
    (site.seeds / "actors.yml").write_text(f"{actor}:\n  name: Ada Vantongeren\n  type: person\n", encoding="utf-8")
    (site.seeds / "outlets.yml").write_text(f"{outlet}:\n  name: Polar Post\n", encoding="utf-8")
    for name in "ab":  # of two articles of one address the second gets a tag
        (site.seeds / f"articles/{name}.txt").write_text(
            f"---\nslug: {long}\n---\n{TEXT.format(name, 5)}", encoding="utf-8"
        )
    for at in range(100, 200):  # so many that the actor and the outlet get folders
        (site.seeds / f"articles/{at}.txt").write_text(TEXT.format(at, 5), encoding="utf-8")
    report = builds.report(site)
    assert {problem.code for problem in report.problems} == {"address-shared"}
    assert sum(path.startswith(f"articles/{long}-") for path in report.written) == 1
    assert f"articles/{long}.md" in report.written
    for folder in (f"actors/{actor}", f"sources/{outlet}"):
        assert f"{folder}.md" in report.written
        assert any(path.startswith(f"{folder}/") for path in report.written)


def test_a_name_in_a_glossary_of_200_bytes_is_the_longest(site: Site):
    for length, told in ((200, 0), (201, 1)):
        (site.seeds / "actors.yml").write_text(
            f"{'я' * 98 + '漢' + 'a' * (length - 199)}:\n  name: Ada\n  type: person\n", encoding="utf-8"
        )
        _, problems = read.glossary(site)
        assert len(problems) == told
