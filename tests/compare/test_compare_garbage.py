"""The collector put off, and on again whatever happens."""

import gc

import pytest

from planparse.compare.garbage import collecting_later


def test_it_is_off_within_and_on_again_after_an_error():
    with pytest.raises(ValueError, match="x"), collecting_later():
        assert not gc.isenabled()
        raise ValueError("x")
    assert gc.isenabled()
