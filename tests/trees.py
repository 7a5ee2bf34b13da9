"""The tree of a page's HTML, for two pages to be compared: elements, attributes and text, whatever the source."""

import re
from html.parser import HTMLParser

from markdown.util import BLOCK_LEVEL_ELEMENTS

_BLOCKS = frozenset({*BLOCK_LEVEL_ELEMENTS, "br", "svg"})
_BREAK = re.compile(r"[ \n]*\n[ \n]*")
_WHITE = " \n"

Event = tuple[str, str, tuple[tuple[str, str], ...]]


class _Tree(HTMLParser):
    """Collects what a tree is made of, in its order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("start", tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "text":
            data = self.events.pop()[1] + data
        self.events.append(("text", data, ()))


def tree(html: str) -> list[Event]:
    """Give the tree of *html* in its order, without white space that no reader sees: around blocks and line ends."""
    parser = _Tree()
    parser.feed(html)
    parser.close()
    events = [("end", "", ()), *parser.events, ("end", "", ())]
    shown = [_seen(*events[at - 1 : at + 2]) for at in range(1, len(events) - 1)]
    return [event for event in shown if event[:2] != ("text", "")]


def _seen(before: Event, event: Event, after: Event) -> Event:
    kind, text, _ = event
    if kind != "text" or before[:2] == ("start", "script"):
        return event
    text = _BREAK.sub("\n", text)
    text = text.lstrip(_WHITE) if _block(before) else text
    return (kind, text.rstrip(_WHITE) if _block(after) else text, ())


def _block(event: Event) -> bool:
    return event[0] != "text" and (event[1] in _BLOCKS or not event[1])
