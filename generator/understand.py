"""Understand the articles: what is made of each, from the cache where nothing that matters to it has changed."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import cached_property, partial

from msgspec import Struct, msgpack

from generator import analyse, cache, excerpt
from generator.analyse import Index, touched
from generator.cache import Cache
from generator.model import Glossary, Seed
from generator.sheet import Extract, Prose, Rows, Sheet
from generator.site import Link

_SHEET, _PROSE, _ROWS, _GLOSSARY = "sheet", "prose", "rows", "glossary"


class Kept(Struct, frozen=True, array_like=True):
    """What the cache holds of an article: its sheet, the digest of all that was made of it, for which glossary."""

    glossary: bytes
    digest: bytes
    sheet: Sheet


class Articles:
    """What is made of each seed. Its parts are read when they are asked for, so that memory holds the sheets alone."""

    def __init__(
        self, seeds: Sequence[Seed], glossary: Glossary, link: Link, kept: Cache, executor: Executor | None = None
    ) -> None:
        """Understand *seeds* with *glossary*; what *kept* has not is worked out, over *executor* where there is one."""
        self.seeds = {seed.path: seed for seed in seeds}
        self._glossary, self._link, self._kept, self._executor = glossary, link, kept, executor
        self._keys = {seed.path: cache.digest(cache.code(), link, seed.path, seed.sha256) for seed in seeds}
        self._digests: dict[str, bytes] = {}

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheet of each article, in the order of the seeds."""
        held = {path: self._held(seed) for path, seed in self.seeds.items()}
        missing = [seed for path, seed in self.seeds.items() if held[path] is None]
        made = analyse.over(partial(extracts, link=self._link), missing, self._glossary, self._executor)
        for path, sheet in held.items():
            yield sheet if sheet is not None else self._put(path, next(made)).sheet

    def prose(self, path: str) -> Prose:
        """Return the own words of the article whose seed lies at *path*."""
        entry = self._kept.get(_PROSE, self._keys[path])
        return msgpack.decode(entry, type=Prose) if entry is not None else self._again(path).prose

    def rows(self, path: str) -> Rows:
        """Return the rows of the article whose seed lies at *path*."""
        entry = self._kept.get(_ROWS, self._keys[path])
        return msgpack.decode(entry, type=Rows) if entry is not None else self._again(path).rows

    def digest(self, path: str) -> bytes:
        """Return the digest of all that was made of the article whose seed lies at *path*."""
        return self._digests[path]

    def _held(self, seed: Seed) -> Sheet | None:
        """Return the sheet that the cache has of *seed*, if no change of the glossary can matter to it."""
        key = self._keys[seed.path]
        entry = self._kept.get(_SHEET, key)
        if entry is None:
            return None
        kept = msgpack.decode(entry, type=Kept)
        if kept.glossary != self._current:
            if self._touched_since(kept.glossary)(f"{seed.path}\n{seed.text}"):
                return None
            self._kept.put(_SHEET, key, msgpack.encode(Kept(self._current, kept.digest, kept.sheet)))
        self._digests[seed.path] = kept.digest
        return kept.sheet

    def _put(self, path: str, extract: Extract) -> Extract:
        key = self._keys[path]
        self._digests[path] = cache.digest(extract)
        self._kept.put(_SHEET, key, msgpack.encode(Kept(self._current, self._digests[path], extract.sheet)))
        self._kept.put(_PROSE, key, msgpack.encode(extract.prose))
        self._kept.put(_ROWS, key, msgpack.encode(extract.rows))
        return extract

    def _again(self, path: str) -> Extract:
        """Make of an article anew what the cache has lost."""
        return self._put(path, extracts([self.seeds[path]], self._index, link=self._link)[0])

    @cached_property
    def _index(self) -> Index:
        return Index(self._glossary)

    @cached_property
    def _current(self) -> bytes:
        """The digest of the glossary, which the cache keeps to compare a later one with."""
        encoded = msgpack.encode(touched.settled(self._glossary))
        current = cache.digest(encoded)
        if self._kept.get(_GLOSSARY, current) is None:
            self._kept.put(_GLOSSARY, current, encoded)
        return current

    @cached_property
    def _edits(self) -> dict[bytes, Callable[[str], bool]]:
        return {}

    def _touched_since(self, glossary: bytes) -> Callable[[str], bool]:
        """Return what says of a text whether a change since *glossary* can matter to it."""
        if glossary not in self._edits:
            entry = self._kept.get(_GLOSSARY, glossary)
            old = msgpack.decode(entry, type=Glossary) if entry is not None else None
            new = touched.settled(self._glossary)
            self._edits[glossary] = touched.by(old, new) if old is not None else (lambda _text: True)
        return self._edits[glossary]


def extracts(seeds: Sequence[Seed], index: Index, *, link: Link) -> list[Extract]:
    """Return all that is made of each seed, in their order."""
    return [excerpt.extract(analysis, index.glossary, link) for analysis in analyse.batch(seeds, index)]
