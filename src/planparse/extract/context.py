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

_EDGES = 50_000
"""edges remembered as they are measured; as they are told there are some ten thousand"""


class _Known:
    """The Locations of a document so far, by page and box, and its edges by themselves."""

    __slots__ = ("_edges", "_pages")

    def __init__(self) -> None:
        self._pages: dict[int, dict[Bbox, Location]] = {}
        self._edges: dict[float, float] = {}

    def location(self, place: Place) -> Location:
        on_page = self._pages.setdefault(place.page, {})
        found = on_page.get(place.bbox)
        if found is None:
            known = self._edges
            found = made_location(place.page, [known.get(edge) or self._edge(edge) for edge in place.bbox])
            on_page[place.bbox] = found
        return found

    def _edge(self, edge: float) -> float:
        """An edge as it is told. Rounding takes its time, and a table's cells have edges in common."""
        found = self._edges.get(edge)
        if found is None:
            # Nought added makes a float of an int and 0.0 of -0.0: they are one key, and are to be told alike.
            found = round(edge, 1) + 0.0
            found = self._edges.setdefault(found, found)
            if len(self._edges) < _EDGES:
                self._edges[edge] = found
        return found


_known: ContextVar[_Known | None] = ContextVar("_known", default=None)


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
    known = _known.get() or _Known()
    found = [known.location(place) for place in places]
    # A slice has no room to grow: most records have one place, and room is made for four.
    return found[:]


@contextmanager
def shared_locations() -> Iterator[None]:
    """Within it one place is one Location, whichever records stand there: a cell is a table's, a line's, a value's."""
    token = _known.set(_Known())
    try:
        yield
    finally:
        _known.reset(token)
