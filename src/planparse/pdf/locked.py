"""Encrypted files: what would grow beyond all bounds in them is seen only when they are unlocked.

PDFium writes a copy without encryption, and where that has bombs in it, it is read with these put out of action in the
place of the file; where it has none, the file itself is. For the copy PDFium unpacks all objects that are packed in
streams, so these are unlocked and measured first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import md5
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from cryptography.hazmat.primitives.ciphers import Cipher

from planparse.errors import CorruptPdfError
from planparse.pdf.filters import filters_of, largest
from planparse.pdf.raw_objects import RawObjects, RawStream
from planparse.pdf.source import Source, harmless

try:
    from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
except ImportError:  # where cryptography is older than 43
    from cryptography.hazmat.primitives.ciphers.algorithms import ARC4

_MOST_PACKED = 2_000_000
"""bytes of packed objects with which a file is copied though they can't be measured: all are unpacked then"""
_MOST_OBJECTS = 200_000_000
"""bytes that packed objects may unpack to; those of plans of a thousand pages are 5 MB"""
_MOST_ENTRIES = 4000
"""bytes in which the dictionary of the encryption, or the file's identity, ends"""
_LOCK = re.compile(rb"/Encrypt\s*(?:(\d{1,9})\s+\d{1,9}\s+R|(?=<<))")
_IDENTITY = re.compile(rb"/ID\s*(?=\[)")

Unlock = Callable[[int, bytes], bytes]
"""an object's number and a stream's bytes as they stand in the file → the bytes without encryption"""


def calmed(source: Source, password: str | None) -> Source:
    """The file, or its unlocked copy without bombs if it is encrypted and has some.

    Raises CorruptPdfError where its objects unpack to more than can be held.
    """
    objects = RawObjects(source.data)
    holders = [stream for stream in objects.streams if b"/ObjStm" in stream.head]
    unlock = _unlocking(objects, password) if holders else None
    size = _unpacked(source.data, holders, unlock) if unlock is not None else 0
    if size > _MOST_OBJECTS:
        raise CorruptPdfError("its packed objects unpack to more than can be read", file=source.name)
    packed = sum(stream.end - stream.start for stream in holders)
    if size < packed and packed > _MOST_PACKED:
        return source  # they could not be measured
    plain = _unlocked(source.data, password)
    calm = harmless(plain)
    return source if calm is plain else replace(source, data=calm, byte_size=len(source.data))


def _unpacked(data: bytes, holders: list[RawStream], unlock: Unlock) -> int:
    """How many bytes the packed objects are; counted up to what is too many."""
    size = 0
    for stream in holders:
        try:
            packed = unlock(stream.number, data[stream.start : stream.end])
        except (ValueError, TypeError):
            continue  # no whole blocks: PDFium has nothing to unpack there
        size += largest(packed, filters_of(stream.head), _MOST_OBJECTS + 1 - size)
        if size > _MOST_OBJECTS:
            break
    return size


def _unlocking(objects: RawObjects, password: str | None) -> Unlock | None:
    """How the file's streams are unlocked; None where that is not found, or not with this password."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfexceptions import PDFException

    data = objects.data
    found = _LOCK.search(data)
    if found is None:
        return None
    about = objects.text(int(found[1])) if found[1] else data[found.end() : found.end() + _MOST_ENTRIES]
    identity = _IDENTITY.search(data)
    names = _parsed(data[identity.end() : identity.end() + _MOST_ENTRIES]) if identity else None
    entries = _parsed(about[about.find(b"<<") :])
    if not isinstance(entries, dict):
        return None
    try:
        kind = PDFDocument.security_handler_registry[entries["V"]]
        handler: Any = kind(names if isinstance(names, list) else [b"", b""], entries, password or "")
    except (PDFException, KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None
    by_rc4 = entries["V"] < 4 or (entries["V"] == 4 and handler.cfm.get(handler.stmf) == handler.decrypt_rc4)
    if by_rc4:
        return lambda number, packed: _rc4(handler.key, number, packed)
    return lambda number, packed: handler.decrypt(number, 0, packed) or b""


def _rc4(key: bytes, number: int, packed: bytes) -> bytes:
    """As pdfminer does it, which takes fifteen seconds for a megabyte."""
    own = md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[: min(len(key) + 5, 16)]
    return Cipher(ARC4(own), mode=None).decryptor().update(packed)


def _parsed(text: bytes) -> Any:
    """The first object of a text, None where it has none."""
    from pdfminer.pdfparser import PDFStreamParser
    from pdfminer.psexceptions import PSException

    try:
        return PDFStreamParser(text).nextobject()[1]
    except (PSException, ValueError, TypeError):
        return None


def _unlocked(data: bytes, password: str | None) -> bytes:
    """A copy without encryption; nothing where the file can't be opened, for which its reader has the words."""
    copy = io.BytesIO()
    try:
        with pypdfium2.PdfDocument(data, password=password) as document:
            document.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError:
        return b""
    return copy.getvalue()
