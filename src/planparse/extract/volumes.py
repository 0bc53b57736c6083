"""Volumes and key figures: tables of figures that measure other than money, by year.

Volymer                    Bokslut 2023   Budget 2024
Hemtjänst                                                 group
Antal brukare                       216           230     a Volume with two values
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from planparse.extract.claims import Claim, ClaimedTable
from planparse.extract.context import Context, locations
from planparse.extract.number_tables import Head, Line, NumberTable, measure_of, read_number_table, with_heads_of
from planparse.layout.blocks import Grid
from planparse.model import Value, Volume
from planparse.model.making import made_value
from planparse.model.terms import Gender, ValueRole
from planparse.outline.document import Document, SectionNode
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import part_year_end
from planparse.values.quantity import parse_quantity
from planparse.values.units import unit_from_header

_VOLUME_WORDS = ("volym", "nyckeltal", "statistik", "verksamhetsmått", "antal", "prestation", "mätetal", "andel")
_ROLES = {"outcome", "forecast", "budget", "plan", "target", "baseline"}


def claim_volumes(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """A table of figures under years or measures; surer where its words say that it counts."""
    table = read_number_table(grid)
    if table is None:
        return None
    heads = [table.heads[at] for at in table.figures]
    told = [head for head in heads if head.year is not None or head.role in _ROLES]
    title = fold(f"{grid.caption} {table.corner} {section.title if section else ''}")
    counted = any(word in title for word in _VOLUME_WORDS)
    counted = counted or sum("antal" in fold(line.label) for line in table.lines) * 3 >= len(table.lines)
    if told:
        return Claim("volumes", 0.75 if counted else 0.5, f"figures under {told[0].label}")
    if counted and not any(head.label for head in heads):
        return Claim("volumes", 0.5, "figures under the columns of the table before it")
    return None


def extract_volumes(tables: Sequence[ClaimedTable], context: Context) -> list[Volume]:
    """A Volume for each line with a figure or a word in a value's place, in reading order."""
    out: list[Volume] = []
    before: NumberTable | None = None
    for claimed in tables:
        if claimed.kind != "volumes":
            continue
        table = read_number_table(claimed.grid)
        if table is None:
            continue
        table = with_heads_of(table, before) if before else table
        before = table
        # A corner that says what is counted ("Antal besökare") is the group of the lines that no other one heads.
        group = table.corner if table.corner and load("table_corners").match(table.corner) is None else None
        out += _volumes(claimed, table, group, context)
    return out


def _volumes(claimed: ClaimedTable, table: NumberTable, group: str | None, context: Context) -> list[Volume]:
    section = claimed.section
    split = _gender_column(table)
    out: list[Volume] = []
    named: str | None = None
    """the heading line right above: of lines that only name a gender it is the volume"""
    for line in table.lines:
        gender = _gender(line.cells[split].text if split is not None and line.cells[split] else line.label)  # type: ignore[union-attr]
        if line.empty and gender is None:
            named = line.label
            continue
        if gender is None or split is not None:
            group, named = named or group, None
        of_gender = gender is not None and bool(out) and named is None and (split is None or not line.label)
        label = named or line.label
        name = out[-1].label if of_gender else label
        values = _values(line, name, table.heads, table.corner, context)
        for value in values:
            value.gender = gender or value.gender
        if of_gender:
            # Totalt, Kvinnor, Män below a name: values of the one volume that the rows before them began.
            out[-1].values += values
        elif values:
            out.append(
                Volume(
                    id=context.ids.give("volume", *(section.path if section else ()), group, label),
                    label=label,
                    group=group,
                    values=values,
                    section_id=section.id if section else None,
                    locations=locations(line.places),
                )
            )
        named = None
    return out


def _gender_column(table: NumberTable) -> int | None:
    """The column whose cells say whom a row is about: "Kön" over Totalt, Kvinnor, Män."""
    for at in range(len(table.heads)):
        told = [cell.text for line in table.lines if (cell := line.cells[at]) is not None and cell.text]
        if told and at not in table.figures and all(_gender(text) for text in told):
            return at
    return None


def _gender(text: str) -> Gender | None:
    return cast("Gender | None", load("genders").value(text)) if text else None


def _values(line: Line, name: str, heads: Sequence[Head], corner: str, context: Context) -> list[Value]:
    unit = unit_from_header(name) or unit_from_header(corner)
    out = []
    for head, cell in zip(heads, line.cells, strict=False):
        role = value_role(head, context)
        if cell is None or not cell.text or role is None:
            continue
        quantity = parse_quantity(cell.text, header_unit=unit or unit_from_header(head.label))
        out.append(
            made_value(
                role=role,
                year=quantity.year or head.year,
                as_of=part_year_end(head.label, head.year),
                gender=_gender(head.label.rpartition(" ")[2]) if " " in head.label else None,
                column=head.label or None,
                quantity=quantity,
                locations=locations(cell.places),
            )
        )
    return out


def value_role(head: Head, context: Context) -> ValueRole | None:
    """The role of a column's values, by its head; None for a column of something else (a change, a comment)."""
    if head.role in ("target", "baseline"):
        return head.role  # type: ignore[return-value]
    measure = measure_of(head, context)
    return measure if measure in ("outcome", "forecast", "budget", "plan") else None
