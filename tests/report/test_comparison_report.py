"""What the page of a comparison carries, and what it never asks for."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest
from PIL import Image

from compared_maker import HOSTILE, small_comparison
from planparse.compare.columns import TABLES
from planparse.compare.comparison import Comparison
from planparse.report.comparison import html
from planparse.report.comparison_cuts import cut, places
from planparse.report.comparison_data import column_data
from planparse.report.single_file import asset, data_element


class Scripts(HTMLParser):
    """The script elements by id, as a browser would part them, and whatever names an address."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: dict[str, str] = {}
        self.addresses: list[str] = []
        self._open: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag == "script":
            self._open = dict(attrs).get("id") or "code"
            self.scripts[self._open] = ""

    def handle_endtag(self, tag: str) -> None:
        self._open = None if tag == "script" else self._open

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.scripts[self._open] += data


def rows(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for number in range(table["rows"]):
        yield {
            name: held[number] if isinstance(held, list) else held["of"][held["at"][number]]
            for name, held in table["columns"].items()
        }


def test_the_page_carries_every_row_and_nothing_of_a_plan_is_markup() -> None:
    parts = Scripts(html(small_comparison()))
    told = json.loads(parts.scripts["data"])
    assert [row["text"] for row in rows(told["tables"]["goals"])][1] == HOSTILE
    assert {name: table["rows"] for name, table in told["tables"].items()} == {
        name: len(frame) for name, frame in small_comparison().tables()
    }
    assert HOSTILE not in html(small_comparison())
    assert parts.scripts.keys() == {"words", "data", "code"}


def test_no_address_but_places_on_the_page() -> None:
    assert Scripts(html(small_comparison())).addresses == ["#main"]
    assert "default-src 'none'" in html(small_comparison())


def test_missing_values_are_told_as_nothing_and_empty_columns_are_left_out() -> None:
    compared = Comparison.of_rows({"goals": [{"text": "Trygg väg", "page": 3}, {"text": "Ren sjö", "likeness": 0.5}]})
    table = column_data(compared)["tables"]["goals"]
    assert table["columns"].keys() == {"text", "page", "likeness"}
    assert [row["page"] for row in rows(table)] == [3, None]


def test_words_that_recur_travel_once() -> None:
    compared = Comparison.of_rows({"goals": [{"municipality": "Ekby", "text": f"Mål {at}"} for at in range(9)]})
    table = column_data(compared)["tables"]["goals"]
    assert table["columns"]["municipality"] == {"of": ["Ekby"], "at": [0] * 9}
    assert table["columns"]["text"][8] == "Mål 8"


def test_much_data_is_packed() -> None:
    packed = data_element({"goal": HOSTILE}, packed_from=10)
    text = re.sub(r"<[^>]*>", "", packed)
    assert json.loads(zlib.decompress(base64.b64decode(text))) == {"goal": HOSTILE}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_column_and_table_has_a_heading(language: str) -> None:
    words = json.loads(asset("comparison/words.json"))[language]
    wanted = {f"table.{name}" for name in TABLES}
    wanted |= {f"column.{column.name}" for table in TABLES.values() for column in table.columns}
    assert wanted - words.keys() == set()


def test_both_languages_have_the_same_words() -> None:
    words = json.loads(asset("comparison/words.json"))
    assert words["sv"].keys() == words["en"].keys()


def test_every_word_that_the_scripts_ask_for_is_there() -> None:
    words = json.loads(asset("comparison/words.json"))["sv"]
    scripts = Scripts(html(small_comparison())).scripts["code"]
    asked = set(re.findall(r'"((?:ui|lead|section|table)\.[a-z_]+)"', scripts))
    assert len(asked) > 80
    assert asked - words.keys() == set()


def test_places_are_told_once_those_of_changes_first() -> None:
    wanted = places(small_comparison())
    assert wanted[0] == ("ekby-2023", 5, "60 100 300 130")
    assert len(set(wanted)) == len(wanted)
    assert ("lunda-2024", 15, "60 100 300 130") in wanted
    assert places(small_comparison(), most=2) == wanted[:2]


def test_a_cut_has_the_place_and_a_margin() -> None:
    page = Image.new("RGB", (600, 800), "white")
    page.paste((200, 0, 0), (120, 200, 200, 240))
    uri = cut(page, 2.0, "60 100 100 120")
    assert uri.startswith("data:image/png;base64,")
    with pytest.raises(ValueError, match="outside"):
        cut(page, 2.0, "900 900 950 950")


def test_cuts_travel_by_place() -> None:
    place = ("ekby-2024", 6, "60 100 300 130")
    parts = Scripts(html(small_comparison(), {place: "data:image/png;base64,AAAA"}))
    assert json.loads(parts.scripts["data"])["cuts"] == {"ekby-2024 6 60 100 300 130": 0}
    assert parts.scripts["cut-0"] == "data:image/png;base64,AAAA"


def test_a_comparison_of_nothing_is_a_page() -> None:
    told = json.loads(Scripts(html(Comparison.of_rows({}), language="en")).scripts["data"])
    assert all(table == {"rows": 0, "columns": {}} for table in told["tables"].values())


def test_whatever_has_tables_can_be_shown() -> None:
    class Other:
        def __init__(self) -> None:
            self.facts = {"made": pd.Timestamp("2025-01-02")}

        def tables(self) -> Iterator[tuple[str, pd.DataFrame]]:
            yield "goals", pd.DataFrame({"text": ["Rent vatten"]})

    assert json.loads(Scripts(html(Other())).scripts["data"])["facts"] == {"made": "2025-01-02 00:00:00"}
