"""Compare the pages that are made with what lies in ``docs/``: what is to be written, kept and removed."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from generator.model import Page, Problem
from generator.site import Site
from generator.write import ledger, say, state
from generator.write.ledger import Ledger
from generator.write.state import State

_OURS = frozenset({"missing", "ours", "conflict"})  # states in which a file may be written, or removed
_GONE = frozenset({*_OURS, "gone"})  # states of what is made no more, of which the ledger need not know any longer


class Plan(Struct, frozen=True):
    """What is to be done, and the ledger as it is and as it will be."""

    write: tuple[Page, ...] = ()
    keep: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    before: Ledger = {}
    after: Ledger = {}


def plan(made: Iterable[Page], site: Site, *, failed: Collection[str], force: bool) -> Plan:
    """Give what is to be done, without touching anything."""
    before = ledger.read(site.docs)
    unread = _unread(failed, site)
    pages = [(page, _state(page, site, before, unread=unread, force=force)) for page in made]
    over = sorted(before.keys() - {page.path for page, _ in pages})
    others = [(path, state.left(site, path, before[path], failed)) for path in over]
    states = [*((page.path, whose) for page, whose in pages), *others]
    said = (say.of(path, whose, site) for path, whose in states)
    return Plan(
        write=tuple(page for page, whose in pages if whose in _OURS),
        keep=tuple(path for path, whose in states if whose not in _GONE),
        remove=tuple(path for path, whose in others if whose in _OURS),
        problems=tuple(problem for problem in said if problem is not None),
        before=before,
        after=_after(before, pages, others),
    )


def _unread(failed: Collection[str], site: Site) -> bool:
    """Whether a mistake stands in the glossary: every page leans on it, so that those that are there stay."""
    seeds = f"{site.seeds.name}/"
    return any(path.startswith(seeds) and not path.startswith(f"{seeds}articles/") for path in failed)


def _state(page: Page, site: Site, before: Ledger, *, unread: bool, force: bool) -> State:
    """Tell whose the file at the page's path is; while the glossary cannot be read, a whole page of ours waits."""
    whose = state.state(site.docs, page, before.get(page.path, ()), force=force)
    return "waits" if unread and whose == "ours" else whose


def _after(before: Ledger, pages: Iterable[tuple[Page, State]], others: Iterable[tuple[str, State]]) -> Ledger:
    """Give the ledger as it will be when all is written and removed."""
    gone = {path for path, whose in others if whose in _GONE}
    known = {page.path: page.text for page, whose in pages if whose == "same" or whose in _OURS}
    return {path: digests for path, digests in before.items() if path not in gone} | {
        path: (ledger.digest(text.encode("utf-8")),) for path, text in known.items()
    }
