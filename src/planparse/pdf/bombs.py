"""Streams that are small in the file and huge when unpacked, put out of action before a PDF library unpacks them.

PDFium keeps about 160 bytes for each saved state of the graphics, so 240 kB of packed "q q q …" take it 17 GB, and it
can't be stopped while it reads a page. In place of such a stream goes one of the same length that draws more than any
page may: the page is then left out as every page with too much on it is, and the others are read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MOST_UNPACKED = 6_000_000
"""bytes that a stream may unpack to, however well it is packed"""
_BOMB_RATIO = 60
"""unpacked over packed: page content of plans has 3 to 12, grids drawn line by line 25"""
_TOO_LARGE = 64_000_000
"""bytes that no stream may unpack to, however large it is packed"""
_MOST_RATIO = 1030
"""deflate's own limit"""
_MOST_FILTERS = 4
_HEAD = 2000
"""bytes before the word "stream" in which the stream's dictionary is looked for"""
_START = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_TOO_MUCH = b"n " + b"0 0 m 9 0 l S " * 201_000


@dataclass(frozen=True, slots=True)
class Bomb:
    """Where the packed bytes of a stream stand, and how many times over they are packed."""

    start: int
    end: int
    times: int


def defused(data: bytes) -> bytes:
    """The file with its bombs put out of action; the same bytes where it has none.

    >>> defused(b"%PDF-1.7 ...")
    b'%PDF-1.7 ...'
    """
    found = list(_bombs(data))
    if not found:
        return data
    out = bytearray(data)
    for bomb in found:
        harmless = _harmless(bomb.times)
        if len(harmless) > bomb.end - bomb.start:
            harmless = b""
        out[bomb.start : bomb.end] = harmless.ljust(bomb.end - bomb.start, b"\n")
    return bytes(out)


@lru_cache(maxsize=_MOST_FILTERS)
def _harmless(times: int) -> bytes:
    packed = _TOO_MUCH
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    return packed


def _bombs(data: bytes) -> Iterator[Bomb]:
    at = 0
    while found := _START.search(data, at):
        start = at = found.end()
        head = data[max(0, found.start() - _HEAD) : found.start()]
        if head.endswith(b"end"):
            continue
        head = head[max(0, head.rfind(b" obj")) :]
        times = filters_of(head)
        if not times or _IMAGE.search(head):
            continue
        end = data.find(b"endstream", start)
        at = end = len(data) if end < 0 else end
        if _unpacks_hugely(data[start:end], times):
            yield Bomb(start, end, times)


def filters_of(head: bytes) -> int | None:
    """How many times the stream of a dictionary is deflated; None where it is packed in another way too."""
    found = _FILTERS.search(head)
    if found is None:
        return 0
    names = re.findall(rb"/(\w+)", found[1])
    return len(names) if len(names) <= _MOST_FILTERS and set(names) <= {b"FlateDecode", b"Fl"} else None


def _unpacks_hugely(packed: bytes, times: int) -> bool:
    """Whether a stream gives more than is allowed, and far more than it takes."""
    if len(packed) * _MOST_RATIO**times <= MOST_UNPACKED:
        return False
    most = min(max(MOST_UNPACKED, len(packed) * _BOMB_RATIO), _TOO_LARGE)
    return len(unpacked(packed, times, most + 1)) > most


def unpacked(packed: bytes, times: int, most: int) -> bytes:
    """The first bytes of a stream as unpacked; none where it is broken."""
    for _ in range(times):
        try:
            packed = zlib.decompressobj().decompress(packed, most)
        except zlib.error:
            return b""
    return packed[:most]
