"""What a reader hands on: words, ruled lines, filled boxes and pictures of a page, in displayed coordinates.

All places are in PDF points from the top-left corner of the page as it is shown (rotation and crop applied), x to
the right, y ("top", "bottom") downwards. Nothing here knows a PDF library, and nothing after ``pdf/`` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.pdf.frozen import quick_frozen

Bbox = tuple[float, float, float, float]
"""(x0, top, x1, bottom)"""


@quick_frozen
class Word:
    """A run of characters without white space, as displayed.

    ``text`` is NFC, ligatures taken apart, letter-spaced words joined, private-use bullets given as "•"; a soft
    hyphen at the line's end is kept as U+00AD so that the layout can tell it from a printed hyphen.
    ``size`` is the effective size in points (matrix applied). ``bottom``/``top`` are those of the font's box, so that
    the words of one line in one font share them; ``baseline`` is where the letters stand.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    font: str
    """base font without its subset prefix: "Calibri-Bold" """
    bold: bool = False
    italic: bool = False
    color: int = 0
    """fill colour, 0xRRGGBB"""
    turned: int = 0
    """clockwise turn of the text against the page: 0, 90, 180 or 270"""
    underlined: bool = False
    confidence: float | None = None
    """from 0 to 1 where the word was read by OCR: that of its least sure figure, or its letters' mean"""

    @property
    def bbox(self) -> Bbox:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical ruled line (stroked, or a filled box so thin that it serves as one).

    ``x0 == x1`` for a vertical one and ``top == bottom`` for a horizontal one (the middle of the stroke).
    """

    x0: float
    top: float
    x1: float
    bottom: float
    width: float = 0.5
    color: int = 0
    joints: tuple[float, ...] = ()
    """places along it where pieces meet that were drawn one by one: the corners of cells"""

    @property
    def horizontal(self) -> bool:
        return self.top == self.bottom


@quick_frozen
class Box:
    """A filled rectangle wider and higher than a rule; white ones are left out unless they cover something."""

    x0: float
    top: float
    x1: float
    bottom: float
    color: int
    shape: str = "rect"
    """"rect", or "round" where the path is curved (a circle or dot drawn as a vector: status symbols)"""

    @property
    def bbox(self) -> Bbox:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture. ``color`` and ``filled`` are read for small ones only (status symbols, progress bars)."""

    x0: float
    top: float
    x1: float
    bottom: float
    color: int | None = None
    """the dominant colour that is neither white, black nor transparent, 0xRRGGBB"""
    filled: float | None = None
    """for a wide and low picture (a bar): the share of its width, from the left, that the dominant colour takes"""
    key: str = ""
    """equal for pictures with the same content"""

    @property
    def bbox(self) -> Bbox:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Scan:
    """How a page was read from its picture.

    Its words, rules and boxes are in points of the sheet turned upright and level; ``to_shown`` is the matrix from
    there to the page as it is shown, which is ``width`` by ``height`` points.
    """

    engine: str
    reason: str
    """in words: why its text layer was not used"""
    confidence: float
    """the mean over all letters"""
    width: float
    height: float
    to_shown: tuple[float, float, float, float, float, float]
    doubtful: tuple[Word, ...] = ()
    """words that the engine is not sure of"""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``label`` is the page label that the file declares (not necessarily the printed one)."""

    number: int
    width: float
    height: float
    rotation: int
    label: str | None
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    boxes: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    text_layer: str = "embedded"
    """"embedded" or "none" ("ocr" once a page is read so)"""
    problem: str | None = None
    """a diagnostic's code where the page, or a part of it, was left out ("page_unreadable", "page_limit")"""
    scan: Scan | None = None
    """how it was read, where its ``text_layer`` is "ocr" """


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline; ``page`` 1-based, ``top`` where the target says it; ``level`` from 1."""

    title: str
    level: int
    page: int | None
    top: float | None = None


@dataclass(frozen=True, slots=True)
class TaggedHeading:
    """A heading of the file's structure tree (H, H1–H6); ``level`` 0 for a bare H."""

    text: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file says of itself, apart from its pages."""

    file_name: str
    sha256: str
    byte_size: int
    page_count: int
    producer: str | None = None
    created: str | None = None
    """ISO date-time"""
    pdf_version: str | None = None
    pdfa: str | None = None
    tagged: bool = False
    language: str | None = None
    title: str | None = None
    bookmarks: tuple[Bookmark, ...] = field(default=())
    headings: tuple[TaggedHeading, ...] = field(default=())
