"""Pages that draw the same thing without end: cut off before a PDF library unfolds them.

A form is drawn anew at each use, so nine forms that each draw the next one ten times are a thousand million drawings in
a file of a few kB; a page's content may be a list that names one stream ten thousand times. PDFium unfolds both when it
loads the page and can't be stopped then. What a form, or a page with such forms, draws beyond a bound is taken out of
its content, which keeps its length; as a rule the page then still has more on it than may be, and is left out as every
such page is.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from planparse.pdf.bombs import Change, changed, too_much
from planparse.pdf.filters import filters_of, unpacked
from planparse.pdf.raw_objects import RawObjects, RawStream

MOST_DRAWN = 40_000_000
"""bytes of content that a form may come to with all that it draws; PDFium takes about 20 for each and 3 s for all"""
_USE = 200
"""bytes that a use counts as beside what is drawn by it: what PDFium keeps of an empty form"""
_HEAVY = 500_000
"""from here on a form may be too much for a page by being used often; pages of files without such are not looked at"""
_MOST_READ = 6_000_000
_MOST_DEPTH = 60
_MOST_DRAWINGS = 201_000
"""more than a page may have"""
_FEW = 6
"""streams that a page's content may have without being looked at: none of them unpacks to more than 6 MB"""
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_NAMED = re.compile(rb"/XObject\s*(?:<<([^<>]*)>>|(\d{1,9})\s+\d{1,9}\s+R)")
_ENTRY = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(\d{1,9})\s+\d{1,9}\s+R")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,9})\s+\d{1,9}\s+R")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_CONTENTS = re.compile(rb"/Contents\s*(?:\[([^\]]*)|(\d{1,9})\s+\d{1,9}\s+R)")
_REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+R")
_LIST = re.compile(rb"\s*\[([^\]]*)")
"""without its end, which may be further off than is looked at"""


@dataclass(slots=True)
class _Content:
    """A stream that draws, how it is packed, and which object each of its names is."""

    stream: RawStream
    filters: tuple[str, ...]
    named: dict[bytes, int] = field(default_factory=dict)


def pruned(data: bytes, objects: RawObjects | None = None) -> bytes:
    """The file with its endless drawings cut off; the same bytes where it has none.

    >>> pruned(b"%PDF-1.7 ...")
    b'%PDF-1.7 ...'
    """
    objects = objects or RawObjects(data)
    with_forms, lists = b"/Form" in data, list(_long_lists(objects))
    if not with_forms and not lists:
        return data
    forms, others = _streams(objects)
    pruner = _Pruner(data, forms)
    for numbers in lists:
        pruner.weigh_list([others[number] for number in numbers if number in others])
    if any(form.named for form in forms.values()) and max(pruner.weight(number, 0) for number in forms) > _HEAVY:
        for content in _page_contents(objects, others):
            pruner.weigh(content, 0)
    return pruner.pruned()


class _Pruner:
    def __init__(self, data: bytes, forms: dict[int, _Content]) -> None:
        self._data, self._forms = data, forms
        self._weights: dict[int, int] = {}
        self._changes: list[Change] = []

    def weight(self, number: int, depth: int) -> int:
        """What a form comes to, with what it draws; one that draws itself is drawn once by every reader."""
        if number not in self._forms or depth > _MOST_DEPTH:
            return 0
        if number not in self._weights:
            self._weights[number] = 0
            self._weights[number] = self.weigh(self._forms[number], depth)
        return self._weights[number]

    def weigh(self, content: _Content, depth: int) -> int:
        text = self._text(content)
        total = len(text)
        for use in _DRAWS.finditer(text) if content.named else ():
            drawn = _USE + self.weight(content.named.get(use[1], 0), depth + 1)
            if total + drawn > MOST_DRAWN:
                self._cut(content, text[: use.start()])
                break
            total += drawn
        return total

    def weigh_list(self, parts: list[_Content]) -> None:
        """Cuts off a content of many streams, or of one many times: it has to be too much with any number of them."""
        uses = Counter(part.stream.number for part in parts)
        distinct = {part.stream.number: part for part in parts}
        total = sum((_USE + len(self._text(distinct[number]))) * count for number, count in uses.items())
        if total > MOST_DRAWN:
            for number, count in uses.items():
                self._changes += too_much(distinct[number].stream, -(-_MOST_DRAWINGS // len(uses) // count))

    def _text(self, content: _Content) -> bytes:
        packed = self._data[content.stream.start : content.stream.end]
        return unpacked(packed, content.filters, _MOST_READ)

    def _cut(self, content: _Content, text: bytes) -> None:
        if set(content.filters) - {"FlateDecode"}:
            self._changes += too_much(content.stream)
            return
        room = content.stream.end - content.stream.start
        for kept in (text, b""):
            for _ in content.filters:
                kept = zlib.compress(kept, 9)
            if len(kept) <= room:
                self._changes.append(Change(content.stream.start, kept.ljust(room, b"\n")))
                break

    def pruned(self) -> bytes:
        return changed(self._data, self._changes)


def _streams(objects: RawObjects) -> tuple[dict[int, _Content], dict[int, _Content]]:
    """The forms, and the other streams, by object number; of two with one number the later."""
    forms: dict[int, _Content] = {}
    others: dict[int, _Content] = {}
    for stream in objects.streams:
        content = _Content(stream, filters_of(stream.head, objects.text))
        if _FORM.search(stream.head):
            content.named = _names(stream.head, objects)
            forms[stream.number] = content
        else:
            others[stream.number] = content
    return forms, others


def _names(head: bytes, objects: RawObjects) -> dict[bytes, int]:
    """What the names in a content mean, by the dictionary that has its resources."""
    elsewhere = _RESOURCES.search(head)
    found = _NAMED.search(head if elsewhere is None else objects.text(int(elsewhere[1])))
    if found is None:
        return {}
    inner = found[1] if found[1] is not None else objects.text(int(found[2]))
    return {name: int(number) for name, number in _ENTRY.findall(inner)}


def _long_lists(objects: RawObjects) -> Iterator[list[int]]:
    """The streams that pages name as their content, where these are many."""
    for text in objects.dictionaries():
        for found in _CONTENTS.finditer(text):
            listed = found if found[1] is not None else _LIST.match(objects.text(int(found[2])))
            numbers = [int(number) for number in _REFERENCE.findall(listed[1] if listed else b"")]
            if len(numbers) > _FEW:
                yield numbers


def _pages(objects: RawObjects) -> Iterator[bytes]:
    """The dictionaries of the pages."""
    for text in objects.packed.values():
        if _PAGE.search(text):
            yield text
    data = objects.data
    for page in _PAGE.finditer(data):
        start = data.rfind(b" obj", max(0, page.start() - 100_000), page.start())
        end = data.find(b"endobj", page.end(), page.end() + 100_000)
        if 0 <= start < end:
            yield data[start:end]


def _page_contents(objects: RawObjects, others: dict[int, _Content]) -> list[_Content]:
    """The content of every page that has its own resources."""
    out = []
    for body in _pages(objects):
        found = _CONTENTS.search(body)
        for reference in _REFERENCE.findall(found[0]) if found else ():
            content = others.get(int(reference))
            if content is not None:
                content.named = _names(body, objects)
                out.append(content)
    return out
