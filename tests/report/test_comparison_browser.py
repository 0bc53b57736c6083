"""The page of a comparison in a real browser: choices work, charts are drawn, nothing is asked of the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from browsing import View, viewing
from compared_maker import EKBY, HOSTILE, at, small_comparison
from planparse.compare.comparison import Comparison
from planparse.report.comparison import html
from planparse.report.comparison_cuts import cut

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURED = ("ekby-2024", 6, "60 100 300 130")
ALL = (
    *("overview", "goals", "chain", "changes", "followups", "indicators", "budgets"),
    *("measurability", "peers", "not_compared"),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("comparison") / "small.html"
    pictures = {PICTURED: cut(Image.new("RGB", (600, 800), "white"), 1.0, PICTURED[2])}
    file.write_text(html(small_comparison(), pictures), encoding="utf-8")
    return file


def ready(view: View) -> None:
    view.page.wait_for_selector("html[data-ready]")


def count(view: View, selector: str) -> int:
    return int(view.page.locator(selector).count())


def axis(view: View) -> list[str]:
    return list(view.page.locator("#section-budgets .axes text").all_text_contents())


@pytest.mark.parametrize("section", ALL)
def test_each_section_has_content_in_both_languages(browser: Browser, small: Path, section: str) -> None:
    with viewing(browser, small, f"#{section}") as view:
        ready(view)
        assert count(view, f"#section-{section} :is(table, svg.chart):visible") > 0
        swedish = view.texts(f"#section-{section} h2")
        view.page.click("[data-language=en]")
        assert view.do("() => document.documentElement.lang") == "en"
        assert view.texts(f"#section-{section} h2") != swedish or section == "budgets"
        assert [name for name in ALL if view.texts(f"#section-{name} h2")] == [section]


def test_text_of_a_plan_is_shown_and_never_run(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#all") as view:
        ready(view)
        assert HOSTILE in view.texts("#section-goals .themes .wording")
        assert view.do("() => window.harmed") is None
        assert count(view, "main script, main img") == 0


def test_choices_hold_for_goals_and_tables(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#goals") as view:
        ready(view)
        assert count(view, "#section-goals .data tbody tr") == 6
        view.page.click("#pick-municipalities summary")
        view.page.check("#pick-municipalities input[value=Lunda]")
        assert count(view, "#section-goals .data tbody tr") == 3
        assert view.texts("#section-goals .themes thead th") == ["Lunda"] * 3
        view.page.fill("#choice-text", "fossilfria")
        view.page.wait_for_function("() => document.querySelectorAll('#section-goals .data tbody tr').length === 1")
        assert view.texts("#nav a[data-section=goals] .count") == ["1"]


def test_years_and_unsure_matches_can_be_left_out(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#goals") as view:
        ready(view)
        view.page.select_option("#choice-to", "2023")
        assert view.texts("#section-goals .themes .wording") == ["Sjukfrånvaron ska minska"]
        view.page.select_option("#choice-to", "")
        assert count(view, ".themes .unsure") == 2
        view.page.uncheck("#choice-unsure")
        assert count(view, ".themes .unsure") == 0


def test_superseded_versions_are_shown_on_demand(browser: Browser, tmp_path: Path) -> None:
    goal = {**EKBY, "text": "Rent vatten", "year": 2024, "superseded": True, **at("ekby-1", 4)}
    file = tmp_path / "superseded.html"
    file.write_text(html(Comparison.of_rows({"goals": [goal]})), encoding="utf-8")
    with viewing(browser, file, "#goals") as view:
        ready(view)
        assert view.texts("#section-goals .wording") == []
        view.page.check("#choice-superseded")
        assert view.texts("#section-goals .wording") == ["Rent vatten"]


def test_tables_sort_and_filter_by_column(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#indicators") as view:
        ready(view)
        values = "#section-indicators .sorted tbody tr td:nth-child(6)"
        head = view.page.get_by_role("button", name="Tryckt värde")
        head.click()
        rising = view.texts(values)
        assert rising[:3] == ["6 %", "6,4 %", "6,6 %"]
        head.click()
        assert view.texts(values) == rising[::-1]
        assert count(view, "th[aria-sort=descending]") == 1
        view.page.get_by_label("Filtrera Roll").select_option("target")
        assert len(view.texts(values)) == 4
        view.page.get_by_label("Filtrera Kommun").fill("lund")
        assert view.texts(values) == ["6 %"]


def test_charts_hold_target_to_outcome_and_leave_part_years_out(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#indicators") as view:
        ready(view)
        drawn = view.do(
            "() => [...document.querySelectorAll('.card[data-group=\"1\"] .series')]"
            ".map(s => [s.dataset.series.split(' ')[0], s.dataset.role, s.querySelectorAll('.point').length])"
        )
        assert drawn == [
            ["Ekby", "outcome", 2],
            ["Ekby", "target", 2],
            ["Ekby", "kolada", 1],
            ["Lunda", "outcome", 1],
            ["Lunda", "target", 1],
        ]
        assert "avser januari till augusti (1)" in view.texts(".card[data-group='1'] .left-out")[0]
        assert "n = 4" in view.texts(".card[data-group='1'] .band-told")[0]
        box = view.page.locator(".card[data-group='1'] svg.chart").bounding_box()
        assert box is not None and box["width"] > 300 and box["height"] > 120


def test_a_higher_value_is_drawn_higher(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#indicators") as view:
        ready(view)
        first, second = (
            view.do(
                "n => { const b = document.querySelectorAll('.series[data-role=outcome] .point')[n]"
                ".getBoundingClientRect(); return [b.x, b.y]; }",
                number,
            )
            for number in (0, 1)
        )
        assert first[0] < second[0]
        assert first[1] < second[1]


def test_pressing_a_point_opens_its_source(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#budgets") as view:
        ready(view)
        view.page.locator("#section-budgets .point").first.click()
        said = view.page.locator("#source").inner_text()
        assert "412,3" in said and "ekby-2024.pdf" in said


def test_money_is_shown_by_inhabitant_on_demand(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#budgets") as view:
        ready(view)
        assert "500\u00a0mkr" in axis(view)
        view.page.select_option("#money-shown", "sek_per_inhabitant")
        assert "25\u00a0000" in axis(view)


def test_the_keyboard_reaches_the_source_with_pages_and_picture(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#goals") as view:
        ready(view)
        view.page.locator(".themes .source.pictured").first.focus()
        view.page.keyboard.press("Enter")
        said = view.page.locator("#source").inner_text()
        assert HOSTILE in said
        assert "Sida i filen\n6" in said and "Tryckt sidnummer\n4" in said
        assert view.do("() => document.querySelector('#source img.cut').naturalWidth") > 200
        view.page.keyboard.press("Escape")
        assert view.do("() => document.getElementById('source').open") is False
        assert view.do("() => document.activeElement.classList.contains('source')") is True


def test_changes_stand_side_by_side_with_the_differences_marked(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#changes") as view:
        ready(view)
        row = "#changes-held tr[data-change=reworded] "
        assert [text.strip() for text in view.texts(row + "del")] == ["elever", "i"]
        assert [text.strip() for text in view.texts(row + "ins")] == ["barn", "på vägen till"]
        assert view.texts("#changes-held tr[data-change=sharpened] del") == ["7,5"]
        view.page.click(".chip[data-change=dropped]")
        assert view.texts("#changes-held tbody .wording") == ["Fler mötesplatser för unga"]
        view.page.select_option("#change-board", "Lunda · Omsorgsnämnden")
        assert view.texts("#changes-held .tag") == ["oförändrat"]


def test_the_chain_goes_down_to_the_indicator_and_says_what_is_missing(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#chain") as view:
        ready(view)
        assert view.texts(".chain > li > .node-said > .wording") == ["En trygg kommun", "Grön kommun"]
        assert view.texts(".chain ul ul .wording") == ["Andel trygga"]
        assert view.texts(".chain .lack .tag") == ["Ingen av planerna tar upp målet"]


def test_follow_ups_are_chosen_by_verdict(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#followups") as view:
        ready(view)
        view.page.click(".chip[data-verdict=undecided]")
        assert view.texts("#section-followups .sorted .tag") == ["oavgjort"]
        assert "riktningen är inte känd" in view.page.locator("#section-followups .sorted").inner_text()


def test_coverage_tells_its_documents_and_reasons(browser: Browser, small: Path) -> None:
    with viewing(browser, small) as view:
        ready(view)
        assert view.texts(".coverage .cover b") == ["fullständigt", "fullständigt", "delvis läst"]
        assert view.page.get_by_label("2023: inget dokument").count() == 1
        view.page.click(".cover.state-partial")
        assert "sida 14 är en bild" in view.page.locator("#source").inner_text()


def test_the_whole_report_can_be_printed(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#all") as view:
        ready(view)
        assert count(view, ".section:not([hidden])") == len(ALL)
        view.page.emulate_media(media="print")
        assert view.texts("#nav a, #choices, .filters input") == []
        assert view.page.pdf().startswith(b"%PDF")


def test_a_long_table_is_shown_step_by_step_and_packed_data_are_read(browser: Browser, tmp_path: Path) -> None:
    names = [f"Ort {number}" for number in range(40)]
    goals = [
        {"municipality": names[number % 40], "text": f"Mål nummer {number} " + "om trygghet " * 20, "year": 2024}
        | {"theme": "Trygghet", "group": number // 80, "sure": True, **at(f"plan-{number % 40}", number)}
        for number in range(6000)
    ]
    text = html(Comparison.of_rows({"goals": goals}))
    assert len(text) < 1_000_000
    file = tmp_path / "long.html"
    file.write_text(text, encoding="utf-8")
    with viewing(browser, file, "#goals") as view:
        ready(view)
        assert count(view, ".data tbody tr") == 50
        assert "6000" in view.texts(".rows-told")[0]
        first = view.page.locator(".themes tr.shared").first
        assert first.locator(".block").count() == 24
        assert "24 av 40" in first.inner_text()
        first.get_by_role("button", name="Visa fler").click()
        assert first.locator(".block").count() == 40


def test_a_comparison_of_nothing_says_so(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text(html(Comparison.of_rows({})), encoding="utf-8")
    with viewing(browser, file, "#all") as view:
        ready(view)
        assert len(view.texts(".empty")) >= 8


def test_budget_and_outcome_of_a_year_stand_together(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#budgets") as view:
        ready(view)
        cells = view.texts("#section-budgets .sorted:has(.data th:has-text('Skillnad')) tbody td")
        assert cells[:4] == ["Ekby", "Socialnämnden", "2023", "Nettokostnad"]
        assert "2\u00a0300\u00a0000" in cells


def test_a_theme_has_its_indicators_below_its_goals(browser: Browser, tmp_path: Path) -> None:
    theme = "Medarbetare och arbetsgivare"
    goal = {**EKBY, "text": "Friska medarbetare", "theme": theme, "year": 2024, **at("ekby-1", 4)}
    measured = [
        {**EKBY, "name": "HME, index", "theme": theme, "year": year, **at("ekby-1", 5)} for year in (2023, 2024)
    ]
    other = {**EKBY, "name": "Antal vräkningar", "theme": "Bostad och boende", "year": 2024, **at("ekby-1", 6)}
    file = tmp_path / "measured.html"
    file.write_text(html(Comparison.of_rows({"goals": [goal], "indicators": [*measured, other]})), encoding="utf-8")
    with viewing(browser, file, "#goals") as view:
        ready(view)
        assert view.texts(f'[data-theme="{theme}"] .measured .indicator-name') == ["HME, index"]
        assert view.texts('section[data-theme="Bostad och boende"] .measured .indicator-name') == ["Antal vräkningar"]


def test_a_verdict_stands_with_its_reason(browser: Browser, small: Path) -> None:
    with viewing(browser, small, "#followups") as view:
        ready(view)
        reason = view.page.locator("#section-followups td:has(.verdict-undecided) .why").first
        assert reason.inner_text() == "riktningen är inte känd"
        box = reason.bounding_box()
        assert box is not None and box["x"] + box["width"] < view.do("() => innerWidth")


def test_amounts_below_nothing_keep_their_signs_in_sight(browser: Browser, tmp_path: Path) -> None:
    amounts = [
        {**EKBY, "group": 1, "line": "Netto", "year": year, "measure": "budget", "sek": sek, "comparable": True}
        for year, sek in ((2023, -1_043_000_000), (2024, -1_172_000_000))
    ]
    file = tmp_path / "below.html"
    file.write_text(html(Comparison.of_rows({"budgets": amounts})), encoding="utf-8")
    with viewing(browser, file, "#budgets") as view:
        ready(view)
        assert all("−" in text for text in axis(view) if "mkr" in text)
        least = view.do("() => Math.min(...[...document.querySelectorAll('.axes text')].map(t => t.getBBox().x))")
        assert least >= 0
        assert count(view, ".cut-axis") == 1


def test_a_part_without_rows_says_what_it_would_need(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text(html(Comparison.of_rows({})), encoding="utf-8")
    with viewing(browser, file, "#changes") as view:
        ready(view)
        assert "minst två planer" in view.texts("#section-changes .empty")[0]


def test_what_was_not_found_for_sure_is_not_called_absent(browser: Browser, tmp_path: Path) -> None:
    row = {
        **EKBY,
        "year_from": 2023,
        "year_to": 2024,
        "record": "goal",
        "change": "undecided",
        "text_from": "Rent vatten",
    }
    file = tmp_path / "undecided.html"
    file.write_text(html(Comparison.of_rows({"changes": [row]})), encoding="utf-8")
    with viewing(browser, file, "#changes") as view:
        ready(view)
        assert view.texts("#section-changes .absent") == ["Hittades inte, men det går inte att säga att det saknas"]
