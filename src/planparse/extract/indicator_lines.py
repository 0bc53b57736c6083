"""The values that an indicator's own line tells, where it stands in a list and no table has its figures.

Andel resor med cykel ska öka till minst 30 % (2023: 24 %)      a target of at least 30 %, an outcome of 2023
Andel som är klara inom fyra år, 2023: 71 %, mål 2026: 78 %     the same as parts of a list behind the name
Väntetiden ska minska från 54 till 45 dagar                     a baseline and a target

The name stays the whole line. What is told as a value and can't be taken apart is a value with its words as the note.

>>> told = told_values("Sjukfrånvaron ska vara högst 6,5 % (utfall 2023: 7,2 %)", Context(year=2024))
>>> [(one.role, one.year, one.quantity.raw) for one in told]
[('target', None, 'högst 6,5 %'), ('outcome', 2023, '7,2 %')]
>>> told_values("Andel elever i årskurs 6 (%)", Context())
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planparse.extract.context import Context
from planparse.extract.indicators import role_of_year
from planparse.model import Quantity
from planparse.model.making import made_quantity
from planparse.model.terms import ValueRole
from planparse.rules.load import load
from planparse.values.dates import part_year_end
from planparse.values.quantity import parse_quantity
from planparse.values.relative import from_to
from planparse.values.units import unit_from_header

_YEAR = r"(?:19|20)\d\d"
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)$")
_DATED = re.compile(
    rf"(?:(?P<label>[^\W\d][^\d:()]{{1,28}}?) )?(?:år )?(?P<year>{_YEAR})(?P<colon> ?[:=])?(?: [–-])? (?P<value>\S.*)"
)
_LABELLED = re.compile(r"(?P<label>[^\W\d][^\s\d:()]+(?: [^\s\d:()]+)?)(?: ?[:=]| [–-])? (?P<value>\S.*)")
_RATE = re.compile(r" (?:per (?:år|månad|vecka|dag)|varje (?:år|månad)|årligen)$")
_STATUTE = re.compile(rf"{_YEAR}:\d+")
_OF_WHOM = re.compile(r"(?:över|under|inom|senast|upp till)\b", re.IGNORECASE)
_GENDER = re.compile(r"\b(?:kvinnor|män|flickor|pojkar|tjejer|killar)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]\s+|\s+[–—-]\s+|\.\s+(?=[A-ZÅÄÖ])")
_BY = re.compile(
    rf",? (?:senast|till|år|under|före|i slutet av|till och med|(?:vid|till) utgången av)(?: år)? (?P<year>{_YEAR})$",
    re.IGNORECASE,
)
_AIM = re.compile(r"(?P<subject>\S.*?),? (?:ska|skall|bör) (?P<aim>\S.*)", re.IGNORECASE | re.DOTALL)
_SHARE = re.compile(
    r"(?P<aim>(?:minst|högst|lägst|(?:mer|fler|färre|mindre) än) \d{1,3}(?:,\d+)? ?(?:%|procent)) av [^\W\d]",
    re.IGNORECASE,
)
_NEXT_LINE = re.compile(r"(?<=[\d%)]) (?=[A-ZÅÄÖ][a-zåäö]+ )")
_NEXT_SHARE = re.compile(r"(?<=[a-zåäö\d%)]) (?=(?:Andel|Antal)(?:en|et)? [a-zåäö])")
"""within a line these words have no capital"""
_FEWEST_WORDS = 3
"""words of a name that the next follows on"""
_ENDS_IN_YEAR = re.compile(rf",? (?:år )?{_YEAR}$")
_UNREAD = re.compile(rf"\b{_YEAR} ?:|(?:\bkvinnor|\bmän|\bflickor|\bpojkar)$")
"""in what would be a name: figures that were not taken apart, or of whom the figure is"""
_FEWEST_LETTERS = 3
"""letters of a name: what is less is a unit or a mark"""


@dataclass(frozen=True, slots=True)
class _Name:
    """What the line's name says of its figures: their unit, and whether they are shares."""

    unit: str | None
    share: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A value without its place; ``role`` None where a number stands there with nothing that says what it is."""

    role: ValueRole | None
    year: int | None
    quantity: Quantity
    as_of: str | None = None


def told_values(line: str, context: Context) -> list[Told]:
    """The values that a line gives for what it names, in the order target, then what is told beside it."""
    text = line.strip().rstrip(".").strip()
    beside: list[Told] = []
    name = _Name(unit_from_header(line), re.match(r"andel", text, re.IGNORECASE) is not None)
    while (bracket := _BRACKET.search(text)) is not None and bracket.start() >= _FEWEST_LETTERS:
        parts = _parts(bracket["inside"], name)
        if not parts:
            break
        beside, text = parts + beside, text[: bracket.start()].rstrip(" ,;")
    text, listed = _list_behind(text, name)
    aims = _aims(text, name)
    found = [*aims, *listed, *beside]
    aimed = any(told.role == "target" for told in found)
    told = [_with_role(one, context, aimed) for one in found]
    return [one for one in told if one.role is not None or one.year is not None]


def lines_in(text: str, context: Context) -> list[str]:
    """The lines of indicators that were set as one paragraph, told by the figures before them or by how they begin.

    >>> lines_in("Andel nöjda ska vara minst 80 % (2023: 74 %) Antal träd, mål 2025: 200", Context())
    ['Andel nöjda ska vara minst 80 % (2023: 74 %)', 'Antal träd, mål 2025: 200']
    """
    lines = _NEXT_LINE.split(text)
    if len(lines) > 1 and all(told_values(line, context) for line in lines):
        return lines
    lines = _NEXT_SHARE.split(text)
    return lines if all(len(line.split()) >= _FEWEST_WORDS for line in lines) else [text]


def _list_behind(text: str, name: _Name) -> tuple[str, list[Told]]:
    """The name, and the parts of the list behind it ("…, 2023: 71 %, mål 2026: 78 %")."""
    listed: list[Told] = []
    while (cut := next(reversed(list(_BETWEEN.finditer(text))), None)) is not None:
        part = _part(text[cut.end() :], name)
        if part is None:
            break
        listed.insert(0, part)
        text = text[: cut.start()]
    head, colon, rest = text.rpartition(": ")
    dated = _ENDS_IN_YEAR.search(head)
    if dated is not None:  # "Andel nöjda 2024: 86 %"
        head, rest = head[: dated.start()], text[dated.start() :].strip(" ,")
    named = sum(map(str.isalpha, head)) >= _FEWEST_LETTERS and _UNREAD.search(head) is None
    part = (_part(rest, name) or _bare(rest, name)) if colon and named else None
    return (text, listed) if part is None else (head, [part, *listed])


def _parts(text: str, name: _Name) -> list[Told]:
    """The parts of a list of values; none where one of them is something else."""
    read = [_part(part, name) for part in re.split(r"[,;] (?=\D|(?:19|20)\d\d\b)", text)]
    return [part for part in read if part is not None] if all(read) else []


def _part(text: str, name: _Name) -> Told | None:
    """A value that says its role or its year: "mål 2026: 78 %", "2023: 71 %", "utfall 7,2 % (2023)", "minst 90 %"."""
    if _STATUTE.fullmatch(text.strip()) is not None:
        return None
    for role, year, value, as_of in _divisions(text.strip()):
        quantity = parse_quantity(value, header_unit=name.unit)
        year = quantity.year if year is None else year
        if quantity.value is None or quantity.note is not None:
            continue
        directed = role is None and _is_aim(value, quantity, name)
        if role is not None or year is not None or directed:
            return Told("target" if directed else role, year, quantity, as_of)
    return None


def _is_aim(text: str, quantity: Quantity, name: _Name) -> bool:
    """Whether a sign alone makes a figure a target: none that tells of whom or what is counted ("över 65 år")."""
    if quantity.comparator in (None, "eq", "approx") or _OF_WHOM.match(text) is not None:
        return False
    return quantity.unit in (None, "percent") if name.share else quantity.unit != "år"


def _bare(text: str, name: _Name) -> Told | None:
    """A figure alone behind the name's colon: in a report it is the outcome."""
    quantity = parse_quantity(text, header_unit=name.unit)
    return Told(None, None, quantity) if quantity.value is not None and quantity.note is None else None


def _divisions(text: str) -> Iterator[tuple[ValueRole | None, int | None, str, str | None]]:
    """The ways to read a part: role and year, role alone, or neither; what is left for its value; when that ended."""
    dated = _DATED.fullmatch(text)
    if dated is not None and (dated["label"] or dated["colon"]):
        role = _role(dated["label"] or "")
        if role is not None or not dated["label"]:
            until = part_year_end(dated["label"], int(dated["year"])) if dated["label"] else None
            yield role, int(dated["year"]), dated["value"], until
    labelled = _LABELLED.fullmatch(text)
    if labelled is not None and (role := _role(labelled["label"])) is not None:
        yield role, None, labelled["value"], None
    words = text.split(" ", 1)
    if len(words) > 1 and (role := _role(words[0].rstrip(":="))) is not None:
        yield role, None, words[1], None
    yield None, None, text, None


def _role(label: str) -> ValueRole | None:
    """The role that a label before a value gives."""
    if not label or _GENDER.search(label):
        return None
    role = load("value_heads").value(label)
    roles: dict[str, ValueRole] = {
        "baseline": "baseline",
        "target": "target",
        "outcome": "outcome",
        "forecast": "forecast",
    }
    return roles.get(role or "")


def _aims(text: str, name: _Name) -> list[Told]:
    """The target that a line's own sentence gives, with where it starts from in "från … till …"."""
    by = _BY.search(text)
    year = int(by["year"]) if by is not None else None
    core = text[: by.start()] if by is not None else text
    states = re.search(r"\bfrån .*", core, re.IGNORECASE)
    told = from_to(states[0]) if states is not None else None
    if told is not None:
        base, aim = (parse_quantity(part, header_unit=name.unit) for part in told)
        if base.value is not None and aim.value is not None and not (base.note or aim.note):
            if base.unit is None and aim.unit is not None:
                base = parse_quantity(told[0], header_unit=told[1].lstrip("0123456789, "))
            return [Told("baseline", base.year, base), Told("target", aim.year or year, aim)]
    share = _SHARE.match(core)
    if share is not None:
        quantity = parse_quantity(share["aim"])
        return [Told("target", year, quantity)] if quantity.value is not None else []
    aim_said = _AIM.fullmatch(core)
    return [Told("target", q.year or year, q)] if aim_said and (q := _aim(aim_said["aim"], name)) is not None else []


def _aim(words: str, name: _Name) -> Quantity | None:
    """What something is to be: the quantity behind the verb; words alone where figures can't be taken apart."""
    verb = load("aim_verbs").match(words)
    if verb is None:
        return None
    found = verb.regex.search(words.lower())
    assert found is not None  # the rule has just matched
    rate = _RATE.search(words)
    rest = words[found.end() : rate.start() if rate else None].strip()
    if verb.value == "direction":
        quantity = parse_quantity(f"ska {words}", header_unit=name.unit).model_copy(update={"raw": words})
    else:
        lead = "" if verb.value == "be" else f"{verb.value} "
        quantity = parse_quantity(f"{lead}{rest}", header_unit=name.unit)
        if lead or rate:
            raw = words if lead else words[found.end() :].strip()
            note = rate[0].strip() if rate and quantity.value is not None and quantity.note is None else None
            quantity = quantity.model_copy(update={"raw": raw, "note": note or quantity.note})
            if note is not None:
                return quantity
    understood = quantity.note is None and (quantity.value is not None or quantity.comparator is not None)
    if understood:
        return quantity
    figures = re.search(r"\d", re.sub(rf"\b{_YEAR}\b", "", words)) is not None
    return made_quantity(raw=words, note=words) if figures else None


def _with_role(told: Told, context: Context, aimed: bool) -> Told:
    """A bare year beside a target is what was measured in it, unless it lies ahead; a report's figures are outcomes."""
    if told.role is not None:
        return told
    if told.year is None:
        return replace(told, role="outcome") if context.is_report else told
    if aimed and (context.year is None or told.year <= context.year):
        return replace(told, role="outcome")
    return replace(told, role=role_of_year(told.year, context)) if context.year is not None else told
