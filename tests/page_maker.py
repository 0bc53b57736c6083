"""Small pages for layout's tests, written line by line. A letter is half an em wide, a space a quarter."""

from __future__ import annotations

from planparse.pdf.page import Box, Page, Rule, Word

PITCH = 1.25
"""from line to line, in ems"""


def width(text: str, size: float = 11) -> float:
    return sum(len(word) * 0.5 for word in text.split()) * size + (len(text.split()) - 1) * 0.25 * size


def words(
    text: str,
    x0: float,
    baseline: float,
    size: float = 11,
    bold: bool = False,
    italic: bool = False,
    color: int = 0,
    font: str = "",
) -> list[Word]:
    """Words from ``x0``; "**Mål:** text" has its words between the stars in bold."""
    made = []
    for part in text.split(" "):
        if part.startswith("**"):
            bold, part = True, part[2:]
        ends = part.endswith("**")
        part = part.removesuffix("**")
        x1 = x0 + len(part) * size * 0.5
        face = font or ("Serif-Bold" if bold else "Serif")
        top, bottom = baseline - 0.75 * size, baseline + 0.25 * size
        made.append(Word(part, x0, top, x1, bottom, baseline, size, face, bold, italic, color))
        x0 = x1 + size * 0.25
        bold = bold and not ends
    return made


class Leaf:
    """A page under way: each call puts a line below the one before, or at ``at``."""

    def __init__(self, number: int = 1, page_width: float = 595, page_height: float = 842) -> None:
        self.number, self.width, self.height = number, page_width, page_height
        self.words: list[Word] = []
        self.rules: list[Rule] = []
        self.boxes: list[Box] = []
        self.baseline = 100.0

    def line(self, text: str, x0: float = 70, at: float | None = None, **look: object) -> Leaf:
        if at is not None:
            self.baseline = at
        self.words += words(text, x0, self.baseline, **look)  # type: ignore[arg-type]
        self.baseline += PITCH * float(look.get("size", 11))  # type: ignore[arg-type]
        return self

    def text(self, *lines: str, x0: float = 70, **look: object) -> Leaf:
        for line in lines:
            self.line(line, x0, **look)
        return self

    def beside(self, text: str, x0: float, **look: object) -> Leaf:
        """More on the line last put."""
        self.words += words(text, x0, self.baseline - PITCH * float(look.get("size", 11)), **look)  # type: ignore[arg-type]
        return self

    def space(self, points: float = 10) -> Leaf:
        self.baseline += points
        return self

    def box(self, x0: float, top: float, x1: float, bottom: float, color: int = 0xDDEEFF) -> Leaf:
        self.boxes.append(Box(x0, top, x1, bottom, color))
        return self

    def prose(self, lines: int = 6, x0: float = 70, letters: int = 70) -> Leaf:
        """A paragraph of full lines and a shorter last one."""
        for number in range(lines - 1):
            start = "Under" if number == 0 else "året"
            self.line(start + " följer nämnden upp" + " arbetet" * ((letters - 24) // 8), x0)
        return self.line("och redovisar det.", x0)

    def page(self) -> Page:
        return Page(
            self.number,
            self.width,
            self.height,
            0,
            None,
            tuple(self.words),
            tuple(self.rules),
            tuple(self.boxes),
        )
