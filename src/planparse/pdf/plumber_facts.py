"""What a file says of itself, by pdfplumber and pdfminer."""

from __future__ import annotations

import itertools
import re
from typing import Any

from pdfminer.pdfdocument import PDFNoOutlines, PDFNoPageLabels
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from planparse.pdf.dates import iso_date
from planparse.pdf.page import Bookmark, FileFacts, TaggedHeading
from planparse.pdf.source import Source

_VERSION = re.compile(rb"%PDF-(\d\.\d)")
_MOST_BOOKMARKS = 5_000
_MOST_STEPS = 8


def file_facts(pdf: Any, source: Source, headings: tuple[TaggedHeading, ...]) -> FileFacts:
    document = pdf.doc
    info = {key: _text(value) for about in reversed(document.info) for key, value in about.items()}
    catalog = document.catalog
    marked = resolve1(catalog.get("MarkInfo")) or {}
    header = _VERSION.search(source.data[:1024])
    version = resolve1(catalog.get("Version"))
    return FileFacts(
        source.name,
        source.sha256,
        source.byte_size,
        len(pdf.pages),
        info.get("Producer") or None,
        iso_date(info.get("CreationDate", "")),
        str(version.name) if isinstance(version, PSLiteral) else header[1].decode("ascii") if header else None,
        source.pdfa,
        isinstance(marked, dict) and resolve1(marked.get("Marked")) is True,
        _text(resolve1(catalog.get("Lang"))) or None,
        info.get("Title") or None,
        tuple(_bookmarks(pdf)),
        headings,
    )


def page_labels(document: Any, count: int) -> list[str | None]:
    try:
        labels: list[str | None] = list(itertools.islice(document.get_page_labels(), count))
    except PDFNoPageLabels:
        labels = []
    return [label or None for label in labels] + [None] * (count - len(labels))


def _bookmarks(pdf: Any) -> list[Bookmark]:
    numbers = {page.page_obj.pageid: page.page_number for page in pdf.pages}
    out: list[Bookmark] = []
    try:
        for level, title, dest, action, _ in pdf.doc.get_outlines():
            if len(out) >= _MOST_BOOKMARKS:
                break
            words = " ".join(str(title).split())
            if words:
                out.append(Bookmark(words, level, *_target(pdf, dest, action, numbers)))
    except PDFNoOutlines:
        return out
    return out


def _target(pdf: Any, dest: Any, action: Any, numbers: dict[Any, int]) -> tuple[int | None, float | None]:
    goal = resolve1(dest)
    if goal is None and action is not None:
        goal = resolve1((resolve1(action) or {}).get("D"))
    for _ in range(_MOST_STEPS):
        if isinstance(goal, PSLiteral | bytes | str):
            name = goal.name if isinstance(goal, PSLiteral) else goal
            try:
                goal = resolve1(pdf.doc.get_dest(name))
            except Exception:  # an unknown name: pdfminer's error for it has changed over its versions
                return None, None
        elif isinstance(goal, dict):
            goal = resolve1(goal.get("D"))
        else:
            break
    if not isinstance(goal, list) or not goal:
        return None, None
    number = numbers.get(getattr(goal[0], "objid", None))
    if number is None:
        return None, None
    top = None
    if len(goal) > 3 and isinstance(goal[1], PSLiteral) and goal[1].name == "XYZ":
        top = resolve1(goal[3])
    elif len(goal) > 2 and isinstance(goal[1], PSLiteral) and goal[1].name in ("FitH", "FitBH"):
        top = resolve1(goal[2])
    page = pdf.pages[number - 1].page_obj
    if not isinstance(top, int | float) or page.rotate % 360:
        return number, None
    return number, round(max(0.0, max(page.cropbox[1], page.cropbox[3]) - top), 2)


def _text(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, bytes):
        return str(decode_text(value)).strip("\0 ")
    return value.strip() if isinstance(value, str) else ""
