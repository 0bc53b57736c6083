"""camelot: by ruled lines (lattice), and by lines and alignment together (hybrid)."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.adapters import FoundTable, Tool, plain_table


def unavailable() -> str | None:
    return None if find_spec("camelot") else "camelot-py is not installed (pip install 'planparse[bench]')"


def tables(path: Path, flavor: str) -> list[FoundTable]:
    import camelot

    found = camelot.read_pdf(str(path), pages="all", flavor=flavor, suppress_stdout=True)
    return [plain_table(int(table.page), table.df.values.tolist()) for table in found]


TOOLS: dict[str, Tool] = {
    "camelot lattice": partial(tables, flavor="lattice"),
    "camelot hybrid": partial(tables, flavor="hybrid"),
}
