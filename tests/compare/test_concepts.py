"""Themes that follow from words."""

import pytest

from planparse.compare.concepts import OTHER, theme, themes


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("Nämnden ska ha en ekonomi i balans", "Ekonomi i balans"),
        ("HME, totalindex", "Medarbetare och arbetsgivare"),
        ("Sjukfrånvaron ska minska", "Medarbetare och arbetsgivare"),
        ("Antalet hushåll med försörjningsstöd ska minska", "Försörjning och arbete"),
        ("Kommunen ska minska sin miljöpåverkan", "Klimat och miljöpåverkan"),
        ("Solen skiner", OTHER),
    ],
)
def test_theme(wording: str, name: str):
    assert theme(wording) == name
    assert name in themes()


def test_what_else_is_known_is_asked_where_the_wording_is_silent():
    assert theme("Solen skiner", "", "Sjukfrånvaro") == "Medarbetare och arbetsgivare"
