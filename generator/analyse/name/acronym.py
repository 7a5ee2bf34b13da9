"""Follow the acronyms that an article defines itself: ``United Harbour League (UHL)``, in either order."""

import re
from collections.abc import Iterator, Sequence

from generator.analyse.index import Form, Index
from generator.analyse.name.candidate import Candidate

_BEHIND = re.compile(r"(?: party| movement| group)? [(\[](?P<acronym>[A-Z][A-Za-z0-9&/-]{1,9})[)\];,]")
_BEFORE = re.compile(r"(?<!\w)(?P<acronym>[A-Z][A-Za-z0-9&/-]{1,9}) [(\[]$")
_CAPITALS = 2


def defined(settled: Sequence[Candidate], folded: str, index: Index) -> Iterator[Candidate]:
    """Yield each place of an acronym that the article defines beside a name and that no file gives to another."""
    found: dict[str, str] = {}
    for candidate in settled:
        form = candidate.forms[0]
        if form.kind in {"demonym", "surname", "given_name", "acronym"}:
            continue
        acronym = _beside(candidate, folded)
        if acronym and not index.knows(acronym) and _shortens(acronym, folded[candidate.start : candidate.end]):
            found.setdefault(acronym, form.actor)
    for acronym, actor in found.items():
        for place in re.finditer(rf"(?<!\w){re.escape(acronym)}(?!\w)", folded):
            yield Candidate(place.start(), place.end(), (Form(actor, "acronym"),), "defined in the article")


def _beside(candidate: Candidate, folded: str) -> str:
    behind = _BEHIND.match(folded, candidate.end)
    if behind:
        return behind["acronym"]
    before = _BEFORE.search(folded, max(0, candidate.start - 14), candidate.start)
    return before["acronym"] if before and folded[candidate.end : candidate.end + 1] in {")", "]"} else ""


def _shortens(acronym: str, name: str) -> bool:
    """Whether the letters of *acronym* stand in *name* in their order, the first one as an initial."""
    if sum(map(str.isupper, acronym)) < _CAPITALS or " " not in name:
        return False
    letters = iter(name.casefold())
    initials = {word[0] for word in name.casefold().replace("-", " ").split() if word}
    return acronym[0].casefold() in initials and all(
        letter in letters for letter in acronym.casefold() if letter.isalpha()
    )
