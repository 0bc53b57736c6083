"""Whether the printed money adds up: totals, differences, and thousands against millions.

A Budget goes in, its :class:`Check` list comes out, and a diagnostic for each that fails:

    Intäkter      10 135
    Kostnader    -69 731
    Nettokostnad -59 596      total: 10 135 - 69 731 = -59 596, ok

The tolerance is half the last printed digit of each term, the stated figure's own included: three rounded terms in
tkr may be off by 1.5 tkr. The figures compared are the printed ones, so a check says nothing of who is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planparse.model import Amount, Budget, Check, Diagnostic, Indicator, Location, Volume
from planparse.model.making import lean
from planparse.model.record import plain
from planparse.values.money import parse_money
from planparse.values.numbers import half_last_digit
from planparse.values.units import factor_of

_NO_STATES = ("change", "text", "count")
"""columns that state no amount of a year by themselves"""
_PART_OF = re.compile(r"[-–]? ?(?:varav|därav)\b", re.IGNORECASE)
"""a line that another one counts already"""


@dataclass(frozen=True, slots=True)
class _Term:
    """A printed amount in kronor with half its last printed digit."""

    sek: Decimal
    slack: Decimal


def check_budgets(budgets: Sequence[Budget]) -> list[Diagnostic]:
    """Fills in the checks of each budget and gives a diagnostic for each figure that does not add up."""
    out: list[Diagnostic] = []
    for budget in budgets:
        terms = _terms(budget)
        totals = list(_totals(budget, terms))
        differences = list(_differences(budget, terms, totals))
        budget.checks = totals + differences
        out += [_mismatch(budget, check) for check in budget.checks if not check.ok]
    return out + list(_thousandfold(budgets))


def unread_values(owners: Iterable[Indicator | Volume]) -> Iterator[Diagnostic]:
    """A doubt for each value whose text holds figures but could not be read whole."""
    for owner in owners:
        for value in owner.values:
            raw = value.quantity.raw
            if value.quantity.value is None and value.quantity.note == raw and any(map(str.isdigit, raw)):
                name = owner.name if isinstance(owner, Indicator) else owner.label
                yield Diagnostic(
                    code="value_unread",
                    severity="info",
                    message=f'"{name}": "{raw}" is left as text',
                    locations=list(value.locations),
                    refs=[owner.id],
                )


def _terms(budget: Budget) -> list[list[_Term | None]]:
    factor = factor_of(budget.unit or "kr") or Decimal(1)
    return [[_term(amount, budget.unit, factor) for amount in line.amounts] for line in budget.lines]


def _term(amount: Amount, unit: str | None, factor: Decimal) -> _Term | None:
    if amount.sek is None:
        return None
    # Letters in a cell may be a unit of its own.
    own = parse_money(amount.raw, unit).tolerance if any(map(str.isalpha, amount.raw)) else None
    return _Term(amount.sek, half_last_digit(amount.raw) * factor if own is None else own)


def _sum(terms: Iterable[_Term | None]) -> _Term | None:
    told = [term for term in terms if term is not None]
    if not told:
        return None
    return _Term(sum((term.sek for term in told), Decimal(0)), sum((term.slack for term in told), Decimal(0)))


# Totals


def _totals(budget: Budget, terms: list[list[_Term | None]]) -> Iterable[Check]:
    for index, line in enumerate(budget.lines):
        if line.role != "total":
            continue
        candidates = _summed_lines(budget, index)
        for column, stated in enumerate(terms[index]):
            if stated is None or budget.columns[column].measure == "text":
                continue
            sums = [found for lines in candidates if (found := _sum(terms[at][column] for at in lines)) is not None]
            if not sums:
                continue
            # The nearest sub-totals (or items) decide within rounding; other readings of the table only when exact.
            near = abs(sums[0].sek - stated.sek) <= sums[0].slack + stated.slack
            exact = next((found for found in sums if found.sek == stated.sek), None)
            chosen = sums[0] if near or exact is None else exact
            ok = near or exact is not None
            yield lean(Check(kind="total", line=index, column=column, stated=stated.sek, computed=chosen.sek, ok=ok))


def _summed_lines(budget: Budget, index: int) -> list[list[int]]:
    """The sets of earlier lines that a total may sum, the likeliest first.

    Summa intäkter          items above it
    Personal, Lokaler
    Summa kostnader         items since the sub-total
    Resultat                the two sub-totals
    Avskrivningar
    Resultat efter avskr.   the sub-total and the item after it
    """
    lines = budget.lines
    totals = [at for at in range(index) if lines[at].role == "total"]
    every = [at for at in range(index) if lines[at].role == "item"]
    items = [at for at in every if not _PART_OF.match(lines[at].label)]
    since_total = [at for at in items if not totals or at > totals[-1]]
    same_group = [at for at in items if lines[at].group is not None and lines[at].group == lines[index].group]
    top = _uncovered(budget, index)
    out: list[list[int]] = []
    if since_total:
        out += [same_group or since_total, since_total, [*totals[-1:], *since_total], top, items]
    else:
        out += [top, totals[-2:], items, same_group]
    # Income may stand over the costs that a total sums alone.
    out += [since_total[start:] for start in range(1, len(since_total) - 1)]
    out += [[at for at in every if not totals or at > totals[-1]], every]
    seen: list[list[int]] = []
    for lines_summed in out:
        if lines_summed and lines_summed not in seen:
            seen.append(lines_summed)
    return seen


def _uncovered(budget: Budget, index: int) -> list[int]:
    """Earlier sub-totals, and the items after the last of them."""
    totals = [at for at in range(index) if budget.lines[at].role == "total"]
    items = [at for at in range(index) if budget.lines[at].role == "item"]
    last = totals[-1] if totals else -1
    return sorted([*totals, *(at for at in items if at > last)])


# Differences


def _differences(budget: Budget, terms: list[list[_Term | None]], totals: Sequence[Check]) -> Iterable[Check]:
    money = [at for at, column in enumerate(budget.columns) if column.measure not in _NO_STATES]
    changes = [at for at, column in enumerate(budget.columns) if column.measure == "change"]
    if len(money) < 2 or not changes:
        return
    computed = {(check.line, check.column): check.computed for check in totals if not check.ok}
    for parts in _change_groups(budget, terms, changes, money):
        pair = _pair_of(parts, changes, money, terms)
        if pair is None:
            continue
        for index, row in enumerate(terms):
            stated = _sum(row[at] for at in parts)
            left, right = row[pair[0]], row[pair[1]]
            if stated is None or left is None or right is None:
                continue
            if any(row[at] is None for at in parts) and len(parts) > 1:
                continue
            difference = left.sek - right.sek
            slack = stated.slack + left.slack + right.slack
            ok = min(abs(difference - stated.sek), abs(-difference - stated.sek)) <= slack
            if not ok and any((index, at) in computed for at in (*pair, *parts)):
                # A total that is reported as wrong already takes its differences with it.
                continue
            nearest = min((difference, -difference), key=lambda value: abs(value - stated.sek))
            yield lean(
                Check(kind="difference", line=index, column=parts[0], stated=stated.sek, computed=nearest, ok=ok)
            )


def _change_groups(
    budget: Budget, terms: list[list[_Term | None]], changes: list[int], money: list[int]
) -> list[tuple[int, ...]]:
    """Change columns that make up a difference together, else each alone."""
    if len(changes) > 1:
        together = tuple(changes)
        if _pair_of(together, changes, money, terms) is not None and any(
            _pair_of((at,), changes, money, terms) is None for at in changes
        ):
            return [together]
    return [(at,) for at in changes]


def _pair_of(
    parts: tuple[int, ...], changes: list[int], money: list[int], terms: list[list[_Term | None]]
) -> tuple[int, int] | None:
    """The two money columns whose difference the change columns state on most lines; None where none does.

    A pair counts only when it holds on more than half of the lines that print all three: a change column may as
    well be against something that the table doesn't show.
    """
    best: tuple[int, int] | None = None
    best_key = (0.5, 0)
    for position, left in enumerate(money):
        for right in money[position + 1 :]:
            told = fits = 0
            for row in terms:
                first, second, stated = row[left], row[right], _sum(row[at] for at in parts)
                if first is None or second is None or stated is None:
                    continue
                told += 1
                slack = first.slack + second.slack + stated.slack
                difference = first.sek - second.sek
                fits += min(abs(difference - stated.sek), abs(difference + stated.sek)) <= slack
            nearness = -min(abs(parts[0] - left), abs(parts[0] - right))
            if told and (fits / told, nearness) > best_key:
                best, best_key = (left, right), (fits / told, nearness)
    return best


# What fails


def _mismatch(budget: Budget, check: Check) -> Diagnostic:
    line, column = budget.lines[check.line], budget.columns[check.column]
    amount = line.amounts[check.column]
    what = "its lines add up to" if check.kind == "total" else "the difference of its columns is"
    stated, computed = (_spaced(value) for value in (check.stated, check.computed))
    return Diagnostic(
        code=f"{check.kind}_mismatch",
        severity="warning",
        message=f'"{line.label}", {column.label or "unnamed column"}: {stated} kr is stated, {what} {computed} kr',
        locations=[Location(page=place.page, bbox=place.bbox) for place in amount.locations or line.locations],
        refs=[budget.id],
    )


def _spaced(value: Decimal) -> str:
    """Kronor with spaces between thousands: "-62 079 000"."""
    whole = plain(value)
    return f"{int(whole):,}".replace(",", " ") if re.fullmatch(r"-?\d+", whole) else whole


def _thousandfold(budgets: Sequence[Budget]) -> Iterable[Diagnostic]:
    """The same line, measure and year a thousand times larger in one table than in another: tkr taken for mkr."""
    seen: dict[tuple[str, str | None, int], tuple[Budget, Decimal]] = {}
    told: set[tuple[str, str]] = set()
    for budget in budgets:
        for line in budget.lines:
            for column, amount in zip(budget.columns, line.amounts, strict=False):
                if amount.sek is None or not amount.sek or column.year is None or column.measure in _NO_STATES:
                    continue
                key = (line.label.casefold(), column.measure, column.year)
                other, value = seen.setdefault(key, (budget, amount.sek))
                ratio = abs(amount.sek / value)
                if other is not budget and (900 < ratio < 1100 or 900 < 1 / ratio < 1100):
                    pair = (other.id, budget.id)
                    if pair in told:
                        continue
                    told.add(pair)
                    yield Diagnostic(
                        code="unit_suspect",
                        severity="warning",
                        message=f'"{line.label}", {column.label}: {_spaced(amount.sek)} kr here, {_spaced(value)} kr '
                        f"in another table, a thousandfold: one unit ({other.unit}, {budget.unit}) is doubtful",
                        locations=list(amount.locations),
                        refs=list(pair),
                    )
