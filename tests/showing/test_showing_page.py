"""plan.show: the page of a plan as a picture, from the file that it was read from and no other."""

from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse.errors import MissingFileError, OtherFileError, PageOutsideError, PasswordRequiredError
from planparse.model import Plan
from view_maker import plan_pdf, small_plan


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan_pdf())
    return path


def test_a_parsed_plan_knows_its_file(file: Path) -> None:
    picture = planparse.parse(file).show(page=2, scale=1.0)
    assert picture.width == 595
    assert picture.height >= 842


def test_a_saved_plan_is_told_where_its_file_is(file: Path, tmp_path: Path) -> None:
    small_plan().save(tmp_path / "plan.json")
    plan = Plan.load(tmp_path / "plan.json")
    with pytest.raises(MissingFileError, match=r"plan\.show"):
        plan.show(page=1)
    assert plan.show(3, file, scale=1.0).width == 842
    assert planparse.show(plan, file.read_bytes(), page=1, scale=1.0, kinds=["goals"]).width == 595


def test_boxes_are_drawn_on_no_other_file(file: Path) -> None:
    file.write_bytes(plan_pdf() + b"\n% another version\n")
    with pytest.raises(OtherFileError, match="not the file"):
        small_plan().show(1, file)


def test_a_page_that_is_not_there(file: Path) -> None:
    with pytest.raises(PageOutsideError):
        small_plan().show(4, file)


def test_where_the_file_is_is_no_part_of_the_plan(file: Path, tmp_path: Path) -> None:
    plan = planparse.parse(file)
    again = planparse.parse(file.read_bytes(), file_name="plan.pdf")
    assert plan.opened_from == str(file)
    assert again.opened_from is None
    assert plan == again
    assert plan.to_json() == again.to_json()
    assert str(tmp_path) not in plan.to_json()


def test_an_encrypted_file_needs_its_password(file: Path) -> None:
    from pdf_maker import Sheet, make_pdf

    sheet = Sheet()
    sheet.text(72, 80, "Hemlig plan")
    file.write_bytes(make_pdf([sheet], password="sesam"))
    plan = planparse.parse(file, password="sesam")
    with pytest.raises(PasswordRequiredError):
        plan.show(1)
    assert planparse.show(plan, page=1, scale=1.0, password="sesam").width == 595


@pytest.mark.parametrize("wrong", [{"kinds": ["goal"]}, {"scale": 0}])
def test_what_can_t_be_drawn_is_said_and_not_left_out(file: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no such kind of record: goal; there are plan, goals|more than 0"):
        small_plan().show(1, file, **wrong)
