"""Keep what was made before, so that nothing is done twice: by the digest of what it is made of, safe to delete.

An entry that is not whole, of another version or written by another user is passed over as if it were not there; so is
the whole cache where it cannot be read or written. What a build gives never depends on it.
"""

import contextlib
import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import msgpack

_log = logging.getLogger(__name__)
_NAME = "made.sqlite"
_RUNS = 4  # builds that an entry outlives without being asked for
_LARGEST = 4 << 30  # bytes; above, everything that the last build did not ask for goes
_MARK = 8  # bytes of the digest that tells whether an entry is whole
_WAITING = 5.0  # seconds for another build that writes
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS made (kind TEXT, key BLOB, value BLOB, run INTEGER, PRIMARY KEY (kind, key));
    CREATE TABLE IF NOT EXISTS run (number INTEGER);
"""


def digest(*parts: object) -> bytes:
    """Return the digest of *parts*, which msgpack can write: bytes, texts, numbers, records and lists of them."""
    return hashlib.blake2b(msgpack.encode(parts, enc_hook=str), digest_size=16).digest()


@lru_cache(maxsize=1)
def code() -> bytes:
    """Return the digest of the generator itself: what another version made is another thing."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".yml", ".txt"})
    return digest(*((path.relative_to(package).as_posix(), path.read_bytes()) for path in files))


class Cache:
    """What was made before, by its kind and the digest of what it is made of."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        """Keep entries behind *connection*; without one, in memory for as long as this lives."""
        self._connection = connection
        self._memory: dict[tuple[str, bytes], bytes] = {}
        self._used: set[tuple[str, bytes]] = set()
        self._run = 0

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return an entry, nothing where there is no whole one."""
        if self._connection is None:
            return self._memory.get((kind, key))
        try:
            row = self._connection.execute("SELECT value FROM made WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        except sqlite3.Error:
            self._give_up()
            return self._memory.get((kind, key))
        value = row[0] if row else None
        if not isinstance(value, bytes) or value[:_MARK] != _whole(kind, key, value[_MARK:]):
            return None
        self._used.add((kind, key))
        return value[_MARK:]

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep an entry in place of an older one."""
        if self._connection is None:
            self._memory[kind, key] = value
            return
        row = (kind, key, _whole(kind, key, value) + value, self._run)
        try:
            self._connection.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", row)
        except sqlite3.Error:
            self._give_up()
            self._memory[kind, key] = value
        self._used.add((kind, key))

    def begin(self) -> None:
        """Count this build."""
        if self._connection is not None:
            row = self._connection.execute("SELECT max(number) FROM run").fetchone()
            self._run = (row[0] or 0) + 1

    def close(self) -> None:
        """Write what was kept, drop what no build has asked for in a while, and let go."""
        if self._connection is None:
            return
        try:
            used = ((self._run, kind, key) for kind, key in self._used)
            self._connection.executemany("UPDATE made SET run = ? WHERE kind = ? AND key = ?", used)
            self._connection.execute("DELETE FROM run")
            self._connection.execute("INSERT INTO run VALUES (?)", (self._run,))
            self._connection.execute("DELETE FROM made WHERE run < ?", (self._run - (0 if self._large() else _RUNS),))
            self._connection.commit()
        except sqlite3.Error as error:
            _log.debug("not kept: %s", error)  # it is made again
        self._give_up()

    def _large(self) -> bool:
        pages, size = (
            self._connection.execute(f"PRAGMA {name}").fetchone()[0] if self._connection else 0
            for name in ("page_count", "page_size")
        )
        return bool(pages * size > _LARGEST)

    def _give_up(self) -> None:
        """Let go of the file: what is broken is made anew by the next build."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()


def _whole(kind: str, key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join((kind.encode(), key, value)), digest_size=_MARK).digest()


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Cache]:
    """Open the cache in *folder* for as long as the block runs; see :func:`at`."""
    cache = at(folder)
    try:
        yield cache
    finally:
        cache.close()


def at(folder: Path) -> Cache:
    """Return the cache in *folder*, which is made where it is not; where that cannot be, one that forgets."""
    connection = _connected(folder / _NAME)
    cache = Cache(connection)
    try:
        cache.begin()
    except sqlite3.Error:
        return Cache()
    return cache


def _connected(file: Path) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink() or (file.exists() and file.stat().st_uid != os.geteuid()):
            return None
        return _connect(file) or _anew(file)
    except OSError:
        return None


def _connect(file: Path) -> sqlite3.Connection | None:
    connection = None
    try:
        connection = sqlite3.connect(file, timeout=_WAITING, isolation_level="DEFERRED", check_same_thread=False)
        # A crash of the machine may lose or break it, which costs no more than making everything again.
        connection.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; {_SCHEMA}")
    except sqlite3.OperationalError:  # another build writes, or there is no room
        if connection is not None:
            connection.close()
        return None
    except sqlite3.DatabaseError:
        if connection is not None:
            connection.close()
        return None
    return connection


def _anew(file: Path) -> sqlite3.Connection | None:
    """Begin again where what is there is no database."""
    for left in (file, *(file.with_name(f"{file.name}{suffix}") for suffix in ("-wal", "-shm"))):
        left.unlink(missing_ok=True)
    return _connect(file)
