"""Goals in running text: labelled paragraphs, lists after a lead-in or heading, boxed and bold wordings, and what is
printed under them: measurement, reporting, key figures, activities.

    Effektmål 7: Antalet vräkningar ska vara lågt.     a goal
    Mätmetod: Egen statistik.                          its measurement
    Nyckeltal: antal vräkningar                        an indicator
    2023 – 12 st, 2025 – 8 st                          its values
    Åtgärder
    Vräkningsförebyggande teamet utökas.               an activity

The reader goes through a document piece by piece and remembers where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from planparse.extract.activities import new_activity, years_of_item
from planparse.extract.assessments import assess
from planparse.extract.context import Context, locations
from planparse.extract.finds import Finds
from planparse.extract.goal_drafts import Draft, parent_above
from planparse.extract.goal_leads import Lead, read_lead
from planparse.extract.goal_pieces import Piece, field_of, runs_on
from planparse.extract.goal_standing import Standing, labelled_area, names_unit, reads_as_goal
from planparse.extract.goal_terms import Label, goal_noun, level_of, noun_kind, read_label, singular
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
from planparse.model.terms import GoalLevel, Status, ValueRole
from planparse.values.dates import header_year
from planparse.values.quantity import parse_quantity
from planparse.values.units import unit_from_header

_BOTH = re.compile(r"\b(?:båda|bägge|samtliga|alla|respektive)\b", re.I)
_ABOUT_MEASURES = re.compile(
    r"^\W*(?:\w+ ){0,3}?(?:åtgärderna|åtgärdsförslagen|aktiviteterna|respektive åtgärd)\b|\b(?:för|av) respektive (?:åtgärd|aktivitet)\b",
    re.I,
)
_GOAL_OF_OTHERS = re.compile(r"\w*mål \d{1,2} (?:gäller|avser|är)\b", re.I)
_NAMED_TERM = re.compile(
    r"\b(?:formuler|fastställ|anta[grs]|beslut|lagt fast|lägger fast|ange|ställt upp|satt upp)\w*\b[^.]{0,60}?\b(\w{3,}mål)\b", re.I
)
"""an introduction that names the goals more shortly than their heading does"""
_TEXT_FIELDS = ("strategy", "measurement", "reporting", "responsible")
_VALUE_FIELDS: dict[str, ValueRole] = {"target": "target", "baseline": "baseline", "outcome": "outcome"}
_SHORT_GOAL = 45
"""words of a wording that is set apart after a lead-in; the longest goal met has 34"""
_FEWEST_WORDS = 3
_LEAST_INDENT = 5.0
_MOST_INDENT = 60.0
"""points that items are set in from their lead-in"""


@dataclass(slots=True)
class ProseReader:
    """``standing`` is renewed by :meth:`enter` for each section. The rest is what was read last."""

    context: Context
    finds: Finds
    standing: Standing
    lead: Lead | None = None
    awaited: str | None = None
    """the field whose value the next pieces give"""
    pending: Label | None = None
    goal: Draft | None = None
    group: list[Draft] = field(default_factory=list)
    """the goals since the last field: "Mätmetod (båda målen)" is for all of them"""
    group_open: bool = False
    indicator: Indicator | None = None
    activity_goal: Draft | None = None
    activity_status: Status | None = None
    in_activities: bool = False
    """under a heading of activities: paragraphs are activities too"""
    measures_chapter: bool = False
    """somewhere under a heading of activities: what follows a goal's wording are its activities"""
    responsible: str | None = None
    area: str | None = None
    goal_style: bool = False
    """under a heading that is a term of goals: bold or boxed wordings are goals"""
    before: Piece | None = None
    activity: Activity | None = None
    """the one that the piece before gave"""
    margin: float | None = None
    """where the lead-in or label starts: what is set in from it is an item, printed with a bullet of no letter or none"""
    in_series: bool = False
    term_above: str | None = None
    """a line that is only a term, until a goal follows it"""
    fresh: bool = True
    """nothing but headings yet in the section"""

    def enter(self, standing: Standing, *, goal: Draft | None, heading_goals: bool, activities: bool) -> None:
        """Starts a section. ``goal`` is the one that the section stands under, if any."""
        self.standing = standing
        self.lead = self.awaited = self.pending = self.indicator = None
        self.goal, self.group, self.group_open = goal, [], False
        self.activity_goal = goal
        self.in_activities = activities
        self.activity_status = None
        self.responsible = self.area = None
        self.before = self.activity = None
        self.goal_style = heading_goals
        self.fresh = True

    def read(self, piece: Piece) -> None:
        """Reads one piece."""
        if not any(map(str.isalpha, piece.text)):
            return
        if not self._labelled(piece):
            self._unlabelled(piece)
        if self.lead is None and self.awaited is None:
            self.margin = None
        elif self.margin is None:
            self.margin = piece.x0
        self.fresh = False
        self.before = piece

    # Pieces with a label of their own

    def _labelled(self, piece: Piece) -> bool:
        label = read_label(piece.text)
        if label is not None and self.lead is not None and self.lead.kind == "others" and piece.is_item:
            return True
        if label is not None and self._takes(label):
            if label.rest:
                self._new_goal(piece, label.rest, label)
            else:
                self.pending = label
            self.awaited = None
            return True
        if label is None and _GOAL_OF_OTHERS.match(piece.text):
            self.goal = self.activity_goal = None  # "Mål 6 gäller endast grannkommunen"
            return True
        field_found = field_of(piece.text)
        if field_found is not None and not (piece.is_item and not field_found[1]):
            return self._field(piece, *field_found)
        if self._term_line(piece) or self._group_line(piece):
            return True
        if self.pending is not None:
            label, self.pending = self.pending, None
            self._new_goal(piece, piece.text, label)
            return True
        return False

    def _takes(self, label: Label) -> bool:
        """A "Fokusområde 3 – …" is a goal only where goals are announced; else it groups them."""
        if noun_kind(label.term.split()[-1]) == "goal":
            return True
        announced = self.lead is not None and self.lead.kind == "goals"
        return label.label is not None and (announced or (bool(self.finds.goals) and self.goal_after_area(label)))

    def goal_after_area(self, label: Label) -> bool:
        """Whether the goal just read has the same kind of label: the list goes on."""
        return self.goal is not None and self.goal.term == label.term and not self.fresh

    def _term_line(self, piece: Piece) -> bool:
        """A line that is only a term ("Verksamhetsmål" in a card, "Inriktningsmål:") announces the goal under it."""
        text = piece.text.strip()
        words = text.rstrip(" :").split()
        alone = text.endswith(":") or piece.bold or piece.underlined
        if piece.is_item or not alone or len(words) > 9 or text[-1] in ".!?":
            return False
        at = goal_noun(words)
        if (
            names_unit(text)
            or at is None
            or at > 2
            or (at < len(words) - 1 and words[at + 1].lower() not in ("för", "med", "i", "inom"))
        ):
            return False
        if reads_as_goal(text):
            return False
        if piece.boxed and self.before is not None and self.term_above not in (None, text) and self.lead is not None:
            self.area, self.responsible = self.term_above, None  # a card's title over its label
        self.term_above = text
        self.lead = Lead("goals", singular(text.rstrip(" :")), level_of(text) or self._lead_level(), one=piece.boxed)
        self.awaited = None
        return True

    def _lead_level(self) -> GoalLevel | None:
        return self.lead.level if self.lead is not None and self.lead.kind == "goals" else None

    def _group_line(self, piece: Piece) -> bool:
        """A bold line in a card that names who answers for the goals below it, or the area that they are of."""
        area = labelled_area(piece.text) if not piece.is_item and len(piece.text.split()) <= 9 else None
        if area is not None:
            self.area = area
            return True
        if not (piece.boxed and piece.bold) or len(piece.text.split()) > 6 or reads_as_goal(piece.text):
            return False
        if names_unit(piece.text):
            self.responsible, self.area = piece.text, None
        elif self.pending is not None or (self.lead is not None and self.lead.one):
            return False
        else:
            self.responsible, self.area = None, piece.text
        self.awaited = self.term_above = None
        return True

    def _field(self, piece: Piece, name: str, value: str, label: str) -> bool:
        """A field of the goal above; its value may stand in the pieces that follow."""
        if name == "activity":
            self.lead, self.awaited = Lead("activities"), None
            self.activity_goal = self.goal
            if value:
                self._new_activity(piece, value)
            return True
        if self.goal is None:
            self.lead, self.awaited = None, None
            return name not in ("other",) and not value
        self.awaited = name if not value or name in _TEXT_FIELDS else None
        self.lead = None
        if name == "indicator":
            if value:
                self._new_indicator(piece, value)
        elif name in _VALUE_FIELDS:
            self._value_field(piece, name, value, label)
        elif value and name != "other":
            self._set(name, value, everyone=_BOTH.search(label) is not None)
            self.awaited = None
        elif name in _TEXT_FIELDS:
            self.group_open = _BOTH.search(label) is not None
        return True

    def _set(self, name: str, value: str, *, everyone: bool = False) -> None:
        for goal in self.group if everyone and self.group else [self.goal]:
            if goal is None:
                continue
            if name in _TEXT_FIELDS:
                before = getattr(goal, name)
                setattr(goal, name, f"{before} {value}" if before and before != value else value)
            elif self.context.is_report and name in ("assessment", "comment"):
                known = goal.assessment
                words = value if name == "assessment" else (known.raw or "" if known else "")
                comment = value if name == "comment" else (known.comment if known else None)
                goal.assessment = assess(words, None, comment, self.context.year)

    def _value_field(self, piece: Piece, name: str, value: str, label: str) -> None:
        if self.indicator is None or not value:
            return
        quantity = parse_quantity(value, header_unit=unit_from_header(self.indicator.name))
        year = quantity.year if quantity.year is not None else header_year(label)
        self.indicator.values.append(
            Value(role=_VALUE_FIELDS[name], year=year, quantity=quantity, locations=locations(piece.places))
        )

    # Pieces without a label

    def _unlabelled(self, piece: Piece) -> None:
        if self.goal is not None and self._series(piece):
            return
        if piece.is_item or self._set_in(piece):
            self._item(piece)
            return
        lead = read_lead(piece.text, self.before.text if self.before is not None and not self.before.is_item else "")
        if lead is not None:
            self.lead = lead
            self.awaited = None
            if lead.kind == "activities":
                self.activity_goal = self.goal
            return
        if self.awaited is not None and self._field_value(piece):
            return
        if self._is_goal(piece):
            self._new_goal(piece, piece.text, None)
            return
        if self._takes_activities() and not _ABOUT_MEASURES.search(piece.text):
            if self.activity is not None and self.before is not None and runs_on(self.before, piece):
                self.activity.text = join_two(self.activity.text, piece.text)
                self.activity.locations += locations(piece.places)
            else:
                self._new_activity(piece, piece.text)
            return
        self.activity = None
        self.lead = None
        named = _NAMED_TERM.search(piece.text)
        if named is not None and self.standing.term is not None and noun_kind(named[1]) == "goal":
            term = singular(named[1])
            if self.standing.term.lower().endswith(f" {term.lower()}"):
                self.standing = replace(self.standing, term=term)

    def _set_in(self, piece: Piece) -> bool:
        expects = self.awaited == "indicator" or (self.lead is not None and self.lead.kind in ("goals", "activities"))
        if not expects or self.margin is None or piece.boxed or (self.lead is not None and self.lead.one):
            return False
        return _LEAST_INDENT < piece.x0 - self.margin < _MOST_INDENT and len(piece.text.split()) <= _SHORT_GOAL

    def _series(self, piece: Piece) -> bool:
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
            indicator = self._new_indicator(piece, subject_of(self.goal.text))
        indicator.values += series_values(parts, piece.places, indicator.name, self.context)
        return True

    def _item(self, piece: Piece) -> None:
        if self.awaited == "indicator":
            self._new_indicator(piece, piece.text)
        elif self.awaited in _TEXT_FIELDS and self.goal is not None:
            self._set(self.awaited, piece.text, everyone=self.group_open)
        elif self.awaited == "other":
            return
        elif self.lead is not None:
            if self.lead.kind == "goals":
                if piece.depth == 0:
                    self._new_goal(piece, piece.text, None)
            elif self.lead.kind == "activities":
                self._new_activity(piece, piece.text)
        elif self._takes_activities():
            self._new_activity(piece, piece.text)
        elif self.goal_style and (self.fresh or self._list_goes_on(piece)) and piece.depth == 0:
            self._new_goal(piece, piece.text, None)

    def _list_goes_on(self, piece: Piece) -> bool:
        return (
            self.goal is not None
            and self.goal.section is self.standing.section
            and self.awaited is None
            and self.listing
        )

    @property
    def listing(self) -> bool:
        """Whether the goal just read was an item of the list under the heading."""
        return self.goal is not None and self.goal.term == self.standing.term

    def _field_value(self, piece: Piece) -> bool:
        if self.goal is None or self.awaited is None:
            return False
        if self.awaited == "indicator":
            self._new_indicator(piece, piece.text)
            self.awaited = None
            return True
        if self.awaited in _TEXT_FIELDS or self.awaited in ("assessment", "comment"):
            self._set(self.awaited, piece.text, everyone=self.group_open)
            self.awaited = None if self.awaited in ("responsible", "assessment") or not piece.boxed else self.awaited
            return True
        if self.awaited in _VALUE_FIELDS:
            self._value_field(piece, self.awaited, piece.text, "")
            self.awaited = None
            return True
        return self.awaited == "other" and piece.boxed

    def _is_goal(self, piece: Piece) -> bool:
        """Whether a paragraph is a goal's wording by its setting: after a lead-in, or under a heading of goals."""
        words = len(piece.text.split())
        if words > _SHORT_GOAL or words < _FEWEST_WORDS:
            return False
        if self.lead is not None and self.lead.kind == "goals":
            return piece.set_apart or (self.lead.one and words <= _SHORT_GOAL)
        return self.goal_style and (piece.bold or (piece.boxed and reads_as_goal(piece.text))) and words > _FEWEST_WORDS

    def _takes_activities(self) -> bool:
        if self.lead is not None and self.lead.kind == "activities":
            return True
        if self.lead is not None:
            return False
        under_goal = self.measures_chapter and self.goal is not None and self.goal.section is self.standing.section
        return self.in_activities or under_goal

    # What is made of them

    def _new_goal(self, piece: Piece, text: str, label: Label | None) -> None:
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
        self.finds.add_goal(draft)
        self.group = [draft] if self.indicator is not None or self._has_fields() else [*self.group, draft]
        self.goal = self.activity_goal = draft
        self.activity = self.term_above = None
        self.indicator, self.awaited, self.group_open = None, None, False
        if lead is None or lead.one:
            self.lead = None

    def _has_fields(self) -> bool:
        return any(goal.own_follow_up or goal.strategy for goal in self.group)

    def _term(self, label: Label | None, lead: Lead | None) -> str | None:
        if label is not None and (label.term.lower() != "mål" or (self.standing.term is None and lead is None)):
            return label.term
        if lead is not None and lead.term is not None:
            return lead.term
        return self.standing.term or (label.term if label else None)

    def _parent(self, draft: Draft, lead: Lead | None) -> Draft | None:
        """The goal that a heading or a lead-in sets it under, or the last one of a higher level in its section."""
        if lead is not None and lead.breaks_down and self.goal is not None:
            return self.goal if not self.goal.parent else self.goal.parent
        if self.standing.parent is not None:
            return self.standing.parent
        return parent_above(self.finds.goals, draft)

    def _new_indicator(self, piece: Piece, name: str) -> Indicator:
        name = key_figure_name(name) if year_change(name) else name
        indicator = new_indicator(name, self.standing.section, piece.places, self.context)
        target = target_at_end(name) if not indicator.values else None
        if target is not None:
            indicator.values.append(target.model_copy(update={"locations": locations(piece.places)}))
        self.finds.indicators.append((indicator, self.goal))
        self.indicator = indicator
        return indicator

    def _new_activity(self, piece: Piece, text: str) -> Activity:
        start, end = years_of_item(text)
        activity = new_activity(
            text, self.standing.section, piece.places, self.context, start=start, end=end, status=self.activity_status
        )
        self.finds.activities.append((activity, self.activity_goal))
        self.activity = activity
        return activity


def year_change(name: str) -> bool:
    """Whether a key figure's name is followed by the changes aimed at ("GWh 2024 -12%, 2030 – 24%").

    >>> year_change("GWh 2024 -12%, 2030 – 24%"), year_change("Andel nöjda, mål 2024: 85 %")
    (True, False)
    """
    return ":" not in name and len(re.findall(r"\d ?%", name)) >= 2
