"""Find what deceives the eye: letters of one script in a word of another, and characters that cannot be seen."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model import Actor, Glossary, Outlet, Place, Problem
from generator.sheet import Sheet

# Cyrillic and Greek letters that pass for Latin ones, and the Latin ones that they pass for (Unicode, UTS 39).
_ALIKE = "асеоруһіјѕԁԛԝӏАВСЕНІЈКМОРЅТХУԚԜοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LATIN_ALIKE = frozenset("aceopyxhijsdqwlABCEHIJKMOPSTXYQWNZ")
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_OTHER = "\u0370-\u052f"  # Greek and Cyrillic
_MEETING = re.compile(f"(?<=[{_LATIN}])[{_OTHER}]|[{_OTHER}](?=[{_LATIN}])")
_WORD = re.compile(r"\w{1,60}")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
# Direction and tag characters, and what has no width; joiners (U+200C, U+200D) and soft hyphens belong to words.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0000-\U000e007f]")
_WORD_BEFORE = 40  # letters that are looked back over
_REPORTED = 10  # words of one article


def problems(sheets: Iterable[Sheet], texts: Mapping[str, str], glossary: Glossary, folder: str) -> Iterator[Problem]:
    """Yield a warning for what deceives in articles and in the site's own glossary.

    *texts* are those of the seeds by their path below *folder*.
    """
    for sheet in sheets:
        yield from _in_article(sheet, texts[sheet.seed], f"{folder}/{sheet.seed}")
    for actor in glossary.actors.values():
        yield from _in_words([actor.name, *(alias.text for alias in actor.aliases), actor.summary], actor)
    for outlet in glossary.outlets.values():
        yield from _in_words([outlet.name, *outlet.aliases], outlet)


def mixed(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each word of *text* that looks to be of one script and is of two: its start, itself, what is strange."""
    done = 0
    for found in _MEETING.finditer(text):
        if found.start() < done:
            continue
        start = found.start()
        while start > done and text[start - 1].isalnum() and found.start() - start < _WORD_BEFORE:
            start -= 1
        word = _WORD.match(text, start)
        if word is None:
            continue
        done = word.end()
        latin = [one for one in word.group() if _LATIN_LETTER.match(one)]
        others = [one for one in word.group() if one.isalpha() and not _LATIN_LETTER.match(one)]
        if all(one in _ALIKE for one in others):
            yield start, word.group(), "".join(others)
        elif len(others) > len(latin) and all(one in _LATIN_ALIKE for one in latin):
            yield start, word.group(), "".join(latin)


def _in_article(article: Sheet, text: str, file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for start, word, strange in mixed(text):
        if word not in seen and len(seen) < _REPORTED:
            seen.add(word)
            yield _alike(word, strange, _place(file, text, start))
    unseen = _UNSEEN.search(text)
    if unseen:
        count = len(_UNSEEN.findall(text))
        yield _hidden(unseen.group(), count, _place(file, text, unseen.start()))
    for words in filter(None, (article.title, *article.authors)):
        if words not in text:
            yield from _in_line(words, Place(file, 1, 1))


def _in_words(lines: Iterable[str], entry: Actor | Outlet) -> Iterator[Problem]:
    if entry.origin == "site":
        for line in lines:
            yield from _in_line(line, entry.place)


def _in_line(line: str, place: Place) -> Iterator[Problem]:
    yield from (_alike(word, strange, place) for _, word, strange in mixed(line))
    unseen = _UNSEEN.findall(line)
    if unseen:
        yield _hidden(unseen[0], len(unseen), place)


def _alike(word: str, strange: str, place: Place) -> Problem:
    what = f"{word!r} mixes letters that look alike: {', '.join(f'U+{ord(one):04X}' for one in dict.fromkeys(strange))}"
    why = "it is another word than the one that it looks like, and names nobody"
    return Problem(place, "look-alike", what, why, "type it anew in one script", "warning")


def _hidden(character: str, count: int, place: Place) -> Problem:
    what = f"a character that cannot be seen, U+{ord(character):04X}, stands here" + (f", one of {count}" * (count > 1))
    why = "pages show none that turns the direction of the text"
    return Problem(place, "unseen", what, why, "delete it", "warning")


def _place(file: str, text: str, offset: int) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
