"""The records that the stages hand on: frozen, flat, joined by identifiers."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

ActorType = Literal["person", "organization", "state", "place", "armed_group", "treaty", "event", "other"]
Status = Literal["reviewed", "suggested", "ignored"]
AliasKind = Literal["alias", "acronym", "capital", "demonym", "misspelling", "descriptor"]
BlockKind = Literal[
    "title", "masthead", "author", "date", "caption", "heading", "paragraph", "quotation", "list", "note", "furniture"
]
MentionKind = Literal[
    "name", "alias", "acronym", "surname", "given_name", "capital", "demonym", "misspelling", "descriptor"
]
Sense = Literal["actor", "government", "place", "unsure"]
CitationKind = Literal["source", "self", "date_only", "credit", "narrative", "damaged"]
Severity = Literal["error", "warning"]

TEXT_BLOCKS = frozenset({"caption", "heading", "paragraph", "quotation", "list", "note"})
"""The kinds of block that are the author's own text: they are linked and mined, and have a number."""


class Place(Struct, frozen=True, order=True):
    """Where something stands: a path from the site's root, a line and a column, both from 1 (0: the whole)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give ``path:line:column``, without what is not known."""
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


class Problem(Struct, frozen=True, order=True):
    """Something that does not add up: where it is, what, why it matters, and what to do."""

    place: Place
    code: str
    what: str
    why: str = ""
    fix: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        r"""Give the one line that a person reads: ``place: severity: what, why; what to do [code]``.

        What cannot be printed, in a file's name or in what it says, is written as Python writes it (``\n``).
        """
        said = ": ".join(part for part in (str(self.place), self.severity, self.what) if part)
        said += (f", {self.why}" if self.why else "") + (f"; {self.fix}" if self.fix else "") + f" [{self.code}]"
        return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in said)


class Seed(Struct, frozen=True):
    """One file of ``seeds/articles/`` as it lies on disk."""

    path: str  # from the seeds folder, forward slashes: "articles/a.txt"
    text: str  # the whole file, decoded, line ends as they are: offsets count its code points
    sha256: str  # of the bytes
    body: int = 0  # where the text begins, behind front matter
    meta: Mapping[str, object] = {}  # the known keys of the front matter, checked


class Block(Struct, frozen=True):
    """A run of text with one part to play; an article's are in order and hold all but white space."""

    start: int
    end: int
    kind: BlockKind
    number: int = 0  # paragraph number from 1, for text blocks; 0 for the others


class Article(Struct, frozen=True):
    """One article: what its masthead and front matter say, and its text as blocks."""

    id: str  # the slug; the page's address
    seed: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publication: str | None = None  # the name as printed or as the front matter says
    series: str | None = None  # the identifier in publications.yml
    volume: int | None = None
    issue: int | None = None
    date: str | None = None  # EDTF
    date_basis: str | None = None  # how the date was found; None where it was printed in full
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    description: str | None = None
    fixed: bool = False  # whether the front matter gives the address

    def block(self, offset: int) -> Block:
        """Give the block in which *offset* lies, or the next one where it lies between two."""
        return self.blocks[bisect_right(self.blocks, offset, key=lambda block: block.end)]


class Alias(Struct, frozen=True):
    """One way to write an actor's name."""

    text: str
    kind: AliasKind = "alias"
    when: Literal["always", "named"] = "always"  # named: only in an article that names the actor otherwise


class Role(Struct, frozen=True):
    """An office that a person held, as the glossary says; *of* is an actor's identifier or plain words."""

    title: str
    of: str = ""
    since: str = ""  # EDTF; ``from`` in YAML
    until: str = ""  # EDTF; ``to`` in YAML


class Actor(Struct, frozen=True):
    """An entry of the glossary."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[Alias, ...] = ()
    summary: str = ""
    roles: tuple[Role, ...] = ()
    wikidata: str = ""
    url: str = ""
    status: Status = "reviewed"
    origin: Literal["site", "starter"] = "site"
    place: Place = Place("")


class Outlet(Struct, frozen=True):
    """Who publishes what articles cite: an agency, a paper, a station, a site."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    country: str = ""
    url: str = ""
    status: Status = "reviewed"
    origin: Literal["site", "starter", "cited"] = "site"  # cited: no file describes it, an article printed it
    place: Place = Place("")


class Publication(Struct, frozen=True):
    """A series that articles appeared in; volume n appeared in ``volume_one`` + n − 1."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    publisher: str = ""
    volume_one: int | None = None
    issn: str = ""
    url: str = ""
    origin: Literal["site", "starter"] = "site"
    place: Place = Place("")


class Glossary(Struct, frozen=True):
    """Everything that people wrote down about actors, outlets and publications, by identifier, keys sorted."""

    actors: Mapping[str, Actor] = {}
    outlets: Mapping[str, Outlet] = {}
    publications: Mapping[str, Publication] = {}


class Mention(Struct, frozen=True):
    """The place where an article names an actor."""

    article: str
    actor: str
    start: int
    end: int
    surface: str
    kind: MentionKind
    sense: Sense = "actor"
    rule: str = "glossary"  # why the machine linked it
    role: str = ""  # the role words that the article states with it


class Citation(Struct, frozen=True):
    """One report that an article cites; several of one bracket share *start*, *end* and *text*."""

    article: str
    start: int
    end: int
    text: str
    kind: CitationKind
    outlet: str = ""  # identifier; empty where it was lost or stands elsewhere
    printed: str = ""  # the outlet as printed
    date: str | None = None  # EDTF, resolved
    date_basis: str | None = None  # how the year was found; None where it was printed
    locator: str = ""
    url: str = ""
    author: str = ""  # the writer or speaker that the bracket names beside the outlet

    @property
    def source(self) -> str:
        """The identifier of the cited report: an outlet on a date, ``interfax-2010-02-04``."""
        return f"{self.outlet}-{(self.date or 'undated').replace('/', '-to-')}" if self.outlet else ""


class Quotation(Struct, frozen=True):
    """Words that an article quotes, marks included; *speaker* is an actor's identifier, empty where it is open."""

    article: str
    start: int
    end: int
    speaker: str = ""
    speaker_name: str = ""  # the actor's name, or the speaker as printed where no actor fits
    cue: str = ""  # the words that attribute it


class Statement(Struct, frozen=True):
    """A day or month that the text itself states, outside its citations."""

    article: str
    start: int
    end: int
    date: str  # EDTF, resolved as citations are; its year is XXXX where it could be of two
    date_basis: str | None = None  # how the year was found; None where it was printed


class Finding(Struct, frozen=True):
    """Something that the analysis of one article reports, at a code point of its text."""

    start: int
    code: str
    what: str
    fix: str = ""
    severity: Severity = "warning"


class Analysis(Struct, frozen=True):
    """What one article's text says, found from that text and the glossary alone."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()


class Page(Struct, frozen=True):
    """One file below ``docs/``: its path from there, forward slashes, and its text."""

    path: str
    text: str
