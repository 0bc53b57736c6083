"""A file's name as text that can be written down.

Python keeps bytes of a name that are no UTF-8 as lone surrogates, which no JSON, table or page can hold. Archives have
such names from systems that wrote Swedish letters as Windows-1252 or Latin-1.
"""

from __future__ import annotations

import re

_BYTES = re.compile("[\udc80-\udcff]+")
_LONE = re.compile("[\ud800-\udfff]")


def readable(name: str) -> str:
    """The name with such bytes read as Windows-1252; any other name as it is.

    >>> readable("Mål/r\\udce5d.pdf"), readable("Mål.pdf")
    ('Mål/råd.pdf', 'Mål.pdf')
    """
    told = _BYTES.sub(lambda found: bytes(ord(char) & 0xFF for char in found[0]).decode("cp1252", "replace"), name)
    return _LONE.sub("\ufffd", told)
