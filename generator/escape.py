"""Let text into a syntax without becoming part of it: one function for each syntax."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import merge
from itertools import chain, groupby

import yaml

# Markdown. Punctuation is encoded unless its neighbours prove it inert, so that ordinary prose stays as it is; the
# tests try nasty and random strings against Python-Markdown with the extensions of mkdocs.yml.
_DROPPED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
# Each alternative looks back at the mark that the first class took: so the search passes over letters in one step.
_LIVE = re.compile(
    rf"""
    [#$&*+<=>@\[\\\]^_`{{|}}~.!?:\-/%{_DROPPED}]
    (?: (?<=[#$&*+<=>@\[\\\]^_`{{|}}~{_DROPPED}])        # never inert
      | (?<=\.)(?: (?<=\.\.) | (?=\.) | (?<=[wW]{{3}}\.))  # an ellipsis, an address
      | (?<=[!?])(?: (?=[^\ \u00a0"')”’,;]) | (?<=!!) | (?<=\?\?))  # but before white space or what closes
      | (?<=:)(?=[^\ ])                                   # but before a space
      | (?<![^\W_]-)(?<=-)(?!\ ) | (?<!\ -)(?<=-)(?![^\W_])  # but between letters or digits, or between spaces
      | (?<![^\W\d_]/)(?<=/) | (?<=/)(?![^\W\d_])         # but between letters
      | (?<!\d%)(?<=%)                                    # but behind a digit
    )
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"\s\s+|[^\S ]")  # white space but plain spaces
_START = re.compile(  # a mark that begins a line, else inert; "12." "iv)" "(a)" in any script, which would open a list
    rf"""
    [\s{_DROPPED}]*
    (?: ([!),\-.:;?])
      | (?: (\() [{_DROPPED}]* )? (?: \w [{_DROPPED}]* )+ ([.)]) (?= [{_DROPPED}]* (?: \s | $ ) )
    )
    """,
    re.VERBOSE,
)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_VANISHING = re.compile(rf"[{_DROPPED}]")


class Written(str):
    """Text as it stands in the file of a page: all that a template prints is this or a number.

    The functions below write it for their syntax. Who makes it of pieces (``Written(f"…")``) vouches that each is.
    """

    __slots__ = ()


TITLE = 300
"""How many characters of a title the theme is given: every page of the site may bear it."""


def visible(text: str) -> str:
    """Give what of *text* can be seen: no control, direction or tag characters, white space in single spaces."""
    if text.isprintable() and "  " not in text:  # nearly always: then no white space but single plain spaces is in it
        return text.strip()
    return " ".join(_VANISHING.sub("", text).split())


Spot = tuple[int, int, str]
"""What of a line must change in Markdown: from where to where, and what to write instead."""


def spots(text: str) -> Iterator[Spot]:
    """Yield, in order, what of a line of prose must change in Markdown: start, end, what to write instead."""
    marks = ((*mark.span(), _mark(mark.group())) for mark in _LIVE.finditer(text))
    gaps = ((*gap.span(), _gap(gap.group())) for gap in _GAP.finditer(text))
    start = _START.match(text)
    begins = [start.span(group) for group in (1, 2, 3) if start[group]] if start else ()
    opening = [(first, last, _encoded(text[first])) for first, last in begins]
    if not opening and not _GAP.search(text):  # nearly always
        return marks
    return (spot for spot, _ in groupby(merge(opening, marks, gaps)))  # a mark may begin the line and be live, too


def pieces(line: str, edges: Sequence[int], known: Iterable[Spot] | None = None) -> list[Written]:
    """Write a line of prose in Markdown as a whole, since what is inert depends on neighbours, cut at *edges*.

    A change that runs over an edge is written before it; *known* are the changes, where they were worked out before.
    Takes time in proportion to the line and its edges.
    """
    cuts = sorted({0, len(line), *edges})
    behind = (len(line), len(line), "")
    changes = chain(spots(line) if known is None else known, [behind])
    start, end, instead = next(changes)
    written: list[Written] = []
    piece: list[str] = []
    at = 0
    for cut in cuts[1:]:
        while start < cut:
            piece += (line[at:start], instead)
            at = end
            start, end, instead = next(changes)
        if at < cut:
            piece.append(line[at:cut])
            at = cut
        written.append(Written("".join(piece)))
        piece = []
    return written


def _mark(mark: str) -> str:
    return _VANISHING.sub("", mark) and _encoded(mark)


def _gap(space: str) -> str:
    return space if {*space} <= {" ", "\u00a0"} else " "


@lru_cache(maxsize=1 << 10)  # a flood of one mark shares its name
def _encoded(character: str) -> str:
    return _NAMED.get(character) or f"&#{ord(character)};"


@lru_cache(maxsize=1 << 14)  # a corpus writes the same names and titles again and again
def markdown(text: str) -> Written:
    """Write one line of prose, a heading, a link's text or a cell of a table in Markdown."""
    line = visible(text)
    return Written("".join(pieces(line, ())))


def attribute(text: str) -> Written:
    """Write the value of an HTML attribute, or text between HTML tags that Markdown does not read."""
    return Written(html.escape(visible(text)))


_STEERING = re.compile(r"[^\w./#\u0080-\U0010ffff-]")  # what an identifier or a path of this site has not


@lru_cache(maxsize=1 << 14)  # each page leads to the same pages
def address(text: str) -> Written:
    """Write an identifier, or a path on this site, as a link's target or an element's id in Markdown or HTML.

    Such have letters, digits, hyphens, dots, slashes, and a ``#`` before the place on the page; all else is encoded.
    """
    return Written(_STEERING.sub(lambda sign: f"%{ord(sign.group()):02X}", visible(text)))


_LINKING = re.compile(r"[^\w/:.?=#%,;@\u0080-\U0010ffff-]")  # what means something to Markdown or HTML in a target


def link(text: str) -> Written:
    """Write an address elsewhere as a link's target in Markdown or HTML, nothing where none may lead (:func:`web`)."""
    return Written(_LINKING.sub(lambda sign: f"&#{ord(sign.group())};", web(text)))


def language(text: str) -> Written:
    """Give the tag of a language (BCP 47) that may become a ``lang`` attribute, else nothing."""
    plain = visible(text)
    return Written(plain if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}", plain) else "")


_ENDLESS = 1 << 30  # characters of a line: no text is broken


def front_matter(fields: Mapping[str, object]) -> Written:
    """Write front matter between its rules; who calls escapes what the theme prints raw (:func:`attribute`)."""
    shown = yaml.dump(dict(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return Written(f"---\n{shown}---\n")


def quoted(text: str) -> Written:
    """Write a YAML text on one line: JSON's form, which YAML reads."""
    return Written(_plain(visible(text)))


class _Dumper(yaml.CSafeDumper):
    """Writes in C, which takes an eighth of the time."""


_Dumper.add_representer(Written, lambda dumper, text: dumper.represent_str(str(text)))


_DEEP = 4  # a list in a node of a graph in an object: its members stay whole


def json_in_html(value: object) -> Written:
    """Write JSON for a ``script`` element: nothing in it can close the element; a line each, for small diffs."""
    plain = _laid(value, _DEEP)
    for character in "<>&\u2028\u2029":
        plain = plain.replace(character, f"\\u{ord(character):04x}")
    return Written(plain)


def _laid(value: object, deep: int) -> str:
    if deep and isinstance(value, Mapping) and value:
        return "{\n" + ",\n".join(f"{_plain(key)}: {_laid(inner, deep - 1)}" for key, inner in value.items()) + "\n}"
    if deep and isinstance(value, list) and value:
        return "[\n" + ",\n".join(_laid(inner, deep - 1) for inner in value) + "\n]"
    return _plain(value)


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_FORMULA = re.compile(r"[=+\-@＝＋－＠]")  # noqa: RUF001 - full-width signs run as formulas, too


def csv_cell(value: object) -> str:
    """Give a cell that no spreadsheet runs as a formula (OWASP, CSV injection): an apostrophe before what would run."""
    text = "" if value is None else visible(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


# A brace by its name: BibTeX counts braces, escaped or not.
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%",
    "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(text: str) -> str:
    """Write a BibTeX value between braces."""
    return "".join(_BIBTEX.get(character, character) for character in visible(text))


def verbatim(address: str) -> str:
    """Write an address where BibTeX reads signs as they are and counts braces."""
    return re.sub(r"[{}\\]", lambda found: f"%{ord(found.group()):02X}", visible(address))


def ris(text: str) -> str:
    """Write a RIS value: one line, no leading hyphen that could look like a tag."""
    return visible(text)


def xml(text: str) -> Written:
    """Write text between XML tags or in an attribute."""
    return Written(html.escape(visible(text)))


def web(address: str) -> str:
    """Give an address that may become a link (http, https, mailto), else nothing."""
    plain = visible(address)
    return plain if re.fullmatch(r"(?:https?://|mailto:)[^\s<>\"'()\[\]]+", plain) else ""
