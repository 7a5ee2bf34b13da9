"""Say what a person should know: of a file whose state forbids what a build would do, of a lock, of the disk."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.model import Place, Problem, Severity
from generator.site import Site
from generator.write import lock
from generator.write.state import State


class Said(Struct, frozen=True):
    """What is said of every file in one state."""

    what: str
    why: str
    fix: str
    severity: Severity = "error"


_SAID: Mapping[State, Said] = {
    "edited": Said(
        "this page is not what the generator last wrote, so it was left as it is",
        "a person changed or merged it",
        "move the change to {seeds}/ or templates/, or build with --force to lose it",
    ),
    "taken": Said(
        "something that the generator did not write stands where a page belongs, so it was left as it is",
        "it does not begin with the lines `---` and `generated:`",
        "give it another name, or delete it",
    ),
    "unmarked": Said(
        "this page does not begin with the lines `---` and `generated: true`, so it was not written",
        "no later build could tell it from a page of yours",
        "begin its template with them",
    ),
    "unreadable": Said("this page cannot be read, so it was left as it is", "", "see to its permissions"),
    "conflict": Said(
        "the marks of a merge stand in this page: the build writes it anew",
        "or removes it where nothing makes it, or its seed cannot be read",
        "commit what the build makes of it",
        "warning",
    ),
    "orphaned": Said(
        "no seed makes this page any more, and it was left as it is",
        "a person changed it",
        "move it elsewhere or delete it",
        "warning",
    ),
}


def of(path: str, state: State, site: Site) -> Problem | None:
    """Give what is said of the file at *path* below ``docs/``; nothing where its state is as it should be."""
    said = _SAID.get(state)
    if said is None:
        return None
    fix = said.fix.format(seeds=site.seeds.name)
    return Problem(Place(f"{site.docs.name}/{path}"), f"page-{state}", said.what, said.why, fix, said.severity)


def held(error: lock.HeldError, site: Site) -> Problem:
    """Say that another build writes."""
    what = f"another build is writing here: {error.holder}"
    return Problem(Place(site.docs.name), "locked", what, "nothing was written", "build again when it has ended")


def disk(error: OSError, site: Site) -> Problem:
    """Say which file could not be read or written, and why."""
    path = Path(str(error.filename)) if error.filename else site.docs
    shown = path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else path.name
    what = f"it cannot be read or written: {error.strerror or error}"
    return Problem(Place(shown), "disk", what, "each file is whole, old or new", "make room or give leave, build again")
