"""The MkDocs plugin: ``docs/`` is brought up to date before MkDocs collects its files."""

import importlib.util
import logging
import subprocess
import sys
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator import build, site, workers
from generator.model import Problem
from generator.site import Site

_log = logging.getLogger("mkdocs.plugins.backmatter")


class Options(Config):
    """What ``plugins: - backmatter:`` may set; ``generator.site`` reads the same keys for the commands."""

    link = config_options.Choice(("first", "section", "paragraph", "all"), default="section")
    seeds = config_options.Type(str, default="seeds")
    starter = config_options.Type(bool, default=True)
    pagefind = config_options.Type(bool, default=True)


class BackmatterPlugin(BasePlugin[Options]):
    """Builds ``docs/`` from ``seeds/``, watches what it is made of, and indexes the built site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the theme's overrides that come with the package behind the site's own."""
        overrides = str(site.packaged_templates() / "theme")
        if overrides not in config.theme.dirs:
            own = config.theme.custom_dir
            config.theme.dirs.insert(1 if own else 0, overrides)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring ``docs/`` up to date; only what changed is written, so that serving does not go in circles."""
        found = _site(config)
        with workers.pool(found) as executor:
            report = build.build(found, executor=executor)
        for problem in report.problems:
            _say(problem)
        if report.written or report.removed:
            _log.info("%d pages written, %d removed", len(report.written), len(report.removed))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the built site for its search page, where Pagefind is installed."""
        if self.config.pagefind and importlib.util.find_spec("pagefind"):
            command = [sys.executable, "-m", "pagefind", "--site", config.site_dir, "--root-selector", "article"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
            if done.returncode:
                _log.warning("Pagefind could not index the site: %s", (done.stderr or done.stdout).strip())

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


def _say(problem: Problem) -> None:
    """Log an error as what ``--strict`` counts, a warning, and what is only noteworthy as no more than that."""
    _log.log(logging.WARNING if problem.severity == "error" else logging.INFO, "%s", problem)
