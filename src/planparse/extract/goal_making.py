"""What the reader of running text makes of its pieces, and what it remembers between them.

Effektmål 1: …                  the goal that fields, indicators and activities below belong to
Effektmål 2: …
Mätmetod (båda målen): …        of the whole group since the last field
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planparse.extract.activities import new_activity, years_of_item
from planparse.extract.assessments import assess, is_symbol, with_comment
from planparse.extract.context import Context, locations
from planparse.extract.finds import Finds
from planparse.extract.goal_drafts import Draft, parent_near
from planparse.extract.goal_leads import Lead
from planparse.extract.goal_pieces import Piece, runs_on
from planparse.extract.goal_standing import Standing
from planparse.extract.goal_terms import Label, level_of
from planparse.extract.indicator_lines import lines_in, told_values
from planparse.extract.indicators import (
    is_change,
    key_figure_name,
    new_indicator,
    series_goes_on,
    series_values,
    subject_of,
    target_at_end,
    year_series,
)
from planparse.layout.joining import join_two
from planparse.model import Activity, Indicator, Value
from planparse.model.terms import Status, ValueRole
from planparse.values.dates import header_year
from planparse.values.quantity import parse_quantity
from planparse.values.units import unit_from_header

TEXT_FIELDS = ("strategy", "measurement", "reporting", "responsible")
VALUE_FIELDS: dict[str, ValueRole] = {"target": "target", "baseline": "baseline", "outcome": "outcome"}
_FEWEST_WORDS = 3
"""words of a paragraph that is an activity; single names are left over from tables"""
_LONGEST_LINE = 35
"""words of an indicator's line with its values"""
_NUMBER = re.compile(r"(?P<group>\d{1,2})(?P<inner>(?:\.\d{1,2})+)\.?\s+(?=\S)")


@dataclass(slots=True)
class GoalMaker:
    """``standing`` is renewed for each section. The rest is what was read last."""

    context: Context
    finds: Finds
    standing: Standing
    lead: Lead | None = None
    awaited: str | None = None
    """the field whose value the next pieces give"""
    asked: bool = False
    """the label before asks how the goal is measured: its list names measures"""
    pending: Label | None = None
    goal: Draft | None = None
    group: list[Draft] = field(default_factory=list)
    """the goals since the last field: "Mätmetod (båda målen)" is for all of them"""
    listed: bool = False
    """the last goal was an item of a list"""
    group_open: bool = False
    indicator: Indicator | None = None
    activity_goal: Draft | None = None
    activity_status: Status | None = None
    in_activities: bool = False
    """under a heading of activities: paragraphs are activities too"""
    tabled: bool = False
    """the section has its activities in a table: its paragraphs are about them"""
    measures_chapter: bool = False
    """somewhere under a heading of activities: what follows a goal's wording are its activities"""
    responsible: str | None = None
    area: str | None = None
    goal_style: bool = False
    """under a heading that is a term of goals: bold or boxed wordings are goals"""
    before: Piece | None = None
    after: Piece | None = None
    """the piece that follows, None before a table"""
    activity: Activity | None = None
    """the one that the piece before gave"""
    activity_number: str | None = None
    margin: float | None = None
    """where the lead-in or label starts: what is set in from it is an item, though it has no bullet"""
    in_series: bool = False
    term_above: str | None = None
    """a line that is only a term, until a goal follows it"""
    fresh: bool = True
    """nothing but headings yet in the section"""

    def set(self, name: str, value: str, *, everyone: bool = False) -> None:
        for goal in self.group if everyone and self.group else [self.goal]:
            if goal is None:
                continue
            if name in TEXT_FIELDS:
                before = getattr(goal, name)
                setattr(goal, name, f"{before} {value}" if before and before != value else value)
            elif self.context.is_report and name in ("assessment", "comment"):
                self._assess(goal, name, value)

    def _assess(self, goal: Draft, name: str, value: str) -> None:
        """An assessment's first sentence is its words; where more is printed, the whole is the comment too."""
        known = goal.assessment
        if name == "comment":
            goal.assessment = with_comment(known, value, self.context.year)
            return
        if is_symbol(value):
            goal.assessment = assess("", value, known.comment if known is not None else None, self.context.year)
            return
        first, stop, rest = value.partition(". ")
        comment = value if rest else known.comment if known is not None else None
        goal.assessment = assess(first if stop else value.rstrip("."), None, comment, self.context.year)

    def value_field(self, piece: Piece, name: str, value: str, label: str) -> None:
        if self.indicator is None or not value:
            return
        quantity = parse_quantity(value, header_unit=unit_from_header(self.indicator.name))
        year = quantity.year if quantity.year is not None else header_year(label)
        self.indicator.values.append(
            Value(role=VALUE_FIELDS[name], year=year, quantity=quantity, locations=locations(piece.places))
        )

    def series(self, piece: Piece) -> bool:
        parts = year_series(piece.text)
        more = series_goes_on(piece.text) if self.in_series and not parts else None
        self.in_series = bool(parts) or more is not None
        if self.goal is None or not self.in_series:
            return False
        indicator = self.indicator
        if more is not None and indicator is not None:
            indicator.values += series_values([more], piece.places, indicator.name, self.context)
            return True
        if is_change(parts, indicator.name if indicator is not None else subject_of(self.goal.text)):
            return True
        if indicator is None or indicator.values:
            indicator = self.new_indicator(piece, subject_of(self.goal.text))
        indicator.values += series_values(parts, piece.places, indicator.name, self.context)
        return True

    def new_goal(self, piece: Piece, text: str, label: Label | None) -> None:
        lead = self.lead if self.lead is not None and self.lead.kind == "goals" else None
        term = self._term(label, lead)
        said = (level_of(term) if term else None) or (lead.level if lead else None)
        draft = Draft(
            text=text,
            section=self.standing.section,
            places=list(piece.places),
            label=(label.label if label else None) or piece.label,
            term=term,
            level=said or self.standing.level,
            fallback=self.standing.fallback,
            area=self.area or self.standing.area,
            chapter=self.standing.chapter,
            outer=self.standing.outer,
            responsible=self.responsible or self.standing.responsible,
        )
        draft.parent = self._parent(draft, lead)
        if piece.symbol is not None and self.context.is_report:
            draft.assessment = assess("", piece.symbol, None, self.context.year)
        self.finds.add_goal(draft)
        # under a term of its own, as in a card, a goal is none of a list
        alone = self.indicator is not None or self._has_fields() or self.term_above is not None
        self.group = [draft] if alone else [*self.group, draft]
        self.goal = self.activity_goal = draft
        self.listed = piece.is_item
        self.activity = self.term_above = None
        self.indicator, self.awaited, self.group_open = None, None, False
        if lead is None or lead.one:
            self.lead = None

    def goal_above(self) -> Draft | None:
        """The goal that what follows belongs to: the last one; of a list of several, the one that they stand under."""
        return self.standing.goal if self.listed and len(self.group) > 1 else self.goal

    def _has_fields(self) -> bool:
        return any(goal.own_follow_up or goal.strategy for goal in self.group)

    def _term(self, label: Label | None, lead: Lead | None) -> str | None:
        if label is not None and (label.term.lower() != "mål" or not self._kind_said(lead)):
            return label.term
        if lead is not None and lead.term is not None:
            return lead.term
        return self.standing.term or (label.term if label else None)

    def _kind_said(self, lead: Lead | None) -> bool:
        """Whether heading or lead-in says which kind of goals follow ("Politiska mål"), not only whose they are."""
        term = (lead.term if lead is not None else None) or self.standing.term
        return term is not None and re.fullmatch(r"(?:[\w-]+ och )?\w+s mål", term, re.IGNORECASE) is None

    def _parent(self, draft: Draft, lead: Lead | None) -> Draft | None:
        """The goal that a heading or a lead-in sets it under, or the last one of a higher level in its section."""
        if lead is not None and lead.breaks_down and self.goal is not None:
            return self.goal if not self.goal.parent else self.goal.parent
        if self.standing.parent is not None:
            return self.standing.parent
        return parent_near(self.finds.goals, draft) or self._goal_first(draft)

    def _goal_first(self, draft: Draft) -> Draft | None:
        """The goal without a number that opens a section of numbered goals of another kind ("Inriktningsmål: …")."""
        printed = [goal for goal in self.finds.goals if goal.section is draft.section and not goal.mention]
        if not printed or draft.section is None or draft.label is None or draft.level == "council":
            return None
        first = printed[0]
        kinds = {goal.term for goal in printed[1:]} | {draft.term}
        alone = first.label is None and first.term not in kinds and len(kinds) == 1
        return first if alone and first.term is not None and draft.term is not None else None

    def new_indicator(self, piece: Piece, name: str) -> Indicator:
        told = told_values(name, self.context)
        name = key_figure_name(name) if not told and year_change(name) else name
        indicator = new_indicator(name, self.standing.section, piece.places, self.context)
        if told:
            indicator.values = [
                Value(
                    role=one.role,
                    year=one.year,
                    as_of=one.as_of,
                    quantity=one.quantity,
                    locations=locations(piece.places),
                )
                for one in told
            ]
        target = target_at_end(name) if not indicator.values else None
        if target is not None:
            indicator.values.append(target.model_copy(update={"locations": locations(piece.places)}))
        self.finds.indicators.append((indicator, self.goal))
        self.indicator = indicator
        return indicator

    def await_indicators(self, *, sure: bool) -> None:
        """Items that follow are indicators; where that is not sure, those that name a measure or tell its values."""
        self.lead = None
        self.awaited, self.asked = ("indicator", False) if sure else ("measurement", True)

    def tells_values(self, text: str) -> bool:
        """Whether a text is the line of an indicator with its values."""
        lines = lines_in(text, self.context)
        return all(len(line.split()) <= _LONGEST_LINE and told_values(line, self.context) for line in lines)

    def new_indicators(self, piece: Piece, text: str) -> None:
        """The indicator that a text names, or those of its lines."""
        for line in lines_in(text, self.context):
            self.new_indicator(piece, line)

    def indicator_line(self, piece: Piece) -> bool:
        """An indicator of no goal in a line without a bullet; any other text but the first ends their list."""
        if self.awaited in ("indicator", "measurement") and self.tells_values(piece.text):
            self.new_indicators(piece, piece.text)
            return True
        if not self.fresh:
            self.awaited = None
        return False

    def activity_paragraph(self, piece: Piece) -> None:
        """A paragraph under a heading of activities: one of its own, or the rest of the one straight above it.

        A number with a point ("1.2 …") always begins one, and shows that "1. …" before it was their heading.
        """
        number = _NUMBER.match(piece.text)
        if number is not None:
            if self.activity_number == number["group"] and self.activity is not None:
                self.finds.activities.pop()
            self.new_activity(piece, piece.text[number.end() :])
            self.activity_number = number[0].strip()
        elif self.activity is not None and self.before is not None and runs_on(self.before, piece):
            self.activity.text = join_two(self.activity.text, piece.text)
            self.activity.locations += locations(piece.places)
        elif len(piece.text.split()) >= _FEWEST_WORDS:
            self.new_activity(piece, piece.text)

    def new_activity(self, piece: Piece, text: str) -> Activity:
        start, end = years_of_item(text)
        activity = new_activity(
            text, self.standing.section, piece.places, self.context, start=start, end=end, status=self.activity_status
        )
        self.finds.activities.append((activity, self.activity_goal))
        self.activity, self.activity_number = activity, piece.label
        return activity


def year_change(name: str) -> bool:
    """Whether a key figure's name is followed by the changes aimed at ("GWh 2024 -12%, 2030 – 24%").

    >>> year_change("GWh 2024 -12%, 2030 – 24%"), year_change("Andel nöjda, mål 2024: 85 %")
    (True, False)
    """
    return ":" not in name and len(re.findall(r"\d ?%", name)) >= 2
