"""Tables given beside the plans."""

from pathlib import Path

import pytest

from planparse.compare.side_tables import read_side_tables
from planparse.errors import FactsTableError, MissingFileError


def test_heads_in_both_languages_and_both_separators(tmp_path: Path):
    people, groups = tmp_path / "people.csv", tmp_path / "groups.csv"
    people.write_text("kommunkod;år;folkmängd\n114;2020;48 100\n", encoding="utf-8")
    groups.write_text("code,group,valid_from\n0114,småstad,\n0114,storstad,2021-01-01\n", encoding="utf-8")
    tables = read_side_tables(population=people, groups=groups)
    assert tables.per_inhabitant(96_200, "0114", 2020) == 2
    assert (tables.groups_of("0114", 2020), tables.groups_of("0114", 2022)) == (["småstad"], ["storstad"])
    assert tables.per_inhabitant(1, "0114", 2021) is None


@pytest.mark.parametrize(
    "text",
    [
        "year,price\n2020,100\n",
        "year,index\nlast,100\n",
        "year,index\n2020,many\n",
        "year,index\n2020,107,3\n",
        "year,index\n2020,0\n",
    ],
)
def test_a_table_without_its_columns_or_figures_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "prices.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsTableError, match=r"prices\.csv"):
        read_side_tables(deflator=path)
    with pytest.raises(MissingFileError):
        read_side_tables(deflator=tmp_path / "none.csv")
