"""The form of text that rules are matched against: lower case, one plain space, one kind of dash and apostrophe.

>>> fold("Barn–  och\\u00a0Ungdomsnämnd ")
'barn- och ungdomsnämnd'
"""

from __future__ import annotations

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("’‘´`ʼ′", "'"),
        **dict.fromkeys("“”„»«″", '"'),
        "＞": ">",
        "＜": "<",
        "⩾": "≥",
        "⩽": "≤",
        "≧": "≥",
        "≦": "≤",
    }
)
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_BOTH = _ALIKE | _INVISIBLE


def tidy(text: str) -> str:
    """Text with one plain space for any white space and without invisible characters, else as printed.

    >>> tidy(" 1\\u00a0034 \\n578")
    '1 034 578'
    """
    return " ".join(text.translate(_INVISIBLE).split())


def fold(text: str) -> str:
    """Tidy text with case, kinds of dash and of quotation mark made alike."""
    return " ".join(text.translate(_BOTH).lower().split())


def fold_aligned(text: str) -> str:
    """Tidy text folded character for character, so that places in it are places in the text as printed.

    >>> fold_aligned("Jan–Okt 2019")
    'jan-okt 2019'
    """
    alike = text.translate(_ALIKE)
    lower = alike.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in alike)
