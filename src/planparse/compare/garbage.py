"""Python's search for garbage in cycles, put off while very many objects are made that all stay.

The collector walks over everything that is alive each time that enough is new: reading a thousand plans it took three
quarters of the time and found nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
