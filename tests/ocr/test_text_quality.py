from __future__ import annotations

import pytest

from planparse.ocr.text_quality import TextQuality

PLAIN = """
    Nämnden ska under året se över hur stödet till barn och unga kan bli bättre i hela kommunen. Förvaltningen följer
    upp arbetet varje månad och redovisar resultatet för nämnden i oktober. Kostnaderna väntas öka med två procent,
    och därför måste några av verksamheterna flytta ihop. De som berörs får besked före sommaren.
""".split()  # noqa: SIM905 - a list of its words says less
NAMES = "Summa 1 234 567 89,5 % Ale Alingsås Bengtsfors Bollebygd Borås Dals-Ed Essunga Falköping Tibro"


def fault(words: list[str], *, strict: bool = False) -> str:
    return TextQuality.of(words).fault(strict=strict)


def test_swedish_text_is_of_use() -> None:
    assert fault(PLAIN) == "" and fault(PLAIN, strict=True) == ""


def test_figures_and_names_are_of_use() -> None:
    assert fault(NAMES.split() * 6) == ""


def test_few_words_are_not_judged() -> None:
    assert fault(["Qzx", "Wvb", "3"]) == ""


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (["(cid:12)(cid:33)" for _ in PLAIN], "without a meaning"),
        ([word.replace("e", "\ufffd") for word in PLAIN], "without a meaning"),
        (["".join(chr(0xE000 + ord(letter)) for letter in word) for word in PLAIN], "without a meaning"),
        ([word.encode().decode("latin-1") for word in PLAIN], "wrong encoding"),
        ([word.translate(str.maketrans("åäöÅÄÖ", "}{|][\\")) for word in PLAIN], "wrong encoding"),
        (
            ["".join(chr((ord(letter) - 84) % 26 + 97) for letter in word.lower()) for word in PLAIN * 2],
            "letters that no",
        ),
        ([word.translate({ord(letter): None for letter in "åäöÅÄÖ"}) for word in PLAIN * 3], "no å, ä or ö"),
    ],
)
def test_rubbish_is_told_with_its_reason(spoilt: list[str], told: str) -> None:
    assert told in fault(spoilt)


def test_the_layer_of_an_earlier_ocr_is_held_to_more() -> None:
    poor = ["fOrvaltn1ngen" if index % 4 == 0 else word for index, word in enumerate(PLAIN)]
    assert fault(poor) == ""
    assert "letters that no words are made of" in fault(poor, strict=True)
