"""A document's single facts: title, type, municipality, board, period, adoption.

A fact is counted where gold or the output has it; one that neither has is no right answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from planparse.evaluate.gold import Gold
from planparse.evaluate.ledger import Ledger
from planparse.evaluate.matching import LEFT_OUT, Fact
from planparse.evaluate.texts import STRICT, likeness
from planparse.evaluate.things import Side
from planparse.model import Record

_WHOLE = ("title", "document_type")
_PARTS = {
    "municipality": ("name", "code", "county"),
    "board": ("name", "kind"),
    "period": ("start", "end"),
    "adopted": ("by", "date", "reference"),
}
# Words that may be set otherwise than gold has them; the rest (codes, years, dates, kinds) are right or wrong.
_TEXTS = {"title", "municipality.name", "municipality.county", "board.name", "adopted.by"}
# A diary number may be spaced otherwise, but not have another digit.
_NUMBERS = {"adopted.reference"}


def score_metadata(ledger: Ledger, gold: Gold, wanted: Side, given: Side) -> None:
    """Counts the facts as ``metadata``, with each as a part."""
    for (name, want), (_, got) in zip(_facts(wanted), _facts(given), strict=True):
        if want is LEFT_OUT or name.split(".")[0] not in gold.annotated:
            continue
        if name in _TEXTS | _NUMBERS and isinstance(want, str) and isinstance(got, str):
            right = likeness(want, got, STRICT if name in _NUMBERS else ledger.at_least) > 0
        else:
            right = want is not None and want == got
        ledger.fact("metadata", name, want, got, right)


def _facts(side: Side) -> Iterator[tuple[str, Fact]]:
    for name in _WHOLE:
        yield name, side.fact(side.plan, name)
    for whole, parts in _PARTS.items():
        inner = side.fact(side.plan, whole)
        for part in parts:
            yield f"{whole}.{part}", side.fact(inner, part) if isinstance(inner, Record) else inner
