"""Work out the short forms of a person's name: the surname, and the given name where it stands alone."""

import re
from collections.abc import Iterator

_PARTICLES = frozenset("al el ad as ash an at az abu bin ibn ben van von der den de di da du la le dos das st".split())
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|at|ad|az|ul|ur)-(?=\w)", re.IGNORECASE)
# Surnames that stand before the given name in Chinese, Korean and Vietnamese, in the usual spellings.
_FIRST = frozenset(
    "Ahn An Bae Bai Ban Bo Cai Cao Chang Chen Cheng Cho Choe Choi Chon Chu Chun Cui Dai Deng Ding Dong Du Fan"
    " Fang Feng Fu Gao Geng Gong Gu Guo Han Hao He Hong Hou Hu Huang Hwang Hyon Jang Ji Jia Jiang Jin Jo Jon"
    " Jong Ju Jung Kang Kim Kong Kwon Lai Lei Li Liang Liao Lin Liu Lu Luo Ma Mao Meng Moon Mu Nguyen Ni Noh Pak"
    " Pan Park Peng Pham Qi Qian Qiao Qin Qiu Ren Ri Rim Roh Ryu Shao Shen Shi Shin Sin So Song Su Sun Tan Tang"
    " Tao Tian Tran Tsai Wan Wang Wei Wen Won Wu Xi Xia Xiang Xiao Xie Xu Xue Yan Yang Yao Ye Yi Yin Yoon You Yu"
    " Yuan Yun Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou".split()
)
_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+$")  # "Jong-un", "Ki-moon"
_NOT_GIVEN = 3  # letters; a shorter given name is too often a word or a syllable


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
    if len(last) > 1 and not last.endswith("."):
        yield last
        bare = _ARTICLE.sub("", last, count=1)
        if bare != last and bare[0].isupper():
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
