"""Say in plain words what is wrong with an entry, and what to write instead."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import msgspec
from msgspec import inspect

from generator.read.entries import UnfitError
from generator.read.node import Step

_WHERE = re.compile(r"(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(?P<key>\w+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`", re.DOTALL)
_VALUE = re.compile(r"Invalid enum value '(?P<value>.*)'", re.DOTALL)
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<given>[^`]*)`")
_WORDS = {
    "array": "a list",
    "object": "keys with values",
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}
_LONGEST = 60  # characters of what was written that a message repeats


class Mistake(msgspec.Struct, frozen=True):
    """What is wrong: the way to the field from the entry (``roles``, 0, ``title``), what it is, what to do."""

    path: tuple[Step, ...]
    what: str
    fix: str


def mistake(error: msgspec.ValidationError, form: type[msgspec.Struct]) -> Mistake:
    """Put msgspec's *error* about an entry of *form* in the words of its author."""
    said = _WHERE.fullmatch(str(error))
    what, path = (said["what"], _steps(said["path"] or "")) if said else (str(error), ())
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if isinstance(error.__cause__, UnfitError):
        unfit, fix = error.__cause__.args
        return Mistake(path, f"{field}: {unfit}", fix)
    if found := _UNKNOWN.fullmatch(what):
        key = found["key"]
        return Mistake((*path, key), f"`{key[:_LONGEST]}` is no key here", _instead(key, _keys(form, field)))
    if found := _VALUE.fullmatch(what):
        said_value = found["value"][:_LONGEST]
        return Mistake(path, f"{field}: {said_value!r} is not known", _instead(said_value, _values(form, field)))
    if found := _TYPE.match(what):
        wanted, given = (" or ".join(map(_in_words, found[part].split(" | "))) for part in ("wanted", "given"))
        return Mistake(path, f"{field or 'the entry'}: this is {given}", f"write {wanted}")
    return Mistake(path, f"{field or 'the entry'}: {what[:1].lower()}{what[1:]}", "mend this value")


def _steps(path: str) -> tuple[Step, ...]:
    return tuple(int(step["index"]) if step["index"] else step["key"] for step in _STEP.finditer(path))


def _in_words(kind: str) -> str:
    return _WORDS.get(kind, kind)


def _instead(written: str, allowed: Sequence[str]) -> str:
    near = get_close_matches(written, allowed, 1)
    return (f"did you mean `{near[0]}`? " if near else "") + f"write one of {', '.join(allowed)}"


def _keys(form: type[msgspec.Struct], field: str) -> Sequence[str]:
    """Give the keys of the entry, or of what stands in its *field*."""
    found = [inner for name, inner in _types(inspect.type_info(form), "") if name == field]
    return [key.encode_name for inner in found if isinstance(inner, inspect.StructType) for key in inner.fields]


def _values(form: type[msgspec.Struct], field: str) -> Sequence[str]:
    """Give the values that *field* may have."""
    found = [inner for name, inner in _types(inspect.type_info(form), "") if name == field]
    return [str(value) for inner in found if isinstance(inner, inspect.LiteralType) for value in inner.values]


def _types(kind: inspect.Type, field: str) -> Iterator[tuple[str, inspect.Type]]:
    """Yield every type in *kind* with the name of the field that it stands in."""
    yield field, kind
    if isinstance(kind, inspect.StructType):
        for key in kind.fields:
            yield from _types(key.type, key.encode_name)
    elif isinstance(kind, inspect.UnionType):
        for inner in kind.types:
            yield from _types(inner, field)
    elif isinstance(kind, inspect.VarTupleType | inspect.ListType):
        yield from _types(kind.item_type, field)
