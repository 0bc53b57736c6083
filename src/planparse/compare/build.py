"""The whole comparison: from plans to tables, each step of which is a module of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.compare.budget_rows import LineGroups, budget_rows, lines_of, not_compared_rows, outcome_rows
from planparse.compare.chain import chain_rows
from planparse.compare.changes import change_rows, targets_of
from planparse.compare.columns import TABLES, Row
from planparse.compare.comparison import Comparison
from planparse.compare.coverage import coverage_rows, document_rows, failed_rows
from planparse.compare.documents import Document, board_of
from planparse.compare.facts import amounts_of, goals_of, indicators_of
from planparse.compare.followups import followup_rows, years_of
from planparse.compare.goal_rows import goal_rows, grouped
from planparse.compare.indicator_groups import group_indicators, group_names
from planparse.compare.indicator_rows import Said, doubts_rows, indicator_rows, values_of
from planparse.compare.kolada import KoladaValue
from planparse.compare.kolada_links import Catalogue, Link, link_groups
from planparse.compare.levels import levelled
from planparse.compare.measurability import measurability_rows
from planparse.compare.model import language_model
from planparse.compare.peers import peer_rows
from planparse.compare.side_tables import SideTables, read_side_tables
from planparse.compare.sources import Failure, Source, Sources, read_sources
from planparse.compare.tables import rows_of
from planparse.compare.timeline import BoardKey, editions, superseded
from planparse.compare.words import fold
from planparse.garbage import collecting_later

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Selection:
    """What to compare of the sources: a board (its name or kind), municipalities (names or codes), years."""

    board: str | None = None
    municipalities: tuple[str, ...] = ()
    years: tuple[int, int] | None = None

    def takes(self, document: Document) -> bool:
        """Whether a document is one of those to compare.

        The council's documents are kept with any board: its goals are where the board's come from.
        """
        plan = document.plan
        if self.municipalities:
            named = {fold(name) for name in self.municipalities}
            if not named & {fold(document.municipality or ""), plan.municipality.code or ""}:
                return False
        if self.board is not None and plan.board is not None:
            wanted = fold(self.board)
            if wanted not in (fold(plan.board.name or ""), plan.board.kind):
                return False
        if self.years is not None and document.start is not None:
            return document.start <= self.years[1] and (document.end or document.start) >= self.years[0]
        return True


@dataclass(frozen=True, slots=True)
class Options:
    """What a comparison is made with, beside the plans."""

    selection: Selection = field(default_factory=Selection)
    peers: tuple[str, ...] = ()
    tables: SideTables = field(default_factory=SideTables)
    catalogue: Catalogue | None = None
    kolada_values: tuple[KoladaValue, ...] = ()
    model: bool = False


def compare(
    plans: Iterable[Source] | Source,
    *,
    board: str | None = None,
    municipality: str | Sequence[str] = (),
    years: tuple[int, int] | None = None,
    peers: Sequence[str] = (),
    groups: str | Path | None = None,
    population: str | Path | None = None,
    deflator: str | Path | None = None,
    catalogue: Catalogue | None = None,
    kolada_values: Sequence[KoladaValue] = (),
    model: bool = False,
) -> Comparison:
    """Compares plans.

    Args:
        plans: Plan objects, saved plans (paths) and output folders of ``planparse convert``; or one such.
        board: only this board, by its name or kind; the council's documents are kept.
        municipality: only these, by name or code.
        years: only documents of these years, first and last.
        peers: municipalities (codes or names) whose medians and quartiles are told beside those of all.
        groups, population, deflator: CSV tables (see :mod:`planparse.compare.side_tables`).
        catalogue: Kolada's KPIs (see :mod:`planparse.compare.kolada`); ``kolada_values`` its values for certain links.
        model: whether the language model of the extra ``embed`` helps to find goals reworded hard.

    Raises:
        MissingFileError, SavedPlanError, FactsTableError, MissingExtraError
    """
    wanted = (municipality,) if isinstance(municipality, str) else tuple(municipality)
    paths = [Path(given) if given is not None else None for given in (population, deflator, groups)]
    options = Options(
        Selection(board, wanted, years),
        tuple(peers),
        read_side_tables(*paths),
        catalogue,
        tuple(kolada_values),
        model,
    )
    return compare_sources(read_sources(plans), options)


def compare_sources(sources: Sources, options: Options) -> Comparison:
    """Compares what was read; see ``compare``."""
    with collecting_later():
        return _compared(sources, options)


def _compared(sources: Sources, options: Options) -> Comparison:
    documents = [document for document in sources.documents if options.selection.takes(document)]
    replaced = superseded(documents)
    model = language_model() if options.model else None
    known = [document for document in documents if document.issuer and document.start is not None]
    not_compared = _not_known(documents, sources)
    rows: dict[str, Iterable[Row] | pd.DataFrame] = {"not_compared": not_compared}
    goals = levelled([fact for document in documents for fact in goals_of(document)])
    indicators, budgets = _indicators(documents, options, replaced), _budgets(documents, options, replaced)
    index, groups, scale = grouped(goals, indicators.groups)
    rows["goals"] = goal_rows(goals, index, groups, scale, replaced)
    goal_groups = {fact.key: groups.numbers[place] for fact, place in zip(goals, index, strict=True)}
    counted = [document for document in known if document.id not in replaced]
    in_force = {document.id for document in counted}
    held = [fact for fact in goals if fact.document.id in in_force]
    not_compared += [*indicators.not_compared, *budgets.not_compared]
    rows["indicators"], rows["budgets"], rows["budget_outcomes"] = indicators.table, budgets.table, budgets.outcomes
    said = [value for value in indicators.values if value.fact.document.id in in_force]
    by_board = editions(held, counted)
    rows["changes"] = change_rows(by_board, targets_of(said, indicators.names), goal_groups, indicators.groups, model)
    years = years_of(said, held, counted, {document.id: board_of(document).key for document in counted})
    rows["followups"] = followups = list(followup_rows(years, said, held, goal_groups, model))
    rows["chain"] = chain_rows(held, counted, followups, model)
    rows["measurability"] = measurability_rows(goals, followups, replaced, _reported(counted))
    rows["coverage"] = [*coverage_rows(documents, replaced), *failed_rows(sources.failures)]
    rows["documents"] = document_rows(documents, sources.failures, replaced)
    rows["peers"] = peer_rows(indicators.table, budgets.table, options.tables, options.peers)
    rows["kolada"] = _kolada(indicators.links, options, documents)
    return Comparison.of_rows(rows, _facts(documents, sources, options))


@dataclass(frozen=True, slots=True)
class _Indicators:
    table: pd.DataFrame
    values: list[Said]
    links: Mapping[int, Link]
    names: dict[int, str]
    groups: dict[tuple[str, str], int]
    not_compared: list[Row]


def _indicators(documents: Sequence[Document], options: Options, replaced: Mapping[str, str]) -> _Indicators:
    facts = [fact for document in documents for fact in indicators_of(document)]
    memberships, doubts = group_indicators(facts)
    values = values_of(facts, memberships)
    links = link_groups(facts, memberships, options.catalogue)
    table = TABLES["indicators"].frame(indicator_rows(facts, memberships, values, links, replaced))
    unlike = rows_of(table[~table["comparable"]], (*_SHARED, "reason", "name", "raw", "year", "record"))
    not_compared = [*doubts_rows(facts, doubts), *map(_value_not_compared, unlike)]
    groups = {fact.key: membership.group for fact, membership in zip(facts, memberships, strict=True)}
    return _Indicators(table, values, links, group_names(facts, memberships), groups, not_compared)


@dataclass(frozen=True, slots=True)
class _Budgets:
    table: pd.DataFrame
    outcomes: list[Row]
    not_compared: list[Row]


def _budgets(documents: Sequence[Document], options: Options, replaced: Mapping[str, str]) -> _Budgets:
    groups = LineGroups()
    outcomes: list[Row] = []
    not_compared: list[Row] = []

    def each() -> Iterator[Row]:
        # Municipality by municipality: what is aligned over the years is one's own, and nobody else's is in memory.
        for _, held in groupby(documents, key=lambda document: document.issuer or document.id):
            lines = lines_of([fact for document in held for fact in amounts_of(document)], replaced, groups)
            outcomes.extend(outcome_rows(lines))
            not_compared.extend(not_compared_rows(lines))
            yield from budget_rows(lines, options.tables)

    table = TABLES["budgets"].frame(each())
    return _Budgets(table, outcomes, not_compared)


_CODES = (("del av år", "part_year"), ("annan enhet", "other_unit"), ("inget år", "year_unknown"))
_SHARED = ("municipality", "municipality_code", "board", "board_kind", "plan", "document", "page", "page_label", "bbox")


def _value_not_compared(row: Row) -> Row:
    reason = str(row["reason"])
    return {
        **{name: row[name] for name in _SHARED},
        "record": "indicator",
        "code": next((code for start, code in _CODES if reason.startswith(start)), "value_missing"),
        "reason": reason,
        "wording": row["name"],
        "raw": row["raw"],
        "year": row["year"],
        "record_id": row["record"],
    }


def _not_known(documents: Sequence[Document], sources: Sources) -> list[Row]:
    """Documents that take no part: failed, there twice, of nobody or of no year; and what was not read of others."""
    out: list[Row] = [_failed(failure) for failure in sources.failures]
    out += [_document(document, "duplicate", "samma fil finns två gånger") for document in sources.twice]
    for document in documents:
        if document.issuer is None:
            out.append(_document(document, "issuer_unknown", "dokumentet säger inte vilken kommun det gäller"))
        if document.start is None:
            out.append(_document(document, "year_unknown", "dokumentet säger inte vilket år det gäller"))
        if document.doubt:
            out.append(_document(document, "unread", document.doubt))
        if not document.is_plan and not document.is_report and document.plan.goals:
            reason = "varken plan eller rapport: målen visas men följs inte över åren och i målkedjan"
            out.append(_document(document, "other_document", reason))
    return out


def _failed(failure: Failure) -> Row:
    return {"record": "document", "code": "document_failed", "reason": failure.reason, "document": failure.name}


def _document(document: Document, code: str, reason: str) -> Row:
    return {
        **board_of(document).row,
        "record": "document",
        "code": code,
        "reason": reason,
        "wording": document.plan.title,
        "year": document.start,
        "plan": document.id,
        "document": document.name,
    }


def _reported(documents: Sequence[Document]) -> dict[str, bool]:
    """For each plan, whether a whole year's report for a year of it is at hand, read completely."""
    told: dict[BoardKey, set[int | None]] = {}
    for report in documents:
        if report.is_report and not report.is_part_year and report.complete("goals"):
            told.setdefault(board_of(report).key, set()).add(report.end)
    return {
        plan.id: any((plan.start or 0) <= (year or 0) <= (plan.end or 0) for year in told.get(board_of(plan).key, ()))
        for plan in documents
        if plan.is_plan
    }


def _kolada(links: Mapping[int, Link], options: Options, documents: Sequence[Document]) -> list[Row]:
    certain = {link.kpi: (group, link) for group, link in links.items() if link.certain}
    codes = {document.plan.municipality.code for document in documents}
    return [
        {
            "group": certain[value.kpi][0],
            "kolada_id": value.kpi,
            "kolada_title": certain[value.kpi][1].title,
            "municipality_code": value.municipality,
            "year": value.year,
            "gender": value.gender,
            "value": value.value,
            "retrieved": value.retrieved,
        }
        for value in options.kolada_values
        if value.kpi in certain and value.municipality in codes
    ]


def _facts(documents: Sequence[Document], sources: Sources, options: Options) -> dict[str, object]:
    return {
        "planparse": version("planparse"),
        "documents": len(documents),
        "failures": len(sources.failures),
        "model": options.model,
        "catalogue": options.catalogue.retrieved if options.catalogue else None,
        "price_base_year": options.tables.base_year,
        "population": bool(options.tables.population),
        "peers": list(options.peers),
        "peers_missing": _peers_missing(documents, options),
        "board": options.selection.board,
        "municipalities": list(options.selection.municipalities),
        "years": list(options.selection.years) if options.selection.years else None,
    }


def _peers_missing(documents: Sequence[Document], options: Options) -> list[str]:
    """The peers named of which there is no document: a typing error would leave a group of fewer in silence."""
    known = {fold(name) for document in documents for name in (document.municipality, document.issuer) if name}
    return [peer for peer in options.peers if fold(peer) not in known]
