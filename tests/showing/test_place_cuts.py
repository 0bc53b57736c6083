"""Pictures of places, from the file that a plan was read from and no other."""

from pathlib import Path

from compared_maker import at
from planparse.compare.comparison import Comparison
from planparse.showing.place_cuts import place_cuts
from view_maker import plan_pdf, small_plan

GOALS = [at("a", 1), at("a", 1, box="900 900 950 950"), at("a", 99), at("b", 1)]
PLACE = ("a", 1, "60 100 300 130")


def test_places_of_pdfs_at_hand_are_cut_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan_pdf())
    found = place_cuts(Comparison.of_rows({"goals": GOALS}), {"a": (small_plan(), path)})
    assert list(found) == [PLACE]
    assert found[PLACE].startswith("data:image/")


def test_another_file_is_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan_pdf() + b"\n% another version\n")
    assert place_cuts(Comparison.of_rows({"goals": GOALS}), {"a": (small_plan(), path)}) == {}
    assert place_cuts(Comparison.of_rows({"goals": GOALS}), {"a": (small_plan(), tmp_path / "none.pdf")}) == {}
