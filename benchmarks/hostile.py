"""Files that an archive has and nobody wants: cut off, empty, locked, no PDFs at all, endless.

Each is small and made by hand, and each has a right answer, the code of an error.

>>> make("text", 1).startswith(b"%PDF")
False
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

Made = Callable[[int], bytes]

_PAGES = 2_000
"""of one and the same content, each read anew"""
_LINES = 190_000
"""drawings of a page, just as many as it may have: half a second, and no memory that stays"""
_WORDS = 20_000
"""words of a page, all different: they are kept until many pages are read"""


def make(kind: str, number: int) -> bytes:
    """A hostile file; those of one kind differ by their number."""
    return KINDS[kind][0](number)


def _text(number: int) -> bytes:
    return f"Verksamhetsplan {number}\n\nDetta är en textfil som har fått fel ändelse.\n".encode() * 20


def _empty(number: int) -> bytes:
    return b""


def _truncated(number: int) -> bytes:
    """The beginning of a file of which the transfer broke off before the first page was there."""
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + f"1 0 obj\n<</Type /Font /Name /F{number} /Subtype".encode()


def _encrypted(number: int) -> bytes:
    """Asks for a password: no reader can derive its key from an empty one."""
    owner = f"{number:032x}".encode().hex()
    encrypt = f"<</Filter /Standard /V 1 /R 2 /O <{owner}> /U <{owner}> /P -44>>".encode()
    return _pdf([*_pages(b"0 0 m", 1), encrypt], trailer=f"/Encrypt 5 0 R /ID [<{number:032x}> <{number:032x}>]")


def _slow(number: int) -> bytes:
    """Thousands of pages, each of which takes a while."""
    return _pdf(_pages(b"0 0 m 9 9 l S\n" * _LINES + b"%% %d" % number, _PAGES))


def _growing(number: int) -> bytes:
    """Thousands of pages, each of which takes a few MB more."""
    rows, cols = 100, 200
    places = ((2 + index % cols * 196 / cols, 197 - index // cols * 195 / rows) for index in range(_WORDS))
    words = b"".join(b"1 0 0 1 %.1f %.1f Tm(o%d)Tj\n" % (*place, at) for at, place in enumerate(places))
    font = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
    return _pdf(_pages(b"BT /F 1 Tf\n" + words + b"ET %% %d" % number, _PAGES, font))


KINDS: dict[str, tuple[Made, frozenset[str]]] = {
    "text": (_text, frozenset({"not_pdf"})),
    "empty": (_empty, frozenset({"not_pdf"})),
    "truncated": (_truncated, frozenset({"corrupt_pdf"})),
    "encrypted": (_encrypted, frozenset({"password_required"})),
    "slow": (_slow, frozenset({"time_limit"})),
    "growing": (_growing, frozenset({"memory_limit"})),
}
"""kind → how to make one, and the errors that it may end in"""


def _pages(content: bytes, count: int, resources: str = "") -> list[bytes]:
    """Objects 1 to 4: catalog, page tree, one page as often as wanted, its content."""
    # One page object is named many times: readers count and read it as often.
    kids = " ".join(["3 0 R"] * count)
    page = f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources <<{resources}>> /Contents 4 0 R>>"
    tree = f"<</Type /Pages /Kids [{kids}] /Count {count}>>"
    return [b"<</Type /Catalog /Pages 2 0 R>>", tree.encode(), page.encode(), _stream("", content)]


def _stream(entries: str, data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    return f"<<{entries} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"


def _pdf(objects: list[bytes], trailer: str = "") -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + head.encode() + end.encode()
