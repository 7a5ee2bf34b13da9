"""Know the generator's own files by the mark that each bears: a digest of the rest of it, so that an edit shows.

The mark stands in the file, so that it outlives a clone and merges with what it speaks of.
"""

import hashlib
import re

from generator import merge

_PLACE = re.compile(rb"\A(?:---\n|/\* )generated: (true|sha256-[0-9a-f]{16})\b")
_LINE = re.compile(rb"^(?:/\* )?generated: sha256-[0-9a-f]{16}\b", re.MULTILINE)
_HEAD = 1024  # bytes in which both sides of a torn mark stand
_OPEN = b"true"
SUFFIXES = (".md", ".css", ".js")


def sealed(text: str) -> bytes:
    """Return the file of a page whose front matter, or first comment, says ``generated: true``: its digest is there.

    A text that does not say so comes back as it is, and will be taken for a person's.
    """
    content = text.encode("utf-8")
    place = _PLACE.match(content)
    if place is None:
        return content
    start, end = place.span(1)
    unsealed = content[:start] + _OPEN + content[end:]
    return content[:start] + _digest(unsealed) + content[end:]


def holds(content: bytes) -> bool:
    """Whether *content* is as the generator wrote it, whatever line ends a checkout gave it."""
    plain = content.replace(b"\r\n", b"\n")
    place = _PLACE.match(plain)
    if place is None:
        return False
    start, end = place.span(1)
    return place[1] == _digest(plain[:start] + _OPEN + plain[end:])


def bears(content: bytes) -> bool:
    """Whether *content* says that the generator wrote it, changed since or not."""
    return _PLACE.match(content.replace(b"\r\n", b"\n")) is not None


def torn(content: bytes) -> bool:
    """Whether a merge left its marks in what the generator wrote, wherever they stand."""
    head = content[:_HEAD].replace(b"\r\n", b"\n")
    if not head.startswith((b"---\n", b"<<<<<<< ", b"/* ")) or _LINE.search(head) is None:
        return False
    return merge.marked(content.decode("utf-8", "replace")) is not None


def _digest(unsealed: bytes) -> bytes:
    return b"sha256-" + hashlib.sha256(unsealed).hexdigest()[:16].encode("ascii")
