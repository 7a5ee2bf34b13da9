"""The verbs of saying, and where a text has one."""

import re
from collections.abc import Iterator

_VERBS = frozenset(
    "accused accuses accusing acknowledged added adding adds admits admitted alleged alleges alleging announced"
    " announces announcing argued argues arguing asked asking asks asserted asserting asserts boasted called"
    " calling calls chanted characterised characterises characterising characterized characterizes characterizing"
    " cited cites citing claimed claiming claims commented commenting comments complained complains conceded"
    " concluded concludes condemned confirmed confirms contended contends continued criticised criticized declared"
    " declares declaring demanded demands denied denies denounced described describes describing diagnosed"
    " dismissed dubbed emphasised emphasises emphasising emphasized emphasizes emphasizing exclaimed explained"
    " explaining explains expressed hailed insisted insisting insists joked labeled labelled lamented maintained"
    " maintains mentioned mused noted notes noting observed observes pledged pointed points praised predicted"
    " predicts promised promises quipped quoted quoting recalled recalling recalls referred referring refers"
    " reiterated reiterates rejected remarked remarks replied replies reported reports responded responding said"
    " say saying says shouted stated states stating stressed stresses stressing suggested suggesting suggests tell"
    " telling tells termed testified testifies threatened told tweeted urged urges vowed vows warned warning warns"
    " writes writing wrote".split()
)
_INFINITIVES = frozenset(
    "accuse acknowledge add admit allege announce argue assert ask call claim complain conclude confirm contend declare"
    " demand deny describe dismiss emphasise emphasize explain express insist joke lament maintain note pledge point"
    " predict promise recall reiterate remark reply say state stress suggest tell urge vow warn write".split()
)  # behind "to"; elsewhere they are what several do, or nouns
_PUTTING = frozenset({"put", "puts", "putting"})
_IT = re.compile(r" it(?: [a-z]{2,12})?(?=[,:.])")  # "as she put it,", "putting it bluntly:"
_NAMING = frozenset({"called", "dubbed", "termed", "labeled", "labelled", "named"})
_BEING = frozenset({"been", "was", "were", "is", "are", "be", "being"})
_UNNAMED = frozenset({"sometimes", "often", "also", "so", "commonly", "usually", "now", "then"})
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[\w’'.-]+$")
_NEXT = re.compile(r"[\w’'.-]{1,30}")
_APPOSITION = re.compile(r",\s[^,.;:!?“”\"«»„\n]{2,60},(?=\s)")
_NEAR = 5  # words between a verb and the words that it owns
_REACH = 60


def verbs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the verbs of saying from *start* to *end*, but not those in the passive: ``was told``."""
    before = ""
    for word in _WORD.finditer(text, start, end):
        plain = word.group().lower()
        said = plain in _VERBS or (plain in _PUTTING and _IT.match(text, word.end(), end))
        infinitive = before == "to" and plain in _INFINITIVES
        if (said or infinitive) and not _passive(plain, before) and not _is_name(word, text, start):
            yield word
        before = before if plain.endswith("ly") else plain  # “was pointedly asked”


def _is_name(word: re.Match[str], text: str, start: int) -> bool:
    """Whether a word is capitalised within a sentence: ``the United States``."""
    return word.group()[0].isupper() and text[max(start, word.start() - 2) : word.start()].rstrip()[-1:].isalnum()


def verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """Give the first verb of saying from *start* to *end*."""
    return next(verbs(text, start, end), None)


def follows(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands right behind *start*, with a name, an apposition or a pronoun between at most."""
    at = start
    for _ in range(_NEAR):
        aside = _APPOSITION.match(text, at, end) if at > start else None
        at = aside.end() if aside else at
        while at < end and (text[at].isspace() or (text[at] == "," and at == start)):
            at += 1
        word = _NEXT.match(text, at, end)
        if word is None:
            return False
        if word.group().rstrip(".").lower() in _VERBS:
            return True
        at = word.end()
    return False


def leads(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying leads up to *end*, with few words behind it: ``called the vote a``.

    A name that things have is not said by anybody: ``is called``, ``(called``.
    """
    at = end
    for gap in range(_NEAR):
        at = len(text[max(start, at - _REACH) : at].rstrip(" \t\n\r\u00a0,:")) + max(start, at - _REACH)
        word = _LAST.search(text, max(start, at - _REACH), at)
        if word is None:
            return False
        plain = word.group().lower()
        if plain in _VERBS:
            ahead = text[max(start, word.start() - _REACH) : word.start()].rstrip()
            before = ahead.rpartition(" ")[2].lower()
            named = plain in _NAMING and gap <= 1 and (before in _UNNAMED or ahead[-1:] in {"(", ",", ""})
            return not named and not _passive(plain, before)
        at = word.start()
    return False


def _passive(verb: str, before: str) -> bool:
    return before in _BEING and not verb.endswith("ing")
