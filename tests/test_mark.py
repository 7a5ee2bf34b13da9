"""The mark says of a file that the generator wrote it, and shows every change since."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.write import mark

PAGE = "---\ngenerated: true\nkind: article\ntitle: The Quay\n---\n\n# The Quay { #title }\n\nÎle d’Été.\n"
STYLE = "/* generated: true */\na { color: red; }\n"
TEXTS = [PAGE, STYLE, "---\ngenerated: true\n---\n"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_sealed_page_differs_from_its_text_in_its_digest_alone(text: str):
    content = mark.sealed(text)
    assert re.sub(rb"sha256-[0-9a-f]{16}", b"true", content, count=1) == text.encode()
    assert content != text.encode()
    assert mark.holds(content)
    assert mark.bears(content)


def test_the_same_page_has_the_same_digest_and_another_another():
    assert mark.sealed(PAGE) == mark.sealed(PAGE)
    first, second = (mark.sealed(text).split(b"\n")[1] for text in (PAGE, PAGE.replace("Quay", "Pier")))
    assert first != second


@pytest.mark.parametrize("text", TEXTS)
def test_a_checkout_with_other_line_ends_holds(text: str):
    content = mark.sealed(text).replace(b"\n", b"\r\n")
    assert mark.holds(content)
    assert mark.bears(content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# The Quay\n",
        "---\ntitle: The Quay\n---\n",
        "---\ntitle: The Quay\ngenerated: true\n---\n",  # not where it belongs
        "\n---\ngenerated: true\n---\n",
        " ---\ngenerated: true\n---\n",
        "---\n generated: true\n---\n",
        "---\ngenerated: yes\n---\n",
        "---\ngenerated: truely\n---\n",
        "---\ngenerated: sha256-abc\n---\n",
        "---\ngenerated: sha256-ABCDEF0123456789\n---\n",
        "---\ngenerated: sha256-0123456789abcdef0\n---\n",
        "/* written: true */\n",
        "a { } /* generated: true */\n",
        "\ufeff---\ngenerated: true\n---\n",
    ],
)
def test_a_file_without_the_mark_in_its_place_is_a_persons(text: str):
    assert mark.sealed(text) == text.encode()
    assert not mark.bears(text.encode())
    assert not mark.holds(text.encode())


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=4))
def test_every_edit_shows(at: int, put_in: bytes):
    content = mark.sealed(PAGE)
    at %= len(content) + 1
    edited = content[:at] + put_in + content[at:]
    assume(edited.replace(b"\r\n", b"\n") != content)
    assert not mark.holds(edited)


@given(st.integers(min_value=0))
def test_everything_that_is_taken_away_shows(at: int):
    content = mark.sealed(PAGE)
    at %= len(content)
    assert not mark.holds(content[:at] + content[at + 1 :])


@pytest.mark.parametrize(
    "forged",
    [
        PAGE.replace("true", "sha256-0000000000000000"),
        PAGE,  # open: a template’s, or written by hand
        mark.sealed(PAGE).decode().replace("The Quay", "The Pier"),
        mark.sealed(STYLE).decode().replace("red", "blue"),
    ],
)
def test_a_mark_that_does_not_fit_is_borne_and_does_not_hold(forged: str):
    assert mark.bears(forged.encode())
    assert not mark.holds(forged.encode())


def test_the_digest_of_one_page_does_not_hold_in_another():
    (digest,) = re.findall(r"sha256-\w+", mark.sealed(PAGE).decode())
    assert not mark.holds(PAGE.replace("Quay", "Pier").replace("true", digest).encode())


def test_a_sealed_page_is_not_sealed_again_with_another_digest():
    assert mark.sealed(mark.sealed(PAGE).decode()) == mark.sealed(PAGE)


def test_words_of_the_page_that_look_like_a_mark_are_words():
    quoting = PAGE + "\ngenerated: true\n---\ngenerated: sha256-0123456789abcdef\n"
    content = mark.sealed(quoting)
    assert mark.holds(content)
    assert content.decode().endswith(quoting[len(PAGE) :])


SEALED = mark.sealed(PAGE).decode()
BOTH = re.sub(
    r"^(generated: .*)$",
    r"<<<<<<< HEAD\n\1\n=======\ngenerated: sha256-0123456789abcdef\n>>>>>>> b",
    SEALED,
    flags=re.MULTILINE,
)


@pytest.mark.parametrize(
    ("content", "torn"),
    [
        (BOTH, True),
        (BOTH.replace("\n", "\r\n"), True),
        (SEALED + "<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> b\n", True),
        (f"<<<<<<< HEAD\n{SEALED}=======\n{SEALED}>>>>>>> b\n", True),
        (SEALED, False),
        (SEALED + "<<<<<<< HEAD\n", False),
        ("# The Quay\n\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> b\n", False),
    ],
)
def test_what_a_merge_tore_is_known(content: str, torn: bool):  # noqa: FBT001
    assert mark.torn(content.encode()) == torn


@given(st.binary(max_size=200))
def test_any_bytes_are_a_persons(content: bytes):
    assert not mark.holds(content)
    assert not mark.torn(content)
