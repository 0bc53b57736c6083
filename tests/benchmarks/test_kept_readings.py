"""Readings that are kept from one measurement to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.kept_readings import KeptReadings


def test_a_picture_is_read_once_and_its_seconds_are_told_each_time_after(tmp_path: Path) -> None:
    file = tmp_path / "readings.db"
    calls: list[int] = []

    def read() -> dict[str, list[int]]:
        calls.append(sum(index * index for index in range(300_000)))
        return {"boxes": [1, 2]}

    first = KeptReadings(file)
    assert first._of(b"pixels", (3, 4), read) == {"boxes": [1, 2]} and first.seconds == 0.0
    again = KeptReadings(file)
    assert again._of(b"pixels", (3, 4), read) == {"boxes": [1, 2]} and len(calls) == 1
    assert 0.0 <= again.seconds < 60


@pytest.mark.parametrize(("pixels", "how"), [(b"others", (3, 4)), (b"pixels", (4, 3))])
def test_another_picture_or_another_way_is_read(tmp_path: Path, pixels: bytes, how: tuple[int, int]) -> None:
    readings = KeptReadings(tmp_path / "readings.db")
    readings._of(b"pixels", (3, 4), lambda: "one")
    assert readings._of(pixels, how, lambda: "two") == "two"
