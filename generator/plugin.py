"""The MkDocs plugin: ``docs/`` is brought up to date before MkDocs collects its files."""

import logging
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator import build, site
from generator.model import Problem

_log = logging.getLogger("mkdocs.plugins.backmatter")


class Options(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """What ``plugins: - backmatter:`` may set; ``generator.site`` reads the same keys for the commands."""

    link = config_options.Choice(("first", "section", "paragraph", "all"), default="section")
    seeds = config_options.Type(str, default="seeds")
    starter = config_options.Type(bool, default=True)


class BackmatterPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # the same
    """Builds ``docs/`` from ``seeds/`` and watches what it is made of."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring ``docs/`` up to date; only what changed is written, so that serving does not go in circles."""
        try:
            report = build.build(site.load(Path(config.config_file_path)))
        except site.SiteError as error:
            raise PluginError(str(error.problem)) from None
        for problem in report.problems:
            self._say(problem)
        if report.written or report.removed:
            _log.info("%d pages written, %d removed", len(report.written), len(report.removed))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Watch the seeds and the templates, too."""
        found = site.load(Path(config.config_file_path))
        for folder in (found.seeds, *found.templates):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    @staticmethod
    def _say(problem: Problem) -> None:
        """Hand a problem to MkDocs: an error is a warning, which ``--strict`` counts; the rest is information."""
        _log.log(logging.WARNING if problem.severity == "error" else logging.INFO, "%s", problem)
