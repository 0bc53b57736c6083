"""Money tables against gold: cells, line roles, kinds of table, and what their checks report.

Cells are compared over the whole document (line label, column measure, column year, kronor), so a table that the
output cuts in two loses no cell. Kinds and titles need tables paired: by the lines and kronor that they share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from planparse.evaluate.attributes import BUDGET, CELL, LINE, SECTION_OF
from planparse.evaluate.counts import Count
from planparse.evaluate.ledger import Ledger, Miss
from planparse.evaluate.matching import LEFT_OUT, Thing, pair
from planparse.evaluate.texts import SOFT, folded, likeness
from planparse.evaluate.things import Cell, Side, budget_lines, cells, column_facts
from planparse.model import Budget, Check

# A title alone pairs two tables where they share no line, and parts two tables with the same lines.
_TITLE_WEIGHT = 0.25


def score_budgets(ledger: Ledger, gold: Side, found: Side) -> None:
    """Counts budget_cells, budget_roles, budget_kinds, budget_details and (where gold gives them) checks."""
    pairs = paired_budgets(gold.plan.budgets, found.plan.budgets)
    _score_cells(ledger, gold, found, pairs)
    _score_lines(ledger, gold, found, pairs)
    _score_kinds(ledger, gold, found, pairs)
    for place, other in pairs.items():
        one = (gold, gold.plan.budgets[place])
        two = (found, found.plan.budgets[other])
        for attribute in BUDGET:
            ledger.attribute("budget_details", attribute, one, two)
        ledger.attribute("section_links", SECTION_OF, one, two)


def paired_budgets(gold: list[Budget], found: list[Budget]) -> dict[int, int]:
    """Places of the tables that are the same one, most alike first."""
    signs = [_signature(budget) for budget in gold], [_signature(budget) for budget in found]
    candidates: list[tuple[float, int, int, int]] = []
    for place, budget in enumerate(gold):
        for other, rival in enumerate(found):
            shared = (signs[0][place] & signs[1][other]).total()
            whole = max(signs[0][place].total(), signs[1][other].total(), 1)
            title = likeness(budget.title, rival.title, SOFT) if budget.title else 0.0
            worth = shared / whole + _TITLE_WEIGHT * title
            if worth:
                candidates.append((-worth, abs(place - other), place, other))
    out: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, place, other in sorted(candidates):
        if place not in out and other not in taken:
            out[place] = other
            taken.add(other)
    return dict(sorted(out.items()))


def _signature(budget: Budget) -> Counter[Hashable]:
    signature: Counter[Hashable] = Counter()
    for line in budget.lines:
        label = folded(line.label)
        signature[label] += 1
        for amount in line.amounts:
            if amount.sek is not None:
                signature[label, amount.sek] += 1
    return signature


def _unscored_budgets(gold: Side, pairs: dict[int, int], name: str) -> set[int]:
    """Output tables whose gold leaves a field out: what they have of it is neither right nor wrong."""
    return {other for place, other in pairs.items() if not gold.plan.budgets[place].given(name)}


def _score_cells(ledger: Ledger, gold: Side, found: Side, pairs: dict[int, int]) -> None:
    wanted = [cell for cell in cells(gold) if gold.plan.budgets[cell.budget].lines[cell.line].given("amounts")]
    skipped = _unscored_budgets(gold, pairs, "lines")
    silent = _silent_lines(gold, found)
    given = [cell for cell in cells(found) if cell.budget not in skipped and (cell.budget, cell.line) not in silent]
    rows = {id(cell.thing.of): cell for cell in [*wanted, *given]}
    taken = set(pairs.items())

    def tie(one: Thing, other: Thing) -> float:
        """The same cell of two tables with the same figures is that in the paired table, then in the nearest row."""
        first, second = rows[id(one.of)], rows[id(other.of)]
        same_table = (first.budget, second.budget) in taken
        return float(same_table) - _apart(first, second) / 1000

    things = [cell.thing for cell in wanted], [cell.thing for cell in given]
    for match in ledger.match("budget_cells", *things, tie):
        one, other = (gold, things[0][match.gold].of), (found, things[1][match.found].of)
        for attribute in CELL:
            ledger.attribute("budget_details", attribute, one, other)


def _apart(one: Cell, other: Cell) -> int:
    return min(abs(one.line - other.line) + abs(one.column - other.column), 500)


def _silent_lines(gold: Side, found: Side) -> set[tuple[int, int]]:
    """Places of output lines whose gold line gives no amounts."""
    silent = [line for budget in gold.plan.budgets for line in budget.lines if not line.given("amounts")]
    if not silent:
        return set()
    lines = [(place, number, line) for place, b in enumerate(found.plan.budgets) for number, line in enumerate(b.lines)]
    matches = pair(
        [Thing((line.label,), (), line.label, line) for line in silent],
        [Thing((line.label,), (), line.label, line) for _, _, line in lines],
        SOFT,
    )
    return {lines[match.found][:2] for match in matches}


def _score_lines(ledger: Ledger, gold: Side, found: Side, pairs: dict[int, int]) -> None:
    wanted, given = budget_lines(gold), budget_lines(found)
    skipped = _unscored_budgets(gold, pairs, "lines")
    kept = [place for place, owner in enumerate(given.owners) if owner not in skipped]
    others, owners = [given.things[place] for place in kept], [given.owners[place] for place in kept]
    home = {id(thing.of): owner for thing, owner in zip(wanted.things, wanted.owners, strict=True)}
    away = {id(thing.of): owner for thing, owner in zip(others, owners, strict=True)}
    taken = set(pairs.items())
    same = ledger.match(
        "budget_roles", wanted.things, others, lambda one, two: float((home[id(one.of)], away[id(two.of)]) in taken)
    )
    for match in same:
        for attribute in LINE:
            one, two = (gold, wanted.things[match.gold].of), (found, others[match.found].of)
            ledger.attribute("budget_details", attribute, one, two)


def _score_kinds(ledger: Ledger, gold: Side, found: Side, pairs: dict[int, int]) -> None:
    skipped = _unscored_budgets(gold, pairs, "kind")
    scored = [place for place, budget in enumerate(gold.plan.budgets) if budget.given("kind")]
    right = 0
    for place in scored:
        budget = gold.plan.budgets[place]
        other = found.plan.budgets[pairs[place]] if place in pairs else None
        if other is not None and other.kind == budget.kind:
            right += 1
        elif ledger.explain:
            name = f"{budget.title or 'untitled'} ({budget.kind})"
            nearest = f"{other.title or 'untitled'} ({other.kind})" if other else ""
            ledger.misses.append(Miss("budget_kinds", "wrong" if other else "missed", name, nearest))
    paired = set(pairs.values())
    if ledger.explain:
        for place, extra in enumerate(found.plan.budgets):
            if place not in paired:
                name = f"{extra.title or 'untitled'} ({extra.kind})"
                ledger.misses.append(Miss("budget_kinds", "extra", name))
    ledger.add("budget_kinds", Count(right, len(scored), len(found.plan.budgets) - len(skipped)))


def score_checks(ledger: Ledger, gold: Side, found: Side) -> None:
    """Counts the checks that fail, in tables whose gold gives checks, and in those that gold does not have."""
    if not any(budget.given("checks") for budget in gold.plan.budgets):
        return
    skipped = _unscored_budgets(gold, paired_budgets(gold.plan.budgets, found.plan.budgets), "checks")
    wanted = [_check(gold, b, check) for b in gold.plan.budgets for check in b.checks if not check.ok]
    given = [
        _check(found, budget, check)
        for place, budget in enumerate(found.plan.budgets)
        for check in budget.checks
        if place not in skipped and not check.ok
    ]
    ledger.match("checks", wanted, given)


def _check(side: Side, budget: Budget, check: Check) -> Thing:
    """A failing check by its kind, line label, column and the printed figure."""
    label = budget.lines[check.line].label if 0 <= check.line < len(budget.lines) else None
    column = budget.columns[check.column] if 0 <= check.column < len(budget.columns) else None
    facts = (check.kind, *column_facts(side, budget, column), check.stated)
    text = LEFT_OUT if side.is_gold and not budget.given("lines") else label
    return Thing((text,), facts, f"{check.kind} {label}: {check.stated}, computed {check.computed}", check)
