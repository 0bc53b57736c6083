"""The lines of a money table: their labels, roles, groups and amounts.

Intäkter               group
Avgifter      1 200    item of the group
Bidrag          300    item of the group
Summa         1 500    total of the group
"""

from __future__ import annotations

from decimal import Decimal

from planparse.extract.context import locations
from planparse.extract.number_tables import Line, NumberTable
from planparse.layout.blocks import Cell
from planparse.model import Amount, BudgetColumn, BudgetLine
from planparse.model.making import made_amount, made_line
from planparse.model.terms import LineRole
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.money import parse_money


def budget_lines(table: NumberTable, columns: list[BudgetColumn], unit: str | None) -> list[BudgetLine]:
    """One line for each of the table's, with an amount for each column."""
    out: list[BudgetLine] = []
    group: str | None = None
    for line in table.lines:
        role = _role(line, table)
        if role == "group":
            group = None
        amounts = [_amount(cell, column, unit) for cell, column in zip(line.cells, columns, strict=True)]
        if role == "total" and group is not None and not _totals_group(line, group, out):
            group = None
        out.append(made_line(line.label, role, group, amounts, locations(line.places)))
        if role == "group":
            group = line.label
    return _net_roles(out)


def _role(line: Line, table: NumberTable) -> LineRole:
    if line.empty:
        return "group"
    told = [other for other in table.lines if not other.empty]
    if len(told) == 1:
        return "item"
    return "total" if load("line_roles").value(line.label) == "sum" and line is not told[0] else "item"


def _totals_group(line: Line, group: str, earlier: list[BudgetLine]) -> bool:
    """Whether a total closes its group rather than the table: the group's first one, or one that names it."""
    if any(other.role == "total" and other.group == group for other in earlier):
        return False
    return not fold(line.label).startswith(("totalsumma", "totalt för nämnden", "summa för nämnden"))


def _net_roles(lines: list[BudgetLine]) -> list[BudgetLine]:
    """Lines that are the sum of lines above are totals, whatever they are called ("Ram 2018", "Medel från driften").

    A line named as a net needs one column that adds up; any other needs two, and none that doesn't.
    """
    open_: list[int] = []
    """lines that no total sums yet"""
    for at, line in enumerate(lines):
        rule = load("line_roles").value(line.label)
        if line.role == "group" or rule == "part":
            continue
        if line.role == "item" and rule in ("net", None) and _adds_up(lines, at, rule == "net", open_):
            line.role = "total"
        if line.role == "total":
            # Without a run that it sums, a total closes the items since the one before.
            summed = _summed(lines, at, open_)
            if summed is not None and any(lines[other].group != line.group for other in open_[-summed:]):
                line.group = None  # it sums more than the group that it stands in
            open_ = [other for other in open_ if lines[other].role == "total"] if summed is None else open_[:-summed]
        open_.append(at)
    return _out_of_closed_groups(lines)


def _adds_up(lines: list[BudgetLine], at: int, net: bool, open_: list[int]) -> bool:
    """Whether a line is the sum of items, of totals or of both above it."""
    totals = [i for i in range(at) if lines[i].role == "total"]
    items = [
        i
        for i in range(totals[-1] + 1 if totals else 0, at)
        if lines[i].role == "item" and load("line_roles").value(lines[i].label) != "part"
    ]
    for above in (items, totals, [*totals[-1:], *items]):
        told, fits = _columns_that_add_up(lines[at], [lines[i] for i in above]) if len(above) >= 2 else (0, 0)
        if fits and (net or (told == fits >= 2)):
            return True
    return net and _summed(lines, at, open_) is not None


def _summed(lines: list[BudgetLine], at: int, open_: list[int]) -> int | None:
    """How many of the last open lines a line sums in most columns; None where no run of them adds up to it."""
    for count in range(2, len(open_) + 1):
        told, fits = _columns_that_add_up(lines[at], [lines[i] for i in open_[-count:]])
        if fits * 2 > told:
            return count
    return None


def _out_of_closed_groups(lines: list[BudgetLine]) -> list[BudgetLine]:
    """A net behind its group's own total nets the table: neither it nor what follows is of the group."""
    closed: str | None = None
    left: str | None = None
    for line in lines:
        if line.role == "group":
            closed = left = None
        elif line.role == "total" and line.group is not None and line.group == closed:
            left = closed
        if line.group is not None and line.group == left:
            line.group = None
        elif line.role == "total":
            closed = line.group
    return lines


def _columns_that_add_up(line: BudgetLine, above: list[BudgetLine]) -> tuple[int, int]:
    """(columns in which the line and two terms above it are printed and not nought, those that add up)."""
    told = fits = 0
    for column, amount in enumerate(line.amounts):
        terms = [sek for other in above if (sek := other.amounts[column].sek)]
        if amount.sek is None or len(terms) < 2:
            continue
        told += 1
        # Rounding of the terms; how much of it is due exactly is the checks' business.
        fits += abs(sum(terms, Decimal(0)) - amount.sek) <= max(map(abs, terms)) * Decimal("0.001")
    return told, fits


def _amount(cell: Cell | None, column: BudgetColumn, unit: str | None) -> Amount:
    if cell is None or not cell.text:
        return made_amount("", None, None, [])
    if column.measure in ("count", "text"):
        return made_amount(cell.text, None, None, locations(cell.places))
    money = parse_money(cell.text, unit)
    return made_amount(cell.text, money.sek, money.note, locations(cell.places))
