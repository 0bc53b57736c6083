"""Rows that came out whole: wrapped labels, records on several rows, and values glued to their neighbours."""

from benchmarks.rows import Rows, RowScore, Wanted, rows_of, scored, wanted_in

from planparse.model import Indicator, Plan
from planparse.model.budget import Table, TableCell

VISITS = Wanted("volume", "Besök på biblioteken", (("41 200", "43 000"),))
STAFF = Wanted("indicator", "Sjukfrånvaro", (("6,1 %",), ("7,0 %",), ("4,2 %",)))


def found(wanted: Wanted, *table: list[str]) -> RowScore:
    tables: list[Rows] = [list(table)]
    return scored([wanted], tables)


def test_a_row_is_whole_with_its_label_and_each_value_in_order() -> None:
    assert found(VISITS, ["Besök på biblioteken", "41 200", "", "43\u00a0000"]).found == 1
    assert found(VISITS, ["Besök på biblioteken", "43 000", "41 200"]).found == 0
    assert found(VISITS, ["Besök på baden", "41 200", "43 000"]).found == 0


def test_a_wrapped_label_may_take_three_rows() -> None:
    assert found(VISITS, ["Besök på", "41 200", "43 000"], ["biblio-", "", ""], ["teken", "", ""]).found == 1
    assert (
        found(VISITS, ["Besök", "41 200", "43 000"], ["på", "", ""], ["biblio", "", ""], ["teken", "", ""]).found == 0
    )


def test_totals_women_and_men_are_one_record_on_rows_that_follow() -> None:
    rows = [["Sjukfrånvaro", "T", "6,1 %"], ["", "K", "7,0 %"], ["", "M", "4,2 %"]]
    assert found(STAFF, *rows).found == 1
    assert found(STAFF, rows[0], ["Annat", "", "1"], rows[1], ["Mer", "", "2"], rows[2]).found == 1
    assert found(STAFF, rows[0], rows[2], rows[1]).found == 0


def test_glued_values_are_counted_in_the_row_that_fits_best() -> None:
    one = found(VISITS, ["Besök på biblioteken", "41 200 43 000"], ["Besök på biblioteken 2", "7", ""])
    assert (one.found, one.glued, one.glued_records) == (0, 2, 1)
    assert found(VISITS, ["Besök på biblioteken 41 200", "43 000"]).glued == 1
    assert found(VISITS, ["Besök på biblioteken", "41 200"]).glued == 0


def test_a_columns_name_that_comes_back_begins_a_row() -> None:
    values = [{"column": name, "quantity": {"raw": raw}} for name, raw in (("2030", "6"), ("2031", "5"), ("2030", "7"))]
    aside = {"column": None, "quantity": {"raw": "9"}}
    indicator = Indicator.model_validate({"name": "Nöjda", "values": [*values, aside]})
    assert wanted_in(Plan(indicators=[indicator])) == [Wanted("indicator", "Nöjda", (("6", "5"), ("7",)))]


def test_a_spans_text_stands_at_its_first_place() -> None:
    cells = [
        [TableCell(text="Mål", row_span=2), TableCell(text="2030", col_span=2)],
        [TableCell(text="K"), TableCell(text="M")],
    ]
    assert rows_of(Plan(tables=[Table(cells=cells)])) == [[["Mål", "2030"], ["", "K", "M"]]]
