"""Cut what stands in a citation's bracket into tokens, each of a kind, so that rules are patterns over the kinds."""

import re

from msgspec import Struct

from generator import dates

_WORD_END = r"(?=[\s,;()\[\]]|$)"
_PATTERNS = (  # what comes first wins
    ("w", r"(?:[Ee]\.g\.|i\.e\.|[Ff]or (?:example|instance)),"),
    (",", r","),
    (";", r";"),
    ("g", r"\[[^\[\]]{0,200}\]"),
    ("g", r"\([^()]{0,200}\)"),
    ("q", r"“[^“”]{1,300}”"),
    ("q", r"\"[^\"]{1,300}\""),
    ("u", r"(?:https?://|www\.)[^\s,;()\[\]“”\"]+"),
    ("u", r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,4}[a-z]{2,12}(?![\w.-])(?:/[^\s,;()\[\]“”\"]*)?"),
    ("e", r"\d{4}-\d\d-\d\d(?!\w)"),
    ("e", r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?!\w)"),
    ("e", r"[O0-3]?[O\d](?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d\d(?!\w)"),
    ("d", rf"{dates.WEEKDAY}(?!\w)"),
    ("m", rf"{dates.MONTH}(?!\w)"),
    ("Y", rf"{dates.YEAR}(?!\w)"),
    ("y", r"[’'‘]\d\d(?!\w)"),
    ("n", rf"(?![0Oo]+(?!\w)){dates.DAY}(?:st|nd|rd|th)?(?!\w|[./]\d|\.\w)"),
    ("z", rf"\d\d{_WORD_END}"),
    ("-", r"[-–—]{1,2}(?=\s?[\dA-Z])"),
    ("-", r"(?:to|through)(?=\s\d)"),
    (".", r"\.(?=\s|$)"),
    ("&", r"(?:and|&)(?!\w)"),
    ("o", rf"of{_WORD_END}"),
    ("k", rf"(?:GMT|UTC|hours|hrs){_WORD_END}"),
    ("w", r"[^\s,;()\[\]]+"),
)
_KINDS = "".join(("w", *(kind for kind, _ in _PATTERNS)))
# An empty group behind each pattern tells which one matched; one around it would keep the engine from trying only
# those that can begin with the character at hand.
_TOKEN = re.compile("|".join(f"(?:{pattern})()" for _, pattern in _PATTERNS))
_BRACKET = re.compile(r"[()\[\]]")


class Tokens(Struct, frozen=True):
    """Tokens in their order.

    A kind is a letter: ``m`` a month, ``n`` a day, ``Y`` a year, ``y`` one as ``’92``, ``z`` one as ``92``, ``e`` a
    date in figures, ``d`` a day of the week, ``k`` the zone of a time of day, ``u`` an address, ``q`` words in
    quotation marks, ``g`` a gloss in brackets, ``o`` the word *of*, ``w`` any other word; ``&`` is *and*, ``-`` a dash
    or *to*, and ``,`` ``;`` ``.`` are themselves.
    """

    content: str
    kinds: str
    spans: tuple[tuple[int, int], ...]  # in *content*

    def text(self, at: int) -> str:
        """Give the token *at* as printed."""
        start, end = self.spans[at]
        return self.content[start:end]

    def words(self, first: int, last: int) -> str:
        """Give the tokens from *first* to before *last* as printed, but for glosses and stray brackets."""
        printed = self.content[self.spans[first][0] : self.spans[last - 1][1]]
        if not _BRACKET.search(printed):
            return printed
        pieces: list[str] = []
        end = self.spans[first][0]
        for at in range(first, last):
            if self.kinds[at] == "g":
                continue
            start = self.spans[at][0]
            gap = self.content[end:start]
            pieces.append(gap if gap.isspace() else "")
            pieces.append(self.text(at))
            end = self.spans[at][1]
        return "".join(pieces)


def tokens(content: str) -> Tokens:
    """Cut *content*, what stands between the brackets; white space separates and is left out."""
    found = list(_TOKEN.finditer(content))
    kinds = "".join([_KINDS[token.lastindex or 0] for token in found])
    return Tokens(content, kinds, tuple([token.span() for token in found]))
