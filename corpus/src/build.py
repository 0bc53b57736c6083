"""Build the corpus: every folder beside this file that holds a plan's source becomes ``corpus/<folder>.pdf``.

    python corpus/src/build.py                 all plans
    python corpus/src/build.py lindeby-vard-2021 …   the named ones

What a folder holds decides what makes its PDF:

========================  ==========================================================================
``plan.typ``              Typst (package ``typst``)
``plan.tex``              LuaLaTeX, run twice
``plan.html, page.css``   WeasyPrint (``tagged`` beside them: a tagged PDF)
``plan.html, print.css``  headless Chromium; ``plan.html`` links the style sheet itself
``plan.html, word.toml``  a .docx by python-docx (see ``word.py``), turned into PDF by LibreOffice Writer
``plan.html, flow.toml``  ReportLab's page templates (see ``flow.py``)
``plan.py``               a plan made from data: see ``data_plan.py``, which writes its gold as well
========================  ==========================================================================

Needed: ``pip install -e '.[corpus]'``, and from Debian ``libreoffice-writer-nogui chromium texlive-luatex
texlive-latex-recommended texlive-lang-european`` with the fonts ``fonts-liberation fonts-crosextra-carlito
fonts-crosextra-caladea fonts-open-sans fonts-lato fonts-ebgaramond fonts-roboto-unhinted fonts-linuxlibertine
fonts-sil-gentium-basic`` (free fonts all, embedded as subsets).

Dates inside the files are fixed by SOURCE_DATE_EPOCH where the producer heeds it. The built files are committed: nobody
has to build them to use them, and their gold's page numbers belong to these builds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent
EPOCH = "1577880000"  # 2020-01-01 12:00 UTC


def typst(folder: Path, out: Path) -> None:
    import typst as compiler

    compiler.compile(folder / "plan.typ", output=out, root=folder, timestamp=int(EPOCH))


def weasyprint(folder: Path, out: Path) -> None:
    from weasyprint import CSS, HTML

    options = {"pdf_tags": True} if (folder / "tagged").exists() else {}
    HTML(folder / "plan.html").write_pdf(out, stylesheets=[CSS(folder / "page.css")], **options)


def run(*command: str, folder: Path | None = None) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def chromium(folder: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as profile:
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={profile}")
        run("chromium", *flags, f"--print-to-pdf={out}", (folder / "plan.html").as_uri())


def latex(folder: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        flags = ("-interaction=nonstopmode", "-halt-on-error", f"-output-directory={work}")
        for _ in range(2):  # the second run has the page numbers of the contents
            run("lualatex", *flags, "plan.tex", folder=folder)
        out.write_bytes((Path(work) / "plan.pdf").read_bytes())


def libreoffice(folder: Path, out: Path) -> None:
    from word import write_docx

    with tempfile.TemporaryDirectory() as work:
        docx = Path(work) / f"{folder.name}.docx"
        options = write_docx(folder, docx)
        profile, target = f"-env:UserInstallation=file://{work}/profile", f"pdf:writer_pdf_Export:{options}"
        run("soffice", profile, "--headless", "--convert-to", target, "--outdir", work, str(docx))
        out.write_bytes(docx.with_suffix(".pdf").read_bytes())


def reportlab(folder: Path, out: Path) -> None:
    from flow import write_pdf

    write_pdf(folder, out)


def from_data(folder: Path, out: Path) -> None:
    from data_plan import make_pdf

    make_pdf(folder, out)


PRODUCERS: tuple[tuple[str, Callable[[Path, Path], None]], ...] = (
    ("plan.py", from_data),
    ("plan.typ", typst),
    ("plan.tex", latex),
    ("page.css", weasyprint),
    ("print.css", chromium),
    ("word.toml", libreoffice),
    ("flow.toml", reportlab),
)


def build(folder: Path) -> Path:
    """The folder's PDF, made by the first producer whose file the folder holds."""
    out = OUT / f"{folder.name}.pdf"
    for mark, produce in PRODUCERS:
        if (folder / mark).exists():
            produce(folder, out)
            return out
    raise SystemExit(f"{folder}: holds none of {', '.join(mark for mark, _ in PRODUCERS)}")


def main(names: list[str]) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    folders = [HERE / name for name in names] or sorted(f for f in HERE.iterdir() if list(f.glob("plan.*")))
    for folder in folders:
        print(build(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
