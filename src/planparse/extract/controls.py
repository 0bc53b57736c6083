"""Control points of an internkontrollplan: one Control for each row of a table whose heads say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planparse.extract.claims import Claim, ClaimedTable
from planparse.extract.context import Context, locations
from planparse.extract.doubts import doubt
from planparse.extract.headed import Fields, body_rows, fields_of, row_places, text_of
from planparse.layout.blocks import Cell, Grid
from planparse.model import Control, Diagnostic
from planparse.outline.document import Document, SectionNode
from planparse.rules.fold import fold

_RULES = "control_columns"


def claim_controls(grid: Grid, section: SectionNode | None, document: Document, context: Context) -> Claim | None:
    """Heads for what is controlled and at least one of how, how often, by whom, to whom."""
    fields = _with_risk(grid, fields_of(grid, _RULES))
    columns = fields.columns
    if "control" not in columns or len(columns) < 3:
        return None
    told = ", ".join(fields.labels.values())
    around = fold(f"{grid.caption} {section.title if section else ''}")
    sure = len(columns) >= 4 or "kontroll" in around
    return Claim("controls", 0.9 if sure else 0.6, f"heads: {told}")


def _with_risk(grid: Grid, fields: Fields) -> Fields:
    """The fields with the column of risk numbers: "Risk" heads the risk's name in one plan, its number in another."""
    if "risk" in fields.columns:
        return fields
    for cell in grid.row(fields.head_rows - 1 if fields.head_rows else 0):
        body = [other.text for other in grid.cells if other.col == cell.col and other.row >= fields.head_rows]
        told = [text for text in body if text]
        if fold(cell.text).startswith("risk") and told and all(re.fullmatch(r"\d{1,2}", text) for text in told):
            columns = {name: col for name, col in fields.columns.items() if col != cell.col}
            return replace(fields, columns=columns | {"risk": cell.col})
    return fields


def _heads_group(cells: dict[str, Cell], rows: Sequence[dict[str, Cell]]) -> bool:
    """Whether a row names a group of those below: one text, merged over columns or alone where others fill several."""
    told = {id(cell): cell for cell in cells.values() if cell.text}
    if len(told) != 1:
        return False
    (cell,) = told.values()
    if cell.col_span > 1:
        return True
    filled = [sum(bool(other.text) for other in row.values()) for row in rows]
    return cell.row_span == 1 and sum(count >= 3 for count in filled) * 2 > len(filled)


def extract_controls(tables: Sequence[ClaimedTable], context: Context) -> tuple[list[Control], list[Diagnostic]]:
    """A Control for each row; a row without any text of its own in process and control is a doubt."""
    out: list[Control] = []
    doubts: list[Diagnostic] = []
    for claimed in tables:
        if claimed.kind != "controls":
            continue
        section = claimed.section
        fields = _with_risk(claimed.grid, fields_of(claimed.grid, _RULES))
        group: str | None = None
        rows = list(body_rows(claimed.grid, fields))
        for _, cells in rows:
            process, control = text_of(cells, "process"), text_of(cells, "control")
            places = row_places(cells)
            if _heads_group(cells, [other for _, other in rows]):
                group = next(cell.text for cell in cells.values() if cell.text)
                continue
            process = process or (None if "process" in fields.columns else group)
            if process is None and control is None:
                doubts.append(doubt("row_unread", "a row of control points names no process and no control", places))
                continue
            raw_risk = text_of(cells, "risk")
            out.append(
                Control(
                    id=context.ids.give("control", *(section.path if section else ()), process, control),
                    process=process,
                    control=control,
                    responsible=text_of(cells, "responsible"),
                    frequency=text_of(cells, "frequency"),
                    method=text_of(cells, "method"),
                    report_to=text_of(cells, "report_to"),
                    risk=int(raw_risk) if raw_risk and re.fullmatch(r"\d{1,3}", raw_risk) else None,
                    section_id=section.id if section else None,
                    locations=locations(places),
                )
            )
    return out, doubts
