"""What is read of a page before its words are: HTML with gaps, the words for them, headings, places, definitions."""

from msgspec import Struct

from generator.convert.attributes import NONE, Attributes
from generator.convert.rendered import Definition


class Title(Struct, frozen=True):
    """A heading: which line holds its words, how deep it is, what stands in its attribute list."""

    line: int
    level: int
    listed: Attributes


class Outline:
    """What was read of a page so far: parts of HTML, numbers of lines of words between them, and those lines."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.parts: list[str | int | Title] = []
        self.lines: list[str] = []
        self.titles: list[Title] = []
        self.anchors: list[str] = []
        self.definitions: dict[str, Definition] = {}
        self.open: list[str] = []

    def element(self, tag: str, text: str, listed: Attributes = NONE) -> None:
        """Add an element that holds words, or none."""
        self.anchors += (listed.id,) if listed.id else ()
        self.parts.append(f"<{tag}{listed.text}>")
        if text:
            self.parts.append(len(self.lines))
            self.lines.append(text)
        self.parts.append(f"</{tag.partition(' ')[0]}>\n")

    def heading(self, level: int, text: str, listed: Attributes) -> None:
        """Add a heading."""
        self.anchors += (listed.id,) if listed.id else ()
        title = Title(len(self.lines), level, listed)
        self.titles.append(title)
        self.parts.append(title)
        self.lines.append(text)

    def define(self, label: str, destination: str, title: str) -> None:
        """Note where a reference leads; the last of the same label counts."""
        self.definitions[label.lower()] = Definition(destination, title)
