"""Do a piece of work on batches of articles, over processes where there are some; each compiles the glossary once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import lru_cache
from itertools import chain, repeat
from typing import TypeVar

from msgspec import msgpack

from generator.analyse.index import Index
from generator.model import Glossary, Seed

_SIZE = 64  # articles

Found = TypeVar("Found")
Work = Callable[[Sequence[Seed], Index], Sequence[Found]]
"""Gives what it finds in each seed, in their order; a function of a module, so that it can be sent to a process."""


def over(work: Work[Found], seeds: Sequence[Seed], glossary: Glossary, executor: Executor | None) -> Iterator[Found]:
    """Yield what *work* finds in each of *seeds*, in their order, over *executor* where there is one."""
    batches = [seeds[at : at + _SIZE] for at in range(0, len(seeds), _SIZE)]
    if not batches:
        return iter(())  # no need to compile the glossary
    if executor is None:
        return chain.from_iterable(map(work, batches, repeat(Index(glossary))))
    encoded = msgpack.encode(glossary)
    return chain.from_iterable(executor.map(_elsewhere, repeat(work), batches, repeat(encoded)))


def _elsewhere(work: Work[Found], seeds: Sequence[Seed], glossary: bytes) -> Sequence[Found]:
    return work(seeds, _compiled(glossary))


@lru_cache(maxsize=1)
def _compiled(glossary: bytes) -> Index:
    return Index(msgpack.decode(glossary, type=Glossary))
