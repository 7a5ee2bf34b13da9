"""Tell who speaks the words of a quotation: by the verb of saying, the lead-in, the bracket, or not at all."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from generator.analyse.index import Index
from generator.analyse.titles import names_office
from generator.model import Article, Citation, Mention

_VERBS = (
    r"said|says|say|saying|told|tells|telling|added|adds|adding|stated|states|stating|declared|declares|declaring|claimed"
    r"|claims|claiming|argued|argues|arguing|warned|warns|warning|explained|explains|explaining|noted|notes|noting"
    r"|insisted|insists|insisting|announced|announces|announcing|asserted|asserts|asserting|admitted|admits|replied"
    r"|replies|remarked|remarks|commented|comments|commenting|observed|observes|concluded|concludes|continued|stressed"
    r"|stresses|stressing|emphasi[sz]e[ds]|emphasi[sz]ing|accused|accuses|accusing|called|calls|calling|described"
    r"|describes|describing|characteri[sz]e[ds]|characteri[sz]ing|diagnosed|wrote|writes|writing|asked|asks|asking|denied"
    r"|denies|alleged|alleges|alleging|suggested|suggests|suggesting|predicted|predicts|vowed|vows|pledged|complained"
    r"|complains|confirmed|confirms|acknowledged|reported|reports|quoted|quoting|recalled|recalls|recalling|reiterated"
    r"|reiterates|urged|urges|promised|promises|conceded|demanded|demands|lamented|testified|testifies|cited|cites|citing"
    r"|pointed|points|threatened|praised|criticized|condemned|dismissed|denounced|label(?:l?ed)|dubbed|termed|referred"
    r"|refers|referring|quipped|boasted|responded|responding|expressed|hailed"
)
_SAYS = re.compile(rf"(?<!been )(?<!was )(?<!were )\b(?:{_VERBS})\b", re.IGNORECASE)
_RIGHT_BEHIND = re.compile(rf"[\s,]{{0,2}}(?:[\w’'.-]{{1,30}} ){{0,4}}(?:{_VERBS})\b", re.IGNORECASE)
_RIGHT_AHEAD = re.compile(
    rf"(?<!been )(?<!was )(?<!were )\b(?:{_VERBS})[\s,:]{{1,3}}(?:[\w’'.-]{{1,30}}[\s,:]{{1,3}}){{0,4}}$", re.IGNORECASE
)
_PREDICATE = re.compile(r"[\s]{0,2}(?:$|[.,;:!?)(\n]|and\b|or\b)")
_ACCORDING = re.compile(r"\b(?:according to|in the words of|as quoted by|quoted by)\s(?:the\s|a\s)?$", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?:of|in|with|to|against|from|for|at|on|by|over|about|than)\s(?:the\s|a\s)?$", re.IGNORECASE
)
_OFFICE_OF = re.compile(r"\b(?P<office>[\w-]{3,30}) (?:of|for|to|at|from) (?:the )?$")
_NEXT = re.compile(r" (?P<word>[\w-]{2,30})")
_PRONOUN = re.compile(r"\b(?:he|she|it|they)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w’'])(?:[A-Z][\w’'-]{1,30} ){1,3}[A-Z][\w’'-]{1,30}(?=[\s,]|$)")
_NEAR = 160  # characters behind the closing mark in which its tag stands
_LEAD = 60  # characters before the opening mark in which its verb stands
_TITLE = 8  # words between a verb and the name behind it


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

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that lie from *start* to *end*."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def is_person(self, mention: Mention) -> bool:
        """Whether the mention is of a person."""
        return self.index.glossary.actors[mention.actor].type == "person"


def is_tag(between: str) -> bool:
    """Whether the words between two pieces of a speech are ``he said`` within one sentence."""
    return bool(_SAYS.search(between)) and not re.search(r"[.!?]\s", between)


def owned(scene: Scene, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether a verb of saying stands right by the quotation, so that even one word is somebody's."""
    after = scene.text[end : max(sentence[1], end)]
    spoken = scene.text[end - 2 : end - 1] in ",.!?" or scene.text[end : end + 1] == ","
    if spoken and _RIGHT_BEHIND.match(after):
        return True
    return bool(_PREDICATE.match(after) and _RIGHT_AHEAD.search(scene.text, max(sentence[0], start - 60), start))


def led_in(scene: Scene, start: int, sentence: tuple[int, int]) -> bool:
    """Whether a verb of saying or a colon leads up to the quotation that starts at *start*."""
    before = scene.text[max(sentence[0], start - _LEAD) : start]
    return before.rstrip().endswith(":") or bool(_SAYS.search(before))


def of(
    scene: Scene,
    quoted: tuple[int, int],
    sentence: tuple[int, int],
    lead_in: tuple[int, int] | None,
    before: Speaker | None,
) -> Speaker:
    """Give the speaker of the *quoted* span, in *sentence*; *before* spoke last."""
    start, end = quoted
    return (
        _behind(scene, end, sentence, before)
        or _ahead(scene, sentence[0], start, before)
        or (_ahead(scene, *lead_in, before) if lead_in else None)
        or _in_bracket(scene, end)
        or Speaker()
    )


def _behind(scene: Scene, end: int, sentence: tuple[int, int], before: Speaker | None) -> Speaker | None:
    """Read ``,” X said`` and ``,” said X`` behind the closing mark."""
    stop = min(max(sentence[1], end), end + _NEAR)
    tail = re.split(r"[“\"„«\n]", scene.text[end:stop], maxsplit=1)[0]
    stop = end + len(tail)
    verb = _SAYS.search(tail)
    if not verb or re.search(r"[.;!?]\s", tail[: verb.start()]):
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
    name = _NAME.search(tail, 0, verb.start()) or _NAME.search(tail, verb.end())
    return Speaker("", name.group().strip(), cue) if name else None


def _ahead(scene: Scene, start: int, end: int, before: Speaker | None) -> Speaker | None:
    """Read ``X said`` in the words from *start* to *end* that lead up to the quotation."""
    head = scene.text[start:end]
    verbs = list(_SAYS.finditer(head))
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
    name = _NAME.search(head, 0, verbs[-1].start()) if verbs else None
    return Speaker("", name.group().strip(), head[verbs[-1].start() :].strip(" ,:")) if name else None


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
        held = [
            mention
            for mention in scene.between(0, start)
            if scene.is_person(mention) and word.group().casefold() in mention.role.casefold()
        ]
        if held:
            return _named(held[-1], cue)
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
    return None


def _in_bracket(scene: Scene, end: int) -> Speaker | None:
    """Take the speaker that the citation right behind the quotation names."""
    for citation in scene.citations:
        if end <= citation.start <= end + 20:
            return Speaker("", citation.author, citation.text)
    return None
