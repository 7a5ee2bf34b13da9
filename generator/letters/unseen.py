"""Find characters that cannot be seen, where they are not part of how a language or an emoji is written."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

_ALWAYS = "\u00ad\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a"
_JOINERS = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200c\u200d"  # of Arabic, Indic, Hangul, Khmer, emoji …
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"  # of emoji, Chinese, Mongolian, mathematics
_TURNING = "\u061c\u200e\u200f"  # of text that is written from right to left
_WRITTEN = "A-Za-zÀ-ÖØ-öø-ɏͰ-ԯḀ-ỿ"  # Latin, Greek and Cyrillic need none of them
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1bff\ua980-\ua9df\uaa60-\uaa7f"  # Thai, Khmer, …
)
_NEAR = 30  # characters
_UNSEEN = re.compile(
    rf"""
      \U0001f3f4 [\U000e0030-\U000e007a]{{2,6}} \U000e007f            # the flag of Scotland, all of it
    | ( [{_ALWAYS}\U000e0000-\U000e007f]
      | (?<=[{_WRITTEN}]) [{_JOINERS}{_SELECTORS}] | [{_JOINERS}] (?=[{_WRITTEN}])
      | (?<![\u2800-\u28ff]) \u2800 (?![\u2801-\u28ff])                # Braille without a dot, beside no other
      | (?<![{_UNSPACED}]) \u200b                                     # where no spaces part words, it does
      | [{_TURNING}]
      )
    """,
    re.VERBOSE,
)


class Unseen(Struct, frozen=True):
    """A character that cannot be seen: where it stands first, itself, how often it does."""

    start: int
    character: str
    count: int


def unseen(text: str) -> Iterator[Unseen]:
    """Yield each kind of character of *text* that cannot be seen and does not belong there."""
    if text.isascii():
        return
    starts: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for found in _UNSEEN.finditer(text):
        character, start = found[1], found.start()
        if character and not _belongs(text, character, start):
            starts.setdefault(character, start)
            counts[character] += 1
    for character, start in starts.items():
        yield Unseen(start, character, counts[character])


def _belongs(text: str, character: str, start: int) -> bool:
    """Whether *character* is a mark of direction beside text that needs one, or opens the text as a file may."""
    if character in _TURNING:
        return _RIGHT_TO_LEFT.search(text, max(0, start - _NEAR), start + _NEAR) is not None
    return character == "\ufeff" and start == 0
