"""Read one YAML document into settings: merge keys and aliases followed, ``!ENV`` as its default, tags noted."""

import re
from collections.abc import Mapping

import yaml
from msgspec import Struct

from generator.configuration.setting import Budget, RefusedError, Setting, Tag
from generator.model import Place

_DEEPEST = 40  # lists and mappings in one another
_YAML = "tag:yaml.org,2002:"
_PLAIN = frozenset(f"{_YAML}{kind}" for kind in "bool float int map merge null seq str timestamp value".split())
_TEXT = frozenset(f"{_YAML}{kind}" for kind in "merge str value".split())
_NUMBER = re.compile(r"[-+]?\d{1,15}")
_BROKEN = (yaml.YAMLError, ValueError, OverflowError)  # the last two: numbers that no character and no int() has

Contents = tuple[Setting, ...] | Mapping[str, Setting]


class Document(Struct, frozen=True):
    """What one file sets, the tags in it, and its ``INHERIT``."""

    settings: Mapping[str, Setting]
    tags: tuple[Tag, ...]
    parent: Setting | None


class _Loader(yaml.SafeLoader):
    """Composes nodes with the parser that MkDocs uses (libyaml's differs in details), and none too deep."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text)
        self._file = file
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self._depth == _DEEPEST:
            place = _place(self._file, self.peek_event().start_mark)  # type: ignore[no-untyped-call]
            raise RefusedError(place, f"lists and mappings lie more than {_DEEPEST} deep here", "nest them less")
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def load(text: str, file: str, budget: Budget) -> Document:
    """Read *text*, the content of *file*. Raises :class:`RefusedError` where it cannot be."""
    try:
        root = _Loader(text, file).get_single_node()
    except _BROKEN as error:
        place = _place(file, getattr(error, "problem_mark", None))
        raise RefusedError(place, "is no YAML", "mend this place") from None
    if root is None:
        return Document({}, (), None)
    if not isinstance(root, yaml.MappingNode):
        raise RefusedError(Place(file), "has no settings", "start with `site_name:`")
    reader = _Reader(file, root, budget)
    settings = dict(reader.settings(root))
    parent = settings.pop("INHERIT", None)
    return Document(settings, tuple(reader.tags), parent)


class _Reader:
    """Turns nodes into settings, each node once, however many aliases lead to it."""

    def __init__(self, file: str, root: yaml.MappingNode, budget: Budget) -> None:
        self.file, self.root, self.budget = file, root, budget
        self.tags: list[Tag] = []
        self.done: dict[yaml.Node, Contents | None] = {}  # None: it is being read

    def settings(self, node: yaml.MappingNode) -> Mapping[str, Setting]:
        """Give the settings of a mapping, those that it merges below its own."""
        contents = self._contents(node)
        return contents if isinstance(contents, Mapping) else {}

    def setting(self, node: yaml.Node, key: Place | None = None, name: str = "") -> Setting:
        """Give the value of *node*, whose name stands at *key*, and note its tag."""
        place = self._place(node)
        if node.tag not in _PLAIN:
            self.tags.append(Tag(node.tag.removeprefix(_YAML), place, name))
        if isinstance(node, yaml.ScalarNode):
            return Setting(_scalar(node, place), place, key or place)
        contents = self._contents(node)
        if node.tag in _PLAIN:
            return Setting(contents, place, key or place)
        default = contents[-1].value if node.tag == "!ENV" and isinstance(contents, tuple) and contents[1:] else None
        return Setting(default, place, key or place)

    def _contents(self, node: yaml.Node) -> Contents:
        if node not in self.done:
            self.done[node] = None
            self.done[node] = self._entries(node) if isinstance(node, yaml.MappingNode) else self._items(node)
        contents = self.done[node]
        if contents is None:
            raise RefusedError(self._place(node), "an alias in this value leads back to it", "write it out")
        return contents

    def _items(self, node: yaml.Node) -> tuple[Setting, ...]:
        return tuple(self.setting(item) for item in node.value)

    def _entries(self, node: yaml.MappingNode) -> dict[str, Setting]:
        merged: dict[str, Setting] = {}
        own: dict[str, Setting] = {}
        for key, value in node.value:
            if key.tag == f"{_YAML}merge":
                merged |= self._merged(value)
                continue
            name = self._name(key)
            setting = self.setting(value, self._place(key), name if node is self.root else "")
            if name:
                own[name] = setting
        return merged | own

    def _merged(self, value: yaml.Node) -> dict[str, Setting]:
        """Give what ``<<`` takes over: of several mappings the first wins."""
        settings: dict[str, Setting] = {}
        for mapping in reversed(value.value) if isinstance(value, yaml.SequenceNode) else [value]:
            if not isinstance(mapping, yaml.MappingNode):
                raise RefusedError(self._place(value), "`<<` merges something that has no settings", "drop it")
            self.setting(mapping)
            taken = self.settings(mapping)
            self.budget.spend(len(taken) + 1, self._place(value))
            settings |= taken
        return settings

    def _name(self, key: yaml.Node) -> str:
        """Give the name that *key* is; nothing where it is another value."""
        name = self.setting(key)
        if name.items or name.is_mapping or (name.value == ()):
            raise RefusedError(name.place, "a name here is a list or a mapping", "write a plain word")
        return name.text

    def _place(self, node: yaml.Node) -> Place:
        return _place(self.file, node.start_mark)


def _place(file: str, mark: yaml.Mark | None) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _scalar(node: yaml.ScalarNode, place: Place) -> str | int | bool | None:
    """Give the value of a scalar; None for kinds that no setting here takes (dates, fractions, other tags)."""
    if not node.value.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in node.value):
        raise RefusedError(place, "half a character stands here, which no file can hold", "write it whole")
    if node.tag in _TEXT:
        text: str = node.value
        return text
    if node.tag == f"{_YAML}bool":
        return yaml.SafeLoader.bool_values.get(node.value.lower())
    number = node.tag == f"{_YAML}int" and _NUMBER.fullmatch(node.value)
    return int(node.value) if number else None
