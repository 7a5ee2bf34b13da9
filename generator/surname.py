"""Take a person's name apart, and work out its short forms: the surname, the given name where it stands alone."""

import re
from collections.abc import Iterator
from unicodedata import combining

_PARTICLES = frozenset("al el ad as ash an at az abu bin ibn ben van von der den de di da du la le dos das st".split())
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_BODIES = frozenset(
    "The Agency Agencies Association Bureau Center Centre Collective Commission Committee Company Correspondent"
    " Correspondents Council Desk Editor Editors Foundation Group Institute International Journal Ministry Monitor"
    " Monitoring Network News Newspaper Office Online Organization Press Project Radio Review Service Society Staff"
    " Team Television Times TV Union University Writers Inc Inc. LLC Ltd Ltd. GmbH PhD Ph.D. MD M.D.".split()
)  # words that an author has who is no person
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|at|ad|az|ul|ur)-(?=\w)", re.IGNORECASE)
# Surnames that stand before the given name in Chinese, Korean and Vietnamese, in the usual spellings.
_FIRST = frozenset(
    "Ahn An Bae Bai Ban Bo Cai Cao Chang Chen Cheng Cho Choe Choi Chon Chu Chun Cui Dai Deng Ding Dong Du Fan"
    " Fang Feng Fu Gao Geng Gong Gu Guo Han Hao He Hong Hou Hu Huang Hwang Hyon Jang Ji Jia Jiang Jin Jo"
    " Jong Ju Jung Kang Kim Kong Kwon Lai Lei Li Liang Liao Lin Liu Lu Luo Ma Mao Meng Moon Mu Nguyen Ni Noh Pak"
    " Pan Park Peng Pham Qi Qian Qiao Qin Qiu Ren Ri Rim Roh Ryu Shao Shen Shi Shin Sin So Song Su Sun Tan Tang"
    " Tao Tian Tran Tsai Wan Wang Wei Wen Won Wu Xi Xia Xiang Xiao Xie Xu Xue Yan Yang Yao Ye Yi Yin Yoon You Yu"
    " Yuan Yun Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou".split()
)
_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+$")  # "Jong-un", "Ki-moon"
_NOT_GIVEN = 3  # letters; a shorter given name is too often a word or a syllable


def apart(name: str) -> tuple[str, str, str]:
    """Take a person's full *name* apart: given names, surname with its particles, suffix.

    Only the surname is filled where the name has one word, or words that no person is called by: it is then written
    as it stands. A comma behind the surname settles what no rule can know: ``Hu, Jintao``.
    """
    parts = [part.strip() for part in name.split(",")]
    if len(parts) > 1:
        suffixes, given = [part for part in parts[1:] if part in _SUFFIXES], parts[-1]
        plain = len(parts) - len(suffixes) == 2 and given not in _SUFFIXES and _personal(given) and _personal(parts[0])  # noqa: PLR2004 - surname, given names
        return (given, parts[0], "".join(suffixes)) if plain else ("", name, "")
    words = [word for word in name.split() if word not in _SUFFIXES]
    suffix = " ".join(word for word in name.split() if word in _SUFFIXES)
    if len(words) < 2 or not _personal(name):  # noqa: PLR2004 - one word has no surname apart from it
        return "", name, ""
    if stands_first(words):
        return " ".join(words[1:]), words[0], suffix
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:]), suffix


def _personal(name: str) -> bool:
    """Whether every word of *name* is one that people are called by."""
    words = name.split()
    return bool(words) and not any(word in _BODIES for word in words) and all(map(_called, words))


def _called(word: str) -> bool:
    letters = "".join(character for character in word if character not in "-‐‑'’ʼ." and not combining(character))
    return letters.isalpha() and (not letters[0].islower() or word.casefold() in _PARTICLES or "-" in word)


def surnames(name: str) -> Iterator[str]:
    """Yield the forms of the surname in a full *name*, none for a name of one word."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    if len(words) < 2:  # noqa: PLR2004 - one word has no surname apart from it
        return
    if stands_first(words):
        yield words[0]
        return
    last = words[-1]
    particles = words[1:-1]
    kept: list[str] = []
    while particles and particles[-1].casefold() in _PARTICLES:
        kept.insert(0, particles.pop())
    if kept:
        yield " ".join([*kept, last])
        yield " ".join([kept[0].capitalize(), *kept[1:], last])  # as a sentence begins with it
    if len(last) > 1 and not last.endswith("."):
        yield last
        bare = _ARTICLE.sub("", last, count=1)
        if bare != last and bare[0].isupper():
            yield last[0].upper() + last[1:]
            yield bare


def given_names(name: str) -> Iterator[str]:
    """Yield the given name that may stand alone as a short form: ``Khalil`` of ``Khalil Ibrahim``."""
    words = name.split()
    if len(words) > 1 and not stands_first(words) and len(words[0]) > _NOT_GIVEN and words[0].isalpha():
        yield words[0]


def stands_first(words: list[str]) -> bool:
    """Whether the surname is the first of the *words* of a name."""
    if _SYLLABLES.match(words[-1]) and words[0].isalpha():
        return True
    return words[0] in _FIRST and len(words) <= 3  # noqa: PLR2004 - no name of this kind has more words
