"""Medians and quartiles, always with how many they are of."""

from pathlib import Path

from plan_maker import indicator, plan, rows, value
from planparse.compare import compare


def test_medians_of_all_of_the_chosen_and_of_groups(tmp_path: Path):
    groups = tmp_path / "groups.csv"
    groups.write_text("code,group,valid_from\n9901,små,\n9902,små,\n", encoding="utf-8")
    plans = [
        plan(
            *(f"Ort {number}", "Socialnämnden", 2020),
            code=f"990{number}",
            indicators=[indicator(1, "Sjukfrånvaro", value("outcome", 2020, str(number), number))],
        )
        for number in (1, 2, 3, 4)
    ]
    found = {row["peers"]: row for row in rows(compare(plans, peers=("9904", "Ort 3"), groups=groups).peers)}
    assert {name: (row["n"], row["median"]) for name, row in found.items()} == {
        "alla": (4, 2.5),
        "valda": (2, 3.5),
        "små": (2, 1.5),
    }
    assert (found["alla"]["quartile_1"], found["alla"]["quartile_3"]) == (1.75, 3.25)
    assert found["valda"]["municipalities"] == "Ort 3, Ort 4"
