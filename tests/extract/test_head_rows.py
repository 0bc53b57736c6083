"""Upper heads over the runs of lower ones that come back under each."""

from dataclasses import replace

from goal_documents import grid
from planparse.extract.head_rows import spread_heads
from planparse.extract.number_tables import read_number_table


def heads(*rows: tuple[str, ...], reason: str = "aligned columns") -> list[tuple[str, int | None]]:
    table = read_number_table(replace(grid(*rows, header=2), reason=reason))
    assert table is not None
    return [(head.label, head.year) for head in table.heads]


ROWS = (
    ("Verksamhet", "Budget 2024", "", "Budget 2025", ""),
    ("", "Kostnader", "Netto", "Kostnader", "Netto"),
    ("Bad", "14", "9", "15", "10"),
)


def test_an_upper_head_is_for_the_whole_run_under_it() -> None:
    assert heads(*ROWS) == [
        ("Budget 2024 Kostnader", 2024),
        ("Budget 2024 Netto", 2024),
        ("Budget 2025 Kostnader", 2025),
        ("Budget 2025 Netto", 2025),
    ]


def test_where_lines_part_the_cells_only_the_meaning_is_shared() -> None:
    assert heads(*ROWS, reason="ruled")[1] == ("Netto", 2024)


def test_lower_heads_that_do_not_come_back_share_nothing() -> None:
    rows = grid(("", "Utfall", "", "", ""), ("", "2021", "2022", "2023", "2024"), ("Bad", "1", "2", "3", "4"), header=2)
    assert spread_heads(rows.matrix()[:2]) == rows.matrix()[:2]


def test_heads_of_two_lines_in_one_row_share_the_upper_line() -> None:
    one = replace(grid(("Mått", ("2022", "K"), "M", ("2023", "K"), "M", "Mål"), ("Trygga", *"12345")), reason="aligned")
    table = read_number_table(one)
    assert table is not None
    assert [head.label for head in table.heads] == ["2022 K", "2022 M", "2023 K", "2023 M", "Mål"]
    assert [head.year for head in table.heads] == [2022, 2022, 2023, 2023, None]
