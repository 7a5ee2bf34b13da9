"""The index of the search page: the same at every build, whole whatever form it has, and its names are its digests."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pagefind import cbor, order, program

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
