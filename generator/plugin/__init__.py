"""The MkDocs plugin: ``docs/`` is brought up to date before MkDocs collects its files."""

import html
import logging
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from generator import build, pagefind, site, workers
from generator.model import Problem
from generator.plugin import edit, extensions, page, shell
from generator.plugin.links import Links
from generator.render import feeds, picture, policy
from generator.site import Site

_NO_DAY = "1980-01-01"  # for MkDocs to date the packed sitemap with: no clock shows in a site
_INDEXED = 1 / 3  # of the Markdown reaches the index: .32 to .34 on sites of 20, 60 and 100 articles
_log = logging.getLogger("mkdocs.plugins.backmatter")


class Options(Config):
    """What ``plugins: - backmatter:`` may set; ``generator.site`` reads the same keys for the commands."""

    link = config_options.Choice(("first", "section", "paragraph", "all"), default="section")
    seeds = config_options.Type(str, default="seeds")
    starter = config_options.Type(bool, default=True)
    pagefind = config_options.Type(bool, default=True)
    search_box_limit = config_options.Type((int, float), default=5)  # megabytes of its index
    csp = config_options.Type(bool, default=True)


class BackmatterPlugin(BasePlugin[Options]):
    """Builds ``docs/`` from ``seeds/``, watches what it is made of, and indexes the built site."""

    def __init__(self) -> None:
        """Start with nothing made."""
        self.made: dict[str, bytes] = {}  # what is put beside the pages, by path below the site
        self._serving = False
        self._seeds = Path()
        self._nav: Navigation | None = None
        self._indexing: pagefind.Indexing | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Note whether the site is served: indexed while the reader reads, each page with a script of MkDocs's own."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the theme's overrides that come with the package behind the site's own."""
        overrides = str(site.packaged_templates() / "theme")
        if overrides not in config.theme.dirs:
            own = config.theme.custom_dir
            config.theme.dirs.insert(1 if own else 0, overrides)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring ``docs/`` up to date; only what changed is written, so that serving does not go in circles."""
        self.made.clear()
        self._stop()
        found = _site(config)
        self._seeds = found.seeds
        with workers.pool(found) as executor:
            report = build.build(found, executor=executor)
        for problem in report.problems:
            _say(problem)
        if report.written or report.removed:
            _log.info("%d pages written, %d removed", len(report.written), len(report.removed))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Convert our own pages ourselves, but for those in the navigation, which MkDocs has titled from it."""
        self._nav = nav
        if extensions.known(config):
            page.take_over(files, nav.pages, config, Links(files, config, extensions.previews(config)))

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Let the edit button of a page of ours lead to the seed of it: what is written in the page is overwritten."""
        if "generated" in page.meta:
            page.edit_url = edit.address(page.meta, self._seeds, config)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Draw the picture of an article, and tell the theme where it is."""
        if "seed" in page.meta:
            path = f"{PurePosixPath(page.file.src_uri).with_suffix('')}.png"
            page.meta["picture"] = path
            self.made[path] = picture.png(_plain(page.title), html.partition('class="article-text"')[2])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment | None:
        """Write the feeds, which need the address of the site; let pages say what a browser may run."""
        pages = [file.page for file in files.documentation_pages() if file.page]
        for each in pages:
            each.update_date = _NO_DAY
        if self._paged and _weight(pages) > self.config.search_box_limit:
            _put_away_search_box(config)
        if config.site_url:
            self.made |= feeds.files(_feed(config), [_entry(page) for page in pages if "seed" in page.meta])
        if self.config.csp and not self._serving:
            env.globals["content_security_policy"] = _policy(env, config)
        return shell.Shells(env, self._nav) if self._nav else None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put what was made beside the pages; index the site for its search page, where Pagefind is installed."""
        for path, content in self.made.items():
            write_file(content, str(Path(config.site_dir, path)))
        if self._paged:
            self._indexing = pagefind.start(config.site_dir)
            wrong = "" if self._serving else pagefind.finish(self._indexing)
            if wrong:
                _log.warning("Pagefind could not index the site: %s", wrong)

    def on_shutdown(self) -> None:
        """Leave nothing running."""
        self._stop()

    @property
    def _paged(self) -> bool:
        return self.config.pagefind and pagefind.installed()

    def _stop(self) -> None:
        if self._indexing and self._indexing.poll() is None:
            pagefind.stop(self._indexing)
        self._indexing = None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Watch the seeds and the templates, too."""
        found = _site(config)
        for folder in (found.seeds, *found.templates):
            if folder.is_dir():
                server.watch(str(folder))
        return server


def _site(config: MkDocsConfig) -> Site:
    try:
        return site.load(Path(config.config_file_path))
    except site.SiteError as error:
        raise PluginError(str(error.problem)) from None


def _weight(pages: Sequence[Page]) -> float:
    """Give about how many megabytes the index of the theme's search box would have, which a reader fetches whole."""
    excluded = {"exclude": True}
    return _INDEXED * sum(len(page.markdown or "") for page in pages if page.meta.get("search") != excluded) / 1e6


def _put_away_search_box(config: MkDocsConfig) -> None:
    """Leave the theme's search box out: the search page, which is in the navigation, takes its place."""
    box = config.plugins.get("material/search")
    if box is not None:
        box.config["enabled"] = False
        _log.info("the search page takes the place of the search box: its index would be large (search_box_limit)")


def _policy(env: Environment, config: MkDocsConfig) -> Callable[[str], str]:
    """Give what writes the policy of a page: of inline scripts it allows those that the theme came with."""
    names = [name for name in env.list_templates() if name.startswith("partials/javascripts/")]
    values = {"config": config, "features": config.theme.get("features", [])}
    return cache(
        lambda base_url: policy.policy(env.get_template(name).render(values, base_url=base_url) for name in names)
    )


def _plain(escaped: object) -> str:
    """Give the text of a title or description, which pages hold escaped."""
    return html.unescape(str(escaped or ""))


def _feed(config: MkDocsConfig) -> feeds.Feed:
    language = str(config.theme.get("language") or "en")
    return feeds.Feed(
        config.site_name, config.site_description or "", language, f"{(config.site_url or '').rstrip('/')}/"
    )


def _entry(page: Page) -> feeds.Entry:
    return feeds.Entry(
        page.canonical_url or "",
        _plain(page.title),
        _plain(page.meta.get("description")),
        str(page.meta.get("date", "")),
        tuple(map(str, page.meta.get("authors", ()))),
        str(page.meta.get("publication", "")),
    )


def _say(problem: Problem) -> None:
    """Log an error as what ``--strict`` counts, a warning, and what is only noteworthy as no more than that."""
    _log.log(logging.WARNING if problem.severity == "error" else logging.INFO, "%s", problem)
