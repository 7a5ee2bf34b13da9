"""What machines read of a built site: records, linked data, feeds, sitemap, pictures; a clock shows nowhere."""

import gzip
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urljoin

import feedparser
import lxml.etree
import lxml.html
import msgspec
import pytest
import schema_org
from pyld import jsonld

from generator import escape, start
from generator.publish import feeds, picture
from generator.publish.feeds import Entry, Feed
from tests import nasty

HOME = "https://archive.example/papers/"
EVIL = "</title><script>alert(1)</script> & “50%” {x}"
ARTICLES = {
    "day": {"title": "A Day", "date": "2010-02-04", "authors": ["Ada Vantongeren", "Quay Watch Staff"],
            "publication": "Orbit Weekly", "volume": 10, "issue": 3, "language": "en-GB"},
    "month": {"title": "A Month", "date": "2010-03", "publication": "Orbit Weekly"},
    "year": {"title": "A Year", "date": "2010", "url": "https://elsewhere.example/a?b=c"},
    "never": {"title": "Never"},
    "evil": {"title": EVIL, "date": "2011-01-01", "authors": [EVIL], "publication": EVIL, "description": EVIL},
}  # fmt: skip
TEXT = (
    "\n\nAda Vantongeren met the Harbour League at the quay (Polar Post, February 3).\n\n"
    "“We agree on the quay,” Vantongeren said (Polar Post, February 3; OW, January 5).\n"
)


def build(root: Path) -> Path:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": HOME}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    subprocess.run(command, cwd=root, env=environment, check=True)
    return root / "site"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("machines") / "new"
    start.new(folder)
    for name, meta in ARTICLES.items():
        front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items())
        text = f"---\n{front}---\n{TEXT}"
        (folder / f"seeds/articles/{name}.txt").write_text(text, encoding="utf-8")
    heading = "# &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n\nWords.\n"
    (folder / "docs/about.md").write_text(heading, encoding="utf-8")
    series = {"orbit-weekly": {"name": "Orbit Weekly", "publisher": "Quay & Sons", "issn": "1234-5679"}}
    (folder / "seeds/publications.yml").write_text(json.dumps(series), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    return build(root)


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def article(site: Path, title: str) -> tuple[str, lxml.html.HtmlElement]:
    for path in sorted(site.glob("articles/*/index.html")):
        found = page(site, str(path.parent.relative_to(site)))
        if found.findtext(".//title").startswith(f"{title} - "):
            return f"{HOME}articles/{path.parent.name}/", found
    raise LookupError(title)


def metas(found: lxml.html.HtmlElement) -> dict[str, list[str]]:
    """Give the meta tags by name or property, as Zotero's translator for embedded metadata reads them."""
    tags: dict[str, list[str]] = {}
    for tag in found.iterfind(".//head/meta"):
        name = tag.get("name") or tag.get("property")
        if name:
            tags.setdefault(name, []).append(tag.get("content"))
    return tags


def test_a_reference_manager_finds_the_whole_record(site: Path):
    address, found = article(site, "A Day")
    tags = metas(found)
    expected = {
        "citation_title": ["A Day"],
        "citation_author": ["Ada Vantongeren", "Quay Watch Staff"],
        "citation_journal_title": ["Orbit Weekly"],
        "citation_publisher": ["Quay & Sons"],
        "citation_issn": ["1234-5679"],
        "citation_volume": ["10"],
        "citation_issue": ["3"],
        "citation_publication_date": ["2010/02/04"],
        "citation_language": ["en-GB"],
        "citation_public_url": [address],
        "citation_abstract_html_url": [address],
        "DC.title": ["A Day"],
        "DC.creator": ["Ada Vantongeren", "Quay Watch Staff"],
        "DC.date": ["2010-02-04"],
        "DC.publisher": ["Quay & Sons"],
        "DC.language": ["en-GB"],
        "DC.identifier": [address],
        "og:title": ["A Day"],
        "og:type": ["article"],
        "og:url": [address],
        "og:description": ["Ada Vantongeren met the Harbour League at the quay (Polar Post, February 3)."],
        "article:published_time": ["2010-02-04"],
    }
    assert {name: tags.get(name) for name in expected} == expected
    assert [link.get("href") for link in found.iterfind(".//link[@rel='canonical']")] == [address]
    coins = parse_qs(found.find(".//span[@class='Z3988']").get("title"))
    for field, value in {"atitle": "A Day", "jtitle": "Orbit Weekly", "volume": "10", "issue": "3", "issn": "1234-5679",
                         "date": "2010-02-04", "aulast": "Vantongeren", "aufirst": "Ada"}.items():  # fmt: skip
        assert coins[f"rft.{field}"] == [value]
    assert coins["rft.au"] == ["Ada Vantongeren", "Quay Watch Staff"]


@pytest.mark.parametrize(("title", "day"), [("A Month", ["2010/03"]), ("A Year", ["2010"]), ("Never", None)])
def test_no_date_is_more_exact_than_is_known(site: Path, title: str, day: list[str] | None):
    tags = metas(article(site, title)[1])
    assert tags.get("citation_publication_date") == day
    assert "article:published_time" not in tags


def test_titles_are_text_wherever_they_stand(site: Path):
    _, found = article(site, EVIL)
    tags = metas(found)
    for name in ("citation_title", "citation_author", "citation_journal_title", "og:title", "og:description"):
        assert tags[name] == [EVIL]
    for path in site.rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path


def test_a_heading_of_a_page_that_a_person_wrote_is_text(site: Path):
    written = (site / "about/index.html").read_text(encoding="utf-8")
    assert "<title>&lt;/title&gt;&lt;script&gt;" in written


# Linked data.


def scripts(found: lxml.html.HtmlElement) -> Iterator[dict[str, object]]:
    for script in found.iterfind(".//script[@type='application/ld+json']"):
        yield json.loads(script.text)


def own_context(url: str, _options: object) -> dict[str, object]:
    """Give what the context of schema.org says of the properties that we use: names are its own, some are addresses."""
    assert url.rstrip("/") == "https://schema.org"
    links = {name: {"@type": "@id"} for name in ("url", "sameAs")}
    context = {"@vocab": "https://schema.org/", **links}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}


def model(node: object, key: str = "") -> object:
    """Give the node as schema-org-py has it, which refuses properties and values that schema.org does not know."""
    if isinstance(node, list):
        return [model(inner, key) for inner in node]
    if isinstance(node, str) and key.startswith("date"):
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", node)
        return date.fromisoformat((node + "-01-01")[:10])
    if not isinstance(node, dict):
        return node
    kind = getattr(schema_org, node["@type"])
    inner = {name: model(value, name) for name, value in node.items() if name not in {"@context", "query-input"}}
    return kind.model_validate(inner)


def test_linked_data_is_of_schema_org_on_every_page(site: Path):
    kinds = set()
    for path in sorted(site.rglob("index.html")):
        address = str(path.parent.relative_to(site))
        for data in scripts(page(site, address)):
            for node in data.get("@graph", [data]):
                assert model(node).to_jsonld()["@type"] == node["@type"]
                kinds.add(node["@type"])
            expanded = jsonld.expand(data, {"base": f"{HOME}{address}/", "documentLoader": own_context})
            assert expanded
    assert {"WebSite", "Article", "BreadcrumbList", "Person", "Organization"} <= kinds


def every_id(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for inner in node:
            yield from every_id(inner)
    elif isinstance(node, dict):
        if "@id" in node:
            yield node["@id"]
        for inner in node.values():
            yield from every_id(inner)


def test_identifiers_lead_to_what_they_name(site: Path):
    address, found = article(site, "A Day")
    data = next(iter(scripts(found)))
    expanded = jsonld.expand(data, {"base": address, "documentLoader": own_context})
    ids = set(every_id(expanded))
    assert {address, HOME, f"{HOME}articles/"} <= ids
    for one in ids:
        where, _, anchor = one.partition("#")
        there = page(site, where.removeprefix(HOME) or ".")
        assert not anchor or there.xpath("//*[@id=$anchor]", anchor=anchor), one
    graph = {node["@type"][0].rpartition("/")[2]: node for node in expanded}
    one = graph["Article"]

    def value(key: str) -> object:
        return one[f"https://schema.org/{key}"]

    assert value("headline") == [{"@value": "A Day"}]
    assert value("datePublished") == [{"@value": "2010-02-04"}]
    assert [author["@type"] for author in value("author")] == [
        ["https://schema.org/Person"], ["https://schema.org/Organization"],
    ]  # fmt: skip
    assert {f"{HOME}actors/ada-vantongeren/#ada-vantongeren"} <= set(every_id(value("mentions")))
    assert {f"{HOME}sources/polar-post/2010/#polar-post-2010-02-03"} <= set(every_id(value("citation")))
    (actor,) = scripts(page(site, "actors/ada-vantongeren"))
    assert urljoin(f"{HOME}actors/ada-vantongeren/", actor["@id"]) in ids


# Feeds.


class Author(msgspec.Struct, forbid_unknown_fields=True):
    name: str


class Item(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    url: str
    title: str
    content_text: str
    date_published: str = ""
    authors: list[Author] = []
    tags: list[str] = []


class JsonFeed(msgspec.Struct, forbid_unknown_fields=True):
    """JSON Feed 1.1, as far as we write it."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    items: list[Item]


def test_both_feeds_list_the_newest_first_with_whole_days_alone(site: Path):
    read = feedparser.parse((site / "feed.xml").read_bytes())
    assert not read.bozo
    assert read.version == "rss20"
    assert read.feed.link == HOME
    plain = msgspec.json.decode((site / "feed.json").read_bytes(), type=JsonFeed)
    assert plain.version == "https://jsonfeed.org/version/1.1"
    assert plain.feed_url == f"{HOME}feed.json"
    titles = [item.title for item in plain.items]
    assert titles[:4] == [EVIL, "A Month", "A Day", "A Year"]
    assert titles[-1] == "Never"
    assert [entry.link for entry in read.entries] == [item.url for item in plain.items]
    for entry, item in zip(read.entries, plain.items, strict=True):
        assert (site / item.url.removeprefix(HOME) / "index.html").is_file()
        assert ("published" in entry) == bool(item.date_published)
    days = {item.title: item.date_published for item in plain.items}
    assert [days[title] for title in titles[:4]] == ["2011-01-01T00:00:00+00:00", "", "2010-02-04T00:00:00+00:00", ""]
    assert [author["name"] for author in read.entries[2].authors] == ["Ada Vantongeren", "Quay Watch Staff"]


def test_the_feeds_are_found_from_every_page(site: Path):
    for path in site.rglob("*.html"):
        links = lxml.html.fromstring(path.read_bytes()).xpath("//head/link[@rel='alternate']/@href")
        if path.name == "404.html":
            continue
        found = {os.path.normpath(path.parent / link) for link in links}
        assert found == {str(site / "feed.xml"), str(site / "feed.json")}


def test_feeds_hold_text():
    for text in filter(escape.visible, nasty.STRINGS):
        made = feeds.files(Feed(text, text, "en", HOME), [Entry(HOME, text, text, "2010-02-04", (text,), text)])
        assert "<" not in lxml.etree.fromstring(made["feed.xml"]).findtext(".//item/title")
        msgspec.json.decode(made["feed.json"], type=JsonFeed)


# Sitemap, pictures, bytes.


def test_the_sitemap_lists_every_page_once_and_no_clock(site: Path):
    tree = lxml.etree.fromstring((site / "sitemap.xml").read_bytes().strip())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert tree.tag == f"{space}urlset"
    assert {child.tag for url in tree for child in url} == {f"{space}loc"}
    found = [url.findtext(f"{space}loc") for url in tree]
    there = [HOME + str(path.parent.relative_to(site)) + "/" for path in site.rglob("index.html")]
    assert sorted(found) == sorted(address.replace("/./", "/") for address in there)
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


def points(png: bytes) -> tuple[int, int, bytes]:
    """Give width, height and unpacked rows of a picture, its checksums checked."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, parts = 8, {}
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0] == zlib.crc32(kind + data)
        parts[kind] = data
        at += size + 12
    return *struct.unpack(">II", parts[b"IHDR"][:8]), zlib.decompress(parts[b"IDAT"])


def test_each_article_has_a_picture_of_the_stated_size(site: Path):
    for path in site.glob("articles/*/index.html"):
        tags = metas(page(site, str(path.parent.relative_to(site))))
        (address,) = tags["og:image"]
        assert address == f"{HOME}articles/{path.parent.name}.png"
        width, height, rows = points((site / address.removeprefix(HOME)).read_bytes())
        assert [str(width), str(height)] == tags["og:image:width"] + tags["og:image:height"]
        assert len(rows) == height * (width // 2 + 1)
        assert tags["twitter:card"] == ["summary_large_image"]
        assert tags["og:image:alt"]


@pytest.mark.parametrize("text", ["", "<p>", "<p>" + "x" * 5000, "<a>x</p>", "<![ x", "<p>&#0;", "مرحبا " * 900])
def test_any_text_can_be_drawn(text: str):
    assert points(picture.png(text, text))[:2] == (1200, 630)


def test_names_and_sources_are_in_colour():
    plain = picture.png("Title", "<p>one two three</p>")
    assert plain != picture.png("Title", "<p>one <a href='../../actors/two/#two'>two</a> three</p>")
    assert plain != picture.png("Title", "<p>one <a href='../../sources/two/#two'>two</a> three</p>")
    assert plain == picture.png("Title", "<p>one <b>two</b> three</p>")


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts  # Pagefind writes its filters in any order
    }


def test_building_again_gives_the_same_bytes(root: Path, site: Path):
    first = digests(site)
    assert digests(build(root)) == first
