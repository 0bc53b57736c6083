"""What a report says of a goal or an activity: words or a coloured symbol, as a status.

>>> status_of_words("Målet bedöms inte vara uppfyllt"), status_of_words("Uppfylls delvis"), status_of_words("Avslutad")
('not_met', 'partly_met', 'met')
>>> status_in_comment("Många har fått stöd. Målet är uppfyllt då köerna är borta, delvis tack vare nya lokaler.")
('met', 'Målet är uppfyllt')
>>> color_name(0x99CC00), color_name(0xF4B400), color_name(0xC8102E), color_name(0x003B5C), color_name(0x808080)
('green', 'yellow', 'red', 'blue', 'grey')
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable

from planparse.layout.blocks import Cell
from planparse.model import Assessment
from planparse.model.terms import Status
from planparse.pdf.page import Picture
from planparse.rules.load import load

_STATUSES: dict[str, Status] = {
    "met": "met",
    "partly_met": "partly_met",
    "not_met": "not_met",
    "not_measured": "not_measured",
}
_SYMBOL = " circle"
_SENTENCE = re.compile(r"[^.!?]+")
_ABOUT_GOAL = re.compile(r"\b(?:del)?mål(?:et|en|uppfyllelse\w*)?\b|\b(?:under|ännu) ?\w* ?genomfört", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^.*?\b(?:uppfyll\w*|uppnå\w*|nått\w*|nås|nådde\w*|måluppfyllelse|mäts|mät[at]\w*)\b(?: (?:inte|ej|delvis)\b)?",
    re.IGNORECASE,
)


def status_of_words(text: str) -> Status | None:
    """The status that the words of a status cell give, or None."""
    value = load("assessment_words").value(text) if text else None
    return _STATUSES.get(value) if value else None


def status_in_comment(comment: str) -> tuple[Status, str] | None:
    """The status that a comment states of its goal, and the words that do; None where it states none."""
    for sentence in _SENTENCE.findall(comment):
        if not _ABOUT_GOAL.search(sentence):
            continue
        clause = _CLAUSE.search(sentence.strip())
        if clause is None:
            continue
        status = status_of_words(clause[0])
        if status is not None:
            return status, clause[0]
    return None


def color_name(rgb: int) -> str | None:
    """The plain name of a colour, None for black and white.

    >>> color_name(0xFFFFFF), color_name(0), color_name(0xFF8000)
    (None, None, 'orange')
    """
    red, green, blue = (rgb >> 16 & 255) / 255, (rgb >> 8 & 255) / 255, (rgb & 255) / 255
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if lightness > 0.95 or lightness < 0.08:
        return None
    if saturation < 0.15:
        return "grey"
    degrees = hue * 360
    for limit, name in ((18, "red"), (38, "orange"), (67, "yellow"), (175, "green"), (265, "blue"), (330, "purple")):
        if degrees < limit:
            return name
    return "red"


def symbol_in(cell: Cell) -> str | None:
    """A cell's status symbol in words ("green circle"), None where it has none."""
    return symbol_among(cell.pictures)


def symbol_among(pictures: Iterable[Picture]) -> str | None:
    """The first status symbol of pictures, in words."""
    for picture in pictures:
        name = color_name(picture.color) if picture.color is not None else None
        if name is not None and _is_symbol(picture):
            return f"{name}{_SYMBOL}"
    return None


def is_symbol(words: str) -> bool:
    """Whether words are those that a symbol is given in."""
    return words.endswith(_SYMBOL)


def _is_symbol(picture: Picture) -> bool:
    width, height = picture.x1 - picture.x0, picture.bottom - picture.top
    return width < 40 and height < 40 and 0.4 < width / max(height, 0.1) < 2.5


def status_of_symbol(symbol: str) -> Status | None:
    """The status that a symbol's colour stands for.

    >>> status_of_symbol("orange circle"), status_of_symbol("blue circle")
    ('partly_met', None)
    """
    value = load("status_colors").value(symbol.split()[0])
    return _STATUSES.get(value) if value else None


_MARKS = "●○◯◉■□▲△▼▽◆◇⬤✓✔✗✘• "
"""symbols set as letters before the words that they stand for"""


def assess(words: str, symbol: str | None, comment: str | None, year: int | None) -> Assessment | None:
    """An Assessment from a status cell's words, its symbol and the comment beside it, in that order of trust.

    The words decide before the symbol, the comment's words too.

    >>> assess("", "red circle", "Målet är delvis uppnått.", 2016).status
    'partly_met'
    >>> assess("", "green circle", None, 2025).raw, assess("", None, None, 2025)
    ('green circle', None)
    """
    words = words.lstrip(_MARKS) or words
    if not words and not symbol and not comment:
        return None
    status = status_of_words(words)
    raw = words or symbol
    if status is None and comment:
        told = status_in_comment(comment)
        if told is not None:
            status = told[0]
            raw = raw or told[1]
    if status is None and symbol:
        status = status_of_symbol(symbol)
    if status is None and words:
        status = "unknown"
    return Assessment(status=status, raw=raw, year=year, comment=comment)


def with_comment(known: Assessment | None, comment: str, year: int | None) -> Assessment | None:
    """An assessment with one more comment: words that stand in it decide before the symbol.

    >>> with_comment(Assessment(status="met", raw="green circle", year=2025), "Målet är delvis uppnått.", 2025).status
    'partly_met'
    """
    raw = known.raw if known is not None else None
    symbol = raw if raw is not None and is_symbol(raw) else None
    joined = f"{known.comment} {comment}" if known is not None and known.comment else comment
    return assess("" if symbol else raw or "", symbol, joined, year)
