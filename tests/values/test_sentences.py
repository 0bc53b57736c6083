import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.values.sentences import sentences

PARAGRAPHS = [
    ["Vi växer bl.a. genom inflyttning.", "Det märks i t.ex. skolan m.m.", "Hur gör vi då?", "Vi bygger!"],
    ["Ramen är 12 mnkr inkl. Hemvården.", "Den höjs med ca. 2 %."],
    ["Beslutet togs 2019.", "Därefter ökade kostnaden till 1,5 mkr.", "Sedan sjönk den."],
    ["1. Skapa trygghet."],
    ["Enligt kap. 3 och dnr. 2019/12 gäller fr.o.m. 1 jan. att A. Berg ansvarar."],
    ["Kostnaden ligger på 2 373 235. Kr."],
    ["”Vi är nöjda.”", "Så sade många."],
    ["Klart i okt.", "Nämnden följer upp."],
]


@pytest.mark.parametrize("expected", PARAGRAPHS, ids=lambda parts: parts[0])
def test_a_paragraph_is_split_at_its_sentences(expected: list[str]):
    assert sentences(" ".join(expected)) == expected


@given(st.text(alphabet="Aab1. ?!”m\n", max_size=60))
def test_sentences_hold_all_of_the_text(text: str):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
