"""What an engine reads, kept by the picture it was read in: a plan is measured again without reading it all again.

What is measured is the same with and without, for an engine reads a picture alike each time. The CPU-seconds that a
reading took are kept with it, and told instead of those saved.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from planparse.ocr.engine import Engine, EngineName, open_engine
from planparse.ocr.rapid import RapidEngine
from planparse.ocr.tesseract import TesseractEngine

_TABLE = "create table if not exists readings(picture blob primary key, reading blob, seconds real)"


class KeptReadings:
    """The readings of a file; ``seconds`` are those that what was taken from it took once."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(path, timeout=60, isolation_level=None)
        self._rows.execute("pragma journal_mode=wal")
        self._rows.execute(_TABLE)
        self.seconds = 0.0

    def engine(self, name: EngineName) -> Engine:
        """The engine of a name, which reads only what was not read before."""
        engine = open_engine(name)
        if isinstance(engine, RapidEngine):
            read = engine._engine
            engine._engine = lambda picture, **how: SimpleNamespace(
                **self._of(
                    picture[:, :, 0].tobytes(),
                    (picture.shape, sorted(how.items())),
                    lambda: _plain(read(picture, **how)),
                )
            )
        elif isinstance(engine, TesseractEngine):
            words = engine._read
            engine._read = lambda picture, mode: self._of(  # type: ignore[method-assign]
                picture.tobytes(), (picture.shape, mode, name), lambda: words(picture, mode)
            )
        return engine

    def _of(self, pixels: bytes, how: object, read: Callable[[], Any]) -> Any:
        key = hashlib.sha1(pixels + repr(how).encode()).digest()
        row = self._rows.execute("select reading, seconds from readings where picture=?", (key,)).fetchone()
        if row is not None:
            self.seconds += row[1]
            return pickle.loads(row[0])
        start = _cpu_seconds()
        reading = read()
        told = (key, pickle.dumps(reading), _cpu_seconds() - start)
        self._rows.execute("insert or replace into readings values(?, ?, ?)", told)
        return reading


def _plain(found: Any) -> dict[str, Any]:
    """What RapidOCR's results hold of what is asked for."""
    if not hasattr(found, "txts"):
        return {"boxes": found.boxes}
    words = [
        SimpleNamespace(
            word_cols=[[int(column) for column in word] for word in line.word_cols],
            line_txt_len=float(line.line_txt_len),
            confs=[float(one) for one in line.confs],
        )
        for line in (found.word_results or ())[:1]
        if found.txts
    ]
    return {"txts": found.txts, "word_results": words}


def _cpu_seconds() -> float:
    return sum(os.times()[:4])
