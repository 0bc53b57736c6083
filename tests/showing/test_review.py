"""The review of an archive: an index with the doubtful plans first, and views of those that are asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from archive_maker import converted, fill, plan_pdf
from planparse.archive.archive import Archive
from planparse.errors import OutputError
from planparse.showing.review import write_review

FINE = ("Nora kommun", "Nämndens ram är 12,5 mnkr 2024.")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(
        tmp_path_factory.mktemp("in"),
        a=plan_pdf("Verksamhetsplan 2024", *FINE),
        b=plan_pdf("Internbudget 2025", *FINE),
        damaged=plan_pdf("Verksamhetsplan 2023", *FINE, damaged=True),
        none="no plan",
    )


@pytest.fixture
def archive(source: Path, tmp_path: Path) -> Archive:
    converted(source, tmp_path / "OUT")
    return Archive(tmp_path / "OUT")


def told(page: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(page.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0])
    return data


def test_the_doubtful_come_first_and_lead_to_their_views(archive: Archive, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    made = write_review(archive, tmp_path / "review", told=lambda done, total: heard.append((done, total)))
    assert (made.plans, made.views, made.without_pictures, made.failed) == (3, 3, 0, 1)
    assert heard == [(1, 3), (2, 3), (3, 3)]
    data = told(tmp_path / "review" / "index.html")
    assert [row["file"] for row in data["rows"]] == ["damaged.pdf", "a.pdf", "b.pdf"]
    assert [(row["file"], row["error"]) for row in data["failed"]] == [("none.pdf", "not_pdf")]
    for row in data["rows"]:
        view = told(tmp_path / "review" / row["link"])
        assert view["file"] == row["file"]
        assert view["pages"][0]["picture"]
        assert view["around"]["index"] == "../index.html"
    first, second, last = (told(tmp_path / "review" / row["link"])["around"] for row in data["rows"])
    assert (first["before"], last["after"]) == (None, None)
    assert f"plans/{second['after']}" == data["rows"][2]["link"]


def test_only_so_many_views_are_made(archive: Archive, tmp_path: Path) -> None:
    made = write_review(archive, tmp_path / "review", limit=1)
    assert made.views == 1
    rows = told(tmp_path / "review" / "index.html")["rows"]
    assert [("link" in row, row["file"]) for row in rows] == [(True, "damaged.pdf"), (False, "a.pdf"), (False, "b.pdf")]
    assert len(list((tmp_path / "review" / "plans").iterdir())) == 1


def test_plans_whose_file_is_gone_or_changed_are_shown_without_pictures(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", a=plan_pdf("Verksamhetsplan 2024", *FINE), b=plan_pdf("Internbudget 2025", *FINE))
    converted(folder, tmp_path / "OUT")
    (folder / "a.pdf").unlink()
    (folder / "b.pdf").write_bytes(plan_pdf("Internbudget 2026", *FINE))
    made = write_review(Archive(tmp_path / "OUT"), tmp_path / "review")
    assert made.without_pictures == 2
    for row in told(tmp_path / "review" / "index.html")["rows"]:
        assert not row["pictures"]
        assert told(tmp_path / "review" / row["link"])["records"]


def test_a_copy_of_a_file_that_is_gone_will_do(tmp_path: Path) -> None:
    pdf = plan_pdf("Verksamhetsplan 2024", *FINE)
    folder = fill(tmp_path / "in", a=pdf, copy=pdf)
    converted(folder, tmp_path / "OUT")
    (folder / "a.pdf").unlink()
    made = write_review(Archive(tmp_path / "OUT"), tmp_path / "review")
    assert (made.plans, made.without_pictures) == (1, 0)


def test_a_place_that_can_not_be_written_to(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError):
        write_review(archive, tmp_path / "file")
