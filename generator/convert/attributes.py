"""Attribute lists (``{ #id .class key="value" flag }``) as the attributes of an HTML tag."""

import re
from functools import lru_cache

from msgspec import Struct

from generator.convert.rendered import Refused

_PLAIN = r"""[^\s"'<>&={}`\\\[\]*_|]+"""
_ATTRIBUTE = re.compile(
    rf"""
      \#(?P<id>{_PLAIN})
    | \.(?P<name>{_PLAIN})
    | (?P<key>[a-z][a-z0-9-]*) (?:=" (?P<value>[^"<>&{{}}\n]*) ")?
    """,
    re.VERBOSE,
)


class Attributes(Struct, frozen=True):
    """The attributes that a list gives: as they stand in a tag, and the identifier among them."""

    text: str = ""
    id: str = ""


NONE = Attributes()


@lru_cache(maxsize=1 << 12)
def read(inside: str) -> Attributes:
    """Give the attributes of what stands between the braces; refuse what is no list of distinct attributes."""
    identifier = ""
    classes: list[str] = []
    others: dict[str, str] = {}
    for item in _items(inside.strip(" ")):
        if item["id"]:
            identifier = item["id"]
        elif item["name"]:
            classes.append(item["name"])
        elif item["key"] in {*others, "id", "class", "data-toc-label"}:
            raise Refused
        else:
            others[item["key"]] = item["key"] if item["value"] is None else f'{item["key"]}="{item["value"]}"'
    shown = [f'id="{identifier}"'] if identifier else []
    shown += [f'class="{" ".join(classes)}"'] if classes else []
    return Attributes("".join(f" {part}" for part in (*shown, *others.values())), identifier)


def _items(inside: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    offset = 0
    while item := _ATTRIBUTE.match(inside, offset):
        found.append(item)
        offset = item.end()
        if offset == len(inside):
            return found
        if inside[offset] != " ":
            break
        offset += 1
    raise Refused
