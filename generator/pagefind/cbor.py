"""Read and write CBOR (RFC 8949) as far as Pagefind's lists have it: numbers from 0, text and arrays."""

from collections.abc import Sequence
from typing import TypeAlias

Value: TypeAlias = int | str | Sequence["Value"]

_NUMBER, _TEXT, _ARRAY = 0, 3, 4  # major types
_ONE_BYTE = 24  # numbers below stand in the head itself; 24 to 27 say that 1, 2, 4 or 8 bytes follow
_LONGEST = 27


def load(content: bytes) -> Value:
    """Read *content*, which is one value; ValueError where it is none, or of another type."""
    value, end = _value(content, 0)
    if end != len(content):
        raise ValueError("something follows the value")
    return value


def dump(value: Value) -> bytes:
    """Write *value*, each number in as few bytes as can be."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(value)) + b"".join(map(dump, value))


def _value(content: bytes, start: int) -> tuple[Value, int]:
    """Give the value that begins at *start*, and where it ends."""
    kind, number, end = _read_head(content, start)
    if kind == _NUMBER:
        return number, end
    if kind == _TEXT:
        text = content[end : end + number]
        if len(text) < number:
            raise ValueError("it is cut off")
        return text.decode("utf-8"), end + number
    if kind != _ARRAY:
        raise ValueError("a value of another type")
    values = []
    for _ in range(number):
        value, end = _value(content, end)
        values.append(value)
    return values, end


def _read_head(content: bytes, start: int) -> tuple[int, int, int]:
    """Give the type of the value at *start*, its number or length, and where the head ends."""
    if start >= len(content):
        raise ValueError("it is cut off")
    kind, number = divmod(content[start], 32)
    if number < _ONE_BYTE:
        return kind, number, start + 1
    end = start + 1 + (1 << (number - _ONE_BYTE))
    if number > _LONGEST or end > len(content):
        raise ValueError("a length that is none")
    return kind, int.from_bytes(content[start + 1 : end], "big"), end


def _head(kind: int, number: int) -> bytes:
    if number < _ONE_BYTE:
        return bytes([kind << 5 | number])
    size = next(size for size in range(4) if number < 1 << (8 << size))
    return bytes([kind << 5 | _ONE_BYTE + size]) + number.to_bytes(1 << size, "big")
