"""The columns of a goal, indicator or activity table: what each holds, by its head and by what stands in it.

    Perspektiv | Nämndens mål | Mätetal   | Nuläge | 2024 | Mål 2025 | Ansvarig
    area         goal           indicator   value    value  value      responsible

A head alone does not always tell: under "Mål" stand wordings in one table and figures in the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from planparse.extract.context import Context
from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_terms import goal_noun, is_of_others, level_of, singular
from planparse.extract.head_rows import HeadRows, spread_heads, stacked_heads
from planparse.layout.blocks import Cell, Grid
from planparse.model.terms import Gender, GoalLevel, ValueRole
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import header_year, part_year_end, years_in
from planparse.values.quantity import parse_quantity
from planparse.values.relative import from_to

_YEAR = r"(?:19|20)\d\d"
_TIME = re.compile(
    rf"(?:\bår )?\b{_YEAR}(?:[-./]\d\d[-./]\d\d|\s?[-/]\s?(?:{_YEAR}|\d\d))?\b"
    r"|\b(?:jan|feb|mars?|apr|maj|juni?|juli?|aug|sept?|okt|nov|dec)\w*\.?(?:\s?[-/]\s?[a-z]{3,9}\.?)?(?=\s|$)"
    r"|\b(?:tertial|kvartal|halvår|delår|t|kv|q|h) ?[1-4]\b|\bt\.?o\.?m\.?\b|\bper\b|\bhelår\b",
)
_GENDER = re.compile(r"(?:^|[\s,(/])(?P<gender>kvinnor|män|totalt|flickor|pojkar|k|m|t)\)?$")
_GENDERS: dict[str, Gender] = {
    "k": "K",
    "kvinnor": "K",
    "flickor": "K",
    "m": "M",
    "män": "M",
    "pojkar": "M",
    "t": "T",
    "totalt": "T",
}
_ROLES: dict[str, ValueRole] = {
    "baseline": "baseline",
    "target": "target",
    "outcome": "outcome",
    "forecast": "forecast",
    "budget": "budget",
    "plan": "plan",
}
_MIXED = re.compile(
    r"\w*mål(?:en)?(?: ?/ ?| och | samt | & | ?- ?| med )"
    r"(?:indikator(?:er)?|mått|nyckeltal|mätetal|styrtal|resultatmått)"
)
_LONGEST_HEAD = 12
"""words; the longest head met has nine ("Verksamhetsmål med inriktning på …"), and rows of text have more"""
_LONGEST_VALUE = 60
"""characters of a value with what it says beside the number ("33 (jan-oktober 2019)")"""
_NUMBERED = re.compile(r"\d{1,2}[.)] [A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ [a-zåäö]")
"""a wording behind its number"""
_VALUE_ONLY = re.compile(r"(?:årsmål|målvärden?|målnivå|måltal)$")
"""heads of values also where the cells put them off ("Tas fram av nämnden")"""
_SHORT_VALUE = 5
_SHORT = 3
"""words that may stand in a value's place ("Nytt mått", "Uppgift saknas", "Ej mätt i år")"""
_ONE_NUMBER = r"(?:[A-ZÅÄÖ]{1,3}[ .-]?)?\d{1,2}(?:\.\d{1,2})?"
_NUMBERS = re.compile(rf"(?:[A-Za-zåäö]*[Mm]ål )?{_ONE_NUMBER}(?:\s?(?:,|och|-|–|;)\s?{_ONE_NUMBER})*")
"""numbers ("2", "1, 3", "Mål 2") or labels ("N1", "KS 4") of goals"""
_LONGEST_AREA = 5
"""words of the name of an area in a column without a head"""
_RECORDS = frozenset({"goal", "indicator", "activity"})


@dataclass(frozen=True, slots=True)
class ValueHead:
    """What a column of values is for; ``role`` None where only the document's kind and the year tell."""

    role: ValueRole | None
    year: int | None
    as_of: str | None
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Column:
    """``role`` is "goal", "indicator", "activity", "value", or one of the values in goal_columns.toml; "" unknown."""

    index: int
    head: str
    role: str
    term: str | None = None
    level: GoalLevel | None = None
    value: ValueHead | None = None
    points: bool = False
    """a goal column that only points at goals printed elsewhere ("Koppling till mål")"""
    mixed: bool = False
    """a column of indicators with their goals over them ("Mål/indikator")"""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns, the first row of its body, and the title cells over its heads."""

    columns: tuple[Column, ...]
    top: int
    titles: tuple[Cell, ...] = ()

    def of(self, *roles: str) -> list[Column]:
        return [column for column in self.columns if column.role in roles]

    def has(self, *roles: str) -> bool:
        return any(column.role in roles for column in self.columns)


def read_columns(grid: Grid, context: Context) -> Columns:
    """The columns of a grid; every role is "" where no row of it reads as heads."""
    matrix = grid.matrix()
    top = min(grid.header_rows, grid.rows)
    if top == 0:
        top = 1 if head_row([cell for cell in matrix[0] if cell is not None] if matrix else []) else 0
    titles = tuple(
        cell for cell in grid.cells if cell.row < top and cell.col == 0 and cell.col_span == grid.cols > 1 and cell.text
    )
    # Where lines show which cells are merged, a head is of the cells over it alone.
    ruled = grid.reason.startswith("ruled")
    rows = matrix[:top] if ruled else spread_heads(matrix[:top])
    stacked = stacked_heads(rows[0]) if top == 1 and not ruled else {}
    heads = [stacked.get(col) or _head(rows, col, titles) for col in range(grid.cols)]
    body = [[row[col] for row in matrix[top:]] for col in range(grid.cols)]
    columns = tuple(read_column(col, heads[col], _texts(body[col])) for col in range(grid.cols))
    if ruled and top > 1:
        columns = _with_upper(columns, spread_heads(matrix[:top]), body, titles)
    columns = _pointing(_with_areas(_with_roles(columns, matrix[:top]), body), body)
    return Columns(_reporting(columns), top, titles)


def _head(rows: Sequence[Sequence[Cell | None]], col: int, titles: Sequence[Cell]) -> str:
    """A column's head: the texts of the cells over it, from the top."""
    cells: list[Cell] = []
    for row in rows:
        cell = row[col]
        if cell is not None and cell.text and cell not in cells and cell not in titles:
            cells.append(cell)
    return " ".join(cell.text for cell in cells)


def _with_upper(
    columns: tuple[Column, ...], rows: HeadRows, body: Sequence[Sequence[Cell | None]], titles: Sequence[Cell]
) -> tuple[Column, ...]:
    """Columns that their own head tells nothing of, read by the upper head that they share; the head stays as it is."""
    out = []
    for column in columns:
        full = "" if column.role else _head(rows, column.index, titles)
        read = read_column(column.index, full, _texts(body[column.index])) if full != column.head else column
        out.append(replace(read, head=column.head) if not column.role and read.role == "value" else column)
    return tuple(out)


def _with_roles(columns: tuple[Column, ...], heads: Sequence[Sequence[Cell | None]]) -> tuple[Column, ...]:
    """Roles for bare years whose head's word stands over the first year only, in a row of its own.

    Utfall         Målvärde
    2023   2024    2026   2027      2024 is an outcome, 2027 a target; the labels stay as printed
    """
    if len(heads) < 2:
        return columns
    words = [
        (center, value.role)
        for cell in heads[0]
        if cell is not None and cell.text and (center := _center(cell)) is not None
        if (value := read_value_head(cell.text)) is not None and value.role is not None
    ]
    return tuple(_with_role(column, heads, words) for column in columns)


def _with_role(
    column: Column, heads: Sequence[Sequence[Cell | None]], words: Sequence[tuple[float, ValueRole]]
) -> Column:
    over, below = heads[0][column.index], heads[-1][column.index]
    center = _center(below) if below is not None else None
    if (
        not words
        or column.value is None
        or column.value.role is not None
        or over is None
        or over.text
        or center is None
    ):
        return column
    _, role = min(words, key=lambda word: abs(word[0] - center))
    return replace(column, value=replace(column.value, role=role))


def _center(cell: Cell) -> float | None:
    return (cell.lines[0].bbox[0] + cell.lines[0].bbox[2]) / 2 if cell.lines else None


def _pointing(columns: tuple[Column, ...], body: Sequence[Sequence[Cell | None]]) -> tuple[Column, ...]:
    """Columns of numbers that point at goals printed elsewhere.

    A column "Mål" beside activities or before indicators, or one of "Mål 1" or "N1" behind these, gives their goal,
    and so may one headed Nr whose numbers come back ("row pointer"); one of numbers under a term ("Övergripande mål",
    "IM") beside a column of goals gives their parent, one under the bare noun left of it their own label.
    """
    out = []
    roles = {column.role for column in columns}
    goals = [column.index for column in columns if column.role == "goal"]
    of_records = {"indicator", "activity"} & roles
    of_indicators = next((column.index for column in columns if column.role == "indicator"), 0)
    for column in columns:
        texts = _texts(body[column.index])
        aim = column.value is not None and column.value.role == "target" and column.value.year is None
        numbers = bool(texts) and all(map(are_goal_numbers, texts))
        if numbers and (column.role == "goal" or aim):
            labels = all(text[0].isupper() for text in texts)
            if column.index + 1 in goals and _own_label(column, columns[column.index + 1], texts):
                column = Column(column.index, column.head, "label")
            elif len(goals) > 1 and column.role == "goal":
                column = replace(column, role="parent pointer", value=None)
            elif "activity" in roles or ("indicator" in roles and (labels or column.index < of_indicators)):
                column = Column(column.index, column.head, "pointer")
        elif column.role == "goals over" and of_records | {"goal"} & roles:
            role = "parent pointer" if goals else "pointer"
            column = replace(column, role=role if numbers else "", level="council")
        elif column.role == "label" and numbers and not goals and of_records:
            again = len(set(texts)) < len(texts) or _spans(body[column.index])
            said = "mål" in fold(column.head) or all(text[0].isupper() for text in texts)
            column = replace(column, role="pointer" if said else "row pointer" if again else "label")
        out.append(column)
    return tuple(out)


def are_goal_numbers(text: str) -> bool:
    """Whether a text holds nothing but numbers or labels of goals.

    >>> are_goal_numbers("1 och 3"), are_goal_numbers("N2"), are_goal_numbers("Trygga barn")
    (True, True, False)
    """
    return _NUMBERS.fullmatch(text) is not None


def _own_label(column: Column, goals: Column, texts: Sequence[str]) -> bool:
    """Whether numbers left of a column of goals are their own: under the bare noun, or the head of the goals."""
    own = column.head == goals.head or _bare(fold(column.head)) in ("mål", "mål nr", "målnr")
    return own and len(set(texts)) == len(texts)


def _spans(cells: Sequence[Cell | None]) -> bool:
    return any(cell is not None and cell.row_span > 1 for cell in cells)


def _with_areas(columns: tuple[Column, ...], body: Sequence[Sequence[Cell | None]]) -> tuple[Column, ...]:
    """A first column whose cells stand over several rows each, beside goals: the areas of these.

    It has no head, or shares that of the goals right of it.
    """
    first = columns[0] if columns else None
    if first is None or not any(column.role == "goal" for column in columns[1:]):
        return columns
    shared = first.role == "goal" == columns[1].role and first.head == columns[1].head
    if not shared and (first.head or first.role):
        return columns
    told = [cell for cell in dict.fromkeys(body[0]) if cell is not None and cell.text]
    merged = sum(cell.row_span > 1 for cell in told)
    if not told or merged * 2 <= len(told) or any(len(cell.text.split()) > _LONGEST_AREA for cell in told):
        return columns
    return (Column(first.index, first.head, "area"), *columns[1:])


def _reporting(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Behind a column of ways to measure ("Mätmetod"), one headed Uppföljning says when and to whom it is reported."""
    measured = [column for column in columns if column.role == "measurement"]
    if len(measured) < 2 or any(column.role == "reporting" for column in columns):
        return columns
    return tuple(
        replace(column, role="reporting") if column in measured[1:] and phrase("follow-up", column.head) else column
        for column in columns
    )


def _texts(cells: Sequence[Cell | None]) -> list[str]:
    told: list[str] = []
    before: Cell | None = None
    for cell in cells:
        if cell is not None and cell is not before and cell.text and cell.col_span == 1:
            told.append(cell.text)
        before = cell
    return told


def read_column(index: int, head: str, texts: Sequence[str]) -> Column:
    """One column by its head and the texts under it.

    >>> read_column(0, "Långsiktiga mål", ["Fler ska nå egen försörjning."]).term
    'Långsiktigt mål'
    >>> column = read_column(3, "Mål 2025", ["85 %", "> föregående år"])
    >>> column.role, column.value.role, column.value.year
    ('value', 'target', 2025)
    """
    folded = fold(head).strip(" .:*")
    if not folded or len(folded.split()) > _LONGEST_HEAD:
        return Column(index, head, "")
    bare = _bare(folded)
    known = load("goal_columns").match(bare or folded)
    figures = _hold_figures(texts)
    value = read_value_head(head)
    if _MIXED.fullmatch(bare):
        return Column(
            index, head, "indicator", term=singular(re.split(r"\W", head)[0]), level=level_of(folded), mixed=True
        )
    if value is not None and value.role == "target" and _VALUE_ONLY.search(bare) and _are_short(texts):
        return Column(index, head, "value", value=value)
    bare_goal = value is not None and value.role == "target" and bare in ("mål", "målsättning", "målen", "mål nr")
    if value is not None and figures is not False and (figures or not bare_goal or value.year is not None):
        return Column(index, head, "value", value=value)
    if known is not None:
        return Column(index, head, known.value)
    points = re.match(r"(?:koppling|kopplad|koppla|bidrar|relaterar|relaterade?|tillhör|stöd(?:jer|er)|hör)\b", folded)
    if goal_noun(folded.replace("(", " ").split()[:6]) is not None and not is_of_others(folded):
        term = singular(re.sub(r"\s*\([^)]*\)", "", head))
        return Column(index, head, "goal", term=None if points else term, level=level_of(folded), points=bool(points))
    if value is not None and not bare:
        return Column(index, head, "value" if figures is not False else "", value=value)
    if value is not None and value.role in ("outcome", "forecast", "baseline") and figures is False:
        return Column(index, head, "comment" if value.role == "outcome" else "")
    return Column(index, head, "")


@lru_cache(maxsize=2048)
def read_value_head(head: str) -> ValueHead | None:
    """The role, year, part-year and gender that a column's head gives, None where it heads no values.

    >>> read_value_head("Utfall jan–aug 2019 K")
    ValueHead(role='outcome', year=2019, as_of='2019-08-31', gender='K')
    >>> read_value_head("2024"), read_value_head("Ansvarig")
    (ValueHead(role=None, year=2024, as_of=None, gender=None), None)
    """
    folded = fold(head).strip(" .:*")
    gender = _GENDER.search(folded)
    bare = _bare(folded)
    role = load("value_heads").value(bare or folded) if folded else None
    if role is None and bare:
        return None
    if role == "none" or (role is None and not years_in(folded) and part_year_end(folded) is None):
        return None
    return ValueHead(
        role=_ROLES.get(role or ""),
        year=header_year(head),
        as_of=part_year_end(head),
        gender=_GENDERS[gender["gender"]] if gender else None,
    )


def _bare(folded: str) -> str:
    """A folded head without years, part-years, genders and what is left of brackets round them."""
    bare = _TIME.sub(" ", _GENDER.sub(" ", folded))
    return " ".join(re.sub(r"\(\s*\)", " ", bare).split()).strip(" -–,.:*/()")


def _are_short(texts: Sequence[str]) -> bool:
    return all(len(text.split()) <= _SHORT_VALUE for text in texts)


def _hold_figures(texts: Sequence[str]) -> bool | None:
    """Whether most texts are values rather than wordings; None where there are none, or only short words."""
    values = sum(_is_value(text) for text in texts)
    if texts and values * 2 >= len(texts):
        return True
    return False if any(len(text.split()) > _SHORT for text in texts) else None


@lru_cache(maxsize=4096)
def _is_value(text: str) -> bool:
    if len(text) > _LONGEST_VALUE:
        return False
    if any(map(str.isdigit, text)):
        if from_to(text) is not None:
            return True
        if _NUMBERED.match(text) is not None:
            return False
        return len(text.split()) <= 8 and not re.match(r"(?:\d{1,2}[.)]\s+)?[A-ZÅÄÖ]\w+ (?:\w+ ){3}", text)
    quantity = parse_quantity(text)
    return quantity.comparator is not None or quantity.reference is not None or text in ("-", "–", "—")


def head_row(cells: Sequence[Cell]) -> bool:
    """Whether a row's cells read as heads: every text short, most of them known, one of them of a goal's kind."""
    told = [cell for cell in {id(cell): cell for cell in cells}.values() if cell.text]
    if not told or any(len(cell.text.split()) > _LONGEST_HEAD for cell in told):
        return False
    columns = [read_column(cell.col, cell.text, ()) for cell in told]
    known = sum(bool(column.role) for column in columns)
    records = sum(column.role in _RECORDS for column in columns)
    if len(told) == 1:
        return records == 1 and len(told[0].text.split()) <= 6 and told[0].text[-1] != "."
    return records >= 1 and known * 3 >= len(told) * 2
