"""The file that a plan was read from, opened again for its pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from planparse.errors import OtherFileError
from planparse.model import Plan
from planparse.pdf.reader import PdfFile, open_pdf

PdfSource = str | os.PathLike[str] | bytes | BinaryIO


@contextmanager
def opened_for(plan: Plan, pdf: PdfSource, password: str | None = None) -> Iterator[PdfFile]:
    """The file, once it is known to be the plan's: boxes drawn on another would say what is not so.

    Raises:
        OtherFileError: the plan was read from a file with other bytes.
        PlanparseError: the file can't be opened.
    """
    with open_pdf(pdf, password=password) as file:
        facts = file.facts
        if plan.source.sha256 and facts.sha256 != plan.source.sha256:
            raise OtherFileError(
                f"is not the file that the plan was read from ({plan.source.file_name})", file=facts.file_name
            )
        yield file
