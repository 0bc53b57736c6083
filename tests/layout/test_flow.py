"""Paragraphs and items over column and page breaks."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.pages import lay_out


def read(*leaves: Leaf) -> list[list[str]]:
    return [
        [getattr(block, "text", "GRID") for block in layout.blocks]
        for layout in lay_out(leaf.page() for leaf in leaves)
    ]


FULL = "Nämnden ansvarar för att verksamheten bedrivs enligt lagar och de mål som gäller"


def page(number: int) -> Leaf:
    return Leaf(number).line(f"Rubrik {'abc'[number]}", size=16).prose()


def test_a_paragraph_goes_on_on_the_next_page_and_stands_on_both() -> None:
    first = page(1).space().text(FULL, FULL)
    second = Leaf(2).line("i hela kommunen.").space().prose()
    layouts = lay_out([first.page(), second.page()])
    joined = layouts[0].blocks[-1]
    assert joined.text == f"{FULL} {FULL} i hela kommunen."  # type: ignore[union-attr]
    assert [place.page for place in joined.places] == [1, 2]
    assert len(layouts[1].blocks) == 1


def test_a_word_cut_by_the_break_is_whole_again() -> None:
    assert read(page(1).space().text(FULL, "och social-"), Leaf(2).line("tjänsten i stort.").space().prose())[0][
        -1
    ] == (f"{FULL} och socialtjänsten i stort.")


def test_an_item_goes_on_on_the_next_page() -> None:
    first = page(1).space().line("• Öka andelen som känner sig trygga i kommunens verksamheter, på alla våra")
    second = Leaf(2).line("mötesplatser", x0=78).line("• Minska utsläppen")
    assert read(first, second)[0][-1].endswith("på alla våra mötesplatser")


def test_what_does_not_go_on() -> None:
    ended = page(1).space().text(FULL, "här.")
    assert len(read(ended, Leaf(2).text("i hela kommunen", "och mer."))[1]) == 1
    heading = page(1).space().line("Ekonomi och", bold=True)
    assert read(heading, Leaf(2).text("i hela kommunen är den god", "som förr."))[0][-1] == "Ekonomi och"
    assert len(read(page(1).space().text(FULL), Leaf(2).line("1. En punkt").line("2. En till"))[1]) == 2
    short = page(1).space().line("Tack till alla")
    assert read(short, Leaf(2).text("Bilagor", "finns hos nämnden."))[0][-1] == "Tack till alla"


def test_text_goes_on_past_a_caption_in_small_type() -> None:
    first = page(1).space().text(FULL, FULL).line("Bild: Kim Andersson", at=760, size=8)
    second = Leaf(2).line("i hela kommunen.").space().prose()
    assert read(first, second)[0][-2:] == [f"{FULL} {FULL} i hela kommunen.", "Bild: Kim Andersson"]


def test_text_goes_on_in_the_next_column() -> None:
    leaf = Leaf()
    for number in range(7):
        end = "utan slut" if number == 6 else "här och där"
        leaf.line(f"Vänster spalt rad {number} {end}", at=100 + 14 * number)
    for number in range(7):
        start = "går vidare åt höger" if number == 0 else "Höger spalt rad och mer"
        leaf.line(start, 320, at=100 + 14 * number)
    assert "utan slut går vidare åt höger" in read(leaf)[0][0]
