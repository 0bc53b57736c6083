"""Small archives for tests: PDFs that parse in a blink, and a conversion that runs in the test's own process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pdf_maker import Sheet, make_pdf
from planparse.archive.conversion import Conversion, Redo
from planparse.archive.inputs import find_inputs
from planparse.archive.outcomes import Result
from planparse.archive.pool import Answer
from planparse.archive.register import Register, read_register
from planparse.archive.work import run


def plan_pdf(title: str = "Verksamhetsplan 2024", *lines: str, damaged: bool = False) -> bytes:
    """A plan of one page with a title and some lines; with ``damaged``, a second page that can't be read."""
    sheet = Sheet()
    sheet.text(72, 80, title, size=20, bold=True)
    for index, line in enumerate(lines or ("Socialnämnden i Nora kommun", "Alla ska få svar inom två dagar.")):
        sheet.text(72, 120 + 20 * index, line)
    if not damaged:
        return make_pdf([sheet])
    whole = make_pdf([sheet, Sheet()])
    last = whole.rindex(b"/Type /Page ")
    return whole[:last] + b"/Type /Pagx " + whole[last + len(b"/Type /Page ") :]


def fill(folder: Path, **files: bytes | str) -> Path:
    """A folder with files NAME.pdf."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.pdf").write_bytes(data)
    return folder


class Inline:
    """An engine without processes; ``order`` -1 takes the tasks from the end, ``most`` stops after so many."""

    def __init__(self, order: int = 1, most: int | None = None) -> None:
        self.order, self.most = order, most
        self.done: list[dict[str, Any]] = []

    def run(self, tasks: Iterable[dict[str, Any]]) -> Iterator[Answer]:
        for task in list(tasks)[:: self.order]:
            if self.most is not None and len(self.done) == self.most:
                raise KeyboardInterrupt
            self.done.append(task)
            yield Answer(task, done=run(task, lambda pages: None), seconds=0.1, peak_memory=1000)

    def close(self) -> None:
        pass


def converted(
    source: Path,
    out: Path,
    *,
    engine: Inline | None = None,
    redo: Redo = "outdated",
    register: Path | None = None,
    reader: str = "pdfium",
) -> list[Result]:
    """The results of a conversion in this process, by path."""
    told: Register | None = read_register(register, [source]) if register else None
    conversion = Conversion(
        find_inputs(source), out, engine or Inline(), told, options={"reader": reader, "ocr": "auto"}, redo=redo
    )
    return sorted(conversion, key=lambda result: result.path)


def names(results: Iterable[Result], status: str) -> list[str]:
    """The file names of the results of a status."""
    return [Path(result.path).stem for result in results if result.status == status]
