"""Other things of one kind."""

from planparse.compare.contrast import contrasted, named


def test_other_members_contrast_and_narrower_ones_do_not():
    assert contrasted("Nöjda med hemtjänsten", "Nöjda med särskilt boende") == "care form"
    assert contrasted("Stöd till barn", "Stöd till barn och vuxna") is None
    assert contrasted("Gymnasieelever", "Förskolebarn") == "school form"


def test_what_is_counted_is_named_or_not():
    assert named("Väntetid till särskilt boende", "what is counted") != named("Platser", "what is counted")
    assert named("Nöjda brukare", "what is counted") == frozenset()


def test_of_several_kinds_the_first_named_is_told_in_every_run():
    """Sets of words come in another order in each run of Python."""
    assert contrasted("Bygglov för kvinnor", "Serveringstillstånd för män") == "permit"
    assert contrasted("Kvinnors bygglov", "Mäns serveringstillstånd") == "gender"
