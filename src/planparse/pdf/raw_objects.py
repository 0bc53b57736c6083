"""A file's objects as bytes, for a look at them before a PDF library has the file: no more than finding them.

>>> objects = RawObjects(b"%PDF-1.4 1 0 obj <</Type/Catalog>> endobj 2 0 obj [3 0 R] endobj")
>>> objects.text(2)
b' [3 0 R] '
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planparse.pdf.filters import filters_of, unpacked

_MOST_HELD = 100_000
"""bytes of an object that are looked at"""
_MOST_HEAD = 4000
"""bytes before the word "stream" in which the stream's dictionary is looked for"""
_MOST_UNPACKED = 6_000_000
_BLANKS = b" \r\n\t\f\0"
_HEADER = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,9}\s+\Z")
_START = re.compile(rb"stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?:\s+\d{1,9}\s+(R))?")
_FIRST = re.compile(rb"/First\s+(\d{1,9})\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")


@dataclass(frozen=True, slots=True)
class RawStream:
    """A stream: its object's number (0 where that can't be told), its dictionary, where its packed bytes stand."""

    number: int
    head: bytes
    start: int
    end: int

    @property
    def head_start(self) -> int:
        """Where the dictionary begins."""
        return self.start - len(self.head)


class RawObjects:
    """The objects of one file."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def streams(self) -> tuple[RawStream, ...]:
        """All streams; one inside another, as an attached PDF that is not packed has them, is part of that."""
        return tuple(self._streams())

    def _streams(self) -> Iterator[RawStream]:
        data, at = self.data, 0
        while found := _START.search(data, at):
            at = start = found.end()
            if data.endswith(b"end", 0, found.start()):
                continue
            head, number = data[max(0, found.start() - _MOST_HEAD) : start], 0
            begin = len(head)
            while not number and (begin := head.rfind(b"obj", 0, begin)) >= 0:
                header = _HEADER.search(head, max(0, begin - 24), begin)
                number = int(header[1]) if header else 0
            if number:
                head = head[begin + 3 :]
            at = end = self._end(head, start)
            yield RawStream(number, head, start, end)

    def _end(self, head: bytes, start: int) -> int:
        told = _LENGTH.search(head)
        if told is not None:
            length = int(told[1]) if not told[2] else _first_number(self.text(int(told[1])))
            if self.data[start + length : start + length + 20].lstrip().startswith(b"endstream"):
                return start + length
        end = self.data.find(b"endstream", start)
        return len(self.data) if end < 0 else end

    def text(self, number: int) -> bytes:
        """The beginning of an object, which is all of a dictionary; nothing where there is none of that number."""
        start = self._starts.get(number)
        if start is None:
            return self.packed.get(number, b"")
        end = self.data.find(b"endobj", start, start + _MOST_HELD)
        return self.data[start : end if end >= 0 else start + _MOST_HELD]

    @cached_property
    def _starts(self) -> dict[int, int]:
        """Where each object begins, behind its number; of two with one number the later."""
        out: dict[int, int] = {}
        data = self.data
        for found in re.finditer(rb"obj", data):
            at = found.start()
            if data[at - 1] not in _BLANKS:
                continue
            header = _HEADER.search(data, max(0, at - 24), at)
            if header is not None:
                out[int(header[1])] = at + 3
        return out

    @cached_property
    def packed(self) -> dict[int, bytes]:
        """The objects that stand inside of streams."""
        out: dict[int, bytes] = {}
        for begin, text in self._holders:
            numbers = [int(word) for word in text[:begin].split() if word.isdigit() and len(word) < 10]
            places = [begin + place for place in numbers[1::2]]
            for number, place, end in zip(numbers[::2], places, [*places[1:], len(text)], strict=False):
                out[number] = text[place:end][:_MOST_HELD]
        return out

    @cached_property
    def _holders(self) -> list[tuple[int, bytes]]:
        """The streams that hold objects, unpacked, and where in each the first of these begins."""
        out: list[tuple[int, bytes]] = []
        for stream in self.streams if b"/ObjStm" in self.data else ():
            first = _FIRST.search(stream.head)
            if first is not None and _PACKED.search(stream.head):
                packed = self.data[stream.start : stream.end]
                out.append((int(first[1]), unpacked(packed, filters_of(stream.head), _MOST_UNPACKED)))
        return out

    def dictionaries(self) -> Iterator[bytes]:
        """The file, and what is packed of it: all in which a dictionary may stand."""
        yield self.data
        for _, text in self._holders:
            yield text


def _first_number(text: bytes) -> int:
    found = re.match(rb"\s*(\d{1,10})\b", text)
    return int(found[1]) if found else 0
