"""Blocks of a ledger as HTML, and the PDF that WeasyPrint or Chromium makes of it with the folder's ``page.css``.

A heading's page is where WeasyPrint sets its anchor, or what the bookmarks of a second print by Chromium say; the plan
itself has none of them. WeasyPrint's file has no tags.
"""

from __future__ import annotations

import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from ledger import Cell, Grid, Ledger

LOOKS = {"n": "num", "b": "bold", "g": "group", "s": "small", "c": "mid", "v": "turned"}


def markup(ledger: Ledger, title: str, style: str = "") -> str:
    """The whole document as HTML."""
    body = "\n".join(_block(block) for block in ledger.blocks)
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"{style}</head>"
        f"<body>{body}</body></html>"
    )


def _block(block: tuple[Any, ...]) -> str:
    kind, *parts = block
    if kind == "heading":
        level, number, title, name = parts
        text = f"{number} {title}" if number else title
        return f'<h{level} id="{name}">{escape(text)}</h{level}>'
    if kind == "p":
        text, look = parts
        return f'<p class="{look}">{escape(text)}</p>' if look else f"<p>{escape(text)}</p>"
    if kind == "ul":
        return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in parts[0]) + "</ul>"
    if kind == "table":
        return table(parts[0])
    if kind == "raw":
        return str(parts[0])
    raise ValueError(f"no block {kind!r}")


def table(grid: Grid) -> str:
    """A table; a width of 0 takes what is left."""
    widths = "".join(f'<col style="width:{width}mm">' if width else "<col>" for width in grid.widths)
    head = "".join(f"<tr>{''.join(_cell(cell, 'th') for cell in row)}</tr>" for row in grid.head)
    rows = "".join(f"<tr>{''.join(_cell(cell, 'td') for cell in row)}</tr>" for row in grid.rows)
    caption = f'<p class="caption">{escape(grid.caption)}</p>' if grid.caption else ""
    body = f"<colgroup>{widths}</colgroup><thead>{head}</thead><tbody>{rows}</tbody>"
    return f'{caption}<table class="{grid.look}">{body}</table>'


def _cell(cell: Cell, tag: str) -> str:
    looks = " ".join(LOOKS[letter] for letter in cell.look if letter in LOOKS)
    spans = (f' colspan="{cell.over}"' if cell.over > 1 else "") + (f' rowspan="{cell.down}"' if cell.down > 1 else "")
    body = cell.text if "m" in cell.look else escape(cell.text)
    if "v" in cell.look:
        body = f"<div>{body}</div>"
    if cell.raised:
        body += f"<sup>{escape(cell.raised)}</sup>"
    return f'<{tag} class="{looks}"{spans}>{body}</{tag}>'


def set_pages(module: Any, ledger: Ledger, out: Path) -> dict[str, int]:
    """The PDF; the page of each heading."""
    if module.PRODUCER == "chromium":
        return _printed(module, ledger, out)
    from weasyprint import CSS, HTML

    source = HTML(string=markup(ledger, module.PLAN["title"]), base_url=str(module.HERE))
    document = source.render(stylesheets=[CSS(module.HERE / "page.css")])
    document.write_pdf(out)
    return {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors}


def _printed(module: Any, ledger: Ledger, out: Path) -> dict[str, int]:
    import pypdfium2

    names = [block[4] for block in ledger.blocks if block[0] == "heading"]
    with tempfile.TemporaryDirectory() as work:
        source, marked = Path(work) / "plan.html", Path(work) / "marked.pdf"
        style = f"<style>{(module.HERE / 'page.css').read_text(encoding='utf-8')}</style>"
        source.write_text(markup(ledger, module.PLAN["title"], style), encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={work}/user",
        ]
        for target, more in ((out, []), (marked, ["--generate-pdf-document-outline"])):
            command = ["chromium", *flags, *more, f"--print-to-pdf={target}", source.as_uri()]
            subprocess.run(command, check=True, capture_output=True)
        with pypdfium2.PdfDocument(marked) as document:
            pages = [mark.get_dest().get_index() + 1 for mark in document.get_toc()]
    return dict(zip(names, pages, strict=True))
