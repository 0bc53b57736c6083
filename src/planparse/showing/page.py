"""One page of a plan as a picture with its boxes; ``Plan.show`` is this."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planparse.errors import MissingFileError
from planparse.model import Plan
from planparse.report.view import Language
from planparse.report.view_drawing import drawn_page
from planparse.showing.opening import PdfSource, opened_for

if TYPE_CHECKING:
    from PIL.Image import Image


def show(
    plan: Plan,
    pdf: PdfSource | None = None,
    *,
    page: int = 1,
    scale: float = 1.5,
    kinds: Iterable[str] | None = None,
    language: Language = "sv",
    password: str | None = None,
) -> Image:
    """A page of a plan with what was read drawn on it, as a picture (PIL) that a notebook shows by itself.

    Args:
        plan: what was read.
        pdf: the file that it was read from; for a plan that ``parse`` read from a path in this session, that path.
        page: the file page, from 1.
        scale: pixels to the point.
        kinds: names of the plan's fields ("goals", "budgets"); all but sections where None.
        language: of the legend.
        password: for an encrypted file.

    Raises:
        MissingFileError: no file is given, and the plan knows of none.
        OtherFileError: the file is not the plan's.
        PageOutsideError: the file has no such page.
    """
    if scale <= 0:
        raise ValueError(f"scale is pixels to the point, and more than 0, not {scale}")
    source = pdf if pdf is not None else plan.opened_from
    if source is None:
        message = 'no PDF to show: say where it is, as in plan.show(page=7, pdf="plan.pdf")'
        raise MissingFileError(message, file=plan.source.file_name or None)
    with opened_for(plan, source, password) as file:
        picture = file.page_picture(page, scale)
    return drawn_page(picture, plan, page, kinds=kinds, language=language)
