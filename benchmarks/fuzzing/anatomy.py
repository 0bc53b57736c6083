"""A PDF taken apart into its numbered objects and put together again, so that a change deep in it is reached.

``dissected`` takes files as ``saved`` writes them (every object plain, one cross-reference table).

>>> paper = Anatomy({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}, b"/Root 1 0 R")
>>> dissected(paper.assembled()).objects == paper.objects
True
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) (\d+) obj\s*(.*?)\s*endobj", re.S)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream\s*$", re.S)
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.S)


@dataclass
class Anatomy:
    """``objects`` by number; ``trailer`` is the inside of the trailer's dictionary, without its /Size."""

    objects: dict[int, bytes]
    trailer: bytes

    def assembled(self) -> bytes:
        """The file, with a right cross-reference table."""
        out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
        for number, body in self.objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start, size = len(out), max(self.objects, default=0) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        for number in range(1, size):
            out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        out += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, self.trailer, start)
        return bytes(out)

    def new(self, body: bytes) -> int:
        number = max(self.objects, default=0) + 1
        self.objects[number] = body
        return number

    def having(self, *marks: bytes) -> list[int]:
        """The numbers of the objects whose dictionary has all the marks, white space aside ("/Type/Page")."""
        out = []
        for number, body in self.objects.items():
            head = body.split(b"stream", 1)[0].replace(b" ", b"").replace(b"\r\n", b"").replace(b"\n", b"")
            if all(re.search(re.escape(mark) + rb"(?![A-Za-z])", head) for mark in marks):
                out.append(number)
        return out

    def contents(self) -> list[int]:
        """The numbers of the pages' content streams."""
        out: dict[int, None] = {}
        for page in self.having(b"/Type/Page"):
            found = re.search(rb"/Contents\s*(\[.*?\]|\d+ 0 R)", self.objects[page], re.S)
            for reference in re.finditer(rb"(\d+) 0 R", found[1] if found else b""):
                if int(reference[1]) in self.objects:
                    out[int(reference[1])] = None
        return list(out)

    def put(self, number: int, key: bytes, value: bytes) -> None:
        """Gives a dictionary an entry in place of the one that it has under that key."""
        head, mark, stream = self.objects[number].partition(b"stream")
        head = re.sub(rb"%s\s*(\[[^\[\]]*\]|\d+ 0 R|/[^\s/<>\[\]()]+|\([^()]*\)|[-+.\w]+)" % re.escape(key), b"", head)
        self.objects[number] = head.replace(b"<<", b"<<" + key + b" " + value + b" ", 1) + mark + stream


def stream_of(body: bytes) -> bytes | None:
    """An object's stream, inflated; None where it has none or is packed in another way."""
    found = _STREAM.search(body)
    if found is None:
        return None
    head = body[: found.start()]
    if b"/Filter" not in head:
        return found[1]
    if b"/FlateDecode" not in head or b"/DecodeParms" in head:
        return None
    try:
        return zlib.decompressobj().decompress(found[1], 10_000_000)
    except zlib.error:
        return None


def stream(data: bytes, entries: bytes = b"", *, packed: bool = True) -> bytes:
    """A stream object's body."""
    if packed:
        data, entries = zlib.compress(data, 1), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n" % (entries, len(data)) + data + b"\nendstream"


def with_stream(body: bytes, data: bytes) -> bytes:
    """The object with another stream, its dictionary's other entries kept."""
    found = _STREAM.search(body)
    head = body[: found.start()] if found else body
    head = re.sub(rb"/(Length|Filter|DecodeParms)\s*(\[[^\]]*\]|\d+ 0 R|/\w+|\d+)", b"", head).strip()
    return stream(data, head.removeprefix(b"<<").removesuffix(b">>"))


def dissected(data: bytes) -> Anatomy:
    found = _TRAILER.search(data)
    trailer = re.sub(rb"/(Size|Prev|XRefStm)\s*\d+", b"", found[1]) if found else b""
    return Anatomy({int(one[1]): one[3] for one in _OBJECT.finditer(data)}, trailer)


def saved(path: Path, start: int = 0, count: int | None = None) -> bytes:
    """A file, or some pages of it, as PDFium writes it: no packed objects, one table."""
    source = pypdfium2.PdfDocument(path)
    target = io.BytesIO()
    if count is None:
        source.save(target)
    else:
        part = pypdfium2.PdfDocument.new()
        part.import_pages(source, list(range(start, min(start + count, len(source)))))
        part.save(target)
        part.close()
    source.close()
    return target.getvalue()
