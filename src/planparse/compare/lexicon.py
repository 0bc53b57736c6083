"""Word lists as data: the TOML files in ``data/``, each rule with examples both ways (a test goes over all of them).

A file is a list of ``[[rule]]`` tables with ``name``, ``examples``, ``counterexamples`` and whatever keys its reader
asks for; a comment at its top tells what it holds.

>>> read("weights")[0].name
'none'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule of a word list; ``values`` are its keys beside the name and the examples."""

    name: str
    values: Mapping[str, Any]
    examples: tuple[Any, ...] = ()
    counterexamples: tuple[Any, ...] = ()

    def words(self, key: str = "words") -> tuple[str, ...]:
        """A list of words of the rule; empty where it has none."""
        return tuple(str(word) for word in self.values.get(key, ()))


@cache
def read(name: str) -> tuple[Entry, ...]:
    """The rules of ``data/<name>.toml``, in order; ValueError names a rule that is told twice."""
    content = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    out: dict[str, Entry] = {}
    for rule in content["rule"]:
        values = {key: value for key, value in rule.items() if key not in ("name", "examples", "counterexamples")}
        entry = Entry(rule["name"], values, tuple(rule.get("examples", ())), tuple(rule.get("counterexamples", ())))
        if entry.name in out:
            raise ValueError(f"{name}.toml: the rule {entry.name!r} is told twice")
        out[entry.name] = entry
    return tuple(out.values())
