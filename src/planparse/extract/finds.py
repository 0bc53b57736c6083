"""What the readers of goals find on their way: drafts of goals, and the indicators and activities under them."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.extract.goal_drafts import Draft
from planparse.model import Activity, Diagnostic, Indicator


@dataclass(slots=True)
class Finds:
    """Everything in reading order; an indicator or activity with the draft of its goal, None where it has none."""

    goals: list[Draft] = field(default_factory=list)
    indicators: list[tuple[Indicator, Draft | None]] = field(default_factory=list)
    activities: list[tuple[Activity, Draft | None]] = field(default_factory=list)
    doubts: list[Diagnostic] = field(default_factory=list)

    def add_goal(self, draft: Draft) -> Draft:
        self.goals.append(draft)
        return draft
