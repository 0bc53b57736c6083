from dataclasses import replace

import pytest

from layout_maker import Sheet, facts
from planparse.layout.blocks import Paragraph, Place
from planparse.outline.build import outline
from planparse.outline.document import Document
from planparse.pdf.page import Bookmark, TaggedHeading


def read(*sheets: Sheet, **given: object) -> Document:
    return outline([sheet.done() for sheet in sheets], facts(**given))


def found(document: Document) -> list[tuple[str, str]]:
    return [(section.title, section.reason) for section in document.sections]


def marks(*titles: str, level: int = 1, page: int = 1) -> tuple[Bookmark, ...]:
    return tuple(Bookmark(title, level, page) for title in titles)


def test_bookmarked_lines_and_others_of_their_type() -> None:
    sheet = Sheet(1).text("Läget i dag", bold=True).prose().text("vad vi vill", bold=True).prose()
    sheet.text("Pengar", bold=True).prose()
    document = read(sheet, bookmarks=marks("Läget i dag", "Vad vi vill"))
    assert found(document) == [("Läget i dag", "bookmark"), ("vad vi vill", "bookmark"), ("Pengar", "style")]


def test_bookmark_with_the_number_that_the_line_has_apart() -> None:
    sheet = Sheet(1).item("2.", "Uppdrag från fullmäktige", size=14.0, bold=True).prose()
    document = read(sheet, bookmarks=marks("2 Uppdrag från fullmäktige"))
    assert [(section.number, section.title) for section in document.sections] == [("2", "Uppdrag från fullmäktige")]


def test_bookmark_that_no_line_prints_is_left() -> None:
    assert found(read(Sheet(1).prose().prose(), bookmarks=marks("Missiv.docx"))) == []


def test_tags_give_levels_but_prose_tagged_by_mistake_is_none() -> None:
    sheet = Sheet(1).text("Nämnden", size=14).text("Vi ska möta alla som söker stöd med omtanke och respekt.").prose()
    sheet.text("Ansvar", size=14).prose()
    tags = (
        TaggedHeading("Nämnden", 1, 1),
        TaggedHeading("Vi ska möta alla som söker stöd med omtanke och respekt.", 2, 1),
        TaggedHeading("Ansvar", 2, 1),
    )
    document = read(sheet, headings=tags)
    assert [(section.level, section.title) for section in document.sections] == [(1, "Nämnden"), (2, "Ansvar")]


def test_heading_over_two_lines() -> None:
    sheet = Sheet(1).text("Uppföljningar till", "nämnden under året", size=16).prose().text("Mål", size=16).prose()
    assert [title for title, _ in found(read(sheet))] == ["Uppföljningar till nämnden under året", "Mål"]


def test_two_headings_in_one_block() -> None:
    sheet = Sheet(1).text("Ekonomi", "Drift", size=16).prose().text("Mål", size=16).prose()
    assert [title for title, _ in found(read(sheet))] == ["Ekonomi", "Drift", "Mål"]


def test_bold_lines_of_the_bodys_size() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose()
    for title in ("Biblioteken", "Museet"):
        sheet.text(title, bold=True).prose()
    assert found(read(sheet))[1:] == [("Biblioteken", "font"), ("Museet", "font")]


@pytest.mark.parametrize(
    "line",
    [
        "Det är viktigt att alla är med.",
        "Uppdrag:",
        "Mål 7",
        "Effektmål 3: Kön ska kortas",
        "Tabell 2. Antal elever",
        "JANUARI / FEBRUARI",
        "Sjukfrånvaron ska minska med 3 %",
        "2030 – 14 ton, 2034 – 9 ton",
        "• Bygga nytt",
    ],
)
def test_bold_lines_that_are_no_headings(line: str) -> None:
    sheet = Sheet(1).text("Mål", size=16).prose().text(line, bold=True).prose().text(line, bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Mål"]


def test_bold_words_that_the_text_goes_on_from() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose()
    for word in ("Tydlighet", "Öppenhet"):
        sheet.text(word, bold=True).text("så att alla förstår vad som gäller och varför", gap=1)
    assert [title for title, _ in found(read(sheet))] == ["Mål"]


def test_underlined_labels_come_back_and_headings_do_not() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose()
    for _ in range(3):
        sheet.text("Åtgärder", underlined=True).prose()
    sheet.text("Åtgärder för skolan", underlined=True).prose().text("Övriga åtgärder", underlined=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Mål", "Åtgärder för skolan", "Övriga åtgärder"]


def test_italics_need_a_colour() -> None:
    plain = Sheet(1).text("Mål", size=16).prose()
    blue = Sheet(1).text("Mål", size=16).prose()
    for title in ("Drift", "Investering"):
        plain.text(title, italic=True).prose()
        blue.text(title, italic=True, color=0x2F5496).prose()
    assert [title for title, _ in found(read(plain))] == ["Mål"]
    assert [title for title, _ in found(read(blue))] == ["Mål", "Drift", "Investering"]


def test_chart_words_head_no_text() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose()
    for word in ("Förvaltning", "Skola", "Omsorg", "Teknik"):
        sheet.text(word, bold=True)
    assert [title for title, _ in found(read(sheet))] == ["Mål"]


def test_title_that_heads_no_text_is_front() -> None:
    sheet = Sheet(1).text("Anvisningar för budget 2031", size=20).text("Inledning", size=16).prose()
    sheet.text("Tidplan", size=16).prose()
    document = read(sheet)
    assert [title for title, _ in found(document)] == ["Inledning", "Tidplan"]
    assert len(document.front) == 1


def test_title_with_text_of_its_own_is_a_section() -> None:
    sheet = Sheet(1).text("Kulturnämnd", size=20).prose().text("Drift", size=16).prose().text("Mål", size=16).prose()
    document = read(sheet)
    assert [(section.level, section.title) for section in document.sections] == [
        (1, "Kulturnämnd"),
        (2, "Drift"),
        (2, "Mål"),
    ]


def test_cover_gives_no_sections() -> None:
    cover = Sheet(1).text("Verksamhetsplan 2031", size=28).text("Kulturnämnden", size=16)
    document = read(cover, Sheet(2).text("Mål", size=16).prose().prose())
    assert [title for title, _ in found(document)] == ["Mål"]
    assert len(document.front) == 2


def test_numbers_decide_levels() -> None:
    sheet = Sheet(1)
    for title in ("1 Inledning", "1.1 Bakgrund", "1.1.1 Lagar", "1.2 Syfte", "2 Mål"):
        sheet.text(title, size=14, bold=True).prose()
    document = read(sheet)
    assert [(section.level, section.number) for section in document.sections] == [
        (1, "1"),
        (2, "1.1"),
        (3, "1.1.1"),
        (2, "1.2"),
        (1, "2"),
    ]


def test_level_is_the_parents_plus_one_where_a_size_is_skipped() -> None:
    sheet = Sheet(1).text("Ekonomi", size=18).prose().text("Drift", size=15).prose().text("Löner", size=13).prose()
    sheet.text("Uppföljning", size=18).prose().text("Besök", size=13).prose()
    assert [section.level for section in read(sheet).sections] == [1, 2, 3, 1, 2]


def test_running_head_that_differs_by_chapter_is_one_heading() -> None:
    one = Sheet(1).text("Skola", size=16).prose().prose()
    two = Sheet(2).text("Skola", size=16).prose()
    three = Sheet(3).text("Omsorg", size=16).prose()
    assert [title for title, _ in found(read(one, two, three))] == ["Skola", "Omsorg"]


def test_ids_are_stable_and_repeated_titles_differ() -> None:
    sheet = Sheet(1)
    for title in ("Mål", "Ekonomi", "Ekonomi"):
        sheet.text(title, size=16).prose()
    first, second = read(sheet), read(sheet)
    ids = [section.id for section in first.sections]
    assert ids == [section.id for section in second.sections] and len(set(ids)) == 3


def test_boards_of_their_chapters() -> None:
    sheet = Sheet(1).text("Inledning", size=18).prose()
    for board in ("Socialnämnd", "Tekniska nämnden"):
        sheet.text(board, size=18).prose().text("Mål", size=14).prose()
    boards = [section.board for section in read(sheet).sections]
    assert boards == [None, "Socialnämnden", "Socialnämnden", "Tekniska nämnden", "Tekniska nämnden"]


def test_one_board_is_no_division() -> None:
    sheet = Sheet(1).text("Socialnämnden", size=18).prose().text("Mål", size=18).prose()
    assert [section.board for section in read(sheet).sections] == [None, None]


def test_english_document() -> None:
    sheet = Sheet(1).text("Contents", size=14).text("1 Aims ..... 2", "2 Methods ..... 2", "3 Costs ..... 3")
    two = Sheet(2).text("1 Aims", size=14).prose().text("2 Methods", size=14).prose().text("3 Costs", size=14).prose()
    document = read(sheet, two)
    assert [section.number for section in document.sections] == ["1", "2", "3"]


def test_goal_lines_are_headings_in_the_type_of_others() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose().text("Mål 1. Fler ska läsa", bold=True).prose()
    sheet.text("Mål 2. Fler ska räkna", bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Mål"]
    sheet.text("Elevhälsa", bold=True).prose()
    assert len(read(sheet).sections) == 4


def test_small_coloured_capitals() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose().text("UNGA", size=10, bold=True, color=0xB0552B).prose()
    sheet.text("BIBLIOTEKEN", size=10, bold=True, color=0xB0552B).prose().text("Foto", size=9, bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Mål", "UNGA", "BIBLIOTEKEN"]


def test_lines_in_the_type_of_a_calendars_months() -> None:
    sheet = Sheet(1).text("Nämndens år", size=16).prose()
    for line in ("Januari", "Februari / mars", "Löpande", "Vid behov"):
        sheet.text(line, bold=True).item("•", "Bokslut")
    assert [title for title, _ in found(read(sheet))] == ["Nämndens år"]


def test_name_over_a_role_is_no_heading() -> None:
    sheet = Sheet(1).text("Mål", size=16).prose().text("Anna Ek", bold=True).text("Ordförande i nämnden", gap=1)
    sheet.text("Bo Berg", bold=True).text("Förvaltningschef", gap=1)
    assert [title for title, _ in found(read(sheet))] == ["Mål"]


def test_letterhead_over_the_title_and_board_under_it() -> None:
    sheet = Sheet(1).text("Storbyns kommun", size=13, bold=True).text("Delårsrapport 2031", size=24)
    sheet.text("Skolnämnden", size=15).text("Godkänd av skolnämnden 2031-09-02", size=9)
    sheet.text("Sammanfattning", size=14).prose().prose().text("Ekonomi", size=14).prose()
    assert [title for title, _ in found(read(sheet))] == ["Sammanfattning", "Ekonomi"]


def test_label_that_comes_back_over_one_paragraph() -> None:
    sheet = Sheet(1)
    for area in ("Skola", "Omsorg", "Teknik"):
        sheet.text(area, size=16).prose().text("Fullmäktiges mål", bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Skola", "Omsorg", "Teknik"]


def test_the_title_of_a_box_is_no_heading_though_set_like_those_of_the_bookmarks() -> None:
    sheet = Sheet(1).text("Läget i dag", bold=True).prose().text("I korthet", bold=True, boxed=True).prose()
    assert found(read(sheet, bookmarks=marks("Läget i dag"))) == [("Läget i dag", "bookmark")]


def test_numbers_with_points_are_headings_among_paragraphs_with_bold_leads_and_captions_are_none() -> None:
    sheet = Sheet(1).text("2 Mål", size=16, bold=True).text("2.1 Fullmäktiges mål", bold=True).prose()
    for lead in ("Trygghet", "Omtanke", "Respekt"):
        sheet.top += 8
        made = (sheet.line(f"{lead} är det", bold=True),)
        words = (*made[0].words[:1], *(replace(word, bold=False, font="Serif") for word in made[0].words[1:]))
        line = replace(made[0], words=words)
        sheet.blocks.append(Paragraph(line.text, (line,), (Place(1, line.bbox),), lead))
    sheet.text("2.2 Ekonomi", bold=True).text("Driftbudget 2030 (tkr)", bold=True)
    sheet.table(("Verksamhet", "2030"), ("Skola", "120"))
    sheet.text("2.3 Volymer", bold=True).text("Antal barn", bold=True).table(("", "2030"), ("Barn", "12"))
    document = read(sheet)
    assert [section.number for section in document.sections] == ["2", "2.1", "2.2", "2.3"]
    assert [grid.caption for _, grid in document.grids()] == ["Driftbudget 2030 (tkr)", "Antal barn"]


def test_a_goal_under_its_term_in_small_type_is_no_heading() -> None:
    sheet = Sheet(1).text("Mål", size=14.0, bold=True).prose()
    sheet.text("Nämndmål", size=8.0).text("Barn ska få tidigt stöd", size=12.0, bold=True).prose()
    sheet.text("Ekonomi", size=12.0, bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Mål", "Ekonomi"]


def test_goals_in_larger_type_than_the_body_are_headings_where_they_come_back() -> None:
    sheet = Sheet(1).text("Mål", size=18.0, bold=True).prose().text("Kunskap", size=14.0, bold=True).prose()
    sheet.text("Mål 1 Alla får läsa", size=12.0, bold=True).prose()
    sheet.text("Mål 2 Alla får räkna", size=12.0, bold=True).prose()
    titles = [section.title for section in read(sheet).sections]
    assert titles == ["Mål", "Kunskap", "Mål 1 Alla får läsa", "Mål 2 Alla får räkna"]


def test_a_bare_label_over_a_field_is_a_goals() -> None:
    sheet = Sheet(1).text("Lärande", size=14.0, bold=True).prose()
    for label in ("N1 Alla får läsa", "N2 Alla får räkna"):
        sheet.text(label, bold=True).text("Strategi: Varje skola har ett bibliotek och en plan för hur det används.")
    assert [section.title for section in read(sheet.prose()).sections] == ["Lärande"]


def test_a_title_in_the_chapters_type_is_no_chapter() -> None:
    sheet = Sheet(1).text("Mål och budget 2025", size=20.0, bold=True).text("Storviks kommun")
    sheet.text("Vision", size=14.0, bold=True).prose().text("Ekonomi", size=20.0, bold=True).prose()
    sheet.text("Skatter", size=14.0, bold=True).prose().text("Bilagor", size=20.0, bold=True).prose()
    told = [(section.title, section.level) for section in read(sheet).sections]
    assert told == [("Vision", 1), ("Ekonomi", 1), ("Skatter", 2), ("Bilagor", 1)]


def test_fields_that_come_back_under_goals_are_labels() -> None:
    sheet = Sheet(1)
    for goal in ("Nämndmål: Barnen läser", "Nämndmål: Alla hörs", "Nämndmål: Maten är god"):
        sheet.text(goal, size=14, bold=True).prose().text("Förväntat resultat", bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == [
        "Nämndmål: Barnen läser",
        "Nämndmål: Alla hörs",
        "Nämndmål: Maten är god",
    ]


def test_fields_that_come_back_under_topics_are_headings() -> None:
    sheet = Sheet(1)
    for board in ("Skola", "Gator", "Bygglov"):
        sheet.text(board, size=14, bold=True).prose().text("Måluppfyllelse", bold=True).prose(2)
        sheet.text("Ekonomi", bold=True).prose(2)
    titles = [title for title, _ in found(read(sheet))]
    assert titles == [
        title for board in ("Skola", "Gator", "Bygglov") for title in (board, "Måluppfyllelse", "Ekonomi")
    ]


def test_the_term_and_the_wording_of_a_card_are_no_headings() -> None:
    sheet = Sheet(1).text("Våra mål", size=16, bold=True).prose()
    for at, goal in enumerate(("Maten är godare", "Husen är varma"), start=1):
        sheet.text(f"MÅL {at}", size=10, bold=True, gap=14).text(goal, size=13, bold=True, gap=4).prose()
    sheet.text("Pengarna", size=16, bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == ["Våra mål", "Pengarna"]


def test_bold_goals_with_their_numbers_straight_before_them_are_headings() -> None:
    sheet = Sheet(1).text("Kunskap", size=14, bold=True).prose()
    for at, goal in enumerate(("Varje elev läser", "Frånvaron minskar"), start=1):
        sheet.text(f"Mål {at} {goal}", bold=True).prose()
    sheet.text("Pengar", size=14, bold=True).prose()
    assert [title for title, _ in found(read(sheet))] == [
        "Kunskap",
        "Mål 1 Varje elev läser",
        "Mål 2 Frånvaron minskar",
        "Pengar",
    ]
