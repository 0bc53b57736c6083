"""Names of boards as the model has them, and texts made alike for comparison.

>>> definite_board("Barn- och utbildningsnämnd"), definite_board("kultur- och fritidsnämndens")
('Barn- och utbildningsnämnden', 'Kultur- och fritidsnämnden')
>>> bodies_in("Antagen i socialnämnden. Vård och omsorgsnämndens budget; kommunfullmäktige har beslutat.")
['Socialnämnden', 'Vård och omsorgsnämnden', 'Kommunfullmäktige']
"""

from __future__ import annotations

import re

from planparse.rules.fold import fold, fold_aligned, tidy

_BODY = re.compile(
    r"""(?<![\w-])
    (?: (?:program|drift|produktions|beställar)nämnd\ (?:för\ )?
        (?:vuxna|unga|äldre|ungdom|barn|skola|omsorg|vård|utbildning|kultur|service|samhällsbyggnad|välfärd)
        (?:\ och\ (?:vuxna|unga|äldre|ungdomar|ungdom|barn|utbildning|omsorg|fritid|bildning))?
      | (?:tekniska|gemensamma)\ nämnd(?:ens|en|s)?
      | nämnden\ för\ (?P<field>[a-zåäö]+(?:(?:-?,\ |-?\ och\ )[a-zåäö]+){0,3})
      | (?:[a-zåäöé]+-)?[a-zåäöé]+nämnd(?:ens|en|s)? | (?:va|it|lss)-nämnd(?:ens|en)?
      | (?:kommun|stads|region)styrelse(?:ns|n|s)?
      | (?:kommun|stads|region)fullmäktiges?
    )(?![\w-])""",
    re.VERBOSE,
)
_BODY_WORDS = ("nämnd", "styrelse", "fullmäktige")
"""one of which stands in each name that the expression takes; most texts have none, and that is soon seen"""
_PARTS_BEFORE = re.compile(r"(?:[a-zåäöé]+-,? )*(?:(?:[a-zåäöé]+-|(?P<bare>[a-zåäö]+)) (?:och|&) )$")
_LOCAL = re.compile(r"(?:stadsdels|kommundels|områdes|distrikts)nämnds?")
_PLACE_BEFORE = re.compile(r"(?:(?:Norra|Södra|Östra|Västra) )?[A-ZÅÄÖ][\w-]{3,}(?: ?[–-] ?[A-ZÅÄÖ]\w+)? $")
_NO_PLACE = re.compile(r"(?:Varje|Respektive|Denna|Samma|Ingen|Vilken|Någon|Annan|Berörd|Aktuell|Ansvarig) $", re.I)
_ONE_OF_SEVERAL = re.compile(
    r"(?:program|drift|produktions|beställar)nämnd \w.*|\S.* (?:stadsdels|kommundels|områdes|distrikts)nämnds?"
)
"""names of boards of which there are several of a kind: the place before, or the field behind, is part of the name"""
_REACH = 80
"""characters before a board's last word in which the rest of its name stands"""
_ENDINGS = re.compile(r"(?:(?<=nämnd)(?:ens|en|s)?|(?<=styrelse)(?:ns|n|s)?|(?<=fullmäktige)s?)$")
_DEFINITE = {"nämnd": "en", "styrelse": "n", "fullmäktige": ""}
_NO_NAME = re.compile(r"(?:fack|under|del|sam|grann|special|majoritets)nämnd")
_BARE_PART = re.compile(
    "barn|kultur|miljö|vård|plan|social|omsorg|äldre|skol|fritid|idrott|gatu|bygg|individ|teknik|service|familje|klimat"
    "|utbildning|bildning|gymnasie|arbetsmarknad|hälso|trafik|park|mark|fastighet|integration|arbete"
)
"""first parts of names that are also printed without their hyphen ("miljö och byggnadsnämnden")"""


def definite_board(name: str) -> str:
    """A board's name in definite form with a capital; capitals throughout are undone.

    The name of one of several boards of a kind, told by a place before it or a field behind it, stands as printed.

    >>> definite_board("SOCIALNÄMND"), definite_board("Tekniska nämnden"), definite_board("kommunstyrelsens")
    ('Socialnämnden', 'Tekniska nämnden', 'Kommunstyrelsen')
    >>> definite_board("Norrby-Västerö stadsdelsnämnds"), definite_board("Programnämnd vuxna")
    ('Norrby-Västerö stadsdelsnämnd', 'Programnämnd vuxna')
    """
    name = tidy(name)
    if _ONE_OF_SEVERAL.fullmatch(fold_aligned(name)):
        name = re.sub(r"(?<=nämnd)s$", "", name, flags=re.IGNORECASE)
        if not name.isupper():
            return name[:1].upper() + name[1:]
        place, space, board = name.rpartition(" ")
        return f"{place.title()}{space}{board.lower()}" if "NÄMND" in board else name.capitalize()
    if name.isupper():
        name = name.lower()
    for stem, ending in _DEFINITE.items():
        found = re.search(rf"{stem}[a-zåäö]{{0,3}}$", name.lower())
        if found is not None and not name.lower().startswith("nämnden för"):
            name = name[: found.start()] + _ENDINGS.sub("", name[found.start() :].lower()) + ending
            break
    return name[:1].upper() + name[1:]


def bodies_in(text: str) -> list[str]:
    """The boards and councils that a text names, in definite form, each once, in order; "nämnden" alone is none.

    >>> bodies_in("KULTUR- OCH FRITIDSNÄMND"), bodies_in("Nämnden beslutar"), bodies_in("policy och socialnämnden")
    (['Kultur- och fritidsnämnden'], [], ['Socialnämnden'])
    >>> bodies_in("Kultur-, idrotts- och fritidsnämnden samt Nämnden för arbete och välfärd")
    ['Kultur-, idrotts- och fritidsnämnden', 'Nämnden för arbete och välfärd']
    >>> bodies_in("Plan för Norrby-Västerö stadsdelsnämnd"), bodies_in("Varje stadsdelsnämnd har en plan")
    (['Norrby-Västerö stadsdelsnämnd'], ['Stadsdelsnämnden'])
    """
    text = tidy(text)
    folded = fold_aligned(text)
    names: list[str] = []
    if not any(word in folded for word in _BODY_WORDS):
        return names
    for found in _BODY.finditer(folded):
        if _NO_NAME.match(found[0]):
            continue
        edge = max(0, found.start() - _REACH)
        before = _PARTS_BEFORE.search(folded[edge : found.start()])
        start = found.start()
        if (
            before is not None
            and "nämnd" in found[0]
            and (before["bare"] is None or _BARE_PART.fullmatch(before["bare"]))
        ):
            start = edge + before.start()
        elif _LOCAL.fullmatch(found[0]) is not None:
            place = _PLACE_BEFORE.search(text[edge : found.start()])
            start = edge + place.start() if place is not None and not _NO_PLACE.match(place[0]) else start
        name = definite_board(text[start : found.end()])
        if name not in names:
            names.append(name)
    return names


def boards_in(text: str) -> list[str]:
    """The boards that a text names (kommunstyrelsen among them), as :func:`bodies_in`, without the councils.

    >>> boards_in("Kommunfullmäktige gav socialnämnden och kommunstyrelsen i uppdrag att …")
    ['Socialnämnden', 'Kommunstyrelsen']
    """
    return [name for name in bodies_in(text) if not name.endswith("fullmäktige")]


def alike(text: str) -> str:
    """Text for comparison: folded, without white space, punctuation and dashes.

    >>> alike("Effektmål 7: En trygg – och säker – vardag.") == alike("effektmål 7 en trygg och säker vardag")
    True
    """
    return "".join(character for character in fold(text) if character.isalnum())
