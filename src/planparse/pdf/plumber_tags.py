"""The headings of a file's structure tree, from its objects: for each page the level and marked contents of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

from planparse.pdf.tags import Heading

_HEADING = re.compile(r"H([1-6])?")
_MOST_ELEMENTS = 500_000
_MOST_DEPTH = 60
_MOST_ROLES = 10


def headings_by_page(catalog: dict[str, Any]) -> dict[int, list[Heading]]:
    """Page object number → headings in the tree's order."""
    root = resolve1(catalog.get("StructTreeRoot"))
    out: dict[int, list[Heading]] = {}
    if not isinstance(root, dict):
        return out
    roles = resolve1(root.get("RoleMap"))
    roles = roles if isinstance(roles, dict) else {}
    pending: list[tuple[Any, int, int]] = [(root.get("K"), 0, 0)]
    for _ in range(_MOST_ELEMENTS):
        if not pending:
            break
        item, page, depth = pending.pop()
        item = resolve1(item)
        if isinstance(item, list):
            pending += [(kid, page, depth) for kid in reversed(item)]
            continue
        if not isinstance(item, dict) or depth > _MOST_DEPTH:
            continue
        page = _page(item, page)
        match = _HEADING.fullmatch(_role(item, roles))
        if match is None:
            pending.append((item.get("K"), page, depth + 1))
            continue
        contents: dict[int, list[int]] = {}
        for own, mcid in _contents(item.get("K"), page, 0):
            contents.setdefault(own, []).append(mcid)
        for own, mcids in contents.items():
            out.setdefault(own, []).append((int(match[1] or 0), mcids))
    return out


def _role(element: dict[str, Any], roles: dict[str, Any]) -> str:
    name = resolve1(element.get("S"))
    for _ in range(_MOST_ROLES):
        if not isinstance(name, PSLiteral):
            return ""
        given = resolve1(roles.get(str(name.name)))
        if _HEADING.fullmatch(str(name.name)) or not isinstance(given, PSLiteral):
            break
        name = given
    return str(name.name)


def _page(element: dict[str, Any], inherited: int) -> int:
    page = element.get("Pg")
    return int(page.objid) if isinstance(page, PDFObjRef) else inherited


def _contents(kid: Any, page: int, depth: int) -> Iterator[tuple[int, int]]:
    kid = resolve1(kid)
    if isinstance(kid, int):
        yield page, kid
    elif isinstance(kid, list):
        for one in kid:
            yield from _contents(one, page, depth)
    elif isinstance(kid, dict) and depth < _MOST_DEPTH:
        page = _page(kid, page)
        if "MCID" in kid:
            yield from _contents(kid["MCID"], page, depth + 1)
        else:
            yield from _contents(kid.get("K"), page, depth + 1)
