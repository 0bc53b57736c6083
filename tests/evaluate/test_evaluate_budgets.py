"""Money tables against gold, their counts worked out by hand."""

from typing import Any

from planparse.evaluate import Count, Gold, score_document
from planparse.evaluate.score import DocumentScore
from planparse.model import Plan

Rows = list[tuple[str, str, list[str | None]]]
COLUMNS = [
    {"label": "Utfall 2019", "measure": "outcome", "year": 2019},
    {"label": "Budget", "measure": "budget", "year": None},
]


def table(rows: Rows, columns: list[dict[str, Any]] = COLUMNS, **more: object) -> dict[str, Any]:
    """A budget; an amount is written "5" (in kronor), "-" (printed, no money) or "" (nothing printed)."""
    lines = [
        {
            "label": label,
            "role": role,
            "group": None,
            "amounts": [{"raw": cell, "sek": None if cell in ("", "-", "x") else cell} for cell in cells],
        }
        for label, role, cells in rows
    ]
    return {"kind": "operating", "title": "Drift", "unit": "kr", "columns": columns, "lines": lines} | more


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> DocumentScore:
    plan = Plan.model_validate({"budgets": gold})
    return score_document(
        Gold("plan.pdf", frozenset({"budgets"}), plan), Plan.model_validate({"budgets": found}), explain=True
    )


def test_a_cell_is_right_by_line_label_measure_year_and_kronor() -> None:
    rows: Rows = [("Lön", "item", ["10", "20"]), ("Hyra", "item", ["5", "6"]), ("Summa", "total", ["15", "26"])]
    gold = [table(rows)]
    other = [COLUMNS[0] | {"year": 2018}, COLUMNS[1]]
    found = [table([("Lön", "item", ["10", "20"]), ("Hyra", "item", ["5", "7"]), ("Resultat", "total", ["15", "26"])])]
    assert scored(gold, found).soft["budget_cells"] == Count(3, 6, 6)
    moved = [
        table([("Lön", "item", ["10", "20"]), ("Hyra", "item", ["5", "6"]), ("Summa", "total", ["15", "26"])], other)
    ]
    assert scored(gold, moved).soft["budget_cells"] == Count(3, 6, 6)


def test_an_empty_cell_is_no_cell_and_a_dash_is_one() -> None:
    gold = [table([("Drift", "group", ["", ""]), ("Lön", "item", ["-", "20"])])]
    found = [table([("Drift", "group", []), ("Lön", "item", ["-", "20"])])]
    score = scored(gold, found).soft
    assert score["budget_cells"] == Count(2, 2, 2)
    assert score["budget_roles"] == Count(2, 2, 2)
    filled = [table([("Drift", "group", ["1", ""]), ("Lön", "item", ["", "20"])])]
    assert scored(gold, filled).soft["budget_cells"] == Count(1, 2, 2)


def test_the_same_figures_in_two_tables_count_twice() -> None:
    rows: Rows = [("Lön", "item", ["10", "20"])]
    gold = [table(rows, title="Skola"), table(rows, title="Vård")]
    assert scored(gold, [table(rows, title="Skola")]).soft["budget_cells"] == Count(2, 4, 2)
    assert scored(gold, gold).soft["budget_cells"] == Count(4, 4, 4)


def test_a_table_cut_in_two_loses_no_cell_but_is_two_kinds() -> None:
    gold = [table([("Lön", "item", ["10", "20"]), ("Hyra", "item", ["5", "6"])])]
    found = [table([("Lön", "item", ["10", "20"])]), table([("Hyra", "item", ["5", "6"])])]
    score = scored(gold, found).soft
    assert (score["budget_cells"], score["budget_kinds"]) == (Count(4, 4, 4), Count(1, 1, 2))


def test_line_roles_and_kinds_apart() -> None:
    gold = [table([("Lön", "item", ["10", "20"]), ("Summa", "total", ["10", "20"])])]
    found = [table([("Lön", "item", ["10", "20"]), ("Summa", "item", ["10", "20"])], kind="frame")]
    score = scored(gold, found)
    assert score.soft["budget_roles"] == Count(1, 2, 2)
    assert score.soft["budget_kinds"] == Count(0, 1, 1)
    assert score.soft["budget_cells"] == Count(4, 4, 4)
    assert ("budget_kinds", "wrong") in [(miss.field, miss.fate) for miss in score.misses]


def test_tables_are_paired_by_what_they_hold_before_their_order() -> None:
    school, care = table([("Skola", "item", ["1", "2"])], kind="frame"), table([("Vård", "item", ["3", "4"])])
    assert scored([school, care], [care, school]).soft["budget_kinds"] == Count(2, 2, 2)


def test_titles_units_and_groups_are_details() -> None:
    gold = [table([("Lön", "item", ["10", "20"])], unit_name=None)]
    found = [table([("Lön", "item", ["10", "20"])], title="Investeringar", unit="KR", unit_name="Skolan")]
    found[0]["lines"][0]["group"] = "Drift"
    score = scored(gold, found).soft
    assert score["budget_details.title"] == Count(0, 1, 1)
    assert score["budget_details.unit"] == Count(1, 1, 1)
    assert score["budget_details.unit_name"] == Count(0, 0, 1)
    assert score["budget_details.group"] == Count(0, 0, 1)


def test_what_gold_leaves_out_of_a_table_is_not_scored() -> None:
    rows: Rows = [("Lön", "item", ["10", "20"])]
    bare = {"title": "Drift", "kind": "operating"}
    score = scored([bare], [table(rows)]).soft
    assert (score["budget_cells"], score["budget_roles"]) == (Count(), Count())
    headless = {key: value for key, value in table(rows).items() if key != "columns"}
    assert scored([headless], [table(rows)]).soft["budget_cells"] == Count(2, 2, 2)
    no_amounts = table(rows)
    del no_amounts["lines"][0]["amounts"]
    assert scored([no_amounts], [table(rows)]).soft["budget_cells"] == Count()


def test_a_found_table_where_gold_has_none_is_invented() -> None:
    score = scored([], [table([("Lön", "item", ["10", "20"])])]).soft
    assert score["budget_cells"] == Count(0, 0, 2) and score["budget_cells"].invented
    assert score["budget_kinds"] == Count(0, 0, 1)


def test_more_amounts_than_columns_are_cells_of_no_column() -> None:
    gold = [table([("Lön", "item", ["10", "20"])])]
    found = [table([("Lön", "item", ["10", "20"])], columns=COLUMNS[:1])]
    # The second column of gold has a measure, so the cell without column is not it.
    assert scored(gold, found).soft["budget_cells"] == Count(1, 2, 2)


def check(line: int, column: int, stated: str, ok: bool) -> dict[str, Any]:
    return {"kind": "total", "line": line, "column": column, "stated": stated, "computed": "15", "ok": ok}


def test_failing_checks_are_compared_where_gold_gives_checks() -> None:
    rows: Rows = [("Lön", "item", ["10", "20"]), ("Summa", "total", ["16", "20"])]
    gold = [table(rows, checks=[check(1, 0, "16", False), check(1, 1, "20", True)])]
    shifted: Rows = [("Drift", "group", ["", ""]), *rows]
    found = [table(shifted, checks=[check(2, 0, "16", False)])]
    assert scored(gold, found).soft["checks"] == Count(1, 1, 1)
    too_many = [table(shifted, checks=[check(2, 0, "16", False), check(2, 1, "20", False)])]
    assert scored(gold, too_many).soft["checks"] == Count(1, 1, 2)
    assert scored(gold, [table(rows)]).soft["checks"] == Count(0, 1, 0)


def test_checks_that_gold_leaves_out_are_not_scored() -> None:
    rows: Rows = [("Lön", "item", ["10", "20"]), ("Summa", "total", ["16", "20"])]
    assert "checks" not in scored([table(rows)], [table(rows, checks=[check(1, 0, "16", False)])]).soft
