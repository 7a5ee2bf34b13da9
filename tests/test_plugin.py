"""What MkDocs does with the plugin: docs/ is brought up to date first, and serving follows what is saved."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator import start
from generator.plugin import BackmatterPlugin
from generator.site import packaged_templates

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
SLUG = "the-quay-that-two-towns-share"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert start.new(tmp_path / "new") == ()
    return tmp_path / "new"


def mkdocs(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=site, env=ENVIRONMENT, check=False, capture_output=True, text=True)


def change(site: Path, old: str, new: str) -> None:
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_mkdocs_build_alone_publishes_what_is_in_seeds(site: Path):
    (site / "seeds/articles/second.txt").write_text("Second Tale\n\nAda Vantongeren went home.\n", encoding="utf-8")
    done = mkdocs(site, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert (site / "site/articles/second-tale/index.html").is_file()
    assert (site / "site/pagefind/pagefind.js").is_file()


def test_a_warning_does_not_fail_a_strict_build_and_is_shown(site: Path):
    (site / "seeds/articles/second.txt").write_text(
        "Second Tale\n\nAda Vantongeren went home with the pilot (, December 6). Nobody saw them.\n", encoding="utf-8"
    )
    done = mkdocs(site, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "INFO    -  seeds/articles/second.txt:3:" in done.stderr


def test_an_error_fails_a_strict_build_and_the_others_are_built(site: Path):
    (site / "seeds/articles/empty.txt").write_bytes(b"")
    done = mkdocs(site, "build", "--strict")
    assert done.returncode == 1
    assert "WARNING -  seeds/articles/empty.txt" in done.stderr
    assert mkdocs(site, "build").returncode == 0
    assert (site / f"site/articles/{SLUG}/index.html").is_file()


def test_a_build_that_is_not_strict_says_at_the_end_what_it_did_not_use(site: Path):
    for name, text in {"empty.txt": "", "torn.txt": f"Tale\n\n{TORN}"}.items():
        (site / "seeds/articles" / name).write_text(text, encoding="utf-8")
    done = mkdocs(site, "build")
    warnings = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert done.returncode == 0
    assert warnings[0].startswith("WARNING -  seeds/articles/empty.txt:1:1: error: ")
    assert warnings[1].startswith("WARNING -  seeds/articles/torn.txt:3:1: error: the marks of a merge stand here")
    said = "2 files, each named above, were not used: the site has them as before, or not at all"
    assert warnings[2:] == [f"WARNING -  {said}"]
    (site / "seeds/articles/torn.txt").unlink()
    assert "WARNING -  1 file, named above, was not used: the site has it as before" in mkdocs(site, "build").stderr


TORN = "<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch\n"


def test_no_mark_of_a_merge_is_published(site: Path):
    pages = [site / "docs/articles" / f"{SLUG}.md", site / "docs/actors/index.md", site / "docs/assets/search.js"]
    for page in pages:
        page.write_text(page.read_text(encoding="utf-8") + TORN, encoding="utf-8")
    seed = site / f"seeds/articles/{SLUG}.txt"
    seed.write_text(seed.read_text(encoding="utf-8") + TORN, encoding="utf-8")
    done = mkdocs(site, "build")
    assert done.returncode == 0, done.stderr
    assert f"WARNING -  seeds/articles/{SLUG}.txt:" in done.stderr
    published = [path for path in (site / "site").rglob("*") if path.suffix in {".html", ".csv", ".json"}]
    assert [path for path in published if "HEAD" in path.read_text(encoding="utf-8")] == []


def test_the_feature_that_makes_text_markup_is_left_out_and_said(site: Path):
    change(site, "  features:\n", "  features:\n    - content.tooltips\n")
    change(site, "extra_javascript:\n  - assets/backmatter.js\n", "")
    done = mkdocs(site, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "content.tooltips is left out" in done.stderr
    home = (site / "site/index.html").read_text(encoding="utf-8")
    assert "content.tooltips" not in home
    assert "toc.follow" in home


@pytest.mark.parametrize(
    ("features", "left"),
    [
        ("    - toc.follow\n    - content.tooltips\n", ["toc.follow"]),
        ("    - content.tooltips\n", []),
        ("    - toc.follow\n", ["toc.follow"]),
        ("", None),
    ],
)
def test_the_other_features_stay(tmp_path: Path, features: str, left: list[str] | None):
    path = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    path.write_text(f"site_name: x\ntheme:\n  name: material\n  features:\n{features}", encoding="utf-8")
    config = load_config(str(path))
    plugin = BackmatterPlugin()
    assert plugin.on_config(config).theme["features"] == left
    plugin.on_shutdown()


def test_settings_that_cannot_be_stop_the_build_without_a_traceback(site: Path):
    change(site, "  - backmatter\n", "  - backmatter:\n      link: everywhere\n")
    done = mkdocs(site, "build")
    assert done.returncode == 1
    assert "everywhere" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_pagefind_can_be_left_out(site: Path):
    change(site, "  - backmatter\n", "  - backmatter:\n      pagefind: false\n")
    assert mkdocs(site, "build", "--strict").returncode == 0
    assert not (site / "site/pagefind").exists()


def test_a_page_that_a_person_wrote_is_built_and_kept(site: Path):
    (site / "docs/about.md").write_text("# About\n\nWords.\n", encoding="utf-8")
    change(site, "  - Chronology: chronology.md\n", "  - Chronology: chronology.md\n  - About: about.md\n")
    assert mkdocs(site, "build", "--strict").returncode == 0
    assert (site / "site/about/index.html").is_file()
    assert (site / "docs/about.md").read_text(encoding="utf-8") == "# About\n\nWords.\n"


def test_settings_that_only_mkdocs_can_read_are_one_line(site: Path):
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8"), encoding="utf-16")
    done = mkdocs(site, "build")
    assert done.returncode == 1
    assert "mkdocs.yml: error: cannot be read: it is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_an_address_there_are_no_feeds(site: Path):
    change(site, "site_url:", "# site_url:")
    assert mkdocs(site, "build", "--strict").returncode == 0
    assert not list((site / "site").glob("feed*"))
    assert (site / "site/index.html").is_file()


def test_where_the_site_cannot_be_indexed_a_warning_says_so(site: Path):
    (site / "docs/pagefind").write_text("in the way\n", encoding="utf-8")
    done = mkdocs(site, "build")
    assert "WARNING -  Pagefind could not index the site: " in done.stderr
    assert mkdocs(site, "build", "--strict").returncode == 1


LEFT = "INFO    -  the theme's plugin search is left without effect"


@pytest.mark.parametrize(
    ("plugins", "said"),
    [
        ("  - backmatter\n", 0),
        ("  - search\n  - backmatter\n", 1),
        ("  - backmatter\n  - search\n", 1),
        ("  - material/search: {lang: en}\n  - backmatter: {pagefind: false}\n", 1),
        ("  - search: {enabled: false}\n  - backmatter\n", 0),
    ],
)
def test_the_themes_own_search_is_neither_built_nor_shown(site: Path, plugins: str, said: int):
    change(site, "  - backmatter\n", plugins)
    done = mkdocs(site, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(LEFT) == said
    assert [path.name for path in (site / "site/search").iterdir()] == ["index.html"]
    home = (site / "site/index.html").read_text(encoding="utf-8")
    assert "md-search" not in home
    assert home.count('action="search/"') == ("pagefind: false" not in plugins)


def test_the_field_in_the_header_leads_to_the_search_page_from_everywhere(site: Path):
    change(site, "docs_dir: docs\n", "docs_dir: docs\nuse_directory_urls: false\nrepo_url: https://example.org/x\n")
    assert mkdocs(site, "build", "--strict").returncode == 0
    for path in ("index.html", f"articles/{SLUG}.html", "404.html"):
        text = (site / "site" / path).read_text(encoding="utf-8")
        action = text.partition('action="')[2].partition('"')[0]
        assert (
            Path(site / "site" / path).parent.joinpath(action.removeprefix("/")).resolve() == site / "site/search.html"
        )
        header = text.partition("<header")[2].partition("</header>")[0]
        assert header.count('role="search"') == 1


def test_a_theme_that_has_the_overrides_already_gets_them_once():
    config = load_config(str(Path(__file__).parent.parent / "mkdocs.yml"))
    overrides = str(packaged_templates() / "theme")
    plugin = BackmatterPlugin()
    before = [folder for folder in config.theme.dirs if folder != overrides]
    assert plugin.on_config(plugin.on_config(config)).theme.dirs == [overrides, *before]
    plugin.on_shutdown()


def fetched(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
            return answer.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def until(true, what: str) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    pytest.fail(f"not within 30 seconds: {what}")


def builds(log: Path) -> int:
    return log.read_text(encoding="utf-8").count("Documentation built")


def test_serving_follows_a_seed_and_a_template_without_a_loop(site: Path, tmp_path: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"
    (site / "templates").mkdir()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", address]
    with log.open("w") as to, subprocess.Popen(command, cwd=site, env=ENVIRONMENT, stderr=to, stdout=to) as served:
        try:
            page = f"http://{address}/articles/{SLUG}/"
            until(lambda: "quay" in fetched(page), "the page")
            until(lambda: fetched(f"http://{address}/pagefind/pagefind.js"), "the index of the search page")
            seed = site / f"seeds/articles/{SLUG}.txt"
            seed.write_text(seed.read_text(encoding="utf-8").replace("is simple", "is bold"), encoding="utf-8")
            until(lambda: "is bold" in fetched(page), "the saved seed")
            template = Path(__file__).parent.parent / "templates/article.md.jinja"
            own = template.read_text(encoding="utf-8") + "\nWords of this site.\n"
            (site / "templates/article.md.jinja").write_text(own, encoding="utf-8")
            until(lambda: "Words of this site." in fetched(page), "the saved template")
            counts = [builds(log)]
            while len(set(counts[-4:])) > 1 or len(counts) < 4:  # until none was added for three seconds
                time.sleep(1)
                counts.append(builds(log))
            assert counts[-1] <= 5
        finally:
            served.terminate()  # an interrupt is ignored by what a shell started in the background
            served.wait(timeout=30)
    assert "Traceback" not in log.read_text(encoding="utf-8")
