"""The view as a file: it needs nothing else, lets nothing in, and nothing of a plan is markup in it."""

import base64
import hashlib
import json
import re

from planparse.model import Diagnostic, Goal, Plan, Source
from planparse.report.view import Around, view_html
from planparse.report.view_data import view_data
from view_maker import SCRIPT, small_plan

PICTURE = "data:image/png;base64,iVBORw0KGgo="


def block(page: str, name: str) -> str:
    found = re.search(rf'<script type="[^"]+" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_plan_travels_as_data() -> None:
    page = view_html(small_plan(), {1: PICTURE})
    assert json.loads(block(page, "data")) == view_data(small_plan(), {1}) | {"around": None}
    assert block(page, "picture-1") == PICTURE


def test_text_of_a_plan_is_never_markup() -> None:
    plan = Plan(
        title=SCRIPT,
        goals=[Goal(id="x", text=SCRIPT + "\u2028")],
        source=Source(file_name=SCRIPT),
        diagnostics=[Diagnostic(code=SCRIPT, message=SCRIPT)],
    )
    page = view_html(plan, {})
    assert "<script>window.caught" not in page
    assert "<img src=x" not in page
    # Its own four blocks and no more: data, words, the script, and the one that ends the page.
    assert page.count("</script>") == 3
    assert json.loads(block(page, "data"))["records"][1]["title"] == SCRIPT + "\u2028"


def test_the_policy_lets_in_its_own_script_and_style_alone() -> None:
    page = view_html(small_plan(), {})
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert found is not None
    policy = dict(part.strip().split(" ", 1) for part in found[1].split(";"))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert style is not None and script is not None
    digests = [
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in (style[1], script[1])
    ]
    assert (policy["default-src"], policy["img-src"]) == ("'none'", "data:")
    assert [policy["style-src"], policy["script-src"]] == digests


def test_nothing_is_fetched_from_anywhere() -> None:
    page = view_html(small_plan(), {1: PICTURE})
    assert not re.search(r"https?://|\bsrc=|<link|@import|url\(|fetch\(|XMLHttpRequest|innerHTML", page)


def test_it_opens_in_the_language_asked_for() -> None:
    assert '<html lang="sv">' in view_html(small_plan(), {})
    assert '<html lang="en">' in view_html(small_plan(), {}, language="en")


def test_a_page_of_a_review_knows_its_neighbours() -> None:
    data = json.loads(block(view_html(small_plan(), {}, around=Around("../index.html", after="b.html")), "data"))
    assert data["around"] == {"index": "../index.html", "before": None, "after": "b.html"}
