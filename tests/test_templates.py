"""A template prints numbers and what a filter wrote for its syntax; any other text makes it fail, and says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator import escape
from generator.render import dates, environment
from generator.render.templates import Templates
from generator.site import Site

ROOT = Path(__file__).parent.parent
OURS = sorted((ROOT / "templates").glob("*.jinja"))
THEME = [path for path in sorted((ROOT / "templates/theme").rglob("*")) if path.is_file()]
VALUES = {"name": "a<b>*", "names": ["x*", "y"], "n": 3, "none": None, "done": escape.markdown("*")}
MACRO = "{% macro bold(text) %}**{{ text | md }}**{% endmacro %}"


def filled(tmp_path: Path, template: str) -> tuple[str | None, list[str]]:
    """Give what a template of the site's own prints, and what is said of it."""
    (tmp_path / "own.jinja").write_text(template, encoding="utf-8")
    (tmp_path / "base.jinja").write_text("{% block top %}({{ name | md }}){% endblock %}", encoding="utf-8")
    templates = Templates(Site(tmp_path, tmp_path, tmp_path, (tmp_path,)))
    text = templates.fill("own.jinja", VALUES)
    return text, [str(problem) for problem in templates.problems.values()]


PRINTED = [
    ("{{ n }}", "3"),
    ("{{ n / 2 }}", "1.5"),
    ("{{ n | md }}", "3"),
    ("{{ name | md }}", "a&lt;b&gt;&#42;"),
    ("{{ name | attr }}", "a&lt;b&gt;*"),
    ("{{ name | xml }}", "a&lt;b&gt;*"),
    ("{{ name | quoted }}", '"a<b>*"'),
    ("{{ name | attr | quoted }}", '"a&lt;b&gt;*"'),
    ("{{ name | json }}", '"a\\u003cb\\u003e*"'),
    ("{{ name | address }}", "a%3Cb%3E%2A"),
    ("{{ ('https://a.example/?b=1&c*' | web) }}", "https://a.example/?b=1&#38;c&#42;"),
    ("[{{ 'javascript:x' | web }}]", "[]"),
    ("{{ 'uz-Cyrl' | language }}", "uz-Cyrl"),
    ("{{ '2010-02-04' | date | md }}", "4 February 2010"),
    ("{{ 'TASS agency' | capitalize | md }} {{ 'tASS' | capitalize | md }}", "TASS agency TASS"),
    ("{{ done }}", "&#42;"),
    ("{{ (name[:1] ~ '*' ~ n) | md }}", "a&#42;3"),
    ("{{ ('one' if n == 1 else 'many') | md }}", "many"),
    ("{% if name == 'a<b>*' and 'b' in name and name | length == 5 %}yes{% endif %}", "yes"),
    ("{% for one in names %}{{ one | md }}{% if not loop.last %}, {% endif %}{% endfor %}", "x&#42;, y"),
    (f"{MACRO}{{{{ bold(name) }}}}", "**a&lt;b&gt;&#42;**"),
    (
        "{% macro around() %}<{{ caller() }}>{% endmacro %}{% call around() %}{{ name | md }}{% endcall %}",
        "<a&lt;b&gt;&#42;>",
    ),
    ("{% set held %}*{{ name | md }}*{% endset %}{{ held }}", "*a&lt;b&gt;&#42;*"),
    ("{% set held | attr %}<{% endset %}{{ held }}", "&lt;"),
    ("{% filter md %}*{% endfilter %}", "&#42;"),
    ("{% for one in names recursive %}{{ loop([]) }}{{ one | md }}{% endfor %}", "x&#42;y"),
    ("{% extends 'base.jinja' %}{% block top %}{{ super() }}!{% endblock %}", "(a&lt;b&gt;&#42;)!"),
    ("{% block a %}{{ name | md }}{% endblock %}{{ self.a() }}", 2 * "a&lt;b&gt;&#42;"),
]


@pytest.mark.parametrize(("template", "text"), PRINTED)
def test_what_a_filter_wrote_and_numbers_are_printed(tmp_path: Path, template: str, text: str):
    assert filled(tmp_path, template) == (text, [])


UNNAMED = [
    "{{ name }}", "{{ 'x' }}", "{{ 'x' if n else 'y' }}", "{{ name ~ 1 }}", "{{ name | upper }}", "{{ name | date }}",
    "{{ name | e }}", "{{ name | safe }}", "{{ name | escape }}", "{{ name | tojson }}", "{{ name | urlize }}",
    "{{ (name | md) ~ name }}", "{{ (name | md) + name }}", "{{ (name | md) | replace('a', name) }}",
    "{{ '%s' | format(name) }}", "{{ '%s' % name }}", "{{ names | join(', ') }}", "{{ names | map('md') | join }}",
    "{{ (name | md)[1:] }}", "{{ done ~ name }}",
    "{% set held %}{{ name }}{% endset %}", "{% set held %}x{% endset %}{{ held ~ name }}",
    "{% set held | upper %}x{% endset %}{{ held }}", "{% filter replace('x', name) %}x{% endfilter %}",
    "{% autoescape true %}{{ name }}{% endautoescape %}", f"{MACRO}{{{{ bold(name) ~ name }}}}",
    "{% macro raw(text) %}{{ text }}{% endmacro %}{{ raw(name) }}", "{{ loop_of | default(name) }}",
    "{% for one in names %}{{ loop.cycle('x', 'y') }}{% endfor %}", "{{ joiner(name)() ~ '' }}",
]  # fmt: skip


@pytest.mark.parametrize("template", UNNAMED)
def test_a_text_without_the_name_of_its_syntax_is_not_printed(tmp_path: Path, template: str):
    text, (said,) = filled(tmp_path, f"first line\n{template}")
    assert text is None
    assert said == (
        "templates/own.jinja:2: error: the template cannot be filled: a text is printed and its syntax is not named:"
        " end it with `| md` in Markdown, `| attr` in HTML, `| address` or `| web` where a link leads, `| quoted` in"
        " front matter, `| json` in a script; mend the template or remove it [template]"
    )


OTHERS = {
    "{{ none }}": "NoneType is no text",
    "{{ none | md }}": "NoneType is no text",
    "{{ names }}": "list is no text",
    "{{ names | attr }}": "list is no text",
    "{{ mood }}": "'mood' is undefined",
    "{{ mood | md }}": "'mood' is undefined",
    "{{ name | md | attr }}": "what is written already is given to a filter that writes: print it as it is",
    "{{ done | md }}": "what is written already is given to a filter that writes: print it as it is",
    "{{ name | (held) }}": "expected token 'name', got '('",
}


@pytest.mark.parametrize(("template", "what"), OTHERS.items())
def test_what_is_no_text_and_what_is_written_twice_is_told(tmp_path: Path, template: str, what: str):
    text, (said,) = filled(tmp_path, f"first line\n{template}")
    assert text is None
    assert said.startswith(f"templates/own.jinja:2: error: the template cannot be filled: {what}; ")


@pytest.mark.parametrize(
    ("edtf", "read"),
    [
        ("2010-02-04", "4 February 2010"), ("2010-02", "February 2010"), ("2010", "2010"),
        ("XXXX-02-04", "4 February"), ("2010-02/2010-03", "February 2010 – March 2010"), ("", "undated"),
        (None, "undated"), ("2010s", "2010s"), ("<b>-x/y-</b>", "<b>-x/y-</b>"), ("2010-13", "2010-13"),
        ("2010-02-31", "2010-02-31"), ("2010/..", "2010/.."),
    ],
)  # fmt: skip
def test_a_date_is_read_out_and_what_is_none_stands_as_it_is(edtf: str | None, read: str):
    assert dates.readable(edtf) == read


def test_a_year_that_was_found_stands_in_brackets():
    assert dates.readable("2010-02-04", inferred="the volume") == "4 February (2010)"
    assert dates.readable("XXXX-02-04", inferred="the volume") == "4 February"


# What the templates that come with the package print.

SYNTAXES = {"md", "attr", "xml", "address", "web", "language", "quoted", "json"}
NUMBERS = set(
    "articles actors sources quotations number part count paragraph paragraphs volume issue undated size width height x"
    " y turn reports".split()
)
WRITTEN = {"front", "text", "before", "markdown"}  # what Python has written: a page's words, sentences
MACROS = {"paragraph", "where", "more"}  # which print what they are given as everything is printed


def printed(template: nodes.Template) -> Iterator[nodes.Expr]:
    """Yield each expression that a template prints."""
    for output in template.find_all(nodes.Output):
        yield from (node for node in output.nodes if not isinstance(node, nodes.TemplateData))


def named(node: nodes.Expr) -> bool:
    """Whether an expression ends with the name of a syntax, is a number, or was written before."""
    if isinstance(node, nodes.Filter):
        return node.name in SYNTAXES
    if isinstance(node, nodes.CondExpr):
        return named(node.expr1) and named(node.expr2)
    if isinstance(node, (nodes.Name, nodes.Getattr)):
        return (node.name if isinstance(node, nodes.Name) else node.attr) in NUMBERS | WRITTEN
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in MACROS
    return isinstance(node, nodes.Neg) or (isinstance(node, nodes.Const) and isinstance(node.value, int))


@pytest.mark.parametrize("path", OURS, ids=[path.name for path in OURS])
def test_each_print_of_our_templates_names_its_syntax_whether_a_test_fills_it_or_not(path: Path):
    own = environment.of((path.parent,), ())
    source = path.read_text(encoding="utf-8")
    own.compile(source, path.name, str(path))
    assert [node for node in printed(own.parse(source)) if not named(node)] == []


def escaped(node: nodes.Expr) -> bool:
    """Whether what the theme prints is escaped, or words of the template itself."""
    if isinstance(node, nodes.Filter):
        if node.name == "replace":  # words of our own put into what the theme has written
            return escaped(node.node)
        return node.name in {"e", "tojson"} or (node.name == "url" and isinstance(node.node, nodes.Const))
    if isinstance(node, nodes.CondExpr):
        return escaped(node.expr1) and escaped(node.expr2)
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in {"super", "paragraph"}
    return isinstance(node, nodes.Const) or (isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const))


@pytest.mark.parametrize("path", THEME, ids=[path.name for path in THEME])
def test_each_print_of_our_templates_of_the_theme_is_escaped(path: Path):
    template = Environment().parse(path.read_text(encoding="utf-8"))  # noqa: S701 - parsed alone
    assert [node for node in printed(template) if not escaped(node)] == []


def test_the_templates_are_seen():
    assert len(OURS) > 25
    assert {"main.html", "record.html", "404.html", "sitemap.xml"} <= {path.name for path in THEME}
    plain = Environment()  # noqa: S701 - parsed alone
    for raw in (
        "{{ page.title }}",
        "{{ x | url }}",
        "{{ x if y else 'z' }}",
        "{% if 1 %}{{ x | e | safe }}{% endif %}",
    ):
        assert [escaped(node) for node in printed(plain.parse(raw))] == [False]
    for raw in ("{{ role.since | date }}", "{{ title }}", "{{ name if y else 1 }}", "{{ 'x' }}"):
        assert [named(node) for node in printed(plain.parse(raw))] == [False]
