import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.values.dates import (
    date_span,
    find_date,
    first_month,
    header_year,
    is_part_year,
    part_year_end,
    partial_date,
    years_in,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("11 mars 2015", "2015-03-11"),
        ("den 1:a februari 2016", "2016-02-01"),
        ("2019-08-31", "2019-08-31"),
        ("2019.08.31", "2019-08-31"),
        ("20190831", "2019-08-31"),
        ("31/8 2019", "2019-08-31"),
        ("31.8.2019", "2019-08-31"),
        ("SN 2019-05-06 § 12, reviderad 2020-01-01", "2019-05-06"),
        ("3.1 2020 års budget", None),
        ("31 februari 2020", None),
        ("5 maj", None),
        ("2020", None),
        ("Dnr 2015/0123", None),
    ],
)
def test_find_date(text: str, iso: str | None):
    assert find_date(text) == iso


@given(st.dates())
def test_every_iso_date_of_plans_times_comes_back(day):
    assert find_date(f"Antagen {day.isoformat()}") == (day.isoformat() if 1950 <= day.year < 2080 else None)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("jan–aug 2019", "2019-08-31"),
        ("Utfall januari - oktober 2019", "2019-10-31"),
        ("t.o.m. augusti 2019", "2019-08-31"),
        ("tom aug 2019", "2019-08-31"),
        ("Tertial 2 2024", "2024-08-31"),
        ("T1 2024", "2024-04-30"),
        ("kvartal 3 2024", "2024-09-30"),
        ("första halvåret 2023", "2023-06-30"),
        ("Utfall 2019-08-31", "2019-08-31"),
        ("feb 2024", "2024-02-29"),
        ("Utfall 2024 (jan–feb)", "2024-02-29"),
        ("jan-oktober", None),
        ("Ack utfall tom 2018", None),
        ("Bokslut 2018", None),
    ],
)
def test_part_year_end(text: str, end: str | None):
    assert part_year_end(text) == end


def test_a_part_year_takes_its_year_from_elsewhere():
    assert part_year_end("jan-oktober", 2019) == "2019-10-31"


def test_is_part_year_takes_the_whole_text_only():
    assert is_part_year("jan-oktober 2019")
    assert is_part_year("per 2019-08-31")
    assert not is_part_year("mars i år")
    assert not is_part_year("2019")


@pytest.mark.parametrize(
    ("header", "year"),
    [
        ("Budget 2020 Netto", 2020),
        ("Bokslut2014", 2014),
        ("Förändring 2010 till 2011", 2011),
        ("Förändring 2011 jmf 2010", 2011),
        ("Förändring från 2010 till 2011", 2011),
        ("Ack utfall tom 2018", 2018),
        ("Avvikelse mot budget 2020", 2020),
        ("Bokslut -14", 2014),
        ("Mål 2020–2023", None),
        ("Avvikelse", None),
        ("Utfall 2 015 tkr", None),
    ],
)
def test_header_year(header: str, year: int | None):
    assert header_year(header) == year


def test_dates_as_far_as_they_are_printed():
    assert partial_date("Klart senast 31/12 2021") == "2021-12-31"
    assert partial_date("sept. 2021") == "2021-09"
    assert partial_date("Q2 2021") == "2021"
    assert partial_date("2021 eller 2022") is None
    assert partial_date("Löpande") is None


def test_both_ends_of_a_span():
    assert date_span("2018-2020") == ("2018", "2020")
    assert date_span("maj 2020 t.o.m. juni 2021") == ("2020-05", "2021-06")
    assert date_span("2020-01-01 - 2020-06-30") == ("2020-01-01", "2020-06-30")
    assert date_span("2020-05-31") is None
    assert date_span("Löpande") is None


def test_months_of_a_calendar():
    assert first_month("Januari/februari") == 1
    assert first_month("Marstrand") is None


@given(st.text(max_size=30))
def test_junk_never_raises(text: str):
    for read in (find_date, partial_date, date_span, part_year_end, header_year, years_in):
        read(text)
