"""A device for pdfminer that keeps what a page draws: letters with their style, painted paths, pictures."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.utils import decode_text

from planparse.pdf.colors import rgb
from planparse.pdf.display import IDENTITY, Display, Matrix, multiply, place, place_box
from planparse.pdf.fonts import is_bold, is_italic, plain_name
from planparse.pdf.letters import pieces_of_runs
from planparse.pdf.page import Picture
from planparse.pdf.paths import Step, paint
from planparse.pdf.pieces import Piece, Style, along
from planparse.pdf.raster import Content
from planparse.pdf.strokes import Strokes

MOST_LETTERS = 200_000
UNKNOWN = "\ufffd"


class TooManyLettersError(Exception):
    """A page draws more than can be read in bounded time."""


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    matrix: Matrix
    advance: float
    size: float
    font: Any
    color: int
    mode: int
    tag: int
    spacing: float


@dataclass(frozen=True, slots=True)
class _Painted:
    path: Sequence[Any]
    matrix: Matrix
    fill: int | None
    stroke: int | None
    width: float


class LetterDevice(PDFTextDevice):
    """Collects one page; places stay in pdfminer's coordinates until the page's display is known."""

    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self.page_matrix: Matrix = IDENTITY
        self._letters: list[_Letter] = []
        self._painted: list[_Painted] = []
        self._images: list[tuple[Any, Matrix]] = []
        self._mode = 0
        self._spacing = 0.0
        self._tags: list[int] = []
        self._spans: list[tuple[int, str | None]] = []
        self._matrices: list[Matrix] = []
        self._styles: dict[tuple[Any, ...], Style] = {}
        self._pool: dict[Style, Style] = {}

    def begin_page(self, page: Any, ctm: Matrix) -> None:
        self.page_matrix = ctm

    def begin_figure(self, name: str, bbox: Any, matrix: Matrix) -> None:
        self._matrices.append(self.ctm or IDENTITY)
        if len(self._matrices) > 12:
            raise TooManyLettersError

    def end_figure(self, name: str) -> None:
        # pdfminer leaves the figure's matrix set for what the page draws after it.
        self.ctm = self._matrices.pop()

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        mcid = props.get("MCID") if isinstance(props, dict) else None
        self._tags.append(mcid if isinstance(mcid, int) else self._tags[-1] if self._tags else -1)
        said = props.get("ActualText") if isinstance(props, dict) else None
        self._spans.append((len(self._letters), decode_text(said) if isinstance(said, bytes) else None))

    def end_tag(self) -> None:
        if self._tags:
            self._tags.pop()
            first, said = self._spans.pop()
            if said is not None:
                self._replace(first, said)

    def _replace(self, first: int, said: str) -> None:
        """Put the text that the file gives for some letters in their place, on equal shares of their width."""
        old = self._letters[first:]
        if not old:
            return
        if len(old) == len(said):
            new = [replace(letter, text=text) for letter, text in zip(old, said, strict=True)]
        else:
            start, last = old[0].matrix, old[-1]
            width = math.hypot(start[0], start[1]) or 1.0
            ends = math.hypot(last.matrix[4] - start[4], last.matrix[5] - start[5]) / width + last.advance
            share = ends / max(len(said), 1)
            new = [
                replace(old[0], text=text, matrix=multiply((1, 0, 0, 1, share * at, 0), start), advance=share)
                for at, text in enumerate(said)
            ]
        self._letters[first:] = new

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render if isinstance(textstate.render, int) else 0
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_string_horizontal(self, seq: Any, matrix: Matrix, pos: Any, *style: Any) -> tuple[float, float]:
        """As pdfminer has it, but with the letter-spacing after every letter, a string's last one included."""
        font, size, scaling, charspace, wordspace, rise, dxscale, ncs, graphicstate = style
        self._spacing = charspace
        x, y = pos
        for part in seq:
            if isinstance(part, int | float):
                x -= part * dxscale
            elif isinstance(part, bytes):
                for cid in font.decode(part):
                    moved = multiply((1, 0, 0, 1, x, y), matrix)
                    x += self.render_char(moved, font, size, scaling, rise, cid, ncs, graphicstate) + charspace
                    if cid == 32:
                        x += wordspace
        return (x, y)

    def render_char(
        self,
        matrix: Matrix,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        advance: float = font.char_width(cid) * fontsize * scaling
        if len(self._letters) >= MOST_LETTERS:
            raise TooManyLettersError
        if rise:
            matrix = multiply((1, 0, 0, 1, 0, rise), matrix)
        color = rgb(graphicstate.ncolor, getattr(graphicstate, "ncs", None))
        tag = self._tags[-1] if self._tags else -1
        self._letters.append(_Letter(text, matrix, advance, fontsize, font, color or 0, self._mode, tag, self._spacing))
        return advance

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        fill_color = rgb(graphicstate.ncolor, getattr(graphicstate, "ncs", None)) if fill else None
        stroke_color = rgb(graphicstate.scolor, getattr(graphicstate, "scs", None)) if stroke else None
        if len(self._painted) >= MOST_LETTERS:
            raise TooManyLettersError
        if fill_color is not None or stroke_color is not None:
            width = float(graphicstate.linewidth or 0)
            self._painted.append(_Painted(list(path), self.ctm or IDENTITY, fill_color, stroke_color, width))

    def render_image(self, name: str, stream: Any) -> None:
        # An inline picture comes without begin_figure; either way the matrix is that of the unit square.
        self._images.append((stream, self.ctm or IDENTITY))

    def pieces(self, display: Display) -> list[Piece]:
        """The letters joined to pieces, in drawing order."""
        runs: list[list[Piece]] = [[]]
        for letter in self._letters:
            if not letter.text.strip():
                runs.append([])
                continue
            piece = self._piece(letter, display, apart=not runs[-1])
            if runs[-1] and _jumps(runs[-1][-1], piece):
                runs.append([])
            runs[-1].append(piece)
        pieces = pieces_of_runs([run for run in runs if run])
        return [replace(piece, end=piece.end - piece.style.spacing) for piece in pieces]

    def _piece(self, letter: _Letter, display: Display, *, apart: bool) -> Piece:
        a, b, _, _, e, f = letter.matrix
        style = self._style(letter, display)
        start, base = along(*display.point(e, f), style.turned)
        reach = letter.advance + letter.spacing
        end, _ = along(*display.point(e + a * reach, f + b * reach), style.turned)
        return Piece(letter.text, min(start, end), max(start, end), base, style, apart)

    def _style(self, letter: _Letter, display: Display) -> Style:
        a, b, c, d, _, _ = letter.matrix
        key = (id(letter.font), letter.size, a, b, c, d, letter.color, letter.mode, letter.tag, letter.spacing)
        known = self._styles.get(key)
        if known is None:
            about = letter.font.descriptor or {}
            name = plain_name(str(letter.font.fontname or ""))
            flags = int(letter.font.flags or 0)
            angle = about.get("ItalicAngle", 0)
            weight = _weight(about)
            shear = c / d if b == 0 and d > 0 else 0.0
            known = Style(
                round(abs(letter.size) * math.hypot(c, d), 2),
                name,
                is_bold(name, flags, weight) or letter.mode in (1, 2, 5, 6),
                is_italic(name, angle if isinstance(angle, int | float) else 0) or 0.1 < shear < 0.6,
                letter.color,
                display.turned(a, b),
                letter.mode in (3, 7),
                letter.tag,
                letter.spacing * math.hypot(a, b),
            )
            known = self._pool.setdefault(known, known)
            self._styles[key] = known
        return known

    def strokes(self, display: Display) -> Strokes:
        strokes = Strokes(display.width, display.height)
        for painted in self._painted:
            whole = multiply(painted.matrix, display.matrix)
            # pdfminer has put the width through the matrix already.
            steps = _steps(painted.path, whole)
            paint(steps, strokes, fill=painted.fill, stroke=painted.stroke, width=painted.width)
        return strokes

    def pictures(self, display: Display, content: Callable[[Any, float, float], Content]) -> list[Picture]:
        """The pictures; ``content`` reads what is in one from its stream and displayed size."""
        out = []
        for stream, matrix in self._images:
            x0, top, x1, bottom = place_box(multiply(matrix, display.matrix), 0, 0, 1, 1)
            found = content(stream, x1 - x0, bottom - top)
            out.append(Picture(x0, top, x1, bottom, found.color, found.filled, found.key))
        return out


def _jumps(last: Piece, piece: Piece) -> bool:
    """Whether a letter starts anew somewhere else rather than following the one before."""
    size = last.style.size
    gap = piece.start - last.end
    return (
        last.style.turned != piece.style.turned
        or abs(piece.base - last.base) > 0.7 * size
        or not -0.6 * size < gap < 2 * size
    )


def _steps(path: Sequence[Any], matrix: Matrix) -> list[Step]:
    steps: list[Step] = []
    for name, *numbers in path:
        if name == "h":
            steps.append(("h", 0.0, 0.0))
            continue
        kind = name if name in ("m", "l") else "c"
        points = zip(numbers[::2], numbers[1::2], strict=False)
        steps.extend((kind, *place(matrix, x, y)) for x, y in points)
    return steps


def _weight(about: dict[str, Any]) -> int:
    """As PDFium reckons it from the stem's width."""
    stem = about.get("StemV", 0)
    if not isinstance(stem, int | float):
        return 0
    return int(stem * 5 if stem < 140 else stem * 4 + 140)
