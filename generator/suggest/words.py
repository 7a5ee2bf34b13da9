"""Cut folded text into words, and tell which of them can be part of a name."""

import re

from msgspec import Struct

from generator.suggest import lexicon

_TOKEN = re.compile(r"(?:(?<=[\s(])'(?=[A-Z][a-z]))?\w+(?:['./&+-]\w+)*")
_ABBREVIATED = frozenset(
    "Adm Brig Capt Cmdr Col Dr Ft Gen Gov Hon Jr Lt Maj Messrs Mr Mrs Ms Mt Prof Rep Rev Sen Sgt Sr St".split()
)
_INITIALS = re.compile(r"(?:[A-Z]\.){0,4}[A-Z]$")
_PREFIXED = re.compile(
    r"(?:al|el|ul|ad|as|ash|an|at|az|ar|wa'l|wal|bi'l|fi'l|ud|ut|i|e)-[A-Z]|(?:al-)?'?[A-Z]|d'[A-Z]|l'[A-Z]"
)
_DERIVED = re.compile(  # adjectives that hold a name and are none: "Moscow-led", "anti-Western"
    r"-(?:led|based|backed|controlled|dominated|occupied|born|style|type|made|manned|run|owned|speaking|language|sponsored"
    r"|brokered|held|trained|linked|friendly|wide|mediated|funded|inspired|allied|affiliated|era|installed|appointed|armed"
    r"|financed|flagged|registered|built|supplied|designed|imposed|minded|oriented|educated|hosted|organized|initiated"
    r"|bound|like|only|free|related|supported|proof|administered|ruled|governed|aligned|sanctioned|produced|style|wing|level"
    r"|[a-z]{3,20}ed|[a-z]{3,20}ing|class|century|day|year|old|bashing|turned|cum|supporting|leaning|headed|oriented|centric|critical|driven)$"
    r"|^(?:Pro|Anti|Non|Post|Pre|Neo|Un|Mid|Ultra|Multi|Semi|Self|Co|Counter|Re|Ex|Then|Now|Cross|Sub|pro|anti|non|post|pre|neo)-"
)
_MANY = re.compile(r"(?:[Mm]en|[Pp]eoples?|[Cc]hildren|[a-z](?:[eo]r|ist|ian|ant|ent)s|[Ww]ives)$")  # Workers' Party
_LAST = re.compile(r"[\w.]{1,12}$")
_ENDS = frozenset(".!?:;")
_MARKS = frozenset("\"'([*- ")
_MONTHS = frozenset("Jan Mar Jun Sun".split())  # names, but before a full stop or a number
_MARKS_AT_MOST = 5


class Word(Struct, frozen=True):
    """A word of a line: where it stands, whether it can be part of a name, and what touches it."""

    text: str  # without a possessive, with the full stop of an abbreviation
    start: int
    end: int
    capital: bool
    opens: bool  # at the start of a sentence or a quotation, where a capital tells nothing
    owns: bool  # a possessive follows
    joined: bool  # exactly one space parts it from the word before


def words(line: str) -> list[Word]:
    """Give the words of a folded *line* in their order."""
    found: list[Word] = []
    end = 0
    for token in _TOKEN.finditer(line):
        text, start = token.group(), token.start()
        joined = end > 0 and line[end:start] == " "
        if text.islower() and text.isalpha():  # most words are so, and can be no part of a name
            end = token.end()
            found.append(Word(text, start, end, capital=False, opens=False, owns=False, joined=joined))
            continue
        word = _word(line, text, start, joined=joined)
        found.append(word)
        end = token.end() if word.owns and word.text.endswith("s") else max(word.end, token.end())
    return found


def _word(line: str, token: str, start: int, *, joined: bool) -> Word:
    owns = token.endswith(("'s", "'S"))
    text = token[:-2] if owns else token
    end = start + len(text)
    after = line[end : end + 1]
    if not owns and after == "." and (text in _ABBREVIATED or _INITIALS.fullmatch(text)):
        text, end = text + ".", end + 1
    elif not owns and after == "'" and text.endswith("s") and line[end + 1 : end + 2] in {" ", ""}:
        owns = True
    mark = end + (1 if text.endswith("s") else 2)  # behind the possessive
    if owns and _MANY.search(text) and line[mark : mark + 1] == " " and line[mark + 1 : mark + 2].isupper():
        owns, end = False, mark
        text = line[start:end]
    capital = bool(_PREFIXED.match(text)) and not _DERIVED.search(text)
    if text in _MONTHS and (line[end : end + 1] == "." or line[end + 1 : end + 2].isdecimal()):
        capital = False
    return Word(text, start, end, capital, capital and _opens(line, start), owns, joined)


def _opens(line: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and line[at] in _MARKS:
        if line[at] == '"' and (at == 0 or line[at - 1] in " (["):
            return True
        at -= 1
    return at < 0 or (line[at] in _ENDS and start - at < _MARKS_AT_MOST and not _is_abbreviation(line, at))


def _is_abbreviation(line: str, at: int) -> bool:
    word = _LAST.search(line, max(0, at - 12), at)
    return bool(word and line[at] == "." and (word.group() in _ABBREVIATED or _INITIALS.fullmatch(word.group())))


def named(word: Word) -> bool:
    """Whether a word has a capital and is none that has one anyway."""
    return word.capital and word.text not in lexicon.CALENDAR and not (word.opens and word.text in lexicon.FUNCTION)
