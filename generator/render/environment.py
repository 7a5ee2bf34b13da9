"""Give templates their language: a text is printed through a filter that names its syntax, or the template fails."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.runtime import BlockReference, Context, LoopContext, Macro

from generator import escape
from generator.escape import Written
from generator.render import dates

_NAME_IT = (
    "a text is printed and its syntax is not named: end it with `| md` in Markdown, `| attr` in HTML, `| address` or"
    " `| web` where a link leads, `| quoted` in front matter, `| json` in a script"
)
_REMEMBERED = 1 << 14  # texts of each filter
_HELD, _PRINTED = "(held)", "(printed)"  # filters that no template can name


@lru_cache(maxsize=4)
def of(folders: tuple[Path, ...], names: tuple[str, ...]) -> Environment:  # noqa: ARG001 - tells them apart
    """Give the environment of *folders*; what it compiled stays until a file changes, comes or goes."""
    environment = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # it would know of HTML alone, and the pages are Markdown
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_FILTERS)
    return environment


def _printed(value: object) -> object:
    """Give what a template may print: what is written for a syntax, and numbers."""
    if isinstance(value, (Written, int, float)):
        return value
    raise TemplateRuntimeError(_NAME_IT if isinstance(value, str) else _no_text(value))


def _no_text(value: object) -> str:
    """Say why what is no text cannot be printed; what is undefined says it itself, with its name."""
    return str(value) if isinstance(value, Undefined) else f"{type(value).__name__} is no text"


def _writing(write: Callable[[str], Written], *, around: bool = False) -> Callable[[object], Written]:
    """Make a filter of a function that writes text for a syntax: only one that goes *around* takes written text."""

    def written(value: object) -> Written:
        if type(value) is str:  # nearly always
            return write(value)
        if isinstance(value, Written) and not around:
            raise TemplateRuntimeError("what is written already is given to a filter that writes: print it as it is")
        if isinstance(value, (str, int)):
            return write(str(value))
        raise TemplateRuntimeError(_no_text(value))

    # A page prints the same titles and addresses again and again: what was asked before is answered without a step of
    # Python. What no table can look up, a list say, is no text, and Templates says so.
    return lru_cache(maxsize=_REMEMBERED, typed=True)(written)


def _capitalize(text: str) -> str:
    """Give *text* with its first letter a capital and all others as they are."""
    return text[:1].upper() + text[1:]


_FILTERS: dict[str, Callable[..., object]] = {
    "md": _writing(escape.markdown),
    "attr": _writing(escape.attribute),
    "xml": _writing(escape.xml),
    "address": _writing(escape.address),
    "web": _writing(escape.link),
    "language": _writing(escape.language),
    "quoted": _writing(escape.quoted, around=True),  # the theme takes front matter for HTML
    "json": escape.json_in_html,
    "date": dates.readable,
    "capitalize": _capitalize,
    _HELD: Written,
    _PRINTED: _printed,
}


class _Context(Context):
    """Calls macros and blocks, whose text was printed piece by piece and so is written."""

    def call(self, called: Callable[..., object], /, *values: object, **named: object) -> object:
        """Call a macro, a block (``super()``), a recursive loop, or any function."""
        value = super().call(called, *values, **named)
        return Written(value) if isinstance(called, (Macro, BlockReference, LoopContext)) else value


class _Environment(Environment):
    """Knows that the text which a ``set`` block holds is written, and that what a ``filter`` block gives may not be."""

    context_class = _Context

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for held in template.find_all(nodes.AssignBlock):
            held.filter = held.filter or self._filter(None, _HELD, held.lineno)
        for block in template.find_all(nodes.FilterBlock):
            block.filter = self._filter(block.filter, _PRINTED, block.lineno)
        return template

    def _filter(self, of: nodes.Expr | None, name: str, line: int) -> nodes.Filter:
        return nodes.Filter(of, name, [], [], None, None, lineno=line, environment=self)
