"""The ink of a word's single characters, and what it tells that an engine does not see.

Raised figures that point to a note, the narrow spaces in large numbers, the bar under "≤", rings and dots over capitals
and small letters: each is a few pixels, which the engine's picture of a line has no room for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planparse.ocr.engine import Glyph
from planparse.ocr.picture import Mask, runs
from planparse.ocr.settings import DEFAULT, OcrSettings

_TALL = frozenset("bdfhklBCDEFGHIKLMNPRSTUVXZ0123456789")


@dataclass(frozen=True, slots=True)
class Inked:
    """A character with the frame of its ink in the picture."""

    text: str
    x0: int
    x1: int
    top: int
    bottom: int


def inked(
    glyphs: Sequence[Glyph], ink: Mask, frame: tuple[float, float, float, float], em: float
) -> list[Inked] | None:
    """Each character's ink, where the word's ink falls into as many pieces as it has characters; else None."""
    x0, top, x1, bottom = (round(edge) for edge in frame)
    piece = ink[top:bottom, x0:x1]
    if not piece.size:
        return None
    stretches = runs(np.asarray(piece.any(axis=0)))
    if len(stretches) != len(glyphs):
        return None
    out = []
    for glyph, (start, end) in zip(glyphs, stretches, strict=True):
        # As many pieces by chance: one letter in two, and two in one.
        if abs(x0 + (start + end) / 2 - glyph.x) > 0.4 * em:
            return None
        rows = np.flatnonzero(piece[:, start:end].any(axis=1))
        out.append(Inked(glyph.text, x0 + start, x0 + end, top + int(rows[0]), top + int(rows[-1]) + 1))
    return out


def raised_from(found: Sequence[Inked], em: float) -> int:
    """The number of characters before the raised figures that a number ends with; all where there are none.

    >>> number = [Inked("9", 0, 10, 10, 30), Inked("6", 12, 22, 10, 30), Inked("1", 24, 29, 8, 20)]
    >>> raised_from(number, 28.0)
    2
    """
    count = len(found)
    while count and found[count - 1].text.isdigit():
        last, before = found[count - 1], [one for one in found[: count - 1] if one.text.isalnum()]
        if not before:
            return len(found)
        floor, height = max(one.bottom for one in before), max(one.bottom - one.top for one in before)
        if floor - last.bottom < 0.18 * em or last.bottom - last.top > 0.8 * height:
            break
        count -= 1
    return count


def thousands(found: Sequence[Inked], em: float, settings: OcrSettings = DEFAULT) -> list[int]:
    """Before which characters a number has the narrow space that parts its thousands.

    >>> even = [Inked(figure, 14 * at, 14 * at + 11, 10, 30) for at, figure in enumerate("2027")]
    >>> spaced = [Inked(one.text, one.x0 + 5 * (at > 0), one.x1 + 5 * (at > 0), 10, 30) for at, one in enumerate(even)]
    >>> thousands(even, 28.0), thousands(spaced, 28.0)
    ([], [1])
    """
    start = next((index for index, one in enumerate(found) if one.text.isdigit()), len(found))
    end = start
    while end < len(found) and found[end].text.isdigit():
        end += 1
    if end - start < 4 or any(one.text.isalpha() for one in found):
        return []
    middles = [(one.x0 + one.x1) / 2 for one in found[start:end]]
    steps = {start + index: middles[index] - middles[index - 1] for index in range(1, end - start)}
    parting = [index for index in steps if (end - index) % 3 == 0]
    usual = [step for index, step in steps.items() if index not in parting]
    wide = [steps[index] for index in parting]
    mean = sum(usual) / len(usual)
    if min(wide) > max(usual) + settings.thousands / 2 * em and sum(wide) / len(wide) > mean + settings.thousands * em:
        return parting
    return []


def barred(sign: Inked, ink: Mask) -> str:
    """ "≤" and "≥" for a "<" or ">" that has a bar under it."""
    piece = ink[sign.top : sign.bottom, sign.x0 : sign.x1]
    low = piece[-max(len(piece) // 3, 1) :]
    if float(low.mean(axis=1).max()) < 0.75:
        return sign.text
    return "≤" if sign.text == "<" else "≥"


def capital_of(text: str, ink: Mask, frame: tuple[float, float, float, float], em: float) -> str:
    """A word's first letter, where that is A or O, with the ring or the dots that stand over it and were not read.

    It is looked at only where the letters after it tell how high a capital is.
    """
    x0, top, x1, bottom = (round(edge) for edge in frame)
    piece = ink[top:bottom, x0:x1]
    if text[:1] not in ("A", "O") or not any(letter in _TALL for letter in text[1:]) or not piece.any():
        return text[:1]
    wide = round(0.62 * em)
    first, rest = piece[:, :wide], piece[:, round(0.75 * em) :]
    if not first.any() or not rest.any():
        return text[:1]
    own, line = int(np.argmax(first.any(axis=1))), int(np.argmax(rest.any(axis=1)))
    if line - own <= 0.12 * em:
        return text[:1]
    marks = runs(np.asarray(first[own : own + max(round((line - own) * 0.7), 1)].any(axis=0)))
    if len(marks) == 2 and marks[1][0] - marks[0][1] >= 0.06 * em:
        return "Ä" if text[0] == "A" else "Ö"
    if len(marks) == 1 and marks[0][1] - marks[0][0] <= 0.32 * em and text[0] == "A":
        return "Å"
    return text[:1]
