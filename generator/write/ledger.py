"""Know what the generator last wrote: path and SHA-256 of each page, in the format of ``sha256sum``."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

NAME = ".backmatter.sha256"
_LONGEST = 255  # bytes of a name, as file systems count
_ROW = re.compile(r"([0-9a-f]{64})  (\S.*)")


def read(docs: Path) -> dict[str, tuple[str, ...]]:
    """Give the hashes of each path; what is no row (the marks of a merge, say) is passed over."""
    found: dict[str, tuple[str, ...]] = {}
    for line in raw(docs).decode("utf-8", "replace").split("\n"):
        row = _ROW.fullmatch(line)
        if row and safe(row[2]):
            found[row[2]] = (*found.get(row[2], ()), row[1])
    return found


def raw(docs: Path) -> bytes:
    """Give the ledger's bytes; none where there is no ledger. What is there and cannot be read must not be lost."""
    try:
        return (docs / NAME).read_bytes()
    except FileNotFoundError:
        return b""


def bytes_of(ledger: Mapping[str, Iterable[str]]) -> bytes:
    """Give the file that says *ledger*, sorted by path."""
    rows = [f"{digest}  {path}\n" for path in sorted(ledger) for digest in dict.fromkeys(ledger[path])]
    return "".join(rows).encode("utf-8")


def digest(content: bytes) -> str:
    """Give the SHA-256 of *content*."""
    return hashlib.sha256(content).hexdigest()


def safe(path: str) -> bool:
    """Whether *path* is plain: below the folder, no dots, nothing hidden, no name that no disk takes."""
    parts = PurePosixPath(path).parts
    return path == "/".join(parts) and all(map(_plain, parts))


def _plain(part: str) -> bool:
    if part.startswith(".") or part == "/" or "\0" in part:
        return False
    return len(part.encode("utf-8", "surrogatepass")) <= _LONGEST
