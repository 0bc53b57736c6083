"""What changed between two plans of a board that follow each other: goals and targets, with both wordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.compare.alignment import Pair, align
from planparse.compare.columns import Row
from planparse.compare.facts import GoalFact
from planparse.compare.indicator_rows import Said
from planparse.compare.likeness import Match, Scale
from planparse.compare.measured_alike import IndicatorGroups, measured_alike
from planparse.compare.model import LanguageModel
from planparse.compare.quantities import better
from planparse.compare.targets import moved, moved_figure, telling_pair
from planparse.compare.timeline import BoardKey, Edition
from planparse.compare.words import fold

_KEPT = {"same_wording", "near_wording"}


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets of plans by document and indicator group, as they were said."""

    said: Mapping[str, Mapping[int, Sequence[Said]]]
    names: Mapping[int, str]

    def of(self, edition: Edition) -> dict[int, list[Said]]:
        """An edition's targets by group, of its board."""
        out: dict[int, list[Said]] = {}
        for document in edition.documents:
            for group, values in self.said.get(document.id, {}).items():
                own = [value for value in values if value.fact.board.key == edition.board.key]
                if own:
                    out.setdefault(group, []).extend(own)
        return out


def targets_of(values: Sequence[Said], names: Mapping[int, str]) -> Targets:
    """The targets among values."""
    said: dict[str, dict[int, list[Said]]] = {}
    for value in values:
        if value.is_promise:
            said.setdefault(value.fact.document.id, {}).setdefault(value.membership.group, []).append(value)
    return Targets(said, names)


def change_rows(
    by_board: Mapping[BoardKey, Sequence[Edition]],
    targets: Targets,
    goal_groups: Mapping[tuple[str, str], int],
    indicators: IndicatorGroups,
    model: LanguageModel | None,
) -> Iterator[Row]:
    """The rows of ``changes``, board by board and year by year."""
    for of_board in by_board.values():
        for earlier, later in pairwise(of_board):
            yield from _goal_changes(earlier, later, goal_groups, indicators, model)
            yield from _target_changes(earlier, later, targets)


def _goal_changes(
    earlier: Edition,
    later: Edition,
    groups: Mapping[tuple[str, str], int],
    indicators: IndicatorGroups,
    model: LanguageModel | None,
) -> Iterator[Row]:
    first, second = earlier.goals, later.goals
    pairs = align(
        [fact.wording for fact in first],
        [fact.wording for fact in second],
        model=model,
        allowed=lambda one, other: first[one].level == second[other].level,
    )
    paired = {pair.first: pair for pair in pairs}
    taken = {pair.second for pair in pairs}
    turned = _turned(first, second, paired, taken)
    turned |= _by_indicators(first, second, paired, taken, turned, indicators)
    for place, fact in enumerate(first):
        if place in paired:
            pair = paired[place]
            yield _goal_row(earlier, later, fact, second[pair.second], _change(fact, second[pair.second], pair), groups)
        elif place in turned:
            other, match = turned[place]
            told = ("turned", match, f"riktningen är omvänd ({match.against})")
            if match.against is None:
                told = ("reworded", match, "osäker: lydelserna skiljer sig, men målen mäts med samma indikatorer")
            yield _goal_row(earlier, later, fact, second[other], told, groups)
        else:
            yield _goal_row(earlier, later, fact, None, _lost(later, "dropped"), groups)
    gone = taken | {other for other, _ in turned.values()}
    for place, fact in enumerate(second):
        if place not in gone:
            yield _goal_row(earlier, later, None, fact, _lost(earlier, "new"), groups)


Told = tuple[str, Match | None, str | None]


def _change(fact: GoalFact, other: GoalFact, pair: Pair) -> Told:
    figure = moved_figure(fact.goal.text, other.goal.text)
    if figure is not None:
        return figure, pair.match, "talet i lydelsen har ändrats"
    if pair.match.basis in _KEPT:
        return "kept", pair.match, None
    reason = None if pair.match.sure else "osäker: lydelserna är inte så lika"
    return "reworded", pair.match, reason


def _lost(edition: Edition, change: str) -> Told:
    """New or dropped, where the other plan was read completely; else nobody knows."""
    if edition.complete:
        return change, None, None
    doubts = "; ".join(f"{document.name}: {document.doubt}" for document in edition.documents if document.doubt)
    return "undecided", None, f"den andra planen kunde inte läsas fullständigt ({doubts})"


def _turned(
    first: Sequence[GoalFact], second: Sequence[GoalFact], paired: Mapping[int, Pair], taken: set[int]
) -> dict[int, tuple[int, Match]]:
    """Goals left over whose wording is the same but for the direction."""
    left = [place for place in range(len(first)) if place not in paired]
    new = [place for place in range(len(second)) if place not in taken]
    if not left or not new:
        return {}
    scale = Scale([*(first[place].wording for place in left), *(second[place].wording for place in new)])
    out: dict[int, tuple[int, Match]] = {}
    used: set[int] = set()
    for row, place in enumerate(left):
        for column, other in enumerate(new):
            match = scale.match(row, len(left) + column)
            alike = match.basis == "words" and match.likeness >= scale.thresholds.same
            if alike and match.against in ("amount", "quality", "speed", "negation", "order") and other not in used:
                out[place] = (other, match)
                used.add(other)
                break
    return out


def _by_indicators(
    first: Sequence[GoalFact],
    second: Sequence[GoalFact],
    paired: Mapping[int, Pair],
    taken: set[int],
    turned: Mapping[int, tuple[int, Match]],
    indicators: IndicatorGroups,
) -> dict[int, tuple[int, Match]]:
    """Goals left over after all that wordings tell, paired by what measures them."""
    used = taken | {other for other, _ in turned.values()}
    left = [place for place in range(len(first)) if place not in paired and place not in turned]
    new = [place for place in range(len(second)) if place not in used]
    found = measured_alike([first[place] for place in left], [second[place] for place in new], indicators)
    return {left[one]: (new[other], match) for one, (other, match) in found.items()}


def _goal_row(
    earlier: Edition,
    later: Edition,
    fact: GoalFact | None,
    other: GoalFact | None,
    told: Told,
    groups: Mapping[tuple[str, str], int],
) -> Row:
    change, match, reason = told
    shown = other or fact
    return {
        **later.board.row,
        "year_from": earlier.start,
        "year_to": later.start,
        "record": "goal",
        "change": change,
        "text_from": fact.goal.text if fact else None,
        "text_to": other.goal.text if other else None,
        **_of_match(match),
        "reason": reason,
        "group": groups.get(shown.key) if shown else None,
        "record_from": fact.goal.id if fact else None,
        "record_to": other.goal.id if other else None,
        **(fact.place("_from") if fact else {}),
        **(other.place("_to") if other else {}),
    }


def _of_match(match: Match | None) -> Row:
    if match is None:
        return {}
    return {"likeness": match.likeness, "basis": match.basis, "sure": match.sure and match.against is None}


def _target_changes(earlier: Edition, later: Edition, targets: Targets) -> Iterator[Row]:
    first, second = targets.of(earlier), targets.of(later)
    for group in [*first, *(group for group in second if group not in first)]:
        one, other = first.get(group, []), second.get(group, [])
        if one and other:
            pair = telling_pair(one, other)
            told = ("undecided", None, "målen gäller olika kön") if pair is None else _target_told(*pair)
            yield _target_row(earlier, later, *(pair or (one[0], other[0])), told)
        elif one:
            yield _target_row(earlier, later, one[0], None, _lost_target(later, "dropped"))
        else:
            yield _target_row(earlier, later, None, other[0], _lost_target(earlier, "new"))


def _target_told(one: Said, other: Said) -> Told:
    goal = other.fact.goal.text if other.fact.goal else None
    sign, source = better(other.fact.name, target=other.value.quantity, goal=goal)
    if sign is None:
        sign, source = better(one.fact.name, target=one.value.quantity)
    change = moved(one.value.quantity, other.value.quantity, sign)
    reasons = [] if one.year == other.year else [f"målen gäller olika år ({one.year} och {other.year})"]
    if change in ("sharpened", "weakened") and source:
        reasons.append(f"önskad riktning enligt {source}")
    if change == "undecided":
        reasons.append("målvärdena kan inte jämföras som tal")
    if change == "target_moved":
        reasons.append("ingen önskad riktning är känd")
    membership = other.membership if other.membership.likeness is not None else one.membership
    basis = "same_name" if fold(one.fact.name) == fold(other.fact.name) else membership.basis or "same_name"
    return change, Match(membership.likeness or 1.0, basis, membership.sure), "; ".join(reasons) or None


def _lost_target(edition: Edition, change: str) -> Told:
    if all(document.complete("indicators") for document in edition.documents):
        return change, None, None
    return "undecided", None, "den andra planens indikatorer kunde inte läsas fullständigt"


def _target_row(earlier: Edition, later: Edition, one: Said | None, other: Said | None, told: Told) -> Row:
    change, match, reason = told
    shown = other or one
    return {
        **later.board.row,
        "year_from": earlier.start,
        "year_to": later.start,
        "record": "target",
        "change": change,
        "text_from": one.fact.name if one else None,
        "text_to": other.fact.name if other else None,
        "target_from": one.value.quantity.raw if one else None,
        "target_to": other.value.quantity.raw if other else None,
        "target_year_from": one.year if one else None,
        "target_year_to": other.year if other else None,
        **_of_match(match),
        "reason": reason,
        "group": shown.membership.group if shown else None,
        "record_from": one.fact.record.id if one else None,
        "record_to": other.fact.record.id if other else None,
        **(_place(one, "_from") if one else {}),
        **(_place(other, "_to") if other else {}),
    }


def _place(said: Said, suffix: str) -> Row:
    return said.fact.document.place(said.value.locations or said.fact.record.locations, suffix)
