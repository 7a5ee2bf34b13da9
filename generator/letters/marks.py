"""Find Latin letters that are made of others: an i without its dot, and marks that make no letter."""

import re
import unicodedata
from collections.abc import Iterator
from string import ascii_letters

from generator.letters.scripts import MARKS
from generator.letters.words import Strange, names, words

_TURKIC = re.compile("[ğĞşŞİəƏ]")  # languages that write ı have these, too
_DOTLESS = re.compile("ı(?!\u0307)")
# What no Turkic word has: front vowels, o and u before ı, i behind it, q, w and x.
_FOREIGN = re.compile("[eioöuüEOÖUÜ][^aeıioöuüAEOÖUÜ]*ı|ı[^aeıioöuü]*i|[qwxQWX]")
_UNDOTTED = "".join(
    letter for letter in f"{ascii_letters}ı" if len(unicodedata.normalize("NFC", f"{letter}\u0307")) > 1
)
_DOTTED = re.compile(rf"[{_UNDOTTED}](\u0307)(?![{MARKS}])")
_STRUCK = re.compile("[A-Za-z]([\u0334-\u0336])")  # U+0337 and U+0338 are written in some languages


def strange(text: str) -> Iterator[Strange]:
    """Yield the words of *text* with an i that lost its dot, unless it is Turkic, or marks that make no letter."""
    if text.isascii():
        return
    if not _TURKIC.search(text):
        yield from _dotless(text)
        yield from _marked(text, _DOTTED)
    yield from _marked(text, _STRUCK)


def _dotless(text: str) -> Iterator[Strange]:
    """Yield the words that are not Turkic and have an ı, unless more of the words with one are."""
    dotless = [(start, word) for start, word, _ in words(text, _DOTLESS)]
    foreign = [(start, word) for start, word in dotless if _FOREIGN.search(word)]
    if len(foreign) * 2 > len(dotless):
        yield from (Strange(start, word, f"has a letter that looks like i: {names('ı')}") for start, word in foreign)


def _marked(text: str, pattern: re.Pattern[str]) -> Iterator[Strange]:
    for start, word, marked in words(text, pattern):
        yield Strange(start, word, f"has a mark that makes no letter: {names(marked[1])}")
