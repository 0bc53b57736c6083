"""A plan as one page for eyes: the file's pages with what was read drawn on them, the records beside them.

In: a plan and, for those pages that could be rendered, their pictures as ``data:`` URIs. Out: one HTML file that needs
nothing else. It asks for nothing: its content security policy allows its own script, its own style and ``data:``
pictures, by their digests, and forbids every request. Text of the plan travels as JSON and is put on the page as text.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Literal

from planparse.model import Plan
from planparse.model.codes import CODES
from planparse.report.single_file import asset, filled, inlined_scripts, policy, script_json
from planparse.report.view_data import view_data
from planparse.report.view_kinds import DOUBT_COLORS, KINDS

Language = Literal["sv", "en"]

_STYLES = ("base.css", "view.css")
_SCRIPTS = ("words.js", "records.js", "pages.js", "pointing.js", "main.js")


@dataclass(frozen=True, slots=True)
class Around:
    """Where a plan's page stands among others: relative links to their index, the one before and the one after."""

    index: str
    before: str | None = None
    after: str | None = None


def view_html(
    plan: Plan, pictures: Mapping[int, str], *, language: Language = "sv", around: Around | None = None
) -> str:
    """The page.

    ``pictures``: page number → ``data:`` URI (see ``view_pictures.data_uri``), for those pages that have one.
    """
    held = "\n".join(
        f'<script type="text/plain" id="picture-{number}">{pictures[number]}</script>' for number in sorted(pictures)
    )
    return filled_page(
        "view.html",
        styles=_STYLES,
        scripts=_SCRIPTS,
        language=language,
        title=plan.title or plan.source.file_name or "planparse",
        data=view_data(plan, pictures.keys()) | {"around": asdict(around) if around else None},
        pictures=held,
    )


def filled_page(
    skeleton: str,
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    language: Language,
    title: str,
    data: dict[str, Any],
    pictures: str = "",
) -> str:
    """An asset's skeleton with everything that it names put into it."""
    style = _colors() + "".join(map(asset, styles))
    script = inlined_scripts(scripts)
    parts = {
        "language": language,
        "policy": policy(style, script),
        "title": html.escape(title),
        "style": style,
        "words": script_json(words()),
        "data": script_json(data),
        "pictures": pictures,
        "script": script,
    }
    return filled(asset(skeleton), parts)


@cache
def words() -> dict[str, dict[str, str]]:
    """The page's words by language; what the codes of diagnostics mean stands in the model in English."""
    told: dict[str, dict[str, str]] = json.loads(asset("words.json"))
    told["en"] |= {f"code.{code}": meaning.replace("``", "") for code, (_, meaning) in CODES.items()}
    return told


def _colors() -> str:
    kinds = "".join(f".k-{kind.name}{{--kind:{kind.color}}}" for kind in KINDS)
    doubts = "".join(f".s-{severity}{{--severity:{color}}}" for severity, color in DOUBT_COLORS.items())
    return f":root{{--warning:{DOUBT_COLORS['warning']}}}{kinds}{doubts}"
