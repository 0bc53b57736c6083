"""The collector put off, and on again whatever happens."""

import gc

import pytest

from planparse.garbage import collecting_later, collecting_seldom


def test_it_is_off_within_and_on_again_after_an_error():
    with pytest.raises(ValueError, match="x"), collecting_later():
        assert not gc.isenabled()
        raise ValueError("x")
    assert gc.isenabled()


def test_it_is_seldom_within_never_oftener_and_as_before_afterwards():
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    gc.set_threshold(0)
    with collecting_seldom():
        assert gc.get_threshold()[0] == 0
    gc.set_threshold(*before)
