"""Bring ``docs/`` up to date: touch only what changed, and only what the generator owns."""

import contextlib
import fcntl
import hashlib
import os
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from msgspec import Struct

from generator.model import Page, Place, Problem
from generator.site import Site

_LEDGER = ".backmatter.sha256"  # in the format of sha256sum; says what the generator last wrote
_TEMPORARY = ".backmatter-"
_MARK = "---\ngenerated: true\n"


class Outcome(Struct, frozen=True):
    """What was done, as paths below ``docs/``, and what could not be."""

    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Plan(Struct, frozen=True):
    """What is to be done."""

    write: tuple[Page, ...]
    keep: tuple[str, ...]
    remove: tuple[str, ...]
    problems: tuple[Problem, ...]


def pages(made: Iterable[Page], site: Site, *, failed: Collection[str] = (), force: bool = False) -> Outcome:
    """Write what changed of *made*, remove what no seed makes any more, leave alone what a person wrote.

    *failed* are the paths of seeds and templates that could not be read: their pages stay as they are.
    Every file is whole at every moment, and the ledger is written before and after, so that a build that was
    stopped anywhere is repaired by the next.
    """
    try:
        site.docs.mkdir(parents=True, exist_ok=True)
        with _locked(site.docs):
            _sweep(site.docs)
            plan = planned(made, site, failed=failed, force=force)
            _carry_out(plan, site.docs)
    except OSError as error:
        return Outcome(problems=(_disk(error, site),))
    written = tuple(page.path for page in plan.write)
    return Outcome(written, plan.keep, plan.remove, plan.problems)


def planned(made: Iterable[Page], site: Site, *, failed: Collection[str] = (), force: bool = False) -> Plan:
    """Say what would be written, kept and removed, without touching anything."""
    ledger = _ledger(site.docs)
    write: list[Page] = []
    keep: list[str] = []
    problems: list[Problem] = []
    paths: set[str] = set()
    for page in made:
        paths.add(page.path)
        state = _state(site.docs / page.path, page, ledger.get(page.path, ()), known=bool(ledger))
        if state == "same":
            keep.append(page.path)
        elif state == "ours" or force:
            write.append(page)
        else:
            keep.append(page.path)
            problems.append(_edited(page.path, site))
    remove = [] if _blind(failed, site) else sorted(set(ledger) - paths)
    gone = [path for path in remove if _removable(site, path, ledger[path], failed)]
    kept = [path for path in remove if path not in gone and (site.docs / path).exists()]
    return Plan(tuple(write), (*keep, *kept), tuple(gone), tuple(problems))


def _state(file: Path, page: Page, hashes: Collection[str], *, known: bool) -> str:
    """Say whether the file is the same as the page, ours to overwrite, or a person's."""
    if not file.is_symlink() and not file.exists():
        return "ours"
    if file.is_symlink() or not file.is_file():
        return "theirs"
    there = file.read_bytes()
    if there == page.text.encode("utf-8"):
        return "same"
    if hashes:
        return "ours" if _hash(there) in hashes else "theirs"
    # Without a ledger (it is not committed everywhere) the mark in the front matter tells.
    return "ours" if not known and there.startswith(_MARK.encode()) else "theirs"


def _blind(failed: Collection[str], site: Site) -> bool:
    """Whether something failed that all pages depend on, so that none may be removed."""
    articles = f"{site.seeds.name}/articles/"
    return any(not path.startswith(articles) for path in failed)


def _removable(site: Site, path: str, hashes: Collection[str], failed: Collection[str]) -> bool:
    file = site.docs / path
    if file.is_symlink() or not file.is_file():
        return False
    there = file.read_bytes()
    return _hash(there) in hashes and f"{site.seeds.name}/{_seed(there)}" not in failed


def _seed(there: bytes) -> str:
    """Give the path of the seed that a generated page names in its front matter."""
    if not there.startswith(_MARK.encode()):
        return ""
    try:
        front = yaml.load(there[4:].split(b"\n---\n", 1)[0], Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""
    seed = front.get("seed") if isinstance(front, Mapping) else None
    return str(seed.get("path", "")) if isinstance(seed, Mapping) else ""


def _carry_out(plan: Plan, docs: Path) -> None:
    if not plan.write and not plan.remove:
        return
    before = _ledger(docs)
    after = {path: hashes for path, hashes in before.items() if path not in plan.remove}
    after |= {page.path: (_hash(page.text.encode("utf-8")),) for page in plan.write}
    # Old and new hashes: whichever bytes a stopped build leaves, they are ours.
    both = {path: (*before.get(path, ()), *after.get(path, ())) for path in {*before, *after}}
    _write(docs / _LEDGER, _listed(both))
    for page in plan.write:
        _write(docs / page.path, page.text.encode("utf-8"))
    for path in plan.remove:
        (docs / path).unlink(missing_ok=True)
    _write(docs / _LEDGER, _listed(after))
    for path in plan.remove:
        with contextlib.suppress(OSError):  # a folder that holds something else stays
            (docs / path).parent.rmdir()


def _write(file: Path, content: bytes) -> None:
    """Put *content* in place of *file* at one stroke."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(content)
            temporary.flush()
            os.fsync(temporary.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sweep(docs: Path) -> None:
    """Remove the temporary files that a stopped build left."""
    for left in docs.rglob(f"{_TEMPORARY}*"):
        if left.is_file() and not left.is_symlink():
            left.unlink(missing_ok=True)


def _ledger(docs: Path) -> dict[str, tuple[str, ...]]:
    try:
        lines = (docs / _LEDGER).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        digest, parted, path = line.partition("  ")
        if parted and path and not Path(path).is_absolute() and ".." not in Path(path).parts:
            found[path] = (*found.get(path, ()), digest)
    return found


def _listed(ledger: Mapping[str, Iterable[str]]) -> bytes:
    rows = [f"{digest}  {path}\n" for path in sorted(ledger) for digest in dict.fromkeys(ledger[path])]
    return "".join(rows).encode("utf-8")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextlib.contextmanager
def _locked(docs: Path) -> Iterator[None]:
    """Let one build at a time write; another waits. The kernel frees the lock with its process, so none goes stale."""
    descriptor = os.open(docs, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _edited(path: str, site: Site) -> Problem:
    return Problem(
        Place(f"{site.docs.name}/{path}"),
        "page-edited",
        "a person wrote or changed this page, and it was left as it is",
        fix=f"move the change to {site.seeds.name}/ or templates/, or build with --force to lose it",
    )


def _disk(error: OSError, site: Site) -> Problem:
    path = Path(str(error.filename)) if error.filename else site.docs
    shown = path.relative_to(site.root).as_posix() if path.is_relative_to(site.root) else path.name
    what = f"it cannot be written: {error.strerror or error}"
    return Problem(Place(shown), "disk", what, "what was there is whole", "make room or give leave, and build again")
