"""What every extractor is told beside the document: what kind of document it is, whose, and for which years."""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.layout.blocks import Place
from planparse.model import Ids, Location
from planparse.model.terms import DocumentType


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
    return [Location.model_construct(page=place.page, bbox=[round(edge, 1) for edge in place.bbox]) for place in places]
