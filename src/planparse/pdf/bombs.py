"""Streams that are small in the file and huge when unpacked, put out of action before a PDF library unpacks them.

PDFium keeps about 160 bytes for each saved state of the graphics, so 240 kB of packed "q q q …" take it 17 GB, and it
can't be stopped while it reads a page. In place of such a stream goes one of the same length that draws more than any
page may: the page is then left out as every page with too much on it is, and the others are read.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from planparse.pdf.filters import MOST_RATIOS, filter_entry, filters_of, largest
from planparse.pdf.raw_objects import RawObjects, RawStream

MOST_UNPACKED = 6_000_000
"""bytes that a stream may unpack to, however well it is packed"""
_BOMB_RATIO = 60
"""unpacked over packed: page content of plans has 3 to 12, grids drawn line by line 25"""
_TOO_LARGE = 64_000_000
"""bytes that no stream may unpack to, however large it is packed"""
_MOST_DRAWN = 201_000
"""more drawings than a page may have"""
_MOST_LISTED = 50_000
"""bytes of a list of contents that are looked at"""
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_SIDES = re.compile(rb"/(Width|Height)\s+(\d{1,9})")
_LARGE_PICTURE = 300_000
"""pixels"""
_PARAMETERS = re.compile(rb"/D(?=ecodeParms\b|P\b)")
_KEYS = rb"Contents|CharProcs|ToUnicode|FontFile[23]?|Encoding|CIDToGIDMap|Metadata|ICCBased"
_USED = re.compile(rb"/(?:" + _KEYS + rb")\s*(?:(\d{1,9})\s+\d{1,9}\s+R|\[([^\]]*)|<<([^>]*))")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\d|\s+\d+\s+R)")
_END = b"\nendstream\nendobj\n"
_REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+R")


@dataclass(frozen=True, slots=True)
class Change:
    """Bytes that take the place of as many others."""

    start: int
    new: bytes


def defused(data: bytes, objects: RawObjects | None = None) -> bytes:
    """The file with its bombs put out of action; the same bytes where it has none.

    >>> defused(b"%PDF-1.7 ...")
    b'%PDF-1.7 ...'
    """
    objects = objects or RawObjects(data)
    others: set[int] | None = None
    changes: list[Change] = []
    for stream in objects.streams:
        filters = filters_of(stream.head, objects.text) or ("FlateDecode",)
        packed = data[stream.start : stream.end]
        picture = _IMAGE.search(stream.head) is not None
        # To unpack a large picture takes longer than to find out that it is used as one.
        if not (picture and _is_large(stream.head)) and not _unpacks_hugely(packed, filters):
            continue
        if picture:
            # A picture may be white all over; a content or a font that calls itself a picture is none.
            others = no_pictures(objects) if others is None else others
            if stream.number not in others or not _unpacks_hugely(packed, filters):
                continue
        changes += too_much(stream)
    return changed(data, changes)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """A file of the same length with other bytes in some places."""
    if not changes:
        return data
    out = bytearray(data)
    for change in changes:
        out[change.start : change.start + len(change.new)] = change.new
    return bytes(out)


def too_much(stream: RawStream, drawings: int = _MOST_DRAWN) -> list[Change]:
    """What makes of a stream one with so many drawings; with none where there is no room for them."""
    room = stream.end - stream.start
    entry, head = filter_entry(stream.head), stream.head
    names, packed = b"", _drawings(drawings, 1)
    if entry is not None and entry[1] not in (b"/FlateDecode", b"[/FlateDecode]", b"/Fl", b"[/Fl]"):
        names = b"/Fl"
    if len(packed) > room and entry is not None and len(entry[1]) >= len(b"[/Fl/Fl]"):
        names, packed = b"[/Fl/Fl]", _drawings(drawings, 2)
    if names and entry is not None:
        head = head[: entry.start(1)] + names.ljust(len(entry[1])) + head[entry.end(1) :]
    head = _PARAMETERS.sub(b"/X", head)
    packed = packed if len(packed) <= room else b""
    length = _LENGTH.search(head)
    if length is not None and len(packed) + len(_END) <= room:
        # PDFium takes twice a stream's packed length for it, for each time that a page names it.
        head = head[: length.start(1)] + b"%-*d" % (len(length[1]), len(packed)) + head[length.end(1) :]
        packed += _END
    content = Change(stream.start, packed.ljust(room, b"\n"))
    return [content] if head == stream.head else [Change(stream.head_start, head), content]


@lru_cache(maxsize=8)
def _drawings(count: int, times: int) -> bytes:
    packed = b"n " + b"0 0 m 9 0 l S " * count
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    return packed


def no_pictures(objects: RawObjects) -> set[int]:
    """The numbers of the streams that are used for something else than to be shown as a picture."""
    out: set[int] = set()
    for text in objects.dictionaries():
        for found in _USED.finditer(text):
            if found[1] is None:
                out.update(map(int, _REFERENCE.findall(found[2] or found[3] or b"")))
                continue
            # Perhaps the content itself, perhaps a list of its parts.
            out.add(int(found[1]))
            inner = objects.text(int(found[1]))[:_MOST_LISTED]
            if inner.lstrip()[:1] in (b"[", b"<"):
                out.update(map(int, _REFERENCE.findall(inner.partition(b"stream")[0])))
    return out


def _is_large(head: bytes) -> bool:
    """Whether a picture says that it has very many pixels."""
    sides = dict(_SIDES.findall(head))
    return int(sides.get(b"Width", 0)) * int(sides.get(b"Height", 0)) > _LARGE_PICTURE


def _unpacks_hugely(packed: bytes, filters: tuple[str, ...]) -> bool:
    """Whether a stream gives more than is allowed, and far more than it takes."""
    bound = len(packed)
    for name in filters:
        bound *= MOST_RATIOS[name]
    if bound <= MOST_UNPACKED:
        return False
    most = min(max(MOST_UNPACKED, len(packed) * _BOMB_RATIO), _TOO_LARGE)
    return largest(packed, filters, most + 1) > most
