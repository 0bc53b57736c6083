"""Title, type, issuer, period and decision, from covers, letterheads and running text."""

from __future__ import annotations

import pytest

from goal_documents import document, item, line, para, section
from planparse.extract.metadata import Metadata, read_metadata
from planparse.layout.blocks import Line, Paragraph, Place
from planparse.outline.document import Document
from planparse.pdf.page import Word


def large(text: str, size: float, top: float) -> Paragraph:
    """A line of a cover."""
    words, x = [], 70.0
    for part in text.split():
        width = size * 0.5 * len(part)
        words.append(Word(part, x, top, x + width, top + size, top + size, size, "Sans-Bold"))
        x += width + size * 0.3
    box = (70.0, top, x, top + size)
    return Paragraph(text, (Line(tuple(words), 1, box),), (Place(1, box),))


def cover(*texts: tuple[str, float], furniture: str = "", body: str = "Nämnden har ordet.") -> Metadata:
    front, top = [], 100.0
    for text, size in texts:
        front.append(large(text, size, top))
        top += size * 1.4
    made = document(section("Inledning", para(body)), front=front)
    running = (line(furniture, top=20),) if furniture else ()
    return read_metadata(Document(made.facts, made.pages, made.sections, made.front, (), running, 10.0))


def test_a_cover() -> None:
    found = cover(("Solna stad", 16), ("Uppdragsplan 2024–2026", 28), ("Socialnämnden", 20))
    assert found.title == "Uppdragsplan 2024–2026"
    assert found.document_type == "uppdragsplan"
    assert (found.period.start, found.period.end) == (2024, 2026)
    assert found.board is not None
    assert (found.board.name, found.board.kind) == ("Socialnämnden", "socialnamnd")
    assert (found.municipality.name, found.municipality.code) == ("Solna", "0184")
    assert found.field_locations["title"][0].page == 1


@pytest.mark.parametrize(
    ("texts", "title", "period"),
    [
        ((("Verksamhetsplan och budget", 30), ("2021–2023", 30)), "Verksamhetsplan och budget 2021–2023", (2021, 2023)),
        ((("2025", 30), ("Årsbokslut", 30)), "2025 Årsbokslut", (2025, 2025)),
        ((("Internbudget 2019", 32), ("med plan för 2020–2021", 18)), None, (2019, 2021)),
        ((("UPPDRAGSPLAN", 40), ("2 0 1 5", 40)), "UPPDRAGSPLAN 2015", (2015, 2015)),
    ],
)
def test_titles_of_several_lines(
    texts: tuple[tuple[str, float], ...], title: str | None, period: tuple[int, int]
) -> None:
    found = cover(*texts)
    assert found.title == (title or "Internbudget 2019 med plan för 2020–2021")
    assert (found.period.start, found.period.end) == period


def test_a_name_alone_is_no_title_even_when_it_is_largest() -> None:
    assert cover(("Socialnämnden", 40), ("Verksamhetsplan 2025", 24)).title == "Verksamhetsplan 2025"


def test_without_a_cover_the_first_heading_is_the_title_and_the_running_head_the_type() -> None:
    made = document(section("Socialnämnd", para("Nämnden ansvarar för stöd.")))
    running = (line("Värmdö kommun Årsredovisning 2016", top=20),)
    found = read_metadata(Document(made.facts, made.pages, made.sections, (), (), running, 10.0))
    assert found.title == "Socialnämnd"
    assert found.document_type == "arsredovisning"
    assert (found.period.start, found.municipality.code) == (2016, "0120")
    assert found.board is not None
    assert found.board.name == "Socialnämnden"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Antagen i tekniska nämnden den 3 december 2024", "TN 2024/0311"),
            ("Tekniska nämnden", "2024-12-03", "TN 2024/0311"),
        ),
        (
            ("Fastställd av kommunfullmäktige 2023-11-20, § 114. Dnr KS 2023-00017",),
            ("Kommunfullmäktige", "2023-11-20", "KS 2023-00017"),
        ),
        (
            ("Godkänd av byggnadsnämnden 2017-02-15 Dnr 2011/215-042",),
            ("Byggnadsnämnden", "2017-02-15", "2011/215-042"),
        ),
        (("Reviderad 2024-02-01", "2024-09-30"), (None, None, None)),
    ],
)
def test_decisions(lines: tuple[str, ...], expected: tuple[str | None, str | None, str | None]) -> None:
    found = cover(("Verksamhetsplan 2025", 28), *((text, 10) for text in lines)).adopted
    assert (found.by, found.date, found.reference) == expected


def test_a_date_on_the_cover_says_nothing_of_the_period() -> None:
    assert cover(("Verksamhetsplan", 28), ("2016-09-30", 10), ("avser 2017", 12)).period.start == 2017


def test_a_report_s_period_is_its_year() -> None:
    assert cover(("Årsredovisning 2016", 28), ("Mål 2014–2018", 12)).period.end == 2016


def test_a_municipality_that_no_register_has_keeps_its_name() -> None:
    found = cover(("Verksamhetsplan 2025", 28), ("Granviks kommun", 12), body="I Granvik bor många.")
    assert (found.municipality.name, found.municipality.code, found.municipality.county) == ("Granvik", None, None)


def test_many_boards_in_the_text_are_nobody_s() -> None:
    made = document(
        section(
            "Anvisningar för budget 2027",
            *(item(f"{name} lämnar sitt förslag.") for name in ("Socialnämnden", "Byggnadsnämnden", "Kulturnämnden")),
        )
    )
    assert read_metadata(made).board is None


def test_a_foreword_of_the_municipalitys_leader_makes_no_board() -> None:
    text = para("Kommunstyrelsen leder. Kommunstyrelsen följer. Kommunstyrelsen rapporterar. Kommunstyrelsen svarar.")
    assert read_metadata(document(section("Kommunstyrelsens ordförande har ordet", text))).board is None
    assert read_metadata(document(section("Förord"), section("Ordföranden i kommunstyrelsen", text))).board is None
    board = read_metadata(document(section("Socialnämndens ordförande har ordet", para("Ett år går.")))).board
    assert board is not None
    assert board.name == "Socialnämnden"


def test_a_boards_name_in_the_genitive_is_of_the_title() -> None:
    assert (
        cover(("Samhällsbyggnadsnämndens", 28), ("plan 2025–2027", 28)).title
        == "Samhällsbyggnadsnämndens plan 2025–2027"
    )


def test_an_issuer_that_only_the_text_names_has_the_place_where_it_is_named() -> None:
    told = [para(f"Socialnämnden i Solna kommun följer mål {number}.") for number in range(4)]
    found = read_metadata(document(section("Inledning", para("Nämnden har ordet."), *told)))
    assert (found.municipality.name, found.board.name if found.board else None) == ("Solna", "Socialnämnden")
    assert found.field_locations["municipality"] == found.field_locations["board"]
    assert len(found.field_locations["board"]) == 1


def test_every_line_of_a_decision_has_its_place() -> None:
    found = cover(("Verksamhetsplan 2024", 28), ("Antagen av socialnämnden", 10), ("2023-12-05, SN 2023/0114", 10))
    assert (found.adopted.date, found.adopted.reference) == ("2023-12-05", "SN 2023/0114")
    assert len({place.bbox[1] for place in found.field_locations["adopted"]}) == 2


def test_a_name_that_ends_in_s_of_its_own() -> None:
    assert cover(("Uppdragsplan 2023", 28), ("Norrfors kommun", 12)).municipality.name == "Norrfors"


def test_the_executive_that_decided_a_plan_is_not_its_board() -> None:
    assert cover(("Handlingsplan 2021–2023", 28), ("Antagen av kommunstyrelsen 2021-02-09", 11)).board is None
