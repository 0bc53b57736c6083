"""The boards of the plans made from data: ``boards/*.txt``, our own wording and figures by board and activity.

A file has ``# Board``, blocks ``> name`` of lines, and activities ``## Name | frame in tkr | deviation in tkr`` with
blocks of their own (``vad`` what is done, ``framåt`` for a plan, ``bakåt`` and ``varför`` for a report, ``tal`` volumes
``label | figure | yearly change | decimals``). ``A`` stands for Hedarp's budget, ``B`` for Hallbro's report;
``{this/that}`` is A's word or B's. Goals: ``council goal | text | strategy`` or ``… | colour | comment``, under them
``- indicator | outcome | target | figure | yearly change | km``, where # is the figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent / "boards"


@dataclass(slots=True)
class Measure:
    name: str
    outcome: str
    target: str
    figure: Decimal
    step: Decimal
    split: bool

    @property
    def decimals(self) -> int:
        return 1 if self.figure % 1 else 0


@dataclass(slots=True)
class Aim:
    council: str
    text: str
    rest: list[str]
    measures: list[Measure] = field(default_factory=list)


@dataclass(slots=True)
class Field:
    """An activity of a board."""

    name: str
    frame: int
    deviation: int
    blocks: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class BoardStock:
    name: str
    blocks: dict[str, list[str]] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)

    def aims(self, which: str) -> list[Aim]:
        out: list[Aim] = []
        for line in self.blocks[f"mål {which}"]:
            if line.startswith("- "):
                name, outcome, target, figure, step, *flag = split(line[2:])
                out[-1].measures.append(Measure(name, outcome, target, amount(figure), amount(step), bool(flag)))
            else:
                council, text, *rest = split(line)
                out.append(Aim(council, text, rest))
        return out


def split(line: str) -> list[str]:
    return [part.strip() for part in line.split("|")]


def amount(text: str) -> Decimal:
    """
    >>> amount("6,9"), amount("-0.4")
    (Decimal('6.9'), Decimal('-0.4'))
    """
    return Decimal(text.replace(" ", "").replace(",", "."))


def boards(which: str) -> list[BoardStock]:
    """All boards, in the wording of plan ``which`` (A or B)."""
    return [_board(path, "AB".index(which)) for path in sorted(FOLDER.glob("*.txt"))]


def _board(path: Path, variant: int) -> BoardStock:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\{([^/}]*)/([^}]*)\}", lambda found: found[variant + 1], text)
    board = BoardStock("")
    blocks: dict[str, list[str]] = board.blocks
    current: list[str] = []
    for line in filter(None, map(str.rstrip, text.splitlines())):
        if line.startswith("## "):
            name, frame, deviation = split(line[3:])
            board.fields.append(Field(name, int(amount(frame)), int(amount(deviation))))
            blocks = board.fields[-1].blocks
        elif line.startswith("# "):
            board.name = line[2:]
        elif line.startswith("> "):
            current = blocks.setdefault(line[2:], [])
        else:
            current.append(line)
    return board
