"""Indicators: the name with what it says of its source and target, and values from cells, brackets and year series.

>>> source_in("Brukarbedömning hemtjänst, helhetssyn, Kolada"), source_in("Sjukfrånvaro")
('Kolada', None)
>>> target_in_brackets("Antal deltagare (fler än 2015)").raw, target_in_brackets("Andel nöjda (%)")
('fler än 2015', None)
>>> [(part.year, part.text) for part in year_series("2019 - 120 MWh, 2024 – 95 MWh 2030 - 60 MWh (netto)")]
[(2019, '120 MWh'), (2024, '95 MWh'), (2030, '60 MWh (netto)')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planparse.extract.context import Context, locations
from planparse.extract.goal_columns import ValueHead
from planparse.layout.blocks import Cell, Place
from planparse.model import Indicator, Quantity, Value
from planparse.model.making import made_value
from planparse.model.terms import ValueRole
from planparse.outline.document import SectionNode
from planparse.rules.fold import fold
from planparse.rules.load import load
from planparse.values.dates import is_part_year, part_year_end
from planparse.values.quantity import parse_quantity
from planparse.values.units import unit_from_header

_LONGEST_SOURCE = 4
"""words of a source behind the last comma ("Socialstyrelsens nationella brukarundersökning")"""
_BRACKETS = re.compile(r"\(([^()]*)\)\.?$")
_SOURCE_LABEL = re.compile(r"\bKälla:\s*(?P<source>[^.;]+)", re.IGNORECASE)
_SERIES_YEAR = re.compile(
    r"(?<![\d(])((?:19|20)\d\d)\s?,?\s?(?:[-–—:]\s?|\.\s?[-–—]\s?)(?=[^\s\d]|\s?\d)(?!(?:19|20)\d\d\b)"
)
_KEY_FIGURE = re.compile(r"\s\(?[NU]\d{4,6}\)?$")
"""a register's own number of a key figure ("Kolada U21468")"""
_MODAL = re.compile(r"\s*\b(?:ska|skall|bör|bedöms|måste|behöver|får|kan)\b.*", re.DOTALL | re.IGNORECASE)
_CHANGE_OR_YEAR = re.compile(r"\s+(?:[-–+]?\s?\d+(?:[.,]\d+)?\s?%|(?:19|20)\d\d\b).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """A year and what is printed for it."""

    year: int
    text: str


def new_indicator(
    name: str, section: SectionNode | None, places: Sequence[Place], context: Context, *, source: str | None = None
) -> Indicator:
    """An indicator by its name as printed; a target in brackets at its end is its first value."""
    indicator = Indicator(
        id=context.ids.give("indicator", name, *(section.path if section else ())),
        name=name,
        source=source or source_in(name),
        section_id=section.id if section else None,
        locations=locations(list(places)),
    )
    target = target_in_brackets(name)
    if target is not None:
        indicator.values.append(Value(role="target", quantity=target, locations=locations(list(places))))
    return indicator


def name_and_source(cell: Cell) -> tuple[str, str | None]:
    """An indicator cell's name and source: of a bold first line with a definition below, the bold line is the name.

    The definition gives the source behind "Källa:".
    """
    bold = 0
    for line in cell.lines:
        if not line.bold and any(map(str.isalnum, line.text)):
            break
        bold += 1
    if not 0 < bold < len(cell.lines):
        return cell.text, None
    lead = " ".join(line.text for line in cell.lines[:bold])
    if not fold(cell.text).startswith(fold(lead)[:10]):
        return cell.text, None
    first = cell.parts[0].text if cell.parts and fold(cell.parts[0].text) == fold(lead) else lead
    definition = cell.text[len(first) :]
    label = _SOURCE_LABEL.search(definition)
    return first, label["source"].strip() if label else source_in(definition)


def source_in(name: str) -> str | None:
    """The register or survey that an indicator's name names, as printed; a register before a survey.

    >>> source_in("Andel som trivs (www.exempel.se)"), source_in("Index, servicemätning")
    ('www.exempel.se', 'servicemätning')
    >>> source_in("Nöjda med hemtjänsten, Kolada U21468")
    'Kolada'
    """
    label = _SOURCE_LABEL.search(name)
    if label is not None:
        return label["source"].strip(" ()")
    rules = load("indicator_sources")
    behind = _KEY_FIGURE.sub("", name.rpartition(",")[2].strip().rstrip("."))
    last = rules.match(behind) if "," in name else None
    if last is not None and last.value == "register" and len(behind.split()) <= _LONGEST_SOURCE and "(" not in behind:
        return behind
    rule = rules.match(name)
    found = rule.regex.search(name.lower()) if rule is not None else None
    return name[found.start("source") : found.end("source")] if found is not None else None


def target_in_brackets(name: str) -> Quantity | None:
    """The target that stands in brackets at the end of a name: a direction or a sign, never a bare number."""
    found = _BRACKETS.search(name.strip())
    if found is None:
        return None
    inside = found[1].strip()
    lead = re.match(r"(?:mål(?:värde|et|tal)?|målsättning)(?: (?:19|20)\d\d)?\s?:?\s+", inside, re.IGNORECASE)
    quantity = parse_quantity(inside[lead.end() :] if lead else inside, header_unit=unit_from_header(name))
    if lead is not None and quantity.value is not None:
        return quantity
    signed = quantity.comparator in ("lt", "le", "gt", "ge") and (quantity.value is None or quantity.unit != "days")
    return quantity if quantity.reference is not None or signed else None


def cell_value(
    cell: Cell, head: ValueHead, column: str, name: str, context: Context, *, unit: str | None = None
) -> Value | None:
    """The value of a cell under a head, None for an empty cell."""
    text = cell.text.strip()
    if not text:
        return None
    quantity = parse_quantity(text, header_unit=unit or unit_from_header(name) or unit_from_header(column))
    year = quantity.year if quantity.year is not None else head.year
    no_value = quantity.value is None and quantity.reference is None and quantity.comparator is None
    if no_value and head.role == "baseline" and quantity.year is None and head.year is None:
        year = None
    as_of = head.as_of
    if quantity.note is not None and is_part_year(quantity.note):
        as_of = part_year_end(quantity.note, year) or as_of
    return made_value(
        role=head.role or role_of_year(year, context),
        year=year,
        as_of=as_of,
        gender=head.gender,
        column=column or None,
        quantity=quantity,
        locations=locations(cell.places),
    )


def role_of_year(year: int | None, context: Context) -> ValueRole | None:
    """What a bare year's value is: a plan's own years are targets; a report's and all earlier ones outcomes.

    >>> role_of_year(2019, Context("verksamhetsplan", year=2018))
    'target'
    >>> role_of_year(2019, Context("arsredovisning", year=2019))
    'outcome'
    """
    if year is None:
        return None
    if context.is_report:
        return "outcome" if context.year is None or year <= (context.end_year or context.year) else "target"
    return "outcome" if context.year is not None and year < context.year else "target"


def _role_in_series(year: int, context: Context) -> ValueRole | None:
    """In a plan's series from where it starts to where it aims, the years before the plan's are the baseline."""
    role = role_of_year(year, context)
    return "baseline" if role == "outcome" and not context.is_report else role


def year_series(text: str) -> list[SeriesPart]:
    """The years of a series with what each prints; empty where a text is no series of two years or more.

    >>> year_series("Under 2019 och 2020 genomfördes mätningar."), year_series("2019 - 12 st")
    ([], [])
    """
    found = list(_SERIES_YEAR.finditer(text))
    if len(found) < 2 or text[: found[0].start()].strip():
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    parts = [
        SeriesPart(int(match[1]), text[match.end() : end].strip().rstrip(",;").strip())
        for match, end in zip(found, ends, strict=True)
    ]
    last = re.fullmatch(r"([^()]*\([^()]*\))\s*\([^()]*\)", parts[-1].text)
    if last is not None:
        parts[-1] = SeriesPart(parts[-1].year, last[1])  # a second bracket is a remark on the series
    told = [part for part in parts if part.text]
    return told if len(told) >= 2 and any(map(str.isdigit, told[0].text)) else []


def series_goes_on(text: str) -> SeriesPart | None:
    """The one year of a series that is printed on a line of its own.

    >>> series_goes_on("2030 – 40 st (1,5 per hushåll)").year, series_goes_on("2030 ska alla vara med")
    (2030, None)
    """
    found = _SERIES_YEAR.match(text)
    rest = re.sub(r"(\))\s*\([^()]*\)$", r"\1", text[found.end() :].strip()) if found is not None else ""
    return SeriesPart(int(found[1]), rest) if found is not None and rest[:1].isdigit() else None


def is_change(parts: Sequence[SeriesPart], name: str) -> bool:
    """Whether a series gives the changes aimed at, in percent of a figure that is no share itself.

    >>> parts = year_series("2025 -12%, 2030 – 24%")
    >>> is_change(parts, "GWh"), is_change(parts, "Andel")
    (True, False)
    """
    shares = re.search(r"andel|procent|%|grad\b|index|nöjd|frånvaro|närvaro", name, re.IGNORECASE)
    return shares is None and all(re.fullmatch(r"[\d,. ]+(?:%|procent)\*?", part.text) for part in parts)


def series_values(parts: Sequence[SeriesPart], places: Sequence[Place], name: str, context: Context) -> list[Value]:
    """The values of a series: years before the plan's are its baseline."""
    return [
        Value(
            role=_role_in_series(part.year, context),
            year=part.year,
            quantity=parse_quantity(part.text, header_unit=unit_from_header(name)),
            locations=locations(list(places)),
        )
        for part in parts
    ]


def subject_of(goal: str) -> str:
    """What a goal is about: its words before the verb, as the name of a series that prints none.

    >>> subject_of("Köpt el för gatubelysning ska minska med 10 % till 2030")
    'Köpt el för gatubelysning'
    """
    cut = _MODAL.sub("", goal)
    cut = re.sub(r"(?<=\))(?=[a-zåäö]).*", "", cut)
    return cut.strip() or goal


def key_figure_name(text: str) -> str:
    """The name after "Nyckeltal:", without the percent changes and years that may follow in the same line.

    >>> key_figure_name("GWh 2024 -12%, 2030 – 24%"), key_figure_name("kWh per m2")
    ('GWh', 'kWh per m2')
    """
    return _CHANGE_OR_YEAR.sub("", text).strip(" .:–-")


def target_at_end(name: str) -> Value | None:
    """The target printed behind an indicator's name ("Andel nöjda, målvärde 2025: 85 %"), without its place.

    >>> value = target_at_end("Andel nöjda, målvärde 2025: 85 %")
    >>> value.year, value.quantity.raw, target_at_end("Antal besök 2024")
    (2025, '85 %', None)
    """
    found = re.search(
        r"[,;(–-]?\s?\b(mål(?:värde|et|tal|nivå)?(?: (?:19|20)\d\d)?)\s?[:=]\s?([^:]{1,40}?)\)?$", name, re.IGNORECASE
    )
    if found is None:
        return None
    quantity = parse_quantity(found[2].strip(" ."), header_unit=unit_from_header(name))
    if quantity.value is None and quantity.comparator is None:
        return None
    year = re.search(r"(?:19|20)\d\d", found[1])
    return Value(role="target", year=int(year[0]) if year else quantity.year, quantity=quantity)
