"""Goals with their indicators and activities: one way through the document, prose and tables in reading order.

3.1 Nämndmål: Trygga invånare            a goal, by its heading
Indikator      | Utfall 2023 | Mål 2025  a table under it: its indicators
Aktiviteter:                             a label: the list below it are its activities
• Utöka fältgruppen
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planparse.extract.assessments import assess, symbol_among
from planparse.extract.claims import ClaimedTable
from planparse.extract.context import Context
from planparse.extract.finds import Finds
from planparse.extract.goal_bands import band_over
from planparse.extract.goal_cards import card_pieces, is_card, is_rest_of_card
from planparse.extract.goal_columns import read_columns
from planparse.extract.goal_drafts import Draft, parent_above, settle
from planparse.extract.goal_forms import forms_in, read_forms
from planparse.extract.goal_leads import Lead
from planparse.extract.goal_making import TEXT_FIELDS
from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_pieces import Piece, field_of, pieces_of
from planparse.extract.goal_prose import ProseReader
from planparse.extract.goal_row_cells import complete, tells_of_activity
from planparse.extract.goal_setters import council_terms, give_levels
from planparse.extract.goal_sides import by_field
from planparse.extract.goal_standing import (
    Standing,
    area_of,
    fallback_level,
    is_about_others,
    labelled_area,
    level_said,
    reads_as_goal,
    responsible_of,
    unit_chapter,
)
from planparse.extract.goal_tables import read_goal_table
from planparse.extract.goal_terms import labels_goal, level_of, read_label, term_of_heading
from planparse.layout.blocks import Block, Grid, Paragraph
from planparse.model import Activity, Diagnostic, Goal, Indicator
from planparse.model.terms import GoalLevel, TableKind
from planparse.outline.document import Document, SectionNode
from planparse.rules.load import load

_KINDS: frozenset[TableKind] = frozenset({"goals", "indicators", "activities"})
_FEWEST_WORDS = 3
"""words of a heading that is the wording of the goal whose fields follow"""
_POINTS_AT = re.compile(r"\bmål (?P<number>\d{1,2}(?:\.\d+)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GoalRecords:
    """Linked by id: an indicator's and an activity's ``goal_id``, a goal's ``parent_id``."""

    goals: list[Goal]
    indicators: list[Indicator]
    activities: list[Activity]
    diagnostics: list[Diagnostic]


def extract_goals(tables: Sequence[ClaimedTable], document: Document, context: Context) -> GoalRecords:
    """The goals, indicators and activities of a document, linked to each other."""
    finds = Finds()
    walk = _Walk(document, context, finds, {id(table.grid): table for table in tables})
    walk.front()
    for section in document.sections:
        walk.section(section)
    give_levels(finds.goals, council_terms(block.text for _, block in document.prose()))
    settled = settle(finds.goals, context)
    for indicator, draft in finds.indicators:
        indicator.goal_id = settled.goal_id(draft)
    for activity, draft in finds.activities:
        activity.goal_id = settled.goal_id(draft)
    return GoalRecords(
        settled.goals,
        [indicator for indicator, _ in finds.indicators],
        [activity for activity, _ in finds.activities],
        finds.doubts,
    )


class _Walk:
    """The way through the document, and what the headings on it gave."""

    def __init__(self, document: Document, context: Context, finds: Finds, tables: dict[int, ClaimedTable]) -> None:
        self._document = document
        self._context = context
        self._finds = finds
        self._tables = tables
        self._heading_goals: dict[int, Draft] = {}
        self._levels: dict[int, GoalLevel] = {}
        """the level that a lead-in in a section gives to the goals of its sub-sections"""
        self._terms: dict[int, str] = {}
        standing = Standing(section=None, fallback=fallback_level(None, context))
        self._prose = ProseReader(context, finds, standing)

    def front(self) -> None:
        """Tables before the first heading; the cover's text holds no goals."""
        for block in self._document.front:
            if isinstance(block, Grid):
                self._table(block)

    def section(self, section: SectionNode) -> None:
        """A section: what its heading says, then its blocks."""
        if is_about_others(self._document, section):
            return
        standing = self._standing(section)
        goal = self._heading_goal(section, standing)
        above = goal or self._goal_above(section)
        if above is not None:
            standing = replace(standing, goal=above, parent=above)
        activities = self._activity_heading(section)
        pointed = self._pointed_goal(section) if activities is not None else None
        above = above or self._goal_before(section)
        term = term_of_heading(section.title)
        tasks = load("assignment_leads").value(section.title) == "assignment"
        self._prose.enter(
            standing,
            goal=pointed or above,
            heading_goals=term is not None or (standing.term is not None and goal is None and not tasks),
            activities=activities is not None and activities.index == section.index,
        )
        self._prose.tabled = any(self._kind(block) == "activities" for block in section.blocks)
        if activities is not None and load("activity_headings").value(section.title) == "met":
            self._prose.activity_status = "met"
        self._prose.measures_chapter = activities is not None
        label = read_label(section.title)
        if label is not None and not label.rest:
            self._prose.pending = label
        self._field_heading(section, above)
        if term is not None and section.title.rstrip().endswith(":"):
            self._prose.lead, self._prose.term_above = Lead("goals", term, standing.level), section.title
        text: list[Piece] = []
        for block in section.blocks:
            if isinstance(block, Grid):
                self._prose.read_all(by_field(text))
                text = []
                self._table(block)
            else:
                text += pieces_of(block)
        self._prose.read_all(by_field(text))
        self._keep_level(section)

    def _standing(self, section: SectionNode) -> Standing:
        document = self._document
        level = level_said(document, section)
        if level is None:
            above = (self._levels.get(node.index) for node in document.ancestors(section))
            level = next((found for found in above if found is not None), None)
        return Standing(
            section=section,
            fallback=fallback_level(section, self._context),
            level=level,
            term=self._term(section),
            area=area_of(document, section),
            chapter=unit_chapter(document, section),
            outer=list(document.ancestors(section))[-1].title,
            responsible=responsible_of(document, section, self._context),
        )

    def _term(self, section: SectionNode) -> str | None:
        own = term_of_heading(section.title)
        if own is not None:
            return own
        over = self._document.parent(section)
        return self._terms.get(over.index) if over is not None else None

    def _heading_goal(self, section: SectionNode, standing: Standing) -> Draft | None:
        """The goal that a heading is: labelled as one, or a wording under a heading that is a term of goals."""
        title = section.title
        label = read_label(title)
        draft = None
        if label is not None and label.rest and labels_goal(label):
            draft = self._draft(label.rest, standing, section)
            draft.label, draft.term = label.label, label.term
            draft.level = level_of(label.term) or standing.level
        elif label is None and standing.term is not None and _heads_fields(section):
            draft = self._draft(title, standing, section)
            draft.label, draft.term = section.number, standing.term
            draft.area = area_of(self._document, self._document.parent(section))
        elif reads_as_goal(title) and label is None:
            over = self._document.parent(section)
            term = term_of_heading(over.title) if over is not None else None
            draft = self._draft(title, standing, section)
            draft.mention, draft.stands_alone, draft.term = True, term is not None, term
            if term is None and not any(other.key == draft.key for other in self._finds.goals):
                return None
        if draft is None:
            return None
        symbol = symbol_among(section.pictures) if self._context.is_report else None
        if symbol is not None:
            draft.assessment = assess("", symbol, None, self._context.year)
        above = [node.index for node in self._document.ancestors(section)]
        draft.parent = (
            self._goal_above(section)
            or self._goal_over(section, draft)
            or parent_above(self._finds.goals, draft, above)
        )
        self._heading_goals[section.index] = self._finds.add_goal(draft)
        return draft

    def _draft(self, text: str, standing: Standing, section: SectionNode) -> Draft:
        return Draft(
            text=text,
            section=section,
            places=list(section.places),
            level=standing.level,
            fallback=standing.fallback,
            area=standing.area,
            chapter=standing.chapter,
            outer=standing.outer,
        )

    def _goal_above(self, section: SectionNode) -> Draft | None:
        """The goal of the nearest heading above that is one."""
        ancestors = list(self._document.ancestors(section))[1:]
        return next((self._heading_goals[node.index] for node in ancestors if node.index in self._heading_goals), None)

    def _goal_before(self, section: SectionNode) -> Draft | None:
        """The goal just read, where a heading is the name of one of its fields ("Aktiviteter").

        It is the only one in the text that the heading stands under, or stands under another of its fields.
        """
        field, before = field_of(section.title), self._prose.goal_above()
        if before is None or before.section is None or section.parent is None:
            return None
        if field is None or field[1] or field[0] == "other":
            return None
        if before.section.parent == section.parent:
            return before if field_of(before.section.title) is not None else None
        alike = [one for one in self._finds.goals if one.section is before.section and one.term == before.term]
        return before if before.section.index == section.parent and len(alike) == 1 else None

    def _goal_over(self, section: SectionNode, draft: Draft) -> Draft | None:
        """The goal of another kind that stands alone in the text of the chapter above ("Inriktningsmål: …")."""
        over = self._document.parent(section)
        if over is None or draft.term is None:
            return None
        printed = [one for one in self._finds.goals if one.section is over and not one.mention]
        alone = len(printed) == 1 and printed[0].term not in (None, draft.term)
        return printed[0] if alone else None

    def _activity_heading(self, section: SectionNode) -> SectionNode | None:
        """The nearest heading of activities over a section, its own included."""
        rules = load("activity_headings")
        for node in self._document.ancestors(section):
            if rules.value(node.title) in ("activities", "met") and not node.title.endswith(":"):
                return node
        return None

    def _pointed_goal(self, section: SectionNode) -> Draft | None:
        """The first goal that a heading of activities names by number ("Åtgärder, mål 11-12")."""
        found = _POINTS_AT.search(section.title)
        if found is None:
            return None
        label = f"Mål {found['number']}"
        draft = Draft(text="", section=section, places=[], label=label, mention=True, stands_alone=False)
        return self._finds.add_goal(draft)

    def _field_heading(self, section: SectionNode, goal: Draft | None) -> None:
        """A heading that is a field of the goal above it ("Indikatorer"): what follows is its value."""
        field = field_of(section.title)
        if load("indicator_leads").value(section.title) == "heading":
            self._prose.await_indicators(sure=goal is not None)
        if field is None or field[1] or goal is None:
            return
        if field[0] == "activity":
            self._prose.lead = Lead("activities")
        elif field[0] != "other":
            self._prose.awaited = field[0]
            self._prose.asked = phrase("asks for measures", section.title) is not None

    def _table(self, grid: Grid) -> None:
        table = self._tables.get(id(grid))
        prose = self._prose
        self._caption(grid)
        if prose.activity is not None and tells_of_activity(grid, read_columns(grid, self._context)):
            complete(prose.activity, grid, read_columns(grid, self._context))
            return
        if table is None or not (table.kind in _KINDS or _has_activities(table, self._context)):
            prose.lead = None
            return
        forms = forms_in(grid)
        if forms:
            read_forms(forms, prose, self._inner_table)
            prose.lead = prose.awaited = None
            return
        band = band_over(grid)
        if band is not None:
            prose.read_all(band.pieces)
            self._inner_table(band.table)
            prose.lead = prose.awaited = None
            return
        rest = is_rest_of_card(grid)
        if rest or is_card(grid, read_columns(grid, self._context)):
            if not rest or prose.goal is not None:
                prose.read_all(list(card_pieces(grid)))
            prose.lead = prose.awaited = None
            return
        lead = prose.lead if prose.lead is not None and prose.lead.kind == "goals" else None
        # a table under a list of goals is of none of them
        alone = prose.goal if len(prose.group) <= 1 or prose.indicator is not None else None
        standing = replace(
            prose.standing,
            goal=alone,
            area=prose.area or prose.standing.area,
            level=(lead.level if lead else None) or prose.standing.level,
            parent=prose.goal if lead is not None and lead.breaks_down else prose.standing.parent,
        )
        before = len(self._finds.goals)
        read_goal_table(grid, standing, self._context, self._finds)
        goals = self._finds.goals[before:]
        if table.kind == "goals" or (len(goals) == 1 and not goals[0].mention):
            # what follows a table of one goal is of that goal; of several, of none of them
            prose.goal = goals[-1] if len(goals) == 1 else prose.standing.goal
        prose.group = []
        prose.lead = prose.awaited = None

    def _inner_table(self, grid: Grid) -> None:
        """A form's own table of indicators or activities."""
        standing = replace(self._prose.standing, goal=self._prose.goal, parent=self._prose.goal)
        read_goal_table(grid, standing, self._context, self._finds)

    def _kind(self, block: Block) -> TableKind | None:
        table = self._tables.get(id(block))
        return table.kind if table is not None else None

    def _caption(self, grid: Grid) -> None:
        """A caption may name the area or the goal that a table is of."""
        label = read_label(grid.caption)
        if self._prose.awaits_goal and grid.caption:
            self._prose.read(Piece(grid.caption, grid.caption_places, bold=True))  # its term stands over it
        elif area := labelled_area(grid.caption):
            self._prose.area = area
        elif label is not None and label.rest:
            self._prose.read(Piece(grid.caption, grid.caption_places))
        elif reads_as_goal(grid.caption):
            mention = Draft(grid.caption, self._prose.standing.section, [], mention=True, stands_alone=False)
            known = any(other.key == mention.key for other in self._finds.goals)
            self._prose.goal = self._finds.add_goal(mention) if known else self._prose.goal

    def _keep_level(self, section: SectionNode) -> None:
        if self._prose.standing.term is not None:
            self._terms[section.index] = self._prose.standing.term
        lead = self._prose.lead
        if lead is not None and lead.kind == "goals" and lead.level is not None:
            self._levels[section.index] = lead.level


def _has_activities(table: ClaimedTable, context: Context) -> bool:
    """Whether a table of assignments names what is done for each ("Uppdrag | Nämndens åtgärder | Klart")."""
    if table.kind != "assignments":
        return False
    columns = read_columns(table.grid, context)
    return columns.has("activity") and columns.has("assignment") and not columns.has("goal", "indicator")


def _heads_fields(section: SectionNode) -> bool:
    """Whether a goal's field stands straight under a heading of several words: the heading is its wording."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph) or len(section.title.split()) < _FEWEST_WORDS:
        return False
    piece = next(pieces_of(first), None)
    field = field_of(piece.text) if piece is not None else None
    return field is not None and field[0] in TEXT_FIELDS
