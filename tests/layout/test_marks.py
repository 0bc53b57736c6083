"""Lines as spans: joined pieces, meshes, corners."""

from planparse.layout.marks import Corners, box_edges, join_spans, meshes, page_corners
from planparse.layout.tablesettings import DEFAULT
from planparse.pdf.page import Box, Rule


def test_pieces_with_a_small_gap_are_one_line_and_others_are_not() -> None:
    assert join_spans([(10, 0, 50), (10, 53, 90), (10, 120, 200)], DEFAULT) == [(10, 0, 90), (10, 120, 200)]


def test_lines_at_nearly_one_height_are_one() -> None:
    assert join_spans([(10, 0, 50), (11, 0, 50), (14, 0, 50)], DEFAULT) == [(10.5, 0, 50), (14, 0, 50)]


def test_a_row_of_near_lines_does_not_chain_into_one() -> None:
    assert len(join_spans([(10 + 1.4 * step, 0, 50) for step in range(6)], DEFAULT)) > 1


def test_a_mesh_is_what_touches() -> None:
    found = meshes([(0, 0, 100), (50, 0, 100), (200, 0, 100)], [(0, 0, 50), (100, 0, 50)], DEFAULT)
    assert [(len(mesh.across), len(mesh.down)) for mesh in found] == [(2, 2), (1, 0)]
    assert found[0].bbox == (0, 0, 100, 50)


def test_lines_that_stop_short_of_each_other_do_not_touch() -> None:
    assert len(meshes([(0, 0, 100)], [(50, 5, 90)], DEFAULT)) == 2


def test_the_edges_of_a_box() -> None:
    assert box_edges([Box(1, 2, 3, 4, 0)]) == ([(2, 1, 3), (4, 1, 3)], [(1, 2, 4), (3, 2, 4)])


def test_corners_that_lines_share() -> None:
    rules = [
        Rule(0, 10, 90, 10, joints=(30, 60)),
        Rule(0, 20, 90, 20, joints=(31,)),
        Rule(0, 30, 90, 30, joints=(75,)),
        Rule(0, 10, 0, 30, joints=(20,)),
        Rule(90, 10, 90, 30, joints=(20,)),
    ]
    corners = page_corners(rules)
    assert corners.columns(DEFAULT) == [30.5]
    assert corners.rows(DEFAULT) == []  # the two sides of a frame round a paragraph have them at every line
    assert corners.within((0, 0, 40, 15), 1) == Corners(((30, 10),), ())
