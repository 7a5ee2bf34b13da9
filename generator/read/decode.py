"""Turn the bytes of a file into its text, and say so where the encoding had to be guessed."""

import codecs

from charset_normalizer import from_bytes

from generator import merge
from generator.model import Place, Problem

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes that the detector looks at: enough for letter statistics, and the same time for any file
_CONTROL_SHARE = 0.02  # more control characters than this is no text


def decode(raw: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Give the text of *raw*, UTF-8 or whatever it most likely is.

    ``None`` and a problem where it is no text, or one that a merge left unsettled.
    """
    text, said = _text(raw, file)
    mark = None if text is None else merge.marked(text)
    if text is None or mark is None:
        return text, said
    place = Place(file, text.count("\n", 0, mark) + 1, 1)
    fix = "keep what is right of both sides, and take the marks out"
    return None, (Problem(place, "conflict", "the marks of a merge stand here", "nobody has settled it", fix),)


def _text(raw: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _in(encoding, raw, file)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(raw, file, error)
    if _is_binary(text):
        return None, (_binary(file),)
    return text, ()


def _is_binary(text: str) -> bool:
    """Whether control characters say that this is no text; the tab and what ends lines are none."""
    if "\x00" in text:
        return True
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\x0b\f\r\x1c\x1d\x1e\x1f")
    return control > len(text) * _CONTROL_SHARE + 8


def _guessed(raw: bytes, file: str, error: UnicodeDecodeError) -> tuple[str | None, tuple[Problem, ...]]:
    if b"\x00" in raw[:_SAMPLE]:
        return None, (_binary(file),)
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        return None, (_binary(file),)
    line, before = raw.count(b"\n", 0, error.start) + 1, raw.rfind(b"\n", 0, error.start)
    return _in(best.encoding, raw, file, Place(file, line, error.start - before))


def _in(encoding: str, raw: bytes, file: str, place: Place | None = None) -> tuple[str | None, tuple[Problem, ...]]:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None, (_binary(file),)
    if _is_binary(text):
        return None, (_binary(file),)
    what = f"it is not UTF-8; it was read as {encoding}"
    found = Problem(place or Place(file, 1, 1), "encoding", what, fix="save it as UTF-8", severity="warning")
    return text, (found,)


def _binary(file: str) -> Problem:
    return Problem(Place(file), "binary", "it is no text", fix="put a plain text in its place, or take it away")
