"""Put what Pagefind wrote in order: up to 1.5.2 its filters stand as a hash map has them, which is at random."""

import gzip
import hashlib
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.pagefind import cbor

_SIGNATURE = b"pagefind_dcd"  # what is packed begins with it
_DIGITS = 7  # of the digest in a filter's name; more where another has that name
_META_DIGITS = 8  # in the name of the list of files, and one for each letter of the language

Form = TypeVar("Form", "Filter", "Meta")
Row = tuple[str, list[int]]
"""A value, and the numbers of the pages that have it."""


class Filter(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A filter as its file has it."""

    name: str
    rows: list[Row]


class Meta(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The list of the files of one language."""

    version: str
    pages: list[tuple[str, int]]
    chunks: list[tuple[str, str, str]]
    filters: list[tuple[str, str]]  # the name of each, and of its file
    sorts: list[Row]
    fields: list[str]


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """The file that a browser fetches first; for each language it has the name of the list of files."""

    version: str
    languages: dict[str, dict[str, str | int | None]]
    include_characters: list[str]


class Settled(Struct, frozen=True):
    """The index of one language in order: the name of its list of files, and which files take the place of which."""

    name: str
    old: list[Path]
    new: dict[Path, bytes]


def settle(folder: Path) -> None:
    """Sort the index in *folder*, and name each file by the digest of what stands in it now.

    Pagefind sorts the same way from the version after 1.5.2 on. An index of another form stays as it is, for it is
    whole. Raises OSError where a file cannot be read or written.
    """
    place = folder / "pagefind-entry.json"
    try:
        entry = msgspec.json.decode(place.read_bytes(), type=Entry)
        settled = {
            language: _settled(folder, language, str(about["hash"])) for language, about in entry.languages.items()
        }
    except (ValueError, KeyError):
        return
    for index in settled.values():
        for file in index.old:
            file.unlink()
    for index in settled.values():
        for file, content in index.new.items():
            file.write_bytes(gzip.compress(_SIGNATURE + content, mtime=0))
    languages = {language: entry.languages[language] | {"hash": settled[language].name} for language in sorted(settled)}
    place.write_bytes(msgspec.json.encode(replace(entry, languages=languages)))


def _settled(folder: Path, language: str, name: str) -> Settled:
    """Give the index of *language*, whose list of files is called *name*; ValueError where its form is not known."""
    listed = folder / f"pagefind.{name}.pf_meta"
    meta = _read(listed, Meta)
    old = [_filter_file(folder, file) for _, file in meta.filters]
    filters = sorted((_read(file, Filter) for file in old), key=lambda filter_: filter_.name)
    contents = [_written(replace(filter_, rows=sorted(filter_.rows))) for filter_ in filters]
    names = _names(language, contents)
    named = [(filter_.name, file) for filter_, file in zip(filters, names, strict=True)]
    content = _written(replace(meta, filters=named, sorts=sorted(meta.sorts)))
    name = f"{language}_{_digest(content)[: len(language) + _META_DIGITS]}"
    new = {_filter_file(folder, file): filter_ for file, filter_ in zip(names, contents, strict=True)}
    return Settled(name, [listed, *old], {folder / f"pagefind.{name}.pf_meta": content, **new})


def _names(language: str, contents: Iterable[bytes]) -> list[str]:
    """Name each of *contents* by as much of its digest as tells it from those before it."""
    names: list[str] = []
    for content in contents:
        digest = _digest(content)
        lengths = range(_DIGITS, len(digest) + 1)
        names.append(next(name for length in lengths if (name := f"{language}_{digest[:length]}") not in names))
    return names


def _filter_file(folder: Path, name: str) -> Path:
    return folder / f"filter/{name}.pf_filter"


def _read(file: Path, form: type[Form]) -> Form:
    try:
        content = gzip.decompress(file.read_bytes())
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise ValueError("it is not packed") from error
    if not content.startswith(_SIGNATURE):
        raise ValueError("it is not signed")
    return msgspec.convert(cbor.load(content.removeprefix(_SIGNATURE)), form)


def _written(record: Filter | Meta) -> bytes:
    return cbor.dump(msgspec.to_builtins(record))


def _digest(content: bytes) -> str:
    """Give the digest as Pagefind writes it."""
    return "".join(f"{byte:x}" for byte in hashlib.sha1(content, usedforsecurity=False).digest())
