"""List items."""

from __future__ import annotations

import pytest

from page_maker import Leaf
from planparse.layout.blocks import ListItem
from planparse.layout.drafts import Measures
from planparse.layout.lines import rows_of, text_line
from planparse.layout.paragraphs import block_of, drafts_of

MEASURES = Measures(11, {("Serif", 11): 13.75, ("Serif-Bold", 11): 13.75})


def read(leaf: Leaf, right: float = 500) -> list[tuple[str, int, str]]:
    """(marker, depth, text) of each block; marker "" for a paragraph."""
    drafts = drafts_of([text_line(row, 1) for row in rows_of(leaf.words)], right, MEASURES)
    blocks = [block_of(draft) for draft in drafts]
    return [(b.marker, b.depth, b.text) if isinstance(b, ListItem) else ("", 0, b.text) for b in blocks]


@pytest.mark.parametrize("marker", ["•", "2024:1", "–", "-", "▪", "o", "1.", "2)", "(3)", "a)", "b."])
def test_markers(marker: str) -> None:
    leaf = Leaf().line("Nämnden ska:").line(marker).beside("öka tryggheten", 90)
    assert read(leaf)[1:] == [(marker, 0, "öka tryggheten")]


def test_a_hung_item_goes_on_under_its_text() -> None:
    leaf = Leaf().line("• Öka andelen som känner sig trygga i kommunens alla olika verksamheter och", x0=70)
    leaf.line("mötesplatser", x0=78).line("• Minska", x0=70)
    assert [text for _, _, text in read(leaf)][1] == "Minska"
    assert read(leaf)[0][2].endswith("verksamheter och mötesplatser")


def test_an_item_that_is_not_hung_goes_on_under_its_marker() -> None:
    leaf = Leaf().line("- öka andelen som känner sig trygga i kommunens alla olika verksamheter och dess", x0=70)
    leaf.line("mötesplatser", x0=70).line("- minska").line("Nästa stycke.")
    assert [marker for marker, _, _ in read(leaf)] == ["-", "-", ""]


def test_a_bullet_without_space() -> None:
    assert read(Leaf().line("•Öka tryggheten").line("-minska utsläppen")) == [
        ("•", 0, "Öka tryggheten"),
        ("-", 0, "minska utsläppen"),
    ]


def test_symbol_fonts_give_bullets_whatever_their_letter() -> None:
    leaf = Leaf().line("n", font="Wingdings").beside("Öka tryggheten", 90)
    assert read(leaf) == [("•", 0, "Öka tryggheten")]


def test_depths() -> None:
    leaf = Leaf().line("• ett").line("o", x0=90).beside("två", 105).line("▪", x0=110).beside("tre", 125).line("• fyra")
    assert [depth for _, depth, _ in read(leaf)] == [0, 1, 2, 0]


def test_dashes_under_a_number_at_the_same_edge_are_deeper() -> None:
    leaf = Leaf().line("1. Nämnden får:").line("- öka").line("- minska").line("2. Fullmäktige beslutar.")
    assert read(leaf) == [
        ("1.", 0, "Nämnden får:"),
        ("-", 1, "öka"),
        ("-", 1, "minska"),
        ("2.", 0, "Fullmäktige beslutar."),
    ]


def test_a_legend_beside_itself_is_not_deeper() -> None:
    leaf = Leaf().line("• Transporter").beside("•", 200).beside("Industri", 208)
    lines = [text_line(row[:2], 1) for row in rows_of(leaf.words)] + [
        text_line(row[2:], 1) for row in rows_of(leaf.words)
    ]
    assert [draft.depth for draft in drafts_of(lines, 500, MEASURES)] == [0, 0]


@pytest.mark.parametrize(
    "line",
    ["-75", "- 800", "A. Andersson skrev", "235. Kronor", "3.1 Mål för nämnden", "2024 blev bra", "o andra"],
)
def test_what_starts_no_item(line: str) -> None:
    assert read(Leaf().line(line))[0][0] == ""


def test_a_dash_of_the_sentence_at_a_line_start() -> None:
    leaf = Leaf().line("Vi har tre skolor, två bibliotek och en simhall som alla är öppna hela året", x0=70)
    leaf.line("– också om sommaren.")
    assert [marker for marker, _, _ in read(leaf, 430)] == [""]


def test_numbered_headings_are_no_items_but_a_row_of_bold_items_is() -> None:
    leaf = Leaf().line("2. Ekonomi", bold=True).line("Ramen är oförändrad.").space()
    leaf.line("1. Trygga barn", bold=True).line("2. Hållbar kommun", bold=True).space().line("3. Stor rubrik", size=15)
    assert [marker for marker, _, _ in read(leaf)] == ["", "", "1.", "2.", ""]


def test_a_lone_star_is_a_note() -> None:
    assert read(Leaf().line("* avser månadsavlönade")) == [("", 0, "* avser månadsavlönade")]
    assert [marker for marker, _, _ in read(Leaf().line("* ett").line("* två"))] == ["*", "*"]


def test_lines_set_in_under_an_item_are_not_of_it() -> None:
    leaf = Leaf().line("• Internkontroll:").line("bidrag", x0=92).line("• Bokslut")
    assert [text for _, _, text in read(leaf)] == ["Internkontroll:", "bidrag", "Bokslut"]
