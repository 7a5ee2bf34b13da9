"""Fill templates: the site's own before those of the package, nothing left undefined, every value escaped by name."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from generator.model import Place, Problem
from generator.render import dates, escape
from generator.site import Site


class Templates:
    """The templates of a site; what goes wrong in one is collected as a problem with its file and line."""

    def __init__(self, site: Site) -> None:
        """Look templates up in the folders that *site* names, in their order."""
        self.site = site
        self.problems: dict[str, Problem] = {}
        names = (path.name for folder in site.templates for path in folder.glob("*.jinja"))
        self._environment = _environment(site.templates, tuple(sorted(names)))

    def fill(self, name: str, values: Mapping[str, object]) -> str | None:
        """Fill the template *name*, or give nothing and keep the problem."""
        try:
            return self._environment.get_template(name).render(values, site=self.site)
        except TemplateError as error:
            problem = self._problem(name, error)
            self.problems[str(problem)] = problem
            return None

    def _problem(self, name: str, error: TemplateError) -> Problem:
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
        what = f"the template cannot be filled: {error.message or type(error).__name__}"
        return Problem(Place(f"templates/{where}", line), "template", what, fix="mend the template or remove it")


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...], names: tuple[str, ...]) -> Environment:  # noqa: ARG001 - tells them apart
    """Give the environment of *folders*; what it compiled stays until a file changes, comes or goes."""
    # Every value passes a filter for the syntax that it enters; autoescape would know of HTML alone.
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the pages are Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        md=escape.markdown,
        attr=escape.attribute,
        quoted=escape.quoted,
        language=escape.language,
        xml=escape.xml,
        web=escape.web,
        json=escape.json_in_html,
        date=dates.readable,
    )
    return environment
