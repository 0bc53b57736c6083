"""Encrypted files: what would grow beyond all bounds in them is seen only when they are unlocked.

PDFium writes a copy without encryption, and where that has bombs in it, it is read with these put out of action in the
place of the file; where it has none, the file itself is.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw

from planparse.pdf.raw_objects import RawObjects
from planparse.pdf.source import Source, harmless

_MOST_PACKED = 2_000_000
"""bytes of packed objects with which a file is copied: all of them are unpacked then, to 2 GB at worst"""


def calmed(source: Source, password: str | None) -> Source:
    """The file, or its unlocked copy without bombs if it is encrypted and has some."""
    objects = RawObjects(source.data)
    if sum(stream.end - stream.start for stream in objects.streams if b"/ObjStm" in stream.head) > _MOST_PACKED:
        return source
    plain = _unlocked(source.data, password)
    calm = harmless(plain)
    return source if calm is plain else replace(source, data=calm, byte_size=len(source.data))


def _unlocked(data: bytes, password: str | None) -> bytes:
    """A copy without encryption; nothing where the file can't be opened, for which its reader has the words."""
    copy = io.BytesIO()
    try:
        with pypdfium2.PdfDocument(data, password=password) as document:
            document.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError:
        return b""
    return copy.getvalue()
