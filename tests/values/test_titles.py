import pytest

from planparse.values.titles import board_kind, document_type


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Förvaltningsövergripande verksamhetsplan 2017-2019", "verksamhetsplan"),
        ("Nämndens verksamhetsplan och budget", "verksamhetsplan"),
        ("Budget 2020 med verksamhetsplan", "mal_och_budget"),
        ("Tidplan och anvisningar för budget", "ovrigt"),
        ("Årsbokslut 2025", "arsredovisning"),
        ("Delårsbokslut", "delarsrapport"),
        ("Intern kontrollplan 2024", "internkontrollplan"),
        ("Miljöprogram", "ovrigt"),
        ("Socialnämnden", None),
    ],
)
def test_the_first_type_word_decides(title: str, kind: str | None):
    assert document_type(title) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kultur- och utbildningsnämnden", "kultur_och_fritidsnamnd"),
        ("Plan- och miljönämnden", "miljo_och_byggnadsnamnd"),
        ("Barnomsorgsnämnden", "utbildningsnamnd"),
        ("Service- och tekniknämnden", "teknisk_namnd"),
        ("Överförmyndarnämnden", "overformyndarnamnd"),
        ("Valnämnden", None),
    ],
)
def test_the_first_stem_decides(name: str, kind: str | None):
    assert board_kind(name) == kind
