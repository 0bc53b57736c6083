"""Colour and fill of small pictures."""

from __future__ import annotations

import pytest
from PIL import Image

from planparse.pdf.colors import rgb
from planparse.pdf.raster import is_small, read_content

GREEN, GRAY = (150, 200, 0), (215, 215, 215)


def bar(share: int, size: tuple[int, int] = (200, 20)) -> Image.Image:
    image = Image.new("RGB", size, GRAY)
    image.paste(GREEN, (0, 0, size[0] * share // 100, size[1]))
    return image


@pytest.mark.parametrize("share", [5, 40, 80, 95, 100])
def test_the_filled_share_of_a_bar(share: int) -> None:
    found = read_content(bar(share), 64, 11)
    assert found.color == 0x96C800
    assert found.filled == pytest.approx(share / 100, abs=0.005)


def test_a_large_picture_of_a_bar_is_read_as_well() -> None:
    assert read_content(bar(60, (3000, 90)), 64, 11).filled == pytest.approx(0.6, abs=0.01)


def test_a_border_does_not_make_a_bar_full() -> None:
    image = bar(60)
    for box in ((0, 0, 200, 2), (0, 18, 200, 20), (198, 0, 200, 20)):
        image.paste((20, 20, 20), box)
    assert read_content(image, 64, 11).filled == pytest.approx(0.6, abs=0.01)


def test_a_square_picture_is_no_bar() -> None:
    assert read_content(bar(60, (20, 20)), 11, 11).filled is None


def test_colour_with_a_hue_goes_before_gray_and_no_colour_is_none() -> None:
    image = Image.new("RGB", (10, 10), GRAY)
    image.paste((200, 0, 0), (0, 0, 10, 2))
    assert read_content(image, 10, 10).color == 0xC80000
    assert read_content(Image.new("RGB", (10, 10), GRAY), 10, 10).color == 0xD7D7D7
    assert read_content(Image.new("RGB", (10, 10), "white"), 10, 10).color is None
    assert read_content(Image.new("RGBA", (10, 10), (200, 0, 0, 0)), 10, 10).color is None


def test_noise_does_not_hide_the_colour() -> None:
    image = Image.new("RGB", (16, 16))
    for at in range(256):
        image.putpixel((at % 16, at // 16), (192 + at % 13, at % 11, 32 + at % 7))
    image.paste((0, 90, 200), (0, 0, 6, 6))
    color = read_content(image, 10, 10).color
    assert color is not None
    assert color >> 16 >= 192


def test_only_small_pictures_are_read() -> None:
    assert is_small(64, 11)
    assert is_small(12, 12)
    assert not is_small(300, 12)
    assert not is_small(64, 64)
    assert not is_small(0, 10)


def test_colours_of_other_spaces() -> None:
    class Ink:
        name = "Separation"

    assert rgb(0) == 0x000000
    assert rgb((1,)) == 0xFFFFFF
    assert rgb((1,), Ink()) == 0x000000
    assert rgb((0, 1, 1, 0)) == 0xFF0000
    assert rgb((2, -1, 0.5)) == 0xFF0080
    assert rgb((0.1, 0.2)) is None
    assert rgb(None) is None
