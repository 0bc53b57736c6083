"""Lines to paragraphs."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.drafts import Draft, Measures
from planparse.layout.lines import rows_of, text_line
from planparse.layout.paragraphs import block_of, drafts_of

MEASURES = Measures(11, {("Serif", 11): 13.75, ("Serif-Bold", 11): 13.75})


def drafts(leaf: Leaf, right: float = 500) -> list[Draft]:
    return drafts_of([text_line(row, 1) for row in rows_of(leaf.words)], right, MEASURES)


def texts(leaf: Leaf, right: float = 500) -> list[str]:
    return [block_of(draft).text for draft in drafts(leaf, right)]


FULL = "Nämnden ansvarar för att verksamheten bedrivs enligt lagar och de mål som gäller"


def test_wrapped_lines_are_one_paragraph_and_space_parts_two() -> None:
    leaf = Leaf().text(FULL, "för kommunen.").space(6).text(FULL, "här.")
    assert texts(leaf) == [f"{FULL} för kommunen.", f"{FULL} här."]


def test_double_spaced_text_is_not_taken_apart() -> None:
    leaf = Leaf()
    for number in range(4):
        leaf.line(FULL if number < 3 else "för alla.", at=100 + 22 * number)
    wide = Measures(11, {("Serif", 11): 22})
    assert len(drafts_of([text_line(row, 1) for row in rows_of(leaf.words)], 500, wide)) == 1


def test_size_weight_and_colour_part() -> None:
    leaf = Leaf().line("Ekonomi", size=16).text(FULL, "här.").line("Drift", bold=True).text(FULL, "där.")
    leaf.line("Mål", color=0x005500).line("för alla", color=0)
    assert texts(leaf) == ["Ekonomi", f"{FULL} här.", "Drift", f"{FULL} där.", "Mål", "för alla"]


def test_a_heading_of_two_lines_is_one() -> None:
    assert texts(Leaf().line("Mål och mått för", size=16).line("Nämnden", size=16)) == ["Mål och mått för Nämnden"]


def test_a_heading_goes_on_with_a_dash() -> None:
    assert texts(Leaf().line("Mål och medel", size=16).line("– en översikt", size=16)) == [
        "Mål och medel – en översikt"
    ]


def test_a_first_line_indent_starts_a_paragraph() -> None:
    leaf = Leaf().text(FULL, FULL).line(FULL, x0=82).line("och så vidare.")
    assert texts(leaf, 520) == [f"{FULL} {FULL}", f"{FULL} och så vidare."]
    assert [draft.tight for draft in drafts(leaf, 520)] == [False, True]


def test_a_short_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    leaf = Leaf().line("Ordförande: Kim Andersson").line("Förvaltningschef: Sam Berg").text(FULL, "slut.").line("Mer.")
    assert texts(leaf) == ["Ordförande: Kim Andersson", "Förvaltningschef: Sam Berg", f"{FULL} slut.", "Mer."]


def test_text_that_runs_on_is_not_parted_by_a_short_line() -> None:
    leaf = Leaf().line("Förslaget lämnas till nämnden senast den").line("30 juni.").space(20)
    leaf.line("Kostnaden var 22 373").line("235 kronor.").space(20)
    leaf.line("Där bl.a.").line("statistik visas.").space(20).line("Utbildning ges").line("(även på distans)")
    assert texts(leaf) == [
        "Förslaget lämnas till nämnden senast den 30 juni.",
        "Kostnaden var 22 373 235 kronor.",
        "Där bl.a. statistik visas.",
        "Utbildning ges (även på distans)",
    ]


def test_entries_of_a_printed_contents_stay_apart() -> None:
    leaf = Leaf().line("1. Inledning ............... 3").line("2. Mål för nämnden ............... 4")
    leaf.line("Ekonomi").beside("5", 400).line("Bilagor").beside("7", 400)
    found = drafts(leaf)
    assert [draft.marker for draft in found] == ["", "", "", ""]
    assert [block_of(draft).text for draft in found][2:] == ["Ekonomi 5", "Bilagor 7"]


def test_centred_lines_of_a_title_are_one_paragraph() -> None:
    leaf = Leaf().line("Verksamheten ska vara öppen och till nytta för alla", x0=100)
    leaf.line("som bor här", x0=200)
    assert texts(leaf) == ["Verksamheten ska vara öppen och till nytta för alla som bor här"]


def test_figures_of_a_diagram_stay_apart() -> None:
    assert texts(Leaf().line("60 %").line("50 %")) == ["60 %", "50 %"]


def test_leads() -> None:
    leaf = Leaf().text("**Mätmetod för alla:** Följs upp genom enkäter och statistik ur egna system", "varje år.")
    leaf.space().line("**Effektmål 7:** Antalet ska minska").space().line(FULL, bold=True).line(
        "**Uppdrag:** Att ge stöd."
    )
    leaf.space().line("Ingen **alls** här").space().line("Hela raden", bold=True)
    leads = [block_of(draft).lead for draft in drafts(leaf)]
    assert leads == ["Mätmetod för alla:", "Effektmål 7:", f"{FULL} Uppdrag:", "", ""]


def test_emphasis_at_a_line_start_does_not_part() -> None:
    leaf = Leaf().text(FULL, "**målen** i planen ska nås.")
    assert texts(leaf) == [f"{FULL} målen i planen ska nås."]
