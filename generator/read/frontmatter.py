"""Read the front matter of an article: only known keys, each of its type."""

import re
from collections.abc import Callable, Mapping

from frontmatter.default_handlers import YAMLHandler

from generator import dates, slug
from generator.model import Place, Problem
from generator.read.node import Value
from generator.read.strict import Document, load

_HANDLER = YAMLHandler()
_LARGEST = 64 * 1024  # characters
_KEY = re.compile(r"---[ \t]*\r?\n[A-Za-z_][\w-]{0,40}[ \t]*:(?:\s|$)")
_NUMBER = re.compile(r"\d{1,6}")
_WEB = re.compile(r"https?://[^\s<>\"]+")
_LONGEST_SLUG = 80
_LONGEST = 2000  # characters of one value


def _words(value: Value) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and 0 < len(str(value)) <= _LONGEST


def _names(value: Value) -> bool:
    return _words(value) or (isinstance(value, list) and all(_words(name) for name in value))


def _address(value: Value) -> bool:
    return _words(value) and len(str(value)) <= _LONGEST_SLUG and slug.is_slug(str(value))


def _date(value: Value) -> bool:
    return _words(value) and dates.in_calendar(str(value))


def _like(pattern: re.Pattern[str]) -> Callable[[Value], bool]:
    return lambda value: _words(value) and pattern.fullmatch(str(value)) is not None


_KEYS: Mapping[str, tuple[Callable[[Value], bool], str]] = {
    "title": (_words, "one line of text"),
    "date": (_date, dates.FORM),
    "authors": (_names, "a name or a list of names"),
    "publication": (_words, "the name of the series"),
    "volume": (_like(_NUMBER), "a number"),
    "issue": (_like(_NUMBER), "a number"),
    "url": (_like(_WEB), "an address that starts with http:// or https://"),
    "slug": (_address, f"at most {_LONGEST_SLUG} {slug.FORM}"),
    "language": (_like(re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")), "a language tag such as en or uz-Cyrl"),
    "description": (_words, "one line of text"),
}


def split(text: str, file: str) -> tuple[int, Mapping[str, object], tuple[Problem, ...]]:
    """Give where the body of *text* begins, the front matter's known keys, and what is wrong with it.

    A text whose first line is a mere rule (``---``) with no key under it has no front matter.
    """
    bom = text.startswith("\ufeff")
    whole = text[bom:]
    if not _HANDLER.detect(whole) or not _KEY.match(whole):
        return 0, {}, ()
    try:
        header, body = _HANDLER.split(whole)
    except ValueError:
        fix = "close it with a line of three hyphens (---)"
        return 0, {}, (Problem(Place(file, 1, 1), "front-matter-open", "the front matter has no end", fix=fix),)
    if len(header) > _LARGEST:
        what = f"the front matter has {len(header)} characters, and at most {_LARGEST} are read"
        return 0, {}, (Problem(Place(file, 1, 1), "front-matter-large", what, fix="move the text below it"),)
    document = load(header.lstrip("\n"), file, lines_before=1)
    known, problems = _known(document)
    return len(text) - len(body), known, (*document.problems, *problems)


def _known(document: Document) -> tuple[Mapping[str, object], list[Problem]]:
    if document.root is None or not isinstance(document.value, dict):
        return {}, []
    known: dict[str, object] = {}
    problems: list[Problem] = []
    for step, node in document.root.children():
        key, value, place = str(step), node.value, node.place
        if key not in _KEYS:
            fix = f"known are {', '.join(_KEYS)}"
            what = f"the key {key[:80]!r} is not known"
            problems.append(Problem(place, "front-matter-key", what, "it is left out", fix, "warning"))
        elif value is not None and not _KEYS[key][0](value):
            what = f"`{key}` cannot be {str(value)[:80]!r}"
            problems.append(Problem(place, "front-matter-value", what, fix=f"write {_KEYS[key][1]}"))
        elif value is not None:
            known[key] = value
    return known, problems
