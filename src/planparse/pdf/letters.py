"""Single letters → pieces: where white space is missing, gaps part the words."""

from __future__ import annotations

from statistics import median

from planparse.pdf.pieces import Piece

_GAP = 0.25
"""a gap within a word that cuts it, in ems: columns set close, words parted by position only"""
_SPACED = 0.1
"""a gap after most letters of this size, in ems, is letter-spacing"""


def joined(letters: list[Piece]) -> list[Piece]:
    """Letters in drawing order → pieces, cut where the style changes or a gap stands out.

    In letter-spaced text every letter has a gap after it; there only a gap that is much wider than the others cuts.
    """
    if not letters:
        return []
    gaps = [b.start - a.end for a, b in zip(letters, letters[1:], strict=False)]
    size = letters[0].style.size
    usual = median(gaps) if len(gaps) > 1 else 0.0
    limit = 1.7 * usual + 0.1 * size if usual > 0.1 * size else _GAP * size
    out: list[Piece] = []
    for at, letter in enumerate(letters):
        if at == 0:
            out.append(letter)
            continue
        last, gap = out[-1], gaps[at - 1]
        same = letter.style is last.style and abs(letter.base - last.base) < 0.05 * size
        if same and -0.6 * size < gap < limit:
            out[-1] = last._replace(text=last.text + letter.text, end=max(last.end, letter.end))
        else:
            out.append(letter._replace(apart=letter.apart or gap >= limit))
    return out
