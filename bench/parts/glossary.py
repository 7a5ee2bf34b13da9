"""Invent a glossary: 2,000 reviewed names, as people write them into ``actors.yml``, and the three series."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from msgspec import Struct

from parts import names

INVENTED = yaml.safe_load(Path(__file__).with_name("invented.yml").read_text(encoding="utf-8"))
UNLISTED = ("Old Quay Circle", "Lantern Guild")  # named in one article of a hundred each, and in no glossary
HEADS = ("Council", "Committee", "Ministry", "Union", "Company", "Front", "League", "Institute")
COUNTS = {"person": 1_300, "organization": 400, "place": 200, "treaty": 100}


class Entry(Struct, frozen=True):
    """An invented actor; the acronym is empty where it has none."""

    name: str
    type: str
    acronym: str = ""

    @property
    def id(self) -> str:
        """Its key in the glossary."""
        return self.name.lower().replace(" ", "-")

    @property
    def yaml(self) -> str:
        """Its lines of ``actors.yml``."""
        aliases = f"  aliases: [{self.acronym}]\n" if self.acronym else ""
        return f"{self.id}:\n  name: {self.name}\n  type: {self.type}\n{aliases}  summary: Invented to measure with.\n"


@cache
def entries() -> dict[str, list[Entry]]:
    """Give the invented actors of each type, the most named first; none shares a word or an acronym with another."""
    chance = random.Random(1)
    words = _words(chance)
    acronyms = _acronyms(chance)
    return {
        "person": [Entry(f"{next(words)} {next(words)}", "person") for _ in range(COUNTS["person"])],
        "organization": [
            Entry(f"{next(words)} {chance.choice(HEADS)}", "organization", next(acronyms))
            for _ in range(COUNTS["organization"])
        ],
        "place": [Entry(next(words), "place") for _ in range(COUNTS["place"])],
        "treaty": [Entry(f"{next(words)} Pact", "treaty") for _ in range(COUNTS["treaty"])],
    }


def _words(chance: random.Random) -> Iterator[str]:
    """Yield invented words, none twice."""
    given: set[str] = set()
    while True:
        word = names.word(chance)
        if word not in given:
            given.add(word)
            yield word


def _acronyms(chance: random.Random) -> Iterator[str]:
    """Yield invented acronyms, none twice: each has a Q, as hardly any other has."""
    given: set[str] = set()
    while True:
        acronym = "".join(chance.choices("BDFGHKLMNPRSTV", k=3)) + "Q"
        if acronym not in given:
            given.add(acronym)
            yield acronym


def write(seeds: Path) -> None:
    """Write the glossary and the series in place of those in *seeds*."""
    listed = "\n".join(entry.yaml for group in entries().values() for entry in group)
    (seeds / "actors.yml").write_text(listed, encoding="utf-8")
    series = (line.rsplit(", ", 1) for line in INVENTED["series"])
    volumes = (f"{name.lower().replace(' ', '-')}:\n  name: {name}\n  volume_one: {year}\n" for name, year in series)
    (seeds / "publications.yml").write_text("\n".join(volumes), encoding="utf-8")


def add_alias(seeds: Path) -> None:
    """Add the first unlisted name as an alias to the most named body."""
    path = seeds / "actors.yml"
    path.write_text(path.read_text("utf-8").replace("aliases: [", f"aliases: [{UNLISTED[0]}, ", 1), encoding="utf-8")
