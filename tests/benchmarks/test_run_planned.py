"""What is run in one go: modules that are there, the slow ones only when they are asked for."""

from importlib.util import find_spec

from benchmarks.run import planned


def test_the_slow_ones_are_asked_for() -> None:
    few = planned(peers=False, mutants=0, archive=0, size=False)
    every = planned(peers=True, mutants=7, archive=100, size=True)
    assert set(every) - set(few) == {"peers", "fuzz", "archive", "size"}
    assert every["fuzz"][0] == ["fuzz", "--mutants", "7"]
    assert every["archive"][0] == ["archive", "--files", "100"]


def test_all_that_is_run_is_there() -> None:
    for arguments, _ in planned(peers=True, mutants=1, archive=100, size=True).values():
        assert find_spec(f"benchmarks.{arguments[0]}") is not None
