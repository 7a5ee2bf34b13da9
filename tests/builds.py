"""A build as the commands make it, for tests that look at what it says and leaves."""

from concurrent.futures import Executor

from generator import build
from generator.build import Report
from generator.cache import Cache
from generator.site import Site


def report(site: Site, *, executor: Executor | None = None, force: bool = False) -> Report:
    """Build the site and give what was done; nothing is known of earlier builds."""
    return build.build(site, Cache(), executor=executor, force=force)
