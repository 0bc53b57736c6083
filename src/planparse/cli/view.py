"""``planparse view``: a plan, or an archive, as pages for eyes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli.ocr_options import OcrEngine, OcrMode

if TYPE_CHECKING:
    from planparse.model import Plan


def view(
    source: Annotated[str, typer.Argument(help="A PDF, a saved plan (.json), or a folder that convert wrote.")],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="File, or folder for an archive; default: NAME.html here. - is stdout."),
    ] = None,
    page: Annotated[int | None, typer.Option(min=1, help="With --to png: this file page, its boxes drawn.")] = None,
    to: Annotated[
        Literal["html", "png"] | None, typer.Option(help="One page to click in, or one page's picture.")
    ] = None,
    pdf: Annotated[
        Path | None, typer.Option(help="The PDF of a saved plan, where it is not beside it under its own name.")
    ] = None,
    language: Annotated[Literal["sv", "en"], typer.Option(help="In which the page opens.")] = "sv",
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Archive: views of so many plans, the most doubtful; 0: of all.")
    ] = 100,
    password: Annotated[str | None, typer.Option(envvar="PLANPARSE_PASSWORD", help="For an encrypted file.")] = None,
    ocr: OcrMode = "auto",
    ocr_engine: OcrEngine = None,
) -> None:
    """Show what was read where it stands: pages with boxes, records, doubts; or review a whole archive."""
    if _is_archive(source):
        if to == "png" or page is not None:
            raise typer.BadParameter("an archive is shown as pages to click in: name a plan of it", param_hint="--to")
        _review(source, Path(output or "review"), limit, language)
        return
    plan, file = _plan_and_file(source, pdf, password, ocr, ocr_engine)
    if _is_picture(to, page, output):
        _write_picture(plan, file, page or 1, output, language, password)
    else:
        _write_page(plan, file, output, language, password)


def _is_archive(source: str) -> bool:
    from planparse.archive.folders import is_url

    return is_url(source) or Path(source).is_dir()


def _is_picture(to: str | None, page: int | None, output: str | None) -> bool:
    if to == "html" and page is not None:
        raise typer.BadParameter("a single page is shown as a picture: --to png", param_hint="--page")
    return to == "png" or (to is None and (page is not None or (output or "").lower().endswith(".png")))


def _plan_and_file(
    source: str, pdf: Path | None, password: str | None, ocr: OcrMode, ocr_engine: OcrEngine
) -> tuple[Plan, Path | None]:
    """The plan and the PDF with its pages, None where a saved plan's is not at hand."""
    from planparse.model import Plan
    from planparse.pipeline import parse

    path = Path(source)
    if path.suffix.lower() != ".json":
        return parse(path, password=password, ocr=ocr, ocr_engine=ocr_engine), path
    plan = Plan.load(path)
    beside = path.parent / plan.source.file_name
    if pdf is None and plan.source.file_name and beside.is_file():
        pdf = beside
    if pdf is None:
        _say(f"{source}: its PDF is not beside it; the pages are shown without pictures (--pdf says where it is)")
    return plan, pdf


def _write_page(
    plan: Plan, file: Path | None, output: str | None, language: Literal["sv", "en"], password: str | None
) -> None:
    from planparse.model.writing import write_whole
    from planparse.showing.view import plan_view

    page = plan_view(plan, file, language=language, password=password)
    if output == "-":
        sys.stdout.write(page)
        return
    target = Path(output) if output else Path(f"{_stem(plan)}.html")
    write_whole(target, page)
    _say(f"wrote {target}: {len(plan.diagnostics)} doubts, {len(page) / 1e6:.1f} MB")


def _write_picture(
    plan: Plan, file: Path | None, page: int, output: str | None, language: Literal["sv", "en"], password: str | None
) -> None:
    from io import BytesIO

    from planparse.model.writing import write_whole
    from planparse.showing.page import show

    out = BytesIO()
    show(plan, file, page=page, scale=2.0, language=language, password=password).save(out, "PNG")
    if output == "-":
        sys.stdout.buffer.write(out.getvalue())
        return
    target = Path(output) if output else Path(f"{_stem(plan)}-page-{page}.png")
    write_whole(target, out.getvalue())
    _say(f"wrote {target}")


def _stem(plan: Plan) -> str:
    return Path(plan.source.file_name).stem or "plan"


def _review(source: str, target: Path, limit: int, language: Literal["sv", "en"]) -> None:
    from planparse.archive.archive import Archive
    from planparse.showing.review import INDEX, write_review

    def told(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {total} views", end="" if done < total else "\n", file=sys.stderr, flush=True)

    made = write_review(Archive(source), target, limit=limit or None, language=language, told=told)
    bare = f", {made.without_pictures} without pictures (their PDFs are gone)" if made.without_pictures else ""
    rest = f"; views of the {made.views} most doubtful (--limit)" if made.views < made.plans else ""
    _say(f"wrote {target / INDEX}: {made.plans} plans, {made.failed} failed files{rest}{bare}")


def _say(text: str) -> None:
    typer.echo(f"planparse: {text}", err=True)
