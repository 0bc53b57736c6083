"""Hedarp's Mål och budget 2026, made from data and set by Typst: a whole municipality, nine boards, over 150 pages.

Bookmarks, no tags, page numbers that start again, a goal table with merged cells in each board's chapter, a table over
four pages, a landscape appendix. ``document()`` gives the ledger, ``PLAN`` what the gold says of the whole.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from budget_chapters import YEARS, Chapters

from board_stock import Measure, amount, split
from ledger import Cell, Column, Grid, Ledger, Line, figure, sums
from script import perform

HERE = Path(__file__).parent
PRODUCER = "typst"
PLAN = {
    "title": "Mål och budget 2026 med plan för 2027–2028",
    "document_type": "mal_och_budget",
    "municipality": {"name": "Hedarp", "code": None, "county": None},
    "board": None,
    "period": {"start": 2026, "end": 2028},
    "adopted": {"by": "Kommunfullmäktige", "date": "2025-11-24", "reference": "KS 2025/00214"},
}
NOTES = (
    "Made from data (corpus/src/boards, text.txt, whole.toml): the gold is the same data in the model's terms, page "
    "numbers are the typesetter's. A plan of the whole municipality: board null, Section.board in the nine chapters "
    "6.1-6.9. Roman page numbers for the contents, 1 again on the chairman's page and in the appendix. Council goals "
    "are boxes with a run-in label; 4.1-4.4 are sections and areas. The first column of the boards' goal tables gives "
    "the council goal's number: parent. Goal tables run over pages with merged cells. Amounts in the tables of an "
    "activity: kind operating, unit_name left out. The chart of the population and the organisation are no tables."
)


class Budget(Chapters):
    """Hedarp's plan as it is entered in the ledger."""

    # The whole municipality

    def sign(self, name: str) -> None:
        self.ledger.put("p", name, "sign")

    def calendar(self, _: str) -> None:
        rows = self.whole["calendar"]["rows"]
        months = "Januari Februari Mars April Maj Juni Juli Augusti September Oktober November December".split()  # noqa: SIM905
        grid = Grid(
            "ruled", [35, 0], [[Cell("Månad", "b"), Cell("Händelse", "b")]], [[Cell(a), Cell(b)] for a, b in rows]
        )
        self.ledger.put("table", grid)
        for month, text in rows:
            item = {"year": None, "month": months.index(month) + 1, "label": month, "text": text}
            self.ledger.gold["calendar"].append(item)

    def council_goals(self, _: str) -> None:
        count = 0
        for number, area in enumerate(self.whole["council"], 1):
            self.ledger.heading(2, area["area"], f"4.{number}")
            for goal in area["goal"]:
                count += 1
                self.council[str(count)] = self.ledger.goal(
                    goal["text"],
                    label=f"Fullmäktigemål {count}",
                    term="Fullmäktigemål",
                    level="council",
                    area=area["area"],
                    strategy=goal["strategy"],
                    responsible=goal["responsible"],
                )
                self.raw(_box(f"Fullmäktigemål {count}:", goal["text"]))
                self.raw(_run("Strategi:", goal["strategy"]) + _run("Ansvarig nämnd:", goal["responsible"]))
                self.ledger.say(*goal["about"])
                self.measures(goal["measures"], self.council[str(count)])

    def measures(self, lines: list[str], goal: str) -> None:
        columns = [("Utfall 2024", "outcome", 2024), ("Mål 2026", "target", 2026), ("Mål 2028", "target", 2028)]
        head = [Cell("Indikator", "b"), *(Cell(label, "bn") for label, _, _ in columns)]
        grid = Grid("ruled", [0, 24, 24, 24], [head], [])
        for line in lines:
            name, outcome, target, figure, step = split(line)
            measure = Measure(name, outcome, target, amount(figure), amount(step), False)
            grid.rows.append(self.measure(measure, goal, columns))
        self.ledger.put("table", grid)

    def financial(self, _: str) -> None:
        for text in self.whole["financial"]["goals"]:
            self.ledger.goal(text, term="Finansiellt mål", level="council")
        self.ledger.put("ul", self.whole["financial"]["goals"])

    def common(self, _: str) -> None:
        for text in self.whole["common"]["assignments"]:
            self.assignment(text, None, None)
        self.ledger.put("ul", self.whole["common"]["assignments"])

    # The economy

    def taxes(self, _: str) -> None:
        lines = [Line(row[0], [figure(text) for text in row[1:]]) for row in self.whole["taxes"]["rows"]]
        lines.append(Line("Summa", sums(lines), "total"))
        self.taxed = lines[-1].amounts
        self.table("Tabell 1: Skatteintäkter och utjämning (mnkr)", "mnkr", None, YEARS, lines, "ruled", decimals=1)

    def result(self, _: str) -> None:
        frames = [Decimal(sum(n[year] for n in self.nets.values())) / 1000 for year in range(5)]
        results = [Decimal(text) for text in ("18.2", "21.4", "24.6", "25.5", "28.6")]
        wear = [Decimal(text) for text in ("-92.7", "-98.3", "-104.8", "-110.2", "-117.9")]
        incomes = [Decimal(text) for text in ("588.4", "601.0", "617.5", "630.2", "644.9")]
        interest = [Decimal(text) for text in ("-9.4", "-14.1", "-17.6", "-22.3", "-25.0")]
        net = [r - Decimal(str(t)) - i for r, t, i in zip(results, self.taxed, interest, strict=True)]
        costs = [n - w - i for n, w, i in zip(net, wear, incomes, strict=True)]
        assert all(-cost > frame for cost, frame in zip(costs, frames, strict=True)), (costs, frames)
        lines = [
            Line("Verksamhetens intäkter", list(incomes)),
            Line("Verksamhetens kostnader", list(costs)),
            Line("Avskrivningar", list(wear)),
            Line("Verksamhetens nettokostnad", list(net), "total"),
            Line("Skatter och utjämning", list(self.taxed)),
            Line("Finansnetto", list(interest)),
            Line("Årets resultat", list(results), "total"),
        ]
        self.table("Tabell 2: Resultatbudget (mnkr)", "mnkr", "income_statement", YEARS, lines, "shaded", decimals=1)

    def balance(self, _: str) -> None:
        lines: list[Line] = []
        assets: list[Any] = []
        for group in self.whole["balance"]["group"]:
            own = [Line(row[0], [figure(t) for t in row[1:]], group=group["name"]) for row in group["rows"]]
            if "rest" in group:
                own.append(
                    Line(group["rest"], [a - b for a, b in zip(assets, sums(own), strict=True)], group=group["name"])
                )
            assets = sums(own)
            total = Line(group["total"], assets, "total", group["name"])
            lines += [Line(group["name"], [], "group"), *own, total]
        self.table("Tabell 3: Balansbudget (mnkr)", "mnkr", "other", YEARS, lines, "ruled", decimals=1)

    def cash(self, _: str) -> None:
        lines = [Line(row[0], [figure(text) for text in row[1:]]) for row in self.whole["cash"]["rows"]]
        lines.append(Line("Årets kassaflöde", sums(lines), "total"))
        self.table("Tabell 4: Kassaflödesbudget (mnkr)", "mnkr", "other", YEARS[2:], lines, "ruled", decimals=1)

    def frames(self, _: str) -> None:
        columns = [YEARS[1], Column("Förändring", "change"), *YEARS[2:]]
        lines = []
        for board in self.boards:
            total = self.total(board)
            lines.append(Line(board.name, [total[1], total[2] - total[1], *total[2:]]))
        lines.append(Line("Summa", sums(lines), "total"))
        self.table("Tabell 5: Nämndernas ramar (tkr)", "tkr", "frame", columns, lines, "shaded")

    # Investments and the appendix

    def investments(self, _: str) -> None:
        lines: list[Line] = []
        totals: list[Line] = []
        for board in self.boards:
            own = self.project_lines(board, board.name)
            totals.append(Line(f"Summa {board.name[0].lower() + board.name[1:]}", sums(own), "total", board.name))
            lines += [Line(board.name, [], "group"), *own, totals[-1]]
        lines.append(Line("Summa investeringar", sums(totals), "total"))
        title = "Tabell 6: Investeringar per nämnd och projekt 2026–2028 (tkr)"
        self.table(title, "tkr", "investment", self.project_columns(), lines, "full")

    def appendix(self, _: str) -> None:
        self.raw('#set page(flipped: true)\n#counter(page).update(1)\n#prefix.update("B1:")')
        self.ledger.heading(1, "Bilaga 1. Driftramar per verksamhet")
        columns = [
            YEARS[1],
            *(Column(name, "budget", 2026, "Budget 2026") for name in ("Intäkter", "Kostnader", "Netto")),
        ]
        columns += [*YEARS[3:], Column("Ändring, %", "count")]
        lines: list[Line] = []
        totals: list[Line] = []
        for board in self.boards:
            own = []
            for each in board.fields:
                net = self.nets[board.name, each.name]
                income = -int(net[2] * self.dice.randint(5, 20) / 1000) * 10
                change = _percent(net[2], net[1])
                own.append(Line(each.name, [net[1], income, net[2] - income, *net[2:], change], group=board.name))
            total = [*sums(own)[:-1]]
            total.append(_percent(int(total[3] or 0), int(total[0] or 0)))
            totals.append(Line(f"Summa {board.name[0].lower() + board.name[1:]}", total, "total", board.name))
            lines += [Line(board.name, [], "group"), *own, totals[-1]]
        whole = [*sums(totals)[:-1]]
        lines.append(Line("Summa nämnderna", [*whole, _percent(int(whole[3] or 0), int(whole[0] or 0))], "total"))
        self.table("Driftramar per verksamhet (tkr)", "tkr", "operating", columns, lines, "full")


def _percent(now: int, before: int) -> str:
    return f"{(now - before) / before * 100:.1f}".replace(".", ",")


def _box(label: str, text: str) -> str:
    return f'#goalbox("{label}", "{text}")'


def _run(label: str, text: str) -> str:
    return f'#run("{label}", "{text}")'


def document() -> Ledger:
    plan = Budget()
    bars = [("2015", 34.9), ("2020", 35.2), ("2025", 35.9), ("2030", 36.0), ("2035", 36.1)]
    calls = {
        "sign": plan.sign,
        "organisation": lambda _: plan.raw("#organisation(" + ", ".join(f'"{b.name}"' for b in plan.boards) + ")"),
        "population": lambda _: plan.raw("#bars(" + ", ".join(f'("{year}", {people})' for year, people in bars) + ")"),
        "calendar": plan.calendar,
        "council": plan.council_goals,
        "financial": plan.financial,
        "common": plan.common,
        "taxes": plan.taxes,
        "result": plan.result,
        "balance": plan.balance,
        "cash": plan.cash,
        "frames": plan.frames,
        "boards": plan.all_boards,
        "investments": plan.investments,
        "appendix": plan.appendix,
    }
    perform(plan.ledger, HERE / "text.txt", calls)
    return plan.ledger
