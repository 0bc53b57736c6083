"""The table of budgets: lines aligned by name and role over years and municipalities, and plan against outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from planparse.compare.columns import Row
from planparse.compare.facts import AmountFact
from planparse.compare.lexicon import read
from planparse.compare.line_ties import Figure, Held, Tie, printed_step, ties
from planparse.compare.part_years import is_part_year
from planparse.compare.side_tables import SideTables
from planparse.compare.words import fold, lemmas, one_names, tokens
from planparse.model import BudgetColumn

_PLANNED = ("budget", "plan")
_MEMORY = 65_536
"""labels remembered"""
_JOINING = {"och", "samt", "&"}
_FIGURE = re.compile(r"\d+")
_SUM, _INVESTED = "Summa", "Nettoinvesteringar"
_AMBIGUOUS = "flera rader i dokumentet har samma namn och olika belopp"
_PARTS = "tabellen har flera kolumner för samma år"
_NO_UNIT = "enheten är inte tryckt"
_CODES = (
    (_NO_UNIT, "unit_missing"),
    ("inget år", "year_unknown"),
    ("del av år", "part_year"),
    (_AMBIGUOUS, "ambiguous"),
    (_PARTS, "several_columns"),
)
"""what can't be compared; empty cells and columns of differences are no figures that anybody would compare"""


@dataclass(frozen=True, slots=True)
class Line:
    """An amount with the line that it belongs to: ``group`` is the same for the same line elsewhere."""

    fact: AmountFact
    group: int
    name: str
    year: int | None
    superseded: bool
    reason: str | None
    tie: Tie | None = None
    """what ties it to the group, where that is not its name"""

    @property
    def measure(self) -> str | None:
        return self.fact.column.measure

    @property
    def sek(self) -> float | None:
        return None if self.fact.amount.sek is None else float(self.fact.amount.sek)

    @property
    def series(self) -> tuple[object, ...]:
        """What its amounts over the years are a series of."""
        return self.fact.board.key, self.group, self.measure


@lru_cache(_MEMORY)
def line_name(label: str) -> str:
    """The name that a line is shown under.

    >>> line_name("Summa intäkter (tkr)"), line_name("Köp av verksamhet")
    ('Intäkter', 'Köp av verksamhet')
    """
    return _one_names().get(_bare(label), label.strip())


@lru_cache(_MEMORY)
def line_key(name: str) -> str:
    """What a line is aligned by: its words without their forms and order, interchangeable ones as one; its figures.

    >>> line_key("Särskilda boenden") == line_key("Särskilt boende")
    True
    >>> line_key("Fritidshem och förskoleklass") == line_key("Förskoleklass och fritidshem")
    True
    >>> line_key("Skola 1") == line_key("Skola 2"), line_key("Övriga intäkter") == line_key("Intäkter")
    (False, False)
    """
    return " ".join(
        sorted({*one_names([w for w in lemmas(tokens(name)) if w not in _JOINING]), *_FIGURE.findall(name)})
    )


def _bare(label: str) -> str:
    return fold(re.sub(r"\([^)]*\)", " ", label))


class LineGroups:
    """The numbers and names of groups of lines: same name, kind of table, heading row and unit."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._names: dict[int, str] = {}

    def of(self, fact: AmountFact, name: str, key: str) -> tuple[int, str]:
        """A line's group and the name that the group is shown under."""
        # A line of a table for one unit ("Hemtjänst, personal") is not the board's.
        under = fold(fact.budget.unit_name or ""), fold(fact.line.group or "")
        number = self._numbers.setdefault((_kind(fact), key, *under), len(self._numbers))
        return number, self._names.setdefault(number, name)


def lines_of(facts: Sequence[AmountFact], superseded: Mapping[str, str], groups: LineGroups) -> list[Line]:
    """A municipality's amounts with their groups."""
    shared = _shared_names(facts)
    named = [_named(fact, shared) for fact in facts]
    years = [_year(fact) for fact in facts]
    reasons = [_why_not(fact, year) for fact, year in zip(facts, years, strict=True)]
    compared = [at for at, reason in enumerate(reasons) if reason is None]
    renamed = _renamed([(facts[at], named[at], years[at]) for at in compared])
    out = []
    for fact, (name, key), year, reason in zip(facts, named, years, reasons, strict=True):
        tie = renamed.get((*_series_of(fact), key)) if renamed else None
        group = groups.of(fact, tie.name if tie else name, tie.key if tie else key)
        out.append(Line(fact, *group, year, False, reason, tie))
    by_document = groupby(out, key=lambda line: line.fact.document.id)
    return _counted([line for _, held in by_document for line in _unambiguous(list(held))], superseded)


def _renamed(compared: Sequence[tuple[AmountFact, tuple[str, str], int | None]]) -> dict[tuple[object, ...], Tie]:
    """The lines that go on under another name, by board, kind of table and what they are aligned by."""
    held: dict[tuple[object, ...], dict[str, tuple[int, dict[str, Held]]]] = {}
    for fact, (name, key), year in compared:
        document = fact.document
        if year is None or document.start is None or fact.amount.sek is None:
            continue
        of_series = held.setdefault(_series_of(fact), {})
        lines = of_series.setdefault(document.id, (document.start, {}))[1]
        line = lines.setdefault(key, Held(key, name, fact.line.label))
        figure = Figure(float(fact.amount.sek), printed_step(fact.amount.raw, fact.budget.unit))
        line.figures.setdefault((year, str(fact.column.measure)), figure)
    return {
        (*series, key): tie
        for series, of_series in held.items()
        for key, tie in ties(sorted(of_series.values(), key=lambda entry: entry[0])).items()
    }


def _series_of(fact: AmountFact) -> tuple[object, ...]:
    """The tables whose lines are a line's years: of one board, kind, unit and heading row."""
    return (*fact.board.key, _kind(fact), fold(fact.budget.unit_name or ""), fold(fact.line.group or ""))


def _kind(fact: AmountFact) -> str:
    return fact.budget.kind if fact.budget.kind in ("investment", "frame") else "operating"


def _place(fact: AmountFact, name: str) -> tuple[object, ...]:
    return fact.document.id, fact.budget.id, fact.line.group, name


def _shared_names(facts: Sequence[AmountFact]) -> dict[tuple[object, ...], set[str]]:
    """For each name that lines of a table come under, the labels printed there."""
    out: dict[tuple[object, ...], set[str]] = {}
    for fact in facts:
        out.setdefault(_place(fact, line_name(fact.line.label)), set()).add(fold(fact.line.label))
    return out


def _named(fact: AmountFact, shared: Mapping[tuple[object, ...], set[str]]) -> tuple[str, str]:
    """A line's name, and what it is aligned by; of "Intäkter" and "Summa intäkter" in a table the sum has the name."""
    name = line_name(fact.line.label)
    if len(shared[_place(fact, name)]) > 1 and fact.line.role != "total":
        return fact.line.label.strip(), f"{fold(fact.line.label)} (item)"
    if name == _SUM and fact.line.role == "total" and _kind(fact) == "investment":
        name = _INVESTED
    return name, line_key(name)


def budget_rows(lines: Sequence[Line], tables: SideTables) -> Iterator[Row]:
    """The rows of ``budgets``, with index and change against the year before where a series has them."""
    series = _series(lines)
    return (_row(line, series.get(line.series, {}), tables) for line in lines)


def outcome_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of ``budget_outcomes``: what a plan budgets for a year beside what a report says was the outcome."""
    planned: dict[tuple[object, ...], Line] = {}
    for line in lines:
        if _counts(line) and line.measure in _PLANNED and not line.fact.document.is_report:
            planned.setdefault((line.fact.board.key, line.group, line.year), line)
    out = []
    for line in lines:
        if not _counts(line) or line.measure != "outcome" or not line.fact.document.is_report:
            continue
        if line.fact.document.is_part_year:
            continue
        plan = planned.get((line.fact.board.key, line.group, line.year))
        if plan is not None and plan.sek is not None and line.sek is not None:
            out.append(_outcome(plan, line, plan.sek, line.sek))
    return out


def _outcome(plan: Line, report: Line, budget: float, outcome: float) -> Row:
    return {
        **report.fact.board.row,
        "group": report.group,
        "line": report.name,
        "year": report.year,
        "budget": budget,
        "outcome": outcome,
        "difference": outcome - budget,
        "percent": 100 * (outcome - budget) / abs(budget) if budget else None,
        "label_plan": plan.fact.line.label,
        "label_report": report.fact.line.label,
        "raw_plan": plan.fact.amount.raw,
        "raw_report": report.fact.amount.raw,
        **plan.fact.document.place(plan.fact.amount.locations or plan.fact.line.locations, "_plan"),
        **report.fact.document.place(report.fact.amount.locations or report.fact.line.locations, "_report"),
    }


def _counts(line: Line) -> bool:
    return not line.superseded and line.reason is None and line.sek is not None


def _year(fact: AmountFact) -> int | None:
    if fact.column.year is not None:
        return fact.column.year
    # "Budget" in a plan of one year is that year's, "Utfall" that of a report's; over several years nobody says which.
    told = fact.column.measure == "budget" or (
        fact.document.is_report and fact.column.measure in ("outcome", "forecast")
    )
    return fact.document.start if told and fact.document.start == fact.document.end else None


def _why_not(fact: AmountFact, year: int | None) -> str | None:
    if fact.amount.sek is None:
        stated = any(letter.isdigit() for letter in fact.amount.raw)
        return _NO_UNIT if stated and fact.budget.unit is None else "cellen har inget belopp"
    if fact.column.measure in ("change", "total", None):
        return "kolumnen är en förändring eller summa över år"
    if year is None:
        return "inget år"
    if _of_part_year(fact.column):
        return f"del av år: {fact.column.label}"
    if fact.column.measure == "outcome" and fact.document.is_part_year and year == fact.document.end:
        return "del av år: delårsrapport"
    return _PARTS if _has_twin(fact) else None


def _has_twin(fact: AmountFact) -> bool:
    """Whether its table has another column of its year and measure: kinds of cost, or a budget and its revision."""
    mine = fact.column.measure, fact.column.year
    same = [column for column in fact.budget.columns if (column.measure, column.year) == mine]
    return sum(not _of_part_year(column) for column in same) > 1


def _of_part_year(column: BudgetColumn) -> bool:
    """Whether a column is of some months; a forecast that is made in the year ("Prognos augusti") is of all of it."""
    return column.measure != "forecast" and is_part_year(column.label)


def _unambiguous(lines: Sequence[Line]) -> list[Line]:
    """The lines of a document; those that have one name and differ in amount can't be told apart, and say so."""
    amounts: dict[tuple[object, ...], set[float]] = {}
    for line in lines:
        if line.reason is None and line.sek is not None:
            amounts.setdefault((line.series, line.year), set()).add(line.sek)
    return [
        replace(line, reason=_AMBIGUOUS)
        if line.reason is None and len(amounts.get((line.series, line.year), ())) > 1
        else line
        for line in lines
    ]


def _counted(lines: Sequence[Line], superseded: Mapping[str, str]) -> list[Line]:
    """The lines of a municipality, those marked that a later document says anew; of one document the first counts."""
    last: dict[tuple[object, ...], tuple[object, int]] = {}
    for number, line in enumerate(lines):
        document = line.fact.document
        if document.id in superseded or line.reason is not None:
            continue
        rank = (line.measure == "outcome" and document.is_report, document.order)
        key = (line.series, line.year)
        if key not in last or rank > last[key][0]:  # type: ignore[operator]
            last[key] = (rank, number)
    counted = {number for _, number in last.values()}
    return [
        replace(line, superseded=True) if line.reason is None and number not in counted else line
        for number, line in enumerate(lines)
    ]


def _series(lines: Sequence[Line]) -> dict[tuple[object, ...], dict[int, float]]:
    out: dict[tuple[object, ...], dict[int, float]] = {}
    for line in lines:
        if _counts(line) and line.year is not None and line.sek is not None:
            out.setdefault(line.series, {})[line.year] = line.sek
    return {key: dict(sorted(values.items())) for key, values in out.items()}


def _row(line: Line, series: Mapping[int, float], tables: SideTables) -> Row:
    fact, sek, year = line.fact, line.sek, line.year
    row: Row = {
        "group": line.group,
        "line": line.name,
        **fact.board.row,
        "year": year,
        "measure": line.measure,
        "sek": sek,
        "raw": fact.amount.raw,
        "unit": fact.budget.unit,
        "label": fact.line.label,
        "column": fact.column.label,
        "role": fact.line.role,
        "budget_kind": fact.budget.kind,
        "title": fact.budget.title,
        "section": fact.line.group,
        "comparable": line.reason is None,
        "reason": line.reason,
        "basis": "same_amounts" if line.tie else "same_name",
        "likeness": None if line.tie else 1.0,
        "sure": line.tie.sure if line.tie else True,
        "vintage": fact.document.vintage,
        "superseded": line.superseded,
        "document_type": fact.document.plan.document_type,
        "record": fact.budget.id,
        **fact.document.place(fact.amount.locations or fact.line.locations),
    }
    if sek is not None and year is not None and line.reason is None:
        row["sek_fixed"] = tables.fixed(sek, year)
        row["sek_per_inhabitant"] = tables.per_inhabitant(sek, fact.board.code, year)
        if not line.superseded:
            row |= _movement(series, year)
    return row


def _movement(series: Mapping[int, float], year: int) -> Row:
    first, before = next(iter(series.values()), None), series.get(year - 1)
    return {
        "index": 100 * series[year] / first if first else None,
        "change_percent": 100 * (series[year] - before) / abs(before) if before else None,
    }


@cache
def _one_names() -> dict[str, str]:
    return {word: entry.name for entry in read("line_names") for word in entry.words()}


def not_compared_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """What ``not_compared`` says of amounts: those that print a figure and can't be held to others."""
    for line in lines:
        code = next((code for start, code in _CODES if line.reason and line.reason.startswith(start)), None)
        if code is not None:
            yield {
                **line.fact.board.row,
                "record": "budget",
                "code": code,
                "reason": line.reason,
                "wording": line.fact.line.label,
                "raw": line.fact.amount.raw,
                "year": line.year,
                "record_id": line.fact.budget.id,
                **line.fact.document.place(line.fact.amount.locations),
            }
