"""The alphabets whose letters look like Latin ones, as Unicode's table of confusables has them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

MARKS = "\u0300-\u036f"
_TABLE = Path(__file__).parent / "alike.txt"
_SAME = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"  # the Greek letters that are drawn as the Latin ones are; α and γ only resemble them
_CJK = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff61-\uff9f"
_PHONETIC = "ðŋɐ-ʯˈˌːθ"
_SMALL = re.compile("LATIN LETTER SMALL CAPITAL ([A-Z])")


class Script(Struct, frozen=True):
    """An alphabet, or a shape of the Latin one that Unicode has once more: its letters, as classes of a pattern."""

    name: str
    letters: str
    alike: Mapping[str, str]  # the Latin letter that each looks like, I as l
    whole: str  # the letters of which a whole word deceives
    home: str  # a pattern that, near such a word, shows it to be at home
    shortest: int = 1  # word of which something is said
    shape: bool = False  # of Latin letters: where whole words are at home, mixed ones are

    @property
    def looks(self) -> frozenset[str]:
        """The Latin letters that this alphabet can imitate."""
        return frozenset(self.alike.values())


def latin(letter: str) -> str:
    """Give what a Latin *letter* looks like without its marks; I is as l."""
    base = bare(letter)
    return "l" if base == "I" else base


def bare(letter: str) -> str:
    """Give *letter* without its marks."""
    return unicodedata.normalize("NFD", letter)[0]


def present(text: str) -> tuple[Script, ...]:
    """Give the scripts of which *text* has a letter."""
    letters = "".join(set(text))
    return tuple(script for script in SCRIPTS if re.search(f"[{script.letters}]", letters))


@lru_cache(maxsize=10_000)
def script(letter: str) -> Script | None:
    """Give the script of *letter*; None where it is of no alphabet that looks like the Latin one."""
    return next((each for each in (LATIN, *SCRIPTS) if re.match(f"[{each.letters}]", letter)), None)


def _read(line: str) -> Script:
    name, ranges, pairs = line.split("\t")
    bounds = (each.split("-") for each in ranges.split(","))
    letters = "".join(f"{chr(int(first, 16))}-{chr(int(last, 16))}" for first, last in bounds)
    alike = {pair[0]: pair[1] for pair in pairs.split(" ")}
    greek = name == "Greek"
    whole = _SAME if greek else _class(alike)
    return Script(name, letters, alike, whole, f"(?![{whole}])[{letters}]", 2 if greek else 1)


def _class(letters: Iterable[str]) -> str:
    """Give the class of *letters* in ranges, for patterns are slow with single letters beyond U+FFFF."""
    codes = sorted(map(ord, letters))
    starts = [code for code in codes if code - 1 not in codes]
    ends = [code for code in codes if code + 1 not in codes]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


def _shape(name: str, codes: Iterable[int], home: str, shortest: int) -> Script:
    """Give the shape of the Latin alphabet that Unicode takes apart into it."""
    plain = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in codes}
    alike = {letter: latin(base) for letter, base in plain.items() if base.isascii() and base.isalpha()}
    return Script(name, _class(alike), alike, _class(alike), home, shortest, shape=True)


def _small_capitals() -> Script:
    names = ((chr(code), _SMALL.fullmatch(unicodedata.name(chr(code), ""))) for code in range(0x250, 0x1D2C))
    alike = {letter: latin(name[1]) for letter, name in names if name} | {"ɡ": "g", "ɑ": "a"}
    home = rf"(?![{_class(alike)}])[{_PHONETIC}]|[/\[][a-z]*[{_class(alike)}]"  # /bɪt/
    return Script("small capitals", _class(alike), alike, _class(alike), home, 2, shape=True)


LATIN = Script("Latin", "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", {}, "", "")
SCRIPTS = (
    *(_read(line) for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")),
    _shape("full-width", range(0xFF21, 0xFF5B), f"[{_CJK}]", 1),
    _shape("mathematical", (*range(0x2100, 0x2150), *range(0x1D400, 0x1D7CC)), "(?!)", 3),
    _small_capitals(),
)
