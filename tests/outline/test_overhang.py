from __future__ import annotations

from layout_maker import Sheet
from planparse.layout.blocks import Block, Grid
from planparse.outline.overhang import take_back

HEAD = ("Aktivitet", "Status", "Kommentar")
LAST = ("Utbilda personalen", "Klar", "Alla nya")


def under(text: str, x0: float, down: float = 14, *, last: tuple[str, ...] = LAST, size: float = 10) -> list[Block]:
    """A table and a line whose top is so far down from that of the table's last row."""
    sheet = Sheet(1).table(HEAD, last)
    grid = sheet.blocks[0]
    assert isinstance(grid, Grid)
    sheet.top = grid.row(1)[2].lines[0].bbox[1] + down
    sheet.text(text, gap=0, size=size, x0=x0)
    return take_back(sheet.done().blocks)


def test_a_line_in_a_column_under_the_last_row_is_its_cells() -> None:
    (grid,) = under("har gått den.", 270)
    assert isinstance(grid, Grid)
    assert grid.row(1)[2].text == "Alla nya har gått den."
    assert len(grid.row(1)[2].lines) == 2
    assert grid.places[0].bbox[3] >= grid.row(1)[2].places[0].bbox[3]


def test_text_further_down_in_another_type_or_wider_stands_for_itself() -> None:
    assert len(under("har gått den.", 270, down=30)) == 2
    assert len(under("har gått den.", 270, size=12)) == 2
    assert len(under("har gått den.", 250)) == 2
    assert len(under("Tabellen visar alla aktiviteter under året och deras läge", 270)) == 2


def test_in_the_first_column_the_wording_must_go_on() -> None:
    assert len(under("Nästa stycke", 70)) == 2
    assert len(under("vid skolan", 70)) == 1
    assert len(under("vid skolan", 70, last=("Utbilda alla.", "Klar", "Ja"))) == 2


def test_a_line_set_in_behind_the_cells_number_goes_on_with_it() -> None:
    last = ("1. Utbilda alla", "Klar", "Ja")
    number = Sheet(1).table(HEAD, last).blocks[0]
    assert isinstance(number, Grid)
    assert len(under("vid skolan", number.row(1)[0].lines[0].words[1].x0, last=last)) == 1
    assert len(under("vid skolan", 76, last=last)) == 2
