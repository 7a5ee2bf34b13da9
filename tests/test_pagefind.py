"""The index of the search page: the same at every build, whole whatever form it has, made anew only where it must."""

import gzip
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pagefind.service import get_executable

from generator.pagefind import Indexing, bundle, cbor, order, program, shards, words
from generator.pagefind.shards import Page

# From RFC 8949, appendix A.
EXAMPLES = [
    (0, "00"),
    (23, "17"),
    (24, "1818"),
    (255, "18ff"),
    (1000, "1903e8"),
    (1000000, "1a000f4240"),
    (1000000000000, "1b000000e8d4a51000"),
    (18446744073709551615, "1bffffffffffffffff"),
    ("", "60"),
    ("IETF", "6449455446"),
    ("ü", "62c3bc"),
    ("水", "63e6b0b4"),
    ([], "80"),
    ([1, [2, 3], [4, 5]], "8301820203820405"),
    (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
]


@pytest.mark.parametrize(("value", "written"), EXAMPLES)
def test_the_examples_of_the_standard(value: cbor.Value, written: str):
    assert cbor.dump(value) == bytes.fromhex(written)
    assert cbor.load(bytes.fromhex(written)) == value


@pytest.mark.parametrize(
    "written", ["", "18", "1c", "1f", "63e6b0", "6463", "62c328", "82", "8201", "0000", "20", "f6"]
)
def test_what_is_cut_off_or_of_another_type_is_refused(written: str):
    with pytest.raises(ValueError):  # noqa: PT011 - each of its kinds
        cbor.load(bytes.fromhex(written))


VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=40), max_leaves=60)


@given(VALUES)
def test_any_value_comes_back(value: cbor.Value):
    assert cbor.load(cbor.dump(value)) == value


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(content: bytes):
    try:
        cbor.load(content)
    except ValueError:
        return


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of two languages, with so many values that a hash map has them in order once in 10^20 times."""
    for at in range(30):
        language = ("en", "ru")[at % 2]
        facet = f'<i data-pagefind-filter="actor">Actor {at % 20}</i><i data-pagefind-filter="year">{at % 18}</i>'
        text = f'<html lang="{language}"><body><article>Tale {at} {facet}</article></body></html>'
        (tmp_path / f"{at}.html").write_text(text, encoding="utf-8")
    return tmp_path


def indexed(site: Path) -> dict[str, bytes]:
    process = program.start(site, site / "pagefind")
    assert process.communicate()[0] is not None
    assert process.returncode == 0
    return files(site)


def files(site: Path) -> dict[str, bytes]:
    folder = site / "pagefind"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed(site: Path) -> dict[str, dict[str, dict[str, list[int]]]]:
    """Give the filters of each language by their names, as a browser would come to them."""
    folder = site / "pagefind"
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    filters: dict[str, dict[str, dict[str, list[int]]]] = {}
    for language, about in entry["languages"].items():
        meta = unpacked(folder / f"pagefind.{about['hash']}.pf_meta")
        for name, file in meta[3]:
            own, rows = unpacked(folder / f"filter/{file}.pf_filter")
            assert own == name
            filters.setdefault(language, {})[name] = dict(rows)
    return filters


def unpacked(file: Path):
    content = gzip.decompress(file.read_bytes())
    assert content.startswith(b"pagefind_dcd")
    return cbor.load(content[12:])


def test_an_index_put_in_order_says_what_it_said_and_leaves_no_file_behind(site: Path):
    before, filters = indexed(site), listed(site)
    assert {*filters} == {"en", "ru"}
    order.settle(site / "pagefind")
    after = files(site)
    assert listed(site) == filters
    assert len(after) == len(before)
    packed = ("filter/", "pagefind.en_", "pagefind.ru_", "pagefind-entry.json")
    assert {path: after.get(path) for path in before if not path.startswith(packed)} == {
        path: content for path, content in before.items() if not path.startswith(packed)
    }
    for language in listed(site).values():
        for rows in (language, *language.values()):
            assert list(rows) == sorted(rows)


def test_two_indexes_put_in_order_are_the_same(site: Path):
    made = []
    for _ in range(2):
        raw = indexed(site)
        order.settle(site / "pagefind")
        made.append((raw, files(site)))
        for path in [*(site / "pagefind").rglob("*.pf_*"), site / "pagefind/pagefind-entry.json"]:
            path.unlink()
    (one, settled), (other, again) = made
    assert settled == again
    if one == other:
        pytest.fail("Pagefind sorts by itself now: generator/pagefind/order.py can go")


def test_a_file_is_named_by_its_digest_as_pagefind_names_it(site: Path):
    for settled in (False, True):
        written = indexed(site) if not settled else files(site)
        for path, content in written.items():
            name = Path(path)
            if name.suffix in {".pf_filter", ".pf_meta"}:
                digest = order._digest(gzip.decompress(content)[12:])  # noqa: SLF001 - the rule is what is tested
                assert digest.startswith(name.stem.rpartition("_")[2]), path
        order.settle(site / "pagefind")


def test_two_files_never_get_one_name(site: Path, monkeypatch: pytest.MonkeyPatch):
    indexed(site)
    filters = listed(site)
    monkeypatch.setattr(order, "_digest", lambda content: "0" * 20 + order.hashlib.sha1(content).hexdigest())
    order.settle(site / "pagefind")
    assert listed(site) == filters


OTHER_FORMS = {
    "a list of files with a field more": lambda meta: [*meta, []],
    "one with a field less": lambda meta: meta[:-1],
    "filters with a field more": lambda meta: [*meta[:3], [[*row, 1] for row in meta[3]], *meta[4:]],
    "no list": lambda _meta: "1.6",
}


@pytest.mark.parametrize("other", OTHER_FORMS.values(), ids=OTHER_FORMS)
def test_an_index_of_another_form_stays_as_it_is(site: Path, other):
    indexed(site)
    for file in (site / "pagefind").glob("*.pf_meta"):
        file.write_bytes(gzip.compress(b"pagefind_dcd" + cbor.dump(other(unpacked(file)))))
    before = files(site)
    order.settle(site / "pagefind")
    assert files(site) == before


@pytest.mark.parametrize(
    "entry", ["{}", "[]", '{"version": "2", "languages": {"en": {}}, "include_characters": []}', "{"]
)
def test_so_does_one_whose_first_file_has_another_form(site: Path, entry: str):
    indexed(site)
    (site / "pagefind/pagefind-entry.json").write_text(entry, encoding="utf-8")
    before = files(site)
    order.settle(site / "pagefind")
    assert files(site) == before


UNPACKED = [
    gzip.compress(b"\x80", mtime=0),
    b"pagefind_dcd\x80",
    gzip.compress(b"pagefind_dcd\x80", mtime=0)[:-9],
    b"\x1f\x8b\x08" * 9,
]


@pytest.mark.parametrize("content", UNPACKED)
def test_so_does_one_that_is_not_signed_or_packed(site: Path, content: bytes):
    indexed(site)
    for file in (site / "pagefind").glob("*.pf_meta"):
        file.write_bytes(content)
    before = files(site)
    order.settle(site / "pagefind")
    assert files(site) == before


MARKED = "<div data-pagefind-body>{}</div>"
WHOLE = '<html lang="ru"><head><title>T</title></head><body><nav>Home</nav><article>{}</article></body></html>'
LEFT = '<html lang="ru"><body><article>{}</article></body></html>'
WORDS = {
    "nothing": ("<p>Tale</p>", None),
    "a part": (f"<p>A</p>{MARKED.format('Tale')}<p>B</p>", MARKED.format("Tale")),
    "divisions in it": (f"<div>{MARKED.format('<div class=x>A</div><DIV>b</DIV><div>C</div>')}</div>", ...),
    "two parts": (f"{MARKED.format('A')}<p>x</p>{MARKED.format('B')}", MARKED.format("A") + MARKED.format("B")),
}
AS_THEY_ARE = {
    "what people wrote": "<section data-pagefind-body><!-- </div> --><p>A</p></section><p>x</p>",
    "beside ours": f"{MARKED.format('A')}<p data-pagefind-body>B</p>",
    "the mark in words": f"{MARKED.format('Write data-pagefind-body.')}",
    "with a value": '<div data-pagefind-body="">A</div>',
    "no end": "<div data-pagefind-body><div>A</div>",
}


@pytest.mark.parametrize(("html", "left"), WORDS.values(), ids=WORDS)
def test_a_page_is_cut_to_its_marked_parts(html: str, left: str | None):
    if left is ...:
        left = html.removeprefix("<div>").removesuffix("</div>")
    assert words.of(WHOLE.format(html).encode()) == (LEFT.format(left).encode() if left is not None else None)


@pytest.mark.parametrize("html", AS_THEY_ARE.values(), ids=AS_THEY_ARE)
def test_a_page_whose_marks_are_not_ours_or_do_not_end_is_left_as_it_is(html: str):
    assert words.of(WHOLE.format(html).encode()) == WHOLE.format(html).encode()


def dealt(count: int, size: int, salt: bytes = b"") -> tuple[shards.Shard, ...]:
    return shards.deal([Page(f"{at}/index.html", b"x") for at in range(count)], salt, size)


@pytest.mark.parametrize(
    ("pages", "count"), [(0, 0), (1, 1), (100, 1), (101, 2), (200, 2), (201, 4), (400, 4), (401, 8), (1601, 32)]
)
def test_the_number_of_shards_doubles_as_a_site_grows(pages: int, count: int):
    hands = dealt(pages, 100)
    assert len(hands) == count
    assert sorted(path for shard in hands for path in shard.paths) == sorted(f"{at}/index.html" for at in range(pages))
    assert all(len(shard.paths) < 140 for shard in hands)


def test_a_page_that_comes_or_changes_changes_one_shard():
    pages = [Page(f"{at}/index.html", b"x") for at in range(300)]
    before = shards.deal(pages, b"", 100)
    assert shards.deal(reversed(pages), b"", 100) == before
    for after in ([*pages, Page("new.html", b"x")], [*pages[:-1], Page(pages[-1].path, b"y")], pages[1:]):
        assert len({*shards.deal(after, b"", 100)} - {*before}) == 1
    assert not {shard.digest for shard in shards.deal(pages, b"2", 100)} & {shard.digest for shard in before}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("pagefind.js", "wasm.en.pagefind", "pagefind-entry.json", "fragment/en_1.pf_fragment"):
        path = tmp_path / "index" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode() * 99)
    bundle.pack(tmp_path / "index", tmp_path / "index.zip")
    return tmp_path / "index.zip"


def test_an_index_is_kept_whole_and_a_merged_one_goes_without_programs(archive: Path, tmp_path: Path):
    shelf = bundle.Shelf(tmp_path / "kept")
    shelf.keep("a", archive)
    assert shelf.take("a", tmp_path / "first", first=True)
    assert names(tmp_path / "first") == names(tmp_path / "index")
    assert shelf.take("a", tmp_path / "2", first=False)
    assert names(tmp_path / "2") == ["fragment/en_1.pf_fragment", "pagefind-entry.json"]
    assert not shelf.take("b", tmp_path / "3", first=True)
    shelf.keep("b", archive)
    shelf.keep_only(["b"])
    assert names(tmp_path / "kept") == ["b.zip"]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("torn", [lambda old: old[:-40], lambda old: old[:60] + b"?" + old[61:], lambda _: b""])
def test_an_index_that_is_not_whole_is_not_taken(archive: Path, tmp_path: Path, torn: Callable[[bytes], bytes]):
    shelf = bundle.Shelf(tmp_path / "kept")
    shelf.keep("a", archive)
    kept = tmp_path / "kept/a.zip"
    kept.write_bytes(torn(kept.read_bytes()))
    assert not shelf.take("a", tmp_path / "first", first=True)
    assert not (tmp_path / "first").exists()


def test_nothing_is_kept_or_removed_behind_a_link_to_elsewhere(archive: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "kept").symlink_to(tmp_path / "elsewhere")
    shelf = bundle.Shelf(tmp_path / "kept")
    shelf.keep("a", archive)
    shelf.keep_only([])
    assert names(tmp_path / "elsewhere") == ["mine.txt"]


Stand = Callable[[str], Path]


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Give what puts a script in Pagefind's place: it has the real one as $PAGEFIND, and a file $LOG."""
    log = tmp_path / "log"

    def put(script: str) -> Path:
        path = tmp_path / "pagefind.sh"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("PAGEFIND", str(get_executable()))
        monkeypatch.setenv("LOG", str(log))
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))
        log.write_text("", encoding="utf-8")
        return log

    return put


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for at in range(13):
        (folder / f"tale-{at}").mkdir(parents=True)
        tale(folder, at, "One word.")
    (folder / "list.html").write_text("<html><body>Tales</body></html>", encoding="utf-8")
    return folder


def tale(site: Path, at: int, text: str, beside: str = "") -> None:
    html = (
        f"<html lang='en'><body><article>{MARKED.format(f'<h1>Tale {at}</h1>{text}')}{beside}</article></body></html>"
    )
    (site / f"tale-{at}/index.html").write_text(html, encoding="utf-8")


def test_only_the_shard_of_what_changed_is_indexed_again(marked: Path, tmp_path: Path, instead: Stand):
    log = instead('echo run >> "$LOG"; exec "$PAGEFIND" "$@"')

    def runs(kept: str = "kept") -> int:
        before = len(log.read_text(encoding="utf-8").splitlines())
        for path in sorted((marked / "pagefind").rglob("*"), reverse=True):
            (path.rmdir if path.is_dir() else path.unlink)()
        assert Indexing(marked, tmp_path / kept, size=4).run() == ""
        return len(log.read_text(encoding="utf-8").splitlines()) - before

    assert runs() == 4
    assert (marked / "pagefind/shards.json").read_text(encoding="utf-8") == "4\n"
    pages = [json.loads((folder / "pagefind-entry.json").read_bytes())["languages"]["en"]["page_count"]
             for folder in (marked / "pagefind", *(marked / f"pagefind/{at}" for at in (2, 3, 4)))]  # fmt: skip
    assert sum(pages) == 13
    first = files(marked)
    assert runs() == 0
    assert files(marked) == first
    tale(marked, 5, "One word.", beside="<p>Related: another</p>")
    assert runs() == 0
    assert files(marked) == first
    tale(marked, 5, "Two words.")
    assert runs() == 1
    changed = files(marked)
    assert changed != first
    assert runs("nothing kept") == 4
    assert files(marked) == changed
    assert runs() == 0
    for kept in (tmp_path / "kept").iterdir():
        kept.write_bytes(kept.read_bytes()[:-9])
    assert runs() == 4
    assert files(marked) == changed
    assert len(names(tmp_path / "kept")) == 4


def test_a_site_with_nothing_to_find_has_no_index(tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<html><body>Home</body></html>", encoding="utf-8")
    assert Indexing(tmp_path / "site", tmp_path / "kept").run() == ""
    assert names(tmp_path / "site") == ["index.html"]


FAILING = {
    'echo "It is full."; exit 3': "It is full.",
    '"$PAGEFIND" "$@"; rm "$4/pagefind-entry.json"': "pagefind-entry.json: No such file or directory",
    "true": "pagefind-entry.json: No such file or directory",
}


@pytest.mark.parametrize(("script", "said"), FAILING.items())
def test_what_goes_wrong_is_said_and_nothing_of_it_kept(
    marked: Path, tmp_path: Path, instead: Stand, script: str, said: str
):
    instead(script)
    assert Indexing(marked, tmp_path / "kept").run() == said
    assert not (tmp_path / "kept").exists()
    assert not (marked / "pagefind/shards.json").exists()


def test_it_goes_on_beside_other_things_and_is_stopped_at_once(marked: Path, tmp_path: Path, instead: Stand):
    log = instead('echo $$ >> "$LOG"; exec sleep 60')
    told = list[str]()
    indexing = Indexing(marked, tmp_path / "kept")
    indexing.start(told.append)
    for _ in range(600):
        if log.read_text(encoding="utf-8"):
            break
        time.sleep(0.05)
    begin = time.monotonic()
    indexing.stop()
    assert time.monotonic() - begin < 5
    assert told == [""]
    with pytest.raises(ProcessLookupError):
        os.kill(int(log.read_text(encoding="utf-8")), 0)
    assert not (marked / "pagefind").exists()
    assert indexing.run() == ""


def test_beside_other_things_it_comes_to_its_end_too(marked: Path, tmp_path: Path):
    ended = Event()
    indexing = Indexing(marked, tmp_path / "kept")
    indexing.start(lambda said: said or ended.set())
    assert ended.wait(60)
    indexing.stop()
    assert (marked / "pagefind/shards.json").exists()
