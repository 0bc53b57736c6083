import pytest

from layout_maker import Sheet
from planparse.layout.blocks import Grid
from planparse.outline.columns import fit_columns, same_columns


def grid(*edges: float) -> Grid:
    made = Sheet(1).table(tuple("abcdefgh"[: len(edges) - 1]), edges=edges).blocks[0]
    assert isinstance(made, Grid)
    return made


@pytest.mark.parametrize(
    "edges",
    [
        (50, 150, 250, 350),  # where they stand
        (80, 180, 280, 380),  # the other margin
        (50, 190, 330, 470),  # a page that lies
        (52, 148, 253, 349),  # drawn by another hand
        (50, 170, 240, 350),  # edges somewhere in the white
    ],
)
def test_same_columns_on_the_next_page(edges: tuple[float, ...]) -> None:
    assert fit_columns(grid(50, 150, 250, 350), grid(*edges)) is not None


@pytest.mark.parametrize("edges", [(50, 250, 300, 350), (50, 150, 350, 380, 400), (50, 90, 350), (50, 60, 70, 80)])
def test_other_columns(edges: tuple[float, ...]) -> None:
    assert fit_columns(grid(50, 150, 250, 350), grid(*edges)) is None


def test_fewer_edges_make_wider_cells() -> None:
    fitted = fit_columns(grid(50, 150, 250, 350), grid(50, 250, 350))
    assert fitted is not None and fitted.cols == 3
    assert [(cell.col, cell.col_span) for cell in fitted.cells] == [(0, 2), (2, 1)]


def test_on_one_page_nothing_is_moved() -> None:
    assert same_columns(grid(50, 150, 250), grid(52, 160, 250))
    assert not same_columns(grid(50, 150, 250), grid(300, 400, 500))
