"""The kinds of record as they are shown: what a link calls one of them, and its colour.

Each colour keeps 4.5:1 to white, whether it is set on white or white on it. Orange and red are left to doubts.
Boxes are told apart by more than colour: pointing at one says its kind in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from planparse.model.terms import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` is the plan's field, ``one`` what deep links and labels call a single record (``#goal-3``)."""

    name: str
    one: str
    color: str
    below: bool = False
    """whether its boxes lie under those of other kinds, because other records are made from the same words"""


KINDS: tuple[Kind, ...] = (
    Kind("plan", "plan", "#334155"),
    Kind("goals", "goal", "#1d4ed8"),
    Kind("indicators", "indicator", "#15803d"),
    Kind("assignments", "assignment", "#7c3aed"),
    Kind("activities", "activity", "#be185d"),
    Kind("guarantees", "guarantee", "#5f6b12"),
    Kind("budgets", "budget", "#0f766e"),
    Kind("volumes", "volume", "#0369a1"),
    Kind("controls", "control", "#6b5b4d"),
    Kind("calendar", "calendar", "#4f46c8"),
    Kind("services", "service", "#86306b"),
    Kind("amounts", "amount", "#155e75"),
    Kind("tables", "table", "#475569", below=True),
    Kind("sections", "section", "#64748b", below=True),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}

DOUBT_COLORS: dict[Severity, str] = {"error": "#b42318", "warning": "#b54708", "info": "#175cd3"}
