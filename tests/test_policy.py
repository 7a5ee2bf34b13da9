"""The site satisfies its own Content-Security-Policy in a browser, and what does not belong there does not run."""

import base64
import hashlib
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.publish.policy import policy
from tests.browser import ARTICLE, KINDS, Watch, search, served

POLICY = '<meta http-equiv="Content-Security-Policy"'


# printf alert(1) | openssl dgst -sha256 -binary | base64
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
RULES = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self';"
    " worker-src 'self'; form-action 'self'; base-uri 'none'"
)


def digest(script: str) -> str:
    return f" 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<p>x</p>", []),
        ('<script src="x.js"></script>', []),
        ("<script>a</script>", ["a"]),
        ("<script></script>", [""]),
        ("<script>\na()\nb()\n</script>", ["\na()\nb()\n"]),
        ("<script>a</script> <script>é</script> <script>a</script>", ["a", "é"]),
        ("<noscript>a</noscript><script>b</script>", ["b"]),
        ("<script>a</scripts>b</script>", ["a</scripts>b"]),
    ],
)
def test_a_policy_allows_what_is_our_own_and_each_inline_script_by_its_digest(html: str, scripts: list[str]):
    assert policy([html]) == RULES.format("".join(map(digest, scripts)))


def test_a_policy_names_each_inline_script_once():
    said = policy(["<script>alert(1)</script>", "<p>x</p>", "<script>alert(1)</script>"])
    assert said == RULES.format(f" {ALERT}")


@pytest.mark.browser
def test_every_kind_of_page_satisfies_the_policy(built: Path, chromium: Browser):
    with served(built) as base, chromium.new_context() as context:
        page = context.new_page()
        watch = Watch(page, base)
        for path in KINDS:
            page.goto(f"{base}{path}")
            page.wait_for_load_state("networkidle")
            assert POLICY in page.content().replace("'", '"')
        page.goto(f"{base}{ARTICLE}")
        page.click("label.md-header__button[for=__palette_1], label.md-header__button[for=__palette_0]")
        search(page, "Rogozin")
        page.goto(f"{base}search/?words=olive&outlet=Interfax")
        expect(page.locator("#finder-found a")).to_have_text(["Moscow’s CSTO Olive Branch to NATO"])
    assert watch.seen == []


@pytest.mark.browser
def test_what_does_not_belong_to_the_site_does_not_run(built: Path, tmp_path: Path, chromium: Browser):
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    home = copy / "index.html"
    attack = "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">"
    html = home.read_text(encoding="utf-8")
    home.write_text(html.replace("</article>", f"{attack}</article>"), encoding="utf-8")
    with served(copy) as base, chromium.new_context() as context:
        page = context.new_page()
        watch = Watch(page, base)
        page.goto(base, wait_until="networkidle")
        assert page.title() != "ran"
        assert len([said for said in watch.seen if "Content Security Policy" in said]) == 2
        home.write_text(home.read_text(encoding="utf-8").replace(POLICY, "<meta"), encoding="utf-8")
        page.goto(f"{base}?anew", wait_until="networkidle")
        assert page.title() == "ran"
