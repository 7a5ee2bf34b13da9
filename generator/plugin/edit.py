"""Where a page of ours is edited: in the seed that it is made from."""

import re
from collections.abc import Mapping
from os.path import relpath
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

_UP = re.compile(r"[^/?#=]+/\.\./")


def address(meta: Mapping[str, object], seeds: Path, config: MkDocsConfig) -> str | None:
    """Give the address in the repository of what a page with this front matter is made from, if it is one file."""
    seed = meta.get("seed")
    path = seed.get("path") if isinstance(seed, dict) else None
    template = config.edit_uri_template or (f"{config.edit_uri}{{path}}" if config.edit_uri else "")
    if not path or not template:
        return None
    from_docs = Path(relpath(seeds / str(path), config.docs_dir)).as_posix()
    within = template.format(path=from_docs, path_noext=from_docs.removesuffix(Path(from_docs).suffix))
    while (shorter := _UP.sub("", within)) != within:
        within = shorter
    if ".." in within:
        return None
    repository = config.repo_url or ""
    closed = repository if not repository or repository.endswith("/") or within[0] in "?#" else f"{repository}/"
    return urljoin(closed, within)
