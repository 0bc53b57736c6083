"""Rows and cells of goal tables taken apart: rows over all columns, and the goals that one cell holds.

>>> is_comment("Kommentar: Arbetet fortsätter."), is_comment("Kommentarer från brukare följs upp")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from planparse.extract.goal_standing import labelled_area, names_unit, reads_as_goal
from planparse.extract.goal_terms import labels_goal, read_label, term_of_heading
from planparse.layout.blocks import Cell, ListItem
from planparse.layout.joining import join_lines
from planparse.rules.load import load

BannerKind = Literal["responsible", "area", "goal"]

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})?)[.)]\s+(?P<rest>\S.*)", re.DOTALL)
_LONGEST_LABEL = 60
_LONGEST_TERM = 3
"""words of a term set over its goal"""


@dataclass(frozen=True, slots=True)
class Banner:
    """What a row over all columns says. ``said``: it calls itself a goal; ``sentence``: it reads as one."""

    kind: BannerKind
    text: str
    label: str | None = None
    term: str | None = None
    said: bool = False
    sentence: bool = False


def is_comment(text: str) -> bool:
    """Whether a text is a comment under its label."""
    head, colon, _ = text[:_LONGEST_LABEL].partition(":")
    rule = load("goal_fields").match(head if colon else text)
    return rule is not None and rule.value == "comment"


def _bold_label(cell: Cell) -> str | None:
    """The words in bold that a cell's text begins with, where it goes on in plain type."""
    words = cell.lines[0].words if cell.lines else ()
    bold = list(takewhile(lambda word: word.bold, words))
    return " ".join(word.text for word in bold) if bold and len(bold) < len(words) else None


def is_comment_cell(cell: Cell) -> bool:
    """Whether a cell is a comment by its label, before a colon or in bold type."""
    label = _bold_label(cell)
    return is_comment(cell.text) or (label is not None and load("goal_fields").value(label) == "comment")


def comment_in(cell: Cell) -> str | None:
    """The comment that a row over all columns gives under its label, None where it is none."""
    label = _bold_label(cell)
    if label is not None and load("goal_fields").value(label) == "comment":
        return cell.text.removeprefix(label).lstrip(" :")
    if len(cell.parts) > 1 and load("goal_fields").value(cell.parts[0].text) == "comment":
        return " ".join(part.text for part in cell.parts[1:])
    if not is_comment(cell.text):
        return None
    return cell.text.partition(":")[2].strip()


def read_banner(cell: Cell, beside_goals: bool) -> Banner:
    """A row over all columns. Beside a column of goals it groups them: an area, or who answers for them.

    Over indicators or activities it is the goal that they are under.
    """
    text = cell.text
    over = _term_over(cell)
    if over is not None:
        return Banner("goal", over[1], None, over[0], said=True)
    label = read_label(text)
    if label is not None and label.rest:
        if labels_goal(label):
            return Banner("goal", label.rest, label.label, label.term, said=True)
        return Banner("area", label.rest)
    area = labelled_area(text)
    if area is not None:
        return Banner("area", area)
    if names_unit(text):
        return Banner("responsible", text)
    if beside_goals and not reads_as_goal(text):
        return Banner("area", text)
    if beside_goals:
        return Banner("goal", text, said=True)
    return Banner("goal", text, sentence=reads_as_goal(text) or text.rstrip().endswith("."))


def _term_over(cell: Cell) -> tuple[str, str] | None:
    """The term on a line of its own over a goal's wording ("Nämndmål"), and the wording."""
    if len(cell.lines) < 2 or len(cell.lines[0].words) > _LONGEST_TERM:
        return None
    first = cell.lines[0]
    other_type = (first.size, first.bold) != (cell.lines[1].size, cell.lines[1].bold)
    term = term_of_heading(first.text)
    if term is None or not (other_type or first.text.endswith(":")):
        return None
    return term, join_lines(line.text for line in cell.lines[1:])


def split_goals(cell: Cell) -> Iterator[tuple[str | None, str | None, str]]:
    """The goals of a cell as (label, term, wording): one, or several where each part has a label of its own."""
    labelled = [(part, read_label(part.text)) for part in cell.parts]
    if len(labelled) > 1 and all(label is not None and label.rest for _, label in labelled):
        for _, label in labelled:
            if label is not None:
                yield label.label, label.term, label.rest
        return
    label = read_label(cell.text)
    if label is not None:
        yield label.label, label.term, label.rest
        return
    yield _numbered(cell)


def _numbered(cell: Cell) -> tuple[str | None, str | None, str]:
    found = _NUMBERED.fullmatch(cell.text)
    if found is not None:
        return found["number"], None, found["rest"]
    if len(cell.parts) == 1 and isinstance(cell.parts[0], ListItem):
        return cell.parts[0].label, None, cell.text
    return None, None, cell.text


def pointed_label(text: str) -> str | None:
    """The label of the first goal that a cell of numbers or codes points at: a bare number as it is.

    >>> pointed_label("1, 3"), pointed_label("Mål 2"), pointed_label("KS4, KS5"), pointed_label("")
    ('1', 'Mål 2', 'KS4', None)
    """
    code = re.match(r"[A-ZÅÄÖ]{1,4}[ .-]?\d{1,2}(?:\.\d{1,2})?\b", text.strip())
    if code is not None:
        return code[0]
    number = re.search(r"\d{1,2}(?:\.\d{1,2})?", text)
    if number is None:
        return None
    return f"Mål {number[0]}" if any(map(str.isalpha, text[: number.start()])) else number[0]
