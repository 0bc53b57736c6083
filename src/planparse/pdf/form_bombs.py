"""Forms that draw forms that draw forms: cut off before a PDF library unfolds them.

A form is drawn anew at each use, so nine forms that each draw the next one ten times are a thousand million drawings in
a file of a few kB. PDFium unfolds them when it loads the page and can't be stopped then. What a form, or a page with
such forms, draws beyond a bound is taken out of its content, which keeps its length; as a rule the page then still has
more on it than may be, and is left out as every such page is.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

from planparse.pdf.bombs import filters_of, unpacked

MOST_DRAWN = 40_000_000
"""bytes of content that a form may come to with all that it draws; PDFium takes about 20 for each and 3 s for all"""
_USE = 200
"""bytes that a use counts as beside what is drawn by it: what PDFium keeps of an empty form"""
_HEAVY = 500_000
"""from here on a form may be too much for a page by being used often; pages of files without such are not looked at"""
_MOST_READ = 6_000_000
_MOST_DEPTH = 60
_MOST_HELD = 100_000
"""bytes of a dictionary that are looked at"""
_STREAM = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+obj\b(?:(?!\bobj\b|endobj).){0,4000}?stream\r?\n", re.S)
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_NAMED = re.compile(rb"/XObject\s*(?:<<([^<>]*)>>|(\d{1,9})\s+\d{1,9}\s+R)")
_ENTRY = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(\d{1,9})\s+\d{1,9}\s+R")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,9}\s+obj\b")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,9})\s+\d{1,9}\s+R")


@dataclass(slots=True)
class _Content:
    """A stream that draws: where its packed bytes stand, and which object each of its names is."""

    start: int
    end: int
    times: int
    named: dict[bytes, int] = field(default_factory=dict)


def pruned(data: bytes) -> bytes:
    """The file with its endless drawings cut off; the same bytes where it has none.

    >>> pruned(b"%PDF-1.7 ...")
    b'%PDF-1.7 ...'
    """
    if b"/Form" not in data or b"/XObject" not in data:
        return data
    objects = {int(found[1]): found.end() for found in _OBJECT.finditer(data)}
    forms, others = _streams(data, objects)
    nested = {number: form for number, form in forms.items() if form.named}
    if not nested:
        return data
    pruner = _Pruner(data, forms)
    heaviest = max(pruner.weight(number, 0) for number in forms)
    if heaviest > _HEAVY:
        for content in _page_contents(data, others, objects):
            pruner.weigh(content, 0)
    return pruner.pruned()


class _Pruner:
    def __init__(self, data: bytes, forms: dict[int, _Content]) -> None:
        self._data, self._forms = data, forms
        self._weights: dict[int, int] = {}
        self._cuts: list[tuple[_Content, bytes]] = []

    def weight(self, number: int, depth: int) -> int:
        """What a form comes to, with what it draws; one that draws itself is drawn once by every reader."""
        if number not in self._forms or depth > _MOST_DEPTH:
            return 0
        if number not in self._weights:
            self._weights[number] = 0
            self._weights[number] = self.weigh(self._forms[number], depth)
        return self._weights[number]

    def weigh(self, content: _Content, depth: int) -> int:
        text = unpacked(self._data[content.start : content.end], content.times, _MOST_READ)
        total = len(text)
        for use in _DRAWS.finditer(text) if content.named else ():
            drawn = _USE + self.weight(content.named.get(use[1], 0), depth + 1)
            if total + drawn > MOST_DRAWN:
                self._cuts.append((content, text[: use.start()]))
                break
            total += drawn
        return total

    def pruned(self) -> bytes:
        if not self._cuts:
            return self._data
        out = bytearray(self._data)
        for content, text in self._cuts:
            room = content.end - content.start
            for kept in (text, b""):
                for _ in range(content.times):
                    kept = zlib.compress(kept, 9)
                if len(kept) <= room:
                    out[content.start : content.end] = kept.ljust(room, b"\n")
                    break
        return bytes(out)


def _streams(data: bytes, objects: dict[int, int]) -> tuple[dict[int, _Content], dict[int, _Content]]:
    """The forms, and the other streams, by object number; of two with one number the later."""
    forms: dict[int, _Content] = {}
    others: dict[int, _Content] = {}
    at = 0
    while found := _STREAM.search(data, at):
        end = data.find(b"endstream", found.end())
        at = end = len(data) if end < 0 else end
        times = filters_of(found[0])
        if times is None:
            continue
        number = int(found[1])
        content = _Content(found.end(), end, times)
        if _FORM.search(found[0]):
            content.named = _names(found[0], data, objects)
            forms[number] = content
        else:
            others[number] = content
    return forms, others


def _names(head: bytes, data: bytes, objects: dict[int, int]) -> dict[bytes, int]:
    """What the names in a content mean, by the dictionary that has its resources."""
    if b"/XObject" not in head and (elsewhere := _RESOURCES.search(head)):
        head = _object(int(elsewhere[1]), data, objects)
    found = _NAMED.search(head)
    if found is None:
        return {}
    inner = found[1] if found[1] is not None else _object(int(found[2]), data, objects)
    return {name: int(number) for name, number in _ENTRY.findall(inner)}


def _object(number: int, data: bytes, objects: dict[int, int]) -> bytes:
    """The beginning of an object, which is all of a dictionary."""
    start = objects.get(number)
    if start is None:
        return b""
    end = data.find(b"endobj", start, start + _MOST_HELD)
    return data[start : end if end >= 0 else start + _MOST_HELD]


def _page_contents(data: bytes, others: dict[int, _Content], objects: dict[int, int]) -> list[_Content]:
    """The content of every page that has its own resources."""
    out = []
    for page in re.finditer(rb"/Type\s*/Page\b", data):
        start = data.rfind(b" obj", max(0, page.start() - _MOST_HELD), page.start())
        end = data.find(b"endobj", page.end(), page.end() + _MOST_HELD)
        body = data[start:end] if 0 <= start < end else b""
        found = re.search(rb"/Contents\s*(\[[^\]]*\]|\d{1,9}\s+\d{1,9}\s+R)", body)
        for reference in re.findall(rb"(\d{1,9})\s+\d{1,9}\s+R", found[1]) if found else ():
            content = others.get(int(reference))
            if content is not None:
                content.named = _names(body, data, objects)
                out.append(content)
    return out
