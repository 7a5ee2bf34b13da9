"""Know what the generator last wrote: path and SHA-256 of each page, in the format of ``sha256sum``."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

Ledger = Mapping[str, tuple[str, ...]]
"""The hashes of each path: one, or while a build writes the old and the new."""

NAME = ".backmatter.sha256"
_SAFE = re.compile(r"[^./\0][^/\0]*(?:/[^./\0][^/\0]*)*")
_ROW = re.compile(r"([0-9a-f]{64})  (\S.*)")


def read(docs: Path) -> Ledger:
    """Give the hashes of each path; what is no row (the marks of a merge, say) is passed over."""
    hashes: dict[str, list[str]] = {}
    for line in raw(docs).decode("utf-8", "replace").split("\n"):
        row = _ROW.fullmatch(line)
        if row and safe(row[2]):
            hashes.setdefault(row[2], []).append(row[1])
    return {path: tuple(dict.fromkeys(digests)) for path, digests in hashes.items()}


def raw(docs: Path) -> bytes:
    """Give the ledger's bytes; none where there is no ledger. What is there and cannot be read must not be lost."""
    try:
        return (docs / NAME).read_bytes()
    except FileNotFoundError:
        return b""


def bytes_of(ledger: Ledger) -> bytes:
    """Give the file that says *ledger*, sorted by path."""
    rows = [f"{digest}  {path}\n" for path in sorted(ledger) for digest in dict.fromkeys(ledger[path])]
    return "".join(rows).encode("utf-8")


def digest(content: bytes) -> str:
    """Give the SHA-256 of *content*."""
    return hashlib.sha256(content).hexdigest()


def safe(path: str) -> bool:
    """Whether *path* is plain: below the folder, no dots, nothing hidden."""
    return _SAFE.fullmatch(path) is not None
