"""A plan's HTML becomes a PDF by ReportLab's flowables. In: a folder with ``plan.html`` and ``flow.toml``.

The HTML subset is that of ``word.py`` (``h1``-``h4``, ``p``, ``ul``/``ol``, ``table``, ``hr`` for a page break,
``img``, ``section``); here a section may be ``class="single|columns|landscape"``, and ``data-label`` restarts the page
numbers with the given one (``restarts = true`` under ``[page]``). The file has no tags, and bookmarks only where
``flow.toml`` asks for them::

    [style.h1] font = "LiberationSans-Bold", size = 15, upper = true      headings in capitals
    [table.plain] rules = "rows" | "all" | "shade" | "none", head_fill = "#dde6ee"
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import lxml.html
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    ListFlowable,
    ListItem,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus import paragraph as typesetting

Look = dict[str, Any]
_SPLIT = typesetting.split


def _words(text: str, delim: str | None = None) -> list[str]:
    """ReportLab breaks lines at narrow no-break spaces and prints them as plain ones; here they stay."""
    if delim is None and "\u202f" in text:
        return [word for word in re.split(r"[^\S\u00a0\u202f]+", text) if word]
    return list(_SPLIT(text, delim))


typesetting.split = _words
TEXT_STYLE = {
    "font": "fontName",
    "size": "fontSize",
    "lead": "leading",
    "before": "spaceBefore",
    "after": "spaceAfter",
} | {
    "indent": "leftIndent",
    "first": "firstLineIndent",
    "align": "alignment",
    "keep": "keepWithNext",
    "tracking": "charSpace",
}
ALIGN = {"left": 0, "center": 1, "right": 2, "justify": 4}


def write_pdf(folder: Path, out: Path) -> None:
    rl_config.invariant = 1  # same bytes from the same source
    settings = tomllib.loads((folder / "flow.toml").read_text())
    for name, path in settings["fonts"].items():
        pdfmetrics.registerFont(TTFont(name, path))
    rl_config.canvas_basefontname = next(iter(settings["fonts"]))  # else every file names Helvetica, unembedded
    for family, faces in settings.get("families", {}).items():
        pdfmetrics.registerFontFamily(family, **faces)
    tree = lxml.html.fromstring((folder / "plan.html").read_text())
    flow = _Flow(folder, settings)
    document = _Document(str(out), settings)
    document.build([*flow.blocks(tree.find("body"))])


class _Document(BaseDocTemplate):
    def __init__(self, out: str, settings: Look) -> None:
        page = settings["page"]
        super().__init__(out, pagesize=A4, title=settings.get("title"), author=settings.get("author"))
        self.settings, self.label_shift = settings, 0
        top, right, bottom, left = (side * mm for side in page["margins"])
        gap = page.get("gap", 8) * mm
        templates = []
        for kind in ("first", "single", "columns", "landscape"):
            width, height = landscape(A4) if kind == "landscape" else A4
            space, tall = width - left - right, height - top - bottom
            if kind == "columns":
                half = (space - gap) / 2
                frames = [_frame(left, bottom, half, tall), _frame(left + half + gap, bottom, half, tall)]
            else:
                frames = [_frame(left, bottom, space, tall)]
            when = "onPageEnd" if page.get("restarts") else "onPage"  # the number is known once the page is set
            templates.append(PageTemplate(kind, frames, pagesize=(width, height), **{when: self.running}))
        self.addPageTemplates(templates)

    def running(self, canvas: Any, document: Any) -> None:
        if canvas.getPageNumber() == 1 and self.settings["page"].get("bare_first", True):
            return
        width, height = canvas._pagesize
        number = canvas.getPageNumber() - self.label_shift
        for line in self.settings.get("running", []):
            canvas.setFont(line["font"], line["size"])
            canvas.setFillColor(HexColor(line.get("color", "#000000")))
            odd = canvas.getPageNumber() % 2 == 1
            x, y = line["x"] * mm * (width / A4[0]), height - line["y"] * mm * (height / A4[1])
            x = x if not line.get("mirror") or odd else width - x
            draw = {"left": canvas.drawString, "right": canvas.drawRightString, "center": canvas.drawCentredString}
            align = (
                {"left": "right", "right": "left"}.get(line["align"])
                if line.get("mirror") and not odd
                else line["align"]
            )
            draw[align or "center"](x, y, line["text"].replace("{page}", str(number)))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        level = getattr(flowable, "outline_level", None)
        if level is not None and self.settings["page"].get("bookmarks"):
            key = f"h{id(flowable)}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level, closed=False)


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


class _Restart(Flowable):
    """Page numbers start again with ``label`` on the page where this stands."""

    def __init__(self, document_label: int) -> None:
        super().__init__()
        self.label = document_label
        self.width = self.height = 0

    def draw(self) -> None:
        template = self.canv._doctemplate
        template.label_shift = self.canv.getPageNumber() - self.label


class _Flow:
    def __init__(self, folder: Path, settings: Look) -> None:
        self.folder, self.settings, self.styles = folder, settings, settings["style"]

    def blocks(self, parent: Any) -> list[Flowable]:
        out: list[Flowable] = []
        for node in parent:
            if not isinstance(node.tag, str):
                continue
            if node.tag == "hr":
                out.append(PageBreak())
            elif node.tag in ("ul", "ol"):
                out.append(self.items(node))
            elif node.tag == "table":
                out += self.table(node)
            elif node.tag == "section":
                out += [NextPageTemplate(node.get("class", "single")), PageBreak()]
                if node.get("data-label"):
                    out.append(_Restart(int(node.get("data-label"))))
                out += self.blocks(node)
            elif node.tag == "img":
                width = float(node.get("width")) * mm
                out.append(Image(str(self.folder / node.get("src")), width, float(node.get("height")) * mm))
            else:
                out.append(self.paragraph(node))
        return out

    def paragraph(self, node: Any) -> Paragraph:
        names = [node.tag] if node.tag in self.styles else []
        look = self.look(*names, *(node.get("class") or "").split())
        text = _markup(node)
        paragraph = Paragraph(text.upper() if look.get("upper") else text, _style(look))
        if node.tag in ("h1", "h2", "h3", "h4"):
            paragraph.outline_level = int(node.tag[1]) - 1
        return paragraph

    def look(self, *names: str) -> Look:
        merged = dict(self.styles["p"])
        for name in names:
            merged |= self.styles.get(name, {})
        return merged

    def items(self, node: Any) -> ListFlowable:
        look = self.look("li", *(node.get("class") or "").split())
        style = _style(look)
        items = [ListItem(Paragraph(_markup(item), style)) for item in node.findall("li")]
        marks = (
            {"bulletType": "1", "bulletFormat": "%s."}
            if node.tag == "ol"
            else {"bulletType": "bullet", "start": node.get("data-mark", "•")}
        )
        return ListFlowable(
            items,
            bulletFontName=look["font"],
            bulletFontSize=look["size"],
            leftIndent=14,
            bulletDedent=12,
            spaceAfter=6,
            **marks,
        )

    def table(self, node: Any) -> list[Flowable]:
        look: Look = self.settings["table"][node.get("class", "plain")]
        widths = [float(w) * mm for w in node.get("data-widths").split()]
        rows = [row for part in ("thead", "tbody") for group in node.findall(part) for row in group.findall("tr")]
        heads = len(node.findall("thead/tr"))
        cells: list[list[Any]] = [["" for _ in widths] for _ in rows]
        commands: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
        commands += [(f"{side}PADDING", (0, 0), (-1, -1), look.get("pad", 3)) for side in ("TOP", "BOTTOM")]
        commands += _rules(look, heads, len(rows))
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            names = [*(["th"] if r < heads else []), *(row.get("class") or "").split()]
            fill = self.look(*names).get("fill")
            if fill:
                commands.append(("BACKGROUND", (0, r), (-1, r), HexColor(fill)))
            c = 0
            for cell in row:
                while (r, c) in taken:
                    c += 1
                down, over = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
                taken |= {(r + i, c + j) for i in range(down) for j in range(over)}
                if down * over > 1:
                    commands.append(("SPAN", (c, r), (c + over - 1, r + down - 1)))
                cells[r][c] = self.cell(cell, look, names)
                c += over
        table = Table(cells, widths, repeatRows=heads, hAlign="LEFT", splitInRow=int(look.get("split", False)))
        table.setStyle(TableStyle(commands))
        return [Spacer(1, look.get("before", 2)), table, Spacer(1, look.get("after", 8))]

    def cell(self, cell: Any, look: Look, names: list[str]) -> Any:
        text = look | {"before": 0, "after": 0}
        style = _style(self.look("td") | {k: v for k, v in text.items() if k in TEXT_STYLE} | self.own(names, cell))
        parts = cell.findall("p")
        return [Paragraph(_markup(part), style) for part in parts] if parts else Paragraph(_markup(cell), style)

    def own(self, names: list[str], cell: Any) -> Look:
        merged: Look = {}
        for name in [*names, *(cell.get("class") or "").split()]:
            merged |= self.styles.get(name, {})
        return merged


def _style(look: Look) -> ParagraphStyle:
    given = {TEXT_STYLE[k]: v for k, v in look.items() if k in TEXT_STYLE}
    given["alignment"] = ALIGN[look.get("align", "left")]
    given.setdefault("leading", look["size"] * 1.25)
    if "color" in look:
        given["textColor"] = HexColor(look["color"])
    if look.get("hyphens"):
        given |= {"hyphenationLang": "sv_SE", "embeddedHyphenation": 1}
    return ParagraphStyle("p", splitLongWords=0, **given)


def _markup(node: Any) -> str:
    """The node's content as ReportLab's own small markup."""
    parts = [_escaped(node.text)]
    for child in node:
        tag = {"b": "b", "i": "i", "sup": "super", "br": None}.get(child.tag, "")
        parts.append("<br/>" if tag is None else f"<{tag}>{_markup(child)}</{tag}>" if tag else _markup(child))
        parts.append(_escaped(child.tail))
    return "".join(parts).strip(" \n")


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")


def _rules(look: Look, heads: int, rows: int) -> list[Any]:
    color, thin = HexColor(look.get("color", "#808080")), look.get("weight", 0.5)
    out: list[Any] = []
    if "head_fill" in look and heads:
        out.append(("BACKGROUND", (0, 0), (-1, heads - 1), HexColor(look["head_fill"])))
    if look["rules"] == "all":
        out.append(("GRID", (0, 0), (-1, -1), thin, color))
    if look["rules"] == "rows":
        out.append(("LINEBELOW", (0, 0), (-1, -1), thin, color))
    if look["rules"] == "shade":
        out += [("BACKGROUND", (0, r), (-1, r), HexColor(look["shade"])) for r in range(heads, rows) if (r - heads) % 2]
    return out
