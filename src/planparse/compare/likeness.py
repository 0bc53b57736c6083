"""How alike two wordings of goals are, what that rests on, and why they are not the same where they are not.

Likeness by words is the cosine of weighted lemmas, parts of compounds and character n-grams; where the words differ,
shared concepts (and the language model, where it is asked for) add to it. Whether two alike wordings contradict each
other is for :mod:`planparse.compare.direction` and :mod:`planparse.compare.contrast` to say.

>>> scale = Scale(["Öka tryggheten i skolan", "Ökad trygghet i skolan", "Minska tryggheten i skolan"])
>>> scale.match(0, 1).basis, scale.match(0, 1).sure
('words', True)
>>> scale.match(0, 2).against
'amount'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from planparse.compare.concepts import concepts
from planparse.compare.contrast import contrasted
from planparse.compare.direction import opposed
from planparse.compare.lexicon import read
from planparse.compare.model import LanguageModel
from planparse.compare.words import fold, terms
from planparse.errors import MissingExtraError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HASHED = 2**20
"""features of the n-gram index: 20,000 goals have some 60,000 different ones"""
_GRAMS = (3, 4)
_NEAR_WORDING = 97.0
"""rapidfuzz ratio of folded wordings from which only a letter or a mark differs"""
_LEAST_WORDS = 0.5
"""likeness by words from which a lone negation makes two goals opposites: "inga hinder" beside "lätt att ta sig fram"
has none of its words, "ska inte höjas" beside "ska höjas" all"""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What was learnt from the gold pairs; see ``data/likeness.toml``."""

    same: float
    near: float
    concept: float
    model: float
    pair: float
    pair_with_model: float


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two wordings are (0 to 1). ``against`` names what makes them different goals all the same.

    ``basis`` is same_wording, near_wording, words, concepts or model: what most of the likeness rests on.
    """

    likeness: float
    basis: str
    sure: bool
    against: str | None = None


@cache
def thresholds() -> Thresholds:
    """The thresholds in force."""
    (entry,) = read("likeness")
    return Thresholds(**{name: float(value) for name, value in entry.values.items()})


class Scale:
    """Wordings to be held to each other; ``model`` adds a language model's vectors.

    Raises:
        MissingExtraError: the extra compare is not installed.
    """

    def __init__(self, texts: Sequence[str], model: LanguageModel | None = None) -> None:
        self.texts = list(texts)
        self.thresholds = thresholds()
        self.surface = _matrix(surface(text) for text in self.texts)
        self.concepts = _matrix(concepts(text) for text in self.texts)
        self.vectors = model.vectors(self.texts) if model is not None else None

    @property
    def pair_threshold(self) -> float:
        """The least likeness of two goals that are each other's best partner."""
        return self.thresholds.pair if self.vectors is None else self.thresholds.pair_with_model

    def likenesses(self, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.float64]:
        """The likeness of each of some wordings to each of others, contradictions not looked for."""
        import numpy as np

        return np.maximum(self._words(rows, columns), self._sense(rows, columns))

    def of_pairs(self, first: Any, second: Any) -> NDArray[np.float64]:
        """The likeness by words of pairs of wordings."""
        import numpy as np

        products = self.surface[first].multiply(self.surface[second]).sum(axis=1)
        return np.asarray(products, dtype=np.float64).ravel()

    def match(self, first: int, second: int) -> Match:
        """How two wordings match."""
        one, other = self.texts[first], self.texts[second]
        words = float(self.of_pairs([first], [second])[0])
        against = _against(one, other, words)
        if fold(one) == fold(other):
            return Match(1.0, "same_wording", True)
        if _nearly(one, other) and against is None:
            return Match(max(words, self.thresholds.same), "near_wording", True)
        sense = float(self._sense([first], [second])[0, 0])
        if sense > words and words < self.thresholds.same:
            return Match(min(sense, 1.0), "concepts" if self.vectors is None else "model", False, against)
        return Match(min(words, 1.0), "words", words >= self.thresholds.same, against)

    def _words(self, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.float64]:
        product = self.surface[rows] @ self.surface[columns].T
        return product.toarray()  # type: ignore[no-any-return]

    def _sense(self, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.float64]:
        import numpy as np

        out = self.thresholds.concept * (self.concepts[rows] @ self.concepts[columns].T).toarray()
        if self.vectors is not None:
            out += self.thresholds.model * np.clip(self.vectors[rows] @ self.vectors[columns].T, 0, 1)
        return np.asarray(out, dtype=np.float64)


@lru_cache(65_536)
def surface(text: str) -> Mapping[str, float]:
    """The weighted features of a wording: stems, and character n-grams of the stems ("trygg~").

    >>> sorted(surface("Ökad trygghet"))[:2]
    [' try~', ' tr~']
    """
    out: Counter[str] = Counter()
    for term in terms(text):
        # A compound's parts together weigh as much as a word.
        weight = term.weight / len(term.parts) ** 0.5
        for part in term.parts:
            out[part] += weight
            grams = _grams(part)
            for gram in grams:
                out[gram] += weight / len(grams) ** 0.5
    return out


def _grams(part: str) -> list[str]:
    padded = f" {part} "
    return [f"{padded[start : start + size]}~" for size in _GRAMS for start in range(len(padded) - size + 1)]


def _against(one: str, other: str, words: float) -> str | None:
    axis = opposed(one, other)
    if axis and (axis != "negation" or words >= _LEAST_WORDS):
        return axis
    return contrasted(one, other)


def _nearly(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(fold(one), fold(other), score_cutoff=_NEAR_WORDING) > 0


def _matrix(rows: Iterable[Mapping[str, float]]) -> Any:
    """Rows of features as a sparse matrix, each row of length 1."""
    try:
        import numpy as np
        from scipy.sparse import csr_matrix
        from sklearn.feature_extraction import FeatureHasher
    except ImportError as error:
        raise MissingExtraError("comparing needs the extra compare: pip install 'planparse[compare]'") from error
    held = [dict(row) for row in rows]
    if not held:
        return csr_matrix((0, _HASHED))
    hasher = FeatureHasher(n_features=_HASHED, alternate_sign=False)
    hashed = hasher.transform(held).tocsr()
    lengths = np.sqrt(np.asarray(hashed.multiply(hashed).sum(axis=1)).ravel())
    hashed.data /= np.repeat(np.where(lengths, lengths, 1.0), np.diff(hashed.indptr))
    # Only the features that there are: a product of matrices goes over all columns, a million of them.
    used, indices = np.unique(hashed.indices, return_inverse=True)
    return csr_matrix((hashed.data, indices, hashed.indptr), shape=(len(held), max(1, len(used))))
