"""Tell who speaks the words of a quotation: by the verb of saying, the lead-in, the bracket, or not at all."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from generator.analyse.index import Index
from generator.analyse.quote import speech
from generator.analyse.titles import is_title, names_office
from generator.model import Article, Citation, Mention

_PREDICATE = re.compile(r"[\s]{0,2}(?:$|[.,;:!?)(\n]|and\b|or\b)")
_ELSEWHERE = re.compile(r"[\s,]{0,3}(?:and|but|while|which|although|whereas)\b")  # what follows has a verb of its own
_WHO = re.compile(r",? who\b")
_STOP = re.compile(r"[.!?]\s")
_MARK = re.compile(r"[“\"„«\n]")
_ACCORDING = re.compile(r"\b(?:according to|in the words of|as quoted by|quoted by)\s(?:the\s|a\s)?$", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?:of|in|with|to|against|from|for|at|on|by|over|about|than)\s(?:the\s|a\s)?$", re.IGNORECASE
)
_OFFICE_OF = re.compile(r"\b(?P<office>[\w-]{3,30}) (?:of|for|to|at|from) (?:the )?$")
_NEXT = re.compile(r" (?P<word>[\w-]{2,30})")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|(?:him|her) as)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w’'])(?:[A-Z][\w’'-]{1,30} ){1,5}[A-Z][\w’'-]{1,30}(?=[\s,.;]|$)")
_NOT_NAMES = frozenset(
    "The A An In On At But And As For When While After Before If This That His Her Its Their".split()
)
_NEAR = 160  # characters behind the closing mark in which its tag stands
_LEAD = 120  # characters before the opening mark in which its verb stands
_ABOVE = 400  # characters of the paragraph before in which a pronoun's person stands
_TITLE = 8  # words between a verb and the name behind it


class Act(Struct, frozen=True):
    """An act of quoting: from its first mark to its last, in the sentence that holds it."""

    start: int
    first: int  # the end of its first piece
    end: int
    sentence: tuple[int, int]


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
        self.citations = [citation for citation in citations if citation.author]
        self.sources = [citation for citation in citations if citation.kind == "narrative"]
        self.holders: dict[str, list[Mention]] = {}
        for mention in (mention for mention in self.mentions if mention.role and self.is_person(mention)):
            for word in set(mention.role.casefold().split()):
                self.holders.setdefault(word, []).append(mention)

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that lie from *start* to *end*."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

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


def is_tag(between: str) -> bool:
    """Whether the words between two pieces of a speech are ``he said`` within one sentence."""
    return bool(speech.verb(between, 0, len(between))) and not _STOP.search(between)


def owned(scene: Scene, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether a verb of saying stands right by the quotation, so that even one word is somebody's."""
    stop = max(sentence[1], end)
    spoken = scene.text[end - 2 : end - 1] in ",.!?" or scene.text[end : end + 1] == ","
    if spoken and speech.follows(scene.text, end, stop):
        return True
    return bool(_PREDICATE.match(scene.text, end, stop)) and speech.leads(scene.text, sentence[0], start)


def led_in(scene: Scene, start: int, sentence: tuple[int, int]) -> bool:
    """Whether a verb of saying or a colon leads up to the quotation that starts at *start*."""
    first = max(sentence[0], start - _LEAD)
    return scene.text[first:start].rstrip().endswith(":") or bool(speech.verb(scene.text, first, start))


def of(scene: Scene, act: Act, lead_in: tuple[int, int] | None, before: Speaker | None) -> Speaker:
    """Give the speaker of what is quoted; *lead_in* is the paragraph that announces it, *before* spoke last."""
    return (
        (_behind(scene, act.first, act, before) if act.first < act.end else None)
        or _behind(scene, act.end, act, before)
        or _ahead(scene, act.sentence[0], act.start, before)
        or (_ahead(scene, *lead_in, before) if lead_in else None)
        or _in_bracket(scene, act.end)
        or Speaker()
    )


def _behind(scene: Scene, end: int, act: Act, before: Speaker | None) -> Speaker | None:
    """Read ``,” X said`` and ``,” said X`` behind the closing mark at *end*, of the first piece or of the last."""
    if end < act.end and scene.text[end - 2] not in ",.!?" and scene.text[end : end + 1] != ",":
        return None
    sentence = act.sentence
    stop = min(max(sentence[1], end), end + _NEAR)
    tail = _MARK.split(scene.text[end:stop], maxsplit=1)[0]
    stop = end + len(tail)
    verb = speech.verb(tail, 0, len(tail))
    if not verb or _ELSEWHERE.match(tail) or re.search(r"[.;!?)]\s", tail[: verb.start()]):
        return None
    cue = tail[: verb.end()].strip(" ,")
    ahead = [mention for mention in scene.between(end, end + verb.start()) if _can_speak(scene, mention)]
    if ahead:
        return _named(ahead[-1], cue)
    if _PRONOUN.search(tail, 0, verb.start()):
        return _pronoun(scene, sentence[0], sentence[0], before, cue)
    following = [mention for mention in scene.between(end + verb.end(), stop) if _can_speak(scene, mention)]
    if following and len(tail[verb.end() : following[0].start - end].split()) <= _TITLE:
        return _named(following[0], cue)
    name = (
        _stranger(tail, 0, verb.start())
        or scene.outlet(end, end + verb.start())
        or _stranger(tail, verb.end(), len(tail))
        or scene.outlet(end + verb.end(), stop)
    )
    return Speaker("", name, cue) if name else None


def _ahead(scene: Scene, start: int, end: int, before: Speaker | None) -> Speaker | None:
    """Read ``X said`` in the words from *start* to *end* that lead up to the quotation."""
    head = scene.text[start:end]
    verbs = list(speech.verbs(head, 0, len(head)))
    for verb in reversed(verbs):
        cue = head[verb.start() :].strip(" ,:")
        subjects = [mention for mention in scene.between(start, start + verb.start()) if _can_speak(scene, mention)]
        pronouns = list(_PRONOUN.finditer(head, 0, verb.start()))
        people = [mention for mention in subjects if scene.is_person(mention)]
        if (
            pronouns
            and not (people and people[-1].end > start + pronouns[-1].start())
            and (people or not subjects or start + pronouns[0].start() < subjects[0].start)
        ):
            return _pronoun(scene, start, start + pronouns[-1].start(), before, cue)
        if subjects:
            return _named(_subject(scene, subjects), cue)
        if by_office := _by_office(scene, start, start + verb.start(), cue):
            return by_office
    according = [
        mention
        for mention in scene.between(start, end)
        if _ACCORDING.search(scene.text, max(start, mention.start - 40), mention.start)
    ]
    if according:
        return _named(according[-1], "according to")
    said = verbs[-1].start() if verbs else 0
    name = _stranger(head, 0, said) or scene.outlet(start, start + said)
    return Speaker("", name, head[verbs[-1].start() :].strip(" ,:")) if name else None


def _stranger(text: str, start: int, end: int) -> str:
    """Give the name of a person whom no file knows, office and article cut off; empty where none stands there."""
    for found in _NAME.finditer(text, start, end):
        words = found.group().split()
        while words and (is_title(words[0]) or words[0] in _NOT_NAMES):
            words = words[1:]
        if len(words) > 1:
            return " ".join(words)
    return ""


def _subject(scene: Scene, subjects: Sequence[Mention]) -> Mention:
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


def _by_office(scene: Scene, start: int, end: int, cue: str) -> Speaker | None:
    """Resolve ``the party leader said`` to the last person before whom the article gives that office."""
    for word in re.finditer(r"\b[\w-]{4,30}\b", scene.text[start:end]):
        if not names_office(word.group()):
            continue
        if held := scene.holder(word.group(), start):
            return _named(held, cue)
    return None


def _named(mention: Mention, cue: str) -> Speaker:
    return Speaker(mention.actor, mention.surface, cue)


def _pronoun(scene: Scene, sentence: int, at: int, before: Speaker | None, cue: str) -> Speaker | None:
    """Resolve ``he said``: a person earlier in the sentence, else who spoke last, else the last one before."""
    within = [mention for mention in scene.between(sentence, at) if scene.is_person(mention)]
    if within:
        return _named(within[-1], cue)
    paragraph = scene.text.rfind("\n", 0, sentence) + 1
    ahead = [m for m in scene.between(paragraph, sentence) if scene.is_person(m) and _can_speak(scene, m)]
    if ahead:
        return _named(ahead[-1], cue)
    if by_office := _by_office(scene, max(paragraph, sentence - 300), sentence, cue):
        return by_office
    if before and before.name:
        return Speaker(before.actor, before.name, cue)
    above = scene.between(max(0, paragraph - _ABOVE), paragraph)
    people = [mention for mention in above if scene.is_person(mention) and _can_speak(scene, mention)]
    return _named(people[-1], cue) if people else None


def _in_bracket(scene: Scene, end: int) -> Speaker | None:
    """Take the speaker that the citation right behind the quotation names."""
    for citation in scene.citations:
        if end <= citation.start <= end + 20:
            return Speaker("", citation.author, citation.text)
    return None
