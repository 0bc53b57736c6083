"""How the council's goals reach the boards and come back: council goal, board goal, indicator, report.

A link is one that a plan prints, or one that follows from the wordings: a board's plan that repeats the council's goal,
or a goal that says the same. That a link is missing is said only where every document that could hold it was read
completely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planparse.compare.alignment import Pair, align
from planparse.compare.columns import Row
from planparse.compare.documents import Board, Document, board_of
from planparse.compare.facts import GoalFact
from planparse.compare.likeness import Match
from planparse.compare.model import LanguageModel
from planparse.compare.words import fold
from planparse.model import Indicator

_PRINTED = Match(1.0, "printed_link", True)


@dataclass(frozen=True, eq=False)
class _Steering:
    """A municipality's council goals and its boards' goals of one year."""

    year: int
    council: tuple[GoalFact, ...]
    boards: Mapping[str, tuple[GoalFact, ...]]
    """the boards' goals, council goals that they repeat among them, by document"""
    plans: tuple[Document, ...]
    whole: bool
    """whether the council's own plan is at hand"""


def chain_rows(
    goals: Sequence[GoalFact], documents: Sequence[Document], followups: Sequence[Row], model: LanguageModel | None
) -> Iterator[Row]:
    """The rows of ``chain``; ``documents`` are those that count, ``followups`` the rows already made."""
    originals: dict[tuple[str, str], GoalFact] = {}
    for steering in _steerings(goals, documents):
        yield from _council_rows(steering, originals, model)
    by_key = goals_by_key(goals)
    for fact in goals:
        if fact.document.is_plan:
            yield from _unit_row(fact, by_key)
            yield from _indicator_links(fact)
    yield from _report_rows(followups, originals)


def goals_by_key(goals: Sequence[GoalFact]) -> dict[tuple[str, str], GoalFact]:
    """Goals by document and id."""
    return {fact.key: fact for fact in goals}


def _steerings(goals: Sequence[GoalFact], documents: Sequence[Document]) -> Iterator[_Steering]:
    by_document: dict[str, list[GoalFact]] = {}
    for fact in goals:
        by_document.setdefault(fact.document.id, []).append(fact)
    issuers: dict[str, list[Document]] = {}
    for document in documents:
        if document.is_plan and document.issuer and document.start is not None:
            issuers.setdefault(document.issuer, []).append(document)
    for plans in issuers.values():
        councils = [plan for plan in plans if plan.plan.board is None]
        for year in sorted({plan.start for plan in plans if plan.start is not None}):
            # The council's plan in force: the one whose period holds the year, the latest where several do.
            held = [plan for plan in councils if (plan.start or 0) <= year <= (plan.end or 0)]
            own = max(held, key=lambda plan: plan.order, default=None)
            boards = {
                plan.id: tuple(by_document.get(plan.id, ()))
                for plan in plans
                if plan.plan.board is not None and plan.start == year
            }
            of_own = by_document.get(own.id, []) if own else []
            council = [fact for fact in of_own if _is_council(fact)]
            chapters = [fact for fact in of_own if not _is_council(fact)]
            if own is not None and own.start == year and chapters:
                boards[own.id] = tuple(chapters)
            if own is None:
                council = _told_by_boards(boards.values())
            involved = tuple(plan for plan in plans if plan.id in boards)
            if council or boards:
                yield _Steering(year, tuple(council), boards, involved, own is not None)


def _is_council(fact: GoalFact) -> bool:
    """A goal of the council: called so, or of a plan of the whole municipality outside the boards' chapters."""
    return fact.level == "council" or (fact.board.name is None and fact.level != "unit")


def _told_by_boards(boards: Iterable[Sequence[GoalFact]]) -> list[GoalFact]:
    """The council's goals as the boards' plans repeat them, where the council's own plan is not at hand."""
    found: dict[str, GoalFact] = {}
    for of_document in boards:
        for fact in of_document:
            if _is_council(fact):
                found.setdefault(fold(fact.wording), fact)
    return list(found.values())


def _council_rows(
    steering: _Steering, originals: dict[tuple[str, str], GoalFact], model: LanguageModel | None
) -> Iterator[Row]:
    """Links between the council's goals and the boards'; ``originals`` gets the council's own of repeated goals."""
    taken_up: set[tuple[str, str]] = set()
    for document, of_document in steering.boards.items():
        printed = {fact.goal.id: fact for fact in of_document}
        own = {fact.document.id for fact in of_document}
        printed |= {fact.goal.id: fact for fact in steering.council if fact.document.id in own}
        repeated = _repeated(of_document, steering.council, model)
        originals.update({(document, goal): own for goal, (own, _) in repeated.items()})
        upper_of = _upper(of_document, steering.council, printed, repeated, model)
        tied = any(match.basis == _PRINTED.basis for _, match in upper_of.values())
        for fact in of_document:
            if fact.level != "board" or _is_council(fact):
                continue
            above = printed.get(fact.goal.parent_id or "")
            if above is not None and not _is_council(above):
                yield _row("board_board", "linked", above, fact, _PRINTED, None, steering.year)
                continue
            upper, match = upper_of.get(fact.goal.id, (None, None))
            if upper is not None and match is not None:
                taken_up.add(upper.key)
                yield _row("council_board", "linked", upper, fact, match, None, steering.year)
            else:
                yield _parentless(fact, steering, tied)
    for fact in steering.council:
        if fact.key not in taken_up:
            yield _not_taken_up(fact, steering)


def _repeated(
    of_document: Sequence[GoalFact], council: Sequence[GoalFact], model: LanguageModel | None
) -> dict[str, tuple[GoalFact, Match]]:
    """The council's own goal behind each council goal that a board's plan repeats."""
    copies = [fact for fact in of_document if _is_council(fact)]
    pairs = align([fact.wording for fact in copies], [fact.wording for fact in council], model=model)
    return {copies[pair.first].goal.id: (council[pair.second], pair.match) for pair in pairs}


def _upper(
    of_document: Sequence[GoalFact],
    council: Sequence[GoalFact],
    printed: Mapping[str, GoalFact],
    repeated: Mapping[str, tuple[GoalFact, Match]],
    model: LanguageModel | None,
) -> dict[str, tuple[GoalFact, Match]]:
    """The council goal above each board goal: as printed, or as the wordings say."""
    out: dict[str, tuple[GoalFact, Match]] = {}
    left = []
    for fact in of_document:
        if fact.level != "board" or _is_council(fact):
            continue
        above = _council_above(fact, printed)
        if above is not None:
            own = repeated.get(above.goal.id)
            sure = _PRINTED if own is None or own[1].sure else Match(own[1].likeness, "printed_link", False)
            out[fact.goal.id] = (own[0] if own else above, sure)
        else:
            left.append(fact)
    for pair in _likest(left, council, model):
        out[left[pair.first].goal.id] = (council[pair.second], pair.match)
    return out


def _likest(left: Sequence[GoalFact], council: Sequence[GoalFact], model: LanguageModel | None) -> list[Pair]:
    """Board goals that say what a council goal says: by words alone, since sharing a theme is no link."""
    pairs = align([fact.wording for fact in left], [fact.wording for fact in council], model=model)
    return [pair for pair in pairs if pair.match.basis in ("same_wording", "near_wording", "words")]


def _council_above(fact: GoalFact, printed: Mapping[str, GoalFact]) -> GoalFact | None:
    """The council goal that a goal's printed parents lead to."""
    seen: set[str] = set()
    parent = fact.goal.parent_id
    while parent and parent not in seen and parent in printed:
        seen.add(parent)
        if _is_council(printed[parent]):
            return printed[parent]
        parent = printed[parent].goal.parent_id
    return None


def _parentless(fact: GoalFact, steering: _Steering, tied: bool) -> Row:
    """``tied``: the plan ties some of its goals to the council's, so that one it ties to none has none."""
    if not fact.document.complete("goals"):
        state, reason = "undecided", "planen kunde inte läsas fullständigt"
    elif not all(upper.document.complete("goals") for upper in steering.council):
        state, reason = "undecided", "fullmäktiges plan kunde inte läsas fullständigt"
    elif steering.council and not tied:
        state, reason = "undecided", "inget av planens mål är kopplat till fullmäktiges, eller så kunde det inte läsas"
    else:
        state, reason = "missing", "planen anger inget överordnat mål"
    return _row("council_board", state, None, fact, None, reason, steering.year)


def _not_taken_up(fact: GoalFact, steering: _Steering) -> Row:
    doubtful = [plan.name for plan in steering.plans if not plan.complete("goals")]
    if not steering.plans:
        state, reason = "undecided", "ingen nämnds plan för året finns med"
    elif not steering.whole:
        state, reason = (
            "undecided",
            "fullmäktiges plan finns inte med, och en nämnds plan återger inte alla nämnders mål",
        )
    elif doubtful:
        state, reason = "undecided", f"nämndplaner som inte kunde läsas fullständigt: {', '.join(doubtful)}"
    else:
        boards = ", ".join(dict.fromkeys(board_of(plan).name or plan.name for plan in steering.plans))
        state, reason = "missing", f"tas inte upp i de planer för {steering.year} som finns med: {boards}"
    return _row("council_board", state, fact, None, None, reason, steering.year)


def _unit_row(fact: GoalFact, by_key: Mapping[tuple[str, str], GoalFact]) -> Iterator[Row]:
    if fact.level == "unit" and fact.goal.parent_id:
        upper = by_key.get((fact.document.id, fact.goal.parent_id))
        if upper is not None:
            yield _row("board_unit", "linked", upper, fact, _PRINTED, None, fact.document.start)


def _indicator_links(fact: GoalFact) -> Iterator[Row]:
    if fact.level == "unit":
        return
    for indicator in fact.indicators:
        yield _indicator_row(fact, indicator, "linked", None)
    if not fact.indicators and not _is_council(fact):
        complete = fact.document.complete("indicators")
        reason = (
            "planen har ingen indikator för målet" if complete else "planens indikatorer kunde inte läsas fullständigt"
        )
        yield _indicator_row(fact, None, "missing" if complete else "undecided", reason)


def _indicator_row(fact: GoalFact, indicator: Indicator | None, state: str, reason: str | None) -> Row:
    return {
        **fact.board.row,
        "year": fact.document.start,
        "link": "board_indicator",
        "state": state,
        "text_from": fact.goal.text,
        "text_to": indicator.name if indicator else None,
        **_of_match(_PRINTED if indicator else None),
        "reason": reason,
        "record_from": fact.goal.id,
        "record_to": indicator.id if indicator else None,
        **fact.place("_from"),
        **(fact.document.place(indicator.locations, "_to") if indicator else {}),
    }


_STATES = {"not_reported": "missing", "undecided": "undecided"}


def _report_rows(followups: Sequence[Row], originals: Mapping[tuple[str, str], GoalFact]) -> Iterator[Row]:
    """The links to reports, as the follow-ups found them: one for a promise, whatever genders its figures are for."""
    promises: dict[tuple[object, ...], Row] = {}
    for row in followups:
        if row.get("text_plan") is None or row.get("plan_plan") == row.get("plan_report"):
            continue
        key = (row["record"], row.get("plan_plan"), row.get("record_plan"), row["year"])
        if key not in promises or (promises[key].get("text_report") is None and row.get("text_report") is not None):
            promises[key] = row
    for row in promises.values():
        found = row.get("text_report") is not None
        original = originals.get((str(row.get("plan_plan")), str(row.get("record_plan"))))
        yield {
            **{name: row.get(name) for name in ("municipality", "municipality_code", "board", "board_kind", "year")},
            "link": "indicator_report" if row["record"] == "indicator" else "goal_report",
            "state": "linked" if found else _STATES.get(str(row["verdict"]), "undecided"),
            "text_from": row["text_plan"],
            "text_to": row.get("text_report"),
            **{name: row.get(name) for name in ("likeness", "basis", "sure")},
            "reason": None if found else row.get("reason"),
            "record_from": row.get("record_plan"),
            "record_to": row.get("record_report"),
            **{f"{name}_from": row.get(f"{name}_plan") for name in _PLACE},
            **({f"{name}_to": row.get(f"{name}_report") for name in _PLACE} if found else {}),
            # What the report says of a goal that the board's plan repeats is said of the council's own.
            **(_upper_side(original) if original else {}),
        }


def _upper_side(fact: GoalFact) -> Row:
    return {"text_from": fact.goal.text, "record_from": fact.goal.id, **fact.place("_from")}


_PLACE = ("plan", "document", "page", "page_label", "bbox")


def _row(
    link: str,
    state: str,
    upper: GoalFact | None,
    lower: GoalFact | None,
    match: Match | None,
    reason: str | None,
    year: int | None,
) -> Row:
    shown = lower or upper
    board: Board | None = shown.board if shown else None
    return {
        **(board.row if board else {}),
        "year": year,
        "link": link,
        "state": state,
        "text_from": upper.goal.text if upper else None,
        "text_to": lower.goal.text if lower else None,
        **_of_match(match),
        "reason": reason,
        "record_from": upper.goal.id if upper else None,
        "record_to": lower.goal.id if lower else None,
        **(upper.place("_from") if upper else {}),
        **(lower.place("_to") if lower else {}),
    }


def _of_match(match: Match | None) -> Row:
    return {"likeness": match.likeness, "basis": match.basis, "sure": match.sure} if match else {}
