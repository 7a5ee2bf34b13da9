"""A build from the cache and a build from nothing give the same bytes (law 10), whatever was edited in between."""

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import build, cache, site
from generator.cache import Cache
from generator.model import Problem
from tests import strategies
from tests.long import times

SETTINGS = """site_name: Quay
site_url: http://127.0.0.1:8000/
theme: {{name: material, font: false}}
plugins: [{{backmatter: {{starter: false, link: {link}}}}}]
"""
TITLES = ("The Pact Holds", "A Second Tale", "Harbour News", "Brezno and the League", "Été")
SENTENCES = (
    "Ada Vantongeren met the Northern Harbour Pact (NHP) in Brezno (Polar Post, March 4).",
    "“The quay belongs to two towns,” said Ilmar Tarvainen (Interport, 4 May 2002).",
    "Tarvainnen left the Harbour League on June 3, 2001.",
    "Nobody of the HL answered (, March 6).",
    "Oskar Tarvainen was mayor of Brezno, and Vantongeren knew it (see OW, June 23).",
    "Selonian towns signed; the Pact held (Quay Weekly, May 8).",
    "A clerk named Mirela Dost counted boats.",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "seeds/articles").mkdir(parents=True)
    (root / "templates").mkdir()
    chance = random.Random(7)  # noqa: S311 - the same edits each time
    for at in range(8):
        article(root, at, chance)
    (root / "mkdocs.yml").write_text(SETTINGS.format(link="section"), encoding="utf-8")
    write(root, "actors", {one.id: {"name": one.name, "type": one.type} for one in strategies.ACTORS})
    write(root, "outlets", {"polar-post": {"name": "Polar Post"}, "interport": {"name": "Interport"}})
    write(root, "publications", {"orbit-weekly": {"name": "Orbit Weekly", "aliases": ["OW"], "volume_one": 2001}})
    return root


def article(root: Path, at: int, chance: random.Random) -> None:
    body = "\n\n".join(" ".join(chance.choices(SENTENCES, k=3)) for _ in range(3))
    masthead = f"Publication: Orbit Weekly Volume: {chance.randint(1, 3)} Issue: {at}"
    title = chance.choice(TITLES)
    (root / f"seeds/articles/{at:02}.txt").write_text(f"{title}\n\n{masthead}\n\n{body}\n", encoding="utf-8")


def write(root: Path, name: str, entries: dict[str, object]) -> None:
    (root / f"seeds/{name}.yml").write_text(yaml.safe_dump(entries, sort_keys=False), encoding="utf-8")


def read(root: Path, name: str) -> dict[str, dict[str, object]]:
    return yaml.safe_load((root / f"seeds/{name}.yml").read_text(encoding="utf-8")) or {}


# Edits: of one thing each, at random.


def edit_article(root: Path, chance: random.Random) -> None:
    article(root, chance.randrange(10), chance)


def remove_article(root: Path, chance: random.Random) -> None:
    (root / f"seeds/articles/{chance.randrange(10):02}.txt").unlink(missing_ok=True)


def move_entry(root: Path, chance: random.Random) -> None:
    """Move an entry to the end of its file: lines shift, nothing else does."""
    entries = read(root, "actors")
    name = chance.choice(list(entries))
    write(root, "actors", {**{key: value for key, value in entries.items() if key != name}, name: entries[name]})


def alias(root: Path, chance: random.Random) -> None:
    entries = read(root, "actors")
    words = chance.choice(
        ["boats", "the Pact", "Dost", "NHP", "HL", "quay", "Tarvainnen", "nowhere", "Brezno", "mayor"]
    )
    entries[chance.choice(list(entries))]["aliases"] = [words]
    write(root, "actors", entries)


def actor(root: Path, chance: random.Random) -> None:
    entries = read(root, "actors")
    if chance.random() < 0.5 and len(entries) > 2:
        del entries[chance.choice(list(entries))]
    else:
        entries["mirela-dost"] = {"name": "Mirela Dost", "type": chance.choice(["person", "organization"])}
    write(root, "actors", entries)


def office(root: Path, chance: random.Random) -> None:
    entries = read(root, "actors")
    office = {"title": "mayor", "of": chance.choice(list(entries)), "from": "1999", "to": "2004"}
    entries[chance.choice(list(entries))]["roles"] = [office]
    write(root, "actors", entries)


def outlet(root: Path, chance: random.Random) -> None:
    names = [["Polar Post"], ["Polar Post", "Quay Weekly"], ["Polar Post", "The Polar"], []][chance.randrange(4)]
    write(root, "outlets", {name.lower().replace(" ", "-"): {"name": name} for name in names})


def series(root: Path, chance: random.Random) -> None:
    publication = {"name": "Orbit Weekly", "aliases": ["OW"], "volume_one": chance.choice([2001, 2002])}
    write(root, "publications", {"orbit-weekly": publication})


def template(root: Path, chance: random.Random) -> None:
    own = root / "templates/lost-rows.md.jinja"
    own.unlink(missing_ok=True)
    if chance.random() < 0.5:
        own.write_text("{% for place in rows %}\n* {{ place.markdown }}\n{% endfor %}\n", encoding="utf-8")


def setting(root: Path, chance: random.Random) -> None:
    link = chance.choice(["first", "section", "paragraph", "all"])
    (root / "mkdocs.yml").write_text(SETTINGS.format(link=link), encoding="utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    edit_article,
    edit_article,
    remove_article,
    move_entry,
    alias,
    alias,
    actor,
    office,
    outlet,
    series,
    template,
    setting,
)


def pages(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "docs").rglob("*.*")}


def built(root: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Build with the cache of the site."""
    there = site.load(root / "mkdocs.yml")
    with cache.opened(there.cache) as kept:
        report = build.build(there, kept)
    return pages(root), report.problems


def anew(root: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Build over the same ``docs/`` with a cache that has nothing."""
    report = build.build(site.load(root / "mkdocs.yml"), Cache())
    return pages(root), report.problems


@pytest.mark.parametrize("first", range(times(2, 8)))
def test_the_cache_changes_no_byte_whatever_was_edited(root: Path, first: int):
    chance = random.Random(first)  # noqa: S311 - the same edits each time
    for _ in range(25):
        edit = chance.choice(EDITS)
        edit(root, chance)
        assert built(root) == anew(root), edit.__name__


def test_a_second_build_reads_and_writes_nothing_but_says_the_same(root: Path):
    there = site.load(root / "mkdocs.yml")
    with cache.opened(there.cache) as kept:
        first = build.build(there, kept)
    with cache.opened(there.cache) as kept:
        again = build.build(there, kept)
    assert again.written == again.removed == ()
    assert again.problems == first.problems
    assert set(again.kept) == set(first.written)


@pytest.mark.parametrize("path", ["docs/index.md", "docs/articles/index.md"])
def test_a_page_that_went_or_was_changed_is_seen_though_no_seed_changed(root: Path, path: str):
    before, _ = built(root)
    (root / path).unlink()
    assert built(root)[0] == before
    (root / path).write_text("by hand", encoding="utf-8")
    assert "page-taken" in {problem.code for problem in built(root)[1]}


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def garbage(file: Path) -> None:
    file.write_bytes(b"no database" * 1000)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def flipped(file: Path) -> None:
    """Change a bit of every value: the database is whole, no entry is."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT kind, key, value FROM made").fetchall()
        for kind, key, value in rows:
            broken = value[:-1] + bytes([value[-1] ^ 1])
            connection.execute("UPDATE made SET value = ? WHERE kind = ? AND key = ?", (broken, kind, key))
    connection.close()


@pytest.mark.parametrize("break_", [truncated, garbage, emptied, flipped], ids=lambda one: one.__name__)
def test_a_broken_cache_is_passed_over_and_made_anew(root: Path, break_: Callable[[Path], None]):
    built(root)
    file = next((root / ".cache").glob("*.sqlite"))
    break_(file)
    (root / "seeds/articles/00.txt").write_text("A New Tale\n\nAda Vantongeren left.\n", encoding="utf-8")
    assert built(root) == anew(root)
    assert built(root) == anew(root)


def test_a_cache_of_another_user_is_not_opened(root: Path, monkeypatch: pytest.MonkeyPatch):
    built(root)
    file = next((root / ".cache").glob("*.sqlite"))
    before = file.read_bytes()
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert built(root) == anew(root)
    assert file.read_bytes() == before


def test_where_no_cache_can_be_kept_the_site_is_built(root: Path):
    (root / ".cache").write_text("a file stands in its place", encoding="utf-8")
    assert built(root) == anew(root)


def test_what_no_build_asks_for_any_more_goes(root: Path):
    built(root)
    for at in range(8):
        (root / "seeds/articles/00.txt").write_text(f"Tale {at}\n\nAda Vantongeren left.\n", encoding="utf-8")
        built(root)
    file = next((root / ".cache").glob("*.sqlite"))
    with sqlite3.connect(file) as connection:
        sheets = connection.execute("SELECT count(*) FROM made WHERE kind = 'sheet'").fetchone()[0]
    connection.close()
    assert sheets <= 8 + 5
