"""Groups of wordings."""

from planparse.compare.grouping import candidates, group, likest_pairs
from planparse.compare.likeness import Scale


def groups(*texts: str, documents: tuple[str, ...] = ()) -> list[int]:
    where = [frozenset({name}) for name in documents or map(str, range(len(texts)))]
    return group(Scale(texts), where).numbers


def test_rewordings_are_one_group_and_opposites_two():
    assert groups("Sjukfrånvaron ska minska", "Minskad sjukfrånvaro", "Sjukfrånvaron ska öka") == [0, 0, 1]


def test_goals_of_one_document_stay_apart():
    assert groups("Trygg skolväg", "Trygga skolvägar", documents=("a", "a")) == [0, 1]


def test_other_things_of_one_kind_stay_apart():
    assert groups("Korta handläggningstider för bygglov", "Korta handläggningstider för serveringstillstånd") == [0, 1]


def test_a_stem_that_very_many_share_brings_neighbours_only():
    texts = [f"Trygghet {'abcdefghij'[number % 10] * 4} {number}" for number in range(200)]
    assert 0 < len(set(candidates(texts))) < 200 * 199 / 4


def test_pairs_come_likest_first():
    found = list(likest_pairs(Scale(["Trygg skolväg", "Trygga skolvägar", "Trygg skolväg för barn"]), 0.1))
    assert [likeness for _, _, likeness in found] == sorted((likeness for _, _, likeness in found), reverse=True)
    assert found[0][:2] == (0, 1)
