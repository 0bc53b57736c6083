"""Running heads, feet and page numbers."""

from __future__ import annotations

from page_maker import Leaf
from planparse.layout.furniture import find_furniture
from planparse.layout.lines import rows_of
from planparse.pdf.page import Box, Rule, Word


def running(leaves: list[Leaf]) -> list[list[str]]:
    pages = [leaf.page() for leaf in leaves]
    found = find_furniture(pages, [rows_of(page.words) for page in pages], 11)
    return [[line.text for line in one.lines] for one in found]


def labels(leaves: list[Leaf]) -> list[str | None]:
    pages = [leaf.page() for leaf in leaves]
    return [one.label for one in find_furniture(pages, [rows_of(page.words) for page in pages], 11)]


def body(leaf: Leaf, start: float = 100) -> Leaf:
    leaf.baseline = start
    topics = ["skolan", "vården", "miljön", "hamnen", "parken", "vägen"]
    leaf.line(f"Kapitel om {topics[leaf.number % 6]} och annat", at=start)
    return leaf.prose()


def test_a_head_and_a_number_are_taken_off_but_for_the_cover() -> None:
    leaves = [Leaf(1).line("Plan för nämnden", at=300, size=30)]
    for number in range(2, 6):
        leaf = body(Leaf(number)).line("Plan för nämnden 2024", at=40, size=9)
        leaves.append(leaf.line(f"Sida {number} av 5", x0=400, at=800, size=9))
    assert running(leaves)[0] == []
    assert running(leaves)[1:] == [["Plan för nämnden 2024", f"Sida {number} av 5"] for number in range(2, 6)]
    assert labels(leaves) == [None, "2", "3", "4", "5"]


def test_odd_and_even_pages_change_sides() -> None:
    leaves = [
        body(Leaf(number))
        .line("Nämndens plan", x0=70 if number % 2 else 420, at=40)
        .line(str(number), x0=500 if number % 2 else 70, at=810)
        for number in range(1, 7)
    ]
    assert running(leaves) == [["Nämndens plan", str(number)] for number in range(1, 7)]


def test_a_heading_that_starts_several_pages_stays() -> None:
    leaves = []
    for number in range(1, 9):
        leaf = Leaf(number).line("Nämndens plan", at=40, size=9)
        if number % 2:
            leaf.line("Mål", at=100, size=14, bold=True)
        leaves.append(body(leaf, 120 if number % 2 else 100))
    assert running(leaves) == [["Nämndens plan"]] * 8


def test_a_heading_that_starts_every_page_stays() -> None:
    leaves = [body(Leaf(n).line("Mål och mått", at=60, size=14, bold=True), 85) for n in range(1, 6)]
    assert running(leaves) == [[]] * 5


def test_chapters_have_heads_of_their_own() -> None:
    heads = ["Inledning", "Inledning", "Inledning", "Ekonomi", "Ekonomi", "Bilaga"]
    leaves = [body(Leaf(n)).line(head, at=40, size=9).beside(str(n), 500, size=9) for n, head in enumerate(heads, 1)]
    assert running(leaves) == [[head, str(n)] for n, head in enumerate(heads, 1)]


def test_numbering_that_starts_anew() -> None:
    printed = ["1", "2", "3", "1", "2", "1"]
    leaves = [body(Leaf(n)).line(text, x0=300, at=800) for n, text in enumerate(printed, 1)]
    assert labels(leaves) == printed


def test_roman_numbers_before_arabic_ones() -> None:
    printed = ["i", "ii", "iii", "1", "2"]
    leaves = [body(Leaf(n)).line(text, x0=300, at=800) for n, text in enumerate(printed, 1)]
    assert labels(leaves) == printed


def test_two_pages_are_enough_and_one_page_has_its_number() -> None:
    leaves = [body(Leaf(n)).line("Kommunens årsredovisning", at=40, size=9).line(str(n), 300, 800) for n in (1, 2)]
    assert running(leaves) == [["Kommunens årsredovisning", "1"], ["Kommunens årsredovisning", "2"]]
    assert running([body(Leaf(4)).line("4 (12)", x0=500, at=40)]) == [["4 (12)"]]
    assert labels([body(Leaf(4)).line("4 (12)", x0=500, at=40)]) == ["4"]
    assert running([body(Leaf(1)).line("Tack för att du läste", at=800)]) == [[]]


def test_landscape_pages_among_upright_ones() -> None:
    leaves = []
    for number in range(1, 6):
        leaf = Leaf(number) if number % 2 else Leaf(number, 842, 595)
        leaves.append(body(leaf).line(f"Plan 2024 sid {number}", at=leaf.height - 30, size=9))
    assert running(leaves) == [[f"Plan 2024 sid {number}"] for number in range(1, 6)]
    assert labels(leaves) == ["1", "2", "3", "4", "5"]


def test_the_head_of_a_table_over_pages_is_no_running_head() -> None:
    leaves = []
    for number in range(1, 5):
        leaf = Leaf(number).line("Mål", at=60, bold=True)
        leaf.beside("Mått", 200, bold=True).beside("Nuläge", 350, bold=True)
        for row in range(8):
            leaf.line(f"Målet nummer {number * 10 + row}").beside("Andel nöjda", 200).beside(f"{row} %", 350)
        leaf.rules = [Rule(x, 48, x, 190) for x in (65, 195, 345, 450)]
        leaves.append(leaf)
    assert running(leaves) == [[]] * 4
    for leaf in leaves:
        leaf.rules = []
    assert running(leaves) == [[]] * 4


def test_numbers_that_end_a_column_of_figures_are_no_page_numbers() -> None:
    leaves = []
    for number in range(1, 4):
        leaf = Leaf(number)
        for row in range(50):
            leaf.line(f"Rad {row}", at=80 + row * 14).beside(str(17 * row % 90), 400)
        leaves.append(leaf)
    assert running(leaves) == [[]] * 3


def test_a_letterhead_of_several_lines() -> None:
    leaves = [
        body(Leaf(n), 180)
        .line("Sjöstads kommun", at=40, size=9)
        .line("Verksamhetsplan", at=51, size=9)
        .beside(f"{n} (4)", 500, size=9)
        .line("2024-01-17", at=62, size=9)
        for n in range(1, 5)
    ]
    assert running(leaves)[2] == ["Sjöstads kommun", "Verksamhetsplan", "3 (4)", "2024-01-17"]


def test_a_footnote_at_the_foot_of_pages_is_text() -> None:
    leaves = []
    for number in range(1, 4):
        leaf = body(Leaf(number)).line("Se lagen, kapitel 3", x0=76, at=780, size=8)
        leaf.line(str(number), x0=72, at=777, size=5)
        leaves.append(leaf)
    assert labels(leaves) == [None] * 3


def test_a_rule_sets_a_head_apart_drawn_or_of_underscores() -> None:
    for drawn in (True, False):
        leaves = []
        for number in range(1, 5):
            leaf = Leaf(number).line("Verksamhetsplan", at=60)
            if drawn:
                leaf.rules = [Rule(70, 64, 500, 64)]
                leaf.line("Nämndens arbete följs upp.", at=75)
            else:
                leaf.line("_" * 60, at=66).line("Nämndens arbete följs upp.", at=80)
            leaves.append(leaf.line(f"Kapitel {'abcde'[number]} om annat.").prose())
        assert all("Verksamhetsplan" in lines for lines in running(leaves))
        assert not any("Nämndens arbete följs upp." in lines for lines in running(leaves))


def test_a_letterhead_drawn_as_a_table() -> None:
    leaves = []
    for number in range(1, 4):
        leaf = body(Leaf(number), 110).line("Dokument", at=40).beside("Datum", 300).beside("Sida", 450)
        leaf.line("Plan", at=54).beside("2024-01-17", 300).beside(f"{number} (3)", 450)
        leaf.rules = [Rule(x, 28, x, 60) for x in (65, 295, 445, 520)]
        leaves.append(leaf)
    assert running(leaves)[1] == ["Dokument", "Datum", "Sida", "Plan", "2024-01-17", "2 (3)"]


def test_a_stamp_in_the_margin_is_running_where_it_repeats() -> None:
    leaves = [body(Leaf(number)) for number in range(1, 4)]
    for leaf in leaves:
        leaf.words.append(Word("Stämpel", 20, 300, 28, 340, 26, 8, "Sans", turned=270))
    leaves[2].words.append(Word("Diagram", 40, 300, 48, 340, 46, 8, "Sans", turned=270))
    assert running(leaves) == [["Stämpel"]] * 3


def test_a_chapter_number_that_happens_to_be_the_page_is_no_page_number() -> None:
    leaves = []
    for number in range(1, 7):
        leaf = Leaf(number).line(str(number), x0=300, at=810)
        if number in (2, 4, 6):
            leaf.line(str(number), at=60, size=16).beside(f"Kapitel {'abcdefg'[number]}", 110, size=16)
        leaves.append(body(leaf, 90))
    assert running(leaves) == [[str(number)] for number in range(1, 7)]


def test_a_page_counted_apart_has_its_number_where_the_others_do() -> None:
    printed = ["2", "1", "2", "3", "4"]
    leaves = [body(Leaf(n)).line(text, x0=300, at=800) for n, text in enumerate(printed, 1)]
    assert labels(leaves) == printed


def test_rising_numbers_of_rows_at_the_top_of_a_long_table_are_its_own() -> None:
    leaves = []
    for number in (1, 2, 3):
        leaf = Leaf(number).line("Mål", at=60, bold=True).beside("Aktivitet", 120, bold=True).beside("Status", 300)
        leaf.line("och återkommer i juni.", 400, at=90)
        rows = (("Bygga en lekplats", "Klar"), ("Utreda en ny skola", "Pågår"), ("Samordna vården", "Struken"))[
            number - 1
        ]
        leaf.line(str(number), 75, at=130).beside(rows[0], 120).beside(rows[1], 300)
        leaves.append(body(leaf, 160))
    assert all(str(leaf.number) not in lines for leaf, lines in zip(leaves, running(leaves), strict=True))


def test_names_of_chapters_that_each_have_a_page_are_running_heads() -> None:
    names = ("Uppdrag", "Mål", "Ekonomi", "Volymer")
    leaves = [body(Leaf(number + 1).line(name, 280, at=40, size=9)) for number, name in enumerate(names)]
    assert running(leaves) == [[name] for name in names]
    noted = [body(Leaf(number + 1).line(name, 70, at=40 + 9 * number, size=9)) for number, name in enumerate(names)]
    assert running(noted) == [[]] * 4


def test_filled_heads_that_begin_several_pages_stay_with_their_table() -> None:
    leaves = []
    for number in range(1, 5):
        leaf = body(Leaf(number), 180).line("Nämndens plan", at=40, size=9)
        for x, text in ((70, "Indikator"), (250, "Utfall"), (350, "Mål 2023")):
            leaf.line(text, x0=x, at=80, size=9)
        leaf.line("2022", x0=250, at=92, size=9).line("abcde"[number] * 9, at=110, size=9)
        leaf.boxes += [Box(x, 70, x + 100, 98, 0xE3ECE9) for x in (65, 245, 345)]
        leaves.append(leaf)
    assert running(leaves) == [["Nämndens plan"]] * 4
