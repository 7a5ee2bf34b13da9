"""A site is the same whether its pages are converted fast or as ever: its files, and what MkDocs says of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator import start
from generator.plugin import edit
from tests.trees import tree

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
FRONT = "---\ngenerated: true\ntitle: {}\n---\n\n"
WRONG = """# Wrong &amp; dead

[no page](nowhere.md), [no place](other.md#nowhere), [no place here](#nowhere), [a place](other.md#place),
[no label][nowhere], [absolute](/other.md), [no suffix](other), [a folder](../notes/), [mail](mailto:me@quay.example),
[a file](table.csv), [a draft](draft.md), [left out](left-out.md), [away](https://quay.example/?a=b&c=d).
{ #p1 }
"""
LINE_END, PLACE = "\n", " { #title }\n"
PAGES = {
    "notes/wrong.md": WRONG,
    "notes/places.md": "# Places\n\n[no place](other.md#nowhere), [none here](#none), [here](places.md#title)\n",
    "notes/other.md": "# Other\n\n[actor](../actors/harbour-league.md)\n{ #place }\n\n[back][b]\n\n[b]: places.md#p9\n",
    "notes/other/below.md": "# Below\n\n[up](../other.md#place) [up](../places.md#nothing)\n",
    "notes/draft.md": "# Draft\n\n[other](other.md) [place](places.md)\n",
    "notes/left-out.md": "# Left out\n",
    "actors/own.md": "# Own\n\n[self](own.md) [year](own/2010.md) [beside](harbour-league.md) [next](other.md)\n",
    "actors/other.md": "# Other\n\n[self](other.md) [own](own.md#title) [away](https://quay.example)\n",
    "actors/own/2010.md": "# Year\n\n[up](../own.md#title) [index](../index.md)\n",
    "hand/written.md": "# By hand\n\nSee [other](../notes/other.md#nowhere-either) and ~~~this~~~.\n",
}  # fmt: skip


def site(folder: Path) -> Path:
    """Make the starter's site with pages besides that link to what is there, and to what is not."""
    assert start.new(folder) == ()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=ENVIRONMENT, check=True)
    for path, text in PAGES.items():
        page = folder / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        own = f"{FRONT.format(page.stem)}{text.replace(LINE_END, PLACE, 1)}"
        page.write_text(text if path.startswith("hand") else own, encoding="utf-8")
    (folder / "docs/notes/table.csv").write_text("a\n", encoding="utf-8")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace("- backmatter", BARE)
    (folder / "mkdocs.yml").write_text(f"{settings}\nexclude_docs: left-out.md\n", encoding="utf-8")
    return folder


BARE = "- backmatter: {pagefind: false}"
SLOW = "markdown_extensions:\n  - footnotes"  # not one that pages are converted with, and of no effect on them


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("linked") / "site")


def built(folder: Path, name: str, settings: str, *command: str) -> str:
    """Build the site with these settings, and give what was said."""
    (folder / f"{name}.yml").write_text(settings, encoding="utf-8")
    arguments = [sys.executable, "-m", *command, "-f", f"{name}.yml", "-d", f"site-{name}"]
    done = subprocess.run(arguments, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    return re.sub(r"in [\d.]+ seconds", "", done.stderr.replace(f"site-{name}", "site"))


def same_both_ways(folder: Path, *command: str, settings: str = "", slow: tuple[str, str]) -> None:
    """Build the site fast and slow, and compare the sites and what was said."""
    fast_settings = settings or (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert slow[0] in fast_settings
    logs = [
        built(folder, name, written, *command)
        for name, written in (("fast", fast_settings), ("slow", fast_settings.replace(*slow, 1)))
    ]
    assert logs[0] == logs[1]
    fast, usual = ({path.relative_to(folder / name): path for path in (folder / name).rglob("*") if path.is_file()}
                   for name in ("site-fast", "site-slow"))  # fmt: skip
    assert fast.keys() == usual.keys()
    for path, made in fast.items():
        if path.suffix == ".html":
            assert tree(made.read_text(encoding="utf-8")) == tree(usual[path].read_text(encoding="utf-8")), path
        else:
            assert made.read_bytes() == usual[path].read_bytes(), path


PREVIEWS = "            exclude: [notes/other.md]\n            include:\n              - notes/*\n"
EXTENSIONS = ("markdown_extensions:", SLOW)


@pytest.mark.parametrize(
    "command", [("mkdocs", "build"), ("properdocs", "build"), ("mkdocs", "build", "--dirty")], ids=" ".join
)
def test_the_site_and_its_warnings_are_the_same(linked: Path, command: tuple[str, ...]):
    same_both_ways(linked, *command, slow=EXTENSIONS)


@pytest.mark.parametrize(
    ("setting", "instead"),
    [
        ("nav:", "use_directory_urls: false\nnav:"),
        ("nav:", "draft_docs: draft.md\nnav:"),
        ("nav:", "repo_url: https://github.com/quay/site\nedit_uri: edit/main/docs/\nnav:"),
        ("            include:\n", PREVIEWS),
        ("anchors: warn", "anchors: info"),
        ("  - toc:\n", "  - toc:\n      baselevel: 2\n"),
    ],
    ids=["file-urls", "drafts", "edit", "previews", "quiet-anchors", "other-headings"],
)  # fmt: skip
def test_it_is_the_same_with_other_settings(linked: Path, setting: str, instead: str):
    settings = (linked / "mkdocs.yml").read_text(encoding="utf-8")
    assert setting in settings
    same_both_ways(linked, "mkdocs", "build", settings=settings.replace(setting, instead, 1), slow=EXTENSIONS)


HOOK = (
    "def on_page_markdown(markdown, **_):\n    return markdown.replace('here', 'there') + '\\n\\nWords *besides*.\\n'\n"
)


def test_what_a_plugin_makes_of_the_markdown_is_converted(linked: Path):
    (linked / "hook.py").write_text(HOOK, encoding="utf-8")
    settings = (linked / "mkdocs.yml").read_text(encoding="utf-8")
    same_both_ways(linked, "mkdocs", "build", settings=f"{settings}\nhooks: [hook.py]\n", slow=EXTENSIONS)
    page = (linked / "site-fast/notes/places/index.html").read_text(encoding="utf-8")
    assert "<p>Words <em>besides</em>.</p>" in page
    assert ">there</a>" in page


def test_our_pages_are_converted_fast_and_those_of_people_as_ever(linked: Path):
    settings = (linked / "mkdocs.yml").read_text(encoding="utf-8")
    built(linked, "fast", settings, "mkdocs", "build")
    fast = '" class="headerlink"'  # Python-Markdown has the class first
    for path, ours in (("notes/places", True), ("actors/own", True), ("hand/written", False), ("notes/wrong", False)):
        page = (linked / f"site-fast/{path}/index.html").read_text(encoding="utf-8")
        assert (fast in page) is ours, path


def test_the_warnings_are_those_of_mkdocs(linked: Path):
    log = built(linked, "fast", (linked / "mkdocs.yml").read_text(encoding="utf-8"), "mkdocs", "build")
    for said in (
        "'nowhere.md'",
        "'other.md#nowhere'",
        "'#nowhere'",
        "'other'",
        "'places.md#p9'",
        "'notes/left-out.md'",
    ):
        assert said in log


@pytest.mark.parametrize(
    ("settings", "leads"),
    [
        ({}, None),
        (
            {"repo_url": "https://github.com/quay/site"},
            "https://github.com/quay/site/edit/master/seeds/articles/a b.txt",
        ),
        (
            {"repo_url": "https://github.com/quay/site/", "edit_uri": "blob/main/docs/"},
            "https://github.com/quay/site/blob/main/seeds/articles/a b.txt",
        ),
        (
            {"repo_url": "https://quay.example/site", "edit_uri": "?query=root/docs/"},
            "https://quay.example/site?query=root/seeds/articles/a b.txt",
        ),
        ({"edit_uri_template": "https://quay.example/{path!q}"}, None),
        ({"edit_uri_template": "https://quay.example/docs/{path_noext}"}, "https://quay.example/seeds/articles/a b"),
    ],
)
def test_an_article_is_edited_in_its_seed(tmp_path: Path, settings: dict[str, str], leads: str | None):
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict({"site_name": "Quay", "docs_dir": "docs", **settings})
    (tmp_path / "docs").mkdir()
    config.validate()
    meta = {"seed": {"path": "articles/a b.txt"}}
    found = edit.address(meta, tmp_path / "seeds", config)
    assert found == leads
