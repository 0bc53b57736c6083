"""Compares saved plans: goals, indicators and budgets across municipalities and years, each fact with its evidence.

>>> import planparse
>>> comparison = planparse.compare(["plan-2019.json", "plan-2020.json"])  # doctest: +SKIP
>>> comparison.changes[["change", "text_from", "text_to"]]  # doctest: +SKIP
"""

import sys
from types import ModuleType
from typing import Any

from planparse.compare.build import compare
from planparse.compare.comparison import Comparison
from planparse.compare.finding import search
from planparse.compare.tracing import trace

__all__ = ["Comparison", "compare", "search", "trace"]


class _Callable(ModuleType):
    """``planparse.compare`` is this package as well as the function in it: importing a submodule binds the package to
    the name, so the package answers a call itself."""

    def __call__(self, *arguments: Any, **named: Any) -> Comparison:
        return compare(*arguments, **named)


sys.modules[__name__].__class__ = _Callable
