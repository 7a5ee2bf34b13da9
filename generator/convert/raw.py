"""HTML that stands in a page as it is: elements that begin a line and are closed."""

import html
import re

from generator.convert.rendered import Refused

_SCRIPT = re.compile(r"<script(?: [a-z]+=\"[^\"<>&]*\")*>[^<]*</script>")
_TAG = re.compile(
    r"""
    < (?P<end>/)? (?P<tag>[a-zA-Z][a-zA-Z0-9]*)
    (?P<attributes> (?: \s [a-zA-Z][a-zA-Z0-9:_-]* (?: =" [^"<>]* ")? )*+ )
    (?P<empty>/)? >
    """,
    re.VERBOSE,
)
_BARE = re.compile(r"(?<=\s)([a-zA-Z][a-zA-Z0-9:_-]*)(?:=\"[^\"]*\")?")
_READ = re.compile(r"[{]|<(?:script|h[1-6])\b")  # what has a meaning in a tree of Markdown
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_IDENTIFIED = re.compile(r"<[a-zA-Z][^<>]*?\sid=\"([^\"]*)\"|<a [^<>]*?name=\"([^\"]*)\"")


def check(text: str, *, nested: bool) -> None:
    """Refuse what is not a run of whole elements, a line or more each; *nested* in Markdown, less is known of them."""
    if nested and _READ.search(text):
        raise Refused
    plain = _SCRIPT.sub("<p></p>", text)
    opened: list[str] = []
    offset = 0
    for tag in _TAG.finditer(plain):
        between = plain[offset : tag.start()]
        offset = tag.end()
        if "<" in between or ">" in between or (not opened and between.strip("\n")):
            raise Refused
        if "markdown" in tag["attributes"] or (nested and _valueless(tag["attributes"])):
            raise Refused
        if not opened and tag.start() and plain[tag.start() - 1] != "\n":
            raise Refused
        _follow(tag, opened)
    if opened or plain[offset:]:
        raise Refused


def _follow(tag: re.Match[str], opened: list[str]) -> None:
    if tag["end"]:
        if not opened or opened.pop() != tag["tag"]:
            raise Refused
    elif not tag["empty"] and tag["tag"] not in _VOID:
        opened.append(tag["tag"])
    elif not opened:
        raise Refused


def _valueless(attributes: str) -> bool:
    return any("=" not in attribute[0] for attribute in _BARE.finditer(attributes))


def named(tag_attributes: str) -> str:
    """Give the attributes of a tag with a value each, its own name where it has none, but without ``markdown``."""
    kept = [found for found in _BARE.finditer(tag_attributes) if found[0] != "markdown"]
    return "".join(f" {found[0]}" if "=" in found[0] else f' {found[0]}="{found[0]}"' for found in kept)


def anchors(markdown: str) -> list[str]:
    """Give the places of a page that HTML in it names."""
    if ' id="' not in markdown and ' name="' not in markdown:
        return []
    return [html.unescape(identifier or name) for identifier, name in _IDENTIFIED.findall(markdown)]
