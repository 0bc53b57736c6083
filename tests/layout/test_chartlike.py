"""Scales of charts."""

import pytest

from planparse.layout.chartlike import has_scale
from planparse.layout.textlines import Chunk, TextLine


def lines(*rows: str) -> list[TextLine]:
    """A line for each row; "|" parts chunks."""
    return [
        TextLine(
            12.0 * k,
            12.0 * k + 10,
            12.0 * k + 8,
            10,
            [Chunk(60.0 * c, 60.0 * c + 30, [c], t) for c, t in enumerate(row.split("|"))],
        )
        for k, row in enumerate(rows)
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("400", "300", "200", "100", "0"),
        ("0 %|10 %|20 %|30 %|40 %", "b|1"),
        ("x|x", "Nöjda|80", "1|2|3|4|5"),  # steps of one count at the foot alone
        ("12|34|25|40|18", "2018|2019|2020|2021|2022"),
    ],
)
def test_scales(rows: tuple[str, ...]) -> None:
    assert has_scale(lines(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        ("Tkr|2020|2021|2022|2023|2024", "Netto|1|5|2|7|3"),
        ("1|Skola", "2|Vård", "3|Kultur", "4|Miljö", "5|Trafik"),
        ("Elever|597|574|551|538|530",),
        ("Nöjda|70|75|80|85|90", "Trygga|80|81|82|83|84"),  # targets
        ("5|12", "10|15", "15|11", "20|18", "25|9"),  # ages
        ("2019|12", "2020|15", "2021|11", "2022|18", "2023|9"),
    ],
)
def test_tables_have_none(rows: tuple[str, ...]) -> None:
    assert not has_scale(lines(*rows))
