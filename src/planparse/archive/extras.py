"""Libraries that only some uses of an archive need: imported when needed, with an error that names the extra."""

from __future__ import annotations

import importlib
from typing import Any

from planparse.errors import MissingExtraError


def needed(module: str, extra: str, what: str) -> Any:
    """A module of an optional extra.

    >>> needed("json", "archive", "to read JSON").loads("[1]")
    [1]

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        message = f"{name} is needed {what} and is not installed: pip install 'planparse[{extra}]'"
        raise MissingExtraError(message) from error
