"""What every extractor is told beside the document: what kind of document it is, whose, and for which years."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from planparse.layout.blocks import Place
from planparse.model import Ids, Location
from planparse.model.making import made_location
from planparse.model.terms import DocumentType
from planparse.pdf.page import Bbox

_known: ContextVar[dict[int, dict[Bbox, Location]] | None] = ContextVar("_known", default=None)


@dataclass(frozen=True, slots=True)
class Context:
    """Read off the document's metadata before the other records.

    ``year`` is the first year of the period; ``ids`` gives every record its id.
    """

    document_type: DocumentType | None = None
    board: str | None = None
    municipality: str | None = None
    year: int | None = None
    end_year: int | None = None
    ids: Ids = field(default_factory=Ids)

    @property
    def is_report(self) -> bool:
        """Whether it looks back (årsredovisning, delårsrapport) rather than ahead."""
        return self.document_type in ("arsredovisning", "delarsrapport")


def locations(places: tuple[Place, ...] | list[Place]) -> list[Location]:
    """Places as the model writes them, to a tenth of a point.

    >>> locations([Place(2, (10.04, 20.0, 30.26, 40.0))])[0].bbox
    [10.0, 20.0, 30.3, 40.0]
    """
    known = _known.get()
    out = []
    for place in places:
        on_page = known.setdefault(place.page, {}) if known is not None else {}
        found = on_page.get(place.bbox)
        if found is None:
            # Nought added makes a float of an int and 0.0 of -0.0: they are one key, and are to be told alike.
            found = made_location(place.page, [round(edge, 1) + 0.0 for edge in place.bbox])
            on_page[place.bbox] = found
        out.append(found)
    return out


@contextmanager
def shared_locations() -> Iterator[None]:
    """Within it one place is one Location, whichever records stand there: a cell is a table's, a line's, a value's."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)
