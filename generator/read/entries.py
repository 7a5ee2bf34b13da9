"""The forms of the three files that people keep, as they are written in YAML; their JSON Schema is made of these."""

from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from generator import dates
from generator.model import ActorType, AliasKind, Status
from generator.read.node import Value

Entry = TypeVar("Entry", bound=Struct)

Words = Annotated[str, Meta(min_length=1, max_length=300)]
Address = Annotated[str, Meta(pattern=r"^(https?://[^\s<>\"]+)?$", max_length=2000)]


class Day(str):
    """A day, a month or a year that the calendar has, as EDTF; empty where none is said."""

    __slots__ = ()


_DAY = {
    "type": ["string", "integer"],  # YAML takes a year alone for a number
    "pattern": "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$",
    "minimum": 1000,
    "maximum": 9999,
}
Date = Annotated[Day, Meta(description="EDTF: 2010-02-04, 2010-02 or 2010", extra_json_schema=_DAY)]


class AliasEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to write a name, with what it is and when it counts."""

    text: Words
    kind: AliasKind | None = None
    when: Literal["always", "named"] = "always"


class RoleEntry(Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from", "until": "to"}):
    """An office that a person held."""

    title: Words
    of: str = ""
    since: Date | None = None
    until: Date | None = None


class ActorEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """An actor of ``actors.yml``; only an ignored one needs no name and no type."""

    name: Words | None = None
    type: ActorType | None = None
    aliases: tuple[Words | int | AliasEntry, ...] = ()
    summary: str = ""
    roles: tuple[RoleEntry, ...] = ()
    wikidata: Annotated[str, Meta(pattern=r"^(Q[1-9][0-9]{0,11})?$")] = ""
    url: Address = ""
    status: Status = "reviewed"


class OutletEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet of ``outlets.yml``."""

    name: Words | None = None
    aliases: tuple[Words | int, ...] = ()
    type: str = ""
    country: str = ""
    url: Address = ""
    status: Status = "reviewed"


class PublicationEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A series of ``publications.yml``; volume n appeared in ``volume_one`` + n − 1."""

    name: Words
    aliases: tuple[Words | int, ...] = ()
    publisher: str = ""
    volume_one: Annotated[int, Meta(ge=1000, le=2999)] | None = None
    issn: Annotated[str, Meta(pattern=r"^([0-9]{4}-[0-9]{3}[0-9X])?$")] = ""
    url: Address = ""


class UnfitError(ValueError):
    """A value that does not fit its field; its arguments are what it is and what to write."""


def as_entry(value: Value, form: type[Entry]) -> Entry:
    """Read *value* as an entry of *form*. Raises msgspec.ValidationError where it is none."""
    return msgspec.convert(value, form, dec_hook=_decoded)


def _decoded(kind: type, value: object) -> Day:
    """Read the one kind of value that msgspec does not know."""
    if kind is not Day:
        raise NotImplementedError
    if value != "" and (isinstance(value, bool) or not dates.in_calendar(str(value))):
        said = f"{str(value)[:60]!r} is no day, month or year of the calendar"
        raise UnfitError(said, f"write {dates.FORM}")
    return Day(value)
