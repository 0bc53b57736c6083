"""A plan made from data: every block that is printed is entered together with what the gold says of it.

In: calls such as ``heading``, ``say``, ``budget``, with texts and figures of our own. Out: ``blocks``, which
``typst_pages.py`` and ``html_pages.py`` set, and ``gold``, the fields of the model. No parser has a part in it; section
pages come from the typesetter.

Money in a sentence is marked ``[f|1 200 tkr]``: f frame, c cost, i income, o other, d deviation, r result, ? left out;
``[-d|…]`` for a negative one, ``[f|1 200 tkr|2026]`` where the sentence gives the year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

MARK = re.compile(r"\[(-?)([fciodr?])\|([^|\]]+)(?:\|(\d{4}))?\]")
KINDS = {"f": "frame", "c": "cost", "i": "income", "o": "other", "d": "deviation", "r": "result"}
MONEY = {"kr": 1, "kronor": 1, "tkr": 1_000, "mnkr": 1_000_000, "mkr": 1_000_000}
UNITS = {"%": "percent", "dagar": "days", "timmar": "hours", "månader": "months", "kr": "SEK", "st": "count"}
WORDS = {"minst": "ge", "högst": "le", "max": "le", "<": "lt", ">": "gt", "ca": "approx", "inom": "le"}
SOURCES = [
    "Kolada",
    "Strada",
    "Skolverket",
    "SCB",
    "Insikt",
    "Nyföretagarbarometern",
    "Riksidrottsförbundet",
    "medarbetarenkäten",
    "förskoleenkäten",
    "brukarundersökningen",
    "medborgarundersökningen",
]
Record = dict[str, Any]
Number = int | Decimal


@dataclass(slots=True)
class Cell:
    """``look``: n figure, b bold, g heading row, m mark drawn (a colour or arrow), s small, c centred, v rotated."""

    text: str = ""
    look: str = ""
    over: int = 1
    down: int = 1
    raised: str = ""


@dataclass(slots=True)
class Grid:
    """A table as it is printed. ``look`` names its rules and shades in the style of the plan."""

    look: str
    widths: list[float]
    head: list[list[Cell]]
    rows: list[list[Cell]]
    caption: str | None = None


@dataclass(slots=True)
class Column:
    """A money column: ``over`` is the text of the cell above it, which spans columns with the same one."""

    label: str
    measure: str
    year: int | None = None
    over: str = ""


@dataclass(slots=True)
class Line:
    """A money line: amounts in the table's unit, None empty, "–" a dash. ``notes`` are raised marks by column."""

    label: str
    amounts: list[Number | str | None]
    role: str = "item"
    group: str | None = None
    notes: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Figures:
    """How a plan prints figures."""

    thousand: str = "\u00a0"
    minus: str = "-"
    brackets: bool = False

    def text(self, value: Number, decimals: int = 0) -> str:
        number = f"{abs(Decimal(value)):,.{decimals}f}".replace(",", "§").replace(".", ",").replace("§", self.thousand)
        if value >= 0 or not number.strip("0,"):
            return number
        return f"({number})" if self.brackets else f"{self.minus}{number}"


def spaced(text: str) -> str:
    """As gold has it: every run of white space one plain space."""
    return " ".join(text.split())


def plain(value: Decimal) -> str:
    """A decimal as the model writes it.

    >>> plain(Decimal("12.50")), plain(Decimal("400"))
    ('12.5', '400')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Ledger:
    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.blocks: list[Any] = []
        self.gold: dict[str, list[Record]] = {
            name: []
            for name in [
                "sections",
                "goals",
                "indicators",
                "assignments",
                "activities",
                "guarantees",
                "budgets",
                "volumes",
                "controls",
                "calendar",
                "services",
                "amounts",
            ]
        }
        self._stack: list[tuple[int, str, str | None]] = []

    @property
    def place(self) -> str:
        return self._stack[-1][1]

    def heading(
        self, level: int, title: str, number: str | None = None, board: str | None = None, quiet: bool = False
    ) -> str:
        """``quiet``: set as a heading of that level, but the gold has it as the same (a title in capitals)."""
        while self._stack and self._stack[-1][0] >= level:
            self._stack.pop()
        parent = self._stack[-1] if self._stack else None
        board = board or (parent[2] if parent else None)
        name = f"s{len(self.gold['sections']) + 1}"
        self.gold["sections"].append(
            {
                "id": name,
                "number": number,
                "title": title,
                "level": len(self._stack) + 1,
                "parent_id": parent[1] if parent else None,
                "board": board,
                "page_start": None,
            }
        )
        self._stack.append((level, name, board))
        self.blocks.append(("heading", level, number, title, name))
        return name

    def put(self, kind: str, *parts: Any) -> None:
        """A block of the plan's own kind, of which the gold says nothing."""
        self.blocks.append((kind, *parts))

    def say(self, *sentences: str, look: str = "") -> None:
        """One paragraph."""
        self.blocks.append(("p", " ".join(self.sentence(sentence) for sentence in sentences), look))

    def items(self, *sentences: str) -> None:
        self.blocks.append(("ul", [self.sentence(sentence) for sentence in sentences]))

    def sentence(self, sentence: str) -> str:
        """The sentence as printed; its amounts are entered."""
        text = MARK.sub(lambda mark: mark[3], sentence)
        for sign, kind, raw, year in MARK.findall(sentence):
            number, word = raw.rsplit(" ", 1)
            value = Decimal(re.sub(r"\s", "", number).replace(",", ".").replace("−", "-")) * MONEY[word]
            if year and year not in text:
                raise ValueError(f"{year} does not stand in: {text}")
            record: Record = {"raw": spaced(raw), "sek": plain(-value if sign else value)}
            record |= {"year": int(year) if year else None, "sentence": spaced(text), "section_id": self.place}
            if kind in KINDS:
                record["kind"] = KINDS[kind]
            self.gold["amounts"].append(record)
        return MARK.sub(lambda mark: mark[3].replace(" ", "\u00a0"), sentence)

    def goal(self, text: str, **fields: Any) -> str:
        name = f"g{len(self.gold['goals']) + 1}"
        empty = dict.fromkeys(
            ("label", "term", "area", "unit", "parent_id", "strategy", "measurement", "reporting", "responsible")
        )
        record = {"id": name, "text": text, **empty, "assessment": None, "section_id": self.place}
        self.gold["goals"].append(record | {"level": "board"} | fields)
        return name

    def indicator(self, name: str, goal: str | None, values: list[Record]) -> None:
        last = name.rsplit(", ", 1)[-1]
        source = last if last in SOURCES else None
        record = {"goal_id": goal, "name": name, "source": source, "values": values, "section_id": self.place}
        self.gold["indicators"].append(record)

    def volume(self, label: str, values: list[Record], group: str | None = None) -> None:
        record = {"label": label, "group": group, "section_id": self.place, "values": values}
        self.gold["volumes"].append(record)

    def value(
        self,
        pattern: str,
        number: Decimal | None,
        name: str,
        *,
        role: str,
        year: int | None,
        column: str | None,
        gender: str | None = None,
        decimals: int = 0,
    ) -> tuple[str, Record]:
        """The cell's text and the value that it stands for. ``pattern`` has # for the number ("minst # %")."""
        printed = pattern
        quantity: Record = dict.fromkeys(
            ("raw", "value", "upper", "unit", "comparator", "reference", "year", "note"), None
        )
        if "#" in pattern:
            assert number is not None
            printed = pattern.replace("# %", "#\u00a0%").replace("#", self.figures.text(number, decimals))
            before, _, after = (part.strip() for part in pattern.partition("#"))
            unit, times = (UNITS.get(after, after), 1) if after else _unit_of(name)
            quantity |= {"value": plain(number * times), "unit": unit, "comparator": WORDS[before] if before else "eq"}
        elif pattern in ("Ska minska", "Ska öka"):
            quantity |= {"comparator": "lt" if pattern == "Ska minska" else "gt", "reference": "previous_year"}
        elif pattern not in ("–", "-"):
            quantity |= {"note": pattern}
        quantity["raw"] = spaced(printed)
        place = {"role": role, "year": year, "as_of": None, "gender": gender, "column": column}
        return printed, place | {"quantity": quantity}

    def budget(
        self, grid: Grid, title: str | None, unit: str, kind: str | None, columns: list[Column], **more: Any
    ) -> Record:
        """The record of a money table; its lines are entered by ``money_rows``."""
        labels = [{"label": spaced(f"{c.over} {c.label}"), "measure": c.measure, "year": c.year} for c in columns]
        record: Record = {"title": title, "unit": unit, "unit_name": None, "section_id": self.place, "columns": labels}
        record |= {"lines": [], **more}
        if kind:
            record["kind"] = kind
        self.gold["budgets"].append(record)
        self.blocks.append(("table", grid))
        return record

    def money_rows(self, record: Record, lines: list[Line], decimals: int = 0) -> list[list[Cell]]:
        """The rows of a money table, entered into its record."""
        times = MONEY[record["unit"]]
        rows = []
        for line in lines:
            look = {"total": "b", "group": "g"}.get(line.role, "")
            amounts = line.amounts or [None] * len(record["columns"])
            cells, entered = [Cell(line.label, look)], []
            for index, amount in enumerate(amounts):
                text = (
                    "" if amount is None else amount if isinstance(amount, str) else self.figures.text(amount, decimals)
                )
                money = isinstance(amount, int | Decimal) and record["columns"][index]["measure"] not in (
                    "text",
                    "count",
                )
                entered.append(
                    {"raw": spaced(text), "sek": plain(Decimal(amount) * times) if money else None}  # type: ignore[arg-type]
                )
                cells.append(Cell(text, look + "n", raised=line.notes.get(index, "")))
            record["lines"].append({"label": line.label, "role": line.role, "group": line.group, "amounts": entered})
            rows.append(cells)
        return rows

    def money(
        self,
        title: str | None,
        unit: str,
        kind: str | None,
        columns: list[Column],
        lines: list[Line],
        *,
        look: str,
        widths: list[float],
        corner: str = "",
        caption: str | None = None,
        decimals: int = 0,
    ) -> Record:
        """A whole money table: head, rows and record."""
        grid = Grid(look, widths, money_head(corner, columns), [], caption)
        record = self.budget(grid, title, unit, kind, columns)
        grid.rows = self.money_rows(record, lines, decimals)
        return record


def money_head(corner: str, columns: list[Column]) -> list[list[Cell]]:
    """One header row, or two where columns stand under a cell that spans them."""
    if not any(column.over for column in columns):
        return [[Cell(corner, "b"), *(Cell(column.label, "bn") for column in columns)]]
    first: list[Cell] = [Cell(corner, "b", down=2)]
    second: list[Cell] = []
    for column in columns:
        if not column.over:
            first.append(Cell(column.label, "bn", down=2))
            continue
        second.append(Cell(column.label, "bn"))
        if len(first) > 1 and first[-1].text == column.over:
            first[-1].over += 1
        else:
            first.append(Cell(column.over, "bc"))
    return [first, second]


def _unit_of(name: str) -> tuple[str | None, int]:
    if "(%)" in name:
        return "percent", 1
    if "per invånare, kr" in name:
        return "SEK/inhabitant", 1
    for word in ("kr", "tkr", "mnkr"):
        if name.endswith(f", {word}"):
            return "SEK", MONEY[word]
    return None, 1


def figure(text: str) -> Any:
    """An amount of the data: "–" stays a dash.

    >>> figure("-12,5"), figure("–")
    (Decimal('-12.5'), '–')
    """
    return text if text == "–" else Decimal(text.replace(" ", "").replace(",", "."))


def sums(lines: list[Line]) -> list[Any]:
    """The columns' sums; what is no figure counts as nothing."""
    return [
        sum((value for value in column if isinstance(value, int | Decimal)), start=0)
        for column in zip(*(line.amounts for line in lines), strict=True)
    ]
