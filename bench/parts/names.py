"""Invent names: words of a few syllables, always the same for the same chance."""

import random

SYLLABLES = "ka ro vi lan de mir tos be len gra sho nu ter iv os an".split()


def word(chance: random.Random, syllables: int = 4) -> str:
    """Give an invented word that begins with a capital."""
    return "".join(chance.choices(SYLLABLES, k=syllables)).title()


def name(chance: random.Random) -> str:
    """Give an invented name of two words."""
    return f"{word(chance)} {word(chance)}"
