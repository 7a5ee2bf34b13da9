"""Find the marks that a merge leaves where both sides changed the same lines."""

import re

_MARKS = tuple(re.compile(mark, re.MULTILINE) for mark in (r"^<{7}(?: .*)?$", r"^={7}\r?$", r"^>{7}(?: .*)?$"))


def marked(text: str) -> int | None:
    """Give the offset of the first mark in *text*; nothing where not all three stand there in their order."""
    end, places = 0, []
    for mark in _MARKS:
        place = mark.search(text, end)
        if place is None:
            return None
        places.append(place.start())
        end = place.end()
    return places[0]
