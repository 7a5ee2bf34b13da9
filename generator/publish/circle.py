"""Lay names out on a circle, those that belong together side by side, and lines between them."""

from collections.abc import Mapping, Sequence
from math import cos, pi, sin

from msgspec import Struct

SIZE = 900
_RADIUS = 250
_BEND = 0.3  # how far from the middle a line passes, as a part of the way out


class Spot(Struct, frozen=True):
    """A place on the circle, in whole units so that each machine draws the same, and the turn of the name there."""

    x: int
    y: int
    turn: int  # degrees, so that no name stands on its head
    left: bool  # the name ends at the circle


def order(names: Sequence[str], together: Mapping[tuple[str, str], int]) -> list[str]:
    """Give *names* so that each stands beside the one that it is most often together with."""
    weight = {**together, **{(second, first): count for (first, second), count in together.items()}}
    left = list(names)
    placed = left[:1]
    left = left[1:]
    while left:
        last = placed[-1]
        nearest = max(left, key=lambda name: weight.get((last, name), 0))  # the first of equals is the most named
        placed.append(nearest)
        left.remove(nearest)
    return placed


def spots(names: Sequence[str]) -> dict[str, Spot]:
    """Place *names* around the circle, the first at its top."""
    middle = SIZE // 2
    found: dict[str, Spot] = {}
    for at, name in enumerate(names):
        degrees = at * 360 // len(names) - 90
        angle = degrees * pi / 180
        left = 90 < degrees < 270  # noqa: PLR2004 - the left half
        x, y = middle + round(_RADIUS * cos(angle)), middle + round(_RADIUS * sin(angle))
        found[name] = Spot(x, y, degrees - 180 if left else degrees, left)
    return found


def line(first: Spot, second: Spot) -> str:
    """Give the path of a line between two places, bent towards the middle."""
    middle = SIZE // 2
    x = middle + round(_BEND * ((first.x + second.x) / 2 - middle))
    y = middle + round(_BEND * ((first.y + second.y) / 2 - middle))
    return f"M{first.x} {first.y}Q{x} {y} {second.x} {second.y}"
