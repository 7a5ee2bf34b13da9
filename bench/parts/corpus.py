"""Invent a corpus of dense articles of about 7 kB, the same each time, on a site as ``backmatter init`` makes it."""

import os
import random
from pathlib import Path

from msgspec import Struct

from parts import glossary, process
from parts.glossary import INVENTED, UNLISTED, Entry

MONTHS = "January February March April May June July August September October November December".split()
KINDS = {"cited": 18, "quoted": 8, "plain": 9, "quiet": 23}  # sentences of each kind in an article
DOUBLE = 2  # of the citing sentences name two sources
YEARS = 17  # volumes of each series
HEADED = 1 / 3  # of the articles have a heading in their middle
THINGS = INVENTED["things"].strip().split(", ")
SKEW = 2.5  # how much more often the first names of the glossary come up than the last
COUNT = int(os.environ.get("BENCH_ARTICLES", "1000"))  # articles where the command line says nothing
NEW_SENTENCE = "The clerk of the harbour office counted {number} small boats that morning."


def make(root: Path, count: int) -> None:
    """Make a site of *count* articles in the new folder *root*."""
    process.run(process.backmatter("init", str(root)), root.parent)
    for path in (root / "seeds/articles").iterdir():
        path.unlink()
    glossary.write(root / "seeds")
    for number in range(count):
        write(root, number)


def path(root: Path, number: int) -> Path:
    """Give where the seed of an article lies."""
    return root / f"seeds/articles/{number:06}.txt"


def write(root: Path, number: int) -> None:
    """Write the seed of an article."""
    path(root, number).write_text(article(number), encoding="utf-8")


def edit(root: Path, number: int, edition: int) -> str:
    """Give the last sentence of an article other words, and return them; each edition has its own."""
    seed = path(root, number)
    sentence = NEW_SENTENCE.format(number=1_000 + edition)
    before, _, _ = seed.read_text(encoding="utf-8").rstrip().rpartition("\n")
    seed.write_text(f"{before}\n{sentence}\n", encoding="utf-8")
    return sentence


class Cast(Struct, frozen=True):
    """Whom and what an article is about."""

    persons: list[Entry]
    bodies: list[Entry]
    places: list[Entry]
    pact: Entry
    states: list[list[str]]  # each with its capital and its demonym
    outlets: list[str]


def article(number: int) -> str:
    """Give the text of an article."""
    chance = random.Random(number)
    cast = _cast(chance)
    sentences = _sentences(chance, cast)
    if number % 100 < len(UNLISTED):
        sentences[3] = f"The {UNLISTED[number % 100]}, which keeps the minutes, had warned of this in the spring."
    title = f"{cast.states[0][0]} and the {chance.choice(THINGS).title()} at {cast.places[0].name}, Part {number}"
    series = chance.choice(INVENTED["series"]).rpartition(",")[0]
    masthead = f"Publication: {series} Volume: {chance.randint(1, YEARS)} Issue: {chance.randint(1, 240)}"
    closing = NEW_SENTENCE.format(number=number)
    return "\n\n".join((title, masthead, *_paragraphs(chance, sentences), closing)) + "\n"


def prose(number: int) -> str:
    """Give the sentences of an article as one paragraph."""
    chance = random.Random(number)
    return " ".join(_sentences(chance, _cast(chance)))


def surname(number: int) -> str:
    """Give the surname of one of the people."""
    persons = glossary.entries()["person"]
    return persons[number % len(persons)].name.split()[1]


def _cast(chance: random.Random) -> Cast:
    known = glossary.entries()
    return Cast(
        persons=[_ranked(chance, known["person"]) for _ in range(6)],
        bodies=[_ranked(chance, known["organization"]) for _ in range(3)],
        places=[_ranked(chance, known["place"]) for _ in range(4)],
        pact=_ranked(chance, known["treaty"]),
        states=[names.split(", ") for names in chance.sample(INVENTED["states"], 3)],
        outlets=chance.sample(INVENTED["outlets"].split(", "), 6),
    )


def _ranked(chance: random.Random, entries: list[Entry]) -> Entry:
    """Choose an entry, the first far more often than the last."""
    return entries[int(len(entries) * chance.random() ** SKEW)]


def _sentences(chance: random.Random, cast: Cast) -> list[str]:
    """Give the sentences of an article; of the citing ones a few name two sources."""
    kinds = [kind for kind, count in KINDS.items() for _ in range(count)]
    chance.shuffle(kinds)
    sources = [2] * DOUBLE + [1] * (KINDS["cited"] - DOUBLE)
    chance.shuffle(sources)
    return [
        chance.choice(INVENTED[kind]).format(**_words(chance, cast), source=_source(chance, cast, sources, kind))
        for kind in kinds
    ]


def _source(chance: random.Random, cast: Cast, sources: list[int], kind: str) -> str:
    """Give the bracket of a citing sentence, which takes the next count of *sources*."""
    count = sources.pop() if kind == "cited" else 0
    return f"({'; '.join(f'{chance.choice(cast.outlets)}, {_day(chance)}' for _ in range(count))})"


def _words(chance: random.Random, cast: Cast) -> dict[str, str]:
    """Give what fills a sentence, the source aside."""
    person, rival = chance.sample(cast.persons, 2)
    town, other_town = chance.sample(cast.places, 2)
    body = chance.choice(cast.bodies)
    (state, capital, demonym), (other_state, *_) = chance.sample(cast.states, 2)
    return {
        "person": person.name,
        "surname": person.name.split()[1],
        "rival": rival.name,
        "rival_surname": rival.name.split()[1],
        "body": body.name,
        "acronym": body.acronym,
        "pact": cast.pact.name,
        "town": town.name,
        "other_town": other_town.name,
        "state": state,
        "capital": capital,
        "demonym": demonym,
        "other_state": other_state,
        "outlet": chance.choice(cast.outlets),
        "day": _day(chance),
        "number": str(chance.randint(12, 90)),
        "thing": chance.choice(THINGS),
    }


def _day(chance: random.Random) -> str:
    return f"{chance.choice(MONTHS)} {chance.randint(1, 28)}"


def _paragraphs(chance: random.Random, sentences: list[str]) -> list[str]:
    """Cut the sentences into paragraphs of three to six; one article in three gets a heading in its middle."""
    paragraphs: list[str] = []
    rest = sentences
    while rest:
        length = chance.randint(3, 6)
        paragraphs.append(" ".join(rest[:length]))
        rest = rest[length:]
    if chance.random() < HEADED:
        paragraphs.insert(len(paragraphs) // 2, "What Is Left of the Talks")
    return paragraphs
