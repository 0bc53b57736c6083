"""The view in a real browser: boxes stand on their words, pointing works both ways, nothing leaves the page."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import View, viewing
from planparse.model import Diagnostic, Goal, Indicator, Plan, Quantity, Source, SourcePage, Value
from planparse.pdf.reader import open_pdf
from planparse.pipeline import parse
from planparse.report.view import view_html
from planparse.showing.view import plan_view
from view_maker import SCRIPT, at, plan_pdf, small_plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CORPUS = Path(__file__).parents[2] / "corpus"
REAL = CORPUS / "kvarnsjo-bygg-2016.pdf"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("view") / "small.html"
    file.write_text(plan_view(small_plan(), plan_pdf()), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("view") / "real.html"
    file.write_text(plan_view(parse(REAL), REAL), encoding="utf-8")
    return file


BOXES = """number => {
  const sheet = document.getElementById("sheet-" + number);
  const frame = sheet.getBoundingClientRect();
  return [...sheet.querySelectorAll(".box[data-part]:not(.below)")].map(box => {
    const at = box.getBoundingClientRect();
    return [Number(box.dataset.record), Number(box.dataset.part),
      (at.left - frame.left) / frame.width, (at.top - frame.top) / frame.height,
      (at.right - frame.left) / frame.width, (at.bottom - frame.top) / frame.height];
  });
}"""
PARTS = (
    '() => JSON.parse(document.getElementById("data").textContent).records.map(r => (r.parts ?? []).map(p => p.raw))'
)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\-‐\u00ad]", "", text)


def test_boxes_stand_on_the_words_that_they_claim(browser: Browser, real: Path) -> None:
    """Where the browser draws the box of a value, the file has the words that the value was read from."""
    under: dict[tuple[int, int], str] = defaultdict(str)
    with viewing(browser, real) as view, open_pdf(REAL) as file:
        raw = view.do(PARTS)
        for page in file.pages():
            view.do("n => document.getElementById('page-' + n).scrollIntoView()", page.number)
            view.page.wait_for_function("n => document.querySelector(`#sheet-${n} .box`) !== null", arg=page.number)
            size = (page.width, page.height) * 2
            for record, part, *place in sorted(view.do(BOXES, page.number), key=lambda box: (box[3], box[2])):
                x0, top, x1, bottom = (share * length for share, length in zip(place, size, strict=True))
                for word in page.words:
                    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
                    if x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1:
                        under[record, part] += squeezed(word.text)
    claims = {(at, part): squeezed(text) for at, held in enumerate(raw) for part, text in enumerate(held)}
    assert len(under) > 150
    assert not [(claims[one], words) for one, words in under.items() if claims[one] not in words]


def dark(picture: Any, place: dict[str, float]) -> int:
    """How many pixels of a place are ink."""
    box = (place["x"] + 2, place["y"] + 2, place["x"] + place["width"] - 2, place["y"] + place["height"] - 2)
    return int(sum(picture.crop([round(number) for number in box]).histogram()[:110]))


@pytest.mark.parametrize(("page", "kind"), [(1, "indicators"), (2, "budgets"), (3, "amounts")])
def test_boxes_lie_on_the_picture_s_ink(browser: Browser, small: Path, page: int, kind: str) -> None:
    """On a page as it is and on one that is turned: ink under the box, and none one box further up."""
    with viewing(browser, small, f"#page-{page}") as view:
        box = view.page.locator(f"#sheet-{page} .box.part.k-{kind}").first
        box.scroll_into_view_if_needed()
        view.page.wait_for_function("n => document.querySelector(`#sheet-${n} img`).complete", arg=page)
        place = box.bounding_box()
        assert place is not None
        view.do("() => document.querySelectorAll('.box, .flag').forEach(box => { box.hidden = true; })")
        picture = view.screenshot()
        assert dark(picture, place) > 20
        along = "x" if place["height"] > place["width"] else "y"
        assert dark(picture, place | {along: place[along] - 1.3 * min(place["height"], place["width"])}) == 0


def test_pointing_at_a_record_lights_its_boxes_over_the_page_break(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        view.page.locator("#goal-aa .name").hover()
        for page in (1, 2):
            assert view.classes(f"#sheet-{page} .box.k-goals.lit") != []
        assert view.classes(".box.lit:not(.k-goals)") == []
        view.page.locator("#title").hover()
        assert view.classes(".box.lit") == []


def test_pointing_at_a_value_lights_its_own_box_most(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        view.page.locator("#indicator-bb tr[data-part='1']").hover()
        assert view.do(
            "() => [...document.querySelectorAll('.box.strong')].map(b => b.getAttribute('aria-label'))"
        ) == ["Indikator 1: minst 85 %"]
        assert len(view.classes(".box.k-indicators.lit")) == 3


def test_pointing_at_a_box_shows_its_record(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#page-2") as view:
        view.page.locator("#records").evaluate("at => { at.scrollTop = 0; }")
        view.page.locator("#sheet-2 .box.part.k-budgets").first.hover()
        assert "hot" in view.classes("#budget-cc")[0]
        cell = view.page.locator("#budget-cc td[data-part='0']")
        assert "strong" in (cell.get_attribute("class") or "")
        assert seen(view, "#budget-cc td[data-part='0']", "#records")
        assert view.texts("#tip") == ["Ekonomitabell 1\n1 200 → 1\u00a0200\u00a0000\u00a0kr"]


def seen(view: View, selector: str, pane: str) -> bool:
    """Whether an element is inside what its pane shows, under the heading that stays at its top."""
    script = """([selector, pane]) => {
      const at = document.querySelector(selector).getBoundingClientRect();
      const frame = document.querySelector(pane).getBoundingClientRect();
      const head = pane === "#records" ? document.querySelector(".group:not([hidden]) > h2").offsetHeight : 0;
      return at.top >= frame.top + head - 1 && at.bottom <= frame.bottom + 1;
    }"""
    return bool(view.do(script, [selector, pane]))


def test_pressing_a_box_chooses_its_record_and_then_what_lies_under_it(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#page-1") as view:
        box = view.page.locator("#sheet-1 .box.k-indicators:not(.part)")
        box.click()
        assert view.page.locator("#indicator-bb").get_attribute("aria-current") == "true"
        assert view.do("() => location.hash") == "#indicator-bb"
        box.click()
        assert view.page.locator("#table-dd").get_attribute("aria-current") == "true"


@pytest.mark.parametrize("link", ["#indicator-1", "#indicator-bb"])
def test_links_lead_to_a_record_and_its_place(browser: Browser, small: Path, link: str) -> None:
    with viewing(browser, small, link) as view:
        assert view.page.locator("#indicator-bb").get_attribute("aria-current") == "true"
        assert seen(view, "#indicator-bb", "#records")
        assert seen(view, "#sheet-1 .box.strong", "#pages")
        assert view.classes("#sheet-1 .box.k-indicators.lit") != []


def test_links_lead_to_pages_and_doubts_and_wrong_ones_nowhere(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#page-3") as view:
        view.page.wait_for_function("() => document.getElementById('page-number').value === '3'")
        view.do("() => { location.hash = '#doubt-2'; }")
        view.page.wait_for_selector("#doubt-2[aria-current]")
        for wrong in ("#goal-99", "#doubt-99", "#nonsense", "#%E0%A4%A"):
            view.do("link => { location.hash = link; }", wrong)
        assert view.page.locator("#doubt-2").get_attribute("aria-current") == "true"


def test_n_and_p_go_through_the_doubts(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        steps = []
        for key in ("n", "n", "n", "n", "p", "p"):
            view.page.keyboard.press(key)
            steps.append(view.page.locator("[aria-current]").get_attribute("id"))
        assert steps == ["doubt-1", "doubt-2", "doubt-3", "doubt-1", "doubt-3", "doubt-2"]
        assert view.classes("#sheet-2 .box.doubt.lit") != []
        assert seen(view, "#sheet-2 .box.doubt", "#pages")
        assert "-2 200" in view.page.locator("#told").inner_text()
        view.page.keyboard.press("Escape")
        assert view.classes("[aria-current], .lit") == []


def test_keys_are_letters_in_a_field(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        view.page.keyboard.press("/")
        view.page.keyboard.type("nöjda")
        assert view.page.locator("#search").input_value() == "nöjda"
        assert view.classes("[aria-current]") == []


def test_what_is_printed_stands_beside_what_was_read(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        rows = view.do(
            """() => [...document.querySelectorAll('#indicator-bb tbody tr')]
                 .map(row => [...row.cells].slice(1).map(cell => cell.textContent))"""
        )
        assert rows == [["78 %", "78\u00a0%"], ["minst 85 %", "≥ 85\u00a0%"]]
        total = view.page.locator("#budget-cc td[data-part='2']")
        assert total.inner_text().split("\n") == ["-2 000 ✗", "−2\u00a0000\u00a0000\u00a0kr"]
        assert "doubtful" in (total.get_attribute("class") or "")


def listed(view: View) -> list[str]:
    found: list[str] = view.do(
        "() => [...document.querySelectorAll('.card[data-record]')].filter(c => !c.hidden).map(c => c.id)"
    )
    return found


def test_records_are_chosen_by_kind_page_doubt_and_words(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        everything = listed(view)
        view.page.locator("[data-kind='goals']").click()
        assert "goal-aa" not in listed(view)
        assert view.do("() => [...document.querySelectorAll('.box.k-goals')].every(b => b.hidden)")
        view.page.locator("[data-kind='goals']").click()
        view.page.locator("#page-filter").select_option("2")
        assert listed(view) == ["goal-aa", "budget-cc"]
        view.page.locator("#page-filter").select_option("")
        view.page.locator("#doubtful-only").check()
        assert listed(view) == ["budget-cc"]
        view.page.locator("#doubtful-only").uncheck()
        view.page.locator("#search").fill("BESÖKARE")
        assert listed(view) == ["indicator-bb", "table-dd"]
        view.page.locator("#search").fill("finns inte")
        assert view.texts("#records > .empty") == ["Inget motsvarar urvalet."]
        view.page.locator("#search").fill("")
        assert listed(view) == everything


def test_a_link_lets_in_a_record_that_the_choice_leaves_out(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        view.page.locator("[data-kind='indicators']").click()
        view.page.locator("#search").fill("driftbudget")
        view.do("() => { location.hash = '#indicator-1'; }")
        view.page.wait_for_selector("#indicator-bb[aria-current]")
        assert "indicator-bb" in listed(view)


def test_english_on_request(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#indicator-1") as view:
        view.page.get_by_role("button", name="English").click()
        assert view.do("() => document.documentElement.lang") == "en"
        assert "Indicators" in view.page.locator("#legend").inner_text()
        assert view.texts("#budget-cc td[data-part='0'] .read") == ["1,200,000\u00a0SEK"]
        assert view.page.locator("#indicator-bb").get_attribute("aria-current") == "true"
        assert "Avsnitt" not in view.page.locator("body").inner_text()


def test_pictures_come_when_they_are_near(browser: Browser, real: Path) -> None:
    loaded = "() => [...document.querySelectorAll('.sheet:has(img[src])')].map(sheet => sheet.dataset.page)"
    with viewing(browser, real) as view:
        view.page.wait_for_function("() => document.querySelector('#sheet-1 img').complete")
        assert "1" in view.do(loaded)
        assert "6" not in view.do(loaded)
        view.page.locator("#page-number").fill("6")
        view.page.keyboard.press("Enter")
        view.page.wait_for_function("() => document.querySelector('#sheet-6 img').src.length > 1000")
        assert view.do("() => document.querySelector('#sheet-6 img').decode().then(() => true)")


def test_zoom_keeps_boxes_on_their_place(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#page-1") as view:
        before = view.do(BOXES, 1)
        width = view.do("() => document.getElementById('sheet-1').offsetWidth")
        view.page.locator("#zoom-in").click()
        view.page.keyboard.press("+")
        assert view.do("() => document.getElementById('sheet-1').offsetWidth") > 1.3 * width
        for one, other in zip(before, view.do(BOXES, 1), strict=True):
            assert one == pytest.approx(other, abs=0.003)
        view.page.keyboard.press("0")
        assert view.do("() => document.getElementById('sheet-1').offsetWidth") == pytest.approx(width, abs=2)


def test_text_of_a_plan_does_nothing(browser: Browser, tmp_path: Path) -> None:
    plan = Plan(
        title=SCRIPT,
        source=Source(file_name=SCRIPT, pages=[SourcePage(number=1, width=595, height=842, label=SCRIPT)]),
        goals=[Goal(id=SCRIPT, text=SCRIPT, term=SCRIPT, locations=[at(1, 10, 10, 99, 20)])],
        indicators=[
            Indicator(
                id='x" onmouseover="window.caught = 3',
                goal_id=SCRIPT,
                name=SCRIPT,
                values=[Value(column=SCRIPT, quantity=Quantity(raw=SCRIPT, unit=SCRIPT, note=SCRIPT))],
                locations=[at(1, 10, 30, 99, 40)],
            )
        ],
        diagnostics=[Diagnostic(code=SCRIPT, message=SCRIPT, locations=[at(1, 10, 50, 99, 60)], refs=[SCRIPT])],
    )
    file = tmp_path / "hostile.html"
    file.write_text(view_html(plan, {}), encoding="utf-8")
    with viewing(browser, file, "#goal-1") as view:
        assert view.texts("#title") == [SCRIPT]
        view.page.locator("#sheet-1 .box.k-goals").hover()
        view.page.keyboard.press("n")
        view.page.get_by_role("button", name="English").click()
        assert view.texts("#doubts .message") == [SCRIPT]
        assert view.do("() => window.caught ?? null") is None
        assert view.do("() => document.querySelectorAll('.card img, #title *, script[src]').length") == 0


def test_a_page_without_its_picture_says_so(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "bare.html"
    file.write_text(plan_view(small_plan(), None), encoding="utf-8")
    with viewing(browser, file, "#indicator-1") as view:
        assert "Sidans bild saknas" in view.texts("#sheet-1 .missing")[0]
        assert view.classes("#sheet-1 .box.k-indicators.lit") != []


def test_all_can_be_reached_and_named(browser: Browser, small: Path) -> None:
    """Every control has a name, the keyboard alone gets at values, and both panes are landmarks."""
    unnamed = """() => [...document.querySelectorAll(':is(button, input, select, [role=separator], img):not([hidden])')]
      .filter(at => !(at.getAttribute('aria-label') || at.alt || at.textContent.trim() || at.labels?.length))
      .map(at => at.outerHTML)"""
    with viewing(browser, small, "#page-1") as view:
        assert view.do(unnamed) == []
        assert view.page.get_by_role("main").get_attribute("aria-label") == "Sidor"
        assert view.page.get_by_role("complementary").get_attribute("aria-label") == "Poster"
        view.page.locator("#indicator-bb .name").focus()
        view.page.keyboard.press("Enter")
        view.page.keyboard.press("Tab")
        while view.do("() => document.activeElement.matches('[data-go]')"):
            view.page.keyboard.press("Tab")
        assert view.do("() => document.activeElement.dataset.part") == "0"
        assert view.classes("#sheet-1 .box.strong.part") != []
        view.page.get_by_role("tab", name="Poster").focus()
        view.page.keyboard.press("ArrowRight")
        assert view.page.get_by_role("tab", name="Tveksamheter").get_attribute("aria-selected") == "true"
        assert view.page.get_by_role("tabpanel").get_attribute("id") == "doubts"
