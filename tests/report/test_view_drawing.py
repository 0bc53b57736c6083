"""A page's picture with its boxes: where they are drawn, in which colours, with what under it."""

import pytest
from PIL import Image, ImageChops

from planparse.model import Plan
from planparse.report import view_drawing
from planparse.report.view_drawing import drawn_page
from planparse.report.view_kinds import BY_NAME, DOUBT_COLORS
from view_maker import small_plan


def rgb(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


def blank(width: int = 1190, height: int = 1684) -> Image.Image:
    return Image.new("RGB", (width, height), "white")


def test_a_box_has_its_kind_s_colour_around_and_a_wash_inside() -> None:
    picture = drawn_page(blank(), small_plan(), 1, kinds=["indicators"])
    green = rgb(BY_NAME["indicators"].color)
    assert picture.getpixel((200, 2 * 143)) == green
    inside = picture.getpixel((290, 2 * 139))
    assert inside != (255, 255, 255)
    assert min(inside) > 200
    assert picture.getpixel((640, 2 * 143)) == green  # a value's own box
    assert picture.getpixel((1000, 1000)) == (255, 255, 255)


def test_only_the_kinds_asked_for_are_drawn() -> None:
    plain = drawn_page(blank(), small_plan(), 1, kinds=[])
    assert plain.size == blank().size
    assert plain.getcolors() == [(1190 * 1684, (255, 255, 255))]


def test_sections_are_drawn_where_they_are_asked_for() -> None:
    slate = rgb(BY_NAME["sections"].color)
    assert slate not in {color for _, color in drawn_page(blank(), small_plan(), 1).getcolors(1 << 20) or []}
    drawn = drawn_page(blank(), small_plan(), 1, kinds=["sections"])
    assert slate in {color for _, color in drawn.getcolors(1 << 20) or []}


def test_doubts_are_drawn_over_all() -> None:
    picture = drawn_page(blank(), small_plan(), 2)
    assert picture.getpixel((2 * 298 + 1, 2 * 229)) == rgb(DOUBT_COLORS["warning"])


def test_the_legend_stands_under_the_page() -> None:
    picture = drawn_page(blank(), small_plan(), 1, language="sv")
    assert picture.width == 1190
    strip = picture.crop((0, 1684, 1190, picture.height))
    colors = {color for _, color in strip.getcolors(1 << 20) or []}
    assert {rgb(BY_NAME[kind].color) for kind in ("goals", "indicators", "tables")} <= colors
    assert rgb(BY_NAME["budgets"].color) not in colors


@pytest.mark.parametrize("width", [120, 300])
def test_a_narrow_picture_breaks_its_legend(width: int) -> None:
    wide, narrow = drawn_page(blank(), small_plan(), 1), drawn_page(blank(width, 10), small_plan(), 1)
    assert narrow.width == width
    assert narrow.height - 10 > wide.height - 1684 - 60


def test_swedish_letters_have_their_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    marked = drawn_page(blank(), small_plan(), 1, kinds=["goals"], language="sv")
    monkeypatch.setattr(view_drawing, "_BARE_OF", {})
    bare = drawn_page(blank(), small_plan(), 1, kinds=["goals"], language="sv")
    ring = ImageChops.difference(marked, bare).getbbox()
    assert ring is not None
    assert max(ring[2] - ring[0], ring[3] - ring[1]) < 12


def test_a_page_that_the_plan_does_not_know_stays_as_it_is() -> None:
    assert drawn_page(blank(50, 50), Plan(), 3).size == (50, 50)
