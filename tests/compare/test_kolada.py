"""Kolada's API answered by a few recorded lines; nothing goes to the network."""

import json
from pathlib import Path

import httpx
import pytest

from plan_maker import indicator, plan, value
from planparse.compare import compare
from planparse.compare.kolada import (
    client,
    fetch_catalogue,
    fetch_values,
    load_catalogue,
    load_values,
    save_catalogue,
    save_values,
)
from planparse.errors import KoladaError, MissingFileError

KPIS = [
    {"id": "N00090", "title": "Sjukfrånvaro kommunalt anställda, andel (%)", "is_divided_by_gender": 1},
    {"id": "U21468", "title": "Brukarbedömning hemtjänst äldreomsorg - helhetssyn, andel (%)"},
]
DATA = {
    "kpi": "U21468",
    "municipality": "9901",
    "period": 2020,
    "values": [{"gender": "T", "value": 91.5}, {"gender": "K", "value": None}],
}


def answered(request: httpx.Request) -> httpx.Response:
    if "/kpi?" in str(request.url) and "page=1" in str(request.url):
        following = "https://api.kolada.se/v3/kpi?page=2"
        return httpx.Response(200, json={"values": KPIS[:1], "next_url": following})
    return httpx.Response(200, json={"values": KPIS[1:] if "/kpi?" in str(request.url) else [DATA], "next_url": None})


def test_all_pages_are_fetched_and_kept(tmp_path: Path):
    with client(httpx.MockTransport(answered)) as http:
        path = save_catalogue(fetch_catalogue(http), tmp_path / "cache" / "kpi.json")
    catalogue = load_catalogue(path)
    assert catalogue is not None and catalogue.retrieved
    assert [(kpi.id, kpi.by_gender) for kpi in catalogue.kpis.values()] == [("N00090", True), ("U21468", False)]


def test_values_are_added_to_those_at_hand(tmp_path: Path):
    path = tmp_path / "values.json"
    with client(httpx.MockTransport(answered)) as http:
        for _ in range(2):
            save_values(fetch_values(http, ["U21468"], ["9901"], [2020]), path)
    (found,) = load_values(path)
    assert (found.value, found.gender, found.year) == (91.5, "T", 2020)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"count": 1}),
        httpx.Response(200, json={"values": [{"kpi": "N1", "values": [{"value": 1}]}]}),
        httpx.Response(200, json={"values": ["text"]}),
    ],
)
def test_an_answer_that_is_none_is_an_error(answer: httpx.Response):
    with client(httpx.MockTransport(lambda request: answer)) as http:
        with pytest.raises(KoladaError):
            fetch_catalogue(http)
        with pytest.raises(KoladaError):
            fetch_values(http, ["N1"], ["9901"], [2020])


def test_a_kpi_without_an_id_is_an_error():
    answer = httpx.Response(200, json={"values": [{"title": "utan id"}]})
    with client(httpx.MockTransport(lambda request: answer)) as http, pytest.raises(KoladaError, match="id"):
        fetch_catalogue(http)


def test_a_network_that_is_not_there_is_an_error_that_tells_a_way():
    def unreachable(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    with client(httpx.MockTransport(unreachable)) as http, pytest.raises(KoladaError, match="--catalogue FILE"):
        fetch_catalogue(http)


def test_files_that_hold_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PLANPARSE_CACHE", str(tmp_path / "none"))
    assert load_catalogue() is None
    assert load_values() == []
    with pytest.raises(MissingFileError):
        load_catalogue(tmp_path / "kpi.json")
    (tmp_path / "kpi.json").write_text("[]", encoding="utf-8")
    with pytest.raises(KoladaError, match=r"kpi\.json"):
        load_catalogue(tmp_path / "kpi.json")
    with pytest.raises(MissingFileError):
        load_values(tmp_path / "values.json")


@pytest.mark.parametrize("content", ["a,b\n", "a,b\n1,2\n", "id,title\n", "id,title\nN00090\n"])
def test_a_csv_that_is_no_catalogue_links_nothing_in_silence(tmp_path: Path, content: str):
    (tmp_path / "kpi.csv").write_text(content, encoding="utf-8")
    with pytest.raises(KoladaError, match="no catalogue"):
        load_catalogue(tmp_path / "kpi.csv")


def test_links_are_certain_likely_or_none_and_values_stand_beside_certain_ones(tmp_path: Path):
    path = tmp_path / "kpi.json"
    path.write_text(json.dumps({"values": KPIS}), encoding="utf-8")
    names = ("Nöjda brukare (U21468)", "Sjukfrånvaro bland kommunalt anställda (%)", "Antal besök")
    records = [indicator(number, name, value("outcome", 2020, "9", 9)) for number, name in enumerate(names)]
    with client(httpx.MockTransport(answered)) as http:
        values = fetch_values(http, ["U21468"], ["9901"], [2020])
    made = plan("Ekby", "Socialnämnden", 2020, code="9901", indicators=records)
    found = compare([made], catalogue=load_catalogue(path), kolada_values=values)
    links = found.indicators[["kolada_id", "kolada_link"]].astype(object).where(lambda cell: cell.notna(), None)
    assert links.values.tolist() == [["U21468", "printed"], ["N00090", "likely"], [None, None]]
    assert found.kolada[["kolada_id", "value"]].values.tolist() == [["U21468", 91.5]]
    assert found.kolada["retrieved"].notna().all()
