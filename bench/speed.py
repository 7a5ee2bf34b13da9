"""Measure how fast one core analyses articles, against the floor of only reading and scanning their text.

Articles of 7 kB, made of invented words in the shapes that articles have; the starter glossary plus invented persons.
Prints articles a second and the ratio to the floor, how time depends on the length of the glossary, and how memory
depends on the number of articles.
"""

import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from parts import names

from generator import analyse, read, text
from generator.analyse.index import Index
from generator.model import Actor, Glossary, Seed
from generator.site import Site

LENGTH = 6_500  # characters from which on an article gets no further paragraph; the last fills it up to 7 kB
COUNT = 64  # articles in a round: a batch, as the generator reads them
ROUNDS = 8  # each of new articles; the fastest counts: what disturbs a measurement only ever slows it
SENTENCES = (
    "On {day}, {person}, the chairman of the Harbour Committee, arrived in {place} for talks on the northern pier. ",
    "The two sides agreed to set up a joint commission that will meet twice a year ({outlet}, {day}). ",
    "“We expect that the work will be finished before the winter storms set in,” {surname} told reporters. ",
    "According to the ministry, the costs have risen by a third since then (www.pier.example, {day}). ",
    "Relations between {place} and its neighbours have been strained by the long quarrel over fishing rights. ",
    "{surname}’s “harbour initiative” was met with silence in {place} ({outlet}, {day}; see EDM, {day}). ",
    "The treaty of that year had left the question open, and every government since then has left it so. ",
    "Some of the fishermen, whose fathers had helped to build the old pier, came to the square to hear what was said. ",
    "A second stage, which the plans put off to another decade, would join the harbour to the railway. ",
    "It remains to be seen whether the parties in parliament, which agree on little else, will vote for the money. ",
    "Nobody in the council would say who is to pay for the wall, the light and the crane that the plans foresee. ",
)


def glossary(starter: Glossary, persons: int) -> Glossary:
    """Give the starter glossary with that many invented persons besides; the first are always the same."""
    chance = random.Random(1)
    invented = {f"p{at:05}": Actor(f"p{at:05}", names.name(chance), "person") for at in range(persons)}
    return Glossary({**starter.actors, **invented}, starter.outlets, starter.publications)


def articles(known: Glossary, first: int, count: int) -> Iterator[Seed]:
    """Yield seeds of about 7 kB, from number *first* on, that name what *known* has, of the invented a thousand."""
    persons = [actor.name for actor in known.actors.values() if actor.id.startswith("p00")]
    places = [actor.name for actor in known.actors.values() if actor.type == "state"]
    outlets = [outlet.name for outlet in known.outlets.values()]
    for at in range(first, first + count):
        chance = random.Random(at)
        cast = chance.sample(persons, 8)
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < LENGTH:
            person = chance.choice(cast)
            words = {"person": person, "surname": person.rpartition(" ")[2], "place": chance.choice(places)}
            sentences = (
                sentence.format(day=f"March {chance.randint(1, 28)}", outlet=chance.choice(outlets), **words)
                for sentence in chance.sample(SENTENCES, 5)
            )
            paragraphs.append("".join(sentences).strip())
        head = (
            f"A Pier for {chance.choice(places)}\n\nPublication: Eurasia Daily Monitor Volume: 7 Issue: {at % 240}\n\n"
        )
        yield Seed(f"articles/{at}.txt", head + "\n\n".join(paragraphs) + "\n", "0" * 64)


def seconds(work: Callable[[list[Seed]], object], rounds: list[list[Seed]]) -> float:
    """Give the processor time for an article in the fastest of some rounds."""
    best = float("inf")
    for seeds in rounds:
        start = time.process_time()
        work(seeds)
        best = min(best, (time.process_time() - start) / len(seeds))
    return best


def peak(known: Glossary, count: int) -> float:
    """Give the most memory, in MB, that analysing that many articles held at a time, the seeds left out."""
    seeds = list(articles(known, 0, count))
    analysed = analyse.articles(seeds, known)
    next(analysed)  # compiles the glossary
    tracemalloc.start()
    for _ in analysed:
        pass
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held / 1e6


def floor(seeds: list[Seed], index: Index) -> None:
    """Do the least that finding names takes: fold each text and scan it once."""
    for seed in seeds:
        index.scan(text.folded(seed.text, [(0, len(seed.text))]).text)


def main() -> None:
    """Print the measurements."""
    here = Path(__file__).parent
    starter, _ = read.glossary(Site(here, here / "no-seeds", here / "no-docs", (), starter=True))
    known = glossary(starter, 5_000)
    index = Index(known)
    rounds = [list(articles(known, at * COUNT, COUNT)) for at in range(ROUNDS)]
    kilobytes = sum(len(seed.text) for seeds in rounds for seed in seeds) / ROUNDS / COUNT / 1000
    took = seconds(lambda seeds: analyse.batch(seeds, index), rounds)
    least = seconds(lambda seeds: floor(seeds, index), rounds)
    print(f"one core, {kilobytes:.1f} kB an article, {len(known.actors):,} actors")
    print(f"  {1 / took:,.0f} articles a second; {took / least:.1f} times the floor of folding and one scan")
    base = 0.0
    for persons in (500, 5_000, 50_000):
        grown = Index(glossary(starter, persons))
        each = seconds(lambda seeds, grown=grown: analyse.batch(seeds, grown), rounds)
        base = base or each
        print(f"  {persons:6,} persons more: {each * 1000:.2f} ms an article, {each / base:.2f} times")
    for count in (200, 800, 3_200):
        print(f"  {count:6,} articles: {peak(known, count):.1f} MB at most")


if __name__ == "__main__":
    main()
