"""Cards: frames and tinted boxes round mixed content, which are no tables though tables stand in them.

    ┌──────────────────────────────────────┐   the frame of a card: what is drawn in it keeps off its sides
    │ Nämndmål                             │
    │ Barn ska trivas i sin förskola       │
    │ ┌──────────────────────────────────┐ │   a frame in it, or
    │ │ Indikator    Utfall   Målvärde   │ │   a head's band: wide, and set in from both sides
    │ │ Andel nöjda    81 %       85 %   │ │
    │ └──────────────────────────────────┘ │
    └──────────────────────────────────────┘

A table's own rules and fills reach its edges. Where wide ones inside a frame keep off both of its sides, the frame is
a card: it is taken off the page, with the bands and rules across its whole width, before tables are looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planparse.pdf.page import Bbox, Box, Page, Rule


@dataclass(frozen=True, slots=True)
class CardSettings:
    """In points, measured on cards of planning systems' exports: they set content in by 7 to 15 points."""

    least_height: float = 45
    least_width: float = 120
    inset: float = 4
    """how far what is inside keeps off the frame's sides; a cell's own fill keeps off by less than 2"""
    wide: float = 0.5
    """the share of the frame's width that a band inside takes; a progress bar in a cell takes less"""
    edge: float = 3
    """how near two edges are the same"""
    most: int = 1500
    """boxes and rules; a page with more is a drawing"""


DEFAULT = CardSettings()


def without_cards(page: Page, settings: CardSettings = DEFAULT) -> Page:
    """The page without the frames, tints and full-width rules of its cards; the page itself where it has none."""
    if (not page.boxes and len(page.rules) < 4) or len(page.boxes) + len(page.rules) > settings.most:
        return page
    frames = _frames(page, settings)
    if not frames:
        return page
    bands = _bands(page.boxes, settings) + [frame for frame in frames if not _of_lattice(frame, page.rules, settings)]
    cards = [frame for frame in frames if any(_set_in(band, frame, settings) for band in bands)]
    if not cards:
        return page
    return replace(
        page,
        rules=tuple(rule for rule in page.rules if not any(_of_card(_bbox(rule), card, settings) for card in cards)),
        boxes=tuple(box for box in page.boxes if not any(_of_card(box.bbox, card, settings) for card in cards)),
    )


def _bbox(rule: Rule) -> Bbox:
    return (rule.x0, rule.top, rule.x1, rule.bottom)


def _frames(page: Page, settings: CardSettings) -> list[Bbox]:
    """Tinted boxes, and pairs of upright rules of one height, that are large enough."""
    out = [box.bbox for box in page.boxes if box.shape == "rect" and _large(box.bbox, settings)]
    upright = sorted((rule for rule in page.rules if not rule.horizontal), key=lambda rule: rule.x0)
    level = [rule for rule in page.rules if rule.horizontal]
    for at, left in enumerate(upright):
        ends = _closing(left, level, settings)
        for right in upright[at + 1 :] if ends else ():
            same = abs(left.top - right.top) <= settings.edge and abs(left.bottom - right.bottom) <= settings.edge
            frame = (left.x0, left.top, right.x0, left.bottom)
            if same and _large(frame, settings) and any(abs(end - right.x0) <= settings.edge for end in ends):
                out.append(frame)
                break
    return out


def _closing(side: Rule, level: Iterable[Rule], settings: CardSettings) -> list[float]:
    """Where rules end that begin at a side's top or bottom; at a page break the other one may be missing."""
    return [
        rule.x1
        for rule in level
        if abs(rule.x0 - side.x0) <= settings.edge
        and min(abs(rule.top - side.top), abs(rule.top - side.bottom)) <= settings.edge
    ]


def _of_lattice(frame: Bbox, rules: Iterable[Rule], settings: CardSettings) -> bool:
    """Whether a frame's sides are column lines of a table that goes on beside it: rows cut off by the page's end."""
    return any(
        not rule.horizontal
        and abs(rule.top - frame[1]) <= settings.edge
        and abs(rule.bottom - frame[3]) <= settings.edge
        and not frame[0] - settings.edge <= rule.x0 <= frame[2] + settings.edge
        for rule in rules
    )


def _large(box: Bbox, settings: CardSettings) -> bool:
    return box[2] - box[0] >= settings.least_width and box[3] - box[1] >= settings.least_height


def _bands(boxes: Sequence[Box], settings: CardSettings) -> list[Bbox]:
    """Fills that stand side by side at one height, as one band."""
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        if box.shape == "rect":
            rows.setdefault(round(box.top), []).append(box)
    out = []
    for row in rows.values():
        row.sort(key=lambda box: box.x0)
        run = [row[0]]
        for box in row[1:]:
            if box.x0 - run[-1].x1 > settings.edge:
                out.append(_around(run))
                run = []
            run.append(box)
        out.append(_around(run))
    return out


def _around(boxes: Sequence[Box]) -> Bbox:
    return (boxes[0].x0, min(b.top for b in boxes), boxes[-1].x1, max(b.bottom for b in boxes))


def _set_in(band: Bbox, frame: Bbox, settings: CardSettings) -> bool:
    """Whether a band or frame stands inside another, wide, and off both of its sides."""
    return (
        band[0] - frame[0] >= settings.inset
        and frame[2] - band[2] >= settings.inset
        and band[1] >= frame[1] - settings.edge
        and band[3] <= frame[3] + settings.edge
        and band[2] - band[0] >= settings.wide * (frame[2] - frame[0])
    )


def _of_card(drawn: Bbox, card: Bbox, settings: CardSettings) -> bool:
    """Whether something drawn is the card's frame or tint, or goes across its whole width inside it."""
    inside = drawn[1] >= card[1] - settings.edge and drawn[3] <= card[3] + settings.edge
    at_left, at_right = abs(drawn[0] - card[0]) <= settings.edge, abs(drawn[2] - card[2]) <= settings.edge
    if drawn[0] == drawn[2]:
        return inside and (at_left or abs(drawn[0] - card[2]) <= settings.edge)
    return inside and at_left and at_right
