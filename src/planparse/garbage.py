"""Python's search for garbage in cycles, put off while very many objects are made that all stay.

The collector walks over everything that is alive each time that enough is new. Reading a thousand saved plans it took
three quarters of the time and found nothing; of a parse it took a tenth.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (1_000_000, 20, 100)
"""a page makes tens of thousands of objects, next to none of them in cycles"""


@contextmanager
def collecting_later() -> Iterator[None]:
    """Within, no cycles are looked for; afterwards as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Within, cycles are looked for seldom, never more often than before; afterwards as before."""
    before = gc.get_threshold()
    if 0 < before[0] < _SELDOM[0]:
        gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
