"""A comparison as one HTML page that needs no server and no network.

In: the tables of a comparison (:class:`planparse.compare.Comparison`, or whatever has its ``tables()`` and ``facts``)
and, where the PDFs are at hand, cuts of the places that it rests on. Out: the page's text. What plans say travels as
JSON and is put on the page as text, never as markup. Above a size it travels packed.
"""

from __future__ import annotations

import html as markup
import json
from collections.abc import Mapping
from typing import Any

from planparse.report.comparison_cuts import Place
from planparse.report.comparison_data import Compared, column_data
from planparse.report.single_file import asset, data_element, filled, inlined_scripts, policy, script_json
from planparse.report.view import Language

_STYLES = ("base.css", "comparison/style.css", "comparison/parts.css", "comparison/print.css")
_SCRIPTS = (
    "words.js",
    *(
        f"comparison/{name}.js"
        for name in (
            *("data", "choices", "sources", "tables", "wording", "drawing", "charts"),
            *("overview", "goals", "chain", "changes", "followups", "figures", "lists", "main"),
        )
    ),
)
_TITLE = {"sv": "Jämförelse av mål, indikatorer och budget", "en": "Goals, indicators and budgets compared"}


def html(compared: Compared, pictures: Mapping[Place, str] | None = None, language: Language = "sv") -> str:
    """The report.

    Args:
        compared: the comparison.
        pictures: cuts of places as ``data:`` URIs (:mod:`planparse.report.comparison_cuts`).
        language: the one that it opens in; the reader can change it.
    """
    style = "".join(map(asset, _STYLES))
    script = inlined_scripts(_SCRIPTS)
    cuts = pictures or {}
    data: dict[str, Any] = column_data(compared)
    data["cuts"] = {" ".join(map(str, place)): number for number, place in enumerate(cuts)}
    held = "\n".join(
        f'<script type="text/plain" id="cut-{number}">{markup.escape(uri)}</script>'
        for number, uri in enumerate(cuts.values())
    )
    parts = {
        "language": language,
        "policy": policy(style, script),
        "title": _TITLE[language],
        "style": style,
        "words": script_json(json.loads(asset("comparison/words.json"))),
        "data": data_element(data),
        "cuts": held,
        "script": script,
    }
    return filled(asset("comparison/page.html"), parts)
