"""Pictures of pages: small enough whatever is on them, and the right kind for it."""

import base64
import random
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from planparse.report.view_pictures import PictureSettings, data_uri, scale_for


def decoded(uri: str) -> tuple[str, Image.Image, int]:
    head, _, content = uri.partition(",")
    data = base64.b64decode(content)
    return head, Image.open(BytesIO(data)), len(data)


def text_page() -> Image.Image:
    page = Image.new("RGB", (600, 800), "white")
    pen = ImageDraw.Draw(page)
    for row in range(40):
        pen.text((40, 20 * row), "Verksamhetens intakter 12 345", fill=(20, 30, 90))
    return page


def noise(size: tuple[int, int]) -> Image.Image:
    return Image.frombytes("RGB", size, random.Random(7).randbytes(size[0] * size[1] * 3))


def test_text_stays_sharp_in_a_small_png() -> None:
    head, picture, size = decoded(data_uri(text_page()))
    assert head == "data:image/png;base64"
    assert picture.size == (600, 800)
    assert size < 30_000
    assert picture.convert("RGB").getpixel((599, 799)) == (255, 255, 255)


def test_pale_shading_and_rare_colours_keep_their_hue() -> None:
    page = text_page()
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 700, 600, 760), fill=(240, 244, 244))
    pen.rectangle((300, 780, 301, 781), fill=(229, 32, 14))
    for grey in range(250):
        pen.line((100, 300 + grey, 110, 300 + grey), fill=(grey, grey, grey))
    kept = decoded(data_uri(page))[1].convert("RGB")
    assert kept.getpixel((10, 710)) == (240, 244, 244)
    red, green, blue = kept.getpixel((300, 780))
    assert red > 150 > 90 > max(green, blue)


def test_a_photograph_is_no_png() -> None:
    head, picture, _ = decoded(data_uri(noise((200, 200))))
    assert head == "data:image/webp;base64"
    assert picture.size == (200, 200)


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_the_worst_page_keeps_within_the_size(mode: str) -> None:
    """Noise can't be packed: quality and then pixels give way."""
    settings = PictureSettings(most_bytes=40_000)
    _, picture, size = decoded(data_uri(noise((900, 1200)).convert(mode), settings))
    assert size <= 40_000
    assert picture.width / picture.height == pytest.approx(0.75, abs=0.01)


def test_large_sheets_are_rendered_smaller() -> None:
    assert scale_for(842, 595) == 2.0
    scale = scale_for(2384, 3370)
    assert 2384 * 3370 * scale**2 == pytest.approx(6_000_000)
    assert scale_for(0, 0) == 2.0
