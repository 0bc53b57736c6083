"""Pages that need nothing but themselves: assets of the package inlined, data carried along, every request forbidden.

In: a skeleton with names in double braces, and what stands for them. Out: the text of one HTML file. Its content
security policy allows its own script and style by their digests and pictures from ``data:``; nothing else is loaded.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

PACKED_FROM = 1_500_000
"""characters of JSON above which it travels packed: a browser unpacks it faster than it reads the tenfold of text"""


@cache
def asset(name: str) -> str:
    """A file of the package's own."""
    return files("planparse.report").joinpath("assets", name).read_text(encoding="utf-8")


def inlined_scripts(names: Sequence[str]) -> str:
    """The scripts in one function, which keeps their names to themselves."""
    return '"use strict";(() => {\n' + "".join(map(asset, names)) + "})();"


def filled(skeleton: str, parts: Mapping[str, str]) -> str:
    """The skeleton with its parts in place; what stands in a part is never looked at for names.

    >>> filled("<p>{{one}} {{two}}</p>", {"one": "{{two}}", "two": "2"})
    '<p>{{two}} 2</p>'
    """
    first, *rest = skeleton.split("{{")
    out = [first]
    for piece in rest:
        name, _, after = piece.partition("}}")
        out += [parts[name], after]
    return "".join(out)


def policy(style: str, script: str) -> str:
    """The content security policy of a page with this style and this script."""
    return (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def script_json(data: Any) -> str:
    """JSON that can stand in a script element: a "<" of the text can't end it.

    >>> script_json({"goal": "</script>"})
    '{"goal":"\\\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def data_element(data: Any, packed_from: int = PACKED_FROM) -> str:
    """A script element with the data, ``#data``: as JSON, or deflated and in base64 where there is much of it."""
    text = script_json(data)
    if len(text) < packed_from:
        return f'<script type="application/json" id="data">{text}</script>'
    packed = base64.b64encode(zlib.compress(text.encode("utf-8"), 6)).decode("ascii")
    return f'<script type="text/plain" id="data">{packed}</script>'


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
