"""The diagnostics that planparse gives: each code with its usual severity and what it means.

``python -m planparse.model.codes`` prints the table that stands in docs/diagnostics.md; a test holds the two together.
"""

from __future__ import annotations

from planparse.model.terms import Severity

CODES: dict[str, tuple[Severity, str]] = {
    "page_unreadable": ("error", "A page is damaged and could not be read; nothing of it is in the plan."),
    "page_limit": (
        "error",
        "A page has more objects or letters than planparse reads; it, or a part of it, is left out.",
    ),
    "page_no_text": ("error", "A page is a picture without a text layer and was not read; it needs OCR."),
    "text_suspect": (
        "error",
        "A page's text layer does not read as text (fonts without code tables, or a poor OCR); it needs OCR.",
    ),
    "ocr_page": ("info", "A page was read from its picture, by OCR; the message says why and by what."),
    "ocr_unsure": ("warning", "A page read by OCR has so many doubtful letters that its text is not to be relied on."),
    "ocr_doubtful": ("warning", "A value was read by OCR with little confidence: look at it."),
    "ocr_mismatch": (
        "warning",
        "Figures read by OCR do not add up; the message says which one is likely misread, where that can be told.",
    ),
    "word_outside_cells": ("warning", "Words stand in a table's region that no cell took."),
    "table_unclaimed": ("info", "A table of figures was taken for no kind of record; its cells are in ``tables``."),
    "row_unread": ("warning", "A row of a table that was understood gives no record."),
    "unit_missing": ("warning", "A money table prints no unit; its amounts have no value in kronor."),
    "unit_suspect": ("warning", "The same line is a thousand times larger in one table than in another."),
    "amount_unread": ("warning", "A cell of a money column holds figures that can't be read whole as an amount."),
    "value_unread": ("info", "A value of an indicator or volume holds figures that can't be read whole; see its note."),
    "total_mismatch": ("warning", "A printed total differs from the sum of its lines by more than rounding."),
    "difference_mismatch": ("warning", "A printed change differs from the difference of its columns beyond rounding."),
    "issuer_unknown": ("info", "The document does not say whose it is."),
    "register_differs": ("warning", "The archive's register says otherwise than the document; the document stands."),
    "unknown_field": ("info", "A saved plan has fields of a newer model version; they were kept aside."),
}


def as_markdown() -> str:
    """The table of codes as a Markdown page."""
    rows = [f"| `{code}` | {severity} | {meaning} |" for code, (severity, meaning) in sorted(CODES.items())]
    head = "# Diagnostics\n\nWhat `plan.diagnostics` may hold. Made by `python -m planparse.model.codes`.\n\n"
    return head + "| code | severity | meaning |\n|---|---|---|\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(as_markdown(), end="")
