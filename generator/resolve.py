"""Resolve the corpus: what only all articles together can tell."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator import slug
from generator.edges import group
from generator.model import Actor, Analysis, Article, Citation, Corpus, Glossary, Outlet, Place, Problem, Publication

_NAMED = 3  # seeds that one message names


def corpus(
    analyses: Iterable[Analysis], glossary: Glossary, *, folder: str, problems: Iterable[Problem] = ()
) -> Corpus:
    """Fold the analyses of articles, in the order of their seeds, into one corpus.

    *folder* is the seeds folder as problems name it. What could mean two things is reported, never guessed.
    """
    settled, collisions = _settle_addresses(analyses, folder)
    articles = {analysis.article.id: analysis.article for analysis in settled}
    by_day = group(articles.values(), by=lambda article: f"{article.series or ''} {article.date}")
    citations = tuple(
        _with_target(citation, by_day, glossary.publications) for analysis in settled for citation in analysis.citations
    )
    mentions = tuple(mention for analysis in settled for mention in analysis.mentions)
    found = (problem for analysis in settled for problem in _problems(analysis, folder))
    return Corpus(
        articles=articles,
        actors=_mentioned(glossary.actors, {mention.actor for mention in mentions}),
        outlets=_cited(glossary.outlets, citations),
        publications=glossary.publications,
        mentions=mentions,
        citations=citations,
        quotations=tuple(quotation for analysis in settled for quotation in analysis.quotations),
        statements=tuple(statement for analysis in settled for statement in analysis.statements),
        problems=tuple(sorted({*problems, *collisions, *found})),
    )


def _settle_addresses(analyses: Iterable[Analysis], folder: str) -> tuple[list[Analysis], list[Problem]]:
    """Give articles that would share an address one that their own seed's path decides, sorted by address."""
    settled = {analysis.article.seed: analysis for analysis in analyses}
    collisions: list[Problem] = []
    # An address with its tag may be another article's own: then that one steps aside, too.
    while shared := _shared(settled.values()):
        for sharing in shared:
            for analysis in sharing:
                moved = _moved(analysis, slug.tagged(analysis.article.id, analysis.article.seed))
                settled[analysis.article.seed] = moved
                collisions.append(_collision(analysis, sharing, moved.article.id, folder))
    return sorted(settled.values(), key=lambda analysis: analysis.article.id), collisions


def _shared(analyses: Iterable[Analysis]) -> list[Sequence[Analysis]]:
    by_address = group(analyses, by=lambda analysis: analysis.article.id)
    return [sharing for sharing in by_address.values() if len(sharing) > 1]


def _collision(analysis: Analysis, sharing: Sequence[Analysis], address: str, folder: str) -> Problem:
    seed = analysis.article.seed
    # A few of them are enough: thousands may share an address, and each of them says so.
    others = [other.article.seed for other in sharing[: _NAMED + 1] if other.article.seed != seed][:_NAMED]
    others += [f"{len(sharing) - 1 - _NAMED} more"] if len(sharing) - 1 > _NAMED else []
    return Problem(
        Place(f"{folder}/{seed}", 1, 1),
        "address-shared",
        f"its address {analysis.article.id!r} is also that of {' and '.join(others)}",
        why=f"it is published as {address!r} for now",
        fix="give one of them a `slug:` in its front matter",
    )


def _moved(analysis: Analysis, address: str) -> Analysis:
    return Analysis(
        replace(analysis.article, id=address),
        tuple(replace(mention, article=address) for mention in analysis.mentions),
        tuple(replace(citation, article=address) for citation in analysis.citations),
        tuple(replace(quotation, article=address) for quotation in analysis.quotations),
        tuple(replace(statement, article=address) for statement in analysis.statements),
        analysis.findings,
    )


def _with_target(
    citation: Citation, by_day: Mapping[str, Sequence[Article]], publications: Mapping[str, Publication]
) -> Citation:
    """Lead a self-citation to the one article of its series that appeared on its day, where exactly one did."""
    if citation.kind != "self" or not citation.date:
        return citation
    series = _series(citation, publications)
    fitting = by_day.get(f"{series} {citation.date}", ()) if series else ()
    return replace(citation, target=fitting[0].id) if len(fitting) == 1 else citation


def _series(citation: Citation, publications: Mapping[str, Publication]) -> str | None:
    printed = citation.printed.casefold()
    for publication in publications.values():
        if citation.outlet == publication.id:
            return publication.id
        if printed in {name.casefold() for name in (publication.name, *publication.aliases)}:
            return publication.id
    return None


def _mentioned(actors: Mapping[str, Actor], identifiers: set[str]) -> dict[str, Actor]:
    return {identifier: actors[identifier] for identifier in sorted(identifiers)}


def _cited(outlets: Mapping[str, Outlet], citations: Iterable[Citation]) -> dict[str, Outlet]:
    """Describe each cited outlet; one that no file describes bears the name that articles print most often."""
    printed = group((citation for citation in citations if citation.outlet), by=lambda citation: citation.outlet)
    return {
        identifier: outlets.get(identifier) or _unknown(identifier, [citation.printed for citation in sources])
        for identifier, sources in printed.items()
    }


def _unknown(identifier: str, spellings: Iterable[str]) -> Outlet:
    counted = Counter(spelling for spelling in spellings if spelling)
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


def _problems(analysis: Analysis, folder: str) -> Iterator[Problem]:
    text = analysis.article.text
    line_ends = [at for at, character in enumerate(text) if character == "\n"] if analysis.findings else []
    for finding in analysis.findings:
        line = bisect_right(line_ends, finding.start - 1)
        column = finding.start - (line_ends[line - 1] if line else -1)
        place = Place(f"{folder}/{analysis.article.seed}", line + 1, column)
        yield Problem(place, finding.code, finding.what, fix=finding.fix, severity=finding.severity)
