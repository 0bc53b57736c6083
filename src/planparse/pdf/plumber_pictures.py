"""The content of a picture from pdfminer's stream, where it is in one of the common codings."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from pdfminer.pdftypes import resolve1, stream_value
from pdfminer.psparser import PSLiteral

from planparse.pdf.raster import Content, is_small, read_content

_MOST_BYTES = 4_000_000


def picture_content(stream: Any, width: float, height: float) -> Content:
    """Colour and fill of a small picture; of others, and of codings not read here, only the key."""
    raw = stream.rawdata or b""
    key = hashlib.blake2b(raw, digest_size=8).hexdigest()
    if not is_small(width, height) or len(raw) > _MOST_BYTES:
        return Content(key=key)
    try:
        image = _image(stream)
    except Exception:  # a broken or uncommon picture is no reason to lose the page
        image = None
    return Content(key=key) if image is None else read_content(image, width, height, key)


def _image(stream: Any) -> Any:
    from PIL import Image

    about = stream.attrs
    size = (int(resolve1(about["Width"])), int(resolve1(about["Height"])))
    filters = [getattr(name, "name", "") for name, _ in stream.get_filters()]
    if filters and filters[-1] in ("DCTDecode", "JPXDecode"):
        image: Any = Image.open(io.BytesIO(stream.get_data()))
    elif resolve1(about.get("BitsPerComponent", 8)) == 8:
        image = _plain(resolve1(about.get("ColorSpace")), size, stream.get_data())
    else:
        return None
    mask = about.get("SMask")
    if image is not None and mask is not None:
        alpha = stream_value(mask)
        plain = Image.frombytes(
            "L", (int(resolve1(alpha.attrs["Width"])), int(resolve1(alpha.attrs["Height"]))), alpha.get_data()
        )
        if [resolve1(end) for end in resolve1(alpha.attrs.get("Decode")) or ()] == [1, 0]:
            plain = plain.point(lambda seen: 255 - seen)
        image = image.convert("RGBA")
        image.putalpha(plain.resize(image.size))
    return image


def _plain(space: Any, size: tuple[int, int], data: bytes) -> Any:
    from PIL import Image

    name = space.name if isinstance(space, PSLiteral) else ""
    if isinstance(space, list) and space:
        name = getattr(resolve1(space[0]), "name", "")
    if name == "ICCBased":
        parts = resolve1(stream_value(space[1]).attrs.get("N", 3))
        name = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}.get(parts, "")
    if name == "Indexed":
        palette = resolve1(space[3])
        image = Image.frombytes("P", size, data)
        image.putpalette(palette if isinstance(palette, bytes) else palette.get_data())
        return image
    mode = {"DeviceGray": "L", "CalGray": "L", "DeviceRGB": "RGB", "CalRGB": "RGB", "DeviceCMYK": "CMYK"}.get(str(name))
    return Image.frombytes(mode, size, data) if mode else None
