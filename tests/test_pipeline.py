"""What ``planparse.parse`` is given: what it takes, and what it says of the rest."""

import io
from collections.abc import Callable

import pytest

import planparse
from archive_maker import plan_pdf
from planparse.errors import PageOutsideError, SavedPlanError
from planparse.model import Plan

PDF = plan_pdf()


def test_a_file_object_and_its_bytes_give_the_same_plan() -> None:
    from_bytes = planparse.parse(PDF, file_name="plan.pdf")
    assert planparse.parse(io.BytesIO(PDF), file_name="plan.pdf") == from_bytes
    assert planparse.parse(bytearray(PDF), file_name="plan.pdf") == from_bytes


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: planparse.parse(None), "a path, bytes or a binary file"),  # type: ignore[arg-type]
        (lambda: planparse.parse(io.StringIO("x")), "open as text"),  # type: ignore[arg-type]
        (lambda: planparse.parse(PDF, pages="1,2"), "whole numbers"),  # type: ignore[arg-type]
        (lambda: planparse.parse(PDF, pages=1), "whole numbers"),  # type: ignore[arg-type]
        (lambda: planparse.parse(PDF, pages=[1.5]), "integer"),  # type: ignore[list-item]
        (lambda: planparse.parse(PDF, pages=[]), "names no page"),
        (lambda: planparse.parse(PDF, ocr="yes"), "auto, force, off"),  # type: ignore[arg-type]
        (lambda: planparse.parse(PDF, reader="acrobat"), "pdfium and pdfplumber"),  # type: ignore[arg-type]
    ],
)
def test_wrong_arguments_are_told_in_words(call: Callable[[], Plan], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        call()


def test_a_page_that_the_file_does_not_have() -> None:
    with pytest.raises(PageOutsideError, match="page 2: the file has pages 1 to 1"):
        planparse.parse(PDF, pages=[1, 2], file_name="plan.pdf")


def test_a_pdf_is_no_saved_plan_and_deep_json_neither() -> None:
    with pytest.raises(SavedPlanError, match="not JSON"):
        Plan.from_json("[" * 100_000)
