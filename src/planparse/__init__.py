"""Reads the plans and reports of Swedish municipal boards from PDF into one common, traceable data model.

>>> import planparse
>>> plan = planparse.parse("plan.pdf")  # doctest: +SKIP
>>> for goal in plan.goals:  # doctest: +SKIP
...     print(goal.text, [indicator.name for indicator in plan.indicators_of(goal)])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planparse.errors import PlanparseError

if TYPE_CHECKING:
    from planparse.archive.archive import Archive
    from planparse.archive.conversion import convert
    from planparse.archive.limits import Limits
    from planparse.archive.outcomes import Converted, Failed, Skipped
    from planparse.compare import Comparison, compare, search, trace
    from planparse.model import Plan
    from planparse.pipeline import parse
    from planparse.showing.page import show

__all__ = [
    "Archive",
    "Comparison",
    "Converted",
    "Failed",
    "Limits",
    "Plan",
    "PlanparseError",
    "Skipped",
    "__version__",
    "compare",
    "convert",
    "parse",
    "search",
    "show",
    "trace",
]

# The command line's --help and an import for the error classes alone need none of the libraries.
_HOMES = {
    "Archive": "planparse.archive.archive",
    "Comparison": "planparse.compare.comparison",
    "Converted": "planparse.archive.outcomes",
    "Failed": "planparse.archive.outcomes",
    "Limits": "planparse.archive.limits",
    "Plan": "planparse.model",
    "Skipped": "planparse.archive.outcomes",
    "convert": "planparse.archive.conversion",
    "parse": "planparse.pipeline",
    "search": "planparse.compare.finding",
    "show": "planparse.showing.page",
    "trace": "planparse.compare.tracing",
}


def __getattr__(name: str) -> Any:
    if name == "compare":
        # The package answers calls: importing any of its modules binds it to this name.
        return import_module("planparse.compare")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name == "__version__":
        from importlib.metadata import version

        return version("planparse")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
