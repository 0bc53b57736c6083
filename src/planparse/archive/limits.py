"""What one file may take of time and memory."""

from __future__ import annotations

import re
from dataclasses import dataclass

GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` for any file, and ``seconds_per_page`` more for each of its pages; ``memory`` in bytes.

    Pages that are read by OCR have an allowance of their own, ``seconds_per_ocr_page``, as they are come to.

    A worker process makes way for a new one after ``files_per_worker`` files, so that what libraries never give back
    does not add up.

    >>> Limits(seconds=10, seconds_per_page=0.5).time(pages=40)
    30.0
    >>> Limits(seconds=10, seconds_per_page=0.5).time(pages=40, ocr_pages=2)
    150.0
    """

    # A real plan of 30 pages takes about a second and 100 MB; the slowest page known of takes four seconds.
    seconds: float = 120.0
    seconds_per_page: float = 1.0
    # At 200 dpi a page takes 4 to 10 seconds of a core that it has to itself.
    seconds_per_ocr_page: float = 60.0
    memory: int = 2 * GIB
    files_per_worker: int = 500

    def time(self, pages: int, ocr_pages: int = 0) -> float:
        """The seconds that a file of so many pages has, of which so many have been read by OCR or are at it."""
        return self.seconds + self.seconds_per_page * pages + self.seconds_per_ocr_page * ocr_pages


_UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4}


def byte_count(text: str) -> int:
    """Bytes as people write them.

    >>> byte_count("2GiB"), byte_count("512 MB"), byte_count("1.5g")
    (2147483648, 536870912, 1610612736)

    Raises:
        ValueError: the text is no such number, or zero.
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?", text.strip().lower())
    if found is None or float(found[1]) == 0:
        raise ValueError(f"{text!r} is no number of bytes such as 2GiB or 512MB")
    return int(float(found[1]) * _UNITS[found[2]])
