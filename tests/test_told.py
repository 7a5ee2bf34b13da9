"""Whatever is wrong with a file that people write is told in one line: where, what, and what to do."""

import codecs
from pathlib import Path

import pytest

from generator import check, read, start
from generator import site as sites
from generator.read import strict
from tests import builds

BODY = "Second Tale\n\nNobody went home.\n"
ACTOR = "quay-board:\n  name: Quay Board\n"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    assert start.new(tmp_path / "new") == ()
    return tmp_path / "new"


def told(new: Path) -> list[str]:
    """Give what a check says but for pages that wait for a build."""
    found = check.problems(sites.load(new / "mkdocs.yml"))
    return [str(problem) for problem in found if problem.code != "stale"]


UNSETTLED = (
    "error: the marks of a merge stand here, nobody has settled it;"
    " keep what is right of both sides, and take the marks out [conflict]"
)
FILES: dict[str, tuple[str, str | bytes, str]] = {
    "an article of a word processor": (
        "articles/notes.docx",
        BODY,
        ": warning: it is no article that can be read; call it .txt or .md, or move it out of seeds/articles [suffix]",
    ),
    "UTF-16 with its mark": (
        "articles/a.txt",
        codecs.BOM_UTF16_BE + BODY.encode("utf-16-be"),
        ":1:1: warning: it is not UTF-8; it was read as utf-16; save it as UTF-8 [encoding]",
    ),
    "an article that a merge left unsettled": (
        "articles/a.txt",
        "Second Tale\n\n<<<<<<< HEAD\r\nNobody\n||||||| 1f2e3d\n=======\r\nSomebody\n>>>>>>> branch\n went home.\n",
        f":3:1: {UNSETTLED}",
    ),
    "a glossary that a merge left unsettled": (
        "actors.yml",
        f"<<<<<<< HEAD\n{ACTOR}=======\n>>>>>>> branch\n",
        f":1:1: {UNSETTLED}",
    ),
    "half of UTF-16": (
        "articles/a.txt",
        codecs.BOM_UTF16_LE + BODY.encode("utf-16-le") + b"a",
        ": error: it is no text; put a plain text in its place, or take it away [binary]",
    ),
    "a picture that calls itself UTF-16": (
        "articles/a.txt",
        codecs.BOM_UTF16_LE + bytes(range(256)),
        ": error: it is no text; put a plain text in its place, or take it away [binary]",
    ),
    "bytes that no alphabet has": (
        "articles/a.txt",
        b"\x81\x8d\x8f\x90\x9d" * 50 + b"\x01" * 200,
        ": error: it is no text; put a plain text in its place, or take it away [binary]",
    ),
    "a text that goes on as none": (
        "articles/a.txt",
        b"caf\xe9 noir, deja vu et encore une phrase assez longue. " * 4_000 + b"\x01\x02" * 9_000,
        ": error: it is no text; put a plain text in its place, or take it away [binary]",
    ),
    "front matter with a key of its own": (
        "articles/a.txt",
        f"---\ntitle: Tale\nmood: calm\n---\n{BODY}",
        ":3:7: warning: the key 'mood' is not known, it is left out; known are title, date, ",
    ),
    "front matter with an address that is none": (
        "articles/a.txt",
        f"---\nslug: A Tale!\n---\n{BODY}",
        ":2:7: error: `slug` cannot be 'A Tale!'; write at most 80 lower-case letters, ",
    ),
    "front matter with an address of no end": (
        "articles/a.txt",
        f"---\nslug: {'a' * 81}\n---\n{BODY}",
        ":2:7: error: `slug` cannot be 'aaa",
    ),
    "front matter with a day that no calendar has": (
        "articles/a.txt",
        f"---\ndate: 2009-02-29\n---\n{BODY}",
        ":2:7: error: `date` cannot be '2009-02-29'; write a date of the calendar, such as 2010-02-04, ",
    ),
    "an office until a day that no calendar has": (
        "actors.yml",
        f"{ACTOR}  type: organization\n  roles: [{{title: mayor, from: 2009, to: 2010-02-30}}]\n",
        ":4:42: error: 'quay-board': to: '2010-02-30' is no day, month or year of the calendar, no page changes until ",
    ),
    "a glossary that is no text": ("actors.yml", b"\x00\x01", ": error: it is no text; "),
    "an identifier that is none": (
        "actors.yml",
        "Quay Board:\n  name: Quay Board\n  type: organization\n",
        ":2:3: error: 'Quay Board' cannot be an identifier; use at most 120 lower-case letters, digits ",
    ),
    "an actor without a name": (
        "actors.yml",
        "quay-board:\n  type: organization\n",
        ":2:3: error: 'quay-board' has no name; complete the entry [entry]",
    ),
    "an actor without a type": (
        "actors.yml",
        ACTOR,
        ":2:3: error: 'quay-board' has no type; complete the entry [entry]",
    ),
    "an outlet without a name": (
        "outlets.yml",
        "quay-post:\n  country: Selonia\n",
        ":2:3: error: 'quay-post' has no name; complete the entry [entry]",
    ),
    "a value that leads to another": (
        "actors.yml",
        f"{ACTOR}  type: *other\n",
        ":3:9: error: YAML with alias is not read; write the value out: aliases (*) are not read [yaml-refused]",
    ),
    "a list as a key": (
        "actors.yml",
        "? [a, b]\n: x\n",
        ":1:3: error: YAML with key is not read; use plain words as a key [yaml-refused]",
    ),
    "an office without its title": (
        "actors.yml",
        f"{ACTOR}  type: organization\n  roles:\n    - of: selonia\n",
        ":5:7: error: 'quay-board': ",
    ),
    "a name that two actors have": (
        "actors.yml",
        f"{ACTOR}  type: organization\nharbour-board:\n  name: Quay Board\n  type: organization\n",
        ":2:3: warning: 'Quay Board' is a name of harbour-board and quay-board, it is linked only where ",
    ),
    "look-alike letters in a title of front matter": (
        "articles/a.txt",
        f'---\ntitle: "R\\u0430gozin"\n---\n{BODY}',
        ":1:1: warning: 'R\u0430gozin' mixes letters that look alike: U+0430 CYRILLIC SMALL LETTER A, ",
    ),
}


@pytest.mark.parametrize(("name", "content", "line"), FILES.values(), ids=FILES)
def test_a_file_that_does_not_add_up_is_one_line(new: Path, name: str, content: str | bytes, line: str):
    raw = content if isinstance(content, bytes) else content.encode()
    (new / "seeds" / name).write_bytes(raw)
    (said,) = [one for one in told(new) if one.startswith(f"seeds/{name}")]
    assert said.startswith(f"seeds/{name}{line}")
    assert said.isprintable()


def test_a_key_of_front_matter_without_a_value_is_as_if_it_were_not_there(new: Path):
    (new / "seeds/articles/a.txt").write_text(f"---\ntitle:\nauthors: ~\n---\n{BODY}", encoding="utf-8")
    assert told(new) == []
    seeds, _ = read.seeds(sites.load(new / "mkdocs.yml"))
    assert [seed.meta for seed in seeds if seed.path == "articles/a.txt"] == [{}]


def test_what_is_not_there_has_the_place_of_what_is_around_it():
    root = strict.load("a:\n  b: 1\n", "f").root
    paths = [("a", "b"), ("a", "c", 3), ("x", "y"), ()]
    assert root is not None
    assert [str(root.nearest(path).place) for path in paths] == ["f:2:6", "f:2:3", "f:1:1", "f:1:1"]


SETTINGS = {
    "settings that are no YAML": ("site_name: [\n", ":2:1: error: is no YAML; mend this place"),
    "settings with a character that YAML forbids": ("site_name: \x01\n", ": error: is no YAML; mend this place"),
    "settings that are a list": ("- site_name\n", ": error: has no settings; start with `site_name:`"),
    "no settings": ("", ": error: has no settings; start with `site_name:`"),
    "settings that are no text": (b"site_name: \xff\n", ": error: cannot be read: it is not UTF-8; run in the folder "),
    "a way to link that there is not": (
        "plugins:\n  - search\n  - backmatter: {link: never}\n",
        ":3:24: error: `link` is 'never'; say one of first, section, paragraph, all",
    ),
}


@pytest.mark.parametrize(("content", "line"), SETTINGS.values(), ids=SETTINGS)
def test_settings_that_cannot_be_read_are_one_line(new: Path, content: str | bytes, line: str):
    (new / "mkdocs.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(sites.SiteError) as caught:
        sites.load(new / "mkdocs.yml")
    assert str(caught.value.problem).startswith(f"mkdocs.yml{line}")


TEMPLATES = {
    "a value that there is not": ("article.md.jinja", "{{ title | md }}\n{{ mood }}", ":2", "'mood' is undefined"),
    "one in a part of a page": ("said.md.jinja", "\n\n{{ mood }}", ":3", "'mood' is undefined"),
    "a filter that there is not": ("home.md.jinja", "\n{{ 1 | mood }}", ":2", "No filter named 'mood'."),
    "a tag that nothing closes": ("home.md.jinja", "\n{% if 1 %}", ":2", "Unexpected end of template. "),
    "a part that there is not": ("home.md.jinja", "\n{% include 'mood' %}", ":2", "'mood' not found in search path"),
}


@pytest.mark.parametrize(("name", "content", "line", "what"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_that_cannot_be_filled_is_one_line_and_its_page_stays(
    new: Path, name: str, content: str, line: str, what: str
):
    (new / "templates").mkdir()
    (new / "templates" / name).write_text(content, encoding="utf-8")
    before = {path: path.read_bytes() for path in (new / "docs").rglob("*.md")}
    report = builds.report(sites.load(new / "mkdocs.yml"))
    (said,) = map(str, report.problems)
    assert said.startswith(f"templates/{name}{line}: error: the template cannot be filled: {what}")
    assert said.endswith("; mend the template or remove it [template]")
    assert {path: path.read_bytes() for path in (new / "docs").rglob("*.md")} == before
