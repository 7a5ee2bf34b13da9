"""Gather what the theme draws around a page's own words: what the page says of itself is not enough for it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.corpus import Corpus
from generator.model import Actor, Outlet
from generator.publish import bibliography, chart, circle, linked, record
from generator.publish.chart import Chart
from generator.publish.record import Record
from generator.publish.related import Beside, Neighbour, Related
from generator.render import dates
from generator.sheet import Sheet
from generator.site import Site
from generator.together import Pair, count

_NODES = 36
_TIES = 140  # lines in the picture of the network
_LABEL = 28  # characters of a name in it


class Paragraph(Struct, frozen=True):
    """A paragraph as people count it, and its anchor; number 0 is the title."""

    number: int
    anchor: str


class Named(Struct, frozen=True):
    """An actor of the overview, with the role that the article states."""

    id: str
    name: str
    type: str
    role: str
    paragraphs: Sequence[Paragraph]


class Quoted(Struct, frozen=True):
    """A quotation of the overview: its first words, and who said them; *speaker* is empty where it has no page."""

    words: str
    speaker: str
    name: str
    paragraph: Paragraph


class Around(Struct, frozen=True):
    """All that is drawn around an article."""

    actors: Sequence[Named]
    quotations: Sequence[Quoted]
    related: Sequence[Related]
    earlier: Neighbour | None
    later: Neighbour | None
    record: Record
    date: str
    downloads: Sequence[tuple[str, str, str]]
    coins: str
    linked: Mapping[str, object]


class Node(Struct, frozen=True):
    """An actor in the picture of the network, where its name stands, and the lines that lead to it."""

    id: str
    name: str
    label: str
    type: str
    spot: circle.Spot
    ties: Sequence[str]


class Apparatus:
    """What is drawn around the pages of a corpus."""

    def __init__(self, corpus: Corpus, site: Site) -> None:
        """Know the *corpus* and the *site*."""
        self.corpus = corpus
        self._site = site
        self._beside = Beside(corpus)
        self._numbers = {
            article: {anchor: number for number, anchor in enumerate(sheet.anchors, 1)}
            for article, sheet in corpus.articles.items()
        }

    def number(self, article: str, anchor: str) -> int:
        """Return the number of the paragraph at *anchor* of *article*, 0 where there is no such paragraph."""
        return self._numbers.get(article, {}).get(anchor, 0)

    def article(self, address: str) -> Around | None:
        """Return what is drawn around the article at *address*; nothing where there is no such article."""
        sheet = self.corpus.articles.get(address)
        if sheet is None:
            return None
        cited = record.of(address, sheet, self.corpus.publications, self._site)
        return Around(
            actors=[self._named(address, edge.actor, edge.role, edge.anchors) for edge in sheet.named],
            quotations=self._quoted(address, sheet),
            related=self._beside.related(address),
            earlier=self._beside.neighbour(address, -1),
            later=self._beside.neighbour(address, 1),
            record=cited,
            date=dates.readable(sheet.date) if sheet.date else "",
            downloads=list(bibliography.downloads(cited)),
            coins=bibliography.coins(cited),
            linked=linked.article(sheet, cited, self.corpus),
        )

    def _named(self, article: str, actor: str, role: str, anchors: Sequence[str]) -> Named:
        known = self.corpus.actors[actor]
        paragraphs = [self._paragraph(article, anchor) for anchor in anchors]
        return Named(actor, known.name, known.type.replace("_", " "), role, paragraphs)

    def _paragraph(self, article: str, anchor: str) -> Paragraph:
        return Paragraph(self.number(article, anchor), anchor or "title")

    def _quoted(self, article: str, sheet: Sheet) -> list[Quoted]:
        return [
            Quoted(said.opening, said.speaker, said.name, self._paragraph(article, said.passage.anchor))
            for said in sheet.said
        ]

    def actor(self, identifier: str) -> Mapping[str, object] | None:
        """Return the linked data of an actor; nothing where no article names it."""
        actor: Actor | None = self.corpus.actors.get(identifier)
        return linked.actor(actor) if actor is not None else None

    def outlet(self, identifier: str) -> Mapping[str, object] | None:
        """Return the linked data of an outlet; nothing where no article cites it."""
        outlet: Outlet | None = self.corpus.outlets.get(identifier)
        return linked.outlet(outlet) if outlet is not None else None

    def dataset(self, files: Sequence[str]) -> Mapping[str, object]:
        """Return the linked data of the tables, whose *files* are these."""
        return linked.dataset(self._site, files)

    def years(self, counts: Mapping[str, int]) -> Chart:
        """Return the picture of *counts* by year."""
        return chart.by_year({str(year): int(times) for year, times in counts.items()})

    def network(self) -> Sequence[Node]:
        """Lay out the actors that the most paragraphs name, their strongest ties as lines."""
        counts = count(self.corpus)
        shown = [actor for actor, _ in counts.actors[:_NODES]]
        inside = frozenset(shown)
        together = {pair: times for pair, times in counts.ties if inside.issuperset(pair)}
        spots = circle.spots(circle.order(shown, together))
        lines = _lines(list(together)[:_TIES], spots)
        return [self._node(actor, spot, lines.get(actor, ())) for actor, spot in spots.items()]

    def _node(self, actor: str, spot: circle.Spot, ties: Sequence[str]) -> Node:
        known = self.corpus.actors[actor]
        return Node(actor, known.name, _label(known), known.type, spot, ties)


def _lines(drawn: Sequence[Pair], spots: Mapping[str, circle.Spot]) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for first, second in drawn:
        line = circle.line(spots[first], spots[second])
        lines.setdefault(first, []).append(line)
        lines.setdefault(second, []).append(line)
    return lines


def _label(actor: Actor) -> str:
    """Return a name that fits: the acronym of a long one, else its beginning."""
    if len(actor.name) <= _LABEL:
        return actor.name
    acronym = next((alias.text for alias in actor.aliases if alias.kind == "acronym" or alias.text.isupper()), "")
    return acronym or actor.name[: _LABEL - 1].rstrip() + "…"
