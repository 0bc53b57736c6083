"""One-to-one alignment of two sets of wordings: the pairing that is best as a whole.

Wordings that contradict each other are never paired, and none is paired below the threshold learnt from the gold pairs.

>>> aligned = align(["Trygg skola", "Rent vatten"], ["Vattnet ska vara rent", "En trygg skola"])
>>> [(pair.first, pair.second) for pair in aligned]
[(0, 1), (1, 0)]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planparse.compare.likeness import Match, Scale
from planparse.errors import MissingExtraError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from planparse.compare.model import LanguageModel

_FORBIDDEN = -1.0
_LEAST_GAIN = 1e-6
"""what a pair at the floor gains"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places, in the first and the second set, and how they match."""

    first: int
    second: int
    match: Match


def align(
    first: Sequence[str],
    second: Sequence[str],
    *,
    model: LanguageModel | None = None,
    allowed: Callable[[int, int], bool] | None = None,
    least: float | None = None,
) -> list[Pair]:
    """The best pairing; ``allowed`` says which pairs may be at all, ``least`` how alike a pair has to be."""
    if not first or not second:
        return []
    scale = Scale([*first, *second], model)
    rows, columns = range(len(first)), range(len(first), len(first) + len(second))
    likeness = scale.likenesses(list(rows), list(columns))
    floor = scale.pair_threshold if least is None else least
    matches: dict[tuple[int, int], Match] = {}
    for one in rows:
        for other, value in enumerate(likeness[one]):
            if value < floor or (allowed is not None and not allowed(one, other)):
                likeness[one, other] = _FORBIDDEN
                continue
            match = scale.match(one, len(first) + other)
            matches[one, other] = match
            likeness[one, other] = _FORBIDDEN if match.against else max(match.likeness, value)
    return [Pair(one, other, matches[one, other]) for one, other in assigned(likeness, floor)]


def assigned(likeness: NDArray[np.float64], floor: float) -> list[tuple[int, int]]:
    """The pairing of rows and columns that gains most; what a pair gains is what its likeness has over the floor.

    So two pairs that are barely alike don't outweigh one that is the same.

    >>> import numpy
    >>> assigned(numpy.array([[0.5, -1.0], [1.0, 0.5]]), 0.45)
    [(1, 0)]
    """
    import numpy as np

    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise MissingExtraError("comparing needs the extra compare: pip install 'planparse[compare]'") from error
    gain = np.where(likeness >= floor, likeness - floor + _LEAST_GAIN, 0.0)
    rows, columns = linear_sum_assignment(-gain)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if gain[row, column] > 0]
