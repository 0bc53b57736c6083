"""Whole pages as municipal plans have them: both readers give the same words, rules, boxes and pictures."""

from __future__ import annotations

import pytest

from pdf_maker import Font, Sheet, make_pdf
from planparse.pdf.page import Page, Word
from planparse.pdf.reader import ReaderName, open_pdf


def goals() -> Sheet:
    sheet = Sheet(width=842, height=595)
    sheet.text(50, 60, "2 Mål och indikatorer", size=16, bold=True)
    for x in (50, 250, 500, 600, 780):
        sheet.line(x, 80, x, 160)
    for y in (80, 100, 160):
        sheet.line(50, y, 780, y)
    sheet.rect(50, 80, 780, 100, fill=(0.85, 0.9, 0.95))
    for x, head in ((54, "Nämndens mål"), (254, "Indikator"), (504, "Utfall 2030"), (604, "Mål 2031")):
        sheet.text(x, 93, head, bold=True)
    for y, line in ((113, "1. Fler invånare har en trygg"), (125, "och meningsfull vardag.")):
        sheet.text(54, y, line)
    sheet.text(254, 113, "Andel nöjda brukare, %")
    sheet.text(504, 113, "82,5")
    sheet.text(604, 113, "> 85")
    sheet.circle(700, 110, 5, fill=(0, 0.6, 0.2))
    return sheet


def budget() -> Sheet:
    sheet = Sheet(rotate=90, crop=(20, 20, 575, 822))
    sheet.text(100, 700, "Belopp i tkr", turn=-90, size=9, font="Times-Italic")
    for row, (label, first, second) in enumerate(
        (("Intäkter", "1 250", "1 300"), ("Personal", "- 23 271", "- 24 010"), ("Summa", "-22 021", "-22 710"))
    ):
        x = 120 + 14 * row
        sheet.text(x, 700, label, turn=-90, bold=label == "Summa")
        sheet.text(x, 500, first, turn=-90)
        sheet.text(x, 400, second, turn=-90)
        sheet.line(x + 3, 700, x + 3, 350)
    sheet.text(300, 300, "Rubrik på tvären")
    return sheet


def brochure() -> Sheet:
    sheet = Sheet()
    sheet.text(50, 80, "VÅRT UPPDRAG", size=18, spacing=3.5)
    sheet.text(50, 110, "Innehåll..................................4")
    sheet.text(50, 130, "• Trygghet")
    sheet.text(50, 150, "Långsiktigt mål", bold=True)
    sheet.line(50, 151.3, 126.5, 151.3)
    sheet.text(50, 170, "Kostnad per m")
    sheet.text(114.3, 166.5, "2", size=6)
    sheet.text(200, 170, "400")
    sheet.text(216.7, 166.5, "1)", size=6)
    font = Font(
        unicode=((65, "\ufb01"), (66, "n"), (67, "\u0308"), (68, "a")),
        widths=((65, 500), (66, 556), (67, 0), (68, 556)),
    )
    sheet.text(50, 190, b"ABDCB", font=font)
    sheet.image(50, 220, 110, 230, [[(0, 0.6, 0)] * 8 + [(0.9, 0.9, 0.9)] * 2] * 2)
    inner = Sheet()
    inner.text(50, 300, "Sidfot", size=8, color=(0.4, 0.4, 0.4))
    inner.line(50, 290, 500, 290)
    sheet.form(inner, y=480)
    return sheet


def read(sheet: Sheet, reader: ReaderName) -> Page:
    with open_pdf(make_pdf([sheet]), reader=reader) as pdf:
        return pdf.page(1)


def style(word: Word) -> tuple[object, ...]:
    return (word.text, word.size, word.font, word.bold, word.italic, word.color, word.turned, word.underlined)


@pytest.mark.parametrize("make", [goals, budget, brochure])
def test_both_readers_give_the_same_page(make: object) -> None:
    sheet: Sheet = make()  # type: ignore[operator]
    one, other = read(sheet, "pdfium"), read(sheet, "pdfplumber")
    by_place = lambda word: (word.baseline // 2, word.x0)  # noqa: E731
    ours, theirs = sorted(one.words, key=by_place), sorted(other.words, key=by_place)
    assert [style(word) for word in ours] == [style(word) for word in theirs]
    for word, same in zip(ours, theirs, strict=True):
        assert (*word.bbox, word.baseline) == pytest.approx((*same.bbox, same.baseline), abs=0.8), word.text
    assert (one.width, one.height, one.rotation, one.text_layer) == pytest.approx(
        (other.width, other.height, other.rotation, other.text_layer)
    )
    for mine, yours in zip(sorted(one.rules, key=repr), sorted(other.rules, key=repr), strict=True):
        assert (mine.x0, mine.top, mine.x1, mine.bottom) == pytest.approx(
            (yours.x0, yours.top, yours.x1, yours.bottom), abs=0.05
        )
    assert [(box.color, box.shape, tuple(map(round, box.bbox))) for box in one.boxes] == [
        (box.color, box.shape, tuple(map(round, box.bbox))) for box in other.boxes
    ]
    assert [(picture.color, picture.filled) for picture in one.pictures] == [
        (picture.color, picture.filled) for picture in other.pictures
    ]


def test_the_words_are_those_that_were_put_there() -> None:
    found = [word.text for word in read(brochure(), "pdfium").words]
    assert found[:6] == ["VÅRT", "UPPDRAG", "Innehåll", "." * 34, "4", "•"]
    assert found[6:] == ["Trygghet", "Långsiktigt", "mål", "Kostnad", "per", "m2", "400", "1)", "finän", "Sidfot"]
