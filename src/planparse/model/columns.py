"""What a tidy table is: its columns with types, units, headings and meaning, and how a plan's data becomes its rows.

A row is put together from the parts of one chain, outermost first: the indicator, its value, the value's quantity.

>>> table = Table("pets", "Djur", "One row a pet.", (Part("pet"), Part("owner")), lambda plan: plan["pets"], (
...     Column("name", "text", "Namn", "What it is called.", "pet.name"),
...     Column("owner_age", "number", "Ålder", "How old its owner is.", "owner.age", unit="years")))
>>> table.rows({"pets": [({"name": "Bosse"}, {"age": "31.5"}), ({"name": "Maja"}, {})]})
[('Bosse', 31.5), ('Maja', None)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from planparse.model.record import Record

ColumnKind = Literal["text", "integer", "number", "boolean"]
"""``number`` is a 64-bit float: every tool has it (decimals come into pandas as objects, into R and Excel as floats),
and it holds every whole number of kronor up to nine million milliards. The exact decimal stands in the plan's JSON."""

PlanData = Mapping[str, Any]
"""A plan as its JSON reads: to make the model's objects of it would take seven times as long."""

Chain = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A link of a row's chain; ``record`` is the model's class whose fields it has."""

    name: str
    record: type[Record] | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``heading`` in Swedish, ``about`` in English, ``source`` as PART.FIELD, ``unit`` "" where none."""

    name: str
    kind: ColumnKind
    heading: str
    about: str
    source: str
    unit: str = ""

    @property
    def part(self) -> str:
        return self.source.partition(".")[0]

    @property
    def field(self) -> str:
        return self.source.partition(".")[2]


@dataclass(frozen=True)
class Table:
    """A table: ``chains`` gives one chain a row, its links those that ``parts`` names, in that order."""

    name: str
    heading: str
    about: str
    parts: tuple[Part, ...]
    chains: Callable[[PlanData], Iterable[Chain]]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The columns' names."""
        return [column.name for column in self.columns]

    def rows(self, plan: PlanData) -> list[tuple[Any, ...]]:
        """A plan's rows, their values of the columns' kinds; what a plan of an older version lacks is None."""
        out = []
        for chain in self.chains(plan):
            row: list[Any] = [chain[part].get(field) for part, field in self._sources]
            for index in self._floats:
                if row[index] is not None:
                    row[index] = float(row[index])
            out.append(tuple(row))
        return out

    @cached_property
    def _sources(self) -> list[tuple[int, str]]:
        places = {part.name: index for index, part in enumerate(self.parts)}
        return [(places[column.part], column.field) for column in self.columns]

    @cached_property
    def _floats(self) -> list[int]:
        return [index for index, column in enumerate(self.columns) if column.kind == "number"]
