"""Cards are taken off a page before tables are looked for; a table's own frame stays."""

from __future__ import annotations

from planparse.layout.cards import without_cards
from planparse.pdf.page import Box, Page, Rule


def page(boxes: list[Box], rules: list[Rule]) -> Page:
    return Page(1, 595, 842, 0, None, (), tuple(rules), tuple(boxes))


def framed(x0: float, top: float, x1: float, bottom: float) -> list[Rule]:
    return [Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom), Rule(x0, top, x0, bottom), Rule(x1, top, x1, bottom)]


def test_a_frame_round_an_inset_head_s_band_is_a_card() -> None:
    band = [Box(70, 200, 300, 215, 0xDDDDDD), Box(300, 200, 520, 215, 0xDDDDDD)]
    line = Rule(70, 230, 520, 230)
    across = Rule(60, 150, 530, 150)
    left = without_cards(page(band, [*framed(60, 100, 530, 300), line, across]))
    assert left.rules == (line,)
    assert left.boxes == tuple(band)


def test_a_tint_round_a_frame_is_a_card_and_the_frame_round_a_band_too() -> None:
    tint, band = Box(60, 100, 530, 400, 0xEEEEEE), Box(90, 200, 500, 215, 0xDDDDDD)
    left = without_cards(page([tint, band], framed(75, 150, 515, 390)))
    assert left.boxes == (band,)
    assert left.rules == ()


def test_a_table_with_bands_to_its_edges_stays() -> None:
    bands = [Box(60.5, top, 529.5, top + 20, 0xDDDDDD) for top in (100, 140, 180)]
    whole = page(bands, framed(60, 100, 530, 300))
    assert without_cards(whole) is whole


def test_a_progress_bar_in_a_cell_makes_no_card() -> None:
    bar = Box(400, 110, 480, 118, 0x00AA00)
    whole = page([bar], [*framed(60, 100, 530, 300), Rule(350, 100, 350, 300)])
    assert without_cards(whole) is whole


def test_a_card_cut_by_the_page_s_end_needs_one_end_only() -> None:
    band = Box(75, 200, 515, 215, 0xDDDDDD)
    frame = framed(60, 100, 530, 300)
    assert without_cards(page([band], [frame[0], *frame[2:]])).rules == ()


def test_columns_cut_off_by_the_page_s_end_are_no_card() -> None:
    """Merged cells at both sides leave the last rows' rules inside: their column lines go on beside them."""
    sides = [Rule(x, 100, x, 300) for x in (60, 100, 200, 400, 500, 530)]
    level = [Rule(60, 100, 530, 100), Rule(200, 200, 500, 200), Rule(200, 300, 500, 300)]
    given = page([], [*sides, *level])
    assert without_cards(given) is given


def test_hatching_over_a_page_is_no_card() -> None:
    hatching = page([], [Rule(x, 0, x, 800) for x in range(700)] + [Rule(9, y, 590, y) for y in range(9, 700)])
    assert without_cards(hatching) is hatching
