"""What the register says, put into a plan: used where the document is silent, a diagnostic where it says otherwise.

It can be taken out again, so that a changed register needs no second reading of the PDF.
"""

from __future__ import annotations

from typing import cast

from planparse.archive.register import Entry
from planparse.model import Board, Diagnostic, Municipality, Period, Plan, Registered
from planparse.model.terms import DocumentType, RegisterStatus
from planparse.values.municipalities import municipality
from planparse.values.names import alike, definite_board
from planparse.values.titles import board_kind, document_type

DIFFERS = "register_differs"


def register(plan: Plan, entry: Entry | None) -> None:
    """Puts an entry into a plan, in the place of one that it had before; None takes that out."""
    _take_out(plan)
    if entry is None:
        return
    registered = Registered(
        path=entry.path,
        url=entry.url,
        retrieved=entry.retrieved,
        municipality=entry.municipality,
        board=entry.board,
        document_type=entry.document_type,
        year=entry.year,
        status=cast("RegisterStatus | None", entry.status),
        superseded=entry.superseded,
    )
    plan.registered = registered
    for name, put in (
        ("municipality", _put_municipality),
        ("board", _put_board),
        ("document_type", _put_document_type),
        ("year", _put_year),
    ):
        if getattr(registered, name) is None:
            continue
        printed = put(plan, registered)
        if printed is None:
            registered.used.append(name)
        elif printed:
            words = name.replace("_", " ")
            message = f"the register has {words} {getattr(registered, name)}, the document {printed}"
            plan.diagnostics.append(Diagnostic(code=DIFFERS, severity="warning", message=message))


def _take_out(plan: Plan) -> None:
    if plan.registered is None:
        return
    used = plan.registered.used
    if "municipality" in used:
        plan.municipality = Municipality()
    if "board" in used:
        plan.board = None
    if "document_type" in used:
        plan.document_type = None
    if "year" in used:
        plan.period = Period(end=plan.period.end)
    plan.diagnostics = [entry for entry in plan.diagnostics if entry.code != DIFFERS]
    plan.registered = None


# Each of these gives None when the register's word was used, "" when the document says the same, else what it says.


def _put_municipality(plan: Plan, said: Registered) -> str | None:
    known = municipality(said.municipality or "")
    name = known.name if known else said.municipality
    if plan.municipality.name is None:
        plan.municipality = Municipality(
            name=name, code=known.code if known else None, county=known.county if known else None
        )
        return None
    return "" if alike(plan.municipality.name) == alike(name or "") else plan.municipality.name


def _put_board(plan: Plan, said: Registered) -> str | None:
    name = definite_board(said.board or "")
    if plan.board is None or plan.board.name is None:
        plan.board = Board(name=name, kind=board_kind(name) or "ovrig")
        return None
    return "" if alike(plan.board.name) == alike(name) else plan.board.name


def _put_document_type(plan: Plan, said: Registered) -> str | None:
    kind = _document_type(said.document_type or "")
    if kind is None:
        return ""  # a word of the archive's own: kept, and neither used nor compared
    if plan.document_type is None:
        plan.document_type = kind
        return None
    return "" if plan.document_type == kind else plan.document_type


def _document_type(words: str) -> DocumentType | None:
    from typing import get_args

    name = words.strip().lower().replace(" ", "_").translate(str.maketrans("åäö", "aao"))
    return cast("DocumentType", name) if name in get_args(DocumentType) else document_type(words)


def _put_year(plan: Plan, said: Registered) -> str | None:
    assert said.year is not None
    start, end = plan.period.start, plan.period.end
    if start is None:
        plan.period = Period(start=said.year, end=end)
        return None
    if start <= said.year <= (end or start):
        return ""
    return f"{start}" if end in (None, start) else f"{start}–{end}"
