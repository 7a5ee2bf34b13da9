"""Add entries to a file that a person keeps: what stands in it stays byte for byte."""

from collections.abc import Sequence
from pathlib import Path

from generator.model import Place, Problem
from generator.read import decode, files, strict
from generator.suggest import entry
from generator.suggest.weigh import Guess
from generator.write import disk

_LARGEST = 32 * 1024 * 1024  # bytes


def added(path: Path, name: str, guesses: Sequence[Guess]) -> tuple[Problem, ...]:
    """Append *guesses* to the file at *path*, called *name*; on a problem nothing is touched."""
    if not guesses:
        return ()
    before, refused = _before(path, name)
    if before is None:
        return refused
    try:
        after = _with(before, guesses)
        wrong = _spoilt(before, after, guesses, name)
        if wrong is None:
            disk.put(path, after)
    except OSError as error:
        what = f"it cannot be written: {error.strerror or error}"
        return (Problem(Place(name), "disk", what, "nothing was added", "make room or give leave"),)
    return () if wrong is None else (wrong,)


def _before(path: Path, name: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    if files.absent(path):
        return b"", ()
    return files.content(path, name, path.parent, _LARGEST)


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
    if old is None or new is None or said:
        return Problem(Place(name), "encoding", "it is not UTF-8", "nothing was added", "save it as UTF-8")
    was, now = (strict.load(text.removeprefix("\ufeff"), name) for text in (old, new))
    if was.problems:
        return was.problems[0]
    kept = was.value if isinstance(was.value, dict) else {}
    wanted = {*kept, *(guess.id for guess in guesses)}
    same = isinstance(now.value, dict) and set(now.value) == wanted and all(now.value[key] == kept[key] for key in kept)
    if now.problems or not same or not (was.value is None or isinstance(was.value, dict)):
        fix = "write it as plain `identifier:` lines that begin in the first column"
        return Problem(
            Place(name), "form", "entries cannot be added behind what stands there", "nothing was added", fix
        )
    return None
