"""A doubt as a diagnostic: what an extractor could not read, and where."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.extract.context import locations
from planparse.layout.blocks import Place
from planparse.model import Diagnostic
from planparse.model.codes import CODES
from planparse.model.terms import Severity


def doubt(
    code: str,
    message: str,
    places: Sequence[Place] = (),
    *,
    refs: Sequence[str] = (),
    severity: Severity | None = None,
) -> Diagnostic:
    """A diagnostic with its place; its severity is the code's usual one. KeyError for a code that is not listed."""
    usual, _ = CODES[code]
    return Diagnostic(
        code=code, severity=severity or usual, message=message, locations=locations(list(places)), refs=list(refs)
    )
