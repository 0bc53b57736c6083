"""A small plan with its PDF, put together by hand, so that it is known what stands where.

A goal that runs over a page break, an indicator with two values, a money table whose total is wrong, and an amount on a
page that is turned.
"""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

from pdf_maker import Sheet, make_pdf
from planparse.model import (
    Amount,
    Budget,
    BudgetColumn,
    BudgetLine,
    Check,
    Coverage,
    Diagnostic,
    Goal,
    Indicator,
    Location,
    Municipality,
    Period,
    Plan,
    Quantity,
    Section,
    Source,
    SourcePage,
    StatedAmount,
    Table,
    TableCell,
    Value,
)

SCRIPT = "<script>window.caught = 1</script><img src=x onerror='window.caught = 2'></script><!--"


def at(page: int, x0: float, top: float, x1: float, bottom: float) -> Location:
    return Location(page=page, bbox=[x0, top, x1, bottom])


def plan_pdf() -> bytes:
    first, second, turned = Sheet(), Sheet(), Sheet(rotate=90)
    first.text(72, 80, "Nämndens mål", size=18, bold=True)
    first.text(72, 105, "Indikator")
    first.text(300, 105, "Utfall 2023")
    first.text(400, 105, "Mål 2025")
    first.text(72, 140, "Nöjda besökare")
    first.text(300, 140, "78 %")
    first.text(400, 140, "minst 85 %")
    first.text(72, 790, "Biblioteken ska vara öppna för alla")
    second.text(72, 80, "som bor i kommunen.")
    for row, (label, amount) in enumerate((("Intäkter", "1 200"), ("Kostnader", "-3 400"), ("Summa", "-2 000"))):
        second.text(72, 200 + 20 * row, label)
        second.text(300, 200 + 20 * row, amount)
    turned.text(100, 300, "12,5 mnkr", size=14)
    return make_pdf([first, second, turned])


def small_plan(pdf: bytes | None = None) -> Plan:
    """What stands in ``plan_pdf``. The third page is shown turned: 842 wide, and x and y have changed places."""
    content = plan_pdf() if pdf is None else pdf
    values = [
        Value(
            role="outcome",
            year=2023,
            column="Utfall 2023",
            quantity=Quantity(raw="78 %", value=Decimal(78), unit="percent", comparator="eq"),
            locations=[at(1, 298, 129, 324, 143)],
        ),
        Value(
            role="target",
            year=2025,
            column="Mål 2025",
            quantity=Quantity(raw="minst 85 %", value=Decimal(85), unit="percent", comparator="ge"),
            locations=[at(1, 398, 129, 450, 143)],
        ),
    ]
    return Plan(
        title="Verksamhetsplan 2024",
        municipality=Municipality(name="Nora", code="1884", county="Örebro län"),
        period=Period(start=2024, end=2025),
        source=Source(
            file_name="plan.pdf",
            sha256=sha256(content).hexdigest(),
            page_count=3,
            pages=[
                SourcePage(number=1, width=595, height=842, label="1"),
                SourcePage(number=2, width=595, height=842, label="ii"),
                SourcePage(number=3, width=842, height=595, rotation=90, text_layer="ocr"),
            ],
        ),
        field_locations={"title": [at(1, 72, 62, 200, 84)]},
        sections=[
            Section(id="section-1a", title="Nämndens mål", text="Löpande text.", locations=[at(1, 72, 62, 200, 84)])
        ],
        goals=[
            Goal(
                id="goal-aa",
                text="Biblioteken ska vara öppna för alla som bor i kommunen.",
                level="board",
                section_id="section-1a",
                locations=[at(1, 70, 778, 240, 794), at(2, 70, 68, 172, 84)],
            )
        ],
        indicators=[
            Indicator(
                id="indicator-bb",
                goal_id="goal-aa",
                name="Nöjda besökare",
                values=values,
                locations=[at(1, 70, 129, 150, 143)],
            )
        ],
        budgets=[_budget()],
        amounts=[
            StatedAmount(raw="12,5 mnkr", sek=Decimal(12500000), sentence="Ramen är 12,5 mnkr.", locations=[turned()])
        ],
        tables=[
            Table(
                id="table-dd",
                kind="indicators",
                reason="heads of values",
                header_rows=1,
                cells=[
                    [TableCell(text="Indikator", col_span=2, locations=[at(1, 70, 94, 120, 108)])],
                    [TableCell(text="Nöjda besökare", locations=[at(1, 70, 129, 150, 143)]), TableCell(text="78 %")],
                ],
                locations=[at(1, 70, 94, 460, 145)],
            )
        ],
        coverage={"goals": Coverage(state="found", pages=[1]), "controls": Coverage(state="unread", pages=[2])},
        diagnostics=[
            Diagnostic(
                code="total_mismatch",
                severity="warning",
                message='"Summa": -2 000 is stated, its lines add up to -2 200',
                locations=[at(2, 298, 229, 340, 243)],
                refs=["budget-cc"],
            ),
            Diagnostic(
                code="page_limit", severity="error", message="page 3 is too long", locations=[at(3, 0, 0, 842, 595)]
            ),
            Diagnostic(code="issuer_unknown", severity="info", message="whose?"),
        ],
    )


def turned() -> Location:
    """Where the amount of the third page is shown: its text runs downwards, 300 from the right edge."""
    return at(3, 842 - 303, 98, 842 - 286, 166)


def _budget() -> Budget:
    lines = []
    for row, (label, raw, sek) in enumerate(
        (("Intäkter", "1 200", 1200000), ("Kostnader", "-3 400", -3400000), ("Summa", "-2 000", -2000000))
    ):
        top = 189 + 20 * row
        lines.append(
            BudgetLine(
                label=label,
                role="total" if label == "Summa" else "item",
                amounts=[Amount(raw=raw, sek=Decimal(sek), locations=[at(2, 298, top, 340, top + 14)])],
                locations=[at(2, 70, top, 130, top + 14)],
            )
        )
    return Budget(
        id="budget-cc",
        kind="operating",
        title="Driftbudget",
        unit="tkr",
        columns=[BudgetColumn(label="Budget 2024", measure="budget", year=2024)],
        lines=lines,
        checks=[
            Check(kind="total", line=2, column=0, stated=Decimal(-2000000), computed=Decimal(-2200000), ok=False),
        ],
        locations=[at(2, 70, 185, 350, 246)],
    )
