"""The bytes of a file and what can be said of them before a PDF library sees them."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from planparse.errors import MissingFileError, NotPdfError
from planparse.model.file_names import readable
from planparse.pdf.bombs import defused
from planparse.pdf.form_bombs import pruned
from planparse.pdf.raw_objects import RawObjects

_HEADER_WITHIN = 1024
"""the PDF specification's own leniency: a reader looks for "%PDF-" in the first 1024 bytes"""
_PDFA_PART = re.compile(rb"""pdfaid:part(?:\s*=\s*["']|>)\s*(\d)""")
_PDFA_LEVEL = re.compile(rb"""pdfaid:conformance(?:\s*=\s*["']|>)\s*([A-Za-z])""")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's content and the name that messages give it."""

    data: bytes
    name: str
    sha256: str
    byte_size: int
    """of the file as given"""

    @property
    def pdfa(self) -> str | None:
        """The conformance to PDF/A that the metadata claims: "2b", None where there is no claim.

        PDF/A wants this packet to be readable without unpacking, so the file's bytes are searched; the last one is
        that of the newest revision.
        """
        parts = _PDFA_PART.findall(self.data)
        if not parts:
            return None
        levels = _PDFA_LEVEL.findall(self.data)
        claim: bytes = parts[-1] + (levels[-1].lower() if levels else b"")
        return claim.decode("ascii")


def read_source(source: str | os.PathLike[str] | bytes | BinaryIO, file_name: str | None = None) -> Source:
    """Read a path, bytes or open binary file whole; refuse what has no PDF header.

    >>> read_source(b"%PDF-1.4 ...", "plan.pdf").name
    'plan.pdf'
    >>> read_source(b"Uppdragsplan", "plan.pdf")
    Traceback (most recent call last):
    planparse.errors.NotPdfError: plan.pdf: not a PDF: there is no %PDF header in its first 1024 bytes
    """
    if isinstance(source, bytes | bytearray | memoryview):
        data, name = bytes(source), file_name or "<bytes>"
    elif isinstance(source, str | os.PathLike):
        path = Path(source)
        name = file_name or path.name
        try:
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            if isinstance(error, IsADirectoryError):
                reason = "it is a folder (planparse convert reads all plans of one)"
            raise MissingFileError(f"can't be opened: {reason}", file=str(path)) from error
    elif not hasattr(source, "read"):
        raise TypeError(f"a plan is a path, bytes or a binary file object, not {type(source).__name__}")
    else:
        name = file_name or Path(str(getattr(source, "name", "<stream>"))).name
        try:
            data = source.read()
        except (OSError, ValueError) as error:
            raise MissingFileError(f"can't be read: {error}", file=name) from error
        if not isinstance(data, bytes):
            raise TypeError(f"{name} is open as text: a PDF is opened as in open(path, 'rb')")
    if not data:
        raise NotPdfError("not a PDF: the file is empty", file=name)
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotPdfError("not a PDF: there is no %PDF header in its first 1024 bytes", file=name)
    return Source(harmless(data), readable(name), hashlib.sha256(data).hexdigest(), len(data))


def harmless(data: bytes) -> bytes:
    """The file without what would grow beyond all bounds in a PDF library; of the same length."""
    objects = RawObjects(data)
    calm = defused(data, objects)
    return pruned(calm, objects if calm is data else None)
