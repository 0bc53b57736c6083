"""The statements, notes and tables of the whole municipality in Hallbro's report."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from board_stock import amount, split
from ledger import Column, Figures, Ledger, Line, figure, sums

YEARS = [Column("2022", "outcome", 2022), Column("2023", "outcome", 2023)]
BOTH = [
    Column("Not", "text"),
    *(Column(str(year), "outcome", year, over) for over in ("Kommunen", "Koncernen") for year in (2022, 2023)),
]
WIDE: list[float] = [0, 12, 22, 22, 22, 22]


class Statements:
    """``whole`` is the data of whole.toml."""

    def __init__(self, report: Any) -> None:
        self.report, self.ledger, self.whole = report, report.ledger, report.whole

    def calls(self) -> dict[str, Any]:
        return {
            "balance_rule": self.balance_rule,
            "income": self.income,
            "balance_sheet": self.balance_sheet,
            "cash": self.cash,
            "notes": self.notes,
            "operating": self.operating,
            "investments": self.investments,
        }

    def in_brackets(self) -> Figures:
        """From here on negative figures stand in brackets; gives the way they stood before."""
        before: Figures = self.ledger.figures
        self.ledger.figures = self.report.bracketed
        return before

    def balance_rule(self, _: str) -> None:
        data = self.whole["balance_rule"]
        lines = [Line(row[0], [figure(text) for text in row[1:]]) for row in data["rows"]]
        lines.append(Line(data["total"], sums(lines), "total"))
        self.money("Balanskravsutredning", "other", YEARS, lines, corner="Balanskravsutredning, mnkr")

    def money(self, title: str, kind: str | None, columns: list[Column], lines: list[Line], **more: Any) -> None:
        ledger: Ledger = self.ledger
        widths = more.pop("widths", [0, *[26.0] * len(columns)])
        look = more.pop("look", "lined")
        ledger.money(title, "mnkr", kind, columns, lines, look=look, widths=widths, decimals=1, **more)

    def income(self, _: str) -> None:
        lines: list[Line] = []
        for row in self.whole["income"]["rows"]:
            if row[0].startswith("="):
                items = [line for line in lines if line.role == "item"]
                lines.append(Line(row[0].lstrip("="), [None, *sums(items)[1:]], "total"))
            else:
                lines.append(Line(row[0], [row[1], *(figure(text) for text in row[2:])]))
        before = self.in_brackets()
        self.money("Resultaträkning", "income_statement", BOTH, lines, widths=WIDE, corner="Resultaträkning, mnkr")
        self.ledger.figures = before

    def balance_sheet(self, _: str) -> None:
        lines: list[Line] = []
        whole: list[Any] = []
        for group in self.whole["balance_sheet"]["group"]:
            name = group["name"]
            own = [Line(row[0], [row[1], *(figure(text) for text in row[2:])], group=name) for row in group["rows"]]
            if "rest" in group:
                rest = [a - b for a, b in zip(whole, sums(own)[1:], strict=True)]
                own.append(Line(group["rest"], ["18", *rest], group=name))
            whole = sums(own)[1:]
            lines += [Line(name, [], "group"), *own, Line(group["total"], [None, *whole], "total", name)]
        self.money("Balansräkning", "other", BOTH, lines, widths=WIDE, look="tinted", corner="Balansräkning, mnkr")

    def cash(self, _: str) -> None:
        data = self.whole["cash"]
        lines = [Line(row[0], [figure(text) for text in row[1:]]) for row in data["rows"]]
        lines.append(Line(data["total"], sums(lines), "total"))
        before = self.in_brackets()
        self.money("Kassaflödesanalys", "other", YEARS, lines, corner="Kassaflödesanalys, mnkr")
        self.ledger.figures = before

    def notes(self, _: str) -> None:
        for index, note in enumerate(self.whole["note"]):
            self.ledger.heading(3, note["title"])
            lines = [Line(row[0], [figure(text) for text in row[1:]]) for row in note["rows"]]
            lines.append(Line("Summa", sums(lines), "total"))
            look = "tinted" if index % 2 else "lined"
            self.money(note["title"], None, YEARS, lines, look=look, corner="Mnkr")

    def operating(self, _: str) -> None:
        lines = []
        for board in self.report.boards:
            budget = sum(each.frame for each in board.fields)
            spent = budget - sum(each.deviation for each in board.fields)
            before = int(spent * Decimal(self.report.dice.randint(938, 968)) / 1000)
            lines.append(Line(board.name, [-before, -budget, -spent, budget - spent]))
        lines.append(Line("Summa nämnder", sums(lines), "total"))
        columns = [Column("Utfall 2022", "outcome", 2022), Column("Budget 2023", "budget", 2023)]
        columns += [Column("Utfall 2023", "outcome", 2023), Column("Avvikelse", "change")]
        caption = "Driftredovisning per nämnd (tkr)"
        widths: list[float] = [0, 26, 26, 26, 24]
        self.ledger.money(caption, "tkr", "operating", columns, lines, look="lined", widths=widths, caption=caption)

    def investments(self, _: str) -> None:
        columns = [Column("Budget", "budget", None, "Hela projektet")]
        columns.append(Column("Utfall t.o.m. 2023", "outcome", 2023, "Hela projektet"))
        columns += [Column("Budget", "budget", None, "Årets investeringar")]
        columns += [
            Column(name, kind, None, "Årets investeringar")
            for name, kind in (("Utfall", "outcome"), ("Avvikelse", "change"))
        ]
        lines: list[Line] = []
        totals: list[Line] = []
        for board in self.report.boards:
            own = [self.project(*split(text), group=board.name) for text in self.whole["extra"][board.name]]
            for text in board.blocks["investeringar"]:
                name, *years = split(text)
                figures = [int(amount(year)) for year in years if year]
                own.append(self.project(name, str(sum(figures)), str(figures[0]), group=board.name))
            totals.append(Line(f"Summa {board.name[0].lower()}{board.name[1:]}", sums(own), "total", board.name))
            lines += [Line(board.name, [], "group"), *own, totals[-1]]
        lines.append(Line("Summa investeringar", sums(totals), "total"))
        caption = "Investeringsredovisning per projekt (tkr)"
        widths: list[float] = [0, 21, 24, 21, 21, 21]
        before = self.in_brackets()
        self.ledger.money(caption, "tkr", "investment", columns, lines, look="tinted", widths=widths, caption=caption)
        self.ledger.figures = before

    def project(self, name: str, whole: str, year: str, group: str) -> Line:
        budget, own = int(amount(whole)), int(amount(year))
        spent = int(own * self.report.dice.randint(45, 108) / 1000) * 10
        earlier = int((budget - own) * self.report.dice.randint(0, 60) / 1000) * 10
        return Line(name, [budget, earlier + spent, own, spent, own - spent], group=group)
