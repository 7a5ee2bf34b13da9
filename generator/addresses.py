"""Know where each page lies below ``docs/``, and how a place on it is called: nothing else puts a path together.

No address depends on how much the archive holds, so that none moves when it grows.
"""

import re
from collections import Counter
from collections.abc import Iterable

from generator import escape, slug

_OPENING = 3  # words; of five schemes that were measured this one kept most old addresses right after twenty edits
_LONGEST_WORD = 20  # letters; a longer one is of a script that puts no spaces between words
_CUT_WORD = 12
_WORD = re.compile(r"\w\S*")
_OWN = ("title", "sources", "overview", "related", "cite")  # what the template and the theme call places of a page


def article(identifier: str) -> str:
    """Return the path of an article's page."""
    return f"articles/{identifier}.md"


def actor(identifier: str) -> str:
    """Return the path of an actor's page; the actor itself is the anchor of its name there."""
    return f"actors/{identifier}.md"


def outlet(identifier: str) -> str:
    """Return the path of an outlet's page; the outlet itself is the anchor of its name there."""
    return f"sources/{identifier}.md"


def series(name: str) -> str:
    """Return the identifier of a series; spellings of its name that differ in capitals or marks share it."""
    return slug.slug(name) or slug.tagged("series", name)


def shelf(folder: str, name: str) -> str:
    """Return the path of the page of a part of a list, *name* in the *folder* of that list."""
    return f"{folder}/{name}.md"


def source(outlet: str, date: str | None) -> str:
    """Return the identifier of a cited report, an outlet on a day: ``interfax-2010-02-04``; its anchor, too."""
    return f"{outlet}-{(date or 'undated').replace('/', '-to-')}"


def report(outlet: str, date: str | None) -> str:
    """Return the path and anchor of a cited report: it stands on the page of its outlet's year, from the first on."""
    year = date[:4] if date and date[:4].isdecimal() else "undated"
    return f"sources/{outlet}/{year}.md#{source(outlet, date)}"


def place_of_actor(identifier: str) -> str:
    """Return the path of an actor's page with the anchor of its name."""
    return f"{actor(identifier)}#{identifier}"


def from_article(place: str) -> str:
    """Return what leads from the page of an article to *place*, a path below ``docs/``."""
    return f"../{place}"


def lost(paragraph: str) -> str:
    """Return the anchor of the line that says what a paragraph lost; no actor and no report has a full stop."""
    return f"lost.{paragraph or 'title'}"


def up(path: str) -> str:
    """Return what leads from the page at *path* to the top of ``docs/``."""
    return "../" * path.count("/")


def paragraphs(texts: Iterable[str]) -> list[str]:
    """Return the anchor of each of an article's paragraphs, which is the slug of its first three words.

    A second one that opens alike gets ``-2``. Twelve letters stand for a word of a script without spaces.
    """
    counted = Counter(_OWN)
    taken = set(_OWN)
    anchors: list[str] = []
    for text in texts:
        opening = _opening(text)
        counted[opening] += 1
        anchor = opening if counted[opening] == 1 else f"{opening}-{counted[opening]}"
        while anchor in taken:  # "The quay, 2" may stand before the second "The quay"
            counted[opening] += 1
            anchor = f"{opening}-{counted[opening]}"
        taken.add(anchor)
        anchors.append(anchor)
    return anchors


def _opening(text: str) -> str:
    words: list[str] = []
    for found in _WORD.finditer(escape.visible(text[:200])):
        word = found.group()
        words.append(word if len(word) <= _LONGEST_WORD else word[:_CUT_WORD])
        if len(words) == _OPENING:
            break
    return slug.slug(" ".join(words)) or "paragraph"
