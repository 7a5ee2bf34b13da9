"""Cut out of a built page what the search is to find, so that nothing else on it is read or makes the index anew."""

import re
from collections.abc import Iterator

_MARK = b"data-pagefind-body"
_PART = b"<div data-pagefind-body>"  # in pages of ours, whose HTML is sound; what people wrote is marked otherwise
_ROOT = re.compile(rb"<html\b[^>]*>")
_EDGE = re.compile(rb"<(/?)div\b[^>]*>")


def of(page: bytes) -> bytes | None:
    """Return a page that holds the marked parts of *page* alone, in its language; None where nothing is marked.

    A page whose marks are not ours, or whose parts do not end, comes back as it is: Pagefind knows its way in it.
    """
    marks = page.count(_MARK)
    if not marks:
        return None
    parts = [*_parts(page)]
    if len(parts) < marks:
        return page
    root = _ROOT.search(page)
    return b"".join([root[0] if root else b"<html>", b"<body><article>", *parts, b"</article></body></html>"])


def _parts(page: bytes) -> Iterator[bytes]:
    """Yield each marked part that ends."""
    start = page.find(_PART)
    while start >= 0:
        end = _end(page, start)
        if end is None:
            return
        yield page[start:end]
        start = page.find(_PART, end)


def _end(page: bytes, start: int) -> int | None:
    """Return where the element that begins at *start* ends."""
    depth = 0
    for edge in _EDGE.finditer(page, start):
        depth += -1 if edge[1] else 1
        if not depth:
            return edge.end()
    return None
