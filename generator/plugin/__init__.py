"""The MkDocs plugin: ``docs/`` is brought up to date before MkDocs collects its files."""

import html
import logging
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from generator import build, cache, memory, pagefind, site, utf8, workers
from generator.cache import Cache
from generator.model import Problem
from generator.plugin import edit, extensions, page, shell
from generator.plugin.links import Links
from generator.plugin.once import Once
from generator.publish import datafiles, drawn, feeds, picture, policy
from generator.publish.apparatus import Apparatus
from generator.render.templates import Templates
from generator.site import Site

_NO_DAY = "1980-01-01"  # for MkDocs to date the packed sitemap with: no clock shows in a site
_MAKES_TEXT_MARKUP = "content.tooltips"  # of the theme: the words of a label that is cut short go into innerHTML
_SEARCH = "search.md"
_log = logging.getLogger("mkdocs.plugins.backmatter")


class Options(Config):
    """What ``plugins: - backmatter:`` may set; ``generator.site`` reads the same keys for the commands."""

    link = config_options.Choice(("first", "section", "paragraph", "all"), default="section")
    seeds = config_options.Type(str, default="seeds")
    starter = config_options.Type(bool, default=True)
    pagefind = config_options.Type(bool, default=True)
    csp = config_options.Type(bool, default=True)


class BackmatterPlugin(BasePlugin[Options]):
    """Builds ``docs/`` from ``seeds/``, watches what it is made of, and indexes the built site."""

    def __init__(self) -> None:
        """Start with nothing made."""
        self.made: dict[str, bytes] = {}  # what is put beside the pages, by path below the site
        self._drawing: drawn.Drawing | None = None
        self._scratch = TemporaryDirectory(prefix="backmatter-")
        self._failed: frozenset[str] = frozenset()  # paths of what could not be used
        self._serving = False
        self._said_search = False  # once, however often a served site is built
        self._seeds = Path()
        self._kept = Cache()
        self._nav: Navigation | None = None
        self._indexing: pagefind.Indexing | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Have names of files be UTF-8, and note whether the site is served.

        Then it is indexed while the reader reads, and each page has a script of MkDocs's own.
        """
        utf8.ensure()
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the theme's overrides that come with the package behind the site's own; leave out what makes text markup.

        That feature is taken from the settings, not worked around: so it is off for everything that the theme does,
        whichever templates and scripts a site has of its own, and while it is served. Cards do not need it, and a
        label that is cut short shows the browser's own tooltip.
        """
        overrides = str(site.packaged_templates() / "theme")
        if overrides not in config.theme.dirs:
            own = config.theme.custom_dir
            config.theme.dirs.insert(1 if own else 0, overrides)
        self._put_away_search(config)
        features = config.theme.get("features") or []
        if _MAKES_TEXT_MARKUP in features:
            config.theme["features"] = [feature for feature in features if feature != _MAKES_TEXT_MARKUP]
            _log.info("the theme's feature %s is left out: under the mouse it makes text markup", _MAKES_TEXT_MARKUP)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring ``docs/`` up to date; only what changed is written, so that serving does not go in circles."""
        self.made.clear()
        self._stop()
        found = _site(config)
        self._seeds = found.seeds
        self._kept = cache.at(found.cache)
        report, self._understood = _built(found, self._kept)
        self._failed = build.failed(report.problems)
        for problem in report.problems:
            _say(problem)
        if report.written or report.removed:
            _log.info("%d pages written, %d removed", len(report.written), len(report.removed))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Write the data beside the pages, so that links to them are checked, and none of it stands in ``docs/``."""
        found = _site(config)
        folder = Path(self._scratch.name, "data")
        corpus, articles = self._understood.corpus, self._understood.articles
        names = datafiles.write(
            folder, corpus, lambda address: articles.rows(corpus.articles[address].seed), Templates(found)
        )
        for name in names:
            files.append(File.generated(config, f"data/{name}", abs_src_path=str(folder / name)))
        self._drawing = drawn.Drawing(Apparatus(corpus, found), config.theme.get_env(), names)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Convert our own pages ourselves, but for those in the navigation, which MkDocs has titled from it."""
        self._nav = nav
        if extensions.known(config):
            page.take_over(files, nav.pages, config, Links(files, config, extensions.previews(config)))

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Let the edit button of a page of ours lead to the seed of it: what is written in the page is overwritten."""
        if "generated" in page.meta:
            page.meta["generated"] = True  # its digest would tell each page from all others of its kind
            page.edit_url = edit.address(page.meta, self._seeds, config)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Draw what stands around the words of a generated page, and the picture of an article."""
        if not page.meta.get("generated") or self._drawing is None:
            return html
        if page.meta.get("kind") == "article":
            path = f"{PurePosixPath(page.file.src_uri).with_suffix('')}.png"
            page.meta["picture"] = path
            self.made[path] = picture.png(_plain(page.title), html.partition('class="article-text"')[2])
        return self._drawing.around(html, page, partial(_here, page, files))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment | None:
        """Write the feeds, which need the address of the site; let pages say what a browser may run."""
        env.globals["apparatus"] = True  # it is drawn: the theme need not do what it can without us
        pages = [file.page for file in files.documentation_pages() if file.page]
        for each in pages:
            each.update_date = _NO_DAY
        searched = files.get_file_from_path(_SEARCH)
        if self._paged and searched:
            env.globals["finder"] = searched.url  # where the field in the header leads
        if config.site_url:
            self.made |= feeds.files(
                _feed(config), [_entry(page) for page in pages if page.meta.get("kind") == "article"]
            )
        if self.config.csp and not self._serving:
            env.globals["content_security_policy"] = _policy(env, config)
        return shell.Shells(env, self._nav) if self._nav else None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put what was made beside the pages; index the site for its search page, where Pagefind is installed."""
        for path, content in self.made.items():
            write_file(content, str(Path(config.site_dir, path)))
        self._kept.close()
        if self._paged:
            self._index(Path(config.site_dir), _site(config).cache / "pagefind")
        if self._failed:
            _log.warning("%s", _left_out(len(self._failed)))

    def on_shutdown(self) -> None:
        """Leave nothing running, and nothing behind."""
        self._stop()
        self._scratch.cleanup()

    @property
    def _paged(self) -> bool:
        return self.config.pagefind and pagefind.installed()

    def _index(self, folder: Path, kept: Path) -> None:
        self._indexing = pagefind.Indexing(folder, kept, salt=cache.code())
        if self._serving:
            self._indexing.start(_say_unindexed)
        else:
            _say_unindexed(self._indexing.run())

    def _stop(self) -> None:
        self._kept.close()
        if self._indexing:
            self._indexing.stop()
        self._indexing = None

    def _put_away_search(self, config: MkDocsConfig) -> None:
        """Leave the theme's own search without effect: it has the whole index on every page, and finds other things."""
        search = config.plugins.get("material/search")
        if search is None or not search.config["enabled"]:
            return
        search.config["enabled"] = False
        if not self._said_search:
            self._said_search = True
            _log.info("the theme's plugin search is left without effect: every page would fetch its whole index")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Watch the seeds and the templates, too; a save starts one build, though the build writes pages itself."""
        found = _site(config)
        folders = [folder for folder in (found.seeds, *found.templates) if folder.is_dir()]
        for folder in folders:
            server.watch(str(folder))
        server.builder = Once(server.builder, [Path(config.config_file_path), found.docs, *folders])
        return server


def _here(page: Page, files: Files, path: str) -> str:
    """Return where a link of *page* leads that means the file at *path* below ``docs/``."""
    file = files.get_file_from_path(path)
    return file.url_relative_to(page.file) if file is not None else ""


def _site(config: MkDocsConfig) -> Site:
    try:
        found = site.load(Path(config.config_file_path))
        return site.agreed(found, docs_dir=Path(config.docs_dir), site_dir=Path(config.site_dir))
    except site.SiteError as error:
        raise PluginError(str(error.problem)) from None


def _built(found: Site, kept: Cache) -> tuple[build.Report, build.Understood]:
    try:
        with workers.pool(found) as executor:
            understood = build.corpus(found, kept, executor=executor)
            return build.pages(understood, found, kept), understood
    except Exception as error:
        line = memory.said(error)
        if not line:
            raise
        raise PluginError(line) from None


def _policy(env: Environment, config: MkDocsConfig) -> Callable[[str], str]:
    """Give what writes the policy of a page: of inline scripts it allows those that the theme came with."""
    names = [name for name in env.list_templates() if name.startswith("partials/javascripts/")]
    values = {"config": config, "features": config.theme.get("features", [])}
    return lru_cache(maxsize=None)(
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


def _left_out(files: int) -> str:
    """Say at the end what may have gone by in the middle."""
    many = f"{files} files, each named above, were not used: the site has them" if files > 1 else ""
    return f"{many or '1 file, named above, was not used: the site has it'} as before, or not at all"


def _say_unindexed(wrong: str) -> None:
    if wrong:
        _log.warning("Pagefind could not index the site: %s", wrong)


def _say(problem: Problem) -> None:
    """Log an error as what ``--strict`` counts, a warning, and what is only noteworthy as no more than that."""
    _log.log(logging.WARNING if problem.severity == "error" else logging.INFO, "%s", problem)
