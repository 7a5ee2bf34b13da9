"""How long the tests try: a little at every turn, and in CI's long run (``BACKMATTER_LONG=1``) very hard."""

import os

from hypothesis import HealthCheck, settings

LONG = os.environ.get("BACKMATTER_LONG", "") not in {"", "0"}


def times(short: int, long: int) -> int:
    """Give how often to try."""
    return long if LONG else short


def tried(short: int, long: int = 2000) -> settings:
    """Give settings for a property that is tried on *short* examples, and in the long run on *long*."""
    return settings(deadline=None, max_examples=times(short, long), suppress_health_check=list(HealthCheck))
