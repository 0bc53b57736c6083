"""What ``planparse convert`` wrote, to work with: plans, tidy tables, SQL, exports.

::

    archive = planparse.Archive("OUT")
    archive.frames()["indicator_values"]
    archive.sql("select municipality, count(*) from goals where not superseded group by 1")
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planparse.archive.extras import needed
from planparse.archive.folders import Folder, open_folder
from planparse.archive.manifest import read_rows, require_manifest
from planparse.archive.outcomes import ManifestRow, plan_name
from planparse.archive.store import ALL_TABLES, current_tables, pandas_type, table_file
from planparse.errors import MissingFileError, QueryError
from planparse.model import Plan

if TYPE_CHECKING:
    import pandas as pd


class Archive:
    """An output folder by its path or fsspec URL.

    The tables are made when they are first asked for, and again when the archive has changed since.

    Raises:
        NoArchiveError: the folder has no manifest.
    """

    def __init__(self, place: str | os.PathLike[str]) -> None:
        self.folder: Folder = open_folder(place)
        require_manifest(self.folder)

    def rows(self) -> Iterator[ManifestRow]:
        """What became of each file, by path."""
        return read_rows(self.folder)

    def plan_ids(self) -> list[str]:
        """The plans' ids, each once, sorted; a plan may have several files."""
        return sorted({row.plan_id for row in self.rows() if row.plan_id is not None})

    def __len__(self) -> int:
        return len(self.plan_ids())

    def __iter__(self) -> Iterator[Plan]:
        """The plans, one at a time."""
        return map(self.plan, self.plan_ids())

    def plan(self, plan_id: str) -> Plan:
        """A plan by its id.

        Raises:
            MissingFileError: there is none of that id.
        """
        name = plan_name(plan_id)
        try:
            with self.folder.open(name) as file:
                return Plan.from_json(file.read(), file=name)
        except FileNotFoundError as error:
            raise MissingFileError("there is no such plan", file=f"{self.folder.url}/{name}") from error

    def frames(self) -> Mapping[str, pd.DataFrame]:
        """The tidy tables by name, as ``Plan.frames()`` has them but over all plans, and ``files``.

        Each table is read from disk when it is taken from the mapping.
        """
        return _Frames(self.folder, current_tables(self.folder))

    def sql(self, query: str, parameters: Sequence[object] | Mapping[str, object] | None = None) -> pd.DataFrame:
        """The answer to a query in DuckDB's SQL over the tables, which are read where they stand.

        Raises:
            QueryError: DuckDB refuses the query.
        """
        duckdb = needed("duckdb", "archive", "to query an archive")
        key = current_tables(self.folder)
        with duckdb.connect() as connection:
            filesystem = getattr(self.folder, "fs", None)
            if filesystem is not None:
                connection.register_filesystem(filesystem)
            try:
                for table in ALL_TABLES:
                    file = f"{self.folder.url}/{table_file(key, table.name)}".replace("'", "''")
                    connection.execute(f"create view \"{table.name}\" as select * from read_parquet('{file}')")
                answer = connection.sql(query, params=parameters)
                if answer is None:  # a statement without rows, such as "set"
                    raise QueryError("the query gives no rows: begin it with select")
                frame: pd.DataFrame = answer.to_arrow_table().to_pandas(types_mapper=pandas_type)
            except duckdb.Error as error:
                raise QueryError(f"the query is refused: {error}") from error
        return frame


class _Frames(Mapping[str, "pd.DataFrame"]):
    """Tables that are read when they are taken: together they may be larger than memory."""

    def __init__(self, folder: Folder, key: str) -> None:
        self._folder, self._key = folder, key
        self._names = [table.name for table in ALL_TABLES]

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._names:
            raise KeyError(name)
        parquet: Any = needed("pyarrow.parquet", "archive", "to read tables")
        with self._folder.open(table_file(self._key, name)) as file:
            frame: pd.DataFrame = parquet.read_table(file).to_pandas(types_mapper=pandas_type)
        frame.attrs.clear()
        return frame

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
