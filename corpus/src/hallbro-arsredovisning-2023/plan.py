"""Hallbro's Årsredovisning 2023, made from data and set by WeasyPrint: a whole municipality, over 150 pages.

Untagged, no bookmarks. Two text columns in part, photographs, charts and sidebars; status circles with a legend, trend
arrows; rows for women and men; tables with horizontal rules only and with shading only; letter-spaced capitals as
headings; narrow no-break spaces, U+2212, amounts in parentheses, raised marks on figures.
"""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from board_stock import Aim, BoardStock, Field, Measure, amount, boards, split
from ledger import Cell, Column, Figures, Grid, Ledger, Line, figure, sums
from script import perform, texts

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
STATUS = {
    "g": ("met", "green circle", "#3f9b46", "Uppfyllt"),
    "y": ("partly_met", "yellow circle", "#f2c230", "Delvis uppfyllt"),
    "r": ("not_met", "red circle", "#cf3b2e", "Inte uppfyllt"),
    "w": ("not_measured", "grey circle", "#9b9b9b", "Har inte kunnat mätas"),
}
LARGE = 12_000  # tkr: activities with a photograph and a table of staff, the others have a chart
GENDERS = (("T", "Totalt"), ("K", "Kvinnor"), ("M", "Män"))
REPORT = [
    Column("Utfall 2022", "outcome", 2022),
    Column("Budget 2023", "budget", 2023),
    Column("Utfall 2023", "outcome", 2023),
    Column("Avvikelse", "change"),
]
UNDER = (
    "{0} redovisar ett underskott på {1}.",
    "Utfallet för {2} blev {1} sämre än budgeten.",
    "Underskottet för {2} uppgår till {1}.",
    "Årets avvikelse är ett underskott på {1}.",
)
OVER = (
    "{0} redovisar ett överskott på {1}.",
    "Utfallet för {2} blev {1} bättre än budgeten.",
    "Överskottet för {2} uppgår till {1}.",
    "Årets avvikelse är ett överskott på {1}.",
)
OVERVIEW = (
    "På de följande sidorna redovisar {0} sina {1} verksamheter var för sig.",
    "Här följer en redogörelse för det som hänt inom {1} verksamheter under {0}.",
    "Av nämndens {1} verksamheter beskrivs först den som har störst betydelse för {0}.",
)
MORE_OVERVIEW = (
    "Mått och kostnader har samma uppställning överallt, så att de kan jämföras.",
    "Siffrorna är hämtade från bokföringen och från respektive system.",
    "För de större verksamheterna redovisas även personalen.",
)
LAST_OVERVIEW = (
    "Diagrammet visar hur kostnaderna fördelar sig.",
    "Fördelningen av kostnaderna framgår av diagrammet.",
    "Jämfört med tidigare år har fördelningen knappt förändrats.",
)
NOTES_BELOW = (
    "Uppgiften är preliminär.",
    "Nytt sätt att räkna från och med detta år.",
    "Avser läget den 15 oktober.",
    "Rättad sedan delårsrapporten.",
)


def dot(color: str) -> str:
    return f'<svg class="dot" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.6" fill="{color}"/></svg>'


def arrow(change: Decimal) -> str:
    turn = -35 if change > 0 else 35 if change < 0 else 0
    path = f'<path d="M1 4h5V1.5L9.5 5 6 8.5V6H1z" fill="#444" transform="rotate({turn} 5 5)"/>'
    return f'<svg class="dot" viewBox="0 0 10 10">{path}</svg>'


def lower(name: str) -> str:
    return name[0].lower() + name[1:]


class Report:
    """Hallbro's report as it is entered in the ledger."""

    def __init__(self) -> None:
        self.dice = random.Random(2023)
        self.ledger = Ledger(Figures("\u202f", "\u2212"))
        self.bracketed = Figures("\u202f", "\u2212", brackets=True)
        self.whole: dict[str, Any] = tomllib.loads((HERE / "whole.toml").read_text(encoding="utf-8"))
        self.boards = boards("B")
        self.comments = texts(HERE / "comments.txt")
        self.council: dict[str, str] = {}

    def raw(self, html: str) -> None:
        self.ledger.put("raw", html)

    # Running text

    def photo(self, name: str) -> None:
        self.raw(f'<img class="photo" src="{name.split()[0]}.jpg" alt="">')

    def sign(self, name: str) -> None:
        self.ledger.put("p", name, "sign")

    def facts(self, rest: str) -> None:
        title, *items = split(rest)
        lines = "".join(f"<p>{escape(item)}</p>" for item in items)
        self.raw(f'<aside><p class="asidehead">{escape(title)}</p>{lines}</aside>')

    def chart(self, rest: str) -> None:
        title, *items = split(rest)
        pairs = [item.rsplit(" ", 1) for item in items]
        top = max(float(value) for _, value in pairs)
        bars = ""
        for row, (label, value) in enumerate(pairs):
            long = float(value) / top * 200
            bars += f'<g transform="translate(0 {row * 16})" font-size="9" font-family="Lato">'
            bars += f'<text x="0" y="10">{escape(label)}</text>'
            bars += f'<rect x="170" y="1" width="{long:.0f}" height="11" fill="#2b6f77"/>'
            bars += f'<text x="{176 + long:.0f}" y="10">{value}</text></g>'
        tall = len(pairs) * 16 + 4
        self.raw(f'<div class="chart"><svg viewBox="0 0 420 {tall}" style="height:{tall / 3:.0f}mm">{bars}</svg>')
        self.raw(f'<p class="chartname">Diagram: {escape(title)}</p></div>')

    def organisation(self, _: str) -> None:
        boxes = "".join(f"<div>{escape(board.name)}</div>" for board in self.boards)
        self.raw(f'<div class="tree"><div class="top">Kommunfullmäktige</div>{boxes}</div>')

    def legend(self, _: str) -> None:
        marks = "".join(f"<span>{dot(color)} {word}</span>" for _, _, color, word in STATUS.values())
        self.raw(f'<p class="legend">{marks}</p>')

    # Volumes of the whole municipality

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

    def value(self, text: str, name: str, year: int, column: str, **more: Any) -> tuple[str, dict[str, Any]]:
        number = figure(text)
        decimals = 1 if "," in text else 0
        more.setdefault("role", "outcome")
        return self.ledger.value("#", number, name, year=year, column=column, decimals=decimals, **more)

    def staff(self, _: str) -> None:
        self.people(self.whole["staff"]["rows"])

    def people(self, rows: list[list[str]]) -> None:
        head = [
            Cell("Personalnyckeltal", "b"),
            Cell("Kön", "b"),
            *(Cell(str(year), "bn") for year in (2021, 2022, 2023)),
        ]
        grid = Grid("lined split", [0, 24, 20, 20, 20], [head], [])
        for name, *figures in rows:
            values = []
            for index, (gender, word) in enumerate(GENDERS):
                cells = [Cell(name, down=3)] if index == 0 else []
                cells.append(Cell(word))
                for year in (2021, 2022, 2023):
                    text = figures[index * 3 + year - 2021]
                    printed, value = self.value(text, name, year, str(year), gender=gender)
                    cells.append(Cell(printed, "n"))
                    values.append(value)
                grid.rows.append(cells)
            self.ledger.volume(name, values)
        self.ledger.put("table", grid)

    # Goals

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

    def measures(self, goals: list[tuple[str, str, list[Measure]]], numbered: bool) -> None:
        years = (2021, 2022, 2023)
        first = [Cell("Mål", "b", down=2)] if numbered else []
        tail = [Cell("Målvärde 2023", "bn", down=2), Cell("Trend", "bc", down=2)]
        head = [*first, Cell("Indikator", "b", down=2), Cell("Kön", "b", down=2), Cell("Utfall", "bc", over=3), *tail]
        widths: list[float] = [*([12] if numbered else []), 0, 19, 17, 17, 17, 25, 14]
        grid = Grid("lined split", widths, [head, [Cell(str(year), "bn") for year in years]], [])
        for label, goal, measures in goals:
            down = sum(3 if measure.split else 1 for measure in measures)
            for index, measure in enumerate(measures):
                rows = self.measure_rows(measure, goal, years)
                if numbered and index == 0:
                    rows[0].insert(0, Cell(label, "c", down=down))
                grid.rows += rows
        self.ledger.put("table", grid)

    def measure_rows(self, measure: Measure, goal: str, years: tuple[int, ...]) -> list[list[Cell]]:
        rows, values = [], []
        wide = Decimal(self.dice.randint(12, 55)) / 10
        for gender, word in GENDERS if measure.split else ((None, ""),):
            cells = [Cell(measure.name, down=3 if measure.split else 1)] if gender in (None, "T") else []
            cells.append(Cell(word))
            shift = {"K": wide, "M": -wide}.get(gender or "", Decimal(0))
            shift = shift if measure.decimals else round(shift)
            series = [self.at(measure, year, shift) for year in years]
            for year, number in zip(years, series, strict=True):
                missing = measure.split is False and year == 2021 and self.dice.random() < 0.12
                text, value = self.ledger.value(
                    "–" if missing else measure.outcome,
                    number,
                    measure.name,
                    role="outcome",
                    year=year,
                    column=f"Utfall {year}",
                    gender=gender,
                    decimals=measure.decimals,
                )
                cells.append(Cell(text, "n"))
                values.append(value)
            target = ""
            if gender in (None, "T"):
                target, value = self.ledger.value(
                    measure.target,
                    self.at(measure, 2023, _better(measure)),
                    measure.name,
                    role="target",
                    year=2023,
                    column="Målvärde 2023",
                    gender=gender,
                    decimals=measure.decimals,
                )
                values.append(value)
            cells += [Cell(target, "n"), Cell(arrow(series[-1] - series[-2]) if gender != "M" else "", "mc")]
            rows.append(cells)
        self.ledger.indicator(measure.name, goal, values)
        return rows

    def at(self, measure: Measure, year: int, shift: Decimal | int) -> Decimal:
        number = measure.figure + measure.step * (year - 2023) + shift
        return round(number, 1) if measure.decimals else Decimal(int(number + Decimal("0.5")))

    # The boards

    def all_boards(self, _: str) -> None:
        for number, board in enumerate(self.boards, 1):
            self.raw('<div class="new"></div>')
            self.ledger.heading(2, board.name, board=board.name)
            self.photo(f"namnd-{number}")
            self.opening(board)
            self.raw('<div class="new"></div>')
            self.ledger.heading(3, "Måluppfyllelse")
            self.aims(board.aims("B"))
            self.ledger.heading(3, "Uppdrag från kommunfullmäktige")
            self.tasks(board)
            self.ledger.heading(3, "Verksamheternas utveckling")
            self.overview(board)
            for each in board.fields:
                self.field(each)
            self.raw('<div class="new"></div>')
            self.ledger.heading(3, "Medarbetare")
            self.people(self.staff_of(sum(each.frame for each in board.fields)))
            self.ledger.heading(3, "Ekonomi")
            self.economy(board)
            self.ledger.heading(3, "Framtid")
            self.columns(board.blocks["framtid"])

    def opening(self, board: BoardStock) -> None:
        spent = sum(each.frame - each.deviation for each in board.fields) / 1000
        text = f"{spent:.1f}".replace(".", ",")
        people, meetings = self.dice.randint(7, 13), self.dice.randint(5, 11)
        items = f"{len(board.fields)} verksamheter|{people} ledamöter|{meetings} sammanträden"
        self.ledger.heading(3, "Året i korthet")
        self.facts(f"Nämnden|{items}|Nettokostnad {text}")
        self.ledger.say(*board.blocks["året"][:3])
        self.ledger.say(*board.blocks["året"][3:])
        self.raw('<div class="clear"></div>')

    def overview(self, board: BoardStock) -> None:
        self.ledger.say(
            self.dice.choice(OVERVIEW).format(lower(board.name), len(board.fields)),
            self.dice.choice(MORE_OVERVIEW),
            self.dice.choice(LAST_OVERVIEW),
        )
        bars = (f"{each.name} {round((each.frame - each.deviation) / 1000)}" for each in board.fields)
        self.chart("Nettokostnad per verksamhet 2023, miljoner|" + "|".join(bars))

    def columns(self, lines: list[str], size: int = 2) -> None:
        self.raw('<div class="cols">')
        for start in range(0, len(lines), size):
            self.ledger.say(*lines[start : start + size])
        self.raw("</div>")

    def aims(self, aims: list[Aim]) -> None:
        heads = ["Nr", "Nämndmål", "KF-mål", "Bedömning", "Kommentar"]
        grid = Grid("lined", [10, 0, 16, 24, 68], [[Cell(text, "b") for text in heads]], [])
        goals = []
        for number, aim in enumerate(aims, 1):
            colour, comment = aim.rest
            status, mark, color, _ = STATUS[colour]
            goal = self.ledger.goal(
                aim.text,
                label=str(number),
                term="Nämndmål",
                parent_id=self.council[aim.council],
                assessment={"status": status, "raw": mark, "year": 2023, "comment": comment},
            )
            marks = [Cell(aim.council, "c"), Cell(dot(color), "mc"), Cell(comment)]
            grid.rows.append([Cell(str(number), "c"), Cell(aim.text), *marks])
            goals.append((str(number), goal, aim.measures))
        self.ledger.put("table", grid)
        self.measures(goals, numbered=True)

    def tasks(self, board: BoardStock) -> None:
        head = [Cell("Uppdrag", "b"), Cell("Status", "b"), Cell("Kommentar", "b")]
        grid = Grid("tinted", [0, 26, 72], [head], [])
        words = {"Slutfört": "met", "Pågår": "partly_met", "Ej påbörjat": "not_met"}
        for line in board.blocks["uppdrag B"]:
            text, status, comment = split(line)
            fields = {"label": None, "giver": "council", "responsible": None, "end": None, "status": words[status]}
            record = {"text": text, **fields, "comment": comment, "section_id": self.ledger.place}
            self.ledger.gold["assignments"].append(record)
            grid.rows.append([Cell(text), Cell(status), Cell(comment)])
        self.ledger.put("table", grid)

    def field(self, each: Field) -> None:
        self.raw('<div class="new"></div>')
        self.ledger.heading(4, each.name)
        if each.frame > LARGE:
            self.photo(f"verksamhet-{self.dice.randint(1, 8)}")
        self.columns([*each.blocks["bakåt"], *self.comments[each.name]])
        self.volumes(each)
        self.costs(each)
        stock = UNDER if each.deviation < 0 else OVER
        sign = "-" if each.deviation < 0 else ""
        marked = f"[{sign}d|{self.ledger.figures.text(abs(each.deviation))} tkr]"
        self.ledger.say(self.dice.choice(stock).format(each.name, marked, lower(each.name)), *each.blocks["varför"])
        if each.frame > LARGE:
            self.people(self.staff_of(each.frame)[:2])

    def volumes(self, each: Field) -> None:
        columns = [("2021", "outcome", 2021), ("2022", "outcome", 2022), ("2023", "outcome", 2023)]
        columns.append(("Budget 2023", "budget", 2023))
        head = [Cell("Verksamhetsmått", "b"), *(Cell(label, "bn") for label, _, _ in columns)]
        grid = Grid("tinted", [0, 22, 22, 22, 26], [head], [])
        below = ""
        for line in each.blocks["tal"]:
            label, base, step, decimals = split(line)
            cells, values = [Cell(label)], []
            for column, role, year in columns:
                wobble = self.dice.choice((-1, 0, 0, 1)) if role == "budget" else 0
                number = round(amount(base) + amount(step) * (year - 2023 + wobble), int(decimals))
                text, value = self.ledger.value(
                    "#", number, label, role=role, year=year, column=column, decimals=int(decimals)
                )
                raised = ""
                if not below and self.dice.random() < 0.05:
                    raised, below = "1", self.dice.choice(NOTES_BELOW)
                cells.append(Cell(text, "n", raised=raised))
                values.append(value)
            self.ledger.volume(label, values)
            grid.rows.append(cells)
        self.ledger.put("table", grid)
        if below:
            self.ledger.put("p", f"1) {below}", "mark")
        if each.frame <= LARGE:
            label, base, step, decimals = split(each.blocks["tal"][0])
            series = (
                f"{year} {round(amount(base) + amount(step) * (year - 2023), int(decimals))}"
                for year in range(2019, 2024)
            )
            self.chart(f"{label} 2019–2023|" + "|".join(series))

    def costs(self, each: Field) -> None:
        lines = []
        shares = {"Personalkostnader": 62, "Lokalkostnader": 12, "Köp av verksamhet": 13}
        spent = each.frame - each.deviation
        nets = [int(spent * Decimal(self.dice.randint(930, 975)) / 10000) * 10, each.frame, spent]
        incomes = [int(net * self.dice.randint(60, 190) / 10000) * 10 for net in nets]
        costs = [net + income for net, income in zip(nets, incomes, strict=True)]
        rows = {"Intäkter": incomes}
        for name, share in shares.items():
            rows[name] = [-int(cost * (share + self.dice.randint(-3, 3)) / 1000) * 10 for cost in costs]
        kinds = [rows[name] for name in shares]
        rest = [-cost - sum(kind[i] for kind in kinds) for i, cost in enumerate(costs)]
        rows |= {"Övriga kostnader": rest, "Nettokostnad": [-net for net in nets]}
        for name, figures in rows.items():
            role = "total" if name == "Nettokostnad" else "item"
            lines.append(Line(name, [*figures, figures[2] - figures[1]], role))
        record = self.ledger.money(
            "Driftredovisning",
            "tkr",
            "operating",
            REPORT,
            lines,
            look="lined",
            widths=[0, 26, 26, 26, 26],
            corner="Driftredovisning, tkr",
        )
        del record["unit_name"]

    def staff_of(self, frame: int) -> list[list[str]]:
        """Staff, absence and full time (all, women, men, each for three years) of what costs ``frame`` tkr."""
        size = frame // 1000
        women = self.dice.randint(35, 88)
        near = max(1, size // 30)
        people = [size + change for change in (-self.dice.randint(0, near), self.dice.randint(-near, near), 0)]
        split_people = [round(number * women / 100) for number in people]
        away = [self.dice.randint(50, 88) / 10 for _ in range(3)]
        full = [self.dice.randint(62, 88) + step for step in range(3)]

        def text(number: float) -> str:
            return f"{number:.1f}".replace(".", ",")

        men = [str(number - part) for number, part in zip(people, split_people, strict=True)]
        more, less = self.dice.randint(2, 9) / 10, self.dice.randint(9, 22) / 10
        return [
            ["Månadsavlönade", *map(str, people), *map(str, split_people), *men],
            [
                "Sjukfrånvaro, andel (%)",
                *map(text, away),
                *(text(n + more) for n in away),
                *(text(n - less) for n in away),
            ],
            ["Heltidsanställda, andel (%)", *map(str, full), *(str(n - 3) for n in full), *(str(n + 7) for n in full)],
        ]

    def economy(self, board: BoardStock) -> None:
        deviation = sum(each.deviation for each in board.fields)
        spent = sum(each.frame for each in board.fields) - deviation
        money = {
            "c": f"[c|{_mnkr(spent)} mnkr]",
            "d": f"[{'-' if deviation < 0 else ''}d|{_mnkr(abs(deviation))} mnkr]",
        }
        word = "underskott" if deviation < 0 else "överskott"
        self.raw('<div class="cols">')
        self.ledger.say(
            f"Nettokostnaden för {lower(board.name)} blev {money['c']}.",
            f"Jämfört med budgeten är det ett {word} på {money['d']}.",
        )
        large = max(board.fields, key=lambda each: abs(each.deviation))
        self.ledger.say(f"Den största enskilda avvikelsen finns inom {lower(large.name)}.", *large.blocks["varför"])
        self.raw("</div>")
        lines = []
        for each in board.fields:
            now = each.frame - each.deviation
            before = now * Decimal(self.dice.randint(930, 975)) / 1000
            lines.append(Line(each.name, [before / -1000, Decimal(-each.frame) / 1000, Decimal(-now) / 1000]))
        lines.append(Line("Summa", sums(lines), "total"))
        for line in lines:
            line.amounts = [round(Decimal(value), 1) for value in line.amounts if value is not None]
            line.amounts.append(Decimal(line.amounts[2]) - Decimal(line.amounts[1]))  # type: ignore[arg-type]
        self.ledger.money(
            "Driftredovisning per verksamhet (mnkr)",
            "mnkr",
            "operating",
            REPORT,
            lines,
            look="tinted",
            widths=[0, 25, 25, 25, 25],
            caption="Driftredovisning per verksamhet (mnkr)",
            decimals=1,
        )


def _better(measure: Measure) -> Decimal:
    """How far the target is from the outcome, in the direction that the target's words give."""
    if measure.target.startswith(("högst", "<")):
        return -abs(measure.step)
    return abs(measure.step) if measure.target.startswith("minst") else measure.step


def _mnkr(tkr: int) -> str:
    return f"{tkr / 1000:.1f}".replace(".", ",")


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
