"""Know who can speak in an article, and whom words such as a name, an office or a pronoun mean."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from msgspec import Struct

from generator.analyse.index import Index
from generator.analyse.titles import is_title, names_office
from generator.model import Article, Citation, Mention

_WHO = re.compile(r",? who\b")
_ATTRIBUTE = re.compile(
    r"\b(?:of|in|with|to|against|from|for|at|on|by|over|about|than)\s(?:the\s|a\s)?$", re.IGNORECASE
)
_OFFICE_OF = re.compile(r"\b(?P<office>[\w-]{3,30}) (?:of|for|to|at|from) (?:the )?$")
_NEXT = re.compile(r" (?P<word>[\w-]{2,30})")
_NAME = re.compile(r"(?<![\w’'])(?:[A-Z][\w’'-]{1,30} ){1,5}[A-Z][\w’'-]{1,30}(?=[\s,.;]|$)")
_NOT_NAMES = frozenset(
    "The A An In On At But And As For When While After Before If This That His Her Its Their".split()
)
_ONE_AHEAD = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][\w’'-]{2,30})"
    r"(?: (?:was|is|has|had|have|also|later|then|once|himself|herself|reportedly|quoted|cited|as)){0,4} ?$"
)
_ONE_BEHIND = re.compile(r" (?P<name>[A-Z][\w’'-]{2,30})(?=[\s,.;]|$)(?! [A-Z])")
_WITHIN = re.compile(r"(?:[a-z]|,[”\"»]?) (?=(?P<word>[A-Z][\w’'-]{1,31}))")
_PART = re.compile(r"(?<=...)(?!\w)")
_LINE_END = re.compile(r"\n")
_ONE = 60  # characters
_ABOVE = 400  # characters of the paragraph before in which a pronoun's person stands


class Speaker(Struct, frozen=True):
    """Who spoke: an actor's identifier or nothing, the name or nothing, and the words that say so."""

    actor: str = ""
    name: str = ""
    cue: str = ""


class Scene:
    """An article's text with its mentions and citations, ready to be asked what stands where."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], citations: Sequence[Citation], index: Index
    ) -> None:
        """Keep the mentions of those who can speak, in their order."""
        self.text = article.text
        self.index = index
        self.mentions = [mention for mention in mentions if mention.kind != "demonym"]
        self.starts = [mention.start for mention in self.mentions]
        self.authored = [citation for citation in citations if citation.author]
        self._speaking: dict[int, bool] = {}  # whether a mention can speak, by its start
        self.sources = [citation for citation in citations if citation.kind == "narrative"]
        self.holders: dict[str, list[Mention]] = {}
        for mention in (mention for mention in self.mentions if mention.role and self.is_person(mention)):
            for word in set(mention.role.casefold().split()):
                self.holders.setdefault(word, []).append(mention)

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that lie from *start* to *end*."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def able(self, start: int, end: int) -> list[Mention]:
        """Give those of them that can speak."""
        return [mention for mention in self.between(start, end) if self.can_speak(mention)]

    def can_speak(self, mention: Mention) -> bool:
        """Whether the mention is no attribute of something else."""
        if mention.start not in self._speaking:
            self._speaking[mention.start] = _can_speak(self, mention)
        return self._speaking[mention.start]

    @cached_property
    def persons(self) -> list[Mention]:
        """The mentions of persons."""
        return [mention for mention in self.mentions if self.is_person(mention)]

    @cached_property
    def able_persons(self) -> list[Mention]:
        """The mentions of persons that can speak."""
        return [mention for mention in self.persons if self.can_speak(mention)]

    @cached_property
    def lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    @cached_property
    def within_sentences(self) -> frozenset[str]:
        """The words with a capital that stand within a sentence, as names do, and those that such a word begins with.

        ``Berg-Tarvainen’s`` begins with the names ``Berg`` and ``Berg-Tarvainen``.
        """
        words = (found["word"] for found in _WITHIN.finditer(self.text))
        return frozenset(word[: end.end()] for word in set(words) for end in _PART.finditer(word))

    def author(self, start: int, end: int) -> Citation | None:
        """Give the first citation that begins from *start* to *end* and names its writer or speaker."""
        at = bisect_left(self.authored, start, key=attrgetter("start"))
        return self.authored[at] if at < len(self.authored) and self.authored[at].start <= end else None

    def holder(self, office: str, before: int) -> Mention | None:
        """Give the last person before a place whom the article gives that office."""
        held = self.holders.get(office.casefold(), [])
        at = bisect_left(held, before, key=attrgetter("start"))
        return held[at - 1] if at else None

    def outlet(self, start: int, end: int) -> str:
        """Give the last outlet from *start* to *end* that is named as the source and can speak; empty for none."""
        first = bisect_left(self.sources, start, key=attrgetter("start"))
        last = bisect_left(self.sources, end, key=attrgetter("start"))
        for cited in reversed(self.sources[first:last]):
            if not _ATTRIBUTE.search(self.text, max(start, cited.start - 44), cited.start):
                known = self.index.glossary.outlets.get(cited.outlet)
                return known.name if known else cited.printed
        return ""

    def is_person(self, mention: Mention) -> bool:
        """Whether the mention is of a person."""
        return self.index.glossary.actors[mention.actor].type == "person"


def named(mention: Mention, cue: str) -> Speaker:
    """Give as speaker whom *mention* names."""
    return Speaker(mention.actor, mention.surface, cue)


def first(scene: Scene, mentions: Sequence[Mention]) -> Mention:
    """Choose the first person, else the first of all."""
    return next(filter(scene.is_person, mentions), mentions[0])


def subject(scene: Scene, subjects: Sequence[Mention]) -> Mention:
    """Choose who speaks among those before the verb: the last person, else the last of all."""
    people = [mention for mention in subjects if scene.is_person(mention)]
    return (people or subjects)[-1]


def _can_speak(scene: Scene, mention: Mention) -> bool:
    """Whether the mention is no attribute of something else: not possessive, not behind a preposition.

    ``A spokesman of the ministry`` speaks for it; ``the party leader`` is somebody else than the party.
    """
    if scene.text[mention.end : mention.end + 2] in {"’s", "'s"}:
        return False
    if _WHO.match(scene.text, mention.end):
        return True
    following = _NEXT.match(scene.text, mention.end)
    if following and names_office(following["word"]) and not scene.is_person(mention):
        return False
    reach = max(0, mention.start - 44)
    if office := _OFFICE_OF.search(scene.text, reach, mention.start):
        return names_office(office["office"]) and not scene.is_person(mention)
    return not _ATTRIBUTE.search(scene.text, reach, mention.start)


def _stranger(text: str, start: int, end: int) -> str:
    """Give the name of a person or body that no file knows, an office cut off; empty where none stands there."""
    for found in _NAME.finditer(text, start, end):
        words = found.group().split()
        before = [at for at, word in enumerate(words[:-2]) if is_title(word) or word in _NOT_NAMES]
        words = words[before[-1] + 1 :] if before else words
        if not (is_title(words[0]) or words[0] in _NOT_NAMES or words[-1].endswith(("’s", "'s"))):
            return " ".join(words)
    return ""


def unknown(scene: Scene, start: int, end: int, cue: str) -> Speaker | None:
    """Give who is named from *start* to *end* without a file that knows: a person, else an outlet as the source.

    A surname alone must stand right by the verb, which ends or begins the stretch.
    """
    name = _stranger(scene.text, start, end) or scene.outlet(start, end) or _surname(scene, start, end)
    return Speaker("", name, cue) if name else None


def _surname(scene: Scene, start: int, end: int) -> str:
    """Give one capitalised word that ends or begins a stretch and stands within a sentence somewhere, as names do."""
    found = _ONE_AHEAD.search(scene.text, max(start, end - _ONE), end) or _ONE_BEHIND.match(scene.text, start, end)
    name = found["name"] if found else ""
    if not name or is_title(name) or name in _NOT_NAMES or name.isupper():
        return ""
    return name if name in scene.within_sentences else ""


def by_office(scene: Scene, start: int, end: int, cue: str) -> Speaker | None:
    """Resolve ``the party leader said`` to the last person before whom the article gives that office."""
    for word in re.finditer(r"\b[\w-]{4,30}\b", scene.text[start:end]):
        if not names_office(word.group()):
            continue
        if held := scene.holder(word.group(), start):
            return named(held, cue)
    return None


def pronoun(scene: Scene, sentence: int, at: int, before: Speaker | None, cue: str) -> Speaker | None:
    """Resolve ``he said``: a person earlier in the sentence, else who spoke last, else the last one before."""
    if within := _last(scene.persons, sentence, at):
        return named(within, cue)
    paragraph = scene.lines[bisect_right(scene.lines, sentence) - 1]
    if ahead := _last(scene.able_persons, paragraph, sentence):
        return named(ahead, cue)
    if held := by_office(scene, max(paragraph, sentence - 300), sentence, cue):
        return held
    if before and before.name:
        return Speaker(before.actor, before.name, cue)
    above = _last(scene.able_persons, max(0, paragraph - _ABOVE), paragraph)
    return named(above, cue) if above else None


def _last(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Give the last of *mentions*, which are in order, that begins from *start* on and before *end*."""
    at = bisect_left(mentions, end, key=attrgetter("start"))
    return mentions[at - 1] if at and mentions[at - 1].start >= start else None
