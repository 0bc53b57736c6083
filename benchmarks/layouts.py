"""Row recall on tables of our own making, in every design that plans are seen in: lines, some lines, fills, nothing.

    python -m benchmarks.layouts [--documents N] [--seed N] [--layout] [--missed] [--json FILE]

Each document is three tables with prose between, written in Typst (package ``typst``) with a font, size and design
drawn from ``--seed``: the same seed gives the same documents. A row counts as found when a row of one found table has
its texts, all of them and in order, each alone in a cell. ``Plan.tables`` is scored; ``--layout`` scores the grids of
the layout stage, before tables are stitched over pages. Numbers are invented and mean nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import planparse
from benchmarks.machine import described, results_file
from planparse.layout.blocks import Grid
from planparse.layout.pages import lay_out
from planparse.pdf.reader import open_pdf

FONTS = ("Liberation Sans", "Liberation Serif", "Carlito", "Open Sans", "DejaVu Sans")
LABELS = (
    "Nämnd och ledning", "Gemensam administration", "Förskola och pedagogisk omsorg", "Grundskola", "Fritidshem",
    "Gymnasieskola", "Individ- och familjeomsorg", "Hemtjänst i ordinärt boende", "Särskilt boende för äldre", "LSS",
    "Daglig verksamhet", "Bibliotek", "Kulturskola", "Idrott och friluftsliv", "Gator, vägar och parker",
    "Räddningstjänst", "Miljö- och hälsoskydd", "Kostnader för lokaler, skötsel och energi i alla hus",
    "Personlig assistans enligt socialförsäkringsbalken", "Ekonomiskt bistånd", "Övriga intäkter", "Avskrivningar",
)  # fmt: skip
GROUPS = ("Intäkter", "Kostnader", "Utbildning", "Vård och omsorg", "Samhällsbyggnad")
GOALS = (
    "Andelen nöjda brukare ska öka i alla verksamheter", "Medarbetarna ska ha en god arbetsmiljö",
    "Handläggningstiden ska minska", "Fler ska ta del av kulturutbudet", "Den ekologiska maten ska öka",
    "Varje enhet ska ha en aktuell plan för brandskydd och någon som svarar för den", "Trygghet",
    "Energin per kvadratmeter ska minska jämfört med året före", "Digitala tjänster ska införas där det går",
)  # fmt: skip
OWNERS = ("Enhetschef", "Förvaltningschef", "Controller", "Rektor", "Nämndsekreterare", "Verksamhetschef hemtjänst")
PROSE = (
    "Nämnden ansvarar för verksamheten och följer upp målen under året. Arbetet sker i nära samverkan med andra "
    "nämnder, föreningar och invånare, och redovisas i delårsrapport och årsredovisning. "
)


@dataclass(frozen=True)
class Design:
    """How a table is drawn, as Typst's arguments; ``{last}`` stands for the last row, ``{right}`` the last column."""

    stroke: str = "none"
    fill: str = "none"
    more: str = ""
    inset: str = "(x: 5pt, y: 3.5pt)"
    white_head: bool = False
    words: bool = True
    """whether it sets tables of wrapped words, too: without lines or fills between rows nothing parts these"""


DESIGNS = {
    "all lines": Design(stroke="0.5pt"),
    "row lines": Design(stroke="(x: none, y: 0.5pt)"),
    "row lines, filled head": Design(stroke="(x: none, y: 0.3pt + luma(200))", fill="(x, y) => if y == 0 {luma(235)}"),
    "row lines under a band": Design(
        stroke="(x, y) => if y > 0 {(bottom: 0.4pt)}", fill='(x, y) => if y == 0 {rgb("#f2b33d")}'
    ),
    "three rules": Design(
        stroke="(x, y) => if y == 0 {(top: 1pt, bottom: 0.5pt)} else if y == {last} {(bottom: 1pt)}", words=False
    ),
    "rules over head and sum": Design(
        stroke="(x, y) => if y == 0 {(top: 1pt)} else if y == {last} {(bottom: 1pt, top: 0.5pt)}", words=False
    ),
    "a rule under the head": Design(stroke="(x, y) => if y == 0 {(bottom: 0.7pt)}", words=False),
    "column lines": Design(stroke="(x: 0.5pt, y: none)", words=False),
    "column lines and a frame": Design(
        stroke="(x, y) => if y == 0 {0.6pt} else {(x: 0.6pt, bottom: if y == {last} {0.6pt} else {0pt})}", words=False
    ),
    "a frame": Design(
        stroke="(x, y) => (left: if x == 0 {0.7pt} else {0pt}, right: if x == {right} {0.7pt} else {0pt}, "
        "top: if y < 2 {0.7pt} else {0pt}, bottom: if y == {last} {0.7pt} else {0pt})",
        words=False,
    ),
    "bands": Design(fill='(x, y) => if y == 0 {rgb("#1d5a8a")} else if calc.even(y) {rgb("#e4eef6")}', white_head=True),
    "bands, bare head": Design(fill='(x, y) => if calc.odd(y) {rgb("#f0f0e0")}', words=False),
    "filled cells apart": Design(
        fill='(x, y) => if y == 0 {rgb("#335c67")} else {rgb("#e9f0f1")}', more=", gutter: 2.5pt", white_head=True
    ),
    "a filled head": Design(fill="(x, y) => if y == 0 {luma(210)}", words=False),
    "thin row lines under a grey head": Design(
        stroke="(x, y) => (bottom: 0.4pt + luma(180))", fill="(x, y) => if y == 0 {luma(238)}", inset="(x: 5pt, y: 4pt)"
    ),
    "white on blue, a rule over the sum": Design(
        stroke="(x, y) => (bottom: 0.3pt + luma(220), top: if y == {last} {0.8pt} else {0pt})",
        fill='(x, y) => if y == 0 {rgb("#0a5c8a")}',
        white_head=True,
    ),
    "pale lines all over": Design(stroke="0.4pt + luma(200)", fill="(x, y) => if y == 0 {luma(230)}"),
    "a spreadsheet's": Design(
        stroke="(x, y) => (bottom: if y == 0 {0.7pt} else if y == {last} {1pt} else {0pt}, "
        "top: if y == {last} {0.5pt} else {0pt})",
        inset="(x: 4pt, y: 1.5pt)",
        words=False,
    ),
    "dotted row lines": Design(
        stroke='(x, y) => (bottom: if y == 0 {1pt} else {stroke(thickness: 0.5pt, dash: "dotted")})',
        inset="(x: 4pt, y: 3pt)",
    ),
    "every second row pale": Design(
        fill="(x, y) => if y > 0 and calc.even(y) {luma(241)}", inset="(x: 5pt, y: 3pt)", words=False
    ),
    "nothing, tight heads": Design(inset="(x: 1.5pt, y: 2.5pt)", words=False),
    "nothing": Design(inset="(x: 5pt, y: 3pt)", words=False),
    "nothing, close": Design(inset="(x: 4pt, y: 2pt)", words=False),
}


@dataclass(frozen=True)
class Table:
    design: str
    rows: tuple[tuple[str, ...], ...]
    """the head first; "" for an empty cell"""
    words: bool


def figure(pick: random.Random, kind: str) -> str:
    size = pick.choice(
        (pick.randint(0, 99), pick.randint(100, 999), pick.randint(1000, 99999), pick.randint(10**4, 10**6))
    )
    if kind == "tkr":
        return pick.choice(("", "", "-")) + f"{size:,}".replace(",", "\u00a0")
    if kind == "mnkr":
        return f"{size / 100:.1f}".replace(".", ",")
    return f"{pick.randint(0, 100)} %" if kind == "percent" else str(size)


def figures_table(pick: random.Random, design: str) -> Table:
    """Labels and figures under measures and years; a group's name and an empty cell now and then; a sum."""
    cols, year, kind = (
        pick.randint(2, 6),
        pick.randint(2010, 2026),
        pick.choice(("tkr", "tkr", "mnkr", "percent", "count")),
    )
    heads = [f"{pick.choice(('Bokslut', 'Budget', 'Utfall', 'Plan'))} {year + col}" for col in range(cols)]
    heads = [head if pick.random() < 0.8 else head[-4:] for head in heads]
    rows: list[tuple[str, ...]] = [(pick.choice(("", "Verksamhet", "Tkr")), *heads)]
    for label in pick.sample(LABELS, pick.randint(3, 14)):
        values = [figure(pick, kind) if pick.random() > 0.06 else pick.choice(("–", "")) for _ in heads]
        rows.append((label, *(values if any(values) else [figure(pick, kind)] * cols)))
        if pick.random() < 0.08:
            rows.append((pick.choice(GROUPS), *[""] * cols))
    rows.append(("Summa", *(figure(pick, kind) for _ in heads)))
    return Table(design, tuple(rows), False)


def words_table(pick: random.Random, design: str) -> Table:
    """Goals with measures, or activities with who and when: cells that wrap."""
    rows: list[tuple[str, ...]]
    if pick.random() < 0.5:
        rows = [("Mål", "Indikator", "Utfall 2023", "Mål 2024")]
        for _ in range(pick.randint(3, 8)):
            one, other = pick.randint(1, 99), pick.randint(1, 99)
            rows.append((pick.choice(GOALS), pick.choice(GOALS), f"{one} %", f"minst {other} %"))
    else:
        rows = [("Aktivitet", "Ansvarig", "Klart")]
        for _ in range(pick.randint(3, 8)):
            rows.append((pick.choice(GOALS), pick.choice(OWNERS), f"2024-{pick.randint(1, 12):02d}"))
    return Table(design, tuple(rows), True)


def cell(text: str, head: bool, bold: bool, white: bool) -> str:
    text = "".join("\\" + letter if letter in "*_#$@<>`~[]-" else letter for letter in text)
    if head:
        color = "fill: white, " if white else ""
        return f'[#text({color}weight: "{"bold" if bold or white else "regular"}")[{text}]]'
    return f"[*{text}*]" if bold and text else f"[{text}]"


def table_source(table: Table, pick: random.Random) -> str:
    """The table in Typst."""
    design, last, cols = DESIGNS[table.design], len(table.rows) - 1, len(table.rows[0])
    widths: tuple[str, ...]
    if table.words:
        widths = ("2fr", "2fr", "1fr", "1fr") if cols == 4 else ("3fr", "2fr", "1fr")
    else:
        widths = ("1fr" if cols <= 4 else pick.choice(("130pt", "110pt")), *["auto"] * (cols - 1))
    sides = ["left", *["left" if table.words else "right"] * (cols - 1)]
    bold_head, bold_sum = pick.random() < 0.8, not table.words and pick.random() < 0.7
    body = ",\n".join(
        ", ".join(
            cell(text, not row, bold_head if not row else bold_sum and row == last, design.white_head) for text in texts
        )
        for row, texts in enumerate(table.rows)
    )
    stroke = design.stroke.replace("{last}", str(last)).replace("{right}", str(cols - 1))
    return (
        f"#table(columns: ({', '.join(widths)}), align: ({', '.join(sides)}), inset: {design.inset}, "
        f"stroke: {stroke}, fill: {design.fill}{design.more},\n{body})"
    )


def document(pick: random.Random) -> tuple[str, list[Table]]:
    """A document's source and the tables in it."""
    source = [
        '#set page(paper: "a4", margin: 2.2cm)',
        f'#set text(font: "{pick.choice(FONTS)}", size: {pick.choice((8, 9, 10, 11))}pt, lang: "sv")',
        f"#set par(justify: {pick.choice(('true', 'false'))})",
    ]
    tables: list[Table] = []
    for number in range(3):
        design = pick.choice(list(DESIGNS))
        words = DESIGNS[design].words and pick.random() < 0.4
        tables.append((words_table if words else figures_table)(pick, design))
        unit = "Belopp i tkr\n\n" if pick.random() < 0.3 else ""
        note = "_Källa: egna uppgifter._\n\n" if pick.random() < 0.3 else ""
        source.append(f"== Avsnitt {number + 1}\n{PROSE * pick.randint(1, 2)}\n\n{unit}")
        source.append(f"{table_source(tables[-1], pick)}\n\n{note}{PROSE}\n")
    return "\n".join(source), tables


def compared(text: str) -> str:
    return "".join(text.replace("–", "-").replace("−", "-").split()).casefold()


def plan_rows(path: Path) -> Iterable[list[str]]:
    for table in planparse.parse(path).tables:
        for row in table.cells:
            yield [compared(one.text) for one in row if one.text]


def grid_rows(path: Path) -> Iterable[list[str]]:
    for layout in lay_out(open_pdf(path).pages()):
        for block in layout.blocks:
            if isinstance(block, Grid):
                for row in range(block.rows):
                    yield [compared(one.text) for one in block.row(row) if one.text]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layout", action="store_true", help="score the grids of the layout stage")
    parser.add_argument("--missed", action="store_true", help="list every row that was not found")
    parser.add_argument("--json", type=Path, help="where to write the figures; benchmarks/results by default")
    options = parser.parse_args()
    try:
        import typst
    except ImportError:
        sys.exit("needs Typst: pip install -e '.[corpus]'")
    pick = random.Random(options.seed)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.pdf"
        for number in range(options.documents):
            source, tables = document(pick)
            path.with_suffix(".typ").write_text(source, encoding="utf-8")
            typst.compile(path.with_suffix(".typ"), output=path)
            left = Counter(map(tuple, grid_rows(path) if options.layout else plan_rows(path)))
            for table in tables:
                for row in table.rows:
                    wanted = tuple(compared(text) for text in row if text)
                    hit = left[wanted] > 0
                    left[wanted] -= hit
                    counts[table.design][0] += hit
                    counts[table.design][1] += 1
                    if options.missed and not hit:
                        print(f"document {number}, {table.design}: {' | '.join(row)}")
    for design, (found, rows) in sorted(counts.items()):
        print(f"{design:26} {found:4} of {rows:4} rows  {found / rows:.3f}")
    found, rows = (sum(count[index] for count in counts.values()) for index in (0, 1))
    print(f"{'all':26} {found:4} of {rows:4} rows  {found / rows:.4f}")
    figures = {
        **described("layouts", []),
        "seed": options.seed,
        "documents": options.documents,
        "stage": "layout" if options.layout else "plan",
        "row_recall": found / rows,
        "designs": {design: hit / total for design, (hit, total) in sorted(counts.items())},
    }
    target = options.json or results_file("layouts")
    target.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
