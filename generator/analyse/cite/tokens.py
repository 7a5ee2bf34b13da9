"""Cut what stands in a citation's bracket into tokens: dates, separators, addresses, quoted titles, words."""

import re
from typing import NamedTuple

from generator import dates

_TOKEN = re.compile(
    r"(?P<gloss>\[[^\[\]]{0,200}\]|\([^()]{0,200}\))"
    r"|(?P<quote>“[^“”]{1,300}”|\"[^\"]{1,300}\")"
    r"|(?P<url>(?:https?://|www\.)[^\s,;()\[\]“”\"]+"
    r"|(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,4}[a-z]{2,12}(?![\w.-])(?:/[^\s,;()\[\]“”\"]*)?)"
    rf"|(?P<date>\d{{4}}-\d\d-\d\d(?!\w)|[O0-3]?[O\d](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d\d(?!\w))"
    rf"|(?P<weekday>{dates.WEEKDAY})(?!\w)"
    rf"|(?P<month>{dates.MONTH})(?!\w)"
    rf"|(?P<year>{dates.YEAR}|[’'‘]\d\d)(?!\w)"
    rf"|(?P<number>{dates.DAY}(?:st|nd|rd|th)?)(?!\w|[./]\d|\.\w)"
    r"|(?P<semicolon>;)|(?P<comma>,)|(?P<dash>[-–—]{1,2}(?=\s?[\dA-Z])|(?:to|through)(?=\s\d))|(?P<stop>\.(?=\s|$))|(?P<and>(?:and|&)(?!\w))"
    r"|(?P<word>[^\s,;()\[\]]+)"
)


class Token(NamedTuple):
    """A piece of a citation; *start* and *end* count from the beginning of what was cut."""

    kind: str
    text: str
    start: int
    end: int


def tokens(content: str) -> list[Token]:
    """Cut *content*, what stands between the brackets; white space separates and is left out."""
    return [
        Token(found.lastgroup or "word", found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(content)
    ]
