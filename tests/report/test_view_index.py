"""The index of an archive's review: the doubtful first, failed files apart, filtered in the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from browsing import viewing
from planparse.report.view_index import ReviewRow, index_html
from view_maker import SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FINE = ReviewRow(file="/arkiv/2024/fin.pdf", title="Internbudget 2024", municipality="Nora", pages=4, records=9)
WARNED = ReviewRow(
    file="/arkiv/2023/varnad.pdf",
    title="Verksamhetsplan 2023",
    municipality="Laxå",
    board="Socialnämnden",
    document_type="verksamhetsplan",
    start=2023,
    end=2025,
    severities={"warning": 2, "info": 1},
    codes={"total_mismatch": 2, "table_unclaimed": 1},
    link="plans/b.html",
    pictures=False,
)
BROKEN = ReviewRow(file="/arkiv/2023/sida.pdf", title=SCRIPT, severities={"error": 1}, codes={"page_unreadable": 1})
UNREAD = ReviewRow(file="/arkiv/2023/delvis.pdf", title="Årsredovisning", unread=("budgets",))
FAILED = ReviewRow(file="/arkiv/2022/skannad.pdf", error="no_text_layer", message="a scan: " + SCRIPT)


def test_the_doubtful_come_first() -> None:
    rows = sorted([FINE, WARNED, UNREAD, BROKEN], key=lambda row: row.doubtfulness)
    assert [row.file.rsplit("/", 1)[1] for row in rows] == ["sida.pdf", "delvis.pdf", "varnad.pdf", "fin.pdf"]


def test_files_are_told_by_their_place_in_the_archive() -> None:
    page = index_html([FINE, FAILED], archive="UT")
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert (data["below"], data["rows"][0]["file"], data["failed"][0]["file"]) == (
        "/arkiv/",
        "2024/fin.pdf",
        "2022/skannad.pdf",
    )


def test_no_text_of_a_file_is_markup() -> None:
    assert "<script>window" not in index_html([BROKEN, FAILED], archive=SCRIPT)


def test_it_is_read_and_filtered(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(index_html([BROKEN, UNREAD, WARNED, FINE, FAILED], archive="UT"), encoding="utf-8")
    with viewing(browser, file) as view:
        assert view.texts("#counts") == ["4 planer · 3 tveksamma · 1 fil kunde inte läsas · filer under /arkiv/"]
        titles = "#plans tbody tr td:first-child"
        assert [text.split("\n")[0] for text in view.texts(titles)] == [
            SCRIPT,
            "Årsredovisning",
            "Verksamhetsplan 2023",
            "Internbudget 2024",
        ]
        assert view.page.locator("#plans a").get_attribute("href") == "plans/b.html"
        assert "2 varningar" in view.texts("#plans tbody tr:nth-child(3) .severity")
        assert view.texts("#failed td:nth-child(2)") == ["no_text_layer"]
        view.page.locator("#code").select_option("total_mismatch")
        assert len(view.texts(titles)) == 1
        view.page.locator("#code").select_option("")
        view.page.locator("#doubtful-only").check()
        assert len(view.texts(titles)) == 3
        view.page.locator("#search").fill("laxå")
        assert len(view.texts(titles)) == 1
        view.page.get_by_role("button", name="English").click()
        assert view.texts("#listed") == ["1 plan"]
        assert view.do("() => window.caught ?? null") is None
