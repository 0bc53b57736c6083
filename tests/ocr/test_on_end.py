from __future__ import annotations

import numpy as np
import pytest

from planparse.ocr.engine import ReadLine
from planparse.ocr.on_end import frame_on_page, parted, read_on_end
from planparse.ocr.picture import Gray
from sheet_maker import blank, read_line

LEVEL, STANDING = read_line("Verksamhet", 100, 300, 400, 430), read_line("20", 500, 530, 200, 400, 0.4)


class TurnedEngine:
    """Reads what lies level and begins with ink: the stem of a letter stands at one end of the text here."""

    name = "fake"

    def lines(self, picture: Gray) -> list[ReadLine]:
        return []

    def line(self, picture: Gray) -> ReadLine | None:
        begins = bool((picture[:, :40] < 100).any())
        height, width = picture.shape
        return read_line("Volymer", 0, width, 0, height, 0.97 if begins else 0.5)


def test_frames_that_stand_on_end() -> None:
    assert parted([LEVEL, STANDING], 28.0) == ([LEVEL], [STANDING])


@pytest.mark.parametrize(("rows", "turned"), [(slice(370, 390), 270), (slice(210, 230), 90)])
def test_text_on_end_is_read_the_way_it_runs(rows: slice, turned: int) -> None:
    picture = blank(800, 1000)
    picture[rows, 505:525] = 20
    ((told, line),) = read_on_end(picture, [STANDING], TurnedEngine())
    assert (told, line.text) == (turned, "Volymer")
    frame = frame_on_page((line.x0, line.top, line.x1, line.bottom), turned, 800, 1000)
    assert frame == (500, 200, 530, 400)


def test_what_can_not_be_read_is_left_out() -> None:
    assert read_on_end(np.full((1000, 800), 255, np.uint8), [STANDING], TurnedEngine()) == []
