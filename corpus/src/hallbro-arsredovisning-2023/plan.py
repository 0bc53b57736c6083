"""Hallbro's Årsredovisning 2023, made from data and set by WeasyPrint: a whole municipality, over 150 pages.

Untagged, no bookmarks. Two text columns in part, photographs, charts and sidebars; status circles with a legend, trend
arrows; rows for women and men; tables with horizontal rules only and with shading only; letter-spaced capitals as
headings; narrow no-break spaces, U+2212, amounts in parentheses, raised marks on figures.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from report_chapters import STATUS, Chapters, dot

from board_stock import Measure, amount, split
from ledger import Cell, Grid, Ledger
from script import perform

HERE = Path(__file__).parent
PRODUCER = "weasyprint"
PLAN = {
    "title": "Årsredovisning 2023",
    "document_type": "arsredovisning",
    "municipality": {"name": "Hallbro", "code": None, "county": None},
    "board": None,
    "period": {"start": 2023, "end": 2023},
    "adopted": {"by": "Kommunfullmäktige", "date": "2024-04-22", "reference": "KS 2024/0098"},
}
NOTES = (
    "Made from data (corpus/src/boards, comments.txt, text.txt, whole.toml): the gold is the same data in the "
    "model's terms, page numbers are the typesetter's. A report of a whole municipality: board null, Section.board "
    "in the nine boards' chapters. Chapter headings are letter-spaced capitals and stand so here. Council goals: a "
    "banner with label and circle, the words after Bedömning are the assessment's raw; board goals: a table, the "
    "circle has no words and the legend tells what its colour means, KF-mål gives the parent, Nr the label by which "
    "the indicator table's first column points at the goal (numbers start again in each board). Trend arrows are "
    "drawn and are neither value nor status; sidebars, charts and pull quotes give no records. Rows Totalt, "
    "Kvinnor, Män are one indicator or volume. The column Not of the statements is text. Raised marks on figures "
    "are dropped. Activity tables: corner cell is the title; unit_name and kind of the notes are left out."
)


class Report(Chapters):
    """Hallbro's report as it is entered in the ledger."""

    def sign(self, name: str) -> None:
        self.ledger.put("p", name, "sign")

    def organisation(self, _: str) -> None:
        boxes = "".join(f"<div>{escape(board.name)}</div>" for board in self.boards)
        self.raw(f'<div class="tree"><div class="top">Kommunfullmäktige</div>{boxes}</div>')

    def legend(self, _: str) -> None:
        marks = "".join(f"<span>{dot(color)} {word}</span>" for _, _, color, word in STATUS.values())
        self.raw(f'<p class="legend">{marks}</p>')

    def five(self, _: str) -> None:
        years = self.whole["five"]["years"]
        head = [Cell("Nyckeltal", "b"), *(Cell(str(year), "bn") for year in years)]
        grid = Grid("lined", [0, 20, 20, 20, 20, 20], [head], [])
        for name, *figures in self.whole["five"]["rows"]:
            cells, values = [Cell(name)], []
            for year, text in zip(years, figures, strict=True):
                printed, value = self.value(text, name, year, str(year))
                raised = "1" if (name, year) == ("Årsarbetare", 2021) else ""
                cells.append(Cell(printed, "n", raised=raised))
                values.append(value)
            self.ledger.volume(name, values)
            grid.rows.append(cells)
        self.ledger.put("table", grid)
        self.ledger.put("p", "1) Från och med 2021 ingår timavlönade med mer än halvtid.", "mark")

    def staff(self, _: str) -> None:
        self.people(self.whole["staff"]["rows"])

    def financial(self, _: str) -> None:
        head = [Cell("Finansiellt mål", "b"), Cell("Bedömning", "b"), Cell("Kommentar", "b")]
        grid = Grid("lined", [0, 32, 55], [head], [])
        for goal in self.whole["financial"]:
            status, _, color, word = STATUS[goal["status"]]
            judged = {"status": status, "raw": word, "year": 2023, "comment": goal["comment"]}
            self.ledger.goal(goal["text"], term="Finansiellt mål", level="council", assessment=judged)
            grid.rows.append([Cell(goal["text"]), Cell(f"{dot(color)} {word}", "m"), Cell(goal["comment"])])
        self.ledger.put("table", grid)

    def council_goals(self, _: str) -> None:
        count = 0
        for area in self.whole["council"]:
            self.ledger.heading(2, area["area"])
            for goal in area["goal"]:
                count += 1
                status, _, color, word = STATUS[goal["status"]]
                comment = " ".join(goal["comment"])
                self.council[str(count)] = self.ledger.goal(
                    goal["text"],
                    label=f"Mål {count}",
                    term="Mål",
                    level="council",
                    area=area["area"],
                    assessment={"status": status, "raw": word, "year": 2023, "comment": comment},
                )
                self.raw(f'<div class="banner"><b>Mål {count}.</b> {escape(goal["text"])}</div>')
                self.raw(f'<p class="judged"><b>Bedömning:</b> {dot(color)} {word}</p>')
                self.raw(f'<p class="judged"><b>Kommentar:</b> {escape(comment)}</p>')
                measures = []
                for line in goal["measures"]:
                    name, outcome, target, first, step, *flag = split(line)
                    measures.append(Measure(name, outcome, target, amount(first), amount(step), bool(flag)))
                self.measures([("", self.council[str(count)], measures)], numbered=False)


def document() -> Ledger:
    from statements import Statements

    report = Report()
    nothing = "</div>"
    report.raw(
        '<div class="cover"><img src="omslag.jpg" alt=""><p class="title">Årsredovisning 2023</p>'
        '<p class="kommun">Hallbro kommun</p><p class="fact">Godkänd av kommunfullmäktige 2024-04-22, § 41<br>'
        "Dnr KS 2024/0098</p></div>"
    )
    report.raw("<nav></nav>")
    calls = {
        "cols": lambda _: report.raw('<div class="cols">'),
        "clear": lambda _: report.raw('<div class="clear"></div>'),
        "end": lambda _: report.raw(nothing),
        "photo": report.photo,
        "sign": report.sign,
        "facts": report.facts,
        "chart": report.chart,
        "five": report.five,
        "organisation": report.organisation,
        "financial": report.financial,
        "staff": report.staff,
        "legend": report.legend,
        "council": report.council_goals,
        "boards": report.all_boards,
        **Statements(report).calls(),
    }
    perform(report.ledger, HERE / "text.txt", calls)
    index = report.ledger.blocks.index(("raw", "<nav></nav>"))
    report.ledger.blocks[index] = ("raw", _contents(report.ledger))
    return report.ledger


def _contents(ledger: Ledger) -> str:
    heads = [block[1:] for block in ledger.blocks if block[0] == "heading" and block[1] < 3]
    lines = "".join(f'<a class="l{level}" href="#{name}">{escape(title)}</a>' for level, _, title, name in heads)
    return f'<nav><p class="contents">Innehåll</p>{lines}</nav>'
