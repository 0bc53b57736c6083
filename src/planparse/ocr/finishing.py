"""What was read on pages → the pages that the stages after take: words with sizes and weights, rules and boxes.

One line's size is measured to a pixel of 25, its strokes' width to a tenth; over a document the sizes fall into a few
classes, and so do the weights. A line takes the size of its class, and words with thick strokes are bold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from planparse.ocr.fitting import fitted
from planparse.ocr.marked_words import put_marks
from planparse.ocr.on_end import frame_on_page
from planparse.ocr.page_reading import SeenLine, SeenPage, SeenWord
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.ocr.sheet import Sheet
from planparse.ocr.type_looks import proportions, size_classes, size_in, size_share, weighted_median
from planparse.pdf.page import Box, Page, Picture, Rule, Scan, Word
from planparse.pdf.spelling import spell
from planparse.pdf.underline import underlines

FONT, BOLD_FONT = "Scan", "Scan-Bold"
_ASCENT, _DESCENT = 0.78, 0.22
_BEFORE, _AFTER = 0.07, 0.03
"""ems between a letter's ink and its place, which the stages after reckon gaps from"""


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """A document's sizes of type, and the usual width of its strokes, in ems."""

    classes: tuple[tuple[float, float, float], ...]
    body: float
    strokes: dict[float, float]
    """for each size"""
    proportions: dict[tuple[float, float], float]
    """of its face: see :func:`planparse.ocr.type_looks.proportions`"""

    def stroke(self, size: float) -> float:
        return self.strokes.get(size, self.strokes.get(self.body, 0.1))

    @classmethod
    def of(cls, pages: Sequence[SeenPage], settings: OcrSettings = DEFAULT) -> TypeSizes:
        every = [line for page in pages for line in page.lines]
        shares = proportions([[(word.text, word.size) for word in line.words if word.size] for line in every])
        lines = [line for line in (_sized(line, shares) for line in every) if line.size is not None]
        told = [(line.size, _letters(line)) for line in lines if line.size is not None]
        classes = tuple(size_classes(told, settings))
        weight: dict[float, int] = {}
        for size, letters in told:
            taken = size_in(size, classes)
            weight[taken] = weight.get(taken, 0) + letters
        body = max(weight, key=lambda size: weight[size], default=10.0)
        strokes: dict[float, list[tuple[float, int]]] = {}
        for line in lines:
            for word in line.words:
                if word.stroke is not None and line.size is not None:
                    taken = size_in(line.size, classes)
                    strokes.setdefault(taken, []).append((word.stroke / line.size, len(word.text)))
        usual = weighted_median(strokes.get(body, [])) or 0.1
        return cls(classes, body, dict(_usual_strokes(strokes, usual, settings)), shares)


def _sized(line: SeenLine, shares: dict[tuple[float, float], float]) -> SeenLine:
    """A line with its size by the proportions of the document's face."""
    told = [(word.size / shares.get(size_share(word.text), 1.0), len(word.text)) for word in line.words if word.size]
    return replace(line, size=weighted_median(told)) if told else line


def steadied(lines: Sequence[SeenLine], settings: OcrSettings = DEFAULT) -> list[SeenLine]:
    """The lines, those of a word or two with the size of the line that they go on from: few letters tell it badly."""
    level = sorted((line for line in lines if line.size is not None and not line.turned), key=lambda one: one.baseline)
    taken: dict[int, float] = {}
    for index, line in enumerate(level):
        if _letters(line) <= settings.few_letters:
            over = next((one for one in reversed(level[:index]) if _goes_on_under(one, line)), None)
            if over is not None:
                taken[id(line)] = taken.get(id(over), over.size or 0.0)
    return [replace(line, size=taken.get(id(line), line.size)) for line in lines]


def _goes_on_under(over: SeenLine, line: SeenLine) -> bool:
    """Whether a line stands straight under a longer one, close, in much the same type."""
    if not over.size or not line.size or _letters(over) <= _letters(line):
        return False
    near = 0.5 * over.size < line.baseline - over.baseline < 1.45 * over.size
    if not near or abs(over.words[0].x0 - line.words[0].x0) > 3 or not 0.75 < line.size / over.size < 1.33:
        return False
    strokes = [weighted_median([(w.stroke, len(w.text)) for w in one.words if w.stroke]) for one in (over, line)]
    return bool(strokes[0]) and 0.85 < strokes[1] / strokes[0] < 1.18


def _usual_strokes(
    strokes: dict[float, list[tuple[float, int]]], usual: float, settings: OcrSettings
) -> Iterator[tuple[float, float]]:
    """The plain weight of each size, for blurring makes small type thicker; what is all bold is held to the body's."""
    for size, found in strokes.items():
        own = weighted_median(found)
        enough = sum(letters for _, letters in found) >= settings.weighed
        yield size, min(own, 1.12 * usual) if enough else usual


def _letters(line: SeenLine) -> int:
    return sum(len(word.text) for word in line.words)


def page_from(
    page: Page, seen: SeenPage, engine: str, reason: str, looks: TypeSizes, settings: OcrSettings = DEFAULT
) -> Page:
    """The page as read; ``page`` is the same one as its file gives it."""
    lines = steadied([_sized(line, looks.proportions) for line in seen.lines], settings)
    words: list[Word] = []
    for line in lines:
        read = _words(line, lines, looks, settings)
        words += [_on_end(word, line.turned, seen.sheet) for word in read] if line.turned else read
    rules = [Rule(x0, y, x1, y, width) for y, x0, x1, width in seen.across]
    rules += [Rule(x, top, x, bottom, width) for x, top, bottom, width in seen.down]
    rules, under = underlines(words, rules)
    words = [replace(word, underlined=True) if index in under else word for index, word in enumerate(words)]
    shaded = [fitted(box, seen.across, seen.down, settings) for box in seen.boxes]
    boxes = tuple(Box(x0, top, x1, bottom, shade * 0x10101) for x0, top, x1, bottom, shade in shaded)
    boxes += tuple(Box(x0, top, x1, bottom, shade * 0x10101, "round") for x0, top, x1, bottom, shade in seen.discs)
    doubtful = tuple(word for word in words if _is_doubtful(word, settings))
    return Page(
        page.number,
        seen.sheet.width,
        seen.sheet.height,
        page.rotation,
        page.label,
        tuple(words),
        tuple(rules),
        boxes,
        tuple(Picture(x0, top, x1, bottom) for x0, top, x1, bottom, _ in seen.photographs),
        "ocr",
        None,
        Scan(engine, reason, seen.confidence, page.width, page.height, seen.sheet.to_shown, doubtful),
    )


def _on_end(word: Word, turned: int, sheet: Sheet) -> Word:
    """A word of the sheet turned for it, on the sheet."""
    x0, top, x1, bottom = frame_on_page(word.bbox, turned, sheet.width, sheet.height)
    baseline = word.baseline if turned == 270 else sheet.width - word.baseline
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom, baseline=baseline, turned=turned)


def _is_doubtful(word: Word, settings: OcrSettings) -> bool:
    if word.confidence is None:
        return False
    figures = any(map(str.isdigit, word.text))
    return word.confidence < (settings.doubtful if figures else settings.doubtful_word)


def _words(line: SeenLine, lines: Sequence[SeenLine], looks: TypeSizes, settings: OcrSettings) -> Iterator[Word]:
    size = size_in(line.size, looks.classes) if line.size is not None else _size_beside(line, lines, looks)
    bold = _bold(line, size, looks, settings)
    for word, thick in zip(line.words, bold, strict=True):
        text = put_marks(spell(word.text))
        if text:
            yield Word(
                text,
                word.x0 - _BEFORE * size,
                line.baseline - _ASCENT * size,
                word.x1 + _AFTER * size,
                line.baseline + _DESCENT * size,
                line.baseline,
                size,
                BOLD_FONT if thick else FONT,
                thick,
                confidence=round(word.confidence, 3),
            )


def _size_beside(line: SeenLine, lines: Sequence[SeenLine], looks: TypeSizes) -> float:
    """The size of the line that a sign belongs to: the nearest on its row."""
    x = line.words[0].x0 if line.words else 0.0
    near = [
        (abs(other.words[0].x0 - x), other.size)
        for other in lines
        if other.size is not None and other.words and abs(other.baseline - line.baseline) < 0.4 * other.size
    ]
    return size_in(min(near)[1], looks.classes) if near else looks.body


def _bold(line: SeenLine, size: float, looks: TypeSizes, settings: OcrSettings) -> list[bool]:
    """Which of a line's words are bold. Short words say little by themselves and go with those beside them."""
    thick = [_is_thick(word, line.size or size, looks, settings) for word in line.words]
    told = [(len(word.text), one) for word, one in zip(line.words, thick, strict=True) if one is not None]
    if not told:
        return [False] * len(thick)
    share = sum(letters for letters, one in told if one) / sum(letters for letters, _ in told)
    if share > 0.7 or share < 0.15:
        return [share > 0.7] * len(thick)
    out: list[bool] = []
    for index, one in enumerate(thick):
        if one is None:
            after = next((later for later in thick[index + 1 :] if later is not None), False)
            one = out[-1] if out else after
        out.append(one)
    return _leading(out)


def _leading(bold: list[bool]) -> list[bool]:
    """Bold words within a line are at its start, or one stretch: single ones further in are misread weights."""
    out: list[bool] = []
    for index, (value, group) in enumerate(groupby(bold)):
        length = len(list(group))
        out += [value and (index == 0 or length > 1)] * length
    return out


def _is_thick(word: SeenWord, size: float, looks: TypeSizes, settings: OcrSettings) -> bool | None:
    if word.stroke is None or sum(map(str.isalnum, word.text)) < 3:
        return None
    return word.stroke / size > settings.bold * looks.stroke(size_in(size, looks.classes))
