"""Blocks of a ledger as Typst markup, and the pages on which Typst sets its headings.

Every text is a string literal of the markup, so that no sign of it is taken for markup.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ledger import Cell, Grid, Ledger

PAGES = """
#context [#metadata(query(heading).map(it => (str(it.at("label", default: <none>)), it.location().page()))) <pages>]
"""


def lit(text: str) -> str:
    """A text as Typst's string literal.

    >>> print(lit('"10 %" #1'))
    #"\\"10 %\\" #1"
    """
    return "#" + json.dumps(text, ensure_ascii=False)


def markup(ledger: Ledger) -> str:
    return "\n\n".join(_block(block) for block in ledger.blocks)


def _block(block: tuple[Any, ...]) -> str:
    kind, *parts = block
    if kind == "heading":
        level, number, title, name = parts
        text = f"{number}\u2002{title}" if number else title
        return f"#heading(level: {level})[{lit(text)}] <{name}>"
    if kind == "p":
        text, look = parts
        return f"#{look}[{lit(text)}]" if look else lit(text) + "\n"
    if kind == "ul":
        return "#list(" + ", ".join(f"[{lit(item)}]" for item in parts[0]) + ")"
    if kind == "table":
        return _table(parts[0])
    if kind == "raw":
        return str(parts[0])
    raise ValueError(f"no block {kind!r}")


def _table(grid: Grid) -> str:
    widths = ", ".join("1fr" if width == 0 else f"{width}mm" for width in grid.widths)
    head = ", ".join(_cell(cell) for row in grid.head for cell in row)
    rows = "".join("  " + ", ".join(_cell(cell) for cell in row) + ",\n" for row in grid.rows)
    caption = f"#caption[{lit(grid.caption)}]\n" if grid.caption else ""
    return f"{caption}#{grid.look}(columns: ({widths},), heads: {len(grid.head)},\n  table.header({head}),\n{rows})"


def _cell(cell: Cell) -> str:
    body = lit(cell.text)
    if cell.raised:
        body += f"#super[{lit(cell.raised)}]"
    if "b" in cell.look:
        body = f"#strong[{body}]"
    if "s" in cell.look:
        body = f"#emph[{body}]"
    align = "right" if "n" in cell.look else "center" if "c" in cell.look else "left"
    spans = (f", colspan: {cell.over}" if cell.over > 1 else "") + (f", rowspan: {cell.down}" if cell.down > 1 else "")
    fill = ", fill: groupfill" if "g" in cell.look else ""
    if "g" in cell.look:
        body = f"#strong[{body}]"
    return f"table.cell(align: {align}{spans}{fill})[{body}]"


def set_pages(source: Path, out: Path, stamp: int) -> dict[str, int]:
    """The PDF of the Typst file; the page of each labelled heading."""
    import typst

    typst.compile(source, output=out, root=source.parent, timestamp=stamp, pdf_tags=False)
    found = json.loads(typst.query(source, "<pages>", field="value", one=True, root=source.parent))
    return {name.strip("<>"): page for name, page in found}
