"""The forms of the three files that people keep, as they are written in YAML; their JSON Schema is made of these."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from generator.model import ActorType, AliasKind, Status

Words = Annotated[str, Meta(min_length=1, max_length=300)]
Address = Annotated[str, Meta(pattern=r"^(https?://[^\s<>\"]+)?$", max_length=2000)]
Day = Annotated[str | int, Meta(description="EDTF: 2010-02-04, 2010-02 or 2010")]


class AliasEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to write a name, with what it is and when it counts."""

    text: Words
    kind: AliasKind | None = None
    when: Literal["always", "named"] = "always"


class RoleEntry(Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from", "until": "to"}):
    """An office that a person held."""

    title: Words
    of: str = ""
    since: Day = ""
    until: Day = ""


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
