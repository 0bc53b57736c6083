"""The figures of a size: shares of the whole, the peak of all stages, and how often as fast as others."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from benchmarks.scale import Clocked, figures_of, spread_file

OURS = {"pdf": {"seconds": 0.6, "peak_mb": 50.04}, "layout": {"seconds": 0.4, "peak_mb": 61.06}}


def test_shares_rates_and_ratios() -> None:
    figures = figures_of(100, OURS, {"pdfium": {"seconds": 0.25, "peak_mb": 40.0}})
    assert figures["pages_per_second"] == 100
    assert figures["peak_mb"] == 61.1
    assert figures["stages"]["layout"] == {"ms_per_page": 4.0, "share": 0.4, "peak_mb": 61.1}
    beside = figures["beside"]["pdfium"]
    assert (beside["pages_per_second"], beside["planparse_is_so_many_times_as_fast"]) == (400, 0.25)


def test_what_is_clocked_comes_as_it_is() -> None:
    clocked = Clocked(iter("abc"))
    assert list(clocked) == ["a", "b", "c"]
    assert clocked.seconds >= 0


def paper(path: Path, pages: int, width: int) -> Path:
    made = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        made.new_page(width, 800)
    made.save(path)
    return path


def test_pages_are_spread_over_the_files(tmp_path: Path) -> None:
    files = [paper(tmp_path / "short.pdf", 2, 300), paper(tmp_path / "long.pdf", 6, 500)]
    widths = {}
    for pages in (4, 8, 10):
        spread_file(files, pages, tmp_path / "spread.pdf")
        with pypdfium2.PdfDocument(tmp_path / "spread.pdf") as spread:
            widths[pages] = [spread.get_page_size(at)[0] for at in range(len(spread))]
    assert widths[4] == [300, 500, 500, 500]
    assert widths[8] == [300] * 2 + [500] * 6
    assert widths[10] == [300] * 2 + [500] * 6 + [300] * 2
