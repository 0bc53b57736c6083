"""The boards' chapters of Hedarp's budget, and what the other chapters need of them: frames, tables, measures."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from board_stock import BoardStock, Field, Measure, amount, boards, split
from ledger import Cell, Column, Figures, Grid, Ledger, Line, Record, sums
from script import texts

HERE = Path(__file__).parent
YEARS = [
    Column("Bokslut 2024", "outcome", 2024),
    Column("Budget 2025", "budget", 2025),
    Column("Budget 2026", "budget", 2026),
    Column("Plan 2027", "plan", 2027),
    Column("Plan 2028", "plan", 2028),
]
STEPS = (Decimal("0.944"), Decimal("0.972"), Decimal(1), Decimal("1.019"), Decimal("1.041"))
COSTS = {"Personal": 66, "Lokaler": 11, "Köpta tjänster": 14, "Övriga kostnader": 15}
LEADS = (
    "För {0} avsätts {1} 2026, att jämföra med {2} året före.",
    "Ramen för {0} är {1} 2026 och den var {2} i föregående budget.",
    "Nettobudgeten för {0} uppgår till {1} för 2026, mot {2} i den förra.",
    "Av nämndens ram går {1} till {0} 2026, vilket kan jämföras med {2} i den gällande budgeten.",
    "Budgeten för {0} blir {1} 2026, sedan den var {2} året innan.",
    "Under 2026 disponerar {0} {1}, medan anslaget var {2} före uppräkningen.",
)
ROLES = ("Enhetschef", "Verksamhetschef", "Utvecklingsledare", "Förvaltningschef", "Projektledare", "Samordnare")
STAFF = (
    "Alla medarbetare ska ha haft samtal om mål och arbetsmiljö före april.",
    "Under 2026 genomförs en enkät om hot och belastning.",
    "Medarbetarna efterfrågar framför allt tid för introduktion av nya kollegor.",
    "Arbetet med scheman fortsätter tillsammans med skyddsombuden.",
)
MORE_STAFF = (
    "Ersättning vid sjukdom hålls nere genom att vikarier delas mellan enheter.",
    "Två av tre chefer har högst trettiofem medarbetare.",
    "Var fjärde nyanställd har utländsk utbildning som har validerats.",
    "Antalet praktikanter ska vara minst lika stort som under det gångna året.",
)
CHANGES = (
    "Löner och priser räknas upp enligt förbundets index, och därutöver prövas {0} efter behov.",
    "Tabellen visar hur ramen för {0} förändras från år till år.",
    "Förändringen består till största delen av uppräkning, men {0} påverkas också av volymer.",
    "Kraven på effektivisering är lika stora för {0} som för övriga delar av nämnden.",
)
MORE_CHANGES = (
    "Tillfälliga statsbidrag ingår inte.",
    "Kapitalkostnader för nya lokaler läggs till när de tas i bruk.",
    "Volymerna stäms av i mars och i september.",
    "Nämnden får omfördela mellan sina verksamheter under året.",
    "Beräkningen bygger på den senaste befolkningsprognosen.",
)
PLANS = (
    "Utgifterna för investeringar beräknas till {0} under 2026.",
    "Under 2026 planeras investeringar som kostar {0}.",
    "Nämnden räknar med utgifter på {0} för investeringar 2026.",
)


class Chapters:
    """The ledger with the boards, their frames by activity and the chapters on them."""

    def __init__(self) -> None:
        self.dice = random.Random(2026)
        self.ledger = Ledger(Figures())
        self.whole: dict[str, Any] = tomllib.loads((HERE / "whole.toml").read_text(encoding="utf-8"))
        self.boards = boards("A")
        self.council: dict[str, str] = {}
        self.outlooks, self.doings = texts(HERE / "outlook.txt"), texts(HERE / "activities.txt")
        self.nets = {(board.name, each.name): self.net(each) for board in self.boards for each in board.fields}

    def net(self, each: Field) -> list[int]:
        base = each.frame * Decimal("1.12")
        wobble = (Decimal(self.dice.randint(-12, 12)) / 1000 for _ in STEPS)
        return [int(base * (step + more) / 10) * 10 for step, more in zip(STEPS, wobble, strict=True)]

    def raw(self, markup: str) -> None:
        self.ledger.put("raw", markup)

    def measure(self, measure: Measure, goal: str, columns: list[tuple[str, str, int]]) -> list[Cell]:
        cells, values = [Cell(measure.name)], []
        for label, role, year in columns:
            pattern = measure.outcome if role == "outcome" else measure.target
            number = measure.figure + measure.step * (year - 2024 if role == "target" else 0)
            if not measure.decimals:
                number = Decimal(int(number + Decimal("0.5")))
            text, value = self.ledger.value(
                pattern, number, measure.name, role=role, year=year, column=label, decimals=measure.decimals
            )
            cells.append(Cell(text, "n"))
            values.append(value)
        self.ledger.indicator(measure.name, goal, values)
        return cells

    def assignment(self, text: str, responsible: str | None, end: str | None) -> None:
        fields = {"label": None, "giver": "council", "responsible": responsible, "end": end, "status": None}
        self.ledger.gold["assignments"].append(
            {"text": text, **fields, "comment": None, "section_id": self.ledger.place}
        )

    def table(
        self, title: str, unit: str, kind: str | None, columns: list[Column], lines: list[Line], look: str, **more: Any
    ) -> Record:
        widths: list[float] = [0, *[18.5] * len(columns)]
        return self.ledger.money(title, unit, kind, columns, lines, look=look, widths=widths, caption=title, **more)

    def total(self, board: BoardStock) -> list[int]:
        return [sum(self.nets[board.name, each.name][year] for each in board.fields) for year in range(5)]

    def all_boards(self, _: str) -> None:
        for number, board in enumerate(self.boards, 1):
            self.raw("#pagebreak(weak: true)")
            self.ledger.heading(2, board.name, f"6.{number}", board=board.name)
            self.opening(board)
            for part, (title, enter) in enumerate(
                (
                    ("Ansvar", self.duty),
                    ("Omvärld och risker", self.outlook),
                    ("Mål", self.aims),
                    ("Uppdrag från kommunfullmäktige", self.tasks),
                    ("Verksamheter", self.fields),
                    ("Medarbetare", self.staff),
                    ("Budget", self.money),
                    ("Investeringar", self.projects),
                ),
                1,
            ):
                self.ledger.heading(3, title, f"6.{number}.{part}")
                enter(board)

    def opening(self, board: BoardStock) -> None:
        total = self.total(board)[2]
        facts = (f"{total / 1000:.1f}".replace(".", ","), "mnkr i ram"), (str(len(board.fields)), "verksamheter")
        self.raw(_banner(facts, self.dice.randrange(4)))

    def duty(self, board: BoardStock) -> None:
        lines = board.blocks["uppdrag"]
        self.ledger.say(*lines[:2])
        self.ledger.say(*lines[2:])

    def outlook(self, board: BoardStock) -> None:
        lines = self.outlooks[board.name]
        self.ledger.say(*lines[:3])
        self.ledger.say(*lines[3:6])
        self.ledger.say(*lines[6:])

    def aims(self, board: BoardStock) -> None:
        columns = [("Utfall 2024", "outcome", 2024), *((f"Mål {year}", "target", year) for year in (2026, 2027, 2028))]
        heads = ["KF-mål", "Nämndens mål", "Strategi", "Indikator"]
        head = [*(Cell(text, "b") for text in heads), *(Cell(label, "bn") for label, _, _ in columns)]
        grid = Grid("full", [9, 28, 21, 0, 12.5, 12.5, 12.5, 12.5], [head], [])
        for aim in board.aims("A"):
            goal = self.ledger.goal(
                aim.text, term="Nämndens mål", parent_id=self.council[aim.council], strategy=aim.rest[0]
            )
            for index, measure in enumerate(aim.measures):
                row = self.measure(measure, goal, columns)
                down = len(aim.measures)
                first = [Cell(aim.council, "c", down=down), Cell(aim.text, down=down), Cell(aim.rest[0], down=down)]
                grid.rows.append([*(first if index == 0 else []), *row])
        self.ledger.put("table", grid)

    def tasks(self, board: BoardStock) -> None:
        head = [Cell("Uppdrag", "b"), Cell("Ansvarig", "b"), Cell("Klart", "b")]
        grid = Grid("ruled", [0, 42, 24], [head], [])
        for line in board.blocks["uppdrag A"]:
            text, responsible, end = split(line)
            self.assignment(text, responsible, end)
            grid.rows.append([Cell(text), Cell(responsible), Cell(end)])
        self.ledger.put("table", grid)

    def fields(self, board: BoardStock) -> None:
        for each in board.fields:
            self.ledger.heading(4, each.name)
            self.ledger.say(*each.blocks["vad"])
            ahead = each.blocks["framåt"]
            self.ledger.say(*ahead[:2])
            self.ledger.say(*ahead[2:])
            self.activities(each)
            self.volumes(each)
            net = self.nets[board.name, each.name]
            name = each.name[0].lower() + each.name[1:]
            now, before = (
                f"[f|{self.ledger.figures.text(net[year])} tkr{mark}]" for year, mark in ((2, "|2026"), (1, ""))
            )
            self.ledger.say(self.dice.choice(LEADS).format(name, now, before))
            self.costs(each, net)
            first = self.dice.choice(CHANGES).format(name)
            self.ledger.say(first, self.dice.choice(MORE_CHANGES))
            del self.changes(f"Ramförändring för {name} (tkr)", net)["unit_name"]

    def activities(self, each: Field) -> None:
        head = [Cell("Aktivitet", "b"), Cell("Ansvarig", "b"), Cell("Klart", "b")]
        grid = Grid("ruled", [0, 36, 22], [head], [])
        for text in self.doings[each.name]:
            responsible = self.dice.choice(ROLES)
            end = f"{self.dice.choice((2026, 2026, 2027))}-{self.dice.randint(2, 12):02}"
            grid.rows.append([Cell(text), Cell(responsible), Cell(end)])
            fields = {"goal_id": None, "responsible": responsible, "start": None, "end": end, "status": None}
            self.ledger.gold["activities"].append(
                {"text": text, **fields, "progress": None, "comment": None, "section_id": self.ledger.place}
            )
        self.ledger.put("table", grid)

    def volumes(self, each: Field) -> None:
        self.figures("Nyckeltal", [split(line) for line in each.blocks["tal"]])

    def staff(self, board: BoardStock) -> None:
        size = self.total(board)[2] // 1010
        away, full = self.dice.randint(48, 92) / 10, self.dice.randint(58, 94)
        near = "lägre" if away < 6.7 else "högre"
        text = self.ledger.figures.text
        self.ledger.say(
            f"Nämndens verksamheter har {text(size)} årsarbetare, och ungefär {self.dice.randint(9, 24)} av hundra "
            "medarbetare är äldre än sextio år.",
            f"Sjukfrånvaron är {near} än genomsnittet i kommunen.",
            self.dice.choice(STAFF),
            self.dice.choice(MORE_STAFF),
        )
        rows = [
            ["Årsarbetare", str(size), str(self.dice.choice((-3, -2, 1, 2))), "0"],
            ["Sjukfrånvaro, andel (%)", str(away), "-0.2", "1"],
            ["Heltidsanställda, andel (%)", str(full), "1", "0"],
            ["Avgångar på egen begäran", str(max(2, size // 11)), "-1", "0"],
        ]
        self.figures("Personalmått", rows)

    def projects(self, board: BoardStock) -> None:
        lines = self.project_lines(board)
        now = sum(line.amounts[0] for line in lines if isinstance(line.amounts[0], int))
        self.ledger.say(
            self.dice.choice(PLANS).format(f"[c|{self.ledger.figures.text(now)} tkr|2026]"),
            "De enskilda projekten framgår av tabellen och är desamma som i kommunens samlade investeringsbudget.",
        )
        lines.append(Line("Summa", sums(lines), "total"))
        self.table("Investeringsbudget (tkr)", "tkr", "investment", self.project_columns(), lines, "ruled")

    def project_columns(self) -> list[Column]:
        columns = [Column(str(year), "budget" if year == 2026 else "plan", year) for year in (2026, 2027, 2028)]
        return [*columns, Column("Summa", "total")]

    def project_lines(self, board: BoardStock, group: str | None = None) -> list[Line]:
        out = []
        for text in [*board.blocks["investeringar"], *self.whole["extra"][board.name]]:
            name, *years = split(text)
            figures = [int(amount(year)) if year else None for year in years]
            out.append(Line(name, [*figures, sum(figure or 0 for figure in figures)], group=group))
        return out

    def figures(self, corner: str, rows: list[list[str]]) -> None:
        columns = [
            ("Utfall 2024", "outcome"),
            ("Budget 2025", "budget"),
            ("Budget 2026", "budget"),
            ("Plan 2027", "plan"),
            ("Plan 2028", "plan"),
        ]
        head = [Cell(corner, "b"), *(Cell(label, "bn") for label, _ in columns)]
        grid = Grid("shaded", [0, 18, 18, 18, 18, 18], [head], [])
        for label, base, step, decimals in rows:
            cells, values = [Cell(label)], []
            for index, (column, role) in enumerate(columns):
                number = amount(base) * Decimal("1.03") + amount(step) * (index + self.dice.choice((0, 0, 1)))
                number = round(number, int(decimals))
                text, value = self.ledger.value(
                    "#", number, label, role=role, year=2024 + index, column=column, decimals=int(decimals)
                )
                cells.append(Cell(text, "n"))
                values.append(value)
            self.ledger.volume(label, values)
            grid.rows.append(cells)
        self.ledger.put("table", grid)

    def costs(self, each: Field, net: list[int]) -> None:
        lines, left = [], list(net)
        share = self.dice.randint(6, 19)
        income = [-int(value * share / 1000) * 10 for value in net]
        lines.append(Line("Intäkter", list(income)))
        left = [value - own for value, own in zip(net, income, strict=True)]
        whole = sum(COSTS.values())
        shares = {name: part + self.dice.randint(-3, 3) for name, part in COSTS.items()}
        kinds = list(COSTS)[:-1]
        lines += [Line(name, [int(value * shares[name] / whole / 10) * 10 for value in left]) for name in kinds]
        rest = [value - sum(int(line.amounts[i] or 0) for line in lines[1:]) for i, value in enumerate(left)]
        lines.append(Line("Övriga kostnader", list(rest)))
        lines.append(Line("Nettokostnad", list(net), "total"))
        title = f"Budget för {each.name[0].lower() + each.name[1:]} (tkr)"
        del self.table(title, "tkr", "operating", YEARS, lines, "ruled")["unit_name"]

    def money(self, board: BoardStock) -> None:
        name = board.name[0].lower() + board.name[1:]
        total = self.total(board)
        text = self.ledger.figures.text
        self.ledger.say(
            f"Kommunfullmäktige har fastställt ramen för {name} till [f|{text(total[2])} tkr|2026] för 2026.",
            f"Jämfört med budgeten för 2025 ökar den med [f|{text(total[2] - total[1])} tkr].",
        )
        self.changes("Förändring av ramen (tkr)", total)
        lines = [Line(each.name, list(self.nets[board.name, each.name])) for each in board.fields]
        lines.append(Line("Summa", list(total), "total"))
        self.table("Driftbudget (tkr)", "tkr", "operating", YEARS, lines, "shaded")

    def changes(self, title: str, net: list[int]) -> Record:
        columns = [Column(str(year), "budget" if year == 2026 else "plan", year) for year in (2026, 2027, 2028)]
        before, after = net[1:4], net[2:5]
        pay = [int(value * 0.021 / 50) * 50 for value in before]
        volume = [int(value * 0.004 / 10) * 10 + self.dice.randint(-8, 14) * 10 for value in before]
        saving = [-int(value * 0.003 / 10) * 10 for value in before]
        rest = [a - b - p - v - s for a, b, p, v, s in zip(after, before, pay, volume, saving, strict=True)]
        lines = [
            Line("Ram föregående år", list(before)),
            Line("Löner och priser", list(pay)),
            Line("Volymer", list(volume)),
            Line("Effektivisering", list(saving)),
            Line("Övriga förändringar", list(rest)),
            Line("Ram", list(after), "total"),
        ]
        return self.table(title, "tkr", "frame", columns, lines, "ruled")


def _banner(facts: tuple[tuple[str, str], ...], shade: int) -> str:
    return "#banner(" + ", ".join(f'("{number}", "{word}")' for number, word in facts) + f", shade: {shade})"
