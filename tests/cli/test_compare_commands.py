"""The commands that compare: every way out, every option, every error with its exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import httpx
import pytest

from plan_maker import goal, indicator, plan, value
from planparse.cli.app import run


def saved(folder: Path) -> Path:
    """An output folder with two boards' plans."""
    (folder / "plans").mkdir()
    for municipality, code, year, figure in (
        ("Ekby", "9901", 2020, 7),
        ("Ekby", "9901", 2021, 6),
        ("Lunda", "9902", 2021, 5),
    ):
        made = plan(
            *(municipality, "Socialnämnden", year),
            code=code,
            goals=[goal(1, "Sjukfrånvaron ska minska")],
            indicators=[indicator(1, "Sjukfrånvaro (%)", value("target", year, f"{figure} %", figure), goal=1)],
        )
        (folder / "plans" / f"{made.id}.json").write_text(made.to_json(), encoding="utf-8")
    return folder


def told(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["planparse", *map(str, arguments)])
    monkeypatch.setenv("PLANPARSE_CACHE", "/nonexistent")
    return run()


def test_json_with_what_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "people.csv").write_text("code,year,population\n9901,2020,1000\n", encoding="utf-8")
    (tmp_path / "prices.csv").write_text("year,index\n2020,100\n2021,103\n", encoding="utf-8")
    (tmp_path / "groups.csv").write_text("code,group,valid_from\n9901,småstad,\n", encoding="utf-8")
    (tmp_path / "kpi.csv").write_text('id,title\nN00090,"Sjukfrånvaro, andel (%)"\n', encoding="utf-8")
    chosen = ("--board", "socialnamnd", "--years", "2019-2021", "--municipality", "Ekby", "--peers", "9901,9902")
    tables = [f"--{name}={tmp_path / file}.csv" for name, file in (("population", "people"), ("deflator", "prices"))]
    tables += [f"--groups={tmp_path / 'groups.csv'}", f"--catalogue={tmp_path / 'kpi.csv'}"]
    assert told(monkeypatch, "compare", saved(tmp_path), "-o", "-", "--to", "json", *chosen, *tables) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["facts"]["documents"] == 2
    assert [row["change"] for row in found["changes"]] == ["kept", "sharpened"]
    assert {row["peers"] for row in found["peers"]} == {"alla", "valda", "småstad"}
    assert found["indicators"][0]["kolada_link"] == "certain"


@pytest.mark.parametrize("name", ["out.html", "out.xlsx", "out.json"])
def test_the_ending_says_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    assert told(monkeypatch, "compare", saved(tmp_path), "-o", tmp_path / name) == 0
    assert (tmp_path / name).stat().st_size > 1000


def test_csv_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert told(monkeypatch, "compare", saved(tmp_path), "-o", tmp_path / "out", "--to", "csv") == 0
    assert (tmp_path / "out" / "goals.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("-o", "out"), 2),
        (("-o", "-", "--to", "xlsx"), 2),
        (("-o", "out.json", "--years", "20-21"), 2),
        (("-o", "out.json", "--deflator", "none.csv"), 3),
        (("-o", "none/out.json"), 12),
        (("-o", "out.json", "--catalogue", "plans"), 25),
        (("-o", "out.json", "--population", "bad.csv"), 26),
    ],
)
def test_errors_have_their_exit_codes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int
):
    monkeypatch.chdir(saved(tmp_path))
    Path("bad.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert told(monkeypatch, "compare", ".", *arguments) == code


def test_a_choice_that_leaves_nothing_says_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out.json"
    assert told(monkeypatch, "compare", saved(tmp_path), "-o", out, "--municipality", "Atlantis") == 2
    assert "none of the 3 documents is of these; they are of Ekby, Lunda" in " ".join(capsys.readouterr().err.split())
    assert not out.exists()


def test_a_search_without_words_and_one_without_hits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    folder = saved(tmp_path)
    assert [told(monkeypatch, command, folder, " ? ") for command in ("search", "trace")] == [2, 2]
    capsys.readouterr()
    assert told(monkeypatch, "search", folder, "zzzz") == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "planparse: nothing found\n")


def test_a_folder_without_plans_and_a_broken_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert told(monkeypatch, "compare", tmp_path, "-o", "-", "--to", "json") == 3
    (tmp_path / "plan.json").write_text("{", encoding="utf-8")
    assert told(monkeypatch, "compare", tmp_path / "plan.json", "-o", "-", "--to", "json") == 11


def test_a_pdf_that_can_t_be_read_is_a_failure_of_the_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "broken.pdf").write_bytes(b"no pdf")
    folder = saved(tmp_path)
    assert told(monkeypatch, "compare", folder, tmp_path / "broken.pdf", "-o", "-", "--to", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in found["not_compared"] if row["record"] == "document"] == ["document_failed"]


def test_search_and_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    folder = saved(tmp_path)
    assert told(monkeypatch, "search", folder, "minskad sjukfrånvaro", "-n", "2", "--to", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert told(monkeypatch, "trace", folder, "sjukfrånvaro", "--municipality", "Ekby", "--to", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["record"], row["year"]) for row in rows] == [
        *(("goal", 2020), ("goal", 2021), ("indicator", 2020), ("indicator", 2021))
    ]
    assert told(monkeypatch, "search", folder, "sjukfrånvaro") == 0
    assert "Sjukfrånvaron ska minska" in capsys.readouterr().out


def test_kolada_update_and_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def answered(request: httpx.Request) -> httpx.Response:
        kpi = {"id": "N00090", "title": "Sjukfrånvaro, andel (%)"}
        told = {"kpi": "N00090", "municipality": "9901", "period": 2020, "values": [{"gender": "T", "value": 6.1}]}
        return httpx.Response(200, json={"values": [kpi if "/kpi?" in str(request.url) else told]})

    from planparse.compare import kolada

    with_network = kolada.client
    monkeypatch.setattr(kolada, "client", lambda: with_network(httpx.MockTransport(answered)))
    catalogue, values = tmp_path / "kpi.json", tmp_path / "values.json"
    assert told(monkeypatch, "kolada", "update", "--catalogue", catalogue) == 0
    folder = saved(tmp_path)
    assert told(monkeypatch, "kolada", "values", folder, "--catalogue", catalogue, "-o", values) == 0
    assert [(row["kpi"], row["value"]) for row in json.loads(values.read_text())["values"]] == [("N00090", 6.1)]
    assert told(monkeypatch, "kolada", "values", folder) == 25


def test_peers_of_whom_there_is_nothing_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert told(monkeypatch, "compare", saved(tmp_path), "-o", tmp_path / "out.json", "--peers", "9901,Lunda,9909") == 0
    assert "no document of the peers 9909" in capsys.readouterr().err
