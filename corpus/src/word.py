"""A plan's HTML becomes a .docx, which LibreOffice turns into PDF. In: a folder with ``plan.html`` and ``word.toml``.

The HTML is a small subset: ``h1``-``h4``, ``p``, ``ul``/``ol``, ``table`` (rowspan, colspan, ``thead`` repeated on
every page), ``section class="landscape|columns|portrait"`` (a new Word section), ``hr`` (page break), ``img``; ``b``,
``i``, ``sup``, ``br`` and ``img`` inside text. A ``class`` on a paragraph, cell or table names a style of
``word.toml``::

    <p class="cover">Lindeby kommun</p>        [style.cover] size = 26
    <table class="grid" data-widths="40 60">   [table.grid] rules = "all", head_fill = "DDE6EE"
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import docx
import lxml.html
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

ALIGN = {"left": 0, "center": 1, "right": 2, "justify": 3}
Style = dict[str, Any]


def write_docx(folder: Path, out: Path) -> str:
    """Write the .docx; gives LibreOffice's PDF options as JSON."""
    settings = tomllib.loads((folder / "word.toml").read_text())
    tree = lxml.html.fromstring((folder / "plan.html").read_text())
    writer = _Writer(folder, settings)
    writer.blocks(tree.find("body"))
    writer.document.core_properties.title = settings.get("title", "")
    for name in ("created", "modified"):
        setattr(writer.document.core_properties, name, datetime.datetime(2020, 1, 1))
    writer.document.core_properties.author = settings.get("author", "")
    writer.document.save(str(out))
    return json.dumps({k: {"type": "boolean", "value": str(v).lower()} for k, v in settings.get("pdf", {}).items()})


class _Writer:
    def __init__(self, folder: Path, settings: Style) -> None:
        self.folder, self.settings = folder, settings
        self.document = docx.Document()
        self.styles: Style = settings["style"]
        normal = self.document.styles["Normal"]
        normal.font.name = self.styles["p"]["font"]
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), self.styles["p"]["font"])
        for level in range(1, 5):
            if f"h{level}" in self.styles:
                self.heading_style(level)
        self.page(self.document.sections[0], "portrait")
        self.running(self.document.sections[0])

    def heading_style(self, level: int) -> None:
        style, wanted = self.document.styles[f"Heading {level}"], self.styles[f"h{level}"]
        fonts = style.element.rPr.rFonts
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        style.font.name = wanted.get("font", self.styles["p"]["font"])
        style.font.size, style.font.bold = Pt(wanted["size"]), wanted.get("bold", True)
        style.font.italic = wanted.get("italic", False)
        style.font.color.rgb = RGBColor.from_string(wanted.get("color", "000000"))
        style.paragraph_format.space_before = Pt(wanted.get("before", 12))
        style.paragraph_format.space_after = Pt(wanted.get("after", 4))

    def page(self, section: Any, kind: str) -> None:
        top, right, bottom, left = self.settings["page"]["margins"]
        wide = kind == "landscape"
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        columns = section._sectPr.xpath("./w:cols")[0]
        columns.set(qn("w:num"), "2" if kind == "columns" else "1")
        columns.set(qn("w:space"), "480")

    def running(self, section: Any) -> None:
        page = self.settings["page"]
        section.different_first_page_header_footer = page.get("bare_first", True)
        for part, place in (("head", section.header), ("foot", section.footer)):
            if part in page:
                paragraph = place.paragraphs[0]
                self.shape(paragraph, self.styles[part])
                before, field, after = page[part].partition("{page}")
                self.run(paragraph, before, self.styles[part])
                if field:
                    self.field(paragraph, "PAGE", self.styles[part])
                self.run(paragraph, after, self.styles[part])

    def field(self, paragraph: Any, code: str, style: Style) -> None:
        for kind in ("begin", None, "end"):
            run = self.run(paragraph, "", style)
            if kind is None:
                text = OxmlElement("w:instrText")
                text.text = code
                run._r.append(text)
            else:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)

    def blocks(self, parent: Any) -> None:
        for node in parent:
            if not isinstance(node.tag, str):
                continue
            if node.tag in ("h1", "h2", "h3", "h4"):
                self.inline(self.document.add_paragraph(style=f"Heading {node.tag[1]}"), node, {})
            elif node.tag in ("ul", "ol"):
                self.items(node)
            elif node.tag == "table":
                self.table(node)
            elif node.tag == "section":
                self.section(node)
            elif node.tag == "hr":
                self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            elif node.tag == "img":
                self.document.add_picture(str(self.folder / node.get("src")), width=Mm(float(node.get("width"))))
            else:
                style = self.style(node)
                paragraph = self.document.add_paragraph()
                self.shape(paragraph, style)
                self.inline(paragraph, node, style)

    def section(self, node: Any) -> None:
        kind = node.get("class", "portrait")
        start = WD_SECTION.CONTINUOUS if kind == "columns" or node.get("data-start") == "same" else WD_SECTION.NEW_PAGE
        section = self.document.add_section(start)
        self.page(section, kind)
        section.different_first_page_header_footer = False
        if node.get("data-pages-from"):
            number = OxmlElement("w:pgNumType")
            number.set(qn("w:start"), node.get("data-pages-from"))
            section._sectPr.append(number)
        self.blocks(node)

    def style(self, node: Any) -> Style:
        merged = dict(self.styles["p"])
        for name in (node.get("class") or "").split():
            merged |= self.styles.get(name, {})
        return merged

    def shape(self, paragraph: Any, style: Style) -> None:
        form = paragraph.paragraph_format
        form.space_before, form.space_after = Pt(style.get("before", 0)), Pt(style.get("after", 6))
        form.line_spacing = style.get("line", 1.1)
        form.left_indent, form.first_line_indent = Mm(style.get("indent", 0)), Mm(style.get("first", 0))
        form.keep_with_next = style.get("keep", False)
        paragraph.alignment = list(WD_ALIGN_PARAGRAPH)[ALIGN[style.get("align", "left")]]
        if "lead" in style:
            form.tab_stops.add_tab_stop(Mm(style["lead"]))
        if "tab" in style:
            form.tab_stops.add_tab_stop(
                Mm(style["tab"]),
                WD_TAB_ALIGNMENT.RIGHT,
                WD_TAB_LEADER.DOTS if style.get("dots") else WD_TAB_LEADER.SPACES,
            )
        if "fill" in style:
            paragraph._p.get_or_add_pPr().append(_shading(style["fill"]))

    def run(self, paragraph: Any, text: str, style: Style) -> Any:
        run = paragraph.add_run(text)
        if "size" in style:
            run.font.size = Pt(style["size"])
        if "font" in style:
            run.font.name = style["font"]
        for flag in ("bold", "italic"):
            if flag in style:
                setattr(run.font, flag, style[flag])
        run.font.small_caps, run.font.superscript = style.get("small_caps"), style.get("sup")
        if "color" in style:
            run.font.color.rgb = RGBColor.from_string(style["color"])
        if "spacing" in style:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), str(int(style["spacing"] * 20)))
            run._r.get_or_add_rPr().append(spacing)
        return run

    def inline(self, paragraph: Any, node: Any, style: Style) -> None:
        self.text(paragraph, node.text, style)
        for child in node:
            if child.tag == "br":
                paragraph.add_run().add_break()
            elif child.tag == "img":
                source, width = self.folder / child.get("src"), Mm(float(child.get("width")))
                paragraph.add_run().add_picture(str(source), width=width)
            elif isinstance(child.tag, str):
                inner = dict(style)
                if child.tag in ("b", "i", "sup"):
                    inner[{"b": "bold", "i": "italic", "sup": "sup"}[child.tag]] = True
                for name in (child.get("class") or "").split():
                    inner |= self.styles[name]
                self.inline(paragraph, child, inner)
            self.text(paragraph, child.tail, style)

    def text(self, paragraph: Any, text: str | None, style: Style) -> None:
        if text:
            words = re.sub("[ \n]+", " ", text)
            self.run(paragraph, words if paragraph.runs else words.lstrip(" "), style)

    def items(self, node: Any, depth: int = 0) -> None:
        style = self.style(node) | {"indent": 6.5 * (depth + 1), "first": -6.5, "after": 3}
        for number, item in enumerate(node.findall("li"), int(node.get("start", 1))):
            paragraph = self.document.add_paragraph()
            self.shape(paragraph, style)
            mark = f"{number}." if node.tag == "ol" else node.get("data-mark", "•")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(style["indent"]))
            self.run(paragraph, f"{mark}\t", style)
            nested = [child for child in item if child.tag in ("ul", "ol")]
            for child in nested:
                item.remove(child)
            self.inline(paragraph, item, style)
            for child in nested:
                self.items(child, depth + 1)

    def table(self, node: Any) -> None:
        look: Style = self.settings["table"][node.get("class", "grid")]
        rows = [row for part in ("thead", "tbody") for group in node.findall(part) for row in group.findall("tr")]
        heads = len(node.findall("thead/tr"))
        widths = [float(w) for w in node.get("data-widths").split()]
        table = self.document.add_table(rows=len(rows), cols=len(widths))
        table.autofit = False
        table._tbl.tblPr.append(_borders(look.get("rules", "all"), look.get("color", "808080"), look.get("weight", 4)))
        table._tbl.tblPr.append(_padding(look.get("pad", 0)))
        _layout(table, widths)
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            self.row(table.rows[r], repeated=r < heads, split=look.get("split", True))
            place = 0
            for cell in row:
                while (r, place) in taken:
                    place += 1
                down, over = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
                taken |= {(r + i, place + j) for i in range(down) for j in range(over)}
                target = table.cell(r, place)
                if down > 1 or over > 1:
                    target = target.merge(table.cell(r + down - 1, place + over - 1))
                self.cell(target, cell, self.cell_style(look, row, cell, head=r < heads))
                place += over
        self.shape(self.document.add_paragraph(), {"after": look.get("gap", 4), "line": 0.7})

    def cell_style(self, look: Style, row: Any, cell: Any, head: bool) -> Style:
        style = dict(self.styles["p"]) | {"after": 0, "line": 1.0} | {k: look[k] for k in ("size", "font") if k in look}
        if head:
            style |= {"bold": True} | {k: look[f"head_{k}"] for k in ("fill", "color") if f"head_{k}" in look}
        for name in f"{row.get('class') or ''} {cell.get('class') or ''}".split():
            style |= self.styles.get(name, {})
        return style

    def row(self, row: Any, repeated: bool, split: bool) -> None:
        properties = row._tr.get_or_add_trPr()
        for wanted, name in ((repeated, "w:tblHeader"), (not split, "w:cantSplit")):
            if wanted:
                properties.append(OxmlElement(name))

    def cell(self, target: Any, node: Any, style: Style) -> None:
        target._tc.get_or_add_tcPr()
        if "fill" in style:
            target._tc.tcPr.append(_shading(style.pop("fill")))
        if style.get("rotate"):
            direction = OxmlElement("w:textDirection")
            direction.set(qn("w:val"), "btLr")
            target._tc.tcPr.append(direction)
        parts = [child for child in node if child.tag in ("p", "ul")]
        paragraph = target.paragraphs[0]
        if not parts:
            self.shape(paragraph, style)
            self.inline(paragraph, node, style)
        for index, part in enumerate(parts):
            lines = part.findall("li") if part.tag == "ul" else [part]
            for number, line in enumerate(lines):
                paragraph = target.paragraphs[0] if index == number == 0 else target.add_paragraph()
                bullet = {"indent": 3.5, "first": -3.5} if part.tag == "ul" else {}
                self.shape(paragraph, style | bullet)
                if bullet:
                    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(3.5))
                    self.run(paragraph, "•\t", style)
                self.inline(paragraph, line, style)


def _shading(fill: str) -> Any:
    element = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        element.set(qn(f"w:{key}"), value)
    return element


def _borders(rules: str, color: str, weight: int) -> Any:
    """``rules``: all, rows (horizontal lines only), none."""
    element = OxmlElement("w:tblBorders")
    drawn = {"all": "top left bottom right insideH insideV", "rows": "top bottom insideH", "none": ""}[rules].split()
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (
            ("val", "single" if side in drawn else "nil"),
            ("sz", str(weight)),
            ("space", "0"),
            ("color", color),
        ):
            line.set(qn(f"w:{key}"), value)
        element.append(line)
    return element


def _padding(millimetres: float) -> Any:
    """Space above and below the text of every cell."""
    element = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(int(millimetres * 56.7)))
        margin.set(qn("w:type"), "dxa")
        element.append(margin)
    return element


def _layout(table: Any, widths: list[float]) -> None:
    layout = OxmlElement("w:tblLayout")
    layout.set(qn("w:type"), "fixed")
    table._tbl.tblPr.append(layout)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
