"""A glance at a page's picture: whether it may be a sheet with writing, a photograph, or blank.

>>> from PIL import Image
>>> Glance.at(Image.new("RGB", (100, 100), "white"))
Glance(paper=1.0, ink=0.0)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 0.5
"""pixels to the point: letters are grey spots, which is enough"""
_FLAT = 8
"""shades from a common one that are the same area still, with a scanner's noise"""
_GROUNDS = 4
"""shades that paper, bands and panels of a sheet have at most"""


@dataclass(frozen=True, slots=True)
class Glance:
    """``paper`` the share of a page that has one of a few shades, with what stands close on it; ``ink`` the share that
    is much darker than the commonest, or lighter: covers are dark."""

    paper: float
    ink: float

    @classmethod
    def at(cls, picture: Image) -> Glance:
        gray = picture.convert("L")
        counts = gray.histogram()
        whole = sum(counts) or 1
        common = max(range(256), key=lambda shade: counts[shade])
        ink = sum(counts[: max(common - 6 * _FLAT, 0)] + counts[common + 6 * _FLAT :]) / whole
        # Between letters and lines there is paper within a few points.
        lightest = _lightest_near(gray).histogram()
        paper = 0
        for _ in range(_GROUNDS):
            shade = max(range(256), key=lambda one: lightest[one])
            near = range(max(shade - _FLAT, 0), min(shade + _FLAT + 1, 256))
            paper += sum(lightest[one] for one in near)
            for one in near:
                lightest[one] = 0
        return cls(round(paper / whole, 4), round(ink, 4))

    @property
    def is_sheet(self) -> bool:
        """Paper with ink on it: photographs have no shade that most of them is of."""
        return self.paper > 0.55 and self.ink > 0.0015


def _lightest_near(gray: Image) -> Image:
    """Every pixel as light as the lightest within two of it, which a rank filter of Pillow's takes a hundred times as
    long to say: a picture and its copy moved by one, by two and by one more, each way, reach over five."""
    from PIL import Image, ImageChops

    out = Image.new("L", (gray.width + 4, gray.height + 4))
    out.paste(gray, (2, 2))
    for right, down in ((1, 0), (2, 0), (1, 0), (0, 1), (0, 2), (0, 1)):
        wide, high = out.size
        out = ImageChops.lighter(out.crop((0, 0, wide - right, high - down)), out.crop((right, down, wide, high)))
    return out
