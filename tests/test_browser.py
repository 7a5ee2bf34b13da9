"""What a reader can do, with the mouse, the keyboard, a small screen, a screen reader, or without scripts."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import ARTICLE, KINDS

pytestmark = pytest.mark.browser

BORDYUZHA = ".article-text a[href$='#nikolai-bordyuzha']"
CARD = ".md-tooltip2--active[role=dialog]"
FOCUS_SHOWS = """() => {
  const at = document.activeElement, shown = at.matches(".md-option") ? at.nextElementSibling : at;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  return style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 1 && box.bottom > 0 && box.top < innerHeight;
}"""


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield context.new_page()
    context.close()


def watched(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """Give a page and the list of what goes wrong on it: what is asked of another host, what the console says."""
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url))
    return page, wrong


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_every_kind_of_page_is_accessible_private_and_fits(chromium: Browser, address: str, scheme: str, width: int):
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=address)  # type: ignore[arg-type]
    page, wrong = watched(context, address)
    for path in KINDS:
        page.goto(path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        violations = Axe().run(page).response["violations"]
        wrong += [f"{path}: {found['id']}: {found['nodes'][0]['html']}" for found in violations]
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong += [f"{path}: {wider} pixels too wide"] if wider > 0 else []
    context.close()
    assert not wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_card_is_accessible(chromium: Browser, address: str, scheme: str):
    context = chromium.new_context(color_scheme=scheme, reduced_motion="reduce", base_url=address)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(ARTICLE)
    page.locator(BORDYUZHA).first.focus()
    expect(page.locator(CARD)).to_contain_text("CSTO")
    assert not Axe().run(page).response["violations"]
    context.close()


def test_from_the_home_page_to_an_actor_and_back_to_the_paragraph(page: Page):
    page.goto("")
    page.get_by_role("link", name="Moscow’s CSTO Olive Branch to NATO").click()
    page.locator(BORDYUZHA).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nikolai Bordyuzha")
    page.locator("figure.said a", has_text="¶5").first.click()
    expect(page.locator("#other-csto-members")).to_be_in_viewport()
    assert page.url.endswith(f"{ARTICLE}#other-csto-members")


@pytest.mark.parametrize(
    ("words", "found"), [("backburner", "Moscow’s CSTO Olive Branch to NATO"), ("Ragozin", "Dmitry Rogozin")]
)
def test_search_finds_an_article_by_a_word_and_an_actor_by_an_alias(page: Page, words: str, found: str):
    page.goto("", wait_until="networkidle")
    page.get_by_role("searchbox", name="Search").click()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/search/?words={words}")
    expect(page.locator("#finder-found a").first).to_have_text(found)


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize(("path", "field"), [(ARTICLE, ".finder input"), ("search/", "#finder-words")])
def test_the_keys_that_readers_know_lead_to_the_search(page: Page, keys: str, path: str, field: str):
    page.goto(path, wait_until="networkidle")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(keys)
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_have_value("")
    page.keyboard.type("a/b")
    expect(page.locator(field)).to_have_value("a/b")


def test_nothing_of_the_search_is_loaded_before_its_page(page: Page):
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", ARTICLE):
        page.goto(path, wait_until="networkidle")
        page.locator(".finder input").focus()
        page.keyboard.type("olive")
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url or "pagefind" in url] == []
    page.keyboard.press("Enter")
    expect(page.locator("#finder-found a").first).to_be_visible()
    assert [url for url in asked if "pagefind" in url]


@pytest.mark.parametrize("width", [320, 390, 959, 960, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_field_is_on_the_screen_at_any_width_and_can_be_typed_in(
    chromium: Browser, address: str, width: int, *, scripts: bool
):
    size = {"width": width, "height": 800}
    with chromium.new_context(viewport=size, base_url=address, java_script_enabled=scripts) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(ARTICLE)
        field = page.get_by_role("searchbox", name="Search")
        box = field.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert min(box["width"], box["height"]) >= 24  # WCAG 2.2, 2.5.8
        field.click()
        page.keyboard.type("olive branch")
        typed = field.bounding_box()
        assert typed is not None
        assert typed["width"] >= 200
        assert typed["x"] + typed["width"] <= width
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?words=olive+branch")


def test_the_keyboard_leads_from_search_to_the_card_the_actor_and_the_paragraph(page: Page):
    def press(key: str) -> None:
        page.keyboard.press(key)
        assert page.evaluate(FOCUS_SHOWS), page.evaluate("document.activeElement.outerHTML")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    page.goto("", wait_until="networkidle")
    tab_to(".finder input")
    page.keyboard.type("backburner")
    page.keyboard.press("Enter")
    expect(page.locator("#finder-found a").first).to_be_visible()
    tab_to("#finder-found a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    page.wait_for_load_state()
    tab_to(BORDYUZHA)
    expect(page.locator(CARD)).to_contain_text("Nikolai Bordyuzha")
    press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/nikolai-bordyuzha/**")
    page.wait_for_load_state()
    tab_to(".in-article ~ ul a[href$='#one-year-after']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**#one-year-after")
    expect(page.locator("#one-year-after")).to_be_in_viewport()


def test_a_paragraph_gives_its_link_and_says_so(page: Page, address: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    page.goto(ARTICLE)
    page.locator("#bordyuzha-advocates-multilateral").hover()
    page.get_by_label("Copy the link to paragraph 3").click()
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{ARTICLE}#bordyuzha-advocates-multilateral"


def test_every_paragraph_has_the_number_that_links_to_it_say(page: Page):
    page.goto(ARTICLE)
    labels = "[...document.querySelectorAll('a.para')].map(mark => [mark.hash, mark.getAttribute('aria-label')])"
    marks = {anchor: said.rpartition(" ")[2] for anchor, said in page.evaluate(labels)}
    links = page.evaluate("[...document.querySelectorAll('#overview td a')].map(link => [link.hash, link.textContent])")
    told = {(anchor, said) for anchor, said in links if said.startswith("¶")}
    assert len(told) > 8
    assert {(anchor, f"¶{marks[anchor]}") for anchor, _ in told} == told


def test_what_was_lost_leads_to_the_line_that_says_so(page: Page):
    page.goto(ARTICLE)
    page.locator("#i-remain-concerned a[href^='#lost.']").click()
    expect(page.locator(":target")).to_contain_text("lost its source")


def test_all_can_be_read_without_scripts(chromium: Browser, address: str):
    context = chromium.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("")
    page.get_by_role("link", name="Moscow’s CSTO Olive Branch to NATO").click()
    expect(page.locator(".article-text")).to_contain_text("One year after the “reset” policy")
    page.get_by_text("In this article").click()
    expect(page.get_by_role("table").first).to_be_visible()
    page.locator(".article-text a[href*='sources/interfax']").first.click()
    expect(page.locator(":target")).to_contain_text("Interfax, 4 February 2010")
    page.goto("network/")
    page.locator("svg a text", has_text="Nikolai Bordyuzha").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nikolai Bordyuzha")
    context.close()
