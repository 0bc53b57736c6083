"""Tables given beside the plans: inhabitants, prices, groups of municipalities. CSV with a head.

Cells are parted by "," or ";".

========== ============================== =====================================================
population code, year, population         inhabitants, by the municipality's four digits
deflator   year, index                    prices: the last year of the table is the base
groups     code, group, valid_from        "" in valid_from: from the start, until a later one
========== ============================== =====================================================
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planparse.errors import FactsTableError
from planparse.model.writing import read_text

_HEADS = {
    "code": ("code", "kod", "kommunkod"),
    "year": ("year", "år"),
    "population": ("population", "befolkning", "invånare", "folkmängd"),
    "index": ("index", "pkv", "kpi", "värde", "value"),
    "group": ("group", "grupp"),
    "valid_from": ("valid_from", "gäller_från", "from"),
}


@dataclass(frozen=True, slots=True)
class SideTables:
    """The tables at hand; an empty one where none was given."""

    population: Mapping[tuple[str, int], float] = field(default_factory=dict)
    prices: Mapping[int, float] = field(default_factory=dict)
    groups: tuple[tuple[str, str, int], ...] = ()

    @property
    def base_year(self) -> int | None:
        """The year in whose prices amounts are told."""
        return max(self.prices, default=None)

    def fixed(self, sek: float, year: int) -> float | None:
        """An amount in the base year's prices.

        >>> SideTables(prices={2019: 100.0, 2020: 110.0}).fixed(1000, 2019)
        1100.0
        """
        base = self.base_year
        if base is None or year not in self.prices:
            return None
        return sek * self.prices[base] / self.prices[year]

    def per_inhabitant(self, sek: float, code: str | None, year: int) -> float | None:
        """An amount for each inhabitant of the municipality that year."""
        inhabitants = self.population.get((code or "", year))
        return sek / inhabitants if inhabitants else None

    def groups_of(self, code: str | None, year: int) -> list[str]:
        """The groups that a municipality belongs to in a year: of each the last that is valid by then.

        >>> SideTables(groups=(("0183", "storstad", 2011), ("0183", "pendlingskommun", 2017))).groups_of("0183", 2015)
        ['storstad']
        """
        valid = sorted((start, group) for member, group, start in self.groups if member == code and start <= year)
        return [group for start, group in valid if start == valid[-1][0]]


def read_side_tables(
    population: Path | None = None, deflator: Path | None = None, groups: Path | None = None
) -> SideTables:
    """The tables from their files.

    Raises:
        MissingFileError: a file can't be read.
        FactsTableError: a column is missing, or a cell is no figure.
    """
    inhabitants = {
        (_code(row["code"]), _whole(row["year"], population)): _figure(row["population"], population)
        for row in _rows(population, "code", "year", "population")
    }
    prices = {
        _whole(row["year"], deflator): _figure(row["index"], deflator) for row in _rows(deflator, "year", "index")
    }
    memberships = tuple(
        (_code(row["code"]), row["group"], _whole(row["valid_from"][:4], groups) if row.get("valid_from") else 0)
        for row in _rows(groups, "code", "group")
    )
    return SideTables(inhabitants, prices, memberships)


def _rows(path: Path | None, *needed: str) -> Iterator[dict[str, str]]:
    if path is None:
        return
    text = read_text(path).lstrip("\ufeff")
    delimiter = ";" if text.partition("\n")[0].count(";") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = {head: _name(head) for head in reader.fieldnames or ()}
    missing = set(needed) - set(names.values())
    if missing:
        raise FactsTableError(f"lacks the column {', '.join(sorted(missing))}", file=str(path))
    for row in reader:
        if None in row:
            # "2022,107,3": a decimal comma in a table of commas would be read as 107.
            raise FactsTableError(f"line {reader.line_num} has more cells than the head", file=str(path))
        yield {names[head]: (value or "").strip() for head, value in row.items() if head in names}


def _name(head: str) -> str:
    folded = head.strip().casefold()
    return next((name for name, heads in _HEADS.items() if folded in heads), folded)


def _code(text: str) -> str:
    return text.zfill(4) if text.isdecimal() else text


def _whole(text: str, path: Path | None) -> int:
    if not text.isdecimal():
        raise FactsTableError(f"{text!r} is no year", file=str(path))
    return int(text)


def _figure(text: str, path: Path | None) -> float:
    try:
        figure = float(text.replace(" ", "").replace("\xa0", "").replace(",", "."))
    except ValueError as error:
        raise FactsTableError(f"{text!r} is no figure", file=str(path)) from error
    if not 0 < figure < float("inf"):
        raise FactsTableError(f"{text!r} is no figure above 0", file=str(path))
    return figure
