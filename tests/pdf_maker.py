"""Tiny PDFs for tests, put together by hand: text at a place, ruled lines, boxes, pictures, turned and cropped pages.

Places are given as the reader gives them back: in points from the top-left corner of the unturned, uncropped page,
y downwards. A text's ``y`` is its baseline.

>>> sheet = Sheet()
>>> sheet.text(72, 100, "Nämndens mål", bold=True)
>>> make_pdf([sheet])[:8]
b'%PDF-1.7'
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass, field

from pdf_encryption import encrypted

Color = tuple[float, float, float]

BLACK: Color = (0, 0, 0)


@dataclass(frozen=True)
class Font:
    """A standard font, encoded as WinAnsi; ``unicode`` says what single codes mean instead ({1: "\\ufb01"})."""

    name: str = "Helvetica"
    unicode: tuple[tuple[int, str], ...] = ()
    names: tuple[tuple[int, str], ...] = ()
    """glyph names of single codes, as the encoding's differences"""
    widths: tuple[tuple[int, int], ...] = ()
    """widths in thousandths; those of a standard font where none are given, else all others have none"""


@dataclass
class Sheet:
    """A page in the making."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    """(x0, top, x1, bottom) in the same coordinates as all else"""
    ops: list[bytes] = field(default_factory=list)
    fonts: dict[Font, str] = field(default_factory=dict)
    images: list[bytes] = field(default_factory=list)
    forms: list[bytes] = field(default_factory=list)
    mcids: int = 0
    tags: list[tuple[str, int]] = field(default_factory=list)

    def raw(self, operators: str | bytes) -> None:
        """Content operators as they are, in PDF's own coordinates."""
        self.ops.append(operators.encode("latin-1") if isinstance(operators, str) else operators)

    def text(
        self,
        x: float,
        y: float,
        text: str | bytes,
        *,
        size: float = 10,
        font: str | Font = "Helvetica",
        bold: bool = False,
        turn: int = 0,
        color: Color = BLACK,
        spacing: float = 0,
        render: int = 0,
        skew: float = 0,
        tag: str | None = None,
    ) -> None:
        """``turn`` is clockwise, in degrees; ``spacing`` goes after each letter; ``tag`` makes it marked content."""
        if isinstance(font, str):
            font = Font(font + "-Bold" if bold else font)
        name = self.fonts.setdefault(font, f"F{len(self.fonts)}")
        code = text.encode("cp1252") if isinstance(text, str) else text
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        matrix = _numbers(cos, -sin, sin + skew * cos, cos, x, self.height - y)
        drawn = (
            f"BT {_rgb(color)} rg /{name} {_numbers(size)} Tf {_numbers(spacing)} Tc {render} Tr {matrix} Tm ".encode()
        )
        drawn += b"(" + code.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj ET"
        if tag:
            drawn = f"/{tag} <</MCID {self.mcids}>> BDC ".encode() + drawn + b" EMC"
            self.tags.append((tag, self.mcids))
            self.mcids += 1
        self.ops.append(drawn)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, *, width: float = 0.5, color: Color = BLACK, dash: str = ""
    ) -> None:
        start, end = _numbers(x0, self.height - y0), _numbers(x1, self.height - y1)
        dashes = f"[{dash}] 0 d " if dash else ""
        self.raw(f"q {_rgb(color)} RG {_numbers(width)} w {dashes}{start} m {end} l S Q")

    def rect(
        self,
        x0: float,
        top: float,
        x1: float,
        bottom: float,
        *,
        fill: Color | None = None,
        stroke: Color | None = None,
        width: float = 0.5,
    ) -> None:
        place = _numbers(x0, self.height - bottom, x1 - x0, bottom - top)
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[(fill is not None, stroke is not None)]
        colors = (f"{_rgb(fill)} rg " if fill else "") + (f"{_rgb(stroke)} RG " if stroke else "")
        self.raw(f"q {colors}{_numbers(width)} w {place} re {paint} Q")

    def circle(self, x: float, y: float, radius: float, *, fill: Color) -> None:
        y, k, r = self.height - y, radius * 0.5523, radius
        curves = [
            (x + r, y + k, x + k, y + r, x, y + r),
            (x - k, y + r, x - r, y + k, x - r, y),
            (x - r, y - k, x - k, y - r, x, y - r),
            (x + k, y - r, x + r, y - k, x + r, y),
        ]
        path = " ".join(f"{_numbers(*curve)} c" for curve in curves)
        self.raw(f"q {_rgb(fill)} rg {_numbers(x + r, y)} m {path} f Q")

    def image(
        self, x0: float, top: float, x1: float, bottom: float, rows: list[list[Color]], *, clear: Color | None = None
    ) -> None:
        """A raster picture from its pixels (each 0–1); those equal to ``clear`` are transparent."""
        pixels = bytes(round(part * 255) for row in rows for color in row for part in color)
        mask = None
        if clear is not None:
            mask = bytes(0 if color == clear else 255 for row in rows for color in row)
        size = f"/Width {len(rows[0])} /Height {len(rows)} /BitsPerComponent 8"
        self.images.append(_image(size, pixels, mask))
        place = _numbers(x1 - x0, 0, 0, bottom - top, x0, self.height - bottom)
        self.raw(f"q {place} cm /I{len(self.images) - 1} Do Q")

    def form(self, inner: Sheet, *, x: float = 0, y: float = 0, scale: float = 1) -> None:
        """``inner`` as a form XObject, scaled and then moved by x, y (fonts of ``inner`` become this page's)."""
        content = b"\n".join(inner.ops)
        for font, name in inner.fonts.items():
            own = self.fonts.setdefault(font, f"F{len(self.fonts)}")
            content = content.replace(f"/{name} ".encode(), f"/{own}  ".encode())
        self.forms.append(content)
        place = _numbers(scale, 0, 0, scale, x, -y + self.height * (1 - scale))
        self.raw(f"q {place} cm /X{len(self.forms) - 1} Do Q")


def make_pdf(
    pages: list[Sheet],
    *,
    info: dict[str, str] | None = None,
    language: str | None = None,
    labels: str | None = None,
    bookmarks: list[tuple[str, int, float]] | None = None,
    tagged: bool = False,
    role_map: dict[str, str] | None = None,
    xmp: str | None = None,
    version: str = "1.7",
    password: str | None = None,
) -> bytes:
    """The file's bytes. ``bookmarks`` are (title, page from 1, top); ``labels`` the inside of /Nums.

    With a ``password`` only streams are encrypted, so give it no ``info``, ``bookmarks`` or ``language``.
    """
    objects = _Objects()
    catalog, tree = objects.new(), objects.new()
    numbers = [_add_page(objects, sheet, tree, index) for index, sheet in enumerate(pages)]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects.put(tree, f"<</Type /Pages /Kids [{kids}] /Count {len(numbers)}>>".encode())
    entries = f"/Type /Catalog /Pages {tree} 0 R"
    if language:
        entries += f" /Lang ({language})"
    if labels:
        entries += f" /PageLabels <</Nums [{labels}]>>"
    if bookmarks:
        entries += f" /Outlines {_add_bookmarks(objects, bookmarks, pages, numbers)} 0 R"
    if tagged:
        entries += f" /MarkInfo <</Marked true>> /StructTreeRoot {_add_tags(objects, pages, numbers, role_map)} 0 R"
    if xmp:
        entries += f" /Metadata {objects.stream('/Type /Metadata /Subtype /XML', xmp.encode(), packed=False)} 0 R"
    objects.put(catalog, f"<<{entries}>>".encode())
    trailer = f"/Root {catalog} 0 R"
    if info:
        about = " ".join(f"/{key} {_string(value)}" for key, value in info.items())
        trailer += f" /Info {objects.add(f'<<{about}>>'.encode())} 0 R"
    if password is not None:
        objects.bodies, handler = encrypted(objects.bodies, password)
        trailer += f" {handler}"
    return objects.file(version, trailer)


class _Objects:
    """Numbered objects and, at the end, the file around them."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def new(self) -> int:
        self.bodies.append(b"null")
        return len(self.bodies)

    def put(self, number: int, body: bytes) -> None:
        self.bodies[number - 1] = body

    def add(self, body: bytes) -> int:
        number = self.new()
        self.put(number, body)
        return number

    def stream(self, entries: str, data: bytes, *, packed: bool = True) -> int:
        if packed:
            data, entries = zlib.compress(data), entries + " /Filter /FlateDecode"
        return self.add(f"<<{entries} /Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream")

    def file(self, version: str, trailer: str) -> bytes:
        out, places = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1")), []
        for number, body in enumerate(self.bodies, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
        out += f"trailer\n<</Size {len(places) + 1} {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(out)


def _add_page(objects: _Objects, sheet: Sheet, tree: int, index: int) -> int:
    content = objects.stream("", b"\n".join(sheet.ops))
    fonts = " ".join(f"/{name} {_add_font(objects, font)} 0 R" for font, name in sheet.fonts.items())
    names = []
    for at, image in enumerate(sheet.images):
        body = image
        if b"\0MASK\0" in image:
            body, mask = image.split(b"\0MASK\0")
            body = body.replace(b"/SMask 0 0 R", f"/SMask {objects.add(mask)} 0 R".encode())
        names.append(f"/I{at} {objects.add(body)} 0 R")
    for at, form in enumerate(sheet.forms):
        box = _numbers(0, 0, sheet.width, sheet.height)
        entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources <</Font <<{fonts}>>>>"
        names.append(f"/X{at} {objects.stream(entries, form)} 0 R")
    entries = f"/Type /Page /Parent {tree} 0 R /MediaBox [0 0 {_numbers(sheet.width, sheet.height)}]"
    if sheet.crop:
        x0, top, x1, bottom = sheet.crop
        entries += f" /CropBox [{_numbers(x0, sheet.height - bottom, x1, sheet.height - top)}]"
    if sheet.rotate:
        entries += f" /Rotate {sheet.rotate}"
    if sheet.tags:
        entries += f" /StructParents {index}"
    entries += f" /Resources <</Font <<{fonts}>> /XObject <<{' '.join(names)}>>>> /Contents {content} 0 R"
    return objects.add(f"<<{entries}>>".encode())


def _add_font(objects: _Objects, font: Font) -> int:
    encoding = "/WinAnsiEncoding"
    if font.names:
        differences = " ".join(f"{code} /{name}" for code, name in font.names)
        encoding = f"<</Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{differences}]>>"
    entries = f"/Type /Font /Subtype /Type1 /BaseFont /{font.name} /Encoding {encoding}"
    if font.widths:
        given = dict(font.widths)
        widths = " ".join(str(given.get(code, 0)) for code in range(256))
        entries += f" /FirstChar 0 /LastChar 255 /Widths [{widths}]"
    if font.unicode:
        lines = "\n".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, text in font.unicode)
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(font.unicode)} beginbfchar\n{lines}\n"
            "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        entries += f" /ToUnicode {objects.stream('', cmap.encode())} 0 R"
    return objects.add(f"<<{entries}>>".encode())


def _add_bookmarks(
    objects: _Objects, bookmarks: list[tuple[str, int, float]], pages: list[Sheet], numbers: list[int]
) -> int:
    root = objects.new()
    items = [objects.new() for _ in bookmarks]
    for at, (title, page, top) in enumerate(bookmarks):
        goal = f"[{numbers[page - 1]} 0 R /XYZ 0 {_numbers(pages[page - 1].height - top)} null]"
        links = f"/Next {items[at + 1]} 0 R" if at + 1 < len(items) else ""
        links += f" /Prev {items[at - 1]} 0 R" if at else ""
        objects.put(items[at], f"<</Title {_string(title)} /Parent {root} 0 R {links} /Dest {goal}>>".encode())
    objects.put(root, f"<</Type /Outlines /First {items[0]} 0 R /Last {items[-1]} 0 R /Count {len(items)}>>".encode())
    return root


def _add_tags(objects: _Objects, pages: list[Sheet], numbers: list[int], role_map: dict[str, str] | None) -> int:
    root, document = objects.new(), objects.new()
    elements, parents = [], []
    for index, sheet in enumerate(pages):
        own = [
            objects.add(f"<</S /{tag} /P {document} 0 R /Pg {numbers[index]} 0 R /K {mcid}>>".encode())
            for tag, mcid in sheet.tags
        ]
        elements += own
        if own:
            parents.append(f"{index} [{' '.join(f'{number} 0 R' for number in own)}]")
    kids = " ".join(f"{number} 0 R" for number in elements)
    objects.put(document, f"<</S /Document /P {root} 0 R /K [{kids}]>>".encode())
    roles = " ".join(f"/{key} /{value}" for key, value in (role_map or {}).items())
    body = (
        f"<</Type /StructTreeRoot /K {document} 0 R /RoleMap <<{roles}>> /ParentTree <</Nums [{' '.join(parents)}]>>>>"
    )
    objects.put(root, body.encode())
    return root


def _image(size: str, pixels: bytes, mask: bytes | None) -> bytes:
    def stream(entries: str, data: bytes) -> bytes:
        return (
            f"<</Type /XObject /Subtype /Image {entries} /Length {len(data)}>>\nstream\n".encode()
            + data
            + b"\nendstream"
        )

    if mask is None:
        return stream(f"{size} /ColorSpace /DeviceRGB", pixels)
    return (
        stream(f"{size} /ColorSpace /DeviceRGB /SMask 0 0 R", pixels)
        + b"\0MASK\0"
        + stream(f"{size} /ColorSpace /DeviceGray", mask)
    )


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)


def _rgb(color: Color) -> str:
    return _numbers(*color)


def _string(text: str) -> str:
    return "<feff" + text.encode("utf-16-be").hex() + ">"
