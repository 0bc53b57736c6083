"""The ledger of Hallbro's report and its tables of measures: goals' indicators and staff, by women and men."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from board_stock import Measure, boards
from ledger import Cell, Figures, Grid, Ledger, figure
from script import texts

HERE = Path(__file__).parent
STATUS = {
    "g": ("met", "green circle", "#3f9b46", "Uppfyllt"),
    "y": ("partly_met", "yellow circle", "#f2c230", "Delvis uppfyllt"),
    "r": ("not_met", "red circle", "#cf3b2e", "Inte uppfyllt"),
    "w": ("not_measured", "grey circle", "#9b9b9b", "Har inte kunnat mätas"),
}
GENDERS = (("T", "Totalt"), ("K", "Kvinnor"), ("M", "Män"))


def dot(color: str) -> str:
    return f'<svg class="dot" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.6" fill="{color}"/></svg>'


def arrow(change: Decimal) -> str:
    turn = -35 if change > 0 else 35 if change < 0 else 0
    path = f'<path d="M1 4h5V1.5L9.5 5 6 8.5V6H1z" fill="#444" transform="rotate({turn} 5 5)"/>'
    return f'<svg class="dot" viewBox="0 0 10 10">{path}</svg>'


def lower(name: str) -> str:
    return name[0].lower() + name[1:]


class Measures:
    """What is entered, and the tables of measures."""

    def __init__(self) -> None:
        self.dice = random.Random(2023)
        self.ledger = Ledger(Figures("\u202f", "\u2212"))
        self.bracketed = Figures("\u202f", "\u2212", brackets=True)
        self.whole: dict[str, Any] = tomllib.loads((HERE / "whole.toml").read_text(encoding="utf-8"))
        self.boards = boards("B")
        self.comments = texts(HERE / "comments.txt")
        self.council: dict[str, str] = {}

    def raw(self, html: str) -> None:
        self.ledger.put("raw", html)

    def value(self, text: str, name: str, year: int, column: str, **more: Any) -> tuple[str, dict[str, Any]]:
        number = figure(text)
        decimals = 1 if "," in text else 0
        more.setdefault("role", "outcome")
        return self.ledger.value("#", number, name, year=year, column=column, decimals=decimals, **more)

    def people(self, rows: list[list[str]]) -> None:
        head = [
            Cell("Personalnyckeltal", "b"),
            Cell("Kön", "b"),
            *(Cell(str(year), "bn") for year in (2021, 2022, 2023)),
        ]
        grid = Grid("lined split", [0, 24, 20, 20, 20], [head], [])
        for name, *figures in rows:
            values = []
            for index, (gender, word) in enumerate(GENDERS):
                cells = [Cell(name, down=3)] if index == 0 else []
                cells.append(Cell(word))
                for year in (2021, 2022, 2023):
                    text = figures[index * 3 + year - 2021]
                    printed, value = self.value(text, name, year, str(year), gender=gender)
                    cells.append(Cell(printed, "n"))
                    values.append(value)
                grid.rows.append(cells)
            self.ledger.volume(name, values)
        self.ledger.put("table", grid)

    def measures(self, goals: list[tuple[str, str, list[Measure]]], numbered: bool) -> None:
        years = (2021, 2022, 2023)
        first = [Cell("Mål", "b", down=2)] if numbered else []
        tail = [Cell("Målvärde 2023", "bn", down=2), Cell("Trend", "bc", down=2)]
        head = [*first, Cell("Indikator", "b", down=2), Cell("Kön", "b", down=2), Cell("Utfall", "bc", over=3), *tail]
        widths: list[float] = [*([12] if numbered else []), 0, 19, 17, 17, 17, 25, 14]
        grid = Grid("lined split", widths, [head, [Cell(str(year), "bn") for year in years]], [])
        for label, goal, measures in goals:
            down = sum(3 if measure.split else 1 for measure in measures)
            for index, measure in enumerate(measures):
                rows = self.measure_rows(measure, goal, years)
                if numbered and index == 0:
                    rows[0].insert(0, Cell(label, "c", down=down))
                grid.rows += rows
        self.ledger.put("table", grid)

    def measure_rows(self, measure: Measure, goal: str, years: tuple[int, ...]) -> list[list[Cell]]:
        rows, values = [], []
        wide = Decimal(self.dice.randint(12, 55)) / 10
        for gender, word in GENDERS if measure.split else ((None, ""),):
            cells = [Cell(measure.name, down=3 if measure.split else 1)] if gender in (None, "T") else []
            cells.append(Cell(word))
            shift = {"K": wide, "M": -wide}.get(gender or "", Decimal(0))
            shift = shift if measure.decimals else round(shift)
            series = [self.at(measure, year, shift) for year in years]
            for year, number in zip(years, series, strict=True):
                missing = measure.split is False and year == 2021 and self.dice.random() < 0.12
                text, value = self.ledger.value(
                    "–" if missing else measure.outcome,
                    number,
                    measure.name,
                    role="outcome",
                    year=year,
                    column=f"Utfall {year}",
                    gender=gender,
                    decimals=measure.decimals,
                )
                cells.append(Cell(text, "n"))
                values.append(value)
            target = ""
            if gender in (None, "T"):
                target, value = self.ledger.value(
                    measure.target,
                    self.at(measure, 2023, _better(measure)),
                    measure.name,
                    role="target",
                    year=2023,
                    column="Målvärde 2023",
                    gender=gender,
                    decimals=measure.decimals,
                )
                values.append(value)
            cells += [Cell(target, "n"), Cell(arrow(series[-1] - series[-2]) if gender != "M" else "", "mc")]
            rows.append(cells)
        self.ledger.indicator(measure.name, goal, values)
        return rows

    def at(self, measure: Measure, year: int, shift: Decimal | int) -> Decimal:
        number = measure.figure + measure.step * (year - 2023) + shift
        return round(number, 1) if measure.decimals else Decimal(int(number + Decimal("0.5")))


def _better(measure: Measure) -> Decimal:
    """How far the target is from the outcome, in the direction that the target's words give."""
    if measure.target.startswith(("högst", "<")):
        return -abs(measure.step)
    return abs(measure.step) if measure.target.startswith("minst") else measure.step
