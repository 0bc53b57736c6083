from __future__ import annotations

import pytest

from goal_documents import GREEN, bar, dot, grid
from planparse.extract.activities import progress_in, status_in, times_in, years_of_item


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2018-2020", ("2018", "2020")),
        ("2018–20", ("2018", "2020")),
        ("2024-01-15 – 2024-06-30", ("2024-01-15", "2024-06-30")),
        ("31 dec 2024", (None, "2024-12-31")),
        ("maj 2024", (None, "2024-05")),
        ("2023-08", (None, "2023-08")),
        ("Löpande", (None, None)),
        ("", (None, None)),
    ],
)
def test_times_as_far_as_printed(text: str, times: tuple[str | None, str | None]) -> None:
    assert times_in(text) == times


def test_years_in_an_item() -> None:
    assert years_of_item("Bygg ut nätet (2018-2020)") == ("2018", "2020")
    assert years_of_item("Följ upp planen 2018-2020 i bokslutet") == (None, None)


def test_progress_of_words_and_bars() -> None:
    cells = grid(["80 %", "45", "Klart", bar(0.597), bar(1.0), ""], header=0).row(0)
    assert [None if done is None else str(done) for done in map(progress_in, cells)] == [
        "80",
        "45",
        None,
        "60",
        "100",
        None,
    ]


def test_status_of_words_and_symbols() -> None:
    cells = grid(["Avslutad", "Se bilaga", dot(GREEN), ""], header=0).row(0)
    assert [status_in(cell) for cell in cells] == ["met", "unknown", "met", None]


def test_a_percentage_is_read_whole_or_not_at_all() -> None:
    cells = grid(["12,5 %", "ca 1250 %", "50 % av 75 %", "Klart till 75 procent"], header=0).row(0)
    assert [None if done is None else str(done) for done in map(progress_in, cells)] == ["12.5", None, None, "75"]


def test_a_lone_dash_is_no_status() -> None:
    assert [status_in(cell) for cell in grid(["–", "Klar", "Se nedan"], header=0).row(0)] == [None, "met", "unknown"]
