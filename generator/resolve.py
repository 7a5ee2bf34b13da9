"""Resolve the corpus: what only all articles together can tell."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator import slug
from generator.corpus import Corpus
from generator.edges import group
from generator.model import Glossary, Outlet, Place, Problem
from generator.sheet import Sheet

_NOWHERE = Place("")  # the line of an entry shows on no page
_NAMED = 3  # seeds that one message names


def corpus(  # noqa: PLR0913 - each is known to another stage
    sheets: Iterable[Sheet],
    glossary: Glossary,
    *,
    folder: str,
    published: Mapping[str, str] | None = None,
    digest: Callable[[str], bytes] = lambda _seed: b"",
    problems: Iterable[Problem] = (),
) -> Corpus:
    """Fold what is taken from articles into one corpus.

    *folder* is the seeds folder as problems name it; *published* gives the seed of each article page that stands,
    *digest* that of all that was made of a seed.
    What could mean two things is reported, never guessed.
    """
    articles, collisions = _addressed(sheets, folder, published or {})
    described = (problem for sheet in articles.values() for problem in _problems(sheet, folder))
    named = {edge.actor for sheet in articles.values() for edge in sheet.named}
    mentioned = named.union(*(sheet.adjectives for sheet in articles.values()))
    return Corpus(
        articles=articles,
        actors={identifier: replace(glossary.actors[identifier], place=_NOWHERE) for identifier in sorted(mentioned)},
        outlets=_cited(glossary.outlets, articles.values()),
        publications={key: replace(entry, place=_NOWHERE) for key, entry in glossary.publications.items()},
        problems=tuple(sorted({*problems, *collisions, *described})),
        digests={address: digest(sheet.seed) for address, sheet in articles.items()},
    )


# Who has which address.


def _addressed(
    sheets: Iterable[Sheet], folder: str, published: Mapping[str, str]
) -> tuple[dict[str, Sheet], list[Problem]]:
    """Return the articles by address, sorted, and a problem for each that had to step aside.

    An article keeps the address at which it is published. Of those that ask for the same the others take the tag of
    their seed's path; where none is published, all but the first by path do.
    """
    asking = sorted(sheets, key=lambda sheet: sheet.seed)
    holders = {sheet.slug for sheet in asking if published.get(sheet.slug) == sheet.seed}
    addresses: dict[str, Sheet] = {}
    aside: list[tuple[str, Sheet]] = []
    for sheet in asking:
        tagged = slug.tagged(sheet.slug, sheet.seed)
        stands_aside = not sheet.fixed and published.get(tagged) == sheet.seed
        mine = published.get(sheet.slug) == sheet.seed or (sheet.slug not in holders and sheet.slug not in addresses)
        if mine and not stands_aside:
            addresses[sheet.slug] = sheet
        else:
            aside.append((tagged, sheet))
    for tagged, sheet in aside:
        addresses[_free(tagged, addresses, sheet)] = sheet
    shared = group(asking, by=lambda sheet: sheet.slug)
    collisions = [
        _collision(sheet, shared[sheet.slug], address, folder)
        for address, sheet in addresses.items()
        if address != sheet.slug and len(shared[sheet.slug]) > 1
    ]
    return dict(sorted(addresses.items())), collisions


def _free(tagged: str, taken: Container[str], sheet: Sheet) -> str:
    """Return *tagged*, tagged again as long as another article has that very address."""
    while tagged in taken:
        tagged = slug.tagged(tagged, sheet.seed)
    return tagged


def _collision(sheet: Sheet, sharing: Sequence[Sheet], address: str, folder: str) -> Problem:
    # A few of them are enough: thousands may share an address, and each of them says so.
    others = [other.seed for other in sharing[: _NAMED + 1] if other.seed != sheet.seed][:_NAMED]
    others += [f"{len(sharing) - 1 - _NAMED} more"] if len(sharing) - 1 > _NAMED else []
    return Problem(
        Place(f"{folder}/{sheet.seed}", 1, 1),
        "address-shared",
        f"its address {sheet.slug!r} is also that of {' and '.join(others)}",
        why=f"it is published as {address!r}",
        fix="give it a `slug:` of its own in its front matter",
        severity="warning",
    )


# Who is cited.


def _cited(outlets: Mapping[str, Outlet], sheets: Iterable[Sheet]) -> dict[str, Outlet]:
    """Describe each cited outlet; one that no file describes bears the name that articles print most often."""
    printed: dict[str, Counter[str]] = {}
    for sheet in sheets:
        for report in sheet.reports:
            printed.setdefault(report.outlet, Counter()).update(report.printed)
    return {
        identifier: _described(outlets.get(identifier)) or _unknown(identifier, printed[identifier])
        for identifier in sorted(printed)
    }


def _described(outlet: Outlet | None) -> Outlet | None:
    return replace(outlet, place=_NOWHERE) if outlet is not None else None


def _unknown(identifier: str, counted: Counter[str]) -> Outlet:
    names = sorted(counted, key=lambda spelling: (-counted[spelling], spelling)) or [identifier]
    name = _host(names[0]) or names[0]
    return Outlet(identifier, name, tuple(sorted(set(names) - {name})), status="suggested", origin="cited")


def _host(printed: str) -> str:
    """Give the site that an address of one page is on; empty for what is no such address."""
    if "/" not in printed or " " in printed:
        return ""
    try:
        host = urlsplit(printed if "://" in printed else f"//{printed}").hostname or ""
    except ValueError:  # no address after all
        return ""
    return host.removeprefix("www.") if "." in host else ""


def _problems(sheet: Sheet, folder: str) -> Iterator[Problem]:
    for finding, (line, column) in zip(sheet.findings, sheet.places, strict=True):
        place = Place(f"{folder}/{sheet.seed}", line, column)
        yield Problem(place, finding.code, finding.what, fix=finding.fix, severity=finding.severity)
