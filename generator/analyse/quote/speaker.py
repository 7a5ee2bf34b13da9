"""Tell who speaks the words of a quotation: by the verb of saying, the lead-in, the bracket, or not at all."""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator import text as texts
from generator.analyse.quote import people, speech
from generator.analyse.quote.people import Scene, Speaker

_PREDICATE = re.compile(r"[\s]{0,2}(?:$|[.,;:!?)(\n]|and\b|or\b)")
_ELSEWHERE = re.compile(r"[\s,]{0,3}(?:and|but|while|which|although|whereas)\b")  # what follows has a verb of its own
_TOLD = re.compile(r"\b(?:was|were|been|is|are)\s(?:\w{1,20}ly\s)?(?:asked|told)\b")  # somebody else speaks
_STOPPED = re.compile(r"[.;!?)]\s")
_STOP = re.compile(r"[.!?]\s")
_MARK = re.compile(r"[“\"„«\n]")
_ACCORDING = re.compile(r"\b(?:according to|in the words of|as quoted by|quoted by)\s(?:the\s|a\s)?$", re.IGNORECASE)
_CREDIT = re.compile(  # behind the closing mark, where no verb says it; a dash before a name that ends the paragraph
    r"[\s,]{0,3}(?P<cue>according to|in the words of|(?:as )?(?:quoted|cited) by"
    r"|(?:—|–|--)(?=\s?[A-Z][^\n]{2,60}(?:\n|$)))\s?"
)
_SAYING = re.compile(  # "Ada Berg’s claim that", "in her own words"
    r"(?:(?P<whose>[’']s?)|\b(?:his|her|its|their))\s(?P<cue>(?:own\s)?"
    r"(?:words|(?:statement|claim|remark|comment|assertion|warning|promise|call|description|argument|admission|declaration"
    r"|reply|answer|message|appeal|demand|assessment|conclusion|complaint|observation)s?)\b[^.;:!?“”\"«»„\n]{0,60}[,:]?)\s?$"
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|(?:him|her) as)\b", re.IGNORECASE)
_NEAR = 160  # characters behind the closing mark in which its tag stands
_LEAD = 120  # characters before the opening mark in which its verb stands
_FAR = 1_000  # characters before the opening mark; farther back nobody looks for who speaks
_TITLE = 8  # words between a verb and the name behind it


class Act(Struct, frozen=True):
    """An act of quoting: from its first mark to its last, in the sentence that holds it."""

    start: int
    first: int  # the end of its first piece
    end: int
    sentence: tuple[int, int]


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
    """Read what stands behind the closing mark at *end*, of the first piece or of the last."""
    if end < act.end and scene.text[end - 2] not in ",.!?" and scene.text[end : end + 1] != ",":
        return None
    stop = min(max(act.sentence[1], end), end + _NEAR)
    tail = _MARK.split(scene.text[end:stop], maxsplit=1)[0]
    verb = speech.verb(tail, 0, len(tail))
    if verb:
        return _tag(scene, end, tail, verb, act, before)
    credit = _CREDIT.match(scene.text, end)
    return _credited(scene, credit.end(), end + _NEAR, credit["cue"]) if credit else None


def _tag(  # noqa: PLR0913, PLR0917 - where it stands, what it says, and who spoke before
    scene: Scene, end: int, tail: str, verb: re.Match[str], act: Act, before: Speaker | None
) -> Speaker | None:
    """Read ``,” X said`` and ``,” said X``."""
    if _ELSEWHERE.match(tail) or _STOPPED.search(tail, 0, verb.start()):
        return None
    cue = tail[: verb.end()].strip(" ,")
    if ahead := scene.able(end, end + verb.start()):
        return people.named(people.subject(scene, ahead), cue)
    if _PRONOUN.search(tail, 0, verb.start()):
        return people.pronoun(scene, act.sentence[0], act.start, before, cue)
    following = scene.able(end + verb.end(), end + len(tail))
    if following and len(tail[verb.end() : following[0].start - end].split()) <= _TITLE:
        return people.named(following[0], cue)
    return people.unknown(scene, end, end + verb.start(), cue) or people.unknown(
        scene, end + verb.end(), end + len(tail), cue
    )


def _credited(scene: Scene, start: int, end: int, cue: str) -> Speaker | None:
    """Read who is named behind ``according to`` or a dash: the first person there, else the first who is named."""
    end = min(end, len(scene.text))
    line = scene.text.find("\n", start, end)
    end = next((close for _, close in texts.sentences(scene.text, start, line if line >= 0 else end)), start)
    if found := scene.between(start, end):
        return people.named(people.first(scene, found), cue)
    return people.unknown(scene, start, end, cue)


def _ahead(scene: Scene, start: int, end: int, before: Speaker | None) -> Speaker | None:
    """Read who speaks in the words from *start* to *end* that lead up to the quotation."""
    start = max(start, end - _FAR)
    verbs = list(speech.verbs(scene.text, start, end))
    cue = scene.text[verbs[-1].start() : end].strip(" ,:") if verbs else ""
    return (
        _said(scene, start, end, verbs, before)
        or _according(scene, start, end)
        or _of_saying(scene, start, end, before)
        or (_stated(scene, start, verbs[-1], cue) if verbs else _announced(scene, start, end))
    )


def _said(scene: Scene, start: int, end: int, verbs: Sequence[re.Match[str]], before: Speaker | None) -> Speaker | None:
    """Read ``X said``, the last verb first."""
    for verb in reversed(verbs):
        cue = scene.text[verb.start() : end].strip(" ,:")
        subjects = scene.able(start, verb.start())
        pronouns = list(_PRONOUN.finditer(scene.text, start, verb.start()))
        persons = [mention for mention in subjects if scene.is_person(mention)]
        if (
            pronouns
            and not (persons and persons[-1].end > pronouns[-1].start())
            and (persons or not subjects or pronouns[0].start() < subjects[0].start)
        ):
            return people.pronoun(scene, start, pronouns[-1].start(), before, cue)
        if subjects:
            return people.named(people.subject(scene, subjects), cue)
        if by_office := people.by_office(scene, start, verb.start(), cue):
            return by_office
    return None


def _stated(scene: Scene, start: int, verb: re.Match[str], cue: str) -> Speaker | None:
    """Read ``X said`` in the verb's own sentence where no file knows X."""
    return people.unknown(scene, _last_sentence(scene, start, verb.start()), verb.start(), cue)


def _last_sentence(scene: Scene, start: int, end: int) -> int:
    sentences = list(texts.sentences(scene.text, start, end))
    return sentences[-1][0] if sentences else start


def _according(scene: Scene, start: int, end: int) -> Speaker | None:
    named = [
        mention
        for mention in scene.between(start, end)
        if _ACCORDING.search(scene.text, max(start, mention.start - 40), mention.start)
    ]
    return people.named(named[-1], "according to") if named else None


def _of_saying(scene: Scene, start: int, end: int, before: Speaker | None) -> Speaker | None:
    """Read whose words they are: ``Ada Berg’s claim that``, ``in her words``."""
    saying = _SAYING.search(scene.text, max(start, end - _LEAD), end)
    if saying is None:
        return None
    at, cue = saying.start(), saying["cue"].strip(" ,:")
    if not saying["whose"]:
        return people.pronoun(scene, start, at, before, cue)
    owner = next((mention for mention in scene.between(start, at) if mention.end == at), None)
    return people.named(owner, cue) if owner else None


def _announced(scene: Scene, start: int, end: int) -> Speaker | None:
    """Read ``X: “…”`` and ``X disagreed: “…”``: who stands first before the colon, persons before others."""
    start = _last_sentence(scene, start, end)
    if not scene.text[start:end].rstrip().endswith(":") or _TOLD.search(scene.text, start, end):
        return None
    if able := scene.able(start, end):
        first = people.first(scene, able)
        return people.named(first, scene.text[first.start : end].strip())
    return people.unknown(scene, start, end, ":")


def _in_bracket(scene: Scene, end: int) -> Speaker | None:
    """Take the speaker that the citation right behind the quotation names."""
    citation = scene.author(end, end + 20)
    return Speaker("", citation.author, citation.text) if citation else None
