"""Write a guess as an entry of a file that people keep, with its evidence in a comment."""

import json
from collections.abc import Iterable

from generator.escape import visible
from generator.suggest.weigh import Guess

_WIDEST = 240  # characters of the words around a name


def block(guess: Guess) -> str:
    """Give the lines of one entry, comment first."""
    lines = [f"# {line}" for line in evidence(guess)]
    lines += [f"{guess.id}:", f"  name: {scalar(guess.name)}"]
    if guess.type:
        lines.append(f"  type: {guess.type}")
    aliases = [*map(scalar, guess.aliases), *(f"{{text: {scalar(alias)}, when: named}}" for alias in guess.named)]
    if aliases:
        lines += ["  aliases:", *(f"    - {alias}" for alias in aliases)]
    lines += [f"  {key}: {scalar(said)}" for key, said in _said(guess) if said]
    return "\n".join([*lines, "  status: suggested"])


def _said(guess: Guess) -> Iterable[tuple[str, str]]:
    yield "summary", guess.summary
    yield "wikidata", guess.wikidata


def evidence(guess: Guess) -> Iterable[str]:
    """Yield what speaks for a guess, a line each, fit for a comment."""
    yield f"{counted(guess)}: {'; '.join(guess.rules[:4])}"
    for seed, words in guess.contexts:
        yield f"  {visible(seed)}: … {visible(words)[:_WIDEST]} …"
    if guess.near:
        yield f"  like the known {guess.near}"


def counted(guess: Guess) -> str:
    """Say how often and in how many articles a name stands."""
    return f"{_times(guess.mentions, 'mention')} in {_times(guess.articles, 'article')}"


def _times(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def scalar(words: str) -> str:
    """Write words as a YAML string: double quotes and escapes of JSON are YAML's, too."""
    return json.dumps(visible(words), ensure_ascii=False)
