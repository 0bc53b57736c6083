"""Lines that go on under another name."""

from planparse.compare.line_ties import Figure, Held, ties


def lines(**figures: dict[tuple[int, str], float]) -> dict[str, Held]:
    """Lines by their names, with figures in tkr."""
    return {
        name: Held(name, name, name, {cell: Figure(tkr * 1000, 1000) for cell, tkr in told.items()})
        for name, told in figures.items()
    }


BUDGET = (2022, "budget")


def found(earlier: dict[str, Held], later: dict[str, Held], years: tuple[int, int] = (2022, 2023)) -> dict[str, str]:
    return {key: tie.key for key, tie in ties([(years[0], earlier), (years[1], later)]).items()}


def test_the_figure_of_last_year_tells_the_name_of_this():
    assert found(lines(handikapp={BUDGET: 76_100}), lines(stöd={BUDGET: 76_100, (2023, "budget"): 80_300})) == {
        "handikapp": "stöd"
    }


def test_a_figure_that_says_little_ties_only_names_with_a_word_in_common():
    assert found(lines(handikapp={BUDGET: 900}), lines(stöd={BUDGET: 900})) == {}
    assert found(lines(arbetsmarknadsinsatser={BUDGET: 900}), lines(arbetsmarknad={BUDGET: 900})) == {
        "arbetsmarknadsinsatser": "arbetsmarknad"
    }


def test_a_line_that_is_still_there_goes_on_as_itself():
    earlier = lines(handikapp={BUDGET: 76_100})
    assert found(earlier, lines(handikapp={BUDGET: 76_100}, stöd={BUDGET: 76_100})) == {}


def test_two_that_may_be_it_are_none():
    assert found(lines(handikapp={BUDGET: 76_100}), lines(stöd={BUDGET: 76_100}, hjälp={BUDGET: 76_100})) == {}
    assert found(lines(handikapp={BUDGET: 76_100}, vård={BUDGET: 76_100}), lines(stöd={BUDGET: 76_100})) == {}


def test_another_figure_years_apart_or_nothing_ties_nothing():
    assert found(lines(handikapp={BUDGET: 76_100}), lines(stöd={BUDGET: 76_200})) == {}
    assert found(lines(handikapp={BUDGET: 76_100}), lines(stöd={BUDGET: 76_100}), (2019, 2022)) == {}
    assert found(lines(handikapp={BUDGET: 0}), lines(stöd={BUDGET: 0})) == {}


def test_a_figure_in_millions_is_the_rounded_one():
    later = {"stöd": Held("stöd", "stöd", "stöd", {BUDGET: Figure(76_100_000, 100_000)})}
    assert found(lines(handikapp={BUDGET: 76_112}), later) == {"handikapp": "stöd"}
    assert found(lines(handikapp={BUDGET: 76_190}), later) == {}


def test_a_chain_of_names_ends_at_the_last():
    first, second = (
        lines(handikapp={(2022, "budget"): 76_100}),
        lines(omsorg={(2022, "budget"): 76_100, (2023, "budget"): 80_300}),
    )
    third = lines(stöd={(2023, "budget"): 80_300})
    assert {key: tie.key for key, tie in ties([(2022, first), (2023, second), (2024, third)]).items()} == {
        "handikapp": "stöd",
        "omsorg": "stöd",
    }
