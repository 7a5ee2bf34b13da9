"""Measure one big article by itself: how its cost grows with its length."""

import math
from collections.abc import Callable
from itertools import count
from pathlib import Path

from parts import building, corpus, process, table, volume

SIZES = (0.5, 1.0, 2.0, 5.0)  # megabytes
LIMIT = 120.0  # seconds of processor, after which a build is stopped and no longer article of its shape tried
HEAD = "The Long Article\n\nPublication: Polar Brief Volume: 3 Issue: 7\n\n"
QUOTATION = "“We will see what the winter leaves of it,” {surname} told Interfax on May {day}. "
SHAPES: dict[str, Callable[[int], str]] = {
    "prose in one paragraph": lambda number: corpus.prose(number) + " ",
    "brackets": lambda _: "[Interfax-like, May 3] ",
    "dates": lambda _: "May 3, ",
    "quotations": lambda number: QUOTATION.format(surname=corpus.surname(number), day=1 + number % 28),
}


def big(folder: Path) -> None:
    """Print what each shape costs at each size, the exponent since the size before, and the bytes that come out."""
    table.heading(f"one big article, backmatter build, at most {LIMIT:.0f} CPU s")
    root = folder / "big"
    corpus.make(root, 1)
    floor = process.run(process.backmatter("build"), root)
    table.cost("an article of 7 kB, taken off below for the exponent", floor)
    for shape, piece in SHAPES.items():
        _grow(root, shape, piece, floor.seconds)


def _grow(root: Path, shape: str, piece: Callable[[int], str], floor: float) -> None:
    """Print a row for each size of a shape, until one takes too long."""
    before: tuple[float, float] | None = None
    for size in SIZES:
        text = HEAD + _filled(piece, round(size * 1e6))
        corpus.path(root, 0).write_text(text, encoding="utf-8")
        building.clear(root)
        taken = process.run(process.backmatter("build"), root, limit=LIMIT)
        own = max(taken.seconds - floor, 0.01)
        table.cost(f"{shape}, {size} MB", taken, _beside(root, size, own, before))
        if not taken.finished:
            return
        before = size, own


def _beside(root: Path, size: float, own: float, before: tuple[float, float] | None) -> str:
    """Say how the cost grew since the size before, and how much came out."""
    out = f"{volume.megabytes(volume.files(root / 'docs')) / size:.1f} bytes of docs/ a byte"
    if before is None:
        return out
    exponent = math.log(own / before[1]) / math.log(size / before[0])
    return f"{out}; exponent {exponent:.2f}"


def _filled(piece: Callable[[int], str], length: int) -> str:
    """Give pieces until they have *length* bytes."""
    pieces: list[str] = []
    total = 0
    for number in count():
        if total >= length:
            break
        pieces.append(piece(number))
        total += len(pieces[-1].encode())
    return "".join(pieces)
