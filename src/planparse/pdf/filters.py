"""How a stream is packed, and its first bytes unpacked: never more than asked for, whatever it would grow to.

>>> head = b"<</Length 9/Filter[/ASCIIHexDecode /FlateDecode]>>"
>>> filters_of(head)
('ASCIIHexDecode', 'FlateDecode')
>>> unpacked(zlib.compress(b"q " * 9).hex().encode(), filters_of(head), 5)
b'q q q'
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from itertools import chain, repeat

_FULL_NAMES = {
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "RL": "RunLengthDecode",
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
}
MOST_RATIOS = {
    "FlateDecode": 1032,
    "LZWDecode": 2560,
    "LateLZWDecode": 2560,
    "RunLengthDecode": 64,
    "ASCII85Decode": 4,
    "ASCIIHexDecode": 1,
}
"""filter → bytes that one packed byte can come to; a picture's filters are not unpacked where no picture is wanted"""
_MOST_FILTERS = 50
_KEY = b"".join(b"(?:%c|#(?i:%02x))" % (letter, letter) for letter in b"Filter")
_ENTRY = re.compile(rb"/" + _KEY + rb"\s*(\[[^\]]{0,2000}\]|/[^\s/<>\[\](){}%]+|(\d{1,9})\s+\d{1,9}\s+R)")
_NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_LATE = re.compile(rb"/EarlyChange\s+0\b")
_STEP = 64
"""bytes that a broken stream is unpacked by"""
_BLANKS = b" \t\r\n\f\0"


def filter_entry(head: bytes) -> re.Match[bytes] | None:
    """Where a dictionary says how its stream is packed; group 1 is the value, group 2 the object that has it."""
    return _ENTRY.search(head)


def filters_of(head: bytes, find: Callable[[int], bytes] | None = None) -> tuple[str, ...]:
    """The filters of a stream by its dictionary, outermost first, up to one that only a picture has.

    ``find`` gives an object's beginning by its number, for a dictionary that only points at them.
    """
    found = filter_entry(head)
    if found is None:
        return ()
    value = found[1]
    if found[2] is not None:
        if find is None:
            return ("FlateDecode",)  # by far the likeliest
        value = find(int(found[2])).partition(b"endobj")[0]
    out = []
    for name in _NAME.findall(value)[:_MOST_FILTERS]:
        full = _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), name).decode("latin-1")
        full = _FULL_NAMES.get(full, full)
        if full == "Crypt":
            continue
        if full not in MOST_RATIOS:
            break
        out.append("LateLZWDecode" if full == "LZWDecode" and _LATE.search(head) else full)
    return tuple(out)


def unpacked(packed: bytes, filters: tuple[str, ...], most: int) -> bytes:
    """The first ``most`` bytes of a stream; of one that is broken, what comes before that or nothing."""
    for name in filters:
        packed = _DECODERS[name](packed, most)
    return packed[:most]


def largest(packed: bytes, filters: tuple[str, ...], most: int) -> int:
    """The bytes that the largest of a stream's unpackings has, or ``most``."""
    size = 0
    for name in filters:
        packed = _DECODERS[name](packed, most)
        size = max(size, len(packed))
    return min(size, most)


def _flate(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return _before_the_fault(packed, most)


def _before_the_fault(packed: bytes, most: int) -> bytes:
    """What a broken stream gives, as far as that goes: PDFium draws it."""
    unpacker, out = zlib.decompressobj(), bytearray()
    for start in range(0, len(packed), _STEP):
        try:
            out += unpacker.decompress(packed[start : start + _STEP], most - len(out))
        except zlib.error:
            break
        if len(out) >= most:
            break
    return bytes(out)


def _lzw(packed: bytes, most: int, early: int = 1) -> bytes:
    """LZW as PDF has it: codes of 9 to 12 bits, which grow wider one code ``early``."""
    single = [bytes([value]) for value in range(256)]
    table, last, width = [*single, b"", b""], b"", 9
    out, size, held, bits = [], 0, 0, 0
    for byte in packed:
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & (1 << bits) - 1
        if code == 256:
            table, last, width = [*single, b"", b""], b"", 9
            continue
        if code == 257 or code > len(table) or (code == len(table) and not last):
            break
        text = table[code] if code < len(table) else last + last[:1]
        out.append(text)
        size += len(text)
        if size >= most:
            break
        if last and len(table) < 4096:
            table.append(last + text[:1])
            width = min(12, max(9, (len(table) + early).bit_length()))
        last = text
    return b"".join(out)


def _late_lzw(packed: bytes, most: int) -> bytes:
    return _lzw(packed, most, early=0)


def _run_length(packed: bytes, most: int) -> bytes:
    out, size, at = [], 0, 0
    while at < len(packed) and packed[at] != 128 and size < most:
        count = packed[at]
        piece = packed[at + 1 : at + 2 + count] if count < 128 else packed[at + 1 : at + 2] * (257 - count)
        out.append(piece)
        size += len(piece)
        at += 2 + count if count < 128 else 2
    return b"".join(out)


def _ascii85(packed: bytes, most: int) -> bytes:
    letters = packed.partition(b"~")[0].translate(None, _BLANKS).replace(b"z", b"!!!!!")
    short = -len(letters) % 5
    digits = chain(letters, repeat(117, short))
    out = bytearray()
    for one, two, three, four, five in zip(*[digits] * 5, strict=True):
        value = (((one * 85 + two) * 85 + three) * 85 + four) * 85 + five - 1_743_128_013  # 33 for each, the "!"
        out += (value & 0xFFFFFFFF).to_bytes(4, "big")
        if len(out) >= most:
            return bytes(out)
    return bytes(out[: len(out) - short])


def _ascii_hex(packed: bytes, most: int) -> bytes:
    digits = packed.partition(b">")[0].translate(None, _BLANKS)
    try:
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    except ValueError:
        return b""


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "FlateDecode": _flate,
    "LZWDecode": _lzw,
    "LateLZWDecode": _late_lzw,
    "RunLengthDecode": _run_length,
    "ASCII85Decode": _ascii85,
    "ASCIIHexDecode": _ascii_hex,
}
