"""Reads the plans and reports of Swedish municipal boards from PDF into one common, traceable data model.

>>> import planparse
>>> plan = planparse.parse("plan.pdf")  # doctest: +SKIP
>>> for goal in plan.goals:  # doctest: +SKIP
...     print(goal.text, [indicator.name for indicator in plan.indicators_of(goal)])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planparse.errors import PlanparseError

if TYPE_CHECKING:
    from planparse.model import Plan
    from planparse.pipeline import parse

__all__ = ["Plan", "PlanparseError", "__version__", "parse"]


def __getattr__(name: str) -> Any:
    # The command line's --help and an import for the error classes alone need none of the libraries.
    if name == "parse":
        from planparse.pipeline import parse

        return parse
    if name == "Plan":
        from planparse.model import Plan

        return Plan
    if name == "__version__":
        from importlib.metadata import version

        return version("planparse")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
