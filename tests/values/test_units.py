from decimal import Decimal

import pytest

from planparse.values.units import factor_of, resolve, unit_at, unit_from_header


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Nettokostnad fritidsgårdar, kr/inv.", "SEK/inhabitant"),
        ("Nettokostnad per invånare, kr", "SEK/inhabitant"),
        ("Särskilt boende, kostnad/ brukare", "SEK/user"),
        ("Medellön, kr", "SEK"),
        ("Hyra, kr/år", "SEK"),
        ("Omsättning (tkr)", "tkr"),
        ("Andel nöjda (%)", "percent"),
        ("Sjukfrånvaro i procent", "percent"),
        ("Antal vårddygn", None),
        ("Väntetid, dagar", None),
        ("Andel som når minst 80 %", None),
        ("Nöjd-kund-index", None),
    ],
)
def test_a_header_gives_money_and_percent_only(header: str, unit: str | None):
    assert unit_from_header(header) == unit


def test_money_words_have_their_factor():
    assert [factor_of(word) for word in ("kr", "Tkr", "MNKR", "mdkr", "km")] == [1, 1000, 10**6, 10**9, None]
    assert resolve("tkr/inv").name == "SEK/inhabitant"
    assert resolve("tkr/inv").factor == Decimal(1000)


def test_the_longest_unit_is_taken_and_only_a_whole_word():
    assert unit_at("kr per invånare").name == "SEK/inhabitant"  # type: ignore[union-attr]
    assert unit_at("stugor") is None
    assert unit_at("kr/elev") is None
