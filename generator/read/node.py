"""The values of a YAML file, each with its place, in memory that is in proportion to the file."""

from array import array
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model import Place

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
Step = str | int
"""A key of a mapping, or an index of a list: some of them lead to a value."""


class Marks:
    """Where the values of a file stand, in their order.

    Three numbers a value, however long its keys are and however deep it lies: memory stays in proportion to the file.
    """

    def __init__(self, file: str) -> None:
        """Start with no value."""
        self.file = file
        self.lines = array("I")  # both from 1
        self.columns = array("I")
        self.ends = array("I")  # the number of the value that follows, behind all that is in this one

    def begin(self, line: int, column: int) -> int:
        """Add a value that holds no other yet, and give its number."""
        self.lines.append(line)
        self.columns.append(column)
        self.ends.append(len(self.lines))
        return len(self.lines) - 1

    def end(self, number: int) -> None:
        """Take all values since *number* for values in it."""
        self.ends[number] = len(self.lines)

    def drop(self, number: int) -> None:
        """Forget *number* and all since."""
        del self.lines[number:], self.columns[number:], self.ends[number:]


class Node(Struct, frozen=True):
    """A value with its number in the order of its file."""

    value: Value
    number: int
    marks: Marks

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return Place(self.marks.file, self.marks.lines[self.number], self.marks.columns[self.number])

    def children(self) -> "Iterator[tuple[Step, Node]]":
        """Yield what is in a mapping with its key, or in a list with its index, in order."""
        steps: Iterator[tuple[Step, Value]] = iter(())
        if isinstance(self.value, dict):
            steps = iter(self.value.items())
        elif isinstance(self.value, list):
            steps = enumerate(self.value)
        number = self.number + 1
        for step, value in steps:
            yield step, Node(value, number, self.marks)
            number = self.marks.ends[number]

    def nearest(self, path: Sequence[Step]) -> "Node":
        """Give the value at *path* from here, or the nearest one around it."""
        node = self
        for step in path:
            child = next((child for key, child in node.children() if key == step), None)
            if child is None:
                return node
            node = child
        return node
