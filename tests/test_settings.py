"""Settings that could make text into markup, run code or load from elsewhere are reported where they stand."""

import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import yaml_load

from generator import check, configuration, escape, settings, start
from generator import site as sites
from generator.configuration.setting import Setting
from generator.model import Problem
from tests import nasty
from tests.visible import seen

ROOT = Path(__file__).parent.parent
SOUND = "theme: {name: material, font: false}\nplugins: [backmatter]\n"  # below each row: it moves no line


def said(tmp_path: Path, text: str) -> list[Problem]:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return list(settings.problems(file))


def test_the_settings_of_this_site_and_of_a_new_one_are_sound(tmp_path: Path):
    start.new(tmp_path / "new")
    for file in (ROOT / "mkdocs.yml", tmp_path / "new/mkdocs.yml"):
        assert list(settings.problems(file)) == []
        assert sites.load(file).config == "mkdocs.yml"


ERRORS = [  # settings above the sound ones, the place, words of the message
    ("markdown_extensions:\n  - toc\n  - pymdownx.snippets", "3:5", "pymdownx.snippets"),
    ("markdown_extensions:\n  - pymdownx.arithmatex: {generic: true}", "2:5", "pymdownx.arithmatex"),
    ("markdown_extensions: {smarty: {}, toc: {}}", "1:23", "smarty"),
    ("markdown_extensions: [markdown.extensions.nl2br]", "1:23", "nl2br"),
    ("markdown_extensions: ['evil:Extension']", "1:23", "evil:Extension"),
    ("markdown_extensions: [{pymdownx.superfences: {custom_fences: [{name: x}]}}]", "1:47", "custom_fences"),
    ("x: &x [pymdownx.magiclink]\nmarkdown_extensions: *x", "1:8", "pymdownx.magiclink"),
    ("hooks: [evil.py]", "1:1", "`hooks` run Python"),
    ('"hooks": [evil.py]', "1:1", "`hooks` run Python"),
    ('"\\x68ooks": [evil.py]', "1:1", "`hooks` run Python"),
    ("? hooks\n: [evil.py]", "1:3", "`hooks` run Python"),
    ("!!str hooks: [evil.py]", "1:1", "`hooks` run Python"),
    ("x: &x {hooks: [evil.py]}\n<<: *x", "1:8", "`hooks` run Python"),
    ("x: &x {hooks: [evil.py]}\ny: &y {a: b}\n<<: [*y, *x]", "1:8", "`hooks` run Python"),
    ("x: &x {hooks: [evil.py]}\ny: &y {<<: *x}\n<<: *y", "1:8", "`hooks` run Python"),
    ("x: &x {hooks: [evil.py]}\n!!merge m: *x", "1:8", "`hooks` run Python"),
    ("extra_templates: [a.html]", "1:1", "`extra_templates` turn"),
    ("theme: !!python/name:os.system", "1:8", "`!!python/name:os.system` runs code"),
    ("extra: [{deep: !!python/object/apply:os.system [id]}]", "1:16", "runs code"),
    ("extra: {? !!python/name:os.system : 1}", "1:11", "runs code"),
    ("x: &x {a: !!python/name:os.system }\n<<: *x\na: b", "1:11", "runs code"),
    ("extra: {a: !relative $config_dir}", "1:12", "`!relative` makes no plain value"),
    ("extra: {a: !!set {b}}", "1:12", "`!!set` makes no plain value"),
    ("extra: {a: !ENV HOME}", "1:12", "leaves a setting to the environment"),
    ("extra: {a: !ENV [A, !!python/name:os.system ]}", "1:21", "runs code"),
    ("site_name: &x !ENV [HOME, x]\ndocs_dir: *x", "1:12", "leaves a setting to the environment"),
    ("!ENV [NOPE, copyright]: x", "1:1", "leaves a setting to the environment"),
    ("plugins: [backmatter, macros]", "1:23", "the plugin 'macros'"),
    ("plugins: [backmatter, material/social]", "1:23", "the plugin 'material/social'"),
    ("plugins: [backmatter, /search]", "1:23", "the plugin '/search'"),
    ("plugins:\n  - backmatter\n  - blog: {}", "3:5", "the plugin 'blog'"),
    ("plugins: {backmatter: {}, blog: {}}", "1:27", "the plugin 'blog'"),
    ("plugins: [backmatter, {<<: {blog: {}}}]", "1:29", "the plugin 'blog'"),
    ("theme: {name: readthedocs, font: false}", "1:15", "the theme 'readthedocs'"),
    ("theme: {name: null, custom_dir: own, font: false}", "1:15", "the theme ''"),
    ("theme: {name: material, font: false, custom_dir: seeds/theme}", "1:50", "`custom_dir` and `seeds`"),
    ("theme: {name: material, font: false, custom_dir: .}", "1:50", "`custom_dir` and `seeds`"),
    ("theme: {name: material, font: false, custom_dir: docs}", "1:50", "`custom_dir` and `docs_dir`"),
    ("theme: {name: material, font: false, custom_dir: ../theme}", "1:50", "`custom_dir` lies outside"),
    ("theme: {name: material, font: false, custom_dir: /theme}", "1:50", "`custom_dir` lies outside"),
    ("theme: {name: material, font: false, custom_dir: ~/theme}", "1:50", "not read as a home"),
    ("theme: {name: material, font: false, custom_dir: '..\\theme'}", "1:50", "as on Windows alone"),
    (
        "plugins: [{backmatter: {seeds: words}}]\ntheme: {name: material, font: false, custom_dir: words}",
        "2:50",
        "`seeds`",
    ),
    ("extra_javascript: ['https://evil.example/x.js']", "1:20", "comes from another host"),
    ("extra_javascript: ['HTTP://evil.example/x.js']", "1:20", "comes from another host"),
    ("extra_javascript: [//evil.example/x.js]", "1:20", "comes from another host"),
    ("extra_javascript: ['\\\\evil.example\\x.js']", "1:20", "comes from another host"),
    ("extra_javascript: [' //evil.example/x.js']", "1:20", "comes from another host"),
    ('extra_javascript: ["ht\\ttps://evil.example/x.js"]', "1:20", "comes from another host"),
    ("extra_javascript: ['data:text/javascript,alert(1)']", "1:20", "comes from another host"),
    ("extra_javascript:\n  - path: https://evil.example/x.js\n    defer: true", "2:11", "comes from another host"),
    ("extra_javascript: [../x.js]", "1:20", "lies outside the folder of the pages"),
    ("extra_javascript: [a/%2e%2e/%2E%2e/x.js]", "1:20", "lies outside the folder of the pages"),
    ("extra_javascript: [/x.js]", "1:20", "lies outside the folder of the pages"),
    ('extra_javascript: ["x\\0.js", x%00.js]', "1:20", "lies outside the folder of the pages"),
    ("extra_css: ['https://evil.example/x.css']", "1:13", "comes from another host"),
    ("extra: {polyfills: ['https://evil.example/x.js']}", "1:21", "comes from another host"),
    ("theme: {name: material, font: false, logo: 'https://evil.example/x.png'}", "1:44", "comes from another host"),
    ("extra: {analytics: {provider: google, property: x}}", "1:31", "`analytics` loads a script"),
    ("INHERIT: ../base.yml", "1:1", "outside the folder of mkdocs.yml"),
    ("remote_name: --receive-pack=evil", "1:14", "is no plain name"),
    ("remote_name: 'ext::sh -c evil'", "1:14", "is no plain name"),
    ("remote_branch: -f", "1:16", "is no plain name"),
]
WARNINGS = [
    ("theme: material", "1:1", "loads its fonts"),
    ("theme: {name: material}", "1:1", "loads its fonts"),
    ("theme: {name: material, font: {text: Roboto}}", "1:31", "loads its fonts"),
    ("theme: {name: material, font: null}", "1:31", "loads its fonts"),
    ("repo_url: https://github.com/harbour/league", "1:11", "ask that host"),
    ("plugins: [search]", "1:1", "`backmatter` is none of the plugins"),
    ("plugins: [{backmatter: {csp: false}}]", "1:30", "`csp: false`"),
    ("plugins: {backmatter: {csp: off}}", "1:29", "`csp: false`"),
    ("plugins: [{backmatter: {enabled: false}}]", "1:34", "`enabled: false`"),
    ("x: &x {csp: false}\nplugins: [{backmatter: *x}]", "1:13", "`csp: false`"),
]


def over_sound(text: str) -> str:
    """Give *text* above sound settings, without those of them that it sets itself."""
    return f"{text}\n" + "".join(line for line in SOUND.splitlines(keepends=True) if line.split(":")[0] not in text)


@pytest.mark.parametrize(
    ("text", "place", "words", "severity"),
    [(*row, "error") for row in ERRORS] + [(*row, "warning") for row in WARNINGS],
)
def test_what_was_never_tried_runs_code_or_loads_from_elsewhere_is_told_with_advice(
    tmp_path: Path, text: str, place: str, words: str, severity: str
):
    root = tmp_path / "site"
    root.mkdir()
    (tmp_path / "base.yml").write_text("site_name: x\n", encoding="utf-8")
    problems = [problem for problem in said(root, over_sound(text)) if words in problem.what]
    assert [(str(problem.place), problem.severity) for problem in problems][:1] == [(f"mkdocs.yml:{place}", severity)]
    assert all(problem.fix for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "site_name: x\nsite_url: !ENV [SITE_URL, x]",
        "markdown_extensions:",
        "markdown_extensions: [markdown.extensions.toc]",
        "markdown_extensions: {toc: {permalink: true}}",
        "plugins: [search, backmatter]",
        "plugins: {material/search: {lang: en}, backmatter: {link: all, csp: true}}",
        "theme: {name: material, font: false, custom_dir: templates/theme, logo: assets/logo.svg}",
        "theme: {name: material, font: off}",
        "extra_javascript: [assets/x.js, {path: a/../x.mjs, type: module}]\nextra_css: ['x.css?v=2']",
        "extra: {social: [{icon: simple/x, link: 'https://harbour.example/'}], analytics: {feedback: {}}}",
        "repo_url: https://code.harbour.example/league",
        "hooked: x\nextra: {hooks: [x], extra_templates: x}\nnav: [hooks: hooks.md]",
        "x: &x {a: &a {b: c}, d: *a}\nextra: {<<: *x, 1: 2, 3.5: 2010-01-01, ~: yes}",
        "remote_name: upstream\nremote_branch: pages/main",
        "watch: [templates]\nstrict: true\nuse_directory_urls: true\nvalidation: {nav: {omitted_files: warn}}",
    ],
)
def test_what_is_sound_is_not_reported(tmp_path: Path, text: str):
    assert said(tmp_path, over_sound(text)) == []


def test_a_site_without_settings_has_what_mkdocs_would_give_it(tmp_path: Path):
    words = [problem.what for problem in said(tmp_path, "site_name: x\n")]
    assert [re.split("[`']", what)[1] for what in words] == ["mkdocs", "backmatter"]


# Files that inherit.

INHERITING = [  # the files beside mkdocs.yml, its text, where what is told
    ({"base.yml": "a: b\nhooks: [evil.py]"}, "INHERIT: base.yml", "base.yml:2:1: error: `hooks` run"),
    ({"base.yml": "hooks: []"}, "INHERIT: base.yml\nhooks: [evil.py]", "mkdocs.yml:2:1: error: `hooks` run"),
    ({"base.yml": "x: &x {hooks: [a]}\n<<: *x"}, "INHERIT: ./base.yml", "base.yml:1:8: error: `hooks` run"),
    ({"base.yml": "hooks: [a]"}, "x: &x {INHERIT: base.yml}\n<<: *x", "base.yml:1:1: error: `hooks` run"),
    ({"a/b.yml": "INHERIT: c.yml", "a/c.yml": "hooks: [a]"}, "INHERIT: a/b.yml", "a/c.yml:1:1: error: `hooks` run"),
    ({"base.yml": "x: !!python/name:os.system"}, "INHERIT: base.yml\nx: y", "base.yml:1:4: error: `!!python/name"),
    ({"base.yml": "plugins: {blog: {}}"}, "INHERIT: base.yml\nplugins: {search: {}}", "base.yml:1:11: error: the plug"),
    ({"base.yml": "theme: {font: x}"}, "INHERIT: base.yml\ntheme: {name: material}", "base.yml:1:15: warning: the th"),
    ({"../base.yml": "hooks: [a]"}, "INHERIT: ../base.yml", "../base.yml:1:1: error: `hooks` run"),
]


def write(tmp_path: Path, files: dict[str, str], text: str) -> Path:
    root = tmp_path / "site"
    for name, content in {**files, "mkdocs.yml": text}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root / "mkdocs.yml"


@pytest.mark.parametrize(("files", "text", "line"), INHERITING)
def test_what_is_inherited_is_judged_where_it_stands(tmp_path: Path, files: dict[str, str], text: str, line: str):
    problems = [str(problem) for problem in settings.problems(write(tmp_path, files, text))]
    assert [problem for problem in problems if problem.startswith(line)], problems


def test_what_is_laid_over_is_judged_and_what_is_covered_is_not(tmp_path: Path):
    files = {"base.yml": "theme: {name: readthedocs, font: x}\nextra_css: [//evil.example]\nplugins: [blog]\n"}
    assert said(write(tmp_path, files, "").parent, f"INHERIT: base.yml\n{SOUND}extra_css: [x.css]") == []


REFUSED = [  # the files beside mkdocs.yml, its text, how what is told begins
    ({}, "INHERIT: base.yml", "mkdocs.yml:1:10: error: cannot be read: No such file"),
    ({}, "INHERIT: mkdocs.yml", "mkdocs.yml:1:10: error: settings inherit in a circle"),
    ({"base.yml": "INHERIT: mkdocs.yml"}, "INHERIT: base.yml", "base.yml:1:10: error: settings inherit in a circle"),
    (
        {f"{at}.yml": f"INHERIT: {at + 1}.yml" for at in range(20)},
        "INHERIT: 0.yml",
        "8.yml:1:10: error: settings inherit in a circle, or through more than 10 files",
    ),
    ({"base.yml": "a: b\n" * 40_000}, "INHERIT: base.yml", "mkdocs.yml:1:10: error: cannot be read: base.yml has mo"),
    ({"base.yml": "[a]"}, "INHERIT: base.yml", "base.yml: error: has no settings"),
    ({"base.yml": "a: ["}, "INHERIT: base.yml", "base.yml:1:5: error: is no YAML"),
    ({"base.yml/x": ""}, "INHERIT: base.yml", "mkdocs.yml:1:10: error: cannot be read: base.yml is no regular file"),
    ({}, "INHERIT: /dev/zero", "mkdocs.yml:1:10: error: cannot be read: zero is no regular file"),
    ({}, "INHERIT: [base.yml]", "mkdocs.yml:1:10: error: `INHERIT` names no file"),
    ({}, "INHERIT:", "mkdocs.yml:1:9: error: `INHERIT` names no file"),
    ({}, 'INHERIT: "a\\0b"', "mkdocs.yml:1:10: error: cannot be read: no file can have such a name"),
    ({}, 'INHERIT: "a\\ud800"', "mkdocs.yml:1:10: error: half a character"),
    ({}, "a: " + "[" * 100_000, "mkdocs.yml:1:43: error: lists and mappings lie more than 40"),
    ({}, "a: b\n" * 40_000, "mkdocs.yml: error: cannot be read: mkdocs.yml has more than"),
    ({}, "a: " + "{a: " * 20_000, "mkdocs.yml:1:157: error: lists and mappings lie more than 40 deep"),
    ({}, "".join(f"{' ' * at}a:\n" for at in range(400)), "mkdocs.yml:40:40: error: lists and mappings lie more than"),
    ({}, "? [a]\n: b", "mkdocs.yml:1:3: error: a name here is a list or a mapping"),
    ({}, "? {a: b}\n: b", "mkdocs.yml:1:3: error: a name here is a list or a mapping"),
    ({}, "!ENV [NOPE, []]: b", "mkdocs.yml:1:1: error: a name here is a list or a mapping"),
    ({}, "a: &a [*a]", "mkdocs.yml:1:4: error: an alias in this value leads back to it"),
    ({}, "a: &a {<<: *a}", "mkdocs.yml:1:4: error: an alias in this value leads back to it"),
    ({}, "<<: x", "mkdocs.yml:1:5: error: `<<` merges something that has no settings"),
    ({}, "<<: [{a: b}, x]", "mkdocs.yml:1:5: error: `<<` merges something that has no settings"),
    ({}, 'a: "\\UFFFFFFFF"', "mkdocs.yml: error: is no YAML"),
    ({}, f"%YAML {'9' * 5_000}.1\n---\na: b", "mkdocs.yml: error: is no YAML"),
    ({}, "a: b\n---\nc: d", "mkdocs.yml:2:1: error: is no YAML"),
    ({}, "a: *b", "mkdocs.yml:1:4: error: is no YAML"),
    ({}, "docs_dir: ../docs", "mkdocs.yml:1:11: error: `docs_dir` leads out of the folder of mkdocs.yml, to"),
    ({}, "docs_dir: a/../../docs", "mkdocs.yml:1:11: error: `docs_dir` leads out"),
    ({}, "docs_dir: /docs", "mkdocs.yml:1:11: error: `docs_dir` leads out"),
    ({}, "docs_dir: !ENV [DOCS, ../docs]", "mkdocs.yml:1:11: error: `docs_dir` leads out"),
    ({}, "x: &x {docs_dir: ../docs}\n<<: *x", "mkdocs.yml:1:18: error: `docs_dir` leads out"),
    ({"base.yml": "docs_dir: ../x"}, "INHERIT: base.yml", "base.yml:1:11: error: `docs_dir` leads out"),
    ({}, "docs_dir: ~/docs", "mkdocs.yml:1:11: error: `docs_dir` '~/docs' begins with ~"),
    ({}, "docs_dir: ..\\docs", "mkdocs.yml:1:11: error: `docs_dir` '..\\\\docs' is written as on Windows alone"),
    ({}, "docs_dir: 'C:/docs'", "mkdocs.yml:1:11: error: `docs_dir` 'C:/docs' is written as on Windows alone"),
    ({}, 'docs_dir: "a\\0b"', "mkdocs.yml:1:11: error: `docs_dir` 'a\\x00b' has a character that cannot be printed"),
    ({}, "site_dir: ../public", "mkdocs.yml:1:11: error: `site_dir` leads out"),
    ({}, "site_dir: .", "mkdocs.yml:1:11: error: `docs_dir` and `site_dir` are one folder, or one lies in the other"),
    ({}, "site_dir: seeds", "mkdocs.yml:1:11: error: `site_dir` and `seeds` are one folder"),
    ({}, "site_dir: Seeds", "mkdocs.yml:1:11: error: `site_dir` and `seeds` are one folder"),
    ({}, "site_dir: seeds/x", "mkdocs.yml:1:11: error: `site_dir` and `seeds` are one folder"),
    ({}, "site_dir: docs/x", "mkdocs.yml:1:11: error: `docs_dir` and `site_dir` are one folder"),
    ({}, "site_dir: templates", "mkdocs.yml:1:11: error: `site_dir` and `templates` are one folder"),
    ({}, "docs_dir: seeds/articles", "mkdocs.yml:1:11: error: `docs_dir` and `seeds` are one folder"),
    ({}, "docs_dir: site/x", "mkdocs.yml:1:11: error: `docs_dir` and `site_dir` are one folder"),
    ({}, "docs_dir: .", "mkdocs.yml:1:11: error: `docs_dir` and `site_dir` are one folder"),
    ({}, "plugins: [{backmatter: {seeds: templates}}]", "mkdocs.yml:1:32: error: `seeds` and `templates` are one"),
    ({}, "plugins: {backmatter: {seeds: .}}", "mkdocs.yml:1:31: error: `docs_dir` and `seeds` are one folder"),
]


@pytest.mark.parametrize(("files", "text", "line"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_or_would_do_harm_stops_every_command(
    tmp_path: Path, files: dict[str, str], text: str, line: str
):
    file = write(tmp_path, files, text)
    started = time.process_time()
    with pytest.raises(sites.SiteError) as caught:
        sites.load(file)
    assert str(caught.value.problem).startswith(line)
    assert "; " in str(caught.value.problem)
    assert time.process_time() - started < 5
    assert [problem for problem in settings.problems(file) if "one folder" in problem.what] == []


def test_a_link_is_judged_by_where_it_leads(tmp_path: Path):
    file = write(tmp_path, {"../else/x": ""}, SOUND)
    (file.parent / "docs").symlink_to(tmp_path / "else")
    with pytest.raises(sites.SiteError, match="`docs_dir` leads out"):
        sites.load(file)
    (file.parent / "docs").unlink()
    (file.parent / "docs").symlink_to("seeds")
    with pytest.raises(sites.SiteError, match="`docs_dir` and `seeds`"):
        sites.load(file)


def test_settings_that_are_a_link_hold_for_the_folder_where_the_link_lies(tmp_path: Path):
    file = write(tmp_path, {"../shared/settings.yml": SOUND}, "")
    file.unlink()
    file.symlink_to("../shared/settings.yml")
    assert sites.load(file).docs == file.parent.resolve() / "docs"


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (["-d", "seeds"], {}, "`site_dir` and `seeds` are one folder"),
        (["-d", "templates/x"], {}, "`site_dir` and `templates` are one folder"),
        ([], {"DOCS": "other"}, "as `docs_dir`, and the pages are written to"),
    ],
)
def test_where_mkdocs_is_led_elsewhere_nothing_is_written(
    tmp_path: Path, arguments: list[str], environment: dict[str, str], words: str
):
    start.new(tmp_path / "new")
    (tmp_path / "new/other").mkdir()
    file = tmp_path / "new/mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("docs_dir: docs", "docs_dir: !ENV [DOCS, docs]")
    file.write_text(text, encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "new").rglob("*")}
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    done = subprocess.run(
        command, cwd=file.parent, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert words in done.stderr + done.stdout
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "new").rglob("*")} == before


def test_a_site_may_be_built_elsewhere_by_whoever_builds_it(tmp_path: Path):
    start.new(tmp_path / "new")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", tmp_path / "public"]
    subprocess.run(command, cwd=tmp_path / "new", check=True, capture_output=True)
    assert (tmp_path / "public/index.html").is_file()


def test_reading_the_settings_runs_nothing(tmp_path: Path):
    start.new(tmp_path / "new")
    file = tmp_path / "new/mkdocs.yml"
    mark = tmp_path / "ran"
    attack = f"extra:\n  a: !!python/object/apply:os.mkdir ['{mark}']\n  b: !!python/name:os.system\n  c: !ENV HOME\n"
    file.write_text(file.read_text(encoding="utf-8") + attack, encoding="utf-8")
    found = check.problems(sites.load(file))
    assert [problem.code for problem in found] == ["setting", "setting", "setting"]
    assert not mark.exists()
    assert os.environ["HOME"] not in "".join(path.read_text(encoding="utf-8") for path in file.parent.rglob("*.md"))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"x{at}: &x{at} [{', '.join([f'*x{at - 1}'] * 9) if at else 'x'}]" for at in range(900)),
        "\n".join(f"x{at}: &x{at} {{<<: [{', '.join([f'*x{at - 1}'] * 9) if at else ''}], a: b}}" for at in range(900)),
        "\n".join(f"x{at}: &x{at} {{k{at}: *x{at - 1}}}" if at else "x0: &x0 a" for at in range(3_000)),
    ],
    ids=["lists", "merges", "a chain"],
)
def test_aliases_that_lead_everywhere_are_looked_at_once(tmp_path: Path, text: str):
    started = time.process_time()
    assert said(tmp_path, f"{text}\n{SOUND}") == []
    assert time.process_time() - started < 5


def test_merges_that_multiply_are_refused(tmp_path: Path):
    first = ", ".join(f"k{at}: 1" for at in range(3_000))
    rows = [f"x{at}: &x{at} {{<<: *x{at - 1}}}" for at in range(1, 1_000)]
    (problem,) = said(tmp_path, f"x0: &x0 {{{first}}}\n" + "\n".join(rows))
    assert "more than 100000 settings are taken over" in problem.what


# What MkDocs itself makes of the same text.

SAME = [
    SOUND,
    "a: yes\nb: 'yes'\nc: 017\nd: ~\ne: [1, x, {y: z}]\nf: |\n  x\n  y\n",
    "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nm: {<<: [*x, *y], c: 5}\nn: {<<: *x, <<: *y}\no: {b: 6, <<: *x}",
    "a: 1\na: 2\n",
    "x: &x {a: {b: c}}\ny: {<<: *x, a: d}",
    "a: !ENV [NOPE, x]\nb: !ENV NOPE\nc: !ENV [NOPE, NEITHER, [x, y]]\n!ENV [NOPE, d]: e\nf: !ENV [NOPE]",
    '"<<": {a: b}\n=: c',
    "\ufeffa: b",
    "a: 'it''s'\nb: \"\\x41\\u00e9\"\nc: x # y\nd: x#y\ne: [a,b]\nf: {a: , b: }\ng: >-\n  x\n  y",
]


def plain(setting: Setting) -> object:
    if setting.is_mapping:
        return {name: plain(value) for name, value in setting.entries.items()}
    return [plain(item) for item in setting.items] if isinstance(setting.value, tuple) else setting.value


def readable(value: object) -> object:
    """Give what MkDocs read without what is read as nothing here: numbers are words for neither."""
    if isinstance(value, dict):
        return {name: readable(each) for name, each in value.items() if isinstance(name, str) and name}
    if isinstance(value, list):
        return [readable(each) for each in value]
    return value if isinstance(value, str | bool) else None


def agrees(file: Path) -> bool:
    """Whether MkDocs reads the same, or what it reads is refused."""
    ours = configuration.read(file)
    if isinstance(ours, Problem):
        return True
    try:
        with file.open("rb") as opened:
            theirs = yaml_load(opened)
    except (ConfigurationError, ValueError, TypeError, LookupError, AttributeError):  # MkDocs stops: nothing is built
        return True
    mine = {name: plain(setting) for name, setting in ours.settings.items()}
    return readable(mine) == readable(theirs)


@pytest.mark.parametrize("text", SAME, ids=range(len(SAME)))
def test_settings_are_read_as_mkdocs_reads_them(tmp_path: Path, text: str):
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    assert isinstance(configuration.read(file), configuration.Configuration)
    assert agrees(file)


def test_settings_are_inherited_as_mkdocs_inherits_them(tmp_path: Path):
    below = "a: {x: 1, y: {z: q, w: w}}\nb: [1]\nc: d\ne: {f: g}"
    above = "INHERIT: base.yml\na: {y: {z: r}, v: u}\nb: [two]\ne: h\ni: {j: k}"
    file = write(tmp_path, {"base.yml": below}, above)
    assert agrees(file)
    read = configuration.read(file)
    assert isinstance(read, configuration.Configuration)
    assert str(read.at("a", "y", "w")).startswith("Setting(value='w', place=Place(path='base.yml', line=1,")
    assert read.at("a", "x", "deeper") is None


NAMES = (
    "docs_dir",
    "site_dir",
    "hooks",
    "theme",
    "plugins",
    "INHERIT",
    "extra_javascript",
    "markdown_extensions",
    "<<",
)
WORDS = (
    *NAMES,
    "seeds",
    "..",
    "~",
    "base.yml",
    "https://evil.example/x.js",
    "name",
    "material",
    "backmatter",
    "a",
    "''",
)
MARKS = (
    "&x ",
    "&y ",
    "!ENV ",
    "!!str ",
    "!!python/name:os.system ",
    "!relative ",
    "!!merge ",
    "!foo ",
    "!!int ",
    "!!map ",
)

words = st.one_of(st.sampled_from(WORDS), st.text(max_size=4).map(repr), st.integers().map(str), st.floats().map(str))
scalars = st.one_of(words, st.sampled_from(("*x", "*y", "", "yes", "2010-13-45", '"\\0"', '"\\ud800"', "1:1:1")))


def flow(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give YAML in one line: lists and mappings of *values*, some with a tag or an anchor."""
    keys = st.one_of(words, st.sampled_from(NAMES), values.map("? {} ".format))
    pairs = st.lists(st.tuples(keys, values).map(": ".join), max_size=4)
    either = st.one_of(
        st.lists(values, max_size=4).map(", ".join).map("[{}]".format), pairs.map(", ".join).map("{{{}}}".format)
    )
    return st.tuples(st.one_of(st.just(""), st.sampled_from(MARKS)), either).map("".join)


values = st.recursive(
    st.tuples(st.one_of(st.just(""), st.sampled_from(MARKS)), scalars).map("".join), flow, max_leaves=12
)
texts = st.one_of(
    st.lists(st.tuples(st.sampled_from(WORDS), values).map(": ".join), max_size=6).map("\n".join), values, st.text()
)


@limits(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, texts)
def test_whatever_the_settings_nothing_but_a_problem_comes_of_them(tmp_path: Path, text: str, base: str):
    for name, content in {"mkdocs.yml": text, "base.yml": base}.items():
        (tmp_path / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    file = tmp_path / "mkdocs.yml"
    for problem in settings.problems(file):
        assert str(problem).isprintable()
    with suppress(sites.SiteError):
        sites.load(file)
    assert agrees(file)


def test_nasty_strings_stay_text_with_every_extension_that_may_be_used():
    names = [name for name in sorted(settings.TESTED) if not name.startswith("material.")]
    for text in nasty.STRINGS:
        html = Markdown(extensions=names).convert(f"{escape.markdown(text)}\n{{ #p1 }}")
        found = seen(html)
        if escape.visible(text):
            assert found.elements == [("p", ("id",))], text
            assert " ".join("".join(found.text).split()) == " ".join(escape.visible(text).split()), text


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://papers.example", "https://papers.example/"),
        ("https://papers.example/a/", "https://papers.example/a/"),
        ("!ENV [SITE_URL, 'https://papers.example/']", "https://papers.example/"),
        ("!ENV [SITE_URL, 'http://127.0.0.1:8000/']", ""),
        ("!ENV SITE_URL", ""),
        ("http://localhost:8000/", ""),
        ("'http://[broken'", ""),
        ("''", ""),
        ("[a, b]", ""),
    ],
)
def test_the_address_is_what_mkdocs_yml_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, address: str
):
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Papers\nsite_url: {setting}\n", encoding="utf-8")
    assert sites.load(tmp_path / "mkdocs.yml").url == address
