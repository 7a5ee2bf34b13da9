"""Make the address of a page from any title in any script."""

import hashlib
import re
import unicodedata

FORM = "lower-case letters, digits and single hyphens, 200 bytes in all, and no name that systems keep"
"""What an address that people choose is made of."""

_LONGEST = 80
_LONGEST_OWN = 200  # bytes; with a suffix and what tells it apart from another it fits the 255 of a file's name
_APOSTROPHES = re.compile("['’ʼ`]")
# What cannot be seen and yet counts as a letter or as a letter's mark: fillers, choosers of a glyph's form.
_UNSEEN = re.compile("[\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Letters that do not come apart into a base letter and a mark (Unicode has no decomposition for them).
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "ng"}
)
_MARKS = re.compile("(?<=[a-z\u03b1-\u03c9])[\u0300-\u036f]+")
# Names that Windows keeps for devices, whatever the suffix, and the page that a folder opens with.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|index|com\d|lpt\d)")


def slug(text: str) -> str:
    """Give an address of lower-case letters, digits and single hyphens; empty where *text* has no letter or digit.

    Latin and Greek letters lose their marks; other scripts stay as they are, composed, so that an address is readable
    and the same on every file system. At most 80 bytes; a longer text is cut at a word and tagged with a digest of it.
    """
    made = _joined(_MARKS.sub("", _folded(_APOSTROPHES.sub("", text)).translate(_LETTERS)))
    if len(made.encode("utf-8")) > _LONGEST:
        return tagged(_cut(made), text)
    return tagged(made, text) if _RESERVED.fullmatch(made) else made


def tagged(made: str, text: str) -> str:
    """Give an address of its own to *text* where *made* alone would not tell it apart."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{made}-{digest}" if made else digest


def is_slug(text: str) -> bool:
    """Whether a person's *text* can be an address as it is: no other spelling of it is the same file anywhere.

    It has at most 200 bytes, since disks count bytes: an ASCII letter has one, a Cyrillic two, a Chinese three or four.
    """
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST_OWN:
        return False
    return _joined(_folded(text)) == text != "" and not _RESERVED.fullmatch(text)


def _folded(text: str) -> str:
    """Give *text* with its marks apart and without difference of case; either can bring forth the other."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", apart))


def _joined(text: str) -> str:
    """Join what words *text* has, each letter with its marks, by single hyphens."""
    made = ["-"]
    for one in text:
        if one.isalnum() or (made[-1] != "-" and unicodedata.category(one) in {"Mn", "Mc"}):
            made.append(one)
        elif made[-1] != "-":
            made.append("-")
    return unicodedata.normalize("NFC", "".join(made).strip("-"))


def _cut(made: str) -> str:
    kept = made.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")
    return kept.rpartition("-")[0] or kept
