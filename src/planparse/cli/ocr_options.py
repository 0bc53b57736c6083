"""The options of the commands that read PDFs for pages that are pictures."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

OcrMode = Annotated[
    Literal["auto", "force", "off"],
    typer.Option("--ocr", help="Read pages from their pictures: those without usable text, all, or none."),
]
OcrEngine = Annotated[
    Literal["rapidocr", "tesseract"] | None,
    typer.Option("--ocr-engine", help="What reads pictures.", show_default="rapidocr"),
]
