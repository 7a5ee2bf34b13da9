"""Make the address of a page from any title in any script."""

import hashlib
import re
import unicodedata

_LONGEST = 80
_BREAK = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`](?=\w)")
# Letters that do not come apart into a base letter and a mark (Unicode has no decomposition for them).
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "ng"}
)
# Names that Windows keeps for devices, whatever the suffix, and the page that a folder opens with.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|index|com\d|lpt\d)")


def slug(text: str) -> str:
    """Give an address of lower-case letters, digits and single hyphens; empty where *text* has no letter or digit.

    Latin letters lose their marks; other scripts stay as they are, composed, so that an address is readable and the
    same on every file system. At most 80 characters; a longer text is cut at a word and tagged with a digest of it.
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold().translate(_LETTERS))
    bare = "".join(mark for mark in folded if not ("\u0300" <= mark <= "\u036f"))
    made = _BREAK.sub("-", unicodedata.normalize("NFC", bare)).strip("-")
    if len(made.encode("utf-8")) > _LONGEST:
        return tagged(_cut(made), text)
    return tagged(made, text) if _RESERVED.fullmatch(made) else made


def tagged(made: str, text: str) -> str:
    """Give an address of its own to *text* where *made* alone would not tell it apart."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{made}-{digest}" if made else digest


def _cut(made: str) -> str:
    kept = made.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")
    return kept.rpartition("-")[0] or kept
