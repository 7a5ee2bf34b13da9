"""Pages filled from shells are, byte for byte, those that the theme's template gives."""

from pathlib import Path

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config

from generator import start

ARTICLE = """---
title: {title}
{front}---

The Harbour League met on {day} March {year}.
It said that the quay is “too short for {at} ships” (Polar Post, March {day}).

Ilmar Tarvainen of the Harbour League spoke of {title} in Selonia (Interport, May {day}).
"""
FRONTS = (
    "",
    "date: 2003-05-02\n",
    "date: 2004\nauthors: [Ada Vantongeren, 'Oskar <b>Tarvainen</b>']\n",
    "description: 'A quay & a \"pier\" <i>seen</i>'\nlanguage: fa\n",
    "publication: Orbit Weekly\nvolume: 3\nissue: {at}\n",
)
# Counts how often the template was filled, and lets shells be left out: what takes its turn last has the last word.
HOOK = """
from pathlib import Path

count = 0

def tick():
    global count
    count += 1
    return ""

def on_pre_build(**_):
    global count
    count = 0

def on_env(env, config, **_):
    env.globals["tick"] = tick
    return env.linked_to if config.extra.get("plain") else env

def on_post_build(config):
    Path(config.config_file_path).with_name("count").write_text(str(count))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a site of articles that differ in what they tell of themselves."""
    folder = tmp_path_factory.mktemp("shells") / "site"
    assert start.new(folder) == ()
    for at in range(30):
        front = FRONTS[at % len(FRONTS)].format(at=at)
        title = ("Plain pier {}", "“A & B” <i>{}</i>", "Quay's \\\\ {}")[at % 3].format(at)
        text = ARTICLE.format(
            title=f"'{title.replace(chr(39), chr(39) * 2)}'", front=front, day=1 + at % 28, year=2000 + at % 4, at=at
        )
        (folder / f"seeds/articles/quay-{at}.txt").write_text(text, encoding="utf-8")
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    (folder / "theme/partials").mkdir(parents=True)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  - search\n", "").replace("- backmatter", "- backmatter: {pagefind: false}")
    settings = settings.replace("  name: material", "  name: material\n  custom_dir: theme")
    (folder / "mkdocs.yml").write_text(f"{settings}\nhooks: [hook.py]\n", encoding="utf-8")
    return folder


def built(folder: Path, name: str, settings: str) -> tuple[dict[str, bytes], int]:
    """Build the site, and give its pages and how many of them the template was filled for."""
    (folder / f"{name}.yml").write_text(settings, encoding="utf-8")
    config = load_config(str(folder / f"{name}.yml"), site_dir=str(folder / name))
    build.build(config)
    pages = {path.relative_to(folder / name).as_posix(): path.read_bytes() for path in (folder / name).rglob("*.html")}
    return pages, int((folder / "count").read_text(encoding="utf-8"))


def shells_give_the_same(folder: Path, settings: str, comments: str) -> float:
    """Compare a site with shells and without, and give for which part of its pages the template was filled."""
    (folder / "theme/partials/comments.html").write_text(f"{{{{ tick() }}}}{comments}", encoding="utf-8")
    plain, every = built(folder, "plain", f"{settings}extra: {{plain: true}}\n")
    shelled, filled = built(folder, "shelled", settings)
    assert plain.keys() == shelled.keys()
    assert [path for path in plain if plain[path] != shelled[path]] == []
    return filled / every


@pytest.mark.parametrize(
    ("setting", "instead"),
    [
        ("", ""),
        ("nav:\n", "nav:\n  - Deep:\n      - Deeper: [quotations.md, actors/types/organization.md]\n"),
        ("features:\n", "features:\n    - content.action.edit\n    - navigation.path\n    - toc.integrate\n"),
        ("features:\n", "features:\n    - content.action.view\n"),
        ("site_name:", "repo_url: https://github.com/quay/site\nedit_uri: edit/main/docs/\nsite_name:"),
        ("docs_dir:", "use_directory_urls: false\ndocs_dir:"),
        ("site_url:", "x-none:"),
    ],
    ids=["as-it-is", "deep-navigation", "features", "view", "edit", "file-urls", "no-address"],
)  # fmt: skip
def test_a_site_is_the_same(site: Path, setting: str, instead: str):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    assert setting in settings
    part = shells_give_the_same(site, settings.replace(setting, instead, 1) if setting else settings, "")
    assert part < 0.75


@pytest.mark.parametrize(
    "comments",
    [
        "{{ page.url }}",
        "{{ page.title | upper }}",
        "{{ page.title[:3] }}",
        "{{ page.title | length }}",
        "{{ page.meta.date }}",
        "{{ page.meta.items() | list | length }}",
        "{{ page.meta.description or page.title | e }}",
        "{% if page.meta.volume %}{{ page.meta.authors | join }}{% endif %}",
        "{% if '<em>' in page.content %}x{% endif %}",
        "{{ page.content | striptags | truncate(30) }}",
        "{% for one in page.toc %}{{ one.title }}{% endfor %}",
        "{{ page.file.src_uri }}",
        "{{ page.canonical_url | replace('a', 'b') }}",
        "{{ 'actors/harbour-league/' | url }}",
        "{{ page.meta | tojson }}",
        "{{ page.title.split('zz')[0] | tojson }} {{ page.edit_url.split('/')[2] if page.edit_url }}",
        "{% include 'partials/toc.html' %}",
    ],
)
def test_whatever_a_theme_does_with_a_page_it_is_the_same(site: Path, comments: str):
    shells_give_the_same(site, (site / "mkdocs.yml").read_text(encoding="utf-8"), comments)
