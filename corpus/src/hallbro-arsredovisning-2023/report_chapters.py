"""The boards' chapters of Hallbro's report."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from report_measures import STATUS, Measures, dot, lower

from board_stock import Aim, BoardStock, Field, amount, split
from ledger import Cell, Column, Grid, Line, sums

LARGE = 12_000  # tkr: activities with a photograph and a table of staff, the others have a chart
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


class Chapters(Measures):
    """The ledger with the boards and the chapters on them."""

    def photo(self, name: str) -> None:
        self.raw(f'<img class="photo" src="{name.split()[0]}.jpg" alt="">')

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


def _mnkr(tkr: int) -> str:
    return f"{tkr / 1000:.1f}".replace(".", ",")
