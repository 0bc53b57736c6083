"""A card's fields over the heads of its table go to the text."""

from table_maker import Leaf, texts

XS = (60, 260, 360, 460)


def card(*fields: str) -> Leaf:
    """Fields over the whole width, then heads in bold and a row, all in one frame."""
    leaf, top = Leaf(), 100.0
    for field in fields:
        leaf.across(top, 60, 460).text(66, top + 14, field)
        top += 20
    for x in (260, 360):
        leaf.down(x, top, top + 60)
    for x, head in zip(XS, ("Aktivitet", "Ansvarig", "Slutdatum"), strict=False):
        leaf.text(x + 6, top + 14, head, bold=True)
    for at, row in enumerate((("Byta ledning", "Driftchef", "2025-11-30"), ("Sätta larm", "Chef", "2025-09-30")), 1):
        for x, text in zip(XS, row, strict=False):
            leaf.text(x + 6, top + 14 + 20 * at, text)
    for y in range(4):
        leaf.across(top + 20 * y, 60, 460)
    return leaf.down(60, 100, top + 60).down(460, 100, top + 60)


def test_two_fields_or_more_are_no_rows_of_the_table() -> None:
    grid = card("Alla ska ha gott vatten", "Status: Uppfylls", "Ansvarig: Driftchef").grid()
    assert texts(grid)[0] == ["Aktivitet", "Ansvarig", "Slutdatum"]


def test_one_row_is_its_title() -> None:
    assert texts(card("Aktiviteter för vattnet").grid())[0] == [">3 Aktiviteter för vattnet"]
