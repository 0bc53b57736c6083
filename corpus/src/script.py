"""The running text of a plan made from data: headings, paragraphs, lists and the places where tables go.

``= 2 Title`` is a chapter (``==`` and ``===`` below it, the number left out where there is none), a blank line ends a
paragraph, ``- `` is a list item, and ``@name rest`` calls the plan's function of that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ledger import Ledger

HEAD = re.compile(r"(=+) (?:(\d+(?:\.\d+)*) )?(.+)")


def perform(ledger: Ledger, path: Path, calls: dict[str, Callable[[str], None]]) -> None:
    """Enter the script in the ledger."""
    paragraph: list[str] = []
    items: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        special = not line or line[0] in "=@-"
        if paragraph and special:
            ledger.say(*paragraph)
            paragraph = []
        if items and not line.startswith("- "):
            ledger.items(*items)
            items = []
        if head := HEAD.fullmatch(line):
            ledger.heading(len(head[1]), head[3], head[2])
        elif line.startswith("@"):
            name, _, rest = line[1:].partition(" ")
            calls[name](rest)
        elif line.startswith("- "):
            items.append(line[2:])
        elif line:
            paragraph.append(line)


def texts(path: Path) -> dict[str, list[str]]:
    """Lines by the ``# `` heading that they stand under."""
    parts = path.read_text(encoding="utf-8").split("# ")[1:]
    return {part.splitlines()[0]: part.splitlines()[1:] for part in parts}
