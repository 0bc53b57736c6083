"""Single letters → pieces: where white space is missing, gaps part the words; bullets and leader dots stand alone.

Letters come in drawing order, as pieces of one letter each. In letter-spaced text every letter has a gap after it;
there only a gap that is much wider than the others parts words::

    K L I M A T   O C H   E N E R G I      Netto 1 250
     ^ usual    ^ cuts                          ^ cuts
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from planparse.pdf.pieces import Piece

BULLETS = "•▪■□●○◦‣∙➢➤✓✔❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf0be\uf0a8\uf06e\uf0f0\uf071"
"""letters that are a word of their own though text follows without a gap"""
LEADER = re.compile(r"[.…_·]{4,}")
"""the dots that lead from a title to its page number"""


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """In ems, the type size."""

    gap: float = 0.25
    """a gap within a word that cuts it: columns set close, words parted by position only"""
    spaced: float = 0.1
    """from this on the usual gap between letters is letter-spacing"""
    widest: float = 0.5
    """letter-spacing is no wider than this: beyond it letters are in columns of their own"""
    widest_figures: float = 0.3
    """the same for figures alone"""
    back: float = 0.6
    """a letter may begin this far before the one before it ends (kerning, slanted boxes)"""


SETTINGS = LetterSettings()


def needs_cutting(text: str) -> bool:
    """Whether text without white space holds a bullet or leader dots besides other letters."""
    return len(text) > 1 and (text[0] in BULLETS or "...." in text or "…" in text or "____" in text)


def joined(letters: list[Piece], settings: LetterSettings = SETTINGS) -> list[Piece]:
    """Letters in drawing order → pieces, cut where the style changes or a gap stands out."""
    if not letters:
        return []
    limit = _limit(letters, settings) * letters[0].style.size
    alone = _alone("".join(letter.text[0] for letter in letters))
    out = [letters[0]]
    start = letters[0].start
    for at in range(1, len(letters)):
        letter, last = letters[at], out[-1]
        size = last.style.size
        gap = letter.start - last.end
        cut = (alone[at] or alone[at - 1]) and alone[at] != alone[at - 1]
        same = letter.style is last.style and abs(letter.base - last.base) < 0.05 * size
        # Letters that share a place are one glyph that stands for several.
        if same and not cut and (-settings.back * size < gap < limit or letter.start == start):
            out[-1] = last._replace(text=last.text + letter.text, end=max(last.end, letter.end))
        else:
            out.append(letter._replace(apart=letter.apart or cut or gap >= limit))
        start = letter.start
    return out


def _limit(letters: list[Piece], settings: LetterSettings) -> float:
    """The gap, in ems, that parts words among these letters."""
    if len(letters) < 3:
        return settings.gap
    size = letters[0].style.size or 1.0
    usual = median(b.start - a.end for a, b in zip(letters, letters[1:], strict=False)) / size
    figures = not any(letter.text.isalpha() for letter in letters)
    if settings.spaced < usual < (settings.widest_figures if figures else settings.widest):
        return 1.7 * usual + 0.1
    return settings.gap


def _alone(text: str) -> list[int]:
    """For each letter 0, or a number that is the same for all letters of one bullet or one row of dots."""
    out = [0] * len(text)
    if text[0] in BULLETS:
        out[0] = 1
    for match in LEADER.finditer(text):
        for at in range(*match.span()):
            out[at] = match.start() + 2
    return out
