"""Pairing two sets of wordings as a whole."""

from planparse.compare.alignment import align


def pairs(first: list[str], second: list[str], **more: object) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in align(first, second, **more)]  # type: ignore[arg-type]


def test_each_finds_its_own():
    assert pairs(["Trygg skola", "Rent vatten"], ["Vattnet ska vara rent", "En trygg skola"]) == [(0, 1), (1, 0)]


def test_none_is_paired_with_what_contradicts_it():
    assert pairs(["Fler ska cykla"], ["Färre ska cykla"]) == []


def test_none_is_paired_with_a_stranger_or_what_is_not_allowed():
    assert pairs(["Trygg skola"], ["Rent vatten"]) == []
    assert pairs(["Trygg skola"], ["En trygg skola"], allowed=lambda one, other: False) == []
    assert pairs([], ["Rent vatten"]) == []


def test_two_pairs_that_are_barely_alike_don_t_part_one_that_is_the_same():
    earlier = ["Verksamheten ska bedrivas inom tilldelad ram", "Intäkterna ska öka"]
    later = ["Verksamheten ska rymmas inom tilldelad ram", "Skattemedel ska användas klokt"]
    assert (0, 0) in pairs(earlier, later)
