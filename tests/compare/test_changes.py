"""What changed between a board's plans, and what can't be said."""

from plan_maker import goal, indicator, plan, rows, value
from planparse.compare import compare


def changes(first: list[dict], second: list[dict], **more: object) -> list[tuple]:
    plans = [
        plan("Ekby", "Socialnämnden", 2020, goals=first),
        plan("Ekby", "Socialnämnden", 2021, goals=second, **more),
    ]
    return [(row["change"], row["text_from"], row["text_to"]) for row in rows(compare(plans).changes)]


def test_kept_reworded_new_and_dropped():
    first = [goal(1, "Rent vatten"), goal(2, "Brukarna ska vara trygga med hemtjänsten"), goal(3, "Fler cykelbanor")]
    second = [
        goal(1, "Rent vatten."),
        goal(2, "Trygga brukare i hemtjänsten"),
        goal(3, "Sänkta avgifter i kulturskolan"),
    ]
    assert changes(first, second) == [
        ("kept", "Rent vatten", "Rent vatten."),
        ("reworded", "Brukarna ska vara trygga med hemtjänsten", "Trygga brukare i hemtjänsten"),
        ("dropped", "Fler cykelbanor", None),
        ("new", None, "Sänkta avgifter i kulturskolan"),
    ]


def test_the_other_way_round_is_turned_and_never_reworded():
    found = changes([goal(1, "Användningen av läsplattor ska öka")], [goal(1, "Användningen av läsplattor ska minska")])
    assert [change for change, _, _ in found] == ["turned"]


def test_a_figure_in_the_wording_is_sharpened():
    found = changes([goal(1, "Besked inom fem dagar")], [goal(1, "Besked inom tre dagar")])
    assert [change for change, _, _ in found] == ["sharpened"]


def test_nothing_is_dropped_from_a_plan_that_was_not_read_whole():
    found = changes([goal(1, "Rent vatten")], [], unread=("goals",))
    assert [change for change, _, _ in found] == ["undecided"]


def test_a_council_goal_does_not_become_a_board_s():
    found = changes([goal(1, "Rent vatten", "council")], [goal(1, "Rent vatten")])
    assert [change for change, _, _ in found] == ["dropped", "new"]


def test_goals_of_one_measure_are_the_same_perhaps():
    def of(year: int, text: str) -> object:
        held = [indicator(1, "Hushåll med långvarigt stöd, antal", value("target", year, "9", 9, "count"), goal=1)]
        return plan("Ekby", "Socialnämnden", year, goals=[goal(1, text)], indicators=held)

    plans = [of(2020, "Antalet hushåll med långvarigt stöd ska minska"), of(2021, "Fler ska gå till egen försörjning")]
    (row,) = [row for row in rows(compare(plans).changes) if row["record"] == "goal"]  # type: ignore[arg-type]
    assert (row["change"], row["basis"], row["sure"]) == ("reworded", "indicators", False)


def test_targets_are_followed_and_volumes_are_not():
    def of(year: int, raw: str, figure: float) -> object:
        held = [indicator(1, "Sjukfrånvaro (%)", value("target", year, raw, figure))]
        volume = {"id": "v1", "label": "Elever", "values": [value("budget", year, raw, figure, "count")]}
        return plan("Ekby", "Skolnämnden", year, indicators=held, volumes=[volume])

    found = rows(compare([of(2020, "7 %", 7), of(2021, "6 %", 6)]).changes)  # type: ignore[list-item]
    assert [(row["record"], row["change"], row["target_from"], row["target_to"]) for row in found] == [
        ("target", "sharpened", "7 %", "6 %")
    ]
    assert "sjukfrånvaro" in found[0]["reason"]
