"""Promises and what became of them: a plan's targets against a report's outcomes, its goals against the assessments.

A part-year outcome or a forecast never decides anything. "Not reported" is said only of a report that was read
completely; a report's own assessment is told as the report's, and that of a part-year report decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planparse.compare.alignment import align
from planparse.compare.columns import Row
from planparse.compare.documents import Document
from planparse.compare.facts import GoalFact
from planparse.compare.indicator_rows import Said
from planparse.compare.likeness import Match
from planparse.compare.model import LanguageModel
from planparse.compare.quantities import in_unit
from planparse.compare.timeline import BoardKey
from planparse.compare.verdicts import Verdict, verdict
from planparse.compare.words import fold
from planparse.model import Quantity, Volume

_ASSESSED = {"met": "met", "partly_met": "partly_met", "not_met": "missed"}
_WAYS = {1: "up", -1: "down", None: None}


@dataclass(frozen=True, eq=False)
class Year:
    """A board's promises for a year and the reports of it."""

    key: BoardKey
    year: int
    targets: tuple[Said, ...]
    goals: tuple[GoalFact, ...]
    reports: tuple[Document, ...]


def years_of(
    values: Sequence[Said], goals: Sequence[GoalFact], documents: Sequence[Document], key_of: Mapping[str, BoardKey]
) -> list[Year]:
    """The years of boards for which there is a report, each with the promises that count for it.

    A year's goals are those of the latest plan that covers it; its targets the latest that were said for it.
    """
    promised: dict[tuple[BoardKey, int | None], list[Said]] = {}
    for said in values:
        if said.is_promise and said.fact.document.is_plan:
            promised.setdefault((said.fact.board.key, said.year), []).append(said)
    held_by: dict[BoardKey, list[GoalFact]] = {}
    for fact in goals:
        if fact.document.is_plan:
            held_by.setdefault(fact.board.key, []).append(fact)
    reports: dict[tuple[BoardKey, int], list[Document]] = {}
    for document in documents:
        if document.is_report and document.end is not None and document.issuer:
            reports.setdefault((key_of[document.id], document.end), []).append(document)
    out = []
    for (key, year), of_year in reports.items():
        plans = [fact for fact in held_by.get(key, ()) if _covers(fact.document, year)]
        latest = max((fact.document.order for fact in plans), default=None)
        held = tuple(fact for fact in plans if fact.document.order == latest and fact.level != "unit")
        out.append(Year(key, year, tuple(_last_said(promised.get((key, year), ()))), held, tuple(of_year)))
    return out


def followup_rows(
    years: Sequence[Year],
    values: Sequence[Said],
    goals: Sequence[GoalFact],
    goal_groups: Mapping[tuple[str, str], int],
    model: LanguageModel | None,
) -> Iterator[Row]:
    """The rows of ``followups``."""
    outcomes: dict[str, list[Said]] = {}
    for said in values:
        outcomes.setdefault(said.fact.document.id, []).append(said)
    assessed: dict[str, list[GoalFact]] = {}
    for fact in goals:
        assessed.setdefault(fact.document.id, []).append(fact)
    before = _earlier_outcomes(values)
    for year in years:
        # The whole year's report speaks last; an interim report only where there is none.
        report = max(year.reports, key=lambda document: (not document.is_part_year, document.order))
        told = outcomes.get(report.id, [])
        yield from _indicator_rows(year, report, told, before)
        yield from _goal_rows(year, report, assessed.get(report.id, []), goal_groups, model)


def _indicator_rows(
    year: Year, report: Document, told: Sequence[Said], before: Mapping[tuple[object, ...], Quantity]
) -> Iterator[Row]:
    own = [said for said in told if said.fact.board.key == year.key]
    by_group: dict[int, list[Said]] = {}
    for said in own:
        by_group.setdefault(said.membership.group, []).append(said)
    targets = list(year.targets) or [said for said in own if said.is_promise and said.year == year.year]
    promised = {said.membership.group for said in targets}
    for target in targets:
        of_group = by_group.get(target.membership.group, [])
        outcome = _outcome(of_group, target, year.year)
        if outcome is None and (others := _of_others(of_group, target, year.year)):
            yield _indicator_row(year, report, target, None, _not_by_gender(target, others))
            continue
        told_of = _decided(year, report, target, outcome, before)
        yield _indicator_row(year, report, target, outcome, _settled(told_of, of_group, target, outcome, year.year))
    if not year.targets:
        return
    for group, of_group in by_group.items():
        outcome = next((said for said in of_group if said.role == "outcome" and said.year == year.year), None)
        if group not in promised and outcome is not None and not isinstance(outcome.fact.record, Volume):
            yield _indicator_row(year, report, None, outcome, _new(year))


Told = tuple[str, str | None, Verdict | None]


def _decided(
    year: Year, report: Document, target: Said, outcome: Said | None, before: Mapping[tuple[object, ...], Quantity]
) -> Told:
    if outcome is None:
        if report.complete("indicators") and report.complete("volumes"):
            return "not_reported", "rapporten har inget utfall för indikatorn och året", None
        return "undecided", f"rapporten kunde inte läsas fullständigt ({report.doubt})", None
    if outcome.role == "forecast":
        return "undecided", f"endast prognos: {outcome.value.quantity.raw}", None
    if outcome.part_year:
        until = f"till och med {outcome.value.as_of}" if outcome.value.as_of else "delårsrapport"
        return "undecided", f"utfallet är för en del av året ({until})", None
    if target.value.as_of is not None:
        return "undecided", f"målet gäller till och med {target.value.as_of}, utfallet hela året", None
    goal = target.fact.goal.text if target.fact.goal else None
    compared = _compared_year(target.value.quantity.reference, year.year)
    earlier = before.get((year.key, target.membership.group, compared, target.value.gender))
    found = verdict(target.value.quantity, outcome.value.quantity, name=target.fact.name, goal=goal, before=earlier)
    if not outcome.membership.sure or not target.membership.sure:
        return "undecided", f"osäkert om det är samma indikator; {found.reason}", found
    return found.word, found.reason, found


def _compared_year(reference: str | None, year: int) -> int | None:
    """The year that a relative target is measured against."""
    if reference == "previous_year":
        return year - 1
    return int(reference) if reference and reference.isdecimal() else None


def _new(year: Year) -> Told:
    if all(said.fact.document.complete("indicators") for said in year.targets):
        return "new_in_report", "planen har inget mål för indikatorn och året", None
    return "undecided", "planens indikatorer kunde inte läsas fullständigt", None


def _settled(told: Told, said: Sequence[Said], target: Said, outcome: Said | None, year: int) -> Told:
    """A verdict, unless what the report prints beside the outcome would give another."""
    word, _, found = told
    if word not in ("met", "missed") or outcome is None:
        return told
    own = target.value.quantity.year, outcome.value.quantity.year
    if any(printed not in (None, year) for printed in own):
        return "undecided", f"siffran gäller ett annat år än {year}", found
    same = [one for one in said if one.year == year and (one.value.gender or "T") == (target.value.gender or "T")]
    for other in same:
        quantity = other.value.quantity
        if other.role == outcome.role and other.part_year == outcome.part_year and _differ(quantity, outcome):
            reason = f"rapporten har flera utfall: {outcome.value.quantity.raw} och {quantity.raw}"
            return "undecided", reason, found
        if other.is_promise and quantity.value is not None and _differ(quantity, target):
            again = verdict(quantity, outcome.value.quantity, name=target.fact.name)
            if again.word != word:
                return "undecided", f"rapporten anger ett annat mål ({quantity.raw}) än planen", found
    return told


def _differ(quantity: Quantity, said: Said) -> bool:
    return quantity.value is not None and in_unit(quantity) != in_unit(said.value.quantity)


_WHOSE = {"K": "kvinnor", "M": "män", "T": "alla tillsammans"}


def _of_others(said: Sequence[Said], target: Said, year: int) -> list[Said]:
    """What a report says of a target's indicator and year for others than the target is for: for all, not women."""
    return [
        value
        for value in said
        if value.role in ("outcome", "forecast")
        and value.year == year
        and (value.value.gender or "T") != (target.value.gender or "T")
        and value.value.quantity.raw.strip()
    ]


def _not_by_gender(target: Said, others: Sequence[Said]) -> Told:
    told = ", ".join(_WHOSE[gender] for gender in _WHOSE if gender in {said.value.gender or "T" for said in others})
    wanted = _WHOSE[target.value.gender or "T"]
    return "undecided", f"målet gäller {wanted}, rapporten har bara utfall för {told}", None


def _outcome(said: Sequence[Said], target: Said, year: int) -> Said | None:
    """What a report says of a target's year and gender: an outcome before a forecast, a whole year before a part."""
    same = [
        value
        for value in said
        if value.role in ("outcome", "forecast")
        and value.year == year
        and (value.value.gender or "T") == (target.value.gender or "T")
        and value.value.quantity.raw.strip()
    ]
    return min(same, key=lambda value: (value.role != "outcome", value.part_year), default=None)


def _indicator_row(year: Year, report: Document, target: Said | None, outcome: Said | None, told: Told) -> Row:
    word, reason, found = told
    shown = target or outcome
    assert shown is not None
    goal = outcome.fact.goal if outcome else None
    assessment = goal.assessment if goal else None
    membership = outcome.membership if outcome else None
    same = target is not None and outcome is not None and fold(target.fact.name) == fold(outcome.fact.name)
    both = target is not None and outcome is not None
    return {
        **shown.fact.board.row,
        "year": year.year,
        "record": "indicator",
        "verdict": word,
        "wording": ("same" if same else "reworded") if both else None,
        "decided_by": "figures" if word in ("met", "missed") else None,
        "reason": reason,
        "text_plan": target.fact.name if target else None,
        "text_report": outcome.fact.name if outcome else None,
        "target": target.value.quantity.raw if target else None,
        "outcome": outcome.value.quantity.raw if outcome else None,
        "outcome_role": outcome.role if outcome else None,
        "as_of": outcome.value.as_of if outcome else None,
        "gender": shown.value.gender,
        "good": _WAYS[found.good] if found else None,
        "good_from": found.good_from if found else None,
        "assessment": assessment.raw if assessment else None,
        "likeness": 1.0 if same else membership.likeness if membership and both else None,
        "basis": "same_name" if same else membership.basis if membership and both else None,
        "sure": membership.sure if membership and both else None,
        "group": shown.membership.group,
        "record_plan": target.fact.record.id if target else None,
        "record_report": outcome.fact.record.id if outcome else None,
        **(_place(target, "_plan") if target else {}),
        **(_place(outcome, "_report") if outcome else {"plan_report": report.id, "document_report": report.name}),
    }


def _goal_rows(
    year: Year,
    report: Document,
    told: Sequence[GoalFact],
    groups: Mapping[tuple[str, str], int],
    model: LanguageModel | None,
) -> Iterator[Row]:
    own = [fact for fact in told if fact.board.key == year.key and fact.level != "unit"]
    if not year.goals:
        return
    pairs = align([fact.wording for fact in year.goals], [fact.wording for fact in own], model=model)
    paired = {pair.first: pair for pair in pairs}
    for place, fact in enumerate(year.goals):
        pair = paired.get(place)
        if pair is None:
            complete = report.complete("goals")
            reason = (
                "rapporten nämner inte målet"
                if complete
                else f"rapporten kunde inte läsas fullständigt ({report.doubt})"
            )
            yield _goal_row(year, fact, None, None, ("not_reported" if complete else "undecided", reason, None), groups)
            continue
        other = own[pair.second]
        yield _goal_row(year, fact, other, pair.match, _assessed(other, pair.match), groups)
    taken = {pair.second for pair in pairs}
    complete = all(fact.document.complete("goals") for fact in year.goals)
    for place, other in enumerate(own):
        if place not in taken:
            word = "new_in_report" if complete else "undecided"
            reason = "planen har inte målet" if complete else "planens mål kunde inte läsas fullständigt"
            yield _goal_row(year, None, other, None, (word, reason, None), groups)


def _assessed(fact: GoalFact, match: Match) -> Told:
    assessment = fact.goal.assessment
    if assessment is None or assessment.status in (None, "unknown", "not_measured"):
        raw = f" ({assessment.raw})" if assessment and assessment.raw else ""
        return "undecided", f"rapporten bedömer inte målet{raw}", None
    if fact.document.is_part_year:
        return "undecided", f"delårsrapportens bedömning gäller inte hela året: {assessment.raw}", None
    if not match.sure:
        return "undecided", f"osäkert om det är samma mål; rapporten: {assessment.raw}", None
    return _ASSESSED[str(assessment.status)], f"rapportens egen bedömning: {assessment.raw}", None


def _goal_row(
    year: Year,
    fact: GoalFact | None,
    other: GoalFact | None,
    match: Match | None,
    told: Told,
    groups: Mapping[tuple[str, str], int],
) -> Row:
    word, reason, _ = told
    shown = fact or other
    assert shown is not None
    assessment = other.goal.assessment if other else None
    return {
        **shown.board.row,
        "year": year.year,
        "record": "goal",
        "verdict": word,
        "wording": ("same" if match.basis == "same_wording" else "reworded") if match else None,
        "decided_by": "report" if word in ("met", "partly_met", "missed") else None,
        "reason": reason,
        "text_plan": fact.goal.text if fact else None,
        "text_report": other.goal.text if other else None,
        "assessment": assessment.raw if assessment else None,
        "likeness": match.likeness if match else None,
        "basis": match.basis if match else None,
        "sure": match.sure if match else None,
        "group": groups.get(shown.key),
        "record_plan": fact.goal.id if fact else None,
        "record_report": other.goal.id if other else None,
        **(fact.place("_plan") if fact else {}),
        **(other.place("_report") if other else {}),
    }


def _covers(document: Document, year: int) -> bool:
    return document.start is not None and document.start <= year <= (document.end or document.start)


def _last_said(promised: Sequence[Said]) -> list[Said]:
    last: dict[tuple[int, str | None], Said] = {}
    for said in promised:
        key = (said.membership.group, said.value.gender)
        if key not in last or said.fact.document.order > last[key].fact.document.order:
            last[key] = said
    return list(last.values())


def _earlier_outcomes(values: Sequence[Said]) -> dict[tuple[object, ...], Quantity]:
    """Whole years' outcomes (and baselines) by board, group, year and gender; the last one said."""
    found: dict[tuple[object, ...], tuple[object, Quantity]] = {}
    for said in values:
        if said.role in ("outcome", "baseline") and not said.part_year and said.value.quantity.value is not None:
            key = (said.fact.board.key, said.membership.group, said.year, said.value.gender)
            rank = (said.role == "outcome", said.fact.document.order)
            if key not in found or rank >= found[key][0]:  # type: ignore[operator]
                found[key] = (rank, said.value.quantity)
    return {key: quantity for key, (_, quantity) in found.items()}


def _place(said: Said, suffix: str) -> Row:
    return said.fact.document.place(said.value.locations or said.fact.record.locations, suffix)
