"""Tasks for worker processes in tests: what a file can do to its process, without a file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any


def do(task: dict[str, Any], tell_pages: Callable[[int], None]) -> dict[str, Any]:
    """Does what ``task["do"]`` says; gives back the process' id."""
    match task.get("do"):
        case "hang":
            time.sleep(60)
        case "take":
            tell_pages(task["pages"])
            time.sleep(task["seconds"])
        case "grow":
            held = []
            while True:
                held.append(bytes(range(256)) * 40_000)
        case "refused":
            raise MemoryError
        case "raise":
            raise ZeroDivisionError("by zero")
        case "exit":
            os._exit(3)
        case "abort":
            os.abort()
        case "print":
            print("a library that prints")
            os.write(1, b"{not an answer}\n")
    return {"pid": os.getpid(), "number": task.get("number")}
