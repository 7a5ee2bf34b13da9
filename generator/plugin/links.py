"""Where the links of pages lead, as MkDocs resolves them; one that MkDocs would warn of is left to it."""

import posixpath
from collections.abc import Callable
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.convert import Resolve, Target

Previews = Callable[[File], Callable[[File], bool]]
"""Gives, for a page, whether links from it to another are previewed."""

_UNUSUAL = frozenset("?%;\\")  # a query, letters in code, parameters: seldom there, and never in links of ours


class Links:
    """The links of a site: what pages of one folder link to is resolved once for all of them."""

    def __init__(self, files: Files, config: MkDocsConfig, previews: Previews) -> None:
        """Know the files of a site."""
        self._files = files.src_uris
        self._folders = {posixpath.dirname(path) for path in self._files}
        self._directory_urls = config.use_directory_urls
        self._previews = previews
        self._shared: dict[tuple[str, str], dict[str, Target]] = {}

    def of(self, file: File) -> Resolve:
        """Give what resolves the links of a page."""
        address = posixpath.dirname(file.dest_uri)
        below = f"{address}/" if self._directory_urls else file.src_uri
        has_pages = self._directory_urls and address in self._folders
        space = posixpath.dirname(address) if self._directory_urls else address
        known = self._shared.setdefault((posixpath.dirname(file.src_uri), space), {})
        previewed = self._previews(file)
        here = previewed(file)

        def resolve(destination: str) -> Target | None:
            path, _, anchor = destination.partition("#")
            if not path:
                return Target(destination, file.src_uri, anchor, here)
            target = None if has_pages and not path.startswith("../") else known.get(path)
            if target is None or own(target):
                target = self._resolved(path, file, previewed)
                if target is not None and not has_pages and not own(target):
                    known[path] = target
            return _at(target, anchor) if target and anchor else target

        def own(target: Target) -> bool:
            return target.path == file.src_uri or target.path.startswith(below)

        return resolve

    def _resolved(self, path: str, file: File, previewed: Callable[[File], bool]) -> Target | None:
        try:
            scheme, site, *_ = urlsplit(path)
        except ValueError:
            return None
        if scheme or site:
            return Target(path)
        if path.startswith("/") or _UNUSUAL & {*path}:
            return None
        return self._to_page(path, file, previewed)

    def _to_page(self, path: str, file: File, previewed: Callable[[File], bool]) -> Target | None:
        target = self._file(file.src_uri, path)
        if target is None or target.inclusion.is_excluded() or not self._sure(target):
            return None
        guessed = self._file(file.url, path) if self._directory_urls else None
        preview = previewed(target) or (guessed is not None and previewed(guessed))
        return Target(target.url_relative_to(file), target.src_uri, preview=preview)

    def _file(self, source: str, path: str) -> File | None:
        return self._files.get(posixpath.normpath(posixpath.join(posixpath.dirname(source), path)))

    def _sure(self, target: File) -> bool:
        """Whether MkDocs has no second thought of what a link means: that a page's suffix was left out or changed."""
        suffix = posixpath.splitext(target.src_uri)[1]
        return suffix == ".md" or (suffix not in {"", ".html"} and f"{target.src_uri}.md" not in self._files)


def _at(target: Target, anchor: str) -> Target:
    """Give the place of a page, or of a page elsewhere."""
    return Target(f"{target.href}#{anchor}", target.path, anchor if target.path else "", target.preview)
