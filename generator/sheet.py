"""What one article gives to the site: its own page, and what other pages show of it; a function of it and the glossary.

Texts named *markdown* are Markdown already, escaped as whole lines; every other text is plain.
"""

from collections.abc import Mapping

from msgspec import Struct

from generator.model import Finding


class Passage(Struct, frozen=True, gc=False):
    """A sentence as other pages show it, the places that they show it for marked, and the paragraph that it is of."""

    markdown: str
    anchor: str  # empty where it stands in the title
    start: int  # the code points from which to which its sentences run, by which it is known
    end: int


class Named(Struct, frozen=True):
    """An actor as one article names it."""

    actor: str
    count: int  # of the places that name it
    role: str  # the office stated with the name first; empty where none is
    role_anchor: str
    anchors: tuple[str, ...]  # of each paragraph that names it, in order; empty for the title
    passages: tuple[Passage, ...]  # the first few sentences, each once
    spellings: tuple[str, ...]  # the name as printed


class Said(Struct, frozen=True):
    """A quotation: who said it, the words in their sentence, and the report cited behind them."""

    speaker: str  # an actor's identifier; empty where it is open
    name: str  # the actor's, or the speaker as printed where no actor fits
    opening: str  # the first words
    passage: Passage
    outlet: str = ""  # of the report; empty where none is cited
    printed: str = ""
    date: str | None = None


class Report(Struct, frozen=True):
    """A report as one article cites it, and what rests on it there."""

    outlet: str
    name: str  # the outlet's as the glossary has it, else as printed
    printed: tuple[str, ...]  # the spellings of the outlet
    date: str | None
    basis: str | None
    url: str
    count: int  # of the citations
    texts: tuple[str, ...]  # the brackets as printed
    anchors: tuple[str, ...]
    passages: tuple[Passage, ...]


class Lost(Struct, frozen=True):
    """A paragraph in which sources were lost, and what is left of them."""

    anchor: str
    dates: tuple[str, ...]
    passage: Passage


class Stated(Struct, frozen=True):
    """A day or month that the article states."""

    date: str
    basis: str | None
    passage: Passage


class Sheet(Struct, frozen=True):
    """What an article says of itself, and what other pages show of it."""

    slug: str  # the address that it asks for
    seed: str
    sha256: str
    title: str  # as shown: never empty
    description: str
    date: str | None = None
    date_basis: str | None = None
    publication: str = ""
    series: str = ""  # the publication's identifier; empty where no file describes it
    volume: int | None = None
    issue: int | None = None
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    anchors: tuple[str, ...] = ()  # of its paragraphs, in order: the first is that of ¶1
    named: tuple[Named, ...] = ()
    about: tuple[str, ...] = ()  # the actors that its title names
    adjectives: tuple[str, ...] = ()  # the actors that adjectives of nationality alone name: no page lists them
    said: tuple[Said, ...] = ()
    quotations: int = 0
    reports: tuple[Report, ...] = ()
    lost: tuple[Lost, ...] = ()
    stated: tuple[Stated, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()  # the actors that each paragraph names
    findings: tuple[Finding, ...] = ()
    places: tuple[tuple[int, int], ...] = ()  # line and column of each finding
    fixed: bool = False  # whether its front matter gives the address


class Prose(Struct, frozen=True):
    """An article's own words in Markdown, and where its reference links lead, by label."""

    before: str  # what stands above the title in the seed
    markdown: str
    targets: Mapping[str, str]


Cell = str | int | tuple[str, ...] | None
Rows = Mapping[str, tuple[tuple[Cell, ...], ...]]
"""The rows that an article adds to each table of places, by the table's name."""


class Extract(Struct, frozen=True):
    """All that is made of one article: what the site needs of every article at once, its own words, its rows."""

    sheet: Sheet
    prose: Prose
    rows: Rows
