"""A site's folders and settings, as its ``mkdocs.yml`` gives them."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

Link = Literal["first", "section", "paragraph", "all"]


class Site(Struct, frozen=True):
    """Where a site lives and how it wants to be built."""

    root: Path  # the folder of mkdocs.yml
    seeds: Path
    docs: Path
    templates: tuple[Path, ...]  # looked up in order: the site's own, then the package's
    name: str = "Backmatter"
    url: str = ""  # site_url, with a closing slash; empty where there is none
    description: str = ""
    language: str = "en"
    link: Link = "section"
    starter: bool = True  # whether the glossary that ships with the package is read too
