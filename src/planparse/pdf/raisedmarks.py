"""Note marks that a font draws raised and small as letters of its own: in the text "811" for 81¹.

Nothing in such a text tells them: size and line are those of the figures before them. But figures of one font that
are all as wide as each other show it by their room: the last of "811" takes less than the two before it.

In: a page's words. Out: the same, such marks as raised words of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.pdf.page import Word

_LETTERS = "abcdef"
_FEWEST = 4
"""numbers of a font from which its figures are known to be as wide as each other"""
_ALIKE = 0.006
"""of the type size: how far the mean width of a number's figures may be off theirs"""
_LESS = (0.1, 0.3)
"""of the type size: by so much a raised figure is narrower than others; kerning takes 0.07 at most"""
_WIDEST = 0.37
"""of the type size, and of a raised letter"""
_SIZE, _RAISED = 0.6, 0.33
"""of the type size, as raised letters are drawn"""

_Tagged = tuple[Word, int]


def with_raised_marks(words: list[_Tagged]) -> list[_Tagged]:
    """The words with what they are tagged with; a mark has the tag of its word."""
    # Every word of every page comes by here: numbers like the first one of their font are only counted.
    first: dict[str, float] = {}
    alike: dict[str, int] = {}
    odd: list[tuple[str, float, int]] = []
    for at, (word, _) in enumerate(words):
        text = word.text
        if not "-" < text < ":" or len(text) < 2:
            continue
        font = word.font
        if text.isdigit():
            width = (word.x1 - word.x0) / (len(text) * word.size)
            known = first.get(font)
            if known is None:
                first[font], alike[font] = width, 1
            elif -_ALIKE < width - known < _ALIKE:
                alike[font] += 1
            else:
                odd.append((font, width, at))
        elif text[-1] in _LETTERS:
            odd.append((font, 0.0, at))
    cuts: dict[int, float] = {}
    for font in {font for font, _, _ in odd}:
        others = [(width, at) for name, width, at in odd if name == font]
        usual = _width(first.get(font, 0.0), alike.get(font, 0), [width for width, _ in others if width])
        for width, at in others if usual else ():
            if width < usual and (cut := _cut(words[at][0], usual * words[at][0].size)) is not None:
                cuts[at] = cut
    return _parted(words, cuts) if cuts else words


def _parted(words: Sequence[_Tagged], cuts: dict[int, float]) -> list[_Tagged]:
    out: list[_Tagged] = []
    for at, (word, tag) in enumerate(words):
        cut = cuts.get(at)
        if cut is None:
            out.append((word, tag))
            continue
        drop = _RAISED * word.size
        mark = replace(word, text=word.text[-1], x0=cut, size=_SIZE * word.size, baseline=word.baseline - drop)
        out += [(replace(word, text=word.text[:-1], x1=cut), tag), (replace(mark, bottom=word.bottom - drop), tag)]
    return out


def _width(first: float, alike: int, others: Sequence[float]) -> float:
    """The width of a figure, in type sizes, where most numbers of a font have the same; else 0."""
    widest = max([first, *others])
    count = alike * (widest - first < _ALIKE) + sum(widest - width < _ALIKE for width in others)
    return widest if count >= _FEWEST and count * 4 >= (alike + len(others)) * 3 else 0.0


def _cut(word: Word, width: float) -> float | None:
    """Where a word's raised mark begins, None where it has none."""
    text = word.text
    figures = text[:-1]
    if not figures.isdigit() or word.turned:
        return None
    start = word.x0 + len(figures) * width
    room = (word.x1 - start) / word.size
    if text[-1].isdigit():
        return start if _LESS[0] < width / word.size - room < _LESS[1] else None
    return start if 0.1 < room < _WIDEST else None
