"""Any title gives an address that is one file on every system, and nothing else's."""

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import slug
from tests import nasty

RESERVED = ("con", "nul", "aux", "prn", "com1", "lpt9", "index")


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Moscow’s CSTO Olive Branch", "moscows-csto-olive-branch"),
        ("Élan, naïve — œuvre!", "elan-naive-oeuvre"),
        ("Ἀθῆναι", "αθηναι"),
        ("Чёрный йод", "чёрный-йод"),
        ("हिन्दी में", "हिन्दी-में"),
        ("ภาษาที่", "ภาษาที่"),
        ("ガラス", "ガラス"),
        ("ℌ𝔞𝔯𝔟𝔬𝔲𝔯", "harbour"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x\\..", "c-x"),
        ("❤️", ""),
        ("\u3164\u200b\u202e", ""),
        ("…", ""),
    ],
)
def test_a_title_gives_a_readable_address(title: str, address: str):
    assert slug.slug(title) == address


@pytest.mark.parametrize("name", RESERVED)
def test_names_that_systems_keep_are_tagged(name: str):
    for text in (name, name.upper(), f" {name}!"):
        assert slug.slug(text).startswith(f"{name}-")
        assert not slug.is_slug(name)


def test_a_long_title_is_cut_at_a_word_and_told_apart():
    titles = [f"{'word ' * 5000}{end}" for end in "ab"]
    first, second = map(slug.slug, titles)
    assert first != second
    assert first.rpartition("-")[0] == second.rpartition("-")[0]
    assert len(slug.slug("漢" * 10_000).encode()) <= 90


@given(st.one_of(st.text(), st.sampled_from(nasty.STRINGS)))
@example("ℌ")
@example("ẞ")
@example("ΐ")
@example("a\u20dd\ufe0f")
def test_an_address_is_one_file_on_every_system(title: str):
    made = slug.slug(title)
    if made:
        assert slug.is_slug(made)
        assert unicodedata.normalize("NFC", made) == made == made.lower()
        assert len(made.encode()) <= 90
        assert PurePosixPath(made).parts == (made,)
        assert made.isprintable()


@given(st.text(min_size=1), st.text(min_size=1))
def test_what_is_an_address_differs_from_others_however_files_are_compared(one: str, other: str):
    if slug.is_slug(one) and slug.is_slug(other) and one != other:
        folded = [
            unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()) for text in (one, other)
        ]
        assert folded[0] != folded[1]


@pytest.mark.parametrize("text", ["", "É", "é\u0301\u0301 ", "a--b", "-a", "a_b", "A", "e\u0301", "a b", "a/b", "nul"])
def test_what_could_be_two_files_is_no_address(text: str):
    assert not slug.is_slug(text)
