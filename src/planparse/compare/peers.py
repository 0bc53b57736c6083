"""Medians and quartiles over groups of municipalities, always with how many they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean
from typing import TYPE_CHECKING

from planparse.compare.columns import Row
from planparse.compare.side_tables import SideTables
from planparse.compare.tables import rows_of

if TYPE_CHECKING:
    import pandas as pd

ALL = "alla"
CHOSEN = "valda"


def peer_rows(
    indicators: pd.DataFrame, budgets: pd.DataFrame, tables: SideTables, chosen: Sequence[str]
) -> Iterator[Row]:
    """The rows of ``peers``: over all municipalities, the chosen ones, and each group of the table of groups."""
    yield from _rows(_indicator_figures(rows_of(indicators, _OF_INDICATORS)), tables, chosen)
    yield from _rows(_budget_figures(rows_of(budgets, _OF_BUDGETS)), tables, chosen)


Key = tuple[object, ...]
_Figures = dict[Key, dict[str, tuple[str, list[float]]]]
"""by figure: each municipality (by code, else name) with its name and values"""

_WHOSE = ("municipality", "municipality_code", "board_kind", "year", "comparable", "superseded", "group")
_OF_INDICATORS = (*_WHOSE, "indicator", "role", "gender", "unit", "value")
_OF_BUDGETS = (*_WHOSE, "line", "measure", "sek", "sek_per_inhabitant")
_NAMES = ("record", "group", "name", "board_kind", "year", "role", "gender", "unit")


def _indicator_figures(rows: Iterable[Row]) -> _Figures:
    out: _Figures = {}
    for row in rows:
        if row["comparable"] and not row["superseded"] and row["value"] is not None and row["role"]:
            key = (
                "indicator",
                row["group"],
                row["indicator"],
                row["board_kind"],
                row["year"],
                row["role"],
                row["gender"],
                row["unit"],
            )
            _add(out, key, row, row["value"])
    return out


def _budget_figures(rows: Iterable[Row]) -> _Figures:
    out: _Figures = {}
    for row in rows:
        if not row["comparable"] or row["superseded"] or row["sek"] is None or row["measure"] is None:
            continue
        # Kronor of a large municipality and a small one make no median; per inhabitant they do.
        each = row.get("sek_per_inhabitant")
        unit, value = ("SEK/inhabitant", each) if each is not None else ("SEK", row["sek"])
        key = ("budget", row["group"], row["line"], row["board_kind"], row["year"], row["measure"], None, unit)
        _add(out, key, row, value)
    return out


def _add(figures: _Figures, key: Key, row: Row, value: float) -> None:
    who = row["municipality_code"] or row["municipality"]
    if who:
        figures.setdefault(key, {}).setdefault(who, (row["municipality"] or who, []))[1].append(value)


def _rows(figures: _Figures, tables: SideTables, chosen: Sequence[str]) -> Iterator[Row]:
    for key, by_municipality in figures.items():
        named = dict(zip(_NAMES, key, strict=True))
        sets = {ALL: set(by_municipality)}
        if chosen:
            sets[CHOSEN] = {who for who in by_municipality if who in chosen or by_municipality[who][0] in chosen}
        for who in by_municipality:
            for group in tables.groups_of(who, int(str(named["year"]))):
                sets.setdefault(group, set()).add(who)
        for peers, members in sets.items():
            if members:
                yield {**named, "peers": peers, **_figures_of(members, by_municipality)}


def _figures_of(members: set[str], by_municipality: dict[str, tuple[str, list[float]]]) -> Row:
    # A municipality with several boards of one kind counts once, by their mean.
    values = sorted(fmean(by_municipality[who][1]) for who in members)
    return {
        "n": len(values),
        "median": _quantile(values, 0.5),
        "quartile_1": _quantile(values, 0.25),
        "quartile_3": _quantile(values, 0.75),
        "municipalities": ", ".join(sorted(by_municipality[who][0] for who in members)),
    }


def _quantile(values: Sequence[float], share: float) -> float:
    """A quantile of sorted values, between two of them by their distance (as spreadsheets and numpy do).

    >>> _quantile([1.0, 2.0, 4.0, 8.0], 0.25)
    1.75
    """
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])
