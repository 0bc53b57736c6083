"""Cells that look like a target and its outcome, and decide nothing."""

import pytest

from planparse.compare.verdicts import verdict
from planparse.values.quantity import parse_quantity
from planparse.values.units import unit_from_header


def word(name: str, target: str, outcome: str, goal: str | None = None) -> str:
    """The verdict of cells as printed, under a name that may have a unit."""
    unit = unit_from_header(name)
    return verdict(
        parse_quantity(target, header_unit=unit), parse_quantity(outcome, header_unit=unit), name=name, goal=goal
    ).word


@pytest.mark.parametrize(
    ("name", "target", "outcome"),
    [
        ("Andel nöjda (%)", "+5 %", "90"),
        ("Andel nöjda (%)", "minst +5", "90"),
        ("Sjukfrånvaro (%)", "-10 %", "6"),
        ("Sjukfrånvaro (%)", "-2 procentenheter", "6,0"),
        ("Andel (%)", "1,5 %-enheter", "2"),
        ("Andel nöjda (%)", "över rikssnittet (87)", "91"),
        ("Andel nöjda (%)", "minst samma nivå som 2021", "91"),
        ("Andel nöjda (%)", "minst 90 %", "91 % (jan-aug)"),
        ("Andel nöjda (%)", "minst 90 %", "91 (prognos)"),
        ("Andel nöjda (%)", "minst 90 %", "91 prel."),
        ("Andel nöjda (%)", "minst 90 %", "91*"),
        ("Andel nöjda (%)", "minst 90 %", "ca 91 %"),
        ("Andel nöjda (%)", "minst 90 %", "91-93"),
        ("Andel nöjda (%)", "minst 90 %", "92/88"),
        ("Andel nöjda (%)", "minst 90 %", "0,92"),
        ("Andel nöjda (%)", "minst 90 %", "3,9 av 5"),
        ("Nöjdhet, index", "75", "4,1"),
        ("HME", "minst 80", "4,1"),
        ("Väntetid, dagar", "högst 30 arbetsdagar", "35 dagar"),
        ("Väntetid", "högst 3 månader", "95 dagar"),
        ("Andel ej verkställda beslut", "5 %", "4"),
        ("Arbetsplatser där sjukfrånvaron är under 5 %, andel", "80", "70"),
        ("Andel nöjda med handläggningstiden (%)", "80", "70"),
        ("Andel som inte upplever trygghet (%)", "20", "30"),
        ("Antal barn i familjehem", "20", "25"),
        ("Avvikelse mot budget (%)", "±1 %", "0,5"),
    ],
)
def test_nothing_is_decided(name: str, target: str, outcome: str):
    assert word(name, target, outcome) == "undecided"


@pytest.mark.parametrize(
    ("name", "goal"),
    [
        ("Hushåll med försörjningsstöd", "Fler ska gå från bidrag till egen försörjning"),
        ("Elever med frånvaro över 15 procent", "Elevernas närvaro ska öka"),
        ("Elever utan praktikplats, antal", "Andelen elever ska öka"),
    ],
)
def test_a_goal_of_something_else_gives_no_direction(name: str, goal: str):
    assert word(name, "95", "101", goal) == "undecided"


@pytest.mark.parametrize(
    ("name", "target", "outcome", "found"),
    [
        ("Andel nöjda (%)", "90-95 %", "89", "missed"),
        ("Andel nöjda (%)", "inte lägre än 80 %", "85", "met"),
        ("Sjukfrånvaro (%)", "under 6", "6", "missed"),
        ("Väntetid, dagar", "högst 30 dagar", "5 veckor", "missed"),
        ("Nettokostnad, mnkr", "högst 14,5", "15 120 tkr", "missed"),
        ("Antal vräkningar", "0", "2", "missed"),
        ("Andel elever ej behöriga (%)", "20", "25", "missed"),
        ("Matsvinn (%)", "högst 5", "0,2", "met"),
    ],
)
def test_what_is_plain_is_decided(name: str, target: str, outcome: str, found: str):
    assert word(name, target, outcome) == found
