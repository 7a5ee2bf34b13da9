"""Read YAML that people wrote: every value with its place, nothing guessed, nothing run, nothing doubled."""

import re
from collections.abc import Mapping

import yaml
from msgspec import Struct

from generator.model import Place, Problem
from generator.read.node import Marks, Node, Value

_DEEPEST = 20
_DOUBLED = 100  # doubled keys that are named; a file with more was pasted into itself
_LONGEST_NUMBER = 15  # digits; more is an identifier, and int() of thousands takes quadratic time
# The core schema of YAML 1.2: `no`, `on` and a date stay the words that they are.
_CONSTANTS: Mapping[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}
_INTEGER = re.compile(rf"[-+]?\d{{1,{_LONGEST_NUMBER}}}")
_NOTHING = re.compile(r"(?:\s++|#[^\r\n]*+)*+")  # white space and comments
_ADVICE = {
    "alias": "write the value out: aliases (*) are not read",
    "anchor": "write the value out: anchors (&) are not read",
    "tag": "drop the tag (!), a plain value will do",
    "depth": f"nest no deeper than {_DEEPEST}",
    "key": "use plain words as a key",
    "directive": "drop the line that begins with %",
    "a key doubled time and again": "join what stands twice",
}


class Document(Struct, frozen=True):
    """A YAML document: its outermost value, none where it is empty or broken, and what is wrong with it."""

    root: Node | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def value(self) -> Value:
        """The value of the whole."""
        return self.root.value if self.root else None


class _Refused(Exception):  # noqa: N818 - it never leaves this room
    """Something in the document that is not read; its arguments are an advice, a line and a column."""


def load(text: str, file: str, *, lines_before: int = 0) -> Document:
    """Read *text*, the content of *file* or, below *lines_before* lines, a part of it. Never raises.

    Only the first document is read; another behind it is a problem.
    """
    builder = _Builder(file, lines_before)
    try:
        _refuse_directives(text)
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
            if isinstance(event, yaml.DocumentEndEvent):
                end = event.end_mark.index if event.end_mark else len(text)
                builder.problems += _second(text, end, file, lines_before)
                break
    except _Refused as refused:
        advice, line, column = refused.args
        place = Place(file, line + lines_before, column)
        problem = Problem(place, "yaml-refused", f"YAML with {advice} is not read", fix=_ADVICE[advice])
        return Document(None, (*builder.problems, problem))
    except yaml.YAMLError as error:
        return Document(None, (*builder.problems, _syntax(error, file, lines_before)))
    return Document(builder.root, tuple(builder.problems))


def _refuse_directives(text: str) -> None:
    """Refuse what is read in quadratic time (``%TAG``) before it is read."""
    start = _skipped(text, 0)
    if text.startswith("%", start):
        raise _Refused("directive", *_position(text, start))


def _second(text: str, end: int, file: str, lines_before: int) -> list[Problem]:
    """Say where something stands behind the *end* of the first document, if anything does."""
    start = _skipped(text, end)
    if start == len(text):
        return []
    line, column = _position(text, start)
    place = Place(file, line + lines_before, column)
    what = "a second YAML document begins here"
    return [Problem(place, "yaml-second", what, "only the first is read", "drop the line of --- or ... before it")]


def _skipped(text: str, start: int) -> int:
    """Give where something stands in *text* that is neither white space nor comment, from *start*."""
    nothing = _NOTHING.match(text, start)
    return nothing.end() if nothing else start


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _syntax(error: yaml.YAMLError, file: str, lines_before: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "a character that YAML does not allow"
    place = Place(file, mark.line + 1 + lines_before, mark.column + 1) if mark else Place(file, 1 + lines_before, 1)
    return Problem(place, "yaml-syntax", f"the YAML is broken here ({said})", fix="mend the line, or quote the value")


class _Open:
    """A mapping or list whose end is still to come."""

    __slots__ = ("doubled", "holder", "key", "number")

    def __init__(self, holder: dict[str, Value] | list[Value], number: int) -> None:
        self.holder, self.number = holder, number
        self.key: str | None = None  # of the value that is to come
        self.doubled = False  # whether that value is dropped, since the mapping has its key


class _Builder:
    """Builds the value from the parser's events: a stack instead of recursion, so that depth costs nothing."""

    def __init__(self, file: str, lines_before: int) -> None:
        self.lines_before = lines_before
        self.root: Node | None = None
        self.marks = Marks(file)
        self.problems: list[Problem] = []
        self.open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("alias", *_at(event))
        if isinstance(event, yaml.CollectionEndEvent):
            self._end(self.open.pop().number)
        elif isinstance(event, yaml.NodeEvent):
            self._refuse(event)
            around = self.open[-1] if self.open else None
            if around and around.key is None and isinstance(around.holder, dict):
                self._key(event, around)
            else:
                self._value(event, around)

    def _refuse(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            raise _Refused("anchor", *_at(event))
        if getattr(event, "tag", None) not in {None, "!"}:
            raise _Refused("tag", *_at(event))
        if len(self.open) >= _DEEPEST:
            raise _Refused("depth", *_at(event))

    def _key(self, event: yaml.NodeEvent, around: _Open) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused("key", *_at(event))
        around.key = event.value
        around.doubled = event.value in around.holder
        if around.doubled:
            self._say_doubled(event, around)

    def _say_doubled(self, event: yaml.ScalarEvent, around: _Open) -> None:
        if len(self.problems) >= _DOUBLED:
            raise _Refused("a key doubled time and again", *_at(event))
        first = Node(around.holder, around.number, self.marks).nearest([event.value]).place.line
        line, column = _at(event)
        place = Place(self.marks.file, line + self.lines_before, column)
        what = f"the key {event.value[:80]!r} stands twice, first in line {first}"
        self.problems.append(Problem(place, "key-doubled", what, "the first is read", "join the two"))

    def _value(self, event: yaml.NodeEvent, around: _Open | None) -> None:
        line, column = _at(event)
        number = self.marks.begin(line + self.lines_before, column)
        if isinstance(event, yaml.ScalarEvent):
            self._put(_scalar(event), number, around)
            self._end(number)
        else:
            holder: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._put(holder, number, around)
            self.open.append(_Open(holder, number))

    def _put(self, value: Value, number: int, around: _Open | None) -> None:
        if around is None:
            self.root = Node(value, number, self.marks)
        elif isinstance(around.holder, list):
            around.holder.append(value)
        elif around.key is not None and not around.doubled:
            around.holder[around.key] = value

    def _end(self, number: int) -> None:
        """Close the value *number*, and make room for the next beside it."""
        around = self.open[-1] if self.open else None
        if around and around.doubled:
            self.marks.drop(number)
            around.doubled = False
        else:
            self.marks.end(number)
        if around:
            around.key = None


def _at(event: yaml.Event) -> tuple[int, int]:
    """Give the line and the column, from 1, at which what the parser tells of begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _scalar(event: yaml.ScalarEvent) -> Value:
    text: str = event.value
    if not event.implicit[0]:
        return text  # quoted
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _INTEGER.fullmatch(text) else text
