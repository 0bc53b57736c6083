"""Where the edges between rows without rules lie."""

from planparse.layout.bands import Row
from planparse.layout.rowlines import RowLine
from planparse.layout.textlines import TextLine
from planparse.layout.unruled import row_edges


def row(*tops: float) -> Row:
    return Row([RowLine(TextLine(top, top + 10, top + 8, 10, [])) for top in tops])


def test_edges_lie_between_rows_or_on_a_rule_there() -> None:
    assert row_edges([row(100), row(120), row(140)], ((133.0, 50, 500),)) == (100, 115, 133, 150)


def test_edges_of_rows_that_reach_over_each_other_still_follow_one_another() -> None:
    edges = row_edges([row(100), row(110, 70), row(130)], ())
    assert edges == tuple(sorted(edges)) and edges[0] == 100
