"""A build as the commands make it, for tests that look at what it says and leaves."""

from generator import build
from generator.build import Report
from generator.cache import Cache
from generator.site import Site


def report(site: Site, kept: Cache | None = None, *, force: bool = False) -> Report:
    """Build the site and give what was done; nothing is known of earlier builds where no cache is given."""
    return build.build(site, Cache() if kept is None else kept, force=force)[0]
