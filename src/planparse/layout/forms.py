"""Forms: a key in bold at the left of each row, its text at the right, and no row of heads.

    **Nämnd**       Omsorgsnämnden
    **Syfte**       Att fallen blir färre i de särskilda boendena
                    och i hemmen
    **Tidplan**     Januari till december

In: the lines of a block, laid in columns. Out: whether it is a form; without a line or fill, one that is no text beside
the headings of its margin.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.layout.rowlines import RowLine
from planparse.layout.textlines import Chunk
from planparse.pdf.page import Word

_KEY_WORDS = 5
_LEAST_LETTERS = 3
_LEAST_KEYS = 4
"""rows of a form without lines: three may be anything"""
_MOST_LINES = 4
"""lines of one row of it: more is prose beside a heading"""


def is_form(lines: Sequence[RowLine], cols: int, words: Sequence[Word]) -> bool:
    """Whether bold keys stand left of text that is not bold, from the first line on."""
    if cols != 2 or not lines or not _is_keyed(lines[0], words):
        return False
    told = [line for line in lines if line.at(0)]
    return len(told) > 1 and sum(_is_keyed(line, words) for line in told) >= 0.8 * len(told)


def bare_form(rows: Sequence[Sequence[RowLine]], cols: int, words: Sequence[Word]) -> bool:
    """Whether rows without lines are a form: keys as large as the text, a few lines to each, evenly spaced."""
    lines = [line for row in rows for line in row]
    if len(rows) < _LEAST_KEYS or not is_form(lines, cols, words):
        return False
    if not all(_is_keyed(row[0], words) and not any(line.at(0) for line in row[1:]) for row in rows):
        return False
    if any(len(row) > _MOST_LINES for row in rows) or sum(len(row) for row in rows) > 2.5 * len(rows):
        return False
    keys = {round(words[i].size, 1) for row in rows for i in _words(row[0].at(0))}
    texts = {round(words[i].size, 1) for row in rows for i in _words(row[0].at(1))}
    spaces = [below.line.top - above.line.bottom for above, below in pairwise(lines)]
    return max(keys) <= 1.02 * min(texts) and max(spaces) < 1.2 * lines[0].line.size


def _is_keyed(row: RowLine, words: Sequence[Word]) -> bool:
    key, text = row.at(0), row.at(1)
    if key is None or text is None or row.spans or len(key.words) > _KEY_WORDS:
        return False
    if sum(map(str.isalpha, key.text)) < _LEAST_LETTERS:
        return False  # a bullet, the number of an item
    return _bold(key, words) and not _bold(text, words)


def _bold(chunk: Chunk, words: Sequence[Word]) -> bool:
    return all(words[index].bold or not any(map(str.isalnum, words[index].text)) for index in chunk.words)


def _words(chunk: Chunk | None) -> Sequence[int]:
    return chunk.words if chunk else ()
