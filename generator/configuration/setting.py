"""The records of ``mkdocs.yml``: each setting with its place, each tag, and the refusal of what is not read."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.model import Place, Problem

_MOST = 100_000  # settings taken over from elsewhere: where each merge takes in what was merged, they multiply


class Setting(Struct, frozen=True):
    """A value of ``mkdocs.yml``, where it stands, and where its name does."""

    value: "str | int | bool | tuple[Setting, ...] | Mapping[str, Setting] | None"
    place: Place
    key: Place

    @property
    def text(self) -> str:
        """The value where it is text, else nothing."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> "tuple[Setting, ...]":
        """The values of a list, else nothing."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def entries(self) -> "Mapping[str, Setting]":
        """The settings of a mapping by name, else nothing."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def listed(self) -> "Iterator[tuple[str, Setting]]":
        """Each name with its options, in both forms that MkDocs takes for plugins and extensions: list and mapping."""
        for item in self.items or (self,):
            if item.text:
                yield item.text, item
            yield from item.entries.items()

    @property
    def is_mapping(self) -> bool:
        """Whether the value has settings of its own."""
        return isinstance(self.value, Mapping)


class Tag(Struct, frozen=True):
    """A tag that MkDocs acts on, and the setting of the top level whose value carries it, if one does."""

    name: str
    place: Place
    setting: str = ""


class RefusedError(Exception):
    """Something that is not read: its arguments are its place, what is wrong with it, and what to do."""

    @property
    def problem(self) -> Problem:
        """What to tell the person."""
        place, what, fix = self.args
        return Problem(place, "site", what, fix=fix)


class Budget:
    """Counts what is taken over from elsewhere, by merge keys and by inheriting, and ends it where it is too much."""

    def __init__(self) -> None:
        """Start with nothing spent."""
        self._left = _MOST

    def spend(self, many: int, place: Place) -> None:
        """Count *many* settings that *place* takes over."""
        self._left -= many
        if self._left < 0:
            raise RefusedError(place, f"more than {_MOST} settings are taken over from elsewhere", "write them out")
