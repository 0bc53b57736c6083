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
    (?: (?:tekniska|gemensamma)\ nämnd(?:ens|en|s)?
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

    >>> definite_board("SOCIALNÄMND"), definite_board("Tekniska nämnden"), definite_board("kommunstyrelsens")
    ('Socialnämnden', 'Tekniska nämnden', 'Kommunstyrelsen')
    """
    name = tidy(name)
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
