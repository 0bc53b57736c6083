"""What every extractor is told beside the document: what kind of document it is, whose, and for which years."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from planparse.layout.blocks import Place
from planparse.model import Ids, Location
from planparse.model.making import made_location
from planparse.model.terms import DocumentType
from planparse.pdf.page import Bbox


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
    return [made_location(place.page, [*_to_tenths(place.bbox)]) for place in places]


@lru_cache(maxsize=2048)
def _to_tenths(bbox: Bbox) -> Bbox:
    # Rounding takes its time, and one cell is the place of several records. Adding nought makes a float of an int and
    # 0.0 of -0.0, which are equal as keys: what is told must not go by what was told before.
    x0, top, x1, bottom = bbox
    return round(x0, 1) + 0.0, round(top, 1) + 0.0, round(x1, 1) + 0.0, round(bottom, 1) + 0.0
