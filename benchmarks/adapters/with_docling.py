"""docling with its layout and table models, where both the package and the models are on the machine.

The models are no part of the package, nor of ``docling-ibm-models``, which has their code alone: docling fetches them
from a model hub at the first run. They are looked for in ``DOCLING_ARTIFACTS_PATH`` and in docling's own cache; nothing
is fetched here. What it finds is taken from its documented JSON ("DoclingDocument")::

    {"tables": [{"prov": [{"page_no": 3}],
                 "data": {"table_cells": [{"text": "Utfall", "start_row_offset_idx": 0, "end_row_offset_idx": 1,
                                           "start_col_offset_idx": 1, "end_col_offset_idx": 3}]}}]}
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.adapters import FoundCell, FoundTable, Tool

_PLACES = (os.environ.get("DOCLING_ARTIFACTS_PATH"), Path.home() / ".cache" / "docling" / "models")
_NO_MODELS = "models are not on this machine (docling-tools models download, or DOCLING_ARTIFACTS_PATH)"


def models() -> Path | None:
    """The folder with the layout and the table model."""
    for place in _PLACES:
        folder = Path(place) if place else None
        if folder is not None and folder.is_dir() and any(folder.glob("*docling*")):
            return folder
    return None


def unavailable() -> str | None:
    if not find_spec("docling"):
        lacks = "docling is not installed (pip install 'planparse[bench-docling]')"
        return lacks if models() else f"{lacks}, and its {_NO_MODELS}"
    return None if models() else f"docling's {_NO_MODELS}"


def tables(path: Path) -> list[FoundTable]:
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.pipeline_options import PdfPipelineOptions
    from docling.document_converter import DocumentConverter, PdfFormatOption

    options = PdfPipelineOptions(do_ocr=False, artifacts_path=models())
    converter = DocumentConverter(format_options={InputFormat.PDF: PdfFormatOption(pipeline_options=options)})
    return tables_in(converter.convert(path).document.export_to_dict())


def tables_in(document: Mapping[str, Any]) -> list[FoundTable]:
    """The tables of a DoclingDocument, as its JSON has them."""
    out = []
    for table in document.get("tables", []):
        page = table["prov"][0]["page_no"] if table.get("prov") else 0
        cells = [
            FoundCell(
                page,
                cell["start_row_offset_idx"],
                cell["start_col_offset_idx"],
                cell["text"],
                cell["end_row_offset_idx"] - cell["start_row_offset_idx"],
                cell["end_col_offset_idx"] - cell["start_col_offset_idx"],
            )
            for cell in table["data"]["table_cells"]
        ]
        out.append(FoundTable(tuple(cells)))
    return out


TOOLS: dict[str, Tool] = {"docling": tables}
