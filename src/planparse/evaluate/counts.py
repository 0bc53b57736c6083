"""Counts that add over documents, and what is derived from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many things gold has, how many the output has, and how many of those are right.

    >>> both = Count(correct=3, gold=4, found=5) + Count(correct=1, gold=1, found=1)
    >>> both.precision, both.recall
    (0.6666666666666666, 0.8)
    >>> Count(gold=2).f1, Count(found=2).f1, Count().f1
    (0.0, 0.0, None)
    """

    correct: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.correct + other.correct, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float | None:
        """The right share of what was found; None where nothing was."""
        return self.correct / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of gold that was found; None where gold has nothing."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing on either side."""
        return 2 * self.correct / (self.gold + self.found) if self.gold + self.found else None

    @property
    def invented(self) -> bool:
        """Whether something was found where gold has nothing."""
        return self.gold == 0 and self.found > 0
