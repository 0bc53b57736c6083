"""Single letters → pieces: where white space is missing, gaps part the words; bullets and leader dots stand alone.

Letters come in drawing order, as pieces of one letter each. In letter-spaced text every letter has a gap after it;
there only a gap that is much wider than the others parts words::

    K L I M A T   O C H   E N E R G I      Netto 1 250
     ^ usual    ^ cuts                          ^ cuts
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from planparse.pdf.pieces import Piece

BULLETS = "•▪■□●○◦‣∙➢➤✓✔❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf0be\uf0a8\uf06e\uf0f0\uf071"
"""letters that are a word of their own though text follows without a gap"""
LEADER = re.compile(r"[.…_·]{4,}")
"""the dots that lead from a title to its page number"""


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """In ems, the type size."""

    gap: float = 0.13
    """a gap within a word that cuts it: half of the usual space, which tight justification leaves of it"""
    space: float = 0.2
    """a gap of this size is most often a space"""
    spaced: float = 0.1
    """from this on the usual gap between letters is letter-spacing"""
    widest: float = 0.5
    """letter-spacing is no wider than this: beyond it letters are in columns of their own; spaces
    between figures ("– 1 2") are 0.25, so over ``space`` only four letters or more are taken for it"""
    solid: float = 0.9
    """beyond this not even the letters of one string are one word"""
    even: float = 0.03
    """the gaps of letter-spaced figures differ by no more"""
    alike: float = 0.05
    """two or three letters are spaced as the words beside them where their gaps differ by no more"""
    narrow: float = 0.1
    """figures are not kerned: a gap of this size before three of them is the narrow space of thousands"""
    apart: float = 0.08
    """by so much it is wider than the usual gap between the figures: the widest kerning met, of 1 and 1, is 0.074"""
    closing: float = 0.3
    """a full stop or comma so near to the last letter is its word's: no space stands before one"""
    back: float = 0.6
    """a letter may begin this far before the one before it ends (kerning, slanted boxes)"""


SETTINGS = LetterSettings()
_FEWEST = 4
"""letters that show how text is spaced"""
FIGURES = re.compile("[0-9]{4,}")
"""so many that a narrow space may part them"""
_CLOSING = frozenset(".,;:")


def needs_cutting(text: str) -> bool:
    """Whether text without white space holds a bullet or leader dots besides other letters."""
    if len(text) < 2 or not (text[0] in BULLETS or "...." in text or "…" in text or "____" in text):
        return False
    return LEADER.fullmatch(text) is None


def pieces_of(
    letters: list[Piece], solid: Sequence[bool] | None = None, settings: LetterSettings = SETTINGS
) -> list[Piece]:
    """Letters in drawing order → pieces, cut where the style changes or a gap stands out.

    A letter that is ``apart`` from the one before begins a word, unless the text is letter-spaced. ``solid`` tells of
    each letter whether the reader knows that it goes on the word of the one before, whatever the gap.
    """
    solid = solid or [False] * len(letters)
    out: list[Piece] = []
    text = "".join([letter.text[0] for letter in letters])
    if FIGURES.search(text):
        letters = _with_thousands(letters, text, settings)
    if text[-1] in _CLOSING and _closes(letters, settings):
        letters, solid = [*letters[:-1], replace(letters[-1], apart=False)], [*solid[:-1], True]
    for begin, end in parts(text):
        first = letters[begin] if begin == 0 else replace(letters[begin], apart=True)
        out += _joined([first, *letters[begin + 1 : end]], solid[begin:end], settings)
    return out


def pieces_of_runs(runs: Sequence[list[Piece]], settings: LetterSettings = SETTINGS) -> list[Piece]:
    """Runs of letters with white space between them, in drawing order → pieces.

    Two or three letters don't show by themselves that they are letter-spaced ("S O M"): the runs beside them do.
    """
    spacings = [_spacing(run, settings) for run in runs]
    taken = [False] * len(runs)
    forth = [(at, at - 1) for at in range(1, len(runs))]
    back = [(at - 1, at) for at in range(len(runs) - 1, 0, -1)]
    for at, beside in (*forth, *back):
        short = 1 < len(runs[at]) < _FEWEST and not spacings[at]
        if short and spacings[beside] and _spaced_as(runs[at], runs[beside], spacings[beside], settings):
            spacings[at], taken[at] = spacings[beside], True
    return [
        piece
        for run, spaced in zip(runs, taken, strict=True)
        for piece in pieces_of(run, [spaced] * len(run), settings)
    ]


def _spaced_as(run: list[Piece], other: list[Piece], spacing: float, settings: LetterSettings) -> bool:
    first, known = run[0], other[0]
    size = first.style.size
    return (
        known.style is first.style
        and abs(known.base - first.base) < 0.05 * size
        and all(letter.text.isalpha() and letter.style is first.style for letter in run)
        and all(abs(b.start - a.end - spacing * size) < settings.alike * size for a, b in pairwise(run))
    )


def _joined(letters: list[Piece], solid: Sequence[bool], settings: LetterSettings) -> list[Piece]:
    spaced = _spacing(letters, settings)
    limit = (1.7 * spaced + 0.1 if spaced else settings.gap) * letters[0].style.size
    out = [letters[0]]
    start = letters[0].start
    for letter, known in zip(letters[1:], solid[1:], strict=True):
        last = out[-1]
        size = last.style.size
        gap = letter.start - last.end
        same = letter.style is last.style and abs(letter.base - last.base) < 0.05 * size
        cut = letter.apart and not spaced
        most = settings.solid * size if known else limit
        # Letters that share a place are one glyph that stands for several.
        if same and not cut and (-settings.back * size < gap < most or letter.start == start):
            end = max(last.end, letter.end)
            out[-1] = Piece(last.text + letter.text, last.start, end, last.base, last.style, last.apart)
        else:
            out.append(Piece(letter.text, letter.start, letter.end, letter.base, letter.style, cut or gap >= most))
        start = letter.start
    return out


def _closes(letters: list[Piece], settings: LetterSettings) -> bool:
    """Whether the last letter is a full stop or comma after a word, whatever gap its font leaves before it."""
    if len(letters) < 3:
        return False
    before, last = letters[-2:]
    size = last.style.size
    return (
        before.text.isalpha() and last.style is before.style and 0 < last.start - before.end < settings.closing * size
    )


def _with_thousands(letters: list[Piece], text: str, settings: LetterSettings) -> list[Piece]:
    """The letters, with figures ``apart`` that begin three and have a narrow space before them, which no reader tells
    of."""
    out = list(letters)
    words = pairwise([0, *(at for at, letter in enumerate(letters) if at and letter.apart), len(letters)])
    for match in (found for begin, end in words for found in FIGURES.finditer(text, begin, end)):
        run = letters[match.start() : match.end()]
        size = run[0].style.size or 1.0
        gaps = [(b.start - a.end) / size for a, b in pairwise(run)]
        least = max(settings.narrow, median_low(gaps) + settings.apart)
        cuts = [at for at, gap in enumerate(gaps, match.start() + 1) if gap >= least]
        if all(end - begin == 3 for begin, end in pairwise([*cuts, match.end()])):
            for at in cuts:
                out[at] = replace(out[at], apart=True)
    return out


def parts(text: str) -> list[tuple[int, int]]:
    """Where the words of text without white space begin and end: a bullet, rows of leader dots, and what is between.

    >>> [text[begin:end] for text in ["•Mål....3"] for begin, end in parts(text)]
    ['•', 'Mål', '....', '3']
    """
    edges = {0, len(text)} | ({1} if text and text[0] in BULLETS else set())
    for match in LEADER.finditer(text):
        edges.update(match.span())
    return list(pairwise(sorted(edges)))


def _spacing(letters: list[Piece], settings: LetterSettings) -> float:
    """The usual gap between letters, in ems, where it is letter-spacing; else 0."""
    size = letters[0].style.size or 1.0
    if len(letters) == 2:
        # Two capitals that are no space apart: words of one letter are rarely capitals, two of them never.
        first, last = letters
        gap = (last.start - first.end) / size
        capitals = first.text.isupper() and last.text.isupper() and not last.apart
        return gap if capitals and settings.spaced < gap < settings.space else 0.0
    if len(letters) < 3:
        return 0.0
    gaps = sorted((b.start - a.end) / size for a, b in pairwise(letters) if b.start != a.start)
    usual = median_low(gaps) if gaps else 0.0
    if not settings.spaced < usual < settings.widest:
        return 0.0
    figures = any(letter.text.isdigit() for letter in letters)
    # "– 1 216" has a gap after every other letter: with figures, all must be alike and less than a space.
    if figures and (gaps[0] < 0.5 * usual or (usual >= settings.space and not _even(letters, gaps, settings))):
        return 0.0
    return usual if len(letters) > 3 or usual < settings.space + 0.06 else 0.0


def _even(letters: list[Piece], gaps: Sequence[float], settings: LetterSettings) -> bool:
    """Whether figures with gaps as wide as spaces are letter-spaced as the words before them ("M Å L E N  2 0 2 4").

    The gaps are all but equal, and the figures follow letters spaced so, or nothing says that spaces part them.
    """
    if gaps[int(0.8 * (len(gaps) - 1))] - gaps[0] > settings.even:
        return False
    lettered = sum(a.text.isalpha() and b.text.isalpha() for a, b in pairwise(letters))
    return lettered >= _FEWEST or (len(letters) > _FEWEST and not any(letter.apart for letter in letters[1:]))
