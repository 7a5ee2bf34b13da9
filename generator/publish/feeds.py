"""Write the newest articles as RSS 2.0 and as JSON Feed 1.1."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from msgspec import Struct

from generator import dates, escape

_NEWEST = 30  # articles that a feed holds
_ATOM, _DUBLIN = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"


class Entry(Struct, frozen=True):
    """An article as a feed lists it; *date* is EDTF, and only a whole day is a date to a feed."""

    url: str
    title: str
    summary: str
    date: str = ""
    authors: tuple[str, ...] = ()
    publication: str = ""


class Feed(Struct, frozen=True):
    """What a feed says of the site: its name, what it is about, its language, its address with a closing slash."""

    name: str
    about: str
    language: str
    home: str


def files(feed: Feed, entries: Sequence[Entry]) -> dict[str, bytes]:
    """Give both feeds of the newest *entries*, those without a date last, by their path below the site."""
    ordered = sorted(entries, key=lambda entry: entry.url)
    newest = sorted(ordered, key=lambda entry: entry.date, reverse=True)[:_NEWEST]
    return {"feed.xml": rss(feed, newest), "feed.json": json_feed(feed, newest)}


def rss(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Write RSS 2.0; readers take titles and descriptions for HTML, so text is escaped as HTML first."""
    ET.register_namespace("atom", _ATOM)
    ET.register_namespace("dc", _DUBLIN)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", escape.xml(feed.name))
    _add(channel, "link", feed.home)
    _add(channel, "description", escape.xml(feed.about or feed.name))
    _add(channel, "language", feed.language)
    ET.SubElement(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=f"{feed.home}feed.xml")
    for entry in entries:
        _item(channel, entry)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _item(channel: ET.Element, entry: Entry) -> None:
    item = ET.SubElement(channel, "item")
    _add(item, "title", escape.xml(entry.title))
    _add(item, "link", entry.url)
    _add(item, "guid", entry.url)
    _add(item, "description", escape.xml(entry.summary))
    day = _day(entry.date)
    _add(item, "pubDate", format_datetime(day) if day else "")
    for author in entry.authors:
        _add(item, f"{{{_DUBLIN}}}creator", author)
    _add(item, "category", escape.xml(entry.publication))


def _add(parent: ET.Element, name: str, text: str) -> None:
    shown = escape.visible(text)
    if shown:
        ET.SubElement(parent, name).text = shown


def json_feed(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """Write JSON Feed 1.1."""
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.name,
        "home_page_url": feed.home,
        "feed_url": f"{feed.home}feed.json",
        "description": feed.about,
        "language": feed.language,
        "items": [_json_item(entry) for entry in entries],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _json_item(entry: Entry) -> dict[str, object]:
    day = _day(entry.date)
    item = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": day.isoformat() if day else "",
        "authors": [{"name": author} for author in entry.authors],
        "tags": [entry.publication] if entry.publication else [],
    }
    return {key: value for key, value in item.items() if value or key == "content_text"}


def _day(edtf: str) -> datetime | None:
    """Give the day that a date names; the first day of an interval, nothing for a month or a year."""
    date = dates.parse(edtf)
    return datetime(date.year, date.month, date.day, tzinfo=UTC) if date and date.year and date.day else None
