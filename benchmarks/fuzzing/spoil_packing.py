"""Ways to spoil how streams are packed: bombs by every filter, filters in chains and behind references. In place."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from random import Random

from benchmarks.fuzzing.anatomy import Anatomy, stream_of

_FILLERS = (b" ", b"0 ", b"q ", b"0 0 m 9 9 l S ", b"(a) Tj ", b"\x00", b"/X Do ")
_SIZES = (7 << 20, 20 << 20, 120 << 20)
_BLOCK = 300_000


def flate(filler: bytes, size: int) -> bytes:
    """So many bytes of a filler, packed; never held unpacked."""
    packer = zlib.compressobj(9)
    block = filler * (_BLOCK // len(filler))
    return b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()


def lzw_codes(data: bytes) -> list[int]:
    """LZW's codes for some bytes, the first one to begin the table anew."""
    known = {bytes([value]): value for value in range(256)}
    codes, text = [256], b""
    for value in data:
        longer = text + bytes([value])
        if longer in known:
            text = longer
            continue
        codes.append(known[text])
        if len(known) < 3800:
            known[longer] = 258 + len(known) - 256
        else:
            known = {bytes([one]): one for one in range(256)}
            codes.append(256)
        text = longer[-1:]
    return [*codes, known[text]] if text else codes


def lzw_bits(codes: list[int]) -> bytes:
    """Codes of 9 to 12 bits as they stand in a stream."""
    out, held, bits, width, known = bytearray(), 0, 0, 9, 257
    for code in codes:
        held, bits = held << width | code, bits + width
        while bits >= 8:
            bits -= 8
            out.append(held >> bits & 255)
        held &= (1 << bits) - 1
        known = 257 if code == 256 else known + 1
        width = 9 if code == 256 else min(12, max(9, (known + 1).bit_length()))
    out.append(held << 8 - bits & 255)
    return bytes(out)


def lzw(filler: bytes, size: int) -> bytes:
    return lzw_bits(lzw_codes(filler * (_BLOCK // len(filler))) * (size // _BLOCK) + [257])


def run_length(filler: bytes, size: int) -> bytes:
    """Runs of the filler's first byte."""
    return (b"\x81" + filler[:1]) * (size // 128) + b"\x80"


def _hidden(random: Random, paper: Anatomy, names: bytes) -> bytes:
    """How a dictionary may say which filters there are."""
    way = random.randrange(4)
    if way == 0:
        return b"/Filter %d 0 R" % paper.new(names)
    if way == 1:
        return b"/F#69lter " + names
    if way == 2:
        return b"/DecodeParms[null]/Filter\n" + names
    return b"/Filter" + names


def packed_bombs(random: Random, paper: Anatomy) -> None:
    """A content, map or any other stream that is small in the file and huge when it is unpacked, by any filter."""
    filler, size = random.choice(_FILLERS), random.choice(_SIZES)
    kind = random.randrange(6)
    if kind == 0:
        packed, names = lzw(filler, min(size, 20 << 20)), random.choice((b"/LZWDecode", b"[/LZW]"))
    elif kind == 1:
        packed, names = run_length(filler, min(size, 20 << 20)), b"/RunLengthDecode"
    elif kind == 2:
        packed, names = base64.a85encode(flate(filler, size)) + b"~>", b"[/ASCII85Decode /FlateDecode]"
    elif kind == 3:
        packed, names = flate(filler, size).hex().encode() + b">", b"[/AHx/Fl]"
    elif kind == 4:
        packed, names = zlib.compress(run_length(filler, size), 9), b"[/FlateDecode/RunLengthDecode]"
    else:
        packed, names = zlib.compress(flate(filler, size), 9), b"[/FlateDecode/FlateDecode]"
    entries = _hidden(random, paper, names) + random.choice((b"", b"", b"/Subtype/Image/Width 9000/Height 9000"))
    contents = paper.contents()
    streams = [number for number, body in paper.objects.items() if b"stream" in body]
    target = random.choice(contents if contents and random.random() < 0.6 else streams or [1])
    paper.objects[target] = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def content_repeated(random: Random, paper: Anatomy) -> None:
    """A page's content is a list that names one stream, or a few, very often."""
    contents, pages = paper.contents(), paper.having(b"/Type/Page")
    if not contents or not pages:
        return
    own = b"".join(b"%d 0 R " % number for number in random.sample(contents, min(len(contents), 3)))
    listed = b"[" + own * random.choice((2, 40, 2000, 30_000)) + b"]"
    page = random.choice(pages)
    paper.put(page, b"/Contents", b"%d 0 R" % paper.new(listed) if random.random() < 0.5 else listed)


def packed_otherwise(random: Random, paper: Anatomy) -> None:
    """Streams packed by other filters, right or torn: what they say stays the same."""
    ways: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
        (b"[/ASCII85Decode/FlateDecode]", lambda data: base64.a85encode(zlib.compress(data)) + b"~>"),
        (b"[/AHx /Fl]", lambda data: zlib.compress(data).hex().encode() + b">"),
        (b"/LZWDecode", lambda data: lzw_bits([*lzw_codes(data), 257])),
        (b"[/Fl/Fl/Fl]", lambda data: zlib.compress(zlib.compress(zlib.compress(data)))),
        (b"/RL", lambda data: b"".join(bytes([len(p) - 1]) + p for p in _parts(data)) + b"\x80"),
    )
    for number in paper.contents() or list(paper.objects)[:3]:
        data = stream_of(paper.objects[number])
        if data is None:
            continue
        names, pack = random.choice(ways)
        packed = pack(data)
        if random.random() < 0.3:
            packed = packed[: random.randrange(len(packed))]
        entries = _hidden(random, paper, names)
        paper.objects[number] = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def _parts(data: bytes) -> list[bytes]:
    return [data[start : start + 128] for start in range(0, len(data), 128)]


ALL = (packed_bombs, packed_bombs, content_repeated, packed_otherwise)
