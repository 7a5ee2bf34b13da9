"""Read YAML that people wrote: every value with its place, nothing guessed, nothing run, nothing doubled."""

import re
from collections.abc import Mapping

import yaml
from msgspec import Struct

from generator.model import Place, Problem

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]

_DEEPEST = 20
_LONGEST_NUMBER = 15  # digits; more is an identifier, and int() of thousands takes quadratic time
# The core schema of YAML 1.2: `no`, `on` and a date stay the words that they are.
_CONSTANTS: Mapping[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "Null", "NULL", "~", ""), None),
}
_INTEGER = re.compile(rf"[-+]?\d{{1,{_LONGEST_NUMBER}}}")
_ADVICE = {
    "alias": "write the value out: aliases (*) are not read",
    "anchor": "write the value out: anchors (&) are not read",
    "tag": "drop the tag (!), a plain value will do",
    "depth": f"nest no deeper than {_DEEPEST}",
    "key": "use plain words as a key",
}


class Document(Struct, frozen=True):
    """A YAML document: its value, and the line and column (from 1) of each value by its JSONPath-like path."""

    value: Value
    marks: Mapping[str, tuple[int, int]]
    problems: tuple[Problem, ...] = ()

    def place(self, file: str, path: str = "$") -> Place:
        """Give the place of the value at *path*, or of the nearest one around it."""
        while path not in self.marks and path != "$":
            path = path[: max(path.rfind("."), path.rfind("["), 1)]
        return Place(file, *self.marks.get(path, (1, 1)))


class _Refused(Exception):  # noqa: N818 - it never leaves this room
    """Something in the document that is not read; its arguments are an advice and a mark."""


def load(text: str, file: str, *, lines_before: int = 0) -> Document:
    """Read *text*, the content of *file* or, below *lines_before* lines, a part of it. Never raises."""
    builder = _Builder(file, lines_before)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Refused as refused:
        advice, mark = refused.args
        place = Place(file, mark.line + 1 + lines_before, mark.column + 1)
        return _broken(Problem(place, "yaml-refused", f"YAML with {advice} is not read", fix=_ADVICE[advice]))
    except yaml.YAMLError as error:
        return _broken(_syntax(error, file, lines_before))
    return Document(builder.root, builder.marks, tuple(builder.problems))


def _broken(problem: Problem) -> Document:
    return Document(None, {}, (problem,))


def _syntax(error: yaml.YAMLError, file: str, lines_before: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "a character that YAML does not allow"
    place = Place(file, mark.line + 1 + lines_before, mark.column + 1) if mark else Place(file, 1 + lines_before, 1)
    return Problem(place, "yaml-syntax", f"the YAML is broken here ({said})", fix="mend the line, or quote the value")


class _Builder:
    """Builds the value from the parser's events: a stack instead of recursion, so that depth costs nothing."""

    def __init__(self, file: str, lines_before: int) -> None:
        self.file, self.lines_before = file, lines_before
        self.root: Value = None
        self.marks: dict[str, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.open: list[tuple[str, dict[str, Value] | list[Value], str | None]] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("alias", event.start_mark)
        if isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event)

    def _node(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            raise _Refused("anchor", event.start_mark)
        if getattr(event, "tag", None) not in {None, "!"}:
            raise _Refused("tag", event.start_mark)
        if len(self.open) >= _DEEPEST:
            raise _Refused("depth", event.start_mark)
        if self.open and isinstance(self.open[-1][1], dict) and self.open[-1][2] is None:
            self._key(event)
            return
        value: Value = {} if isinstance(event, yaml.MappingStartEvent) else []
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
        path = self._place(value)
        self._mark(path, event)
        if isinstance(value, dict | list):
            self.open.append((path, value, None))

    def _key(self, event: yaml.NodeEvent) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused("key", event.start_mark)
        path, holder, _ = self.open[-1]
        key = event.value
        if isinstance(holder, dict) and key in holder:
            first = self.marks[f"{path}.{key}"][0]
            place = Place(self.file, *self._at(event))
            what = f"the key {key[:80]!r} stands twice, first in line {first}"
            self.problems.append(Problem(place, "key-doubled", what, "the first is read", "join the two"))
            key = f"{key}\x00{len(self.marks)}"  # kept apart, dropped below
        self._mark(f"{path}.{key}", event)
        self.open[-1] = (path, holder, key)

    def _place(self, value: Value) -> str:
        """Put *value* where it belongs and give its path."""
        if not self.open:
            self.root = value
            return "$"
        path, holder, key = self.open[-1]
        if isinstance(holder, list):
            holder.append(value)
            return f"{path}[{len(holder) - 1}]"
        if key is not None and "\x00" not in key:
            holder[key] = value
        self.open[-1] = (path, holder, None)
        return f"{path}.{key}"

    def _mark(self, path: str, event: yaml.NodeEvent) -> None:
        self.marks[path] = self._at(event)

    def _at(self, event: yaml.NodeEvent) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + 1 + self.lines_before, mark.column + 1) if mark else (1, 1)


def _scalar(event: yaml.ScalarEvent) -> Value:
    text: str = event.value
    if not event.implicit[0]:
        return text  # quoted
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _INTEGER.fullmatch(text) else text
