"""Running text taken apart where a goal's label or a field's label starts a line: the pieces that goals are read from.

Mål 1 – Trygga barn               one piece
Mål 2 – Nöjda brukare             another, also where layout took both lines for one paragraph
Mätmetod: Enkät varje år.         a third
Redovisning: Delårsrapport 2.     a fourth
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planparse.extract.assessments import symbol_among
from planparse.extract.goal_standing import names_unit
from planparse.extract.goal_terms import goal_noun, read_code, read_label
from planparse.layout.blocks import BOLD, ITALIC, UNDERLINED, Line, ListItem, Paragraph, Place, all_are
from planparse.layout.joining import join_lines
from planparse.pdf.page import Word
from planparse.rules.load import load

_FIELD = re.compile(r"(?P<label>[^\W\d][^:]{1,58}?)\s?:(?:\s+(?P<rest>\S.*))?", re.DOTALL)
_LONGEST_LABEL = 60
_DATED = re.compile(r" (?:under |för )?(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|\d\d))?:?$")
"""years behind a label ("Åtgärder 2018")"""
_LONGEST_NAME = 9
"""words of a label; "Verksamhetsmål med inriktning på god ekonomisk hushållning" has seven"""
_LIGHT = 0xC0
"""of each colour, from which type stands on a dark fill"""
_WHITE_SPACE = 0.5
"""of a line's height: a smaller gap parts no paragraphs (Vansbro's measures stand a whole line apart)"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, list item, or the part of one that stands for itself. ``marker`` is "" for running text."""

    text: str
    places: tuple[Place, ...]
    marker: str = ""
    label: str | None = None
    depth: int = 0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    boxed: bool = False
    banner: bool = False
    """in capitals or in light type: how the name over a group of cards is set"""
    symbol: str | None = None
    """the status symbol beside it, in words ("green circle")"""
    height: float = 0.0
    """of a line, for how far pieces stand apart"""

    @property
    def x0(self) -> float:
        return self.places[0].bbox[0] if self.places else 0.0

    @property
    def is_item(self) -> bool:
        return bool(self.marker)

    @property
    def set_apart(self) -> bool:
        """Whether its type or frame sets it off from running text."""
        return self.bold or self.italic or self.boxed


def runs_on(before: Piece, piece: Piece) -> bool:
    """Whether a piece stands straight below another, without white space, or goes on with its sentence."""
    if not before.places or not piece.places or piece.is_item or piece.bold != before.bold:
        return False
    last, first = before.places[-1], piece.places[0]
    if (piece.text[0].islower() or piece.text[0] == "(") and before.text[-1] not in ".!?:":
        return True
    gap = first.bbox[1] - last.bbox[3]
    return last.page == first.page and -before.height < gap < _WHITE_SPACE * before.height


def pieces_of(block: Paragraph | ListItem) -> Iterator[Piece]:
    """A block's pieces, mostly itself alone."""
    if isinstance(block, ListItem):
        yield _piece(
            block.text, block.lines, block.places, marker=block.marker or "•", label=block.label, depth=block.depth
        )
        return
    label = read_label(block.text)
    symbol = symbol_among(block.pictures) if block.pictures else None
    run_in = _run_in(block, label.label) if label is not None and label.label is not None else None
    pieces = run_in if run_in is not None else split_lines(block.lines, whole=block)
    if symbol is None:
        yield from pieces
        return
    for index, piece in enumerate(pieces):
        yield replace(piece, symbol=symbol) if index == 0 else piece


def _run_in(block: Paragraph, label: str) -> list[Piece] | None:
    """A goal set apart by its type behind its label, in a paragraph that goes on with text about it; and that text."""
    words = [(line, word) for line in block.lines for word in line.words]
    if not words:
        return None
    first = words[min(len(label.split()), len(words) - 1)][1]
    font = (first.font, first.bold)
    end = next((i for i, (_, w) in enumerate(words) if i > 2 and (w.font, w.bold) != font), None)
    if end is None or words[end - 1][1].text[-1] not in ".:!?" or not any(map(str.isalpha, words[end][1].text)):
        return None
    lead = _lines_of(words[:end])
    goal = _piece(join_lines(line.text for line in lead), lead, places_of(lead), boxed=block.boxed)
    return [goal, *split_lines(_lines_of(words[end:]))]


def _lines_of(words: Sequence[tuple[Line, Word]]) -> list[Line]:
    """The words' lines, cut to them."""
    by_line: dict[int, list[tuple[Line, Word]]] = {}
    for line, word in words:
        by_line.setdefault(id(line), []).append((line, word))
    out = []
    for pairs in by_line.values():
        kept = tuple(word for _, word in pairs)
        line = pairs[0][0]
        box = (kept[0].x0, line.bbox[1], kept[-1].x1, line.bbox[3])
        out.append(Line(kept, line.page, box))
    return out


def split_lines(lines: Sequence[Line], whole: Paragraph | None = None, *, by_style: bool = False) -> Iterator[Piece]:
    """Lines grouped into pieces; ``whole`` is the paragraph that they are all of, for its text and places."""
    boxed = whole.boxed if whole is not None else by_style
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _starts_piece(groups[-1], line, by_style or boxed):
            groups.append([line])
        else:
            groups[-1].append(line)
    if len(groups) == 1 and whole is not None:
        yield _piece(whole.text, lines, whole.places, boxed=boxed)
        return
    for group in groups:
        yield _piece(join_lines(line.text for line in group), group, places_of(group), boxed=boxed)


def _starts_piece(before: Sequence[Line], line: Line, by_style: bool) -> bool:
    text = line.text
    label = read_label(text)
    if label is not None and label.label is not None:
        return True
    field = field_of(text) if text[:1].isupper() else None
    if field is not None and (field[1] or text.rstrip().endswith(":") or _style(line) != (False, False, False)):
        return True
    if line.bold and not before[-1].bold and read_code(text) is not None:
        return True
    first = before[0].text
    named = field_of(first) if len(before) == 1 else None
    if named is not None and not named[1] and ":" not in text[:40]:
        return first.rstrip().endswith(":") or _style(before[0]) != _style(line)
    if by_style and not text[:1].islower() and (label_name(text) or label_name(first) or names_unit(first)):
        return True  # a card's name over its label, both in bold
    return by_style and _style(before[-1]) != _style(line)


def field_of(text: str) -> tuple[str, str, str] | None:
    """The field that a text is, or starts with before a colon: its name, its value and its label as printed.

    >>> field_of("Mätmetod: Enkät"), field_of("Nyckeltal"), field_of("Åtgärden är klar: allt gjort")
    (('measurement', 'Enkät', 'Mätmetod'), ('indicator', '', 'Nyckeltal'), None)
    """
    found = _FIELD.fullmatch(text)
    if found is not None:
        rule = load("goal_fields").match(found["label"])
        if rule is not None:
            return rule.value, found["rest"] or "", found["label"]
    if len(text) <= _LONGEST_LABEL and (rule := load("goal_fields").match(text)) is not None:
        return rule.value, "", text
    dated = _DATED.search(text) if len(text) <= _LONGEST_LABEL else None
    if dated is not None and (rule := load("goal_fields").match(text[: dated.start()])) is not None:
        return (rule.value, "", text) if rule.value != "other" else None
    return None


def label_name(text: str) -> str | None:
    """The part of a goal that a label names: "goal", or a field of goal_fields.toml; None where it is no label.

    >>> label_name("Verksamhetsmål"), label_name("Nyckeltal:"), label_name("Alla barn ska nå målen i skolan.")
    ('goal', 'indicator', None)
    """
    bare = text.strip(" :")
    if not bare or bare[-1] == "." or len(bare.split()) > _LONGEST_NAME:
        return None
    field = field_of(bare)
    if field is not None:
        return field[0]
    label = read_label(bare)
    words = bare.split()
    at = goal_noun(words)
    if label is not None and not label.rest:
        return "goal"
    return (
        "goal"
        if at is not None and at <= 2 and (at == len(words) - 1 or words[at + 1] in ("för", "med", "i"))
        else None
    )


def places_of(lines: Sequence[Line]) -> tuple[Place, ...]:
    """One place for each page that the lines stand on."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    return tuple(
        Place(
            page,
            (
                min(line.bbox[0] for line in on_page),
                min(line.bbox[1] for line in on_page),
                max(line.bbox[2] for line in on_page),
                max(line.bbox[3] for line in on_page),
            ),
        )
        for page, on_page in by_page.items()
    )


def _piece(text: str, lines: Sequence[Line], places: tuple[Place, ...], **fields: object) -> Piece:
    words = [word for line in lines for word in line.words]
    return Piece(
        text=text.strip(),
        places=tuple(places),
        height=lines[-1].bbox[3] - lines[-1].bbox[1] if lines else 0.0,
        bold=all_are(BOLD, words),
        italic=all_are(ITALIC, words),
        underlined=all_are(UNDERLINED, words),
        banner=text.isupper() or _all_light(lines),
        **fields,  # type: ignore[arg-type]
    )


def _all_light(lines: Sequence[Line]) -> bool:
    """Whether every line with a letter or digit is set in light type, and there is one."""
    told = False
    for line in lines:
        if any(map(str.isalnum, line.text)):
            if not _is_light(line.color):
                return False
            told = True
    return told


def is_underlined(line: Line) -> bool:
    """Whether all of a line's words are underlined."""
    return all_are(UNDERLINED, line.words)


def _is_light(color: int) -> bool:
    return min(color >> 16, color >> 8 & 255, color & 255) >= _LIGHT


def _style(line: Line) -> tuple[bool, bool, bool]:
    return line.bold, line.italic, is_underlined(line)
