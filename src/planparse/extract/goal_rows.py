"""Rows and cells of goal tables taken apart: rows over all columns, and the goals that one cell holds.

>>> is_comment("Kommentar: Arbetet fortsätter."), is_comment("Kommentarer från brukare följs upp")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from planparse.extract.goal_standing import labelled_area, names_unit, reads_as_goal
from planparse.extract.goal_terms import noun_kind, read_label
from planparse.layout.blocks import Cell, ListItem
from planparse.rules.load import load

BannerKind = Literal["responsible", "area", "goal"]

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})?)[.)]\s+(?P<rest>\S.*)", re.DOTALL)
_LONGEST_LABEL = 60


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


def comment_in(cell: Cell) -> str | None:
    """The comment that a row over all columns gives under its label, None where it is none."""
    if len(cell.parts) > 1 and load("goal_fields").value(cell.parts[0].text) == "comment":
        return " ".join(part.text for part in cell.parts[1:])
    if not is_comment(cell.text):
        return None
    return cell.text.partition(":")[2].strip()


def read_banner(cell: Cell, beside_goals: bool) -> Banner:
    """A row over all columns. Beside a column of goals it groups them: an area, or who answers for them (rule 19).

    Over indicators or activities it is the goal that they are under.
    """
    text = cell.text
    label = read_label(text)
    if label is not None and label.rest:
        kind = noun_kind(label.term.split()[-1])
        if kind == "goal":
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
    """The label of the first goal that a cell of numbers or codes points at.

    >>> pointed_label("1, 3"), pointed_label("Mål 2"), pointed_label("KS4"), pointed_label("")
    ('Mål 1', 'Mål 2', 'KS4', None)
    """
    code = re.fullmatch(r"[A-ZÅÄÖ]{1,4}[ .-]?\d{1,2}(?:\.\d{1,2})?", text.strip())
    if code is not None:
        return code[0]
    number = re.search(r"\d{1,2}(?:\.\d{1,2})?", text)
    return f"Mål {number[0]}" if number is not None else None
