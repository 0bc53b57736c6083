"""One page as a picture with its boxes: for a notebook, a report, a bug's description.

In: the page's picture (a PIL image), the plan, the page's number. Out: a new picture, the boxes in their kinds' colours
with the records' running numbers, doubts dashed, and the legend under it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from planparse.model import Plan
from planparse.report.view import Language, words
from planparse.report.view_kinds import BY_NAME, DOUBT_COLORS, KINDS, Kind
from planparse.report.view_parts import boxes
from planparse.report.view_records import Shown, shown_records

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Font = FreeTypeFont | ImageFont
    Place = tuple[float, float, float, float]

_WASH = 26
"""of 255: how much of a kind's colour lies over the words in a box; they stay black to the eye"""
_MARGIN = 0.2
"""a box that begins in this part of the page's width has the margin beside it"""
_INK = "#1b2430"
_BARE_OF = dict(zip("åäöÅÄÖ", "aaoAAO", strict=True))
_BARE = str.maketrans(_BARE_OF)


def drawn_page(
    picture: Image,
    plan: Plan,
    page: int,
    *,
    kinds: Iterable[str] | None = None,
    language: Language = "sv",
) -> Image:
    """``kinds`` are names of the plan's fields ("goals", "budgets"); all but sections where None."""
    from PIL import Image, ImageDraw, ImageFont

    wanted = ({kinds} if isinstance(kinds, str) else set(kinds)) if kinds is not None else set(BY_NAME) - {"sections"}
    if not wanted <= set(BY_NAME):
        unknown = ", ".join(sorted(wanted - set(BY_NAME)))
        raise ValueError(f"no such kind of record: {unknown}; there are {', '.join(BY_NAME)}")
    width = next((entry.width for entry in plan.source.pages if entry.number == page), 0.0) or 595.0
    scale = picture.width / width
    shown = [record for record in shown_records(plan) if record["kind"] in wanted and _places(record, page, scale)]
    shown.sort(key=lambda record: not BY_NAME[record["kind"]].below)
    base = picture.convert("RGBA")
    wash = Image.new("RGBA", base.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(wash)
    for record in shown:
        _wash(pen, record, page, scale)
    base = Image.alpha_composite(base, wash)
    pen = ImageDraw.Draw(base)
    font = ImageFont.load_default(size=max(10.0, 8.5 * scale))
    for record in shown:
        _outline(pen, record, page, scale, font)
    for diagnostic in plan.diagnostics:
        color = DOUBT_COLORS[diagnostic.severity]
        for place in [_scaled(box, scale) for box in boxes(diagnostic.locations) if box[0] == page]:
            _dashed(pen, place, color, max(2, round(1.6 * scale)))
            _tag(pen, place, "!", color, font)
    counts = Counter(record["kind"] for record in shown)
    return _with_legend(base.convert("RGB"), counts, font, language)


def _scaled(box: list[float], scale: float) -> Place:
    x0, top, x1, bottom = (number * scale for number in box[1:])
    return x0, top, x1, bottom


def _places(record: Shown, page: int, scale: float) -> list[Place]:
    return [_scaled(box, scale) for box in record["boxes"] if box[0] == page]


def _part_places(record: Shown, page: int, scale: float) -> list[Place]:
    return [_scaled(box, scale) for part in record.get("parts", ()) for box in part["boxes"] if box[0] == page]


def _rgb(kind: Kind) -> tuple[int, int, int]:
    red, green, blue = (int(kind.color[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _wash(pen: ImageDraw, record: Shown, page: int, scale: float) -> None:
    kind = BY_NAME[record["kind"]]
    if not kind.below:
        for place in _places(record, page, scale):
            pen.rectangle(place, fill=(*_rgb(kind), _WASH))


def _outline(pen: ImageDraw, record: Shown, page: int, scale: float, font: Font) -> None:
    kind = BY_NAME[record["kind"]]
    thin = max(1, round(0.5 * scale))
    places = _places(record, page, scale)
    if kind.below:
        for place in places:
            _dashed(pen, place, kind.color, thin)
        return
    for place in _part_places(record, page, scale):
        pen.rectangle(place, outline=_rgb(kind), width=thin)
    for place in places:
        pen.rectangle(place, outline=_rgb(kind), width=max(1, round(scale)))
    if record["kind"] != "plan":
        _tag(pen, places[0], str(record["no"]), kind.color, font)


def _tag(pen: ImageDraw, place: Place, text: str, color: str, font: Font) -> None:
    """A few letters on a colour at the box's upper left corner: in the page's margin, else over the box."""
    left, top, right, bottom = pen.textbbox((0, 0), text, font=font)
    high = bottom - top + 7
    wide = max(right - left + 7, high)
    if _MARGIN * pen.im.size[0] > place[0] > wide:
        x, y = place[0] - wide, place[1]
    else:
        x, y = max(0.0, place[0] - 1), max(0.0, place[1] - high)
    pen.rectangle((x, y, x + wide, y + high), fill=color)
    pen.text((x + (wide - right + left) / 2 - left, y + 3 - top), text, fill="white", font=font)


def _dashed(pen: ImageDraw, place: Place, color: str, width: int) -> None:
    dash = 4.0 * max(width, 2)
    x0, top, x1, bottom = place
    for y in (top, bottom):
        at = x0
        while at < x1:
            pen.line((at, y, min(at + dash, x1), y), fill=color, width=width)
            at += 2 * dash
    for x in (x0, x1):
        at = top
        while at < bottom:
            pen.line((x, at, x, min(at + dash, bottom)), fill=color, width=width)
            at += 2 * dash


def _with_legend(picture: Image, counts: Counter[str], font: Font, language: Language) -> Image:
    """The picture with a strip under it that says which colour is which kind, and how many are on the page."""
    from PIL import Image, ImageDraw

    told = [(kind, f"{words()[language][f'kind.{kind.name}']} {counts[kind.name]}") for kind in KINDS]
    told = [entry for entry in told if counts[entry[0].name]]
    measure = ImageDraw.Draw(picture)
    high = round(measure.textbbox((0, 0), "Ag", font=font)[3] * 1.6)
    x, y, placed = high, high // 2, []
    for kind, text in told:
        wide = round(measure.textlength(text.translate(_BARE), font=font))
        if x + wide + 3 * high > picture.width and x > high:
            x, y = high, y + round(high * 1.4)
        placed.append((kind, text, x, y))
        x += wide + 3 * high
    out = Image.new("RGB", (picture.width, picture.height + (y + round(high * 1.5) if placed else 0)), "white")
    out.paste(picture, (0, 0))
    pen = ImageDraw.Draw(out)
    for kind, text, x, y in placed:
        top = picture.height + y
        pen.rectangle((x, top + 1, x + high - 6, top + high - 5), fill=_rgb(kind))
        _lettered(pen, x + high + 2, top, text, font, high)
    return out


def _lettered(pen: ImageDraw, x: float, y: float, text: str, font: Font, high: int) -> None:
    """Text with Swedish letters: the font that comes with Pillow has none, so their marks are drawn over the bare ones.

    Which fonts a machine has besides is not ours to rely on, and the same page gives the same picture everywhere.
    """
    bare = text.translate(_BARE)
    pen.text((x, y), bare, fill=_INK, font=font)
    dot = max(0.8, high / 18)
    for at, letter in enumerate(text):
        if letter in _BARE_OF:
            left, right = (pen.textlength(bare[:end], font=font) for end in (at, at + 1))
            top = pen.textbbox((0, 0), bare[at], font=font)[1]
            middle, over = x + (left + right) / 2, y + top - 2 * dot
            if letter in "åÅ":
                ring = 1.7 * dot
                pen.ellipse((middle - ring, over - ring, middle + ring, over + ring), outline=_INK)
            else:
                for side in (middle - 1.9 * dot, middle + 1.9 * dot):
                    pen.ellipse((side - dot, over - dot, side + dot, over + dot), fill=_INK)
