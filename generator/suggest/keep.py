"""Add entries to a file that a person keeps: what stands in it stays byte for byte."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from generator.model import Place, Problem
from generator.read import decode, files, strict
from generator.suggest import entry
from generator.suggest.weigh import Guess
from generator.write import disk, lock

_LARGEST = 32 * 1024 * 1024  # bytes
_TRIES = 5
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def added(path: Path, name: str, guesses: Sequence[Guess]) -> tuple[Problem, ...]:
    """Append *guesses* to the file at *path*, called *name*; on a problem nothing is touched.

    What another program saves there meanwhile is read again, and kept.
    """
    if not guesses:
        return ()
    try:
        with lock.held(path.parent):
            for _ in range(_TRIES):
                refused = _tried(path, name, guesses)
                if refused is not None:
                    return refused
    except lock.HeldError as error:
        return (
            _nothing(name, "locked", f"another command is writing here: {error.holder}", "wait until it has ended"),
        )
    except OSError as error:
        return (_nothing(name, "disk", f"it cannot be written: {error.strerror or error}", "make room or give leave"),)
    return (
        _nothing(name, "changed", "another program saves it again and again", "close it there, and run this again"),
    )


def _tried(path: Path, name: str, guesses: Sequence[Guess]) -> tuple[Problem, ...] | None:
    """Append *guesses* and give what is wrong; None where the file was saved anew before they were in."""
    before, refused = _before(path, name)
    if before is None:
        return refused
    after = _with(before, guesses)
    wrong = _spoilt(before, after, guesses, name)
    if wrong is not None:
        return (wrong,)
    return () if disk.exchange(path, before, after) else None


def _before(path: Path, name: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    if files.absent(path):
        return b"", ()
    content, refused = files.content(path, name, path.parent, _LARGEST)
    if content is not None and not _writable(path):
        fix = "make it writable, or copy what `backmatter suggest` lists"
        return None, (_nothing(name, "read-only", "it is read-only", fix),)
    return content, refused


def _writable(path: Path) -> bool:
    """Whether a person wants the file to be written: the system's administrator could always write it."""
    return bool(path.stat().st_mode & _WRITABLE) and os.access(path, os.W_OK)


def _with(before: bytes, guesses: Sequence[Guess]) -> bytes:
    """Give the file with the entries behind what stands there, its line ends kept."""
    text = "\n\n".join(entry.block(guess) for guess in guesses) + "\n"
    end = "\r\n" if b"\r\n" in before else "\n"
    gap = "" if not before else "\n" if before.endswith(b"\n") else "\n\n"
    return before + (gap + text).replace("\n", end).encode("utf-8")


def _spoilt(before: bytes, after: bytes, guesses: Sequence[Guess], name: str) -> Problem | None:
    """Say why the entries cannot stand behind the file: read again, it must say what it said and they, no more."""
    old, said = decode.decode(before, name)
    new, _ = decode.decode(after, name)
    if old is None:
        return said[0]
    if new is None or said:
        return _nothing(name, "encoding", "it is not UTF-8", "save it as UTF-8")
    was, now = (strict.load(text.removeprefix("\ufeff"), name) for text in (old, new))
    if was.problems:
        return was.problems[0]
    kept, entries = (found.value if isinstance(found.value, dict) else {} for found in (was, now))
    new_ids = {guess.id for guess in guesses}
    if not new_ids.isdisjoint(kept):
        return _nothing(name, "changed", "somebody added one of these entries meanwhile", "run this again")
    mapping = was.value is None or isinstance(was.value, dict)
    unchanged = entries.keys() == {*kept, *new_ids} and all(entries[key] == kept[key] for key in kept)
    if now.problems or not mapping or not unchanged:
        fix = "write it as plain `identifier:` lines that begin in the first column"
        return _nothing(name, "form", "entries cannot be added behind what stands there", fix)
    return None


def _nothing(name: str, code: str, what: str, fix: str) -> Problem:
    return Problem(Place(name), code, what, "nothing was added", fix)
