"""Words as both readers give them: letters, places, style, and what is and is not one word."""

from __future__ import annotations

import pytest

from pdf_maker import Font, Sheet, make_pdf
from planparse.pdf.page import Page, Word
from planparse.pdf.reader import ReaderName, open_pdf

READERS: list[ReaderName] = ["pdfium", "pdfplumber"]
both = pytest.mark.parametrize("reader", READERS)


def read(sheet: Sheet, reader: ReaderName) -> Page:
    with open_pdf(make_pdf([sheet]), reader=reader) as pdf:
        return pdf.page(1)


def words(sheet: Sheet, reader: ReaderName) -> list[str]:
    return [word.text for word in read(sheet, reader).words]


def only(sheet: Sheet, reader: ReaderName) -> Word:
    (word,) = read(sheet, reader).words
    return word


def coded(codes: dict[int, str], text: bytes, **style: float) -> Sheet:
    """A sheet with text in a font whose codes mean something else, 500 wide each."""
    sheet = Sheet()
    font = Font(unicode=tuple(codes.items()), widths=tuple((code, 500) for code in codes))
    sheet.text(72, 100, text, font=font, **style)  # type: ignore[arg-type]
    return sheet


# Places


@both
def test_a_word_has_its_place_from_the_top_left_corner(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "mål", size=10)
    word = only(sheet, reader)
    assert word.bbox == pytest.approx((72, 92.2, 72 + 8.33 + 5.56 + 2.22, 102.2), abs=0.05)
    assert word.baseline == pytest.approx(100, abs=0.01)
    assert (word.size, word.turned) == (10, 0)


@both
def test_words_of_a_line_share_top_and_bottom_whatever_their_letters(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "mun Ågj xylofon")
    assert len({(word.top, word.bottom) for word in read(sheet, reader).words}) == 1


@both
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_gives_places_as_it_is_shown(reader: ReaderName, rotate: int) -> None:
    sheet = Sheet(width=400, height=300, rotate=rotate)
    # Drawn so that it reads upright once the page is turned, 50 from the left and 80 from the top as shown.
    x, y = {0: (50, 80), 90: (80, 250), 180: (350, 220), 270: (320, 50)}[rotate]
    sheet.text(x, y, "Upprätt", turn=-rotate)
    page = read(sheet, reader)
    assert (page.width, page.height) == ((300, 400) if rotate in (90, 270) else (400, 300))
    assert page.rotation == rotate
    (word,) = page.words
    assert (word.x0, word.baseline) == pytest.approx((50, 80), abs=0.05)
    assert word.turned == 0


@both
def test_a_crop_moves_the_corner_and_leaves_out_what_is_outside(reader: ReaderName) -> None:
    sheet = Sheet(crop=(50, 60, 300, 400))
    sheet.text(72, 100, "inne")
    sheet.text(400, 100, "utanför")
    sheet.text(72, 500, "nedanför")
    page = read(sheet, reader)
    assert (page.width, page.height) == (250, 340)
    assert [(word.text, round(word.x0), round(word.baseline)) for word in page.words] == [("inne", 22, 40)]


@both
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_text_makes_words_in_reading_order(reader: ReaderName, turn: int) -> None:
    sheet = Sheet()
    sheet.text(300, 400, "Mål för 2031", turn=turn)
    found = read(sheet, reader).words
    assert [word.text for word in found] == ["Mål", "för", "2031"]
    assert {word.turned for word in found} == {turn}
    first, second = found[:2]
    if turn == 90:  # downwards; letters stand on a line to their left
        assert first.top == pytest.approx(400, abs=0.1)
        assert second.top > first.bottom
        assert (first.x0, first.x1, first.baseline) == pytest.approx((297.8, 307.8, 300), abs=0.1)
    elif turn == 270:  # upwards
        assert first.bottom == pytest.approx(400, abs=0.1)
        assert second.bottom < first.top
        assert (first.x0, first.x1, first.baseline) == pytest.approx((292.2, 302.2, 300), abs=0.1)
    else:
        assert first.x1 == pytest.approx(300, abs=0.1)
        assert second.x1 < first.x0
        assert (first.top, first.bottom) == pytest.approx((397.8, 407.8), abs=0.1)


# Style


@both
def test_size_is_the_one_seen(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "liten")
    sheet.raw("BT /F0 1 Tf 14 0 0 14 72 600 Tm (stor) Tj ET")
    sheet.raw("q 2 0 0 2 0 0 cm BT /F0 9 Tf 1 0 0 1 36 200 Tm (dubbel) Tj ET Q")
    assert {word.text: word.size for word in read(sheet, reader).words} == {"liten": 10, "stor": 14, "dubbel": 18}


@both
def test_font_weight_slant_and_colour(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "fet", bold=True)
    sheet.text(72, 120, "kursiv", font="Times-Italic")
    sheet.text(72, 140, "lutad", skew=0.3)
    sheet.text(72, 160, "ritad", render=2)
    sheet.text(72, 180, "röd", color=(1, 0, 0))
    found = {word.text: word for word in read(sheet, reader).words}
    assert {text: word.bold for text, word in found.items()} == {
        "fet": True,
        "kursiv": False,
        "lutad": False,
        "ritad": True,
        "röd": False,
    }
    assert {text for text, word in found.items() if word.italic} == {"kursiv", "lutad"}
    assert found["röd"].color == 0xFF0000
    assert (found["fet"].font, found["kursiv"].font, found["fet"].color) == ("Helvetica-Bold", "Times-Italic", 0)


@both
def test_underlined_words_are_told_and_their_line_is_no_rule(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "Mål 1")
    sheet.line(72, 101.2, 97.6, 101.2, width=0.6)
    sheet.text(72, 130, "Mål 2")
    sheet.rect(72, 130.8, 97.6, 131.5, fill=(0, 0, 0))
    sheet.text(72, 160, "Mål 3")
    sheet.line(60, 161.5, 400, 161.5)
    page = read(sheet, reader)
    assert [word.underlined for word in page.words] == [True, True, True, True, False, False]
    assert [round(rule.x1) for rule in page.rules] == [400]


# What is one word


@both
def test_words_are_cut_at_gaps_without_any_space(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "1 250")
    sheet.text(101, 100, "2 300")
    sheet.raw("BT /F0 10 Tf 1 0 0 1 72 700 Tm [(Netto) -4000 (Brutto) -350 (Summa)] TJ ET")
    assert words(sheet, reader) == ["1", "250", "2", "300", "Netto", "Brutto", "Summa"]


@both
def test_pieces_that_touch_are_one_word_in_the_style_of_most_letters(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "Mätmetod", bold=True)
    sheet.text(72 + 47.2, 100, ":")
    word = only(sheet, reader)
    assert (word.text, word.bold) == ("Mätmetod:", True)


@both
def test_kerning_does_not_cut_a_word(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "x")
    sheet.raw("BT /F0 10 Tf 1 0 0 1 72 700 Tm [(V) 70 (\\345r) -30 (d)] TJ ET")
    assert words(sheet, reader) == ["x", "Vård"]


@both
def test_a_raised_figure_is_a_word_of_its_own(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "400")
    sheet.text(72 + 16.7, 96.5, "1)", size=6)
    sheet.text(72 + 22.5, 100, "kr")
    assert words(sheet, reader) == ["400", "1)", "kr"]


@both
def test_a_lowered_figure_belongs_to_its_word(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "CO")
    sheet.text(72 + 15.0, 102, "2", size=6)
    sheet.text(72 + 18.4, 100, "-utsläpp")
    assert words(sheet, reader) == ["CO2-utsläpp"]


@both
def test_a_squared_metre_keeps_its_exponent(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "kr/m")
    sheet.text(72 + 19.5, 96.5, "2", size=6)
    assert words(sheet, reader) == ["kr/m2"]


@both
def test_letter_spaced_words_are_closed_up(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "INNEHÅLL OCH MÅL", spacing=3)
    assert words(sheet, reader) == ["INNEHÅLL", "OCH", "MÅL"]


@both
def test_letters_placed_one_by_one_are_closed_up(reader: ReaderName) -> None:
    sheet = Sheet()
    x = 72.0
    for letter, width in zip("klimatmål", (500, 222, 222, 833, 556, 278, 833, 556, 222), strict=True):
        sheet.text(x, 100, letter, size=12)
        x += 12 * width / 1000 + 2.4
    assert words(sheet, reader) == ["klimatmål"]


@both
def test_a_hyphen_after_letters_placed_one_by_one_is_kept(reader: ReaderName) -> None:
    sheet = Sheet()
    x = 72.0
    for letter, width in zip("klimat-", (500, 222, 222, 833, 556, 278, 333), strict=True):
        sheet.text(x, 100, letter, size=12)
        x += 12 * width / 1000 + 2.4
    sheet.text(72, 115, "mål", size=12)
    assert words(sheet, reader) == ["klimat-", "mål"]


@both
def test_words_set_tight_without_spaces_are_parted(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "x")
    sheet.raw("BT /F0 10 Tf 1 0 0 1 72 700 Tm [(av) -170 (stor) -170 (vikt)] TJ ET")
    assert words(sheet, reader) == ["x", "av", "stor", "vikt"]


@both
def test_what_touches_a_raised_exponent_goes_on(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "kWh/m")
    sheet.text(72 + 31.1, 96.5, "2", size=6)
    sheet.text(72 + 34.5, 100, ", sedan")
    assert words(sheet, reader) == ["kWh/m2,", "sedan"]


@both
def test_capitals_typed_with_spaces_are_closed_up(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "E K O N O M I   2031")
    assert words(sheet, reader) == ["EKONOMI", "2031"]


@both
def test_single_letters_and_figures_apart_stay_apart(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "K M T")
    sheet.text(72, 120, "1 2 3 4 5")
    for at, text in enumerate("0123"):
        sheet.text(72 + 14 * at, 140, text)
    assert words(sheet, reader) == ["K", "M", "T", "1", "2", "3", "4", "5", "0", "1", "2", "3"]


@both
def test_figures_with_gaps_for_spaces_are_not_closed_up(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "x")
    sheet.raw("BT /F0 12 Tf 1 0 0 1 72 700 Tm [(\\226) -250 (1) -250 (216) -250 (25) -250 (%)] TJ ET")
    assert words(sheet, reader) == ["x", "–", "1", "216", "25", "%"]


NARROW = Font(widths=tuple((code, 556) for code in range(48, 58)))
"""figures and no space, whose width tells readers how wide a gap must be"""


@both
@pytest.mark.parametrize("font", [Font(), NARROW])
@pytest.mark.parametrize("gap", [110, 130, 167, 200])
def test_a_narrow_space_of_thousands_parts_figures_whatever_tells_of_it(
    reader: ReaderName, gap: int, font: Font
) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "7", font=font)
    shown = f"[(11) -{gap} (512)] TJ 1 0 0 1 172 700 Tm [(1) -{gap} (234) -{gap} (567)] TJ"
    sheet.raw(f"BT /F0 10 Tf 1 0 0 1 72 700 Tm {shown} ET")
    x = 272.0
    for figure, space in zip("11512", (0, gap, 0, 0, 0), strict=True):
        sheet.text(x, 142, figure, font=font)
        x += 5.56 + space / 100
    assert words(sheet, reader) == ["7", "11", "512", "1", "234", "567", "11", "512"]


@both
def test_figures_without_a_narrow_space_stay_together(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "2024")
    sheet.raw("BT /F0 10 Tf 1 0 0 1 72 700 Tm [(2) 74 (1) 74 (1) 74 (5)] TJ 1 0 0 1 172 700 Tm [(20) -90 (24)] TJ ET")
    sheet.text(272, 142, "115120", spacing=1.2)
    assert words(sheet, reader) == ["2024", "2115", "2024", "115120"]


@both
def test_a_kerned_pair_does_not_part_a_letter_spaced_word(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "x")
    sheet.raw("BT /F0 12 Tf 1.8 Tc 1 0 0 1 72 700 Tm [(T) 90 (orsviks) -278 (kommun)] TJ ET")
    assert words(sheet, reader) == ["x", "Torsviks", "kommun"]


@both
def test_three_capitals_are_spaced_as_the_words_beside_them(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "x")
    show = " ".join(f"({letter}) -320" for letter in "TIDEN SOM VAR")
    sheet.raw(f"BT /F0 20 Tf 1 0 0 1 72 700 Tm [{show}] TJ ET")
    assert words(sheet, reader) == ["x", "TIDEN", "SOM", "VAR"]


@both
def test_a_space_between_three_letters_of_a_turned_head_parts_them(reader: ReaderName) -> None:
    sheet = Sheet()
    y = 300.0
    for letter, width in zip("Övriga kostn", (778, 500, 333, 222, 556, 556, 278, 500, 556, 500, 278, 556), strict=True):
        if letter != " ":
            sheet.text(200, y, letter, turn=270)
        y -= width / 100
    assert words(sheet, reader) == ["Övriga", "kostn"]


@both
def test_leader_dots_stand_alone(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "Inledning........................3")
    sheet.text(72, 120, "osv... 1.2.3")
    assert words(sheet, reader) == ["Inledning", "........................", "3", "osv...", "1.2.3"]


@both
def test_a_bullet_stands_alone(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "•Trygghet")
    sheet.text(72, 120, "• Delaktighet")
    assert words(sheet, reader) == ["•", "Trygghet", "•", "Delaktighet"]


@both
def test_what_is_printed_twice_is_given_once(reader: ReaderName) -> None:
    sheet = Sheet()
    for shift in (0, 0.3, 0.3):
        sheet.text(72 + shift, 100, "Nämndens mål")
    sheet.text(72, 115, "Nämndens mål")
    assert words(sheet, reader) == ["Nämndens", "mål"] * 2


# Letters


@both
def test_swedish_letters_however_they_are_coded(reader: ReaderName) -> None:
    composed = {1: "a", 2: "\u030a", 3: "o", 4: "\u00a8", 5: "r"}
    assert words(coded(composed, b"\x01\x02\x05"), reader) == ["år"]
    assert words(coded(composed, b"\x03\x04\x05"), reader) == ["ör"]


@both
def test_ligatures_are_taken_apart(reader: ReaderName) -> None:
    codes = {1: "\ufb01", 2: "n", 3: "\ufb03", 4: "fl"}
    assert words(coded(codes, b"\x01\x02"), reader) == ["fin"]
    assert words(coded(codes, b"\x03\x02"), reader) == ["ffin"]
    assert words(coded(codes, b"\x02\x04\x02"), reader) == ["nfln"]


@both
def test_a_symbol_fonts_bullet_is_a_bullet(reader: ReaderName) -> None:
    # PDFium leaves text out that has no extent at all, so the codes are those of letters that the font can draw.
    codes = {65: "\uf0b7", 66: "T", 67: "\uf0a7"}
    assert words(coded(codes, b"AB"), reader) == ["•", "T"]
    assert words(coded(codes, b"C"), reader) == ["•"]


@both
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_every_space_parts_words(reader: ReaderName, space: str) -> None:
    assert words(coded({1: "1", 2: space, 3: "5"}, b"\x01\x02\x03\x03"), reader) == ["1", "55"]


@both
def test_a_hyphen_at_a_lines_end_stays_with_its_word(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "Nämndens verksamhets-")
    sheet.text(72, 112, "uppföljning")
    assert words(sheet, reader) == ["Nämndens", "verksamhets-", "uppföljning"]


@both
def test_a_soft_hyphen_at_a_lines_end_is_told_from_a_hyphen(reader: ReaderName) -> None:
    codes = {1: "m", 2: "å", 3: "l", 4: "\u00ad"}
    sheet = coded(codes, b"\x01\x02\x03\x04")
    sheet.text(72, 112, b"\x01\x02\x03", font=next(iter(sheet.fonts)))
    assert words(sheet, reader) == ["mål\u00ad", "mål"]


@both
def test_a_letter_without_meaning_is_the_replacement_character(reader: ReaderName) -> None:
    sheet = coded({1: "\ufffd", 2: "m"}, b"\x02\x01")
    assert words(sheet, reader) == ["m\ufffd"]


@both
def test_text_that_the_file_gives_for_letters_takes_their_place(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 60, "x")
    sheet.raw("/Span <</ActualText (mål)>> BDC BT /F0 10 Tf 1 0 0 1 72 700 Tm (MÅL) Tj ET EMC".encode("cp1252"))
    found = read(sheet, reader).words
    assert [word.text for word in found] == ["x", "mål"]
    assert found[1].x1 - found[1].x0 == pytest.approx(20.6, abs=1.5)


# What is left out


@both
def test_invisible_text_is_left_out(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "synlig")
    sheet.text(72, 120, "dold", render=3)
    assert words(sheet, reader) == ["synlig"]


@both
def test_invisible_text_over_a_scan_is_its_text_layer(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.image(0, 0, 595, 842, [[(0.9, 0.9, 0.9)]])
    sheet.text(72, 100, "avläst", render=3)
    page = read(sheet, reader)
    assert [word.text for word in page.words] == ["avläst"]
    assert page.text_layer == "embedded"


@both
def test_a_page_without_words_has_no_text_layer(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.image(0, 0, 595, 842, [[(0.9, 0.9, 0.9)]])
    page = read(sheet, reader)
    assert (page.words, page.text_layer, page.problem) == ((), "none", None)


@both
def test_text_in_forms_is_read_where_the_form_is_put(reader: ReaderName) -> None:
    inner = Sheet()
    inner.text(72, 100, "Sidhuvud")
    sheet = Sheet()
    sheet.text(72, 300, "Brödtext")
    sheet.form(inner, x=20, y=30)
    found = {word.text: (round(word.x0), round(word.baseline)) for word in read(sheet, reader).words}
    assert found == {"Brödtext": (72, 300), "Sidhuvud": (92, 130)}


@both
def test_figures_spaced_as_the_letters_before_them_are_closed_up(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "BUDGET 2031–2033", spacing=3)
    assert words(sheet, reader) == ["BUDGET", "2031–2033"]


@both
def test_a_word_over_the_edge_ends_there(reader: ReaderName) -> None:
    sheet = Sheet()
    sheet.text(560, 100, "Verksamhet")
    sheet.text(-20, 200, "Nämndens")
    sheet.text(100, 841, "Sidfot")
    with open_pdf(make_pdf([sheet]), reader=reader) as pdf:
        words = pdf.page(1).words
    assert {word.text for word in words} == {"Verksamhet", "Nämndens", "Sidfot"}
    for word in words:
        assert 0 <= word.x0 < word.x1 <= 595
        assert 0 <= word.top < word.bottom <= 842
