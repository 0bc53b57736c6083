"""Strings that PDFium gives in UTF-16: what is no text in them (half of a surrogate pair) becomes U+FFFD.

pypdfium2's own getters raise on it, and a bookmark's title is no reason to refuse a file.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any


def utf16(get: Callable[[Any, int], int]) -> str:
    """The string of a getter that is called with a buffer and its length, and returns the length in bytes.

    >>> utf16(lambda room, length: 0)
    ''
    """
    length = get(None, 0)
    if length <= 2:
        return ""
    room = ctypes.create_string_buffer(length)
    get(room, length)
    return room.raw[: length - 2].decode("utf-16-le", "replace")
