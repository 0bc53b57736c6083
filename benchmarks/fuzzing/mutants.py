"""A mutant: a corpus file, or some pages of one, spoiled in one to three ways; all of it decided by its seed.

The ways are of three kinds: bytes of the file, its objects (and how its streams are packed), what is drawn on its
pages. The last two are done on the file taken apart, and it is put together with a right table, its objects plain,
packed or encrypted, so that they get past the door.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from random import Random

import pypdfium2

from benchmarks.fuzzing import spoil_bytes, spoil_content, spoil_giants, spoil_objects, spoil_packing
from benchmarks.fuzzing.anatomy import dissected, saved
from benchmarks.fuzzing.put_together import together
from benchmarks.fuzzing.spoil_content import content_spoiled, forms_added

WINDOW = 1
"""Pages of a file that most mutants are made of: what takes one page to break is found sooner so."""


@dataclass(frozen=True)
class Mutant:
    seed: int
    source: str
    ways: tuple[str, ...]
    data: bytes


@lru_cache(maxsize=64)
def _saved(path: Path, start: int, count: int | None) -> bytes:
    return saved(path, start, count)


@lru_cache(maxsize=256)
def _length(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def _chosen(seed: int, files: Sequence[Path]) -> Path:
    """A file for the seed; when files are added, most seeds keep the one that they had."""
    return max(files, key=lambda path: blake2b(f"{seed} {path.name}".encode()).digest())


def mutant(seed: int, files: Sequence[Path]) -> Mutant:
    """The mutant of a seed; the same for the same files in the same order."""
    random = Random(f"planparse {seed}")
    path = _chosen(seed, files)
    whole = random.random() < 0.06
    start = random.randrange(_length(path))
    kinds = [
        random.choice(("bytes", "objects", "objects", "content", "content"))
        for _ in range(random.choice((1, 1, 1, 2, 3)))
    ]
    ways: list[str] = []
    plain = set(kinds) == {"bytes"} and random.random() < 0.5
    data = path.read_bytes() if plain else _saved(path, 0, None) if whole else _saved(path, start, WINDOW)
    deep = [kind for kind in kinds if kind != "bytes"]
    if deep:
        paper = dissected(data)
        for kind in deep:
            if kind == "objects":
                spoil = random.choice((*spoil_objects.ALL, *spoil_packing.ALL, *spoil_giants.ALL))
                spoil(random, paper)
                ways.append(spoil.__name__)
            elif random.random() < 0.06:
                forms_added(random, paper)
                ways.append(forms_added.__name__)
            else:
                change = random.choice(spoil_content.CHANGES)
                content_spoiled(random, paper, change)
                ways.append(change.__name__)
        data, how = together(random, paper)
        ways += [how] if how else []
    for _ in range(kinds.count("bytes")):
        wreck = random.choice(spoil_bytes.ALL)
        data = wreck(random, data) or data
        ways.append(wreck.__name__)
    pages = "file" if plain or whole else f"pages {start + 1}-{min(start + WINDOW, _length(path))}"
    return Mutant(seed, f"{path.name} {pages}", tuple(ways), data)
