"""Units that values are brought to, and which way is better."""

from planparse.compare.quantities import better, in_unit, same_unit, usual_unit
from planparse.model import Quantity, Value


def test_values_are_brought_to_one_unit():
    assert in_unit(Quantity(raw="2 veckor", value=2, unit="weeks")) == (14.0, "days")
    assert in_unit(Quantity(raw="90 min", value=90, unit="minuter")) == (1.5, "hours")
    assert in_unit(Quantity(raw="-")) == (None, None)


def test_units_that_are_typed_otherwise_are_the_same():
    assert same_unit("MWh/ årsanställd", "MWh/årsanställd")
    assert same_unit(None, "index")
    assert not same_unit("SEK", "SEK/inhabitant")


def test_the_usual_unit_is_that_of_most_values():
    values = [Value(quantity=Quantity(raw="1", value=1, unit=unit)) for unit in ("percent", "percent", None)]
    assert usual_unit(values) == "percent"
    assert usual_unit([Value(quantity=Quantity(raw="-"))]) is None


def test_the_target_s_own_sign_comes_first():
    target = Quantity(raw="minst 5", value=5, comparator="ge")
    assert better("Sjukfrånvaro", target=target)[0] == 1
    assert better("Sjukfrånvaro")[0] == -1
    assert better("Antal ärenden") == (None, None)
