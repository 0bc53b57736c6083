"""Ink that the engine's detection passed over: single figures in cells, dashes, bullets.

Detection looks for lines and leaves small things that stand alone out, which in a table are values. So what ink is
left after the lines are taken away is looked at piece by piece: dots, dashes and arrows are told by their shape, the
rest is handed to the engine as a line of its own. What goes on into a line is the rest of a letter that the line's
frame cuts. A page with very many such pieces has a drawing, which is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.ocr.arrows import arrow_in
from planparse.ocr.engine import Engine, Glyph, ReadLine
from planparse.ocr.ground import BLOCK
from planparse.ocr.patches import Piece, merge, pieces_of
from planparse.ocr.picture import Gray, Mask, ink_of
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.ocr.shading import Shaded


def read_leftovers(
    picture: Gray,
    dark: Mask,
    boxes: Sequence[Shaded],
    lines: Sequence[ReadLine],
    em: float,
    engine: Engine,
    settings: OcrSettings = DEFAULT,
) -> list[ReadLine]:
    """The lines, mostly of one word, that stand in ink that no line covers.

    Args:
        picture: the page without lines, its grounds white.
        dark: where its ground is dark, and what is no text.
        boxes: shaded areas, whose edges are no text.
        em: the body's size in pixels.
    """
    # Thin dashes are fainter than letters.
    ink = ink_of(picture, settings.faint_ink)
    rest = ink.copy()
    for line in lines:
        slack = round(0.12 * em)
        rest[round(line.top) : round(line.bottom), max(round(line.x0) - slack, 0) : round(line.x1) + slack] = False
    found = [piece for piece in pieces_of(rest) if _may_be_text(piece, em) and not _goes_on(piece, ink, rest, em)]
    found = [piece for piece in found if not any(_is_edge(piece, box) for box in boxes)]
    if len(found) > settings.most_leftovers:
        return []
    out = []
    for piece in _beside_each_other(found, em):
        if dark[(piece.top + piece.bottom) // 2, (piece.x0 + piece.x1) // 2] and not _has_row(piece, lines, em):
            continue
        read = _by_shape(piece, ink, lines, em) or _read(piece, picture, engine, settings)
        if read is not None:
            out.append(read)
    return out


def _is_edge(piece: Piece, box: Shaded) -> bool:
    """Whether a piece is what is left of a box's side or corner."""
    level = box.top - 2 * BLOCK <= piece.top and piece.bottom <= box.bottom + 2 * BLOCK
    across = box.x0 - 2 * BLOCK <= piece.x0 and piece.x1 <= box.x1 + 2 * BLOCK
    beside = any(abs(edge - side) <= BLOCK for edge in (piece.x0, piece.x1) for side in (box.x0, box.x1))
    over = any(abs(edge - side) <= BLOCK for edge in (piece.top, piece.bottom) for side in (box.top, box.bottom))
    return level and across and (beside or (over and piece.width > 2 * piece.height))


def _goes_on(piece: Piece, ink: Mask, rest: Mask, em: float) -> bool:
    """Whether a piece's ink goes on, up or down, into what was taken away; or aside, where it is narrow as half a
    letter."""
    columns, rows = slice(piece.x0, piece.x1), slice(piece.top, piece.bottom)
    over, under = slice(max(piece.top - 2, 0), piece.top + 1), slice(piece.bottom - 1, piece.bottom + 2)
    frames = [(over, columns), (under, columns)]
    if piece.width < 0.5 * em:
        frames += [(rows, slice(max(piece.x0 - 2, 0), piece.x0 + 1)), (rows, slice(piece.x1 - 1, piece.x1 + 2))]
    return any(bool((ink[frame] & ~rest[frame]).any()) for frame in frames)


def _may_be_text(piece: Piece, em: float) -> bool:
    if piece.height <= 0.25 * em and 0.25 * em <= piece.width <= 1.2 * em:
        # A dash may be a pixel thick.
        return piece.ink >= 0.6 * piece.width
    return (
        piece.ink >= 0.015 * em * em
        and piece.height <= 2.2 * em
        and piece.width <= 12 * em
        and max(piece.width, piece.height) >= 0.16 * em
    )


def _beside_each_other(found: list[Piece], em: float) -> list[Piece]:
    """Pieces of one word or number made one: side by side with less than a space and a half between."""
    out: list[Piece] = []
    for piece in sorted(found, key=lambda one: one.x0):
        for other in out:
            level = min(piece.bottom, other.bottom) - max(piece.top, other.top) > 0.3 * min(piece.height, other.height)
            low = piece.height < 0.4 * em and other.top < piece.bottom <= other.bottom + 0.3 * em
            if (level or low) and piece.x0 - other.x1 < 0.4 * em and other.x0 - piece.x1 < 0.4 * em:
                merge(other, piece)
                break
        else:
            out.append(piece)
    return out


def _by_shape(piece: Piece, ink: Mask, lines: Sequence[ReadLine], em: float) -> ReadLine | None:
    """A bullet before a line, a dash, or an arrow."""
    wide, high = piece.width / em, piece.height / em
    thick = piece.ink / piece.width / em
    if high < 0.42 and thick < 0.16 and 0.2 < wide < 1.2 and wide > 2.2 * thick:
        return _sign(piece, "–" if wide > 0.42 else "-", em) if _has_row(piece, lines, em) else None
    full = piece.ink / (piece.width * piece.height)
    round_ = 0.14 < wide < 0.62 and 0.14 < high < 0.62 and 0.6 < wide / high < 1.6 and full > 0.42
    if round_ and any(_starts_at(line, piece, em) for line in lines):
        return _sign(piece, "•", em)
    arrow = arrow_in(ink[piece.top : piece.bottom, piece.x0 : piece.x1]) if _has_row(piece, lines, em) else ""
    return _sign(piece, arrow, em) if arrow else None


def _has_row(piece: Piece, lines: Sequence[ReadLine], em: float) -> bool:
    """Whether text stands on the row of a dash; what is left of the edge of a shaded band looks like one too."""
    middle = (piece.top + piece.bottom) / 2
    return any(abs((line.top + line.bottom) / 2 - middle) < 0.25 * em for line in lines)


def _starts_at(line: ReadLine, piece: Piece, em: float) -> bool:
    middle = (piece.top + piece.bottom) / 2
    return line.top < middle < line.bottom and 0 < line.x0 - piece.x1 < 4 * em


def _sign(piece: Piece, text: str, em: float) -> ReadLine:
    middle = (piece.top + piece.bottom) / 2
    glyph = Glyph(text, (piece.x0 + piece.x1) / 2, 0.95)
    return ReadLine(piece.x0, middle - 0.5 * em, piece.x1, middle + 0.5 * em, (glyph,))


def _read(piece: Piece, picture: Gray, engine: Engine, settings: OcrSettings) -> ReadLine | None:
    over = round(0.22 * piece.height) + 2
    top, bottom = max(piece.top - over, 0), min(piece.bottom + over, picture.shape[0])
    x0, x1 = max(piece.x0 - over, 0), min(piece.x1 + over, picture.shape[1])
    line = engine.line(picture[top:bottom, x0:x1])
    if line is None or line.confidence < settings.sure_leftover or not any(map(str.isalnum, line.text)):
        return None
    return line.moved(x0, top)
