"""Colours as pdfminer gives them (a component, or several, in some colour space) → 0xRRGGBB.

>>> hex(rgb((1, 0.5, 0)))
'0xff8000'
>>> hex(rgb((0, 0, 0, 1)))
'0x0'
>>> rgb("P1") is None
True
"""

from __future__ import annotations

from typing import Any

_INKS = frozenset({"Separation", "DeviceN"})


def rgb(color: Any, space: Any = None) -> int | None:
    """The colour on a screen; None for a pattern. An ink of its own is taken for so much black."""
    parts = tuple(color) if isinstance(color, list | tuple) else (color,)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return None
    if len(parts) == 1:
        name = getattr(space, "name", "")
        gray = 1 - parts[0] if name in _INKS else parts[0]
        return _join(gray, gray, gray)
    if len(parts) == 3:
        return _join(*parts)
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        return _join((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _join(*parts: float) -> int:
    red, green, blue = (round(min(max(part, 0.0), 1.0) * 255) for part in parts)
    return red << 16 | green << 8 | blue
