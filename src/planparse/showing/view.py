"""A plan and its file → the view's page."""

from __future__ import annotations

from planparse.errors import CorruptPdfError, PageOutsideError
from planparse.model import Plan
from planparse.pdf.reader import PdfFile
from planparse.report.view import Around, Language, view_html
from planparse.report.view_pictures import data_uri, scale_for
from planparse.showing.opening import PdfSource, opened_for


def plan_view(
    plan: Plan,
    pdf: PdfSource | None,
    *,
    language: Language = "sv",
    password: str | None = None,
    around: Around | None = None,
) -> str:
    """The view of a plan as one HTML file; without a PDF the sheets are empty and have the boxes alone.

    Raises:
        OtherFileError: the PDF is not the one that the plan was read from.
    """
    if pdf is None:
        return view_html(plan, {}, language=language, around=around)
    with opened_for(plan, pdf, password) as file:
        return view_html(plan, _pictures(plan, file), language=language, around=around)


def _pictures(plan: Plan, file: PdfFile) -> dict[int, str]:
    """The pages' pictures, one rendered at a time; a page too damaged to be shown goes without."""
    out = {}
    for page in plan.source.pages:
        try:
            picture = file.page_picture(page.number, scale_for(page.width, page.height))
        except (CorruptPdfError, PageOutsideError):
            continue
        out[page.number] = data_uri(picture)
    return out
