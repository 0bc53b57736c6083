"""The lead of a paragraph: the words at its start that weight or slant sets apart ("Mätmetod:" in bold)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planparse.layout.joining import NOTHING_KNOWN, KnownWords, join_lines
from planparse.layout.lines import TextLine
from planparse.pdf.page import Word

_LONGEST = 25
"""words; more is a paragraph set in bold, not a lead"""


def lead_of(lines: Sequence[TextLine], marker: str, text: str, known: KnownWords = NOTHING_KNOWN) -> str:
    """The lead of the paragraph with that text, "" where it has none."""
    words = lines[0].words
    skip = 1 if marker and len(words) > 1 and words[0].text == marker else 0
    first = words[skip]
    for told in (_bold, _italic, _underlined):
        if told(first):
            lead = _run(lines, skip, marker, told, known)
            if lead and lead != text and text.startswith(lead):
                return lead
    return ""


def _run(lines: Sequence[TextLine], skip: int, marker: str, told: Callable[[Word], bool], known: KnownWords) -> str:
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
            if number == 0 and marker and not skip:
                part = part[len(marker) :].lstrip()
            parts.append(part)
        if held < len(words):
            break
    return join_lines(parts, known)


def _bold(word: Word) -> bool:
    return word.bold


def _italic(word: Word) -> bool:
    return word.italic


def _underlined(word: Word) -> bool:
    return word.underlined
