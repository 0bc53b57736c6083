"""The lead of a paragraph: the words at its start that its type sets apart ("Mätmetod:" in bold)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planparse.layout.joining import NOTHING_KNOWN, KnownWords, join_lines
from planparse.layout.lines import TextLine
from planparse.pdf.page import Word

_LONGEST = 25
"""words; more is a paragraph set in bold, not a lead"""


def lead_of(lines: Sequence[TextLine], cut: int, text: str, known: KnownWords = NOTHING_KNOWN) -> str:
    """The lead of the paragraph with that text, "" where it has none. ``cut`` characters of it are a marker.

    A label ("Mål:") may also be set apart by its font or colour alone.
    """
    words = lines[0].words
    skip = 1 if cut and len(words) > 1 and len(words[0].text) == cut else 0
    first = words[skip]
    for told in (_bold, _italic, _underlined):
        if told(first):
            lead = _run(lines, skip, 0 if skip else cut, told, known)
            if any(map(str.isalpha, lead)) and lead != text and text.startswith(lead):
                return lead
    rest = lines[-1].last
    if _look(first) != _look(rest):
        lead = _run(lines, skip, 0 if skip else cut, lambda word: _look(word) != _look(rest), known)
        if lead.endswith(":") and any(map(str.isalpha, lead)) and lead != text and text.startswith(lead):
            return lead
    return ""


def _run(lines: Sequence[TextLine], skip: int, cut: int, told: Callable[[Word], bool], known: KnownWords) -> str:
    parts: list[str] = []
    count = 0
    for number, line in enumerate(lines):
        words = line.words[skip:] if number == 0 else line.words
        held = 0
        for word in words:
            if not told(word):
                break
            held += 1
        count += held
        if count > _LONGEST:
            return ""
        if held:
            part = " ".join(word.text for word in words[:held])
            parts.append(part[cut:].lstrip() if number == 0 else part)
        if held < len(words):
            break
    return join_lines(parts, known)


def _look(word: Word) -> tuple[str, int]:
    return (word.font, word.color)


def _bold(word: Word) -> bool:
    return word.bold


def _italic(word: Word) -> bool:
    return word.italic


def _underlined(word: Word) -> bool:
    return word.underlined
