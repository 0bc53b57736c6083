"""Sundmo's Delårsrapport augusti 2025 for its technical board, as a planning system exports it, printed by Chromium.

A scorecard by perspective with turned heads and status dots, a card for each goal that may break over pages, activities
with who and when, a risk matrix and an internal-control plan on landscape pages.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from board_stock import split
from html_pages import table
from ledger import Cell, Column, Figures, Grid, Ledger, Line, figure, sums
from script import perform

HERE = Path(__file__).parent
PRODUCER = "chromium"
PLAN = {
    "title": "Delårsrapport augusti 2025",
    "document_type": "delarsrapport",
    "municipality": {"name": "Sundmo", "code": None, "county": None},
    "board": {"name": "Tekniska nämnden", "kind": "teknisk_namnd"},
    "period": {"start": 2025, "end": 2025},
    "adopted": {"by": "Tekniska nämnden", "date": "2025-09-25", "reference": "TN 2025/00117"},
}
NOTES = (
    "As a planning system exports it; made from data.toml and text.txt, which say what the gold says. Board goals are "
    "first printed in the scorecard (their section), their area is the perspective's row, the number in the first "
    "column gives the council goal; comment, responsible and the words of the status come from the card in chapter 4, "
    "where the goal is printed again and its activities stand. Turned column heads. Arrows are no values. Activities: "
    "the row Kommentar under one is its comment, Färdig its progress, words in Status decide. Also the bullets of 7.3 "
    "are activities, of no goal. Columns aug 2025 and jan–aug 2025: as_of. The matrix of risks is no record; in the "
    "control plan risk is Riskvärde, the column Risk is words and has no place. Group rows in the volume table."
)
STATUS = {
    "g": ("met", "#36a852", "Uppfylls"),
    "y": ("partly_met", "#f4b41a", "Uppfylls delvis"),
    "r": ("not_met", "#d93a2b", "Uppfylls inte"),
    "w": ("not_measured", "#a3a3a3", "Har inte mätts"),
}
DONE = {"Avslutad": ("met", "#36a852"), "Pågår": ("partly_met", "#2f7fc1"), "Ej påbörjad": ("not_met", "#a3a3a3")}
TURNS = {"+": -40, "-": 40, "=": 0}
AUGUST = "2025-08-31"


def dot(color: str) -> str:
    return f'<svg class="dot" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.6" fill="{color}"/></svg>'


def arrow(trend: str) -> str:
    path = f'<path d="M1 4h5V1.5L9.5 5 6 8.5V6H1z" fill="#555" transform="rotate({TURNS[trend]} 5 5)"/>'
    return f'<svg class="dot" viewBox="0 0 10 10">{path}</svg>'


class Report:
    """The report as it is entered in the ledger."""

    def __init__(self) -> None:
        self.data: dict[str, Any] = tomllib.loads((HERE / "data.toml").read_text(encoding="utf-8"))
        self.ledger = Ledger(Figures())
        self.council: list[str] = []
        self.goals: list[tuple[str, str, dict[str, Any]]] = []

    def raw(self, html: str) -> None:
        self.ledger.put("raw", html)

    def status_line(self, _: str) -> None:
        parts = [("Organisation", "Tekniska nämnden"), ("Period", "2025-08-31"), ("Rapportstatus", "Klar")]
        self.raw('<div class="line">' + "".join(f"<div><b>{a}</b> {b}</div>" for a, b in parts) + "</div>")

    def council_goals(self, _: str) -> None:
        head = [Cell("Nr", "b"), Cell("Kommunfullmäktiges mål", "b")]
        grid = Grid("plain", [14, 0], [head], [])
        for number, text in enumerate(self.data["council"], 1):
            fields = {"label": str(number), "term": "Kommunfullmäktiges mål", "level": "council"}
            self.council.append(self.ledger.goal(text, **fields))
            grid.rows.append([Cell(str(number), "c"), Cell(text)])
        self.ledger.put("table", grid)

    def legend(self, _: str) -> None:
        marks = "".join(f"<span>{dot(color)} {word}</span>" for _, color, word in STATUS.values())
        self.raw(f'<p class="legend">{marks}</p>')

    def value(self, text: str, name: str, role: str, year: int, column: str, part: bool) -> dict[str, Any]:
        """The value of a cell whose text stands in the data as it is printed."""
        number, pattern = None, text
        digits = [word for word in text.split() if word[0].isdigit()]
        if digits:
            whole = " ".join(digits)
            number, pattern = figure(whole), text.replace(whole, "#")
        decimals = 1 if digits and "," in digits[-1] else 0
        printed, value = self.ledger.value(
            pattern, number, name, role=role, year=year, column=column, decimals=decimals
        )
        assert " ".join(printed.split()) == text, (printed, text)
        if part:
            value["as_of"] = AUGUST
        return value

    def scorecard(self, _: str) -> None:
        columns = [
            ("Utfall 2023", "outcome", 2023, False),
            ("Utfall 2024", "outcome", 2024, False),
            ("Utfall aug 2025", "outcome", 2025, True),
            ("Målvärde 2025", "target", 2025, False),
        ]
        turned = [Cell(label, "bv") for label in (*(column[0] for column in columns), "Trend", "Status")]
        head = [Cell("KF-mål", "bv"), Cell("Nämndens mål", "b"), Cell("Indikator", "b"), *turned]
        grid = Grid("score", [11, 66, 0, 19, 19, 22, 24, 12, 12], [head], [])
        for perspective in self.data["perspective"]:
            grid.rows.append([Cell(f"Perspektiv: {perspective['name']}", "g", over=9)])
            for goal in perspective["goal"]:
                status, color, word = STATUS[goal["status"]]
                name = self.ledger.goal(
                    goal["text"],
                    term="Nämndens mål",
                    area=perspective["name"],
                    parent_id=self.council[goal["council"] - 1],
                    responsible=goal["responsible"],
                    assessment={"status": status, "raw": word, "year": 2025, "comment": goal["comment"]},
                )
                self.goals.append((name, perspective["name"], goal))
                down = len(goal["indicators"])
                for index, line in enumerate(goal["indicators"]):
                    label, *texts, trend = split(line)
                    pairs = list(zip(columns, texts, strict=True))
                    values = [
                        self.value(text, label, role, year, column, part) for (column, role, year, part), text in pairs
                    ]
                    self.ledger.indicator(label, name, values)
                    row = [Cell(label), *(Cell(text, "n") for text in texts), Cell(arrow(trend), "mc")]
                    if index == 0:
                        row = [Cell(str(goal["council"]), "c", down=down), Cell(goal["text"], down=down), *row]
                        row.append(Cell(dot(color), "mc", down=down))
                    grid.rows.append(row)
        self.ledger.put("table", grid)

    def cards(self, _: str) -> None:
        area = ""
        for name, perspective, goal in self.goals:
            if perspective != area:
                area = perspective
                self.raw(f'<div class="persp">Perspektiv: {escape(area)}</div>')
            _, color, word = STATUS[goal["status"]]
            fields = [("Status", f"{dot(color)} {word}"), ("Ansvarig", escape(goal["responsible"]))]
            fields.append(("Kommentar", escape(goal["comment"])))
            rows = "".join(f'<div class="field"><b>{label}</b><span>{text}</span></div>' for label, text in fields)
            head = f'<div class="goalhead"><small>Nämndens mål</small>{escape(goal["text"])}</div>'
            self.raw(f'<div class="card">{head}{rows}{table(self.activities(name, goal["activities"]))}</div>')

    def activities(self, goal: str, lines: list[str]) -> Grid:
        heads = ["Aktivitet", "Ansvarig", "Slutdatum", "Färdig", "Status"]
        grid = Grid("inner", [0, 36, 22, 15, 28], [[Cell(text, "b") for text in heads]], [])
        for line in lines:
            text, responsible, end, done, word, comment = split(line)
            status, color = DONE[word]
            record = {"text": text, "goal_id": goal, "responsible": responsible, "start": None, "end": end}
            record |= {"status": status, "progress": done.rstrip(" %"), "comment": comment or None}
            self.ledger.gold["activities"].append(record | {"section_id": self.ledger.place})
            marks = [Cell(end), Cell(done, "n"), Cell(f"{dot(color)} {word}", "m")]
            grid.rows.append([Cell(text), Cell(responsible), *marks])
            if comment:
                grid.rows.append([Cell(f"<b>Kommentar</b> {escape(comment)}", "m", over=5)])
        return grid

    def tasks(self, _: str) -> None:
        heads = ["Uppdrag", "Ansvarig", "Klart", "Status", "Kommentar"]
        grid = Grid("plain", [48, 25, 22, 26, 0], [[Cell(text, "b") for text in heads]], [])
        for line in self.data["tasks"]["rows"]:
            text, responsible, end, word, comment = split(line)
            status, color = DONE[word]
            record = {"text": text, "label": None, "giver": "council", "responsible": responsible, "end": end}
            record |= {"status": status, "comment": comment, "section_id": self.ledger.place}
            self.ledger.gold["assignments"].append(record)
            grid.rows.append(
                [Cell(text), Cell(responsible), Cell(end), Cell(f"{dot(color)} {word}", "m"), Cell(comment)]
            )
        self.ledger.put("table", grid)

    def volumes(self, _: str) -> None:
        columns = [
            ("Utfall 2023", "outcome", 2023, False),
            ("Utfall 2024", "outcome", 2024, False),
            ("Utfall jan–aug 2025", "outcome", 2025, True),
            ("Prognos 2025", "forecast", 2025, False),
        ]
        head = [Cell("Verksamhetsmått", "b"), *(Cell(column[0], "bn") for column in columns)]
        grid = Grid("plain", [0, 24, 24, 28, 26], [head], [])
        for part in self.data["volumes"]:
            grid.rows.append([Cell(part["group"], "g", over=5)])
            for line in part["rows"]:
                label, *texts = split(line)
                pairs = zip(columns, texts, strict=True)
                values = [self.value(text, label, role, year, column, cut) for (column, role, year, cut), text in pairs]
                self.ledger.volume(label, values, part["group"])
                grid.rows.append([Cell(label), *(Cell(text.replace(" ", "\u00a0"), "n") for text in texts)])
        self.ledger.put("table", grid)

    # Money

    def operating(self, _: str) -> None:
        lines = []
        for label, *texts in self.data["operating"]["rows"]:
            budget, now, forecast = (int(figure(text)) for text in texts)
            lines.append(Line(label, [budget, now, forecast, budget - forecast]))
        lines.append(Line("Summa", sums(lines), "total"))
        columns = [Column("Budget 2025", "budget", 2025), Column("Utfall jan–aug 2025", "outcome", 2025)]
        columns += [Column("Prognos 2025", "forecast", 2025), Column("Avvikelse", "change")]
        widths: list[float] = [0, 26, 28, 26, 24]
        title = "Driftredovisning"
        self.ledger.money(title, "tkr", "operating", columns, lines, look="plain", widths=widths, corner="Tkr")

    def investments(self, _: str) -> None:
        lines: list[Line] = []
        totals: list[Line] = []
        for group in self.data["investments"]["group"]:
            own = []
            for label, *texts in group["rows"]:
                amounts = [figure(text) for text in texts]
                budget, forecast = (Decimal(0) if amount == "–" else amount for amount in (amounts[0], amounts[2]))
                own.append(Line(label, [*amounts, budget - forecast], group=group["name"]))
            name = group["name"]
            totals.append(Line(f"Summa {name[0].lower()}{name[1:]}", sums(own), "total", name))
            lines += [Line(name, [], "group"), *own, totals[-1]]
        lines.append(Line("Summa investeringar", sums(totals), "total"))
        columns = [Column("Budget 2025", "budget", 2025), Column("Utfall jan–aug 2025", "outcome", 2025)]
        columns += [Column("Prognos 2025", "forecast", 2025), Column("Avvikelse", "change")]
        caption = "Tabell 1. Investeringsprojekt, belopp i mnkr"
        widths: list[float] = [0, 26, 28, 26, 24]
        self.ledger.money(
            caption, "mnkr", "investment", columns, lines, look="plain", widths=widths, caption=caption, decimals=1
        )

    def measures(self, _: str) -> None:
        empty = dict.fromkeys(("goal_id", "responsible", "start", "end", "status", "progress", "comment"))
        for text in self.data["measures"]:
            self.ledger.gold["activities"].append({"text": text, **empty, "section_id": self.ledger.place})
        self.ledger.put("ul", self.data["measures"])

    # Internal control

    def matrix(self, _: str) -> None:
        places: dict[tuple[int, int], list[str]] = {}
        for control in self.data["control"]:
            number, _process, _risk, chance, effect, *_rest = split(control["row"])
            places.setdefault((int(chance), int(effect)), []).append(number)
        rows = ""
        for chance in range(5, 0, -1):
            side = '<th class="axis" rowspan="5"><div>Sannolikhet</div></th>' if chance == 5 else ""
            cells = ""
            for effect in range(1, 6):
                risk = chance * effect
                shade = "high" if risk >= 12 else "middle" if risk >= 6 else "low"
                cells += f'<td class="{shade}">{", ".join(places.get((chance, effect), []))}</td>'
            rows += f"<tr>{side}<th>{chance}</th>{cells}</tr>"
        foot = "".join(f"<th>{effect}</th>" for effect in range(1, 6))
        rows += f'<tr><th></th><th></th>{foot}</tr><tr><th></th><th></th><th colspan="5">Konsekvens</th></tr>'
        self.raw(f'<table class="matrix">{rows}</table>')

    def controls(self, _: str) -> None:
        heads = ["Nr", "Process", "Risk", "S", "K", "Riskvärde", "Kontrollmoment", "Metod", "Frekvens", "Ansvarig"]
        heads.append("Rapporteras till")
        head = [Cell(text, "bv" if text in ("Nr", "S", "K", "Riskvärde") else "b") for text in heads]
        grid = Grid("score", [8, 26, 0, 8, 8, 11, 42, 34, 24, 26, 27], [head], [])
        for control in self.data["control"]:
            number, process, risk, chance, effect, text, method, often, responsible, receiver = split(control["row"])
            value = int(chance) * int(effect)
            record = {"process": process, "control": text, "responsible": responsible, "frequency": often}
            record |= {"method": method, "report_to": receiver, "risk": value, "section_id": self.ledger.place}
            self.ledger.gold["controls"].append(record)
            marks = [Cell(chance, "c"), Cell(effect, "c"), Cell(str(value), "cb")]
            texts = [Cell(part) for part in (text, method, often, responsible, receiver)]
            grid.rows.append([Cell(number, "c"), Cell(process), Cell(risk), *marks, *texts])
        self.ledger.put("table", grid)


def document() -> Ledger:
    report = Report()
    report.raw(
        '<div class="cover"><p class="kommun">Sundmo kommun</p><div class="bar"><p class="title">Delårsrapport augusti '
        '2025</p><p class="who">Tekniska nämnden</p></div><p class="fact">Beslutad av tekniska nämnden 2025-09-25, § 84'
        "<br>Dnr TN 2025/00117</p></div>"
    )
    report.raw("<nav></nav>")
    calls = {
        "status_line": report.status_line,
        "council": report.council_goals,
        "legend": report.legend,
        "open_land": lambda _: report.raw('<div class="land">'),
        "close_land": lambda _: report.raw("</div>"),
        "scorecard": report.scorecard,
        "cards": report.cards,
        "tasks": report.tasks,
        "volumes": report.volumes,
        "operating": report.operating,
        "investments": report.investments,
        "measures": report.measures,
        "matrix": report.matrix,
        "controls": report.controls,
    }
    perform(report.ledger, HERE / "text.txt", calls)
    heads = [block[1:] for block in report.ledger.blocks if block[0] == "heading"]
    lines = "".join(
        f'<a class="l{level}" href="#{name}">{number} {escape(title)}</a>' for level, number, title, name in heads
    )
    index = report.ledger.blocks.index(("raw", "<nav></nav>"))
    report.ledger.blocks[index] = ("raw", f'<nav><p class="contents">Innehållsförteckning</p>{lines}</nav>')
    return report.ledger
