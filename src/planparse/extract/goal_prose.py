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
from collections.abc import Sequence
from dataclasses import replace

from planparse.extract.assessments import status_of_words
from planparse.extract.goal_drafts import Draft
from planparse.extract.goal_leads import Lead, read_lead
from planparse.extract.goal_making import TEXT_FIELDS, VALUE_FIELDS, GoalMaker
from planparse.extract.goal_phrases import phrase
from planparse.extract.goal_pieces import Piece, field_of
from planparse.extract.goal_settings import announces_list, explains, is_bare_term, is_told
from planparse.extract.goal_standing import Standing, labelled_area, names_unit, reads_as_goal
from planparse.extract.goal_terms import (
    Label,
    goal_noun,
    is_of_others,
    labels_goal,
    level_of,
    noun_kind,
    read_code,
    read_label,
    singular,
)
from planparse.model.terms import GoalLevel
from planparse.rules.load import load

_ONE_SENTENCE = re.compile(r"[^.!?]+(?:[.,]\d[^.!?]*)*\.?")
_ASSESSED_AT_END = re.compile(r"[.!?]\s(?:Bedömning|Måluppfyllelse|Status)\s?:\s(?P<words>[^.:]{2,60})\.?$")
_SHORT_GOAL = 45
"""words of a wording that is set apart after a lead-in; the longest goal met has 34"""
_FEWEST_WORDS = 3
_LONGEST_ASSESSMENT = 8
"""words of a line that assesses a goal"""
_LONGEST_HEADING = 14
"""words of a line that announces goals of others ("De globala målen för hållbar utveckling")"""
_AFTER_TERM = ("för", "med", "i", "inom", "till", "år")
"""words that may follow a goal noun in a line that is only a term ("Mål till 2030:")"""
_LEAST_INDENT = 5.0
_MOST_INDENT = 60.0
"""points that items are set in from their lead-in"""


class ProseReader(GoalMaker):
    """Tells what each piece of text is; what is made of it, and what is remembered, is the maker's."""

    __slots__ = ()

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

    def read_all(self, pieces: Sequence[Piece]) -> None:
        """Reads pieces that follow each other, none of them a table."""
        for index, piece in enumerate(pieces):
            self.after = pieces[index + 1] if index + 1 < len(pieces) else None
            self.read(piece)
        self.after = None

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
                self.new_goal(piece, label.rest, label)
            else:
                self.pending = label
            self.awaited = None
            return True
        code = read_code(piece.text) if label is None and self._may_be_coded(piece) else None
        if code is not None:
            self.new_goal(piece, code.rest, code)
            return True
        if label is None and phrase("goal of others", piece.text):
            self.goal = self.activity_goal = None  # "Mål 6 gäller endast grannkommunen"
            return True
        field_found = field_of(piece.text)
        if field_found is not None and not (piece.is_item and not field_found[1]):
            return self._field(piece, *field_found)
        if self._term_line(piece) or self._group_line(piece):
            return True
        if self.pending is not None:
            label, self.pending = self.pending, None
            self.new_goal(piece, piece.text, label)
            return True
        return False

    def _takes(self, label: Label) -> bool:
        """A "Fokusområde 3 – …" is a goal only where goals are announced; else it groups them."""
        if labels_goal(label):
            return True
        announced = self.lead is not None and self.lead.kind == "goals"
        return label.label is not None and (announced or (bool(self.finds.goals) and self.goal_after_area(label)))

    def _may_be_coded(self, piece: Piece) -> bool:
        """Whether a bold line with a bare label is a goal: over one of its fields, or where goals are announced."""
        if not piece.bold or piece.is_item or piece.text[-1] == ":":
            return False
        field = field_of(self.after.text) if self.after is not None else None
        announced = self.goal_style or (self.lead is not None and self.lead.kind == "goals")
        return (field is not None and field[0] != "other") or announced

    def goal_after_area(self, label: Label) -> bool:
        """Whether the goal just read has the same kind of label: the list goes on."""
        return self.goal is not None and self.goal.term == label.term and not self.fresh

    def _term_line(self, piece: Piece) -> bool:
        """A line that is only a term ("Verksamhetsmål" in a card, "Inriktningsmål:") announces the goal under it."""
        text = piece.text.strip()
        words = text.rstrip(" :").split()
        alone = text.endswith(":") or piece.bold or piece.underlined or is_bare_term(text)
        if piece.is_item or not alone or len(words) > 9 or text[-1] in ".!?":
            return False
        at = goal_noun(words)
        if at is None or at > 2 or names_unit(text) or reads_as_goal(text):
            return False
        if at < len(words) - 1 and words[at + 1].lower() not in _AFTER_TERM:
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
        if not (piece.boxed and (piece.bold or self._is_banner(piece))) or len(piece.text.split()) > 6:
            return False
        if reads_as_goal(piece.text):
            return False
        if names_unit(piece.text):
            self.responsible, self.area = piece.text, None
        elif self.pending is not None or (self.lead is not None and self.lead.one):
            return False
        elif self.goal is not None and not self._heads_goals():
            return False  # the title of something else in the card, or of the next box
        else:
            self.responsible, self.area = None, piece.text
        self.awaited = self.term_above = None
        return True

    def _is_banner(self, piece: Piece) -> bool:
        """Whether a line over a goal's card is set as the name of the area: in capitals, or light on a dark fill."""
        return piece.banner and self._heads_goals()

    def _heads_goals(self) -> bool:
        """Whether a goal, or its label, stands right under a line."""
        after = self.after
        if after is None or after.is_item:
            return False
        return read_label(after.text) is not None or is_bare_term(after.text) or reads_as_goal(after.text)

    def _field(self, piece: Piece, name: str, value: str, label: str) -> bool:
        """A field of the goal above; its value may stand in the pieces that follow."""
        if name == "activity":
            self.lead, self.awaited = Lead("activities"), None
            self.activity_goal = self.goal_above()
            if value:
                self.new_activity(piece, value)
            return True
        if name == "assessment" and not value:
            value = piece.symbol or ""
        if name == "measurement" and phrase("follow-up", label) and self.goal is not None and self.goal.measurement:
            name = "reporting"  # behind the way of measuring it says when and to whom
        if self.goal is None:
            self.lead, self.awaited = None, None
            if name == "indicator" or (name == "measurement" and phrase("asks for measures", label) is not None):
                if value and self.tells_values(value):
                    self.new_indicators(piece, value)
                    return True
                if not value:
                    self.await_indicators(sure=name == "indicator" and label.endswith(":"))
            return name != "other" and not value
        self.awaited = name if not value or name in TEXT_FIELDS else None
        self.asked = phrase("asks for measures", label) is not None
        self.lead = None
        if name == "indicator":
            if value:
                self.new_indicators(piece, value)
        elif name in VALUE_FIELDS:
            self.value_field(piece, name, value, label)
        elif value and name != "other":
            self.set(name, value, everyone=phrase("for all", label) is not None)
            self.awaited = None
        elif name in TEXT_FIELDS:
            self.group_open = phrase("for all", label) is not None
        return True

    # Pieces without a label

    def _unlabelled(self, piece: Piece) -> None:
        if self.goal is not None and self.series(piece):
            return
        if piece.is_item or self._set_in(piece):
            self._item(piece)
            return
        if len(piece.text.split()) <= _LONGEST_HEADING and is_of_others(piece.text):
            self.lead, self.awaited = Lead("others"), None
            return
        if len(piece.text.split()) <= _LONGEST_HEADING and load("assignment_leads").value(piece.text) == "assignment":
            self.lead, self.awaited = Lead("other"), None
            return
        lead = read_lead(piece.text, self.before.text if self.before is not None and not self.before.is_item else "")
        if lead is not None:
            self.lead = lead
            self.awaited = None
            if lead.kind == "activities":
                self.activity_goal = self.goal_above()
            elif lead.kind in ("indicators", "measures"):
                self.await_indicators(sure=lead.kind == "indicators")
            return
        told = _ASSESSED_AT_END.search(piece.text) if self.goal is not None and self.context.is_report else None
        if told is not None:
            self.set("assessment", told["words"])
            return
        if self._is_assessment(piece):
            self.set("assessment", piece.text)
            return
        if self.awaited is not None and self._field_value(piece):
            return
        if self._is_goal(piece):
            self.new_goal(piece, piece.text, None)
            return
        if (
            self._takes_activities()
            and not self.tabled
            and phrase("about measures", piece.text) is None
            and not announces_list(piece, self.after)
            and not names_unit(piece.text)
        ):
            self.activity_paragraph(piece)
            return
        self.activity = self.lead = None
        if self.before is not None and not self.before.is_item:
            self.group = self.group[-1:]  # text parts goals that are printed one under another; a list's it does not
        self._named_term(piece)

    def _named_term(self, piece: Piece) -> None:
        named = phrase("names its goals", piece.text)
        known = self.standing.term
        if named is not None and known is not None and noun_kind(named["term"]) == "goal":
            term = singular(named["term"])
            if known.lower() == "mål" or known.lower().endswith(f" {term.lower()}"):
                self.standing = replace(self.standing, term=term)

    def _is_assessment(self, piece: Piece) -> bool:
        """Whether a line under a goal in a report is its assessment ("Målet bedöms delvis uppnås")."""
        goal = self.goal
        if goal is None or not self.context.is_report or len(piece.text.split()) > _LONGEST_ASSESSMENT:
            return False
        open_ = goal.assessment is None or goal.assessment.status is None
        return open_ and self.awaited is None and status_of_words(piece.text) is not None

    def _set_in(self, piece: Piece) -> bool:
        expects = self.awaited == "indicator" or (self.lead is not None and self.lead.kind in ("goals", "activities"))
        if not expects or self.margin is None or piece.boxed or (self.lead is not None and self.lead.one):
            return False
        return _LEAST_INDENT < piece.x0 - self.margin < _MOST_INDENT and len(piece.text.split()) <= _SHORT_GOAL

    def _item(self, piece: Piece) -> None:
        if self.awaited == "indicator" or self._names_measure(piece):
            self.new_indicator(piece, piece.text)
        elif self.awaited in TEXT_FIELDS and self.goal is not None:
            self.set(self.awaited, piece.text, everyone=self.group_open)
        elif self.awaited == "other":
            return
        elif self.lead is not None:
            if self.lead.kind == "goals":
                if piece.depth == 0 and phrase("verdict", piece.text) is None:
                    self.new_goal(piece, piece.text, None)
            elif self.lead.kind == "activities":
                self.new_activity(piece, piece.text)
        elif self._takes_activities():
            self.new_activity(piece, piece.text)
        elif self.goal_style and (self.fresh or self._list_goes_on()) and piece.depth == 0:
            self.new_goal(piece, piece.text, None)

    def _names_measure(self, piece: Piece) -> bool:
        """Whether what stands under a question for measures ("Hur följer vi upp målet?") is the name of one."""
        named = self.awaited == "measurement" and self.asked
        return named and (phrase("names a measure", piece.text) is not None or self.tells_values(piece.text))

    def _list_goes_on(self) -> bool:
        return (
            self.goal is not None
            and self.goal.section is self.standing.section
            and self.awaited is None
            and self.listing
            and self.listed
        )

    @property
    def listing(self) -> bool:
        """Whether the goal just read was an item of the list under the heading."""
        return self.goal is not None and self.goal.term == self.standing.term

    def _field_value(self, piece: Piece) -> bool:
        if self.goal is None:
            return self.indicator_line(piece)
        if self.awaited == "indicator" or self._names_measure(piece):
            if not (self.fresh and is_told(piece.text)):
                self.new_indicators(piece, piece.text)
            lines_go_on = self.after is not None and not self.after.is_item and self.tells_values(self.after.text)
            self.awaited = self.awaited if lines_go_on else None
            return True
        if self.awaited in TEXT_FIELDS or self.awaited in ("assessment", "comment"):
            self.set(self.awaited, piece.text, everyone=self.group_open)
            self.awaited = None if self.awaited in ("responsible", "assessment") or not piece.boxed else self.awaited
            return True
        if self.awaited in VALUE_FIELDS:
            self.value_field(piece, self.awaited, piece.text, "")
            self.awaited = None
            return True
        return self.awaited == "other" and piece.boxed

    def _is_goal(self, piece: Piece) -> bool:
        """Whether a paragraph is a goal's wording by its setting: after a lead-in, or under a heading of goals."""
        words = len(piece.text.split())
        if words > _SHORT_GOAL or words < _FEWEST_WORDS or phrase("verdict", piece.text) is not None:
            return False
        if piece.boxed and self.listed and self.goal is not None and self.goal.section is self.standing.section:
            return False  # a box beside a list of goals
        if self.lead is not None and self.lead.kind == "goals":
            return piece.set_apart or self.lead.one or self._is_statement(piece)
        boxed = piece.boxed and reads_as_goal(piece.text) and not explains(self.before, piece, self.goal)
        return self.goal_style and (piece.bold or boxed) and words > _FEWEST_WORDS

    @property
    def awaits_goal(self) -> bool:
        """Whether the line just read was only a term: the goal of that term follows."""
        over = self.before is not None and self.term_above is not None and self.before.text.strip() == self.term_above
        return over and self.lead is not None and self.lead.kind == "goals"

    def _is_statement(self, piece: Piece) -> bool:
        """Whether a single sentence straight below a line that is only a term is the goal of that term."""
        if self.term_above is None or (self.before is not None and not self.awaits_goal):
            return False
        return _ONE_SENTENCE.fullmatch(piece.text) is not None and phrase("points at goals", piece.text) is None

    def _takes_activities(self) -> bool:
        if self.lead is not None and self.lead.kind == "activities":
            return True
        if self.lead is not None:
            return False
        under_goal = self.measures_chapter and self.goal is not None and self.goal.section is self.standing.section
        return self.in_activities or under_goal
