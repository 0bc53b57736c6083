"""Files written whole or not at all, and read with our own errors."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from planparse.errors import MissingFileError, OutputError, SavedPlanError

_SHORT = 40
"""characters of the file's name in that of its temporary one: names may be as long as a file system takes them"""


def write_whole(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Writes a file (text as UTF-8) by way of a temporary one beside it, so that no reader ever sees half of it.

    The content may come in pieces, which are written as they come.

    A device or a pipe (``/dev/null``, ``/dev/stdout``) is written to as it stands, never replaced.

    Raises:
        OutputError: the folder is missing or can't be written to.
    """
    pieces = [content] if isinstance(content, str | bytes) else content
    try:
        if path.is_char_device() or path.is_fifo():
            with path.open("wb") as device:
                device.writelines(map(_encoded, pieces))
            return
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_SHORT]}.", suffix=".part")
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror}): does the folder exist?", file=str(path)) from error
    try:
        with os.fdopen(handle, "wb") as out:
            out.writelines(map(_encoded, pieces))
        # mkstemp makes files private; a result is as readable as any other file that the user makes.
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"can't be written ({error.strerror})", file=str(path)) from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _encoded(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


def read_text(path: Path) -> str:
    """A UTF-8 file's text.

    Raises:
        MissingFileError: there is no such file, or it can't be read.
        SavedPlanError: it is no text: a PDF, or written in another encoding.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise MissingFileError(f"can't be read: {error.strerror or error}", file=str(path)) from error
    except UnicodeDecodeError as error:
        raise SavedPlanError("is no text in UTF-8 (a PDF has to be parsed first)", file=str(path)) from error
