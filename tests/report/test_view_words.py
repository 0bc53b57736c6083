"""The view's words: both languages say all that there is to say."""

import re
from typing import get_args

import pytest

from planparse.model import terms
from planparse.model.codes import CODES
from planparse.report.single_file import asset
from planparse.report.view import words
from planparse.report.view_data import view_data
from planparse.report.view_kinds import KINDS
from view_maker import small_plan

LANGUAGES = ("sv", "en")


def test_both_languages_have_the_same_words() -> None:
    assert words()["sv"].keys() == words()["en"].keys()
    assert all(text.strip() for language in LANGUAGES for text in words()[language].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_the_model_says_has_a_word(language: str) -> None:
    closed = (
        *(terms.DocumentType, terms.BoardKind, terms.GoalLevel, terms.Status, terms.ValueRole, terms.Gender),
        *(terms.BudgetKind, terms.Measure, terms.Giver, terms.AmountKind, terms.TableKind, terms.CoverageState),
    )
    wanted = {f"term.{choice}" for one in closed for choice in get_args(one)}
    wanted |= {f"{head}.{kind.name}" for kind in KINDS for head in ("kind", "one")}
    wanted |= {f"severity.{severity}" for severity in get_args(terms.Severity)}
    wanted |= {f"code.{code}" for code in CODES}
    assert wanted <= words()[language].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_shown_has_a_word(language: str) -> None:
    source = asset("words.json")
    names = {name for record in view_data(small_plan(), ())["records"] for name, _ in record["fields"]}
    assert names
    assert not [name for name in names if f'"field.{name}"' not in source]
    assert {"field.assessment_raw", "field.report_to", "plan.adopted", "link.parent"} <= words()[language].keys()


@pytest.mark.parametrize(
    "name", ["records.js", "pages.js", "pointing.js", "main.js", "index.js", "view.html", "index.html"]
)
def test_the_page_asks_for_no_word_that_is_not_there(name: str) -> None:
    asked = set(re.findall(r'word\("([a-z]+\.[a-z_]+)"\)|data-(?:word|label|placeholder)="([^"]+)"', asset(name)))
    keys = {one or other for one, other in asked}
    assert keys
    assert keys <= words()["sv"].keys()
