"""Kolada's catalogue of KPIs and its values: fetched from the public API, version 3, and kept in the user's cache.

Only ``planparse kolada`` goes to the network; a comparison reads what is in the cache or in a file. The values are
Kolada's (source: Kolada), and are shown with the date on which they were fetched.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from planparse.compare.kolada_links import Catalogue, Kpi
from planparse.errors import KoladaError, MissingExtraError, MissingFileError, OutputError
from planparse.model.writing import write_whole

if TYPE_CHECKING:
    import httpx

API = "https://api.kolada.se/v3"
_PER_PAGE = 5000
_AT_A_TIME = 25
"""KPIs, municipalities and years that the API takes in one address"""
_SECONDS = 60.0
_NOT_OURS = "Kolada's answer is not what version 3 of its API gives"

_Taken = TypeVar("_Taken")


@dataclass(frozen=True, slots=True)
class KoladaValue:
    """A value as Kolada has it; ``retrieved`` is the ISO date on which it was fetched."""

    kpi: str
    municipality: str
    year: int
    gender: str
    value: float
    retrieved: str


def cache_folder() -> Path:
    """Where the catalogue is kept: PLANPARSE_CACHE, else the system's folder for caches."""
    told = os.environ.get("PLANPARSE_CACHE")
    if told:
        return Path(told)
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "planparse"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))) / "planparse"
    return Path(os.environ.get("XDG_CACHE_HOME", str(home / ".cache"))) / "planparse"


def catalogue_file() -> Path:
    """The cached catalogue."""
    return cache_folder() / "kolada-kpi.json"


def values_file() -> Path:
    """The cached values."""
    return cache_folder() / "kolada-values.json"


def client(transport: Any = None) -> httpx.Client:
    """An HTTP client; ``transport`` stands in for the network in tests.

    Raises:
        MissingExtraError: the extra compare is not installed.
    """
    try:
        import httpx
    except ImportError as error:
        message = "fetching from Kolada needs the extra compare: pip install 'planparse[compare]'"
        raise MissingExtraError(message) from error
    return httpx.Client(transport=transport, timeout=_SECONDS, follow_redirects=True)


def fetch_catalogue(http: httpx.Client) -> list[Kpi]:
    """All KPIs of the catalogue.

    Raises:
        KoladaError: the API can't be reached, or answers something else.
    """
    address = f"{API}/kpi?page=1&per_page={_PER_PAGE}"
    return [kpi for entry in _entries(http, address) for kpi in _read(_kpi, entry)]


def fetch_values(
    http: httpx.Client, kpis: Sequence[str], municipalities: Sequence[str], years: Sequence[int]
) -> list[KoladaValue]:
    """The values of KPIs for municipalities (by code) and years; what Kolada has none of is left out.

    Raises:
        KoladaError
    """
    today = date.today().isoformat()
    out = []
    for some in _parts(sorted(set(kpis))):
        for codes in _parts(sorted(set(municipalities))):
            for period in _parts(sorted(set(years))):
                named = (",".join(map(str, part)) for part in (some, codes, period))
                address = "{}/data/kpi/{}/municipality/{}/year/{}?per_page={}".format(API, *named, _PER_PAGE)
                for entry in _entries(http, address):
                    out += _read(partial(_values, today), entry)
    return out


def save_catalogue(kpis: Sequence[Kpi], path: Path | None = None) -> Path:
    """Writes the catalogue to a file, the cache's where none is named."""
    target = _made_room(path or catalogue_file())
    content = {"source": "Kolada", "retrieved": date.today().isoformat(), "values": [asdict(kpi) for kpi in kpis]}
    write_whole(target, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return target


def save_values(values: Sequence[KoladaValue], path: Path | None = None) -> Path:
    """Adds values to a file, the cache's where none is named; a value fetched anew takes the old one's place."""
    target = _made_room(path or values_file())
    known = load_values(target) if target.exists() else []
    kept = {(v.kpi, v.municipality, v.year, v.gender): v for v in [*known, *values]}
    content = {"source": "Kolada", "values": [asdict(kept[key]) for key in sorted(kept)]}
    write_whole(target, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return target


def load_catalogue(path: Path | None = None) -> Catalogue | None:
    """The catalogue from a file (JSON as written here or as the API answers, or CSV with id and title).

    None where no file is named and none is in the cache.

    Raises:
        MissingFileError: the file named is not there.
        KoladaError: it is no catalogue.
    """
    source = path or catalogue_file()
    if not source.exists():
        if path is None:
            return None
        raise MissingFileError("there is no such catalogue", file=str(path))
    try:
        if source.suffix.casefold() == ".csv":
            with source.open(encoding="utf-8-sig", newline="") as file:
                content: dict[str, Any] = {"values": list(csv.DictReader(file))}
        else:
            content = json.loads(source.read_text(encoding="utf-8"))
        kpis = [kpi for entry in content["values"] for kpi in _kpi(entry)]
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
        raise KoladaError(f"is no catalogue of KPIs: {error}", file=str(source)) from error
    if not kpis:
        raise KoladaError(
            "is no catalogue of KPIs: it has none (in CSV the columns are id and title)", file=str(source)
        )
    return Catalogue(kpis, content.get("retrieved"))


def load_values(path: Path | None = None) -> list[KoladaValue]:
    """The values kept in a file, the cache's where none is named; none where the cache has none.

    Raises:
        MissingFileError: the file named is not there.
        KoladaError: it holds no values.
    """
    source = path or values_file()
    if not source.exists():
        if path is None:
            return []
        raise MissingFileError("there is no such file of values", file=str(path))
    try:
        return [KoladaValue(**entry) for entry in json.loads(source.read_text(encoding="utf-8"))["values"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KoladaError(f"holds no values of Kolada: {error}", file=str(source)) from error


def _made_room(target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror})", file=str(target)) from error
    return target


def _kpi(entry: Mapping[str, Any]) -> list[Kpi]:
    by_gender = bool(entry.get("by_gender", entry.get("is_divided_by_gender")))
    name, title = entry["id"], entry["title"]
    if not name or not title:
        raise ValueError(f"a KPI without id or title: {dict(entry)}")
    return [Kpi(str(name), str(title), str(entry.get("description") or ""), by_gender)]


def _read(take: Callable[[Mapping[str, Any]], list[_Taken]], entry: Any) -> list[_Taken]:
    """What an entry of Kolada's answer holds."""
    try:
        return take(entry)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise KoladaError(f"{_NOT_OURS}: {error}") from error


def _entries(http: httpx.Client, address: str) -> Iterator[Mapping[str, Any]]:
    """The values of an answer and of the pages after it."""
    import httpx

    following: str | None = address
    while following:
        try:
            answer = http.get(following)
            answer.raise_for_status()
            content = answer.json()
            yield from content["values"]
        except httpx.HTTPError as error:
            raise KoladaError(f"Kolada can't be reached ({error}); --catalogue FILE works without network") from error
        except (ValueError, KeyError, TypeError) as error:
            raise KoladaError(f"{_NOT_OURS}: {error}") from error
        following = content.get("next_url") or content.get("next_page")


def _values(today: str, entry: Mapping[str, Any]) -> list[KoladaValue]:
    return [
        KoladaValue(
            str(entry["kpi"]),
            str(entry["municipality"]),
            int(entry["period"]),
            str(value["gender"]),
            float(value["value"]),
            today,
        )
        for value in entry.get("values", ())
        if value.get("value") is not None and not value.get("isdeleted")
    ]


def _parts(things: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(things), _AT_A_TIME):
        yield things[start : start + _AT_A_TIME]
