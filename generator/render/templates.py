"""Fill templates: the site's own before those of the package, what goes wrong in one is a problem with its line."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from generator import cache
from generator.model import Place, Problem
from generator.render import environment
from generator.site import Site

_NO_TEXT = re.compile(r"unhashable type: '(\w+)'")


class Templates:
    """The templates of a site; what goes wrong in one is collected as a problem with its file and line."""

    def __init__(self, site: Site) -> None:
        """Look templates up in the folders that *site* names, in their order."""
        self.site = site
        self.problems: dict[str, Problem] = {}
        names = (path.name for folder in site.templates for path in folder.glob("*.jinja"))
        self._environment = environment.of(site.templates, tuple(sorted(names)))

    def fill(self, name: str, values: Mapping[str, object]) -> str | None:
        """Fill the template *name*, or give nothing and keep the problem."""
        try:
            return self._environment.get_template(name).render(values, site=self.site)
        except (TemplateError, TypeError) as error:
            problem = self._problem(name, error)
            self.problems[str(problem)] = problem
            return None

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that a page takes from the templates, and from the site's settings."""
        files = (path for folder in self.site.templates for path in sorted(folder.glob("*.jinja")))
        texts = [(path.name, path.read_bytes()) for path in files]
        site = self.site
        return cache.digest(cache.code(), texts, site.name, site.url, site.description, site.language)

    @property
    def found(self) -> tuple[Problem, ...]:
        """The problems so far."""
        return tuple(sorted(self.problems.values()))

    def _problem(self, name: str, error: TemplateError | TypeError) -> Problem:
        where, line = name, 0
        if isinstance(error, TemplateSyntaxError):
            where, line = error.name or name, error.lineno
        else:
            frame = error.__traceback__
            while frame is not None:
                file = Path(frame.tb_frame.f_code.co_filename)
                if any(file.is_relative_to(folder) for folder in self.site.templates):
                    where, line = file.name, frame.tb_lineno
                frame = frame.tb_next
        said = getattr(error, "message", None) or str(error) or type(error).__name__
        said = _NO_TEXT.sub(r"\1 is no text", said)  # a filter cannot even look it up
        what = f"the template cannot be filled: {said}"
        return Problem(Place(f"templates/{where}", line), "template", what, fix="mend the template or remove it")
