"""Find the words that are written in one script and read in another: mixed words, and words that are wholly alike."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from generator.letters import scripts
from generator.letters.scripts import LATIN, MARKS, Script

_BLOCK = 200  # characters; a word's surroundings are its block and the one on either side
_BEFORE = 40  # letters that are looked back over
_LONGEST = 60  # letters of a word that are looked at and shown
_WORD = re.compile(rf"[\w{MARKS}]{{1,{_LONGEST}}}")
_ENDING = re.compile(rf"[\w{MARKS}]+\Z")
_LATIN_WORD = re.compile("[A-Za-z]{2}")
_LATIN_LETTER = re.compile("[A-Za-z]")
_ACRONYM = re.compile("[A-Z]{2,}")
_SYMBOLS = frozenset("αβγδεζηθικλμνξπρςστυφχψω")  # of quantities and proteins; ο is none, for it is an o
_AT_EDGE = re.compile("(?<=[A-Z0-9])[α-ω]$|^[α-ω](?=[A-Z0-9])")  # TNFα, αB
_SHORTEST_WITH_SYMBOL = 4  # letters; hν, Δνe are formulas
_NAMED = 3  # of the letters that are strange


class Strange(Struct, frozen=True):
    """A word that deceives: where it starts, itself, and what is the matter with it."""

    start: int
    word: str
    matter: str


def strange(text: str) -> Iterator[Strange]:
    """Yield each word of *text* that another script imitates."""
    if text.isascii():
        return
    present = scripts.present(text)
    if present:
        around = _Around(text)
        yield from _mixed(text, present, around)
        yield from _whole(text, present, around)


@lru_cache(maxsize=1_000)
def names(letters: str) -> str:
    """Give the names of the first few of *letters*."""
    some = list(dict.fromkeys(letters))
    named = ", ".join(f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".rstrip() for letter in some[:_NAMED])
    return named + ", …" * (len(some) > _NAMED)


def words(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str, re.Match[str]]]:
    """Yield each word of *text* in which *pattern* is found, its start before it; of a long word a part."""
    done = 0
    for found in pattern.finditer(text):
        if found.start() >= done:
            before = _ENDING.search(text, max(done, found.start() - _BEFORE), found.start())
            start = before.start() if before else found.start()
            word = _WORD.match(text, start)
            done = word.end() if word else found.end()
            yield start, text[start:done], found


class _Around:
    """Tells what surrounds the words of a text; each block of it is looked at once for each question."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[tuple[int, str], bool] = {}

    def has(self, pattern: re.Pattern[str], start: int) -> bool:
        """Whether *pattern* is found near *start*."""
        block = start // _BLOCK
        key = block, pattern.pattern
        if key not in self._known:
            near = pattern.search(self.text, max(0, block - 1) * _BLOCK, (block + 2) * _BLOCK)
            self._known[key] = near is not None
        return self._known[key]


def _mixed(text: str, present: Sequence[Script], around: _Around) -> Iterator[Strange]:
    """Yield the words that look to be of one script and are of two."""
    classes = (LATIN.letters, *(script.letters for script in present))
    for start, word, _ in words(text, _meeting(classes)):
        others = _imitating(word)
        shapes = [script for script in map(scripts.script, others) if script and script.shape]
        if others and not any(around.has(re.compile(shape.home), start) for shape in shapes):
            yield Strange(start, word, f"mixes letters that look alike: {names(others)}")


def _whole(text: str, present: Sequence[Script], around: _Around) -> Iterator[Strange]:
    """Yield the words in letters that all look like Latin ones where the words around them are Latin."""
    for script in present:
        home = re.compile(script.home)
        for word in _alone(script.whole, script.shortest).finditer(text):
            if around.has(_LATIN_WORD, word.start()) and not around.has(home, word.start()):
                shown = word.group()[:_LONGEST]
                yield Strange(word.start(), shown, f"looks Latin and is not: {names(shown)}")


@lru_cache
def _meeting(classes: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a letter of one of the *classes* before one of another."""
    others = {letters: "".join(other for other in classes if other != letters) for letters in classes}
    return re.compile("|".join(rf"[{letters}][{MARKS}]*+(?=[{others[letters]}])" for letters in classes))


@lru_cache
def _alone(letters: str, shortest: int) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w{MARKS}])(?:[{letters}][{MARKS}]*+){{{shortest},}}+(?!\w)")


@lru_cache(maxsize=10_000)
def _imitating(word: str) -> str:
    """Give the letters of *word* that pass for letters of the script of the others; none where they do not."""
    letters = [(letter, script) for letter in word if (script := scripts.script(letter))]
    counts = Counter(script.name for _, script in letters)
    for _, script in sorted(letters, key=lambda pair: -counts[pair[1].name]):
        others = [letter for letter, other in letters if other.name != script.name]
        fits = script.name == LATIN.name or counts[script.name] > len(others)
        if fits and not script.shape and all(_passes(letter, script) for letter in others):
            return "" if _innocent(word, others) else "".join(others)
    return ""


def _passes(letter: str, script: Script) -> bool:
    """Whether *letter* passes for one of *script*."""
    own = scripts.script(letter)
    if own is None or own.name == LATIN.name:
        looks = scripts.latin(letter)
    else:
        looks = own.alike.get(letter) or own.alike.get(scripts.bare(letter), "")
    return bool(looks) and (script.name == LATIN.name or looks in script.looks)


def _innocent(word: str, others: Sequence[str]) -> bool:
    """Whether *word* is an acronym with an ending, ITшник, has a symbol in it, TNFα, or is too short to deceive."""
    acronym = _ACRONYM.match(word)
    ending = word[acronym.end() :] if acronym else ""
    if ending.islower() and not _LATIN_LETTER.search(ending):
        return True
    if all(letter in _SYMBOLS for letter in others):
        return len(word) < _SHORTEST_WITH_SYMBOL or _AT_EDGE.search(word) is not None
    shapes = (script for script in map(scripts.script, others) if script)
    return any(len(word) < script.shortest for script in shapes)
