"""Tell who speaks the words of a quotation: by the verb of saying, the lead-in, the bracket, or not at all."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from generator.model import Citation, Mention

_VERBS = (
    r"said|says|say|saying|told|tells|telling|added|adds|adding|stated|states|stating|declared|declares|declaring|claimed"
    r"|claims|claiming|argued|argues|arguing|warned|warns|warning|explained|explains|explaining|noted|notes|noting|insisted"
    r"|insists|insisting|announced|announces|announcing|asserted|asserts|asserting|admitted|admits|replied|replies|remarked"
    r"|remarks|commented|comments|commenting|observed|observes|concluded|concludes|continued|stressed|stresses|stressing"
    r"|emphasi[sz]e[ds]|emphasi[sz]ing|accused|accuses|accusing|called|calls|calling|described|describes|describing"
    r"|characteri[sz]e[ds]|characteri[sz]ing|diagnosed|wrote|writes|writing|asked|asks|asking|denied|denies|denying"
    r"|alleged|alleges|alleging|suggested|suggests|suggesting|predicted|predicts|vowed|vows|pledged|complained|complains"
    r"|confirmed|confirms|acknowledged|reported|reports|quoted|quoting|recalled|recalls|recalling|reiterated|reiterates"
    r"|urged|urges|promised|promises|conceded|demanded|demands|lamented|testified|testifies|cited|cites|citing|pointed|points"
    r"|mentioned|proclaimed|threatened|praised|criticized|condemned|dismissed|denounced|labeled|labelled|dubbed|termed"
    r"|referred|refers|referring|quipped|boasted|responded|responding|expressed|hailed|found|concerned that"
)
_SAYS = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)
_TAG = re.compile(rf"[\s,.;:–—-]{{0,4}}(?:[\w’'.-]+ ){{0,6}}(?:{_VERBS})\b[^“\"]{{0,40}}$", re.IGNORECASE)
_ACCORDING = re.compile(r"\b(?:according to|in the words of|as quoted by|quoted by|by)\s(?:the\s)?$", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?P<who>he|she|it|they|who|which)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w’'])(?:[A-Z][\w’'-]{1,30}\s){1,3}[A-Z][\w’'-]{1,30}(?=\s|,|$)")
_SPEAKS = frozenset({"demonym"})
_NEAR = 160  # characters around the marks in which a verb of saying still owns them
_OWNS = 45  # characters between that verb and a short quotation


class Speaker(Struct, frozen=True):
    """Who spoke: an actor's identifier or nothing, the name or nothing, and the words that say so."""

    actor: str = ""
    name: str = ""
    cue: str = ""


class Scene:
    """The text with its mentions and citations, ready to be asked what stands where."""

    def __init__(self, text: str, mentions: Sequence[Mention], citations: Sequence[Citation]) -> None:
        """Keep the mentions of those who can speak, in their order."""
        self.text = text
        self.mentions = [mention for mention in mentions if mention.kind not in _SPEAKS]
        self.starts = [mention.start for mention in self.mentions]
        self.citations = [citation for citation in citations if citation.author]

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that lie from *start* to *end*."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def is_tag(between: str) -> bool:
    """Whether the words between two pieces of a quotation are but ``he said``."""
    return bool(_SAYS.search(between))


def owned(scene: Scene, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether a verb of saying stands close by the quotation, so that even one word is somebody's."""
    before = scene.text[max(sentence[0], start - _OWNS) : start]
    after = scene.text[end : min(sentence[1], end + _OWNS)]
    return bool(_SAYS.search(before)) or bool(re.match(rf"[\s,]{{0,2}}(?:[\w’'.-]+ ){{0,4}}(?:{_VERBS})\b", after))


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
        _after(scene, end, sentence, before)
        or _ahead(scene, sentence[0], start, before)
        or (_ahead(scene, *lead_in, before) if lead_in else None)
        or _in_bracket(scene, end)
        or Speaker()
    )


def _after(scene: Scene, end: int, sentence: tuple[int, int], before: Speaker | None) -> Speaker | None:
    """Read ``,” X said`` and ``,” said X`` behind the closing mark."""
    stop = min(max(sentence[1], end), end + _NEAR)
    tail = scene.text[end:stop]
    verb = _SAYS.search(tail)
    if not verb or "“" in tail[: verb.start()] or '"' in tail[: verb.start()]:
        return None
    cue = tail[: verb.end()].strip(" ,")
    ahead = scene.between(end, end + verb.start())
    if ahead:
        return _named(ahead[-1], cue)
    if pronoun := _SUBJECT.search(tail[: verb.start()]):
        return _pronoun(scene, sentence[0], before, cue) if pronoun["who"] else None
    behind = scene.between(end + verb.end(), stop)
    if behind and len(tail[verb.end() : behind[0].start - end].split()) <= 8:  # noqa: PLR2004 - a title is no longer
        return _named(behind[0], cue)
    name = _NAME.search(tail[: verb.start()]) or _NAME.search(tail, verb.end())
    return Speaker("", name.group().strip(), cue) if name else None


def _ahead(scene: Scene, start: int, end: int, before: Speaker | None) -> Speaker | None:
    """Read ``X said`` in the words from *start* to *end* that lead up to the quotation."""
    head = scene.text[start:end]
    verbs = list(_SAYS.finditer(head))
    for verb in reversed(verbs):
        cue = head[verb.start() :].strip(" ,:")
        subjects = [mention for mention in scene.between(start, start + verb.start()) if _can_speak(scene, mention)]
        pronouns = [
            found
            for found in _SUBJECT.finditer(head, 0, verb.start())
            if found["who"].lower() in {"he", "she", "it", "they"}
        ]
        if subjects and not (pronouns and start + pronouns[-1].start() > subjects[-1].end):
            return _named(_subject(subjects), cue)
        if pronouns:
            return _pronoun(scene, start, before, cue)
    named = [
        mention
        for mention in scene.between(start, end)
        if _ACCORDING.search(scene.text, max(start, mention.start - 40), mention.start)
    ]
    if named:
        return _named(named[-1], "according to")
    if verbs:
        name = _NAME.search(head[: verbs[-1].start()])
        return Speaker("", name.group().strip(), head[verbs[-1].start() :].strip(" ,:")) if name else None
    return None


def _subject(subjects: Sequence[Mention]) -> Mention:
    """Choose who speaks among those before the verb: the last person, else the last of all."""
    people = [mention for mention in subjects if mention.kind in {"surname", "given_name"} or mention.role]
    return people[-1] if people else subjects[-1]


def _can_speak(scene: Scene, mention: Mention) -> bool:
    """Whether the mention is no attribute of something else: not possessive, not behind a preposition."""
    behind = scene.text[mention.end : mention.end + 2]
    ahead = scene.text[max(0, mention.start - 12) : mention.start]
    return behind not in {"’s", "'s"} and not re.search(
        r"\b(?:of|in|with|to|against|from|for|at|on)\s(?:the\s)?$", ahead
    )


def _named(mention: Mention, cue: str) -> Speaker:
    return Speaker(mention.actor, mention.surface, cue)


def _pronoun(scene: Scene, sentence: int, before: Speaker | None, cue: str) -> Speaker | None:
    """Resolve ``he said``: the last person named in the sentence or the one before, else who spoke last."""
    near = [
        mention for mention in scene.between(max(0, sentence - 300), sentence + 300) if mention.start < sentence + 200
    ]
    people = [
        mention
        for mention in near
        if mention.kind in {"surname", "given_name", "name", "misspelling"} and _can_speak(scene, mention)
    ]
    ahead = [mention for mention in people if mention.start < sentence]
    if before and before.name:
        return Speaker(before.actor, before.name, cue)
    if ahead:
        return _named(ahead[-1], cue)
    return None


def _in_bracket(scene: Scene, end: int) -> Speaker | None:
    """Take the speaker that the citation right behind the quotation names."""
    for citation in scene.citations:
        if end <= citation.start <= end + 20:
            return Speaker("", citation.author, citation.text)
    return None
