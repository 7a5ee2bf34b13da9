"""Deal the pages of a site to shards, each indexed by itself: so memory is bounded, and few of them ever change."""

import hashlib
from collections.abc import Iterable, Sequence

from msgspec import Struct

SIZE = 4000
"""Pages that one shard may have, give or take a few: Pagefind takes about 0.14 MB for each."""


class Page(Struct, frozen=True):
    """A page by its path in the site, and the digest of what is to be found on it."""

    path: str
    digest: bytes


class Shard(Struct, frozen=True):
    """Pages that are indexed together, and the digest of all that their index is made of."""

    digest: str
    paths: tuple[str, ...]


def deal(pages: Iterable[Page], salt: bytes, size: int = SIZE) -> tuple[Shard, ...]:
    """Deal *pages* by their paths alone to as many shards as they need, none of which is empty.

    The number is doubled as a site grows, so that it seldom changes. *salt* is what else an index depends on.
    """
    ordered = sorted(pages, key=lambda page: page.path)
    count = _count(len(ordered), size)
    hands: list[list[Page]] = [[] for _ in range(count)]
    for page in ordered:
        hands[_number(page.path, count)].append(page)
    return tuple(_shard(hand, salt) for hand in hands if hand)


def _count(pages: int, size: int) -> int:
    """Return the least power of two that so many pages need."""
    return 1 << ((max(pages, 1) - 1) // size).bit_length()


def _number(path: str, count: int) -> int:
    digest = hashlib.blake2b(path.encode("utf-8", "surrogateescape"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % count


def _shard(pages: Sequence[Page], salt: bytes) -> Shard:
    whole = hashlib.blake2b(salt, digest_size=16)
    for page in pages:
        whole.update(page.path.encode("utf-8", "surrogateescape") + b"\0" + page.digest)
    return Shard(whole.hexdigest(), tuple(page.path for page in pages))
