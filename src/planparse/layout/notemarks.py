"""Note marks among the words of a page: small figures raised behind a word, or before a note's text.

    76 100²      the raised 2 is no part of the number, and no line of its own
    ¹ Varav ...  nor is the mark of a note a row

They are set aside before tables are looked for, and go where their word goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.layout.lines import is_note_mark
from planparse.layout.settings import DEFAULT, LayoutSettings
from planparse.pdf.page import Word

_BEGINNINGS = frozenset("0123456789[(ivxabcde")
"""the first signs of marks"""
_MOST = 400
"""small words; a page with more is a drawing, or all in small type"""
_GAP = 0.35
"""type sizes between a word and its mark"""
_NOTE_GAP = 3.0
"""and between a note's mark and its text"""


def marked_words(words: Sequence[Word], settings: LayoutSettings = DEFAULT) -> dict[int, int]:
    """The index of each note mark with that of its word; empty for most pages."""
    sizes = [word.size for word in words]
    if not sizes:
        return {}
    most = settings.small * max(sizes)
    small = [
        at
        for at, size in enumerate(sizes)
        if size <= most
        and (word := words[at]).text[0] in _BEGINNINGS
        and not word.turned
        and len(word.text) < 6
        and is_note_mark(word.text)
    ]
    if not small or len(small) > _MOST:
        return {}
    # Only the larger words can have marks: under a large title, numbers in the text are small too.
    least = min([sizes[at] for at in small])
    larger: dict[int, list[int]] = {}
    largest: dict[int, float] = {}
    for at in [at for at, size in enumerate(sizes) if settings.small * size >= least]:
        word = words[at]
        if not word.turned:
            slot = int(word.baseline // 8)
            larger.setdefault(slot, []).append(at)
            if word.size > largest.get(slot, 0.0):
                largest[slot] = word.size
    out: dict[int, int] = {}
    for at in small:
        slot = int(words[at].baseline // 8)
        slots = (slot - 1, slot, slot + 1, slot + 2)
        if words[at].size > settings.small * max([largest.get(one, 0.0) for one in slots]):
            continue  # a figure among others of its size
        near = [index for one in slots for index in larger.get(one, ())]
        host = _host(words, at, near, settings)
        if host is not None:
            out[at] = host
    return out


def _host(words: Sequence[Word], at: int, near: Sequence[int], settings: LayoutSettings) -> int | None:
    """The word that a small one is raised from: the nearest before it, else the nearest behind."""
    mark = words[at]
    best: tuple[bool, float, int] | None = None
    for index in near:
        word = words[index]
        size = word.size
        raised = word.baseline - mark.baseline
        if mark.size > settings.small * size or not settings.raised * size < raised < 0.75 * size:
            continue
        behind, before = mark.x0 - word.x1, word.x0 - mark.x1
        if -0.15 * size <= behind < _GAP * size:
            found = (False, behind, index)
        elif -0.15 * size <= before < _NOTE_GAP * size:
            found = (True, before, index)
        else:
            continue
        if best is None or found < best:
            best = found
    if best is None or (not best[0] and is_note_mark(mark.text, words[best[2]].text) is False):
        return None
    return best[2]
