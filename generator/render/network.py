"""Render the network: who is named with whom, as a picture that links and as a table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from generator.model import Actor, Page
from generator.render import circle, escape
from generator.render.templates import Templates
from generator.render.view import View

_ACTORS = 36
_TIES = 140  # lines in the picture
_ROWS = 60  # pairs in the table
_LABEL = 28  # characters of a name in the picture

Pair = tuple[str, str]


class Node(Struct, frozen=True):
    """An actor in the picture, where its name stands, and the lines that lead to it."""

    id: str
    name: str
    label: str
    type: str
    spot: circle.Spot
    ties: Sequence[str]


class Tie(Struct, frozen=True):
    """Two actors and the number of paragraphs that name both."""

    first: Actor
    second: Actor
    paragraphs: int


def pages(view: View, templates: Templates) -> Iterator[Page]:
    """Render ``network.md``."""
    paragraphs: Counter[str] = Counter()
    together: Counter[Pair] = Counter()
    for article in view.mentions_of:
        for named in view.paragraphs(article):
            paragraphs.update(named)
            together.update(combinations(sorted(named), 2))
    shown = sorted(paragraphs, key=lambda actor: (-paragraphs[actor], actor))[:_ACTORS]
    pairs = sorted(together, key=lambda pair: (-together[pair], pair))
    actors, inside = view.corpus.actors, frozenset(shown)
    values = {
        "root": "",
        "nodes": _nodes(shown, {pair: together[pair] for pair in pairs if inside.issuperset(pair)}, actors),
        "ties": [Tie(actors[first], actors[second], together[first, second]) for first, second in pairs[:_ROWS]],
        "size": circle.SIZE,
    }
    text = templates.fill("network.md.jinja", values)
    if text is not None:
        yield Page("network.md", text)


def _nodes(shown: Sequence[str], together: Mapping[Pair, int], actors: Mapping[str, Actor]) -> Sequence[Node]:
    """Lay out the actors *shown*, their strongest ties as lines; *together* has the strongest first."""
    spots = circle.spots(circle.order(shown, together))
    drawn = list(together)[:_TIES]
    lines: dict[str, list[str]] = {actor: [] for actor in shown}
    for first, second in drawn:
        line = circle.line(spots[first], spots[second])
        lines[first].append(line)
        lines[second].append(line)
    return [
        Node(actor, actors[actor].name, _label(actors[actor]), actors[actor].type, spot, lines[actor])
        for actor, spot in spots.items()
    ]


def _label(actor: Actor) -> str:
    """Give a name that fits: the acronym of a long one, else its beginning."""
    name = escape.visible(actor.name)
    if len(name) <= _LABEL:
        return name
    acronym = next((alias.text for alias in actor.aliases if alias.kind == "acronym" or alias.text.isupper()), "")
    return acronym or name[: _LABEL - 1].rstrip() + "…"
