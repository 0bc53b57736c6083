"""Money tables: their kind, unit, columns with measures and years, lines with roles, amounts in kronor.

Driftbudget, tkr         Bokslut 2023   Budget 2024
Intäkter                        1 200         1 150    item
Personalkostnader             -18 400       -19 000    item
Nettokostnad                  -17 200       -17 850    total
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from planparse.extract.budget_lines import budget_lines
from planparse.extract.claims import Claim, ClaimedTable
from planparse.extract.context import Context, locations
from planparse.extract.doubts import doubt
from planparse.extract.money_words import unit_behind, unit_in, without_unit
from planparse.extract.number_tables import (
    NumberTable,
    is_figure,
    measure_of,
    read_number_table,
    with_heads_of,
)
from planparse.layout.blocks import Cell, Grid, Place
from planparse.model import Budget, BudgetColumn, Diagnostic
from planparse.model.making import lean
from planparse.model.terms import BudgetKind, Measure
from planparse.outline.document import Document, SectionNode
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import header_year
from planparse.values.money import parse_money

_MONEY_WORDS = ("budget", "ekonomi", "resultaträkning", "investering", "drift", "kostnad", "intäkt", "ram", "bokslut")
_MONEY_LABELS = ("kostnad", "intäkt", "kommunbidrag", "avskrivning", "hyror", "lokaler", "personal", "bidrag", "netto")
_MONEY_HEADS = ("intäkt", "kostnad", "netto", "inkomst", "utgift", "bruttokostnad", "belopp")
_COUNTED = ("antal", "st", "andel", "%", "procent", "årsarbetare", "tjänster")


def claim_budget(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """A table of figures with a money unit in its head, caption or the line over it; or else money words."""
    table = read_number_table(grid)
    if table is None:
        return None
    unit = unit_of(table, grid)
    if unit is not None:
        return Claim("budget", 0.9, f"figures in {unit}")
    if unit_in_cells(table) is not None:
        return Claim("budget", 0.7, f"figures in {unit_in_cells(table)}, printed in the cells")
    title = fold(f"{grid.caption} {table.corner} {section.title if section else ''}")
    told = [line for line in table.lines if not line.empty]
    money = sum(any(word in fold(line.label) for word in _MONEY_LABELS) for line in told)
    above = unit_above(grid, section, document)
    if above is not None and (money or any(word in title for word in _MONEY_WORDS)):
        return Claim("budget", 0.85, f"figures, and the text over them says {above}")
    counted = any(re.search(r"\bantal|\bandel|årsarbet|%|\bper\b", fold(line.label)) for line in told)
    named = sum(fold(table.heads[at].label).startswith(_MONEY_HEADS) for at in table.figures)
    if above is not None and not counted and (named > 1 or money_heads(table)):
        return Claim("budget", 0.8, f"figures of money, and the text over them says {above}")
    if named > 1 and not counted:
        return Claim("budget", 0.6, "columns of costs and income")
    if load("budget_kinds").value(title) == "investment" and (
        money_heads(table) or (_bare_years(table) and not counted)
    ):
        return Claim("budget", 0.77, "figures of budget and plan under a heading of investments")
    if money * 3 >= len(told) and any(word in title for word in _MONEY_WORDS):
        return Claim("budget", 0.6, "lines of costs and income under a heading of money")
    return None


def extract_budgets(
    tables: Sequence[ClaimedTable], document: Document, context: Context
) -> tuple[list[Budget], list[Diagnostic]]:
    """The budgets of the tables claimed as such, in reading order."""
    out: list[Budget] = []
    doubts: list[Diagnostic] = []
    before: NumberTable | None = None
    labels: set[str] = set()
    for claimed in tables:
        if claimed.kind != "budget":
            continue
        table = read_number_table(claimed.grid)
        if table is None:
            continue
        table = with_heads_of(table, before) if before else table
        before = table
        budget = _budget(claimed, table, document, context, labels, _unit_before(claimed, table, out))
        labels |= {fold(line.label) for line in budget.lines if line.role == "item"}
        if budget.unit is None:
            message = "no unit (kr, tkr, mnkr) is printed with this money table: its amounts are left without value"
            doubts.append(doubt("unit_missing", message, claimed.grid.places, refs=[budget.id]))
        doubts += _unread_amounts(budget, claimed.grid)
        out.append(budget)
    return out, doubts


def _unread_amounts(budget: Budget, grid: Grid) -> Iterator[Diagnostic]:
    """A doubt for each cell of a money column whose figures could not be read whole: "1 2O0", "12 34"."""
    for line in budget.lines:
        for column, amount in zip(budget.columns, line.amounts, strict=True):
            money = column.measure not in ("count", "text") and budget.unit is not None
            if money and amount.sek is None and any(map(str.isdigit, amount.raw)):
                message = f'"{line.label}", {column.label}: "{amount.raw}" is no amount that can be read whole'
                places = [Place(place.page, (*place.bbox,)) for place in amount.locations]  # type: ignore[arg-type]
                yield doubt("amount_unread", message, places or grid.places, refs=[budget.id])


def money_heads(table: NumberTable) -> bool:
    """Whether a column of figures is headed by budget, plan or outcome."""
    return any(table.heads[at].role in ("budget", "plan", "outcome", "forecast") for at in table.figures)


def _bare_years(table: NumberTable) -> bool:
    """Whether the columns of figures are headed by nothing but years."""
    heads = [table.heads[at] for at in table.figures]
    return all(head.year is not None and head.role is None for head in heads)


def unit_of(table: NumberTable, grid: Grid) -> str | None:
    """The unit word printed in the table's caption, corner, heads or a total's label."""
    for text in (grid.caption, table.corner, table.owner, *(head.label for head in table.heads)):
        if (unit := unit_in(text)) is not None:
            return unit
    totals = (line.label for line in table.lines if load("line_roles").value(line.label) == "sum")
    return next((unit for label in totals if (unit := unit_in(label)) is not None), None)


def unit_in_cells(table: NumberTable) -> str | None:
    """The unit that most figures carry themselves: "1 200 tkr"."""
    texts = [cell.text for line in table.lines for at in table.figures if (cell := line.cells[at]) and cell.text]
    units = [unit for text in texts if (unit := unit_behind(text)) is not None]
    return units[0] if texts and len(units) * 2 > len(texts) and len(set(units)) == 1 else None


def unit_above(grid: Grid, section: SectionNode | None, document: Document) -> str | None:
    """The unit in the heading, or in the paragraph just over the table: "Belopp i tkr"."""
    over = unit_in(document.text_over(section, grid))
    return over or (unit_in(section.title) if section is not None else None)


def _budget(
    claimed: ClaimedTable,
    table: NumberTable,
    document: Document,
    context: Context,
    labels: set[str],
    unit_before: str | None,
) -> Budget:
    grid, section = claimed.grid, claimed.section
    unit = unit_of(table, grid) or unit_in_cells(table) or unit_above(grid, section, document) or unit_before
    unit = unit or _unit_of_document(document)
    title = _title(table, grid, section)
    columns = _columns(table, context, title or "")
    lines = budget_lines(table, columns, unit)
    return Budget(
        id=context.ids.give("budget", *(section.path if section else ()), title, *(c.label for c in columns)),
        kind=_kind(table, grid, section, columns, title),
        title=title,
        unit=unit,
        unit_name=_unit_name(table, claimed, document, labels),
        columns=columns,
        lines=lines,
        section_id=section.id if section else None,
        locations=locations([*grid.places, *grid.caption_places]),
    )


def _unit_of_document(document: Document) -> str | None:
    """What the document says of all its tables: "Belopp anges i tkr om inget annat sägs"."""
    for _, block in document.prose():
        text = fold(block.text)
        if ("belopp" in text or "samtliga" in text) and len(text) < 300 and (unit := unit_in(text)) is not None:
            return unit
    return None


def _unit_before(claimed: ClaimedTable, table: NumberTable, earlier: Sequence[Budget]) -> str | None:
    """The unit of the table before it in its section, where that has the same columns: a table set in two parts."""
    if not earlier or claimed.section is None or earlier[-1].section_id != claimed.section.id:
        return None
    same = [column.label for column in earlier[-1].columns] == [head.label for head in table.heads]
    return earlier[-1].unit if same else None


def _columns(table: NumberTable, context: Context, title: str) -> list[BudgetColumn]:
    """The columns with their measures: by head; where that says none by what the figures do, then by the title."""
    measures: list[Measure | None] = []
    for at, head in enumerate(table.heads):
        measure = measure_of(head, context)
        if at not in table.figures and not _blank(table, at):
            measure = "text"
        elif any(word in fold(head.label).split() for word in _COUNTED):
            measure = "count"
        measures.append(measure)
    for at in _between_two_states(table, measures):
        measures[at] = "change"
    titled = load("column_roles").value(title)
    default: Measure = titled if titled in ("outcome", "forecast", "plan") else "budget"  # type: ignore[assignment]
    if titled is None and context.is_report:
        default = "outcome"
    by_title = [measure or default for measure in measures]
    titled_year = header_year(title)
    if titled in ("budget", "outcome") and titled_year and all(head.role is None for head in table.heads):
        # "Driftbudget 2015" over bare "Netto 2015", "Netto 2014": both are what the title says; later years are plans.
        known = [head.year is not None and head.year <= titled_year for head in table.heads]
        by_title = [titled if of_title else own for own, of_title in zip(by_title, known, strict=True)]  # type: ignore[misc]
    return [
        lean(BudgetColumn(label=head.label, measure=measure, year=head.year, locations=locations(head.places)))
        for head, measure in zip(table.heads, by_title, strict=True)
    ]


def _between_two_states(table: NumberTable, measures: Sequence[Measure | None]) -> list[int]:
    """Columns without a measure that lead from the column before them to the one after them, line by line.

    Ram 2025    Löner   Volymer   Ram 2026
      14 620      410      -250     14 780
    """
    # "Volymer" over such a column would by itself be a count; the arithmetic tells.
    unknown = [at for at in table.figures if measures[at] in (None, "count")]
    if not unknown:
        return []
    first, last = min(unknown) - 1, max(unknown) + 1
    while last < len(measures) and measures[last] == "change":
        last += 1
    while first >= 0 and measures[first] == "change":
        first -= 1
    if first < 0 or last >= len(measures) or first not in table.figures or last not in table.figures:
        return []
    told = fits = 0
    for line in table.lines:
        figures = [_figure(line.cells[at]) for at in range(first, last + 1)]
        start, end = figures[0], figures[-1]
        if start is None or end is None:
            continue
        told += 1
        moved = sum((figure or Decimal(0) for figure in figures[1:-1]), Decimal(0))
        fits += abs(start + moved - end) <= Decimal("0.005") * max(abs(start), abs(end), Decimal(1))
    return unknown if told >= 2 and fits * 3 >= told * 2 else []


def _figure(cell: Cell | None) -> Decimal | None:
    return parse_money(cell.text, "kr").sek if cell is not None and cell.text else None


def _blank(table: NumberTable, at: int) -> bool:
    """Whether a column has no text in any line: a column of figures that nobody filled in."""
    return all(
        cell is None or not cell.text or is_figure(cell.text) for line in table.lines for cell in (line.cells[at],)
    )


def _title(table: NumberTable, grid: Grid, section: SectionNode | None) -> str | None:
    """The caption; else the corner where it names the table; else the heading straight above; else none."""
    if grid.caption and without_unit(grid.caption):
        return grid.caption
    corner = without_unit(table.corner)
    headed = section is not None and bool(section.blocks) and section.blocks[0] is grid
    if headed and _names_projects(corner, section):
        corner = ""
    if corner and load("table_corners").match(corner) is None:
        return corner
    return section.title if headed and section is not None else None


def _names_projects(corner: str, section: SectionNode | None) -> bool:
    """Whether a corner ("Projekt") only heads the lines of a table of investments."""
    of_projects = load("budget_kinds").value(corner) == "other"
    return of_projects and section is not None and load("budget_kinds").value(section.title) == "investment"


def _unit_name(table: NumberTable, claimed: ClaimedTable, document: Document, labels: set[str]) -> str | None:
    """The organisational unit in the table's corner: it ends as units do, heads a chapter, or is a line elsewhere."""
    chapters = {fold(node.title) for node in document.ancestors(claimed.section) if node is not claimed.section}
    for text in (table.owner, without_unit(table.corner)):
        named = fold(text) in chapters | labels and load("budget_kinds").match(text) is None
        if text and (named or load("unit_names").match(text) is not None):
            return text
    return None


def _kind(
    table: NumberTable, grid: Grid, section: SectionNode | None, columns: list[BudgetColumn], title: str | None
) -> BudgetKind:
    rules = load("budget_kinds")
    labels = [fold(line.label) for line in table.lines]
    kinds = [rules.value(text) for text in (grid.caption, table.corner, title or "") if text]
    named = next((kind for kind in kinds if kind), None)
    if named == "other" and section is not None and rules.value(section.title) == "investment":
        named = "investment"  # lines of projects ("Projekt") under a heading of investments
    if named is None and any(load("line_roles").value(label) == "sum" and "resultat" in label for label in labels):
        income = any(
            label.startswith(("kommunbidrag", "intäkt", "verksamhetens intäkt", "summa intäkt")) for label in labels
        )
        named = "income_statement" if income else None
    if named is None:
        heads = " ".join(column.label for column in columns)
        framed = sum(rules.value(label) == "frame" for label in labels) >= 1 or rules.value(heads) == "frame"
        netted = len(labels) == 1 and any(column.measure == "change" for column in columns)
        named = "frame" if framed or netted else None
    if named is None and section is not None:
        named = rules.value(section.title)
    return named or "operating"  # type: ignore[return-value]
