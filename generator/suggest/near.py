"""Find the known name that is most like a new one, so that a misspelling or a double shows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from generator import text
from generator.model import Glossary
from generator.suggest.weigh import Guess

_SOUNDS = re.compile(r"kh|gh|h|x|ts|tz|zh|sh|ch|ck|ph|w|q|y|j")
_ALIKE = {
    "kh": "k",
    "gh": "g",
    "h": "",
    "x": "ks",
    "ts": "c",
    "tz": "c",
    "zh": "z",
    "sh": "s",
    "ch": "c",
    "ck": "k",
    "ph": "f",
    "w": "v",
    "q": "k",
    "y": "",
    "j": "",
}
_VOWELS = re.compile(r"[aeiou]+|(.)(?=\1)")
_LIKE = 0.7
_MOST = 40  # names of one sound that are compared; more are a common surname


def marked(guesses: Sequence[Guess], glossary: Glossary) -> list[Guess]:
    """Give the guesses, each with the known name most like it, from the glossary or a surer guess."""
    known: dict[str, list[tuple[str, str]]] = {}
    for actor in glossary.actors.values():
        for name in (actor.name, *(alias.text for alias in actor.aliases if " " in alias.text)):
            _note(known, name, actor.id)
    made: list[Guess] = []
    for guess in guesses:
        made.append(replace(guess, near=_nearest(guess, known)))
        _note(known, guess.name, guess.id)
    return made


def _note(known: dict[str, list[tuple[str, str]]], name: str, identifier: str) -> None:
    for key in _keys(name):
        if len(known.setdefault(key, [])) < _MOST:
            known[key].append((text.fold(name), identifier))


def _nearest(guess: Guess, known: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    name = text.fold(guess.name)
    alike = [
        (SequenceMatcher(None, name, other, autojunk=False).ratio(), identifier)
        for key in _keys(guess.name)
        for other, identifier in known.get(key, ())
    ]
    best = max(alike, default=(0.0, ""))
    return best[1] if best[0] >= _LIKE else ""


def _keys(name: str) -> Iterator[str]:
    """Give how the name and its last word sound: what spellings of one name share."""
    words = text.fold(name).split()
    yield " ".join(sound(word) for word in words)
    if len(words) > 1:
        yield sound(words[-1])
        yield f"{sound(words[0])} *"


def sound(word: str) -> str:
    """Give the consonants of a word as most spellings of it agree: ``Qaddafi`` and ``Gaddafi``'s differ in one."""
    plain = _SOUNDS.sub(lambda found: _ALIKE[found.group()], word.casefold())
    return word[:1].casefold() + _VOWELS.sub("", plain[1:]) if plain else word.casefold()
