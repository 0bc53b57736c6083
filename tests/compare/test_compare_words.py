"""Wordings as lemmas, parts and weights."""

from planparse.compare.words import fold, lemma, parts, terms, tokens, without_name


def test_folding_takes_typing_away():
    assert fold("  Trygg –  skola. ") == "trygg - skola"
    assert fold("För\xadskola") == "förskola"


def test_compounds_are_parted_and_exceptions_kept():
    assert parts("kollektivtrafik") == ("kollektiv", "trafik")
    assert parts("missbruk") == ("missbruk",)
    assert len(parts("kommun" * 10)) == 1


def test_the_school_has_weight_though_ska_has_its_lemma():
    assert [(term.lemma, term.weight > 0) for term in terms("Skolan ska vara en mötesplats")] == [
        ("skola", True),
        ("mötesplats", True),
    ]


def test_interchangeable_terms_have_one_name():
    assert [term.lemma for term in terms("ekonomiskt bistånd")] == [term.lemma for term in terms("försörjningsstöd")]


def test_the_municipality_s_name_is_nobody_s():
    assert without_name("Ekbyborna ska trivas i Ekby kommun", "Ekby") == "invånarna ska trivas i kommunen"
    assert tokens("e-tjänst, 24 h") == ["e", "tjänst", "h"]
    assert lemma("brukarnas") == "brukare"
