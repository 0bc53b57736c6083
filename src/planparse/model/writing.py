"""Files written whole or not at all, and read with our own errors."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from planparse.errors import MissingFileError, OutputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a file (text as UTF-8) by way of a temporary one beside it, so that no reader ever sees half of it.

    A device or a pipe (``/dev/null``, ``/dev/stdout``) is written to as it stands, never replaced.

    Raises:
        OutputError: the folder is missing or can't be written to.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.is_char_device() or path.is_fifo():
            path.write_bytes(data)
            return
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise OutputError(f"can't be written ({error.strerror}): does the folder exist?", file=str(path)) from error
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
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


def read_text(path: Path) -> str:
    """A UTF-8 file's text.

    Raises:
        MissingFileError: there is no such file, or it can't be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MissingFileError(f"can't be read: {error}", file=str(path)) from error
