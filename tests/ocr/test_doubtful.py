from __future__ import annotations

from decimal import Decimal

from planparse.model import Budget, Check, Location, Plan
from planparse.model.budget import Amount, BudgetColumn, BudgetLine
from planparse.ocr.doubtful import ocr_diagnostics
from planparse.ocr.placing import place_on_pages
from planparse.pdf.page import Scan, Word

LEVEL = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
ON_ITS_SIDE = (0.0, -1.0, 1.0, 0.0, 0.0, 842.0)


def scan(*doubtful: Word, to_shown: tuple[float, float, float, float, float, float] = LEVEL) -> Scan:
    return Scan("fake", "the page is a picture without text", 0.97, 595.0, 842.0, to_shown, doubtful)


def word(text: str, x0: float, top: float, confidence: float) -> Word:
    return Word(text, x0, top, x0 + 30, top + 10, top + 8, 10, "Scan", confidence=confidence)


def amount(value: int, top: float) -> Amount:
    return Amount(raw=str(value), sek=Decimal(value), locations=[Location(page=1, bbox=[300.0, top, 360.0, top + 12])])


def plan(*values: int, total: int) -> Plan:
    lines = [
        BudgetLine(label=f"Rad {index}", role="item", amounts=[amount(value, 100 + 20 * index)])
        for index, value in enumerate(values)
    ]
    lines.append(BudgetLine(label="Summa", role="total", amounts=[amount(total, 300)]))
    right = sum(values)
    check = Check(
        kind="total", line=len(values), column=0, stated=Decimal(total), computed=Decimal(right), ok=right == total
    )
    return Plan(
        budgets=[
            Budget(
                id="budget-1",
                columns=[BudgetColumn(label="Budget 2007")],
                lines=lines,
                checks=[check],
                locations=[Location(page=1, bbox=[50.0, 90.0, 400.0, 320.0])],
            )
        ]
    )


def codes(read: Plan, of: Scan) -> dict[str, str]:
    return {one.code: one.message for one in ocr_diagnostics(read, {1: of})}


def test_a_value_on_a_doubtful_word_is_told_and_others_are_not() -> None:
    told = ocr_diagnostics(plan(4812, 300, total=5112), {1: scan(word("4812", 310, 101, 0.6))})
    doubts = [one for one in told if one.code == "ocr_doubtful"]
    assert [one.message for one in doubts] == ['Rad 0: "4812" is read with little confidence (0.60 for "4812")']
    assert doubts[0].refs == ["budget-1"]


def test_a_plan_that_was_not_read_by_ocr_has_no_such_diagnostics() -> None:
    assert ocr_diagnostics(plan(4812, total=1), {}) == []


def test_the_figure_that_one_digit_would_make_right_is_named() -> None:
    # 4 812 + 299 = 5 111: printed was 4 872.
    message = codes(plan(4812, 299, total=5171), scan())["ocr_mismatch"]
    assert '"Rad 0" is read as 4812 and would have to be 4872' in message
    assert "Rad 1" not in message


def test_of_several_such_figures_the_doubtful_one_is_named() -> None:
    read = plan(4812, 335, total=5207)
    assert "Rad 0" in codes(read, scan())["ocr_mismatch"] and "Rad 1" in codes(read, scan())["ocr_mismatch"]
    message = codes(read, scan(word("335", 310, 121, 0.7)))["ocr_mismatch"]
    assert '"Rad 1" is read as 335 and would have to be 395' in message and "Rad 0" not in message


def test_where_no_single_digit_makes_it_right_none_is_named() -> None:
    assert "no single digit" in codes(plan(4812, 335, total=9999), scan())["ocr_mismatch"]


def test_sums_that_are_right_say_nothing() -> None:
    assert set(codes(plan(100, 200, total=300), scan())) == {"ocr_page"}


def test_places_are_taken_to_the_page_as_it_lies_each_once() -> None:
    read = plan(100, total=100)
    shared = read.budgets[0].locations[0]
    read.field_locations["title"] = [shared]
    place_on_pages(read, {1: scan(to_shown=ON_ITS_SIDE)})
    assert shared.bbox == [90.0, 442.0, 320.0, 792.0]
