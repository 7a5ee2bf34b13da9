"""Any title gives an address that is one file on every system, and nothing else's."""

import hashlib
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


LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ŋ": "ng",
}
UNSEEN = (0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, *range(0xFE00, 0xFE10), 0xFFA0)


@pytest.mark.parametrize(
    ("between", "address"),
    [
        *((letter, f"a{plain}b") for letter, plain in LETTERS.items()),
        *((letter.upper(), f"a{plain}b") for letter, plain in LETTERS.items() if letter != "ı"),
        *((mark, "ab") for mark in "'’ʼ`"),
        *((chr(code), "ab") for code in (*UNSEEN, 0xE0100, 0xE01EF)),
        *((chr(code), "a-b") for code in (0x180A, 0xFDFF, 0xFE10, 0xE00FF, 0xE01F0, 0x200D, 0x2FF, ord("_"), ord("-"))),
        ("\u0370", "aͱb"), ("\u1810", "a᠐b"),
        *((mark, "ab") for mark in ("\u0300", "\u036f", "\u0301\u0302")),
        *((f" {base}\u0301\u0323 ", f"a-{base}-b") for base in "azαω"),
        (" и\u0306 ", "a-й-b"), (" \u0301x ", "a-x-b"), ("\u0903", "a\u0903b"), ("\u20dd", "a-b"),
        (" ·· ", "a-b"),
    ],
)  # fmt: skip
def test_what_stands_between_letters_is_a_letter_a_hyphen_or_nothing(between: str, address: str):
    assert slug.slug(f"a{between}b") == address


def test_a_mark_without_a_letter_is_left_out():
    assert slug.slug("\u0301x \u0903y") == "x-y"
    assert slug.slug("\u0903x") == "x"


def test_a_letter_that_folding_brings_forth_loses_its_mark_too():
    assert slug.slug("\u1e9e \u0130") == "ss-i"
    assert slug.slug("x\u0345") == "xι"


@pytest.mark.parametrize("name", ["com", "com10", "lpt", "com¹x", "cons", "xcon", "index-2"])
def test_names_like_those_that_systems_keep_are_free(name: str):
    plain = unicodedata.normalize("NFKD", name)
    assert slug.slug(name) == plain
    assert slug.is_slug(plain)


def test_at_most_80_bytes_are_left_of_a_text_and_a_digest_tells_it_apart():
    digest = hashlib.sha256(("x" * 81).encode()).hexdigest()[:8]
    assert slug.slug("x" * 80) == "x" * 80
    assert slug.slug("x" * 81) == f"{'x' * 80}-{digest}"
    assert slug.slug(f"{'x' * 70} {'y' * 11}").startswith(f"{'x' * 70}-")
    assert len(slug.slug(f"{'x' * 70} {'y' * 11}")) == 79
    assert slug.slug("word " * 40).rpartition("-")[0] == "-".join(["word"] * 16)
    assert slug.slug("é" * 41).startswith("e" * 41)
    assert slug.slug("й" * 41).startswith("й" * 40 + "-")
    assert slug.slug("a" + "й" * 40).startswith("a" + "й" * 39 + "-")


def test_a_tag_is_the_beginning_of_the_digest_of_what_it_tells_apart():
    assert slug.slug("con") == f"con-{hashlib.sha256(b'con').hexdigest()[:8]}"
    assert slug.tagged("", "x") == hashlib.sha256(b"x").hexdigest()[:8]
    assert slug.tagged("a", "\ud800").startswith("a-")


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
