import pytest

from planparse.values.names import alike, boards_in, bodies_in, definite_board


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Socialnämnd", "Socialnämnden"),
        ("SOCIALNÄMNDEN", "Socialnämnden"),
        ("Barn- och utbildningsnämnds", "Barn- och utbildningsnämnden"),
        ("kommunstyrelsens", "Kommunstyrelsen"),
        ("tekniska nämnden", "Tekniska nämnden"),
        ("kommunfullmäktiges", "Kommunfullmäktige"),
        ("Nämnden för arbete och välfärd", "Nämnden för arbete och välfärd"),
    ],
)
def test_definite_form_with_a_capital(printed: str, name: str):
    assert definite_board(printed) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kultur-, idrotts- och fritidsnämnden 2024", ["Kultur-, idrotts- och fritidsnämnden"]),
        ("Miljö och byggnadsnämnd", ["Miljö och byggnadsnämnden"]),
        ("policy och socialnämnden", ["Socialnämnden"]),
        ("socialnämnden, vård- och omsorgsnämnden", ["Socialnämnden", "Vård- och omsorgsnämnden"]),
        ("nämnden och facknämnderna", []),
        ("Tekniska nämndens plan", ["Tekniska nämnden"]),
    ],
)
def test_boards_in_text(text: str, names: list[str]):
    assert boards_in(text) == names


def test_councils_are_bodies_and_no_boards():
    assert bodies_in("Antagen av kommunfullmäktige") == ["Kommunfullmäktige"]
    assert boards_in("Antagen av kommunfullmäktige") == []


def test_alike_leaves_letters_and_digits():
    assert alike("Mål 1: Trygg – och säker!") == "mål1tryggochsäker"
