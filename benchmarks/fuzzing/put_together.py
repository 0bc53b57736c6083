"""How a file taken apart is put together: with a table, with its objects packed into streams, or encrypted.

What is done to a file's objects is met again behind each of these doors.
"""

from __future__ import annotations

import re
import struct
from hashlib import md5
from random import Random

from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher

from benchmarks.fuzzing.anatomy import Anatomy, stream

_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_IDENTITY = b"0123456789abcdef"
_ALL_PERMISSIONS = struct.pack("<i", -4)
_STREAM = re.compile(rb"(stream\r?\n)(.*?)(\r?\n?endstream\s*)\Z", re.S)
_PACKED_AT_ONCE = 100


def together(random: Random, paper: Anatomy) -> tuple[bytes, str]:
    """The file, and in which way if it is not the plain one."""
    way = random.random()
    if way < 0.6 or not paper.objects:
        return paper.assembled(), ""
    if way < 0.82:
        return packed(paper), "packed"
    key = lock(paper)
    if random.random() < 0.5:
        return packed(paper, key), "packed and encrypted"
    for number, body in paper.objects.items():
        paper.objects[number] = coded_stream(key, number, body)
    return paper.assembled(), "encrypted"


def coded_stream(key: bytes, number: int, body: bytes) -> bytes:
    """An object with its stream encrypted."""
    own = md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10]
    return _STREAM.sub(lambda found: found[1] + _coded(own, found[2]) + found[3], body)


def lock(paper: Anatomy) -> bytes:
    """The trailer of an encrypted file, and the key for its streams, which an empty password gives; strings are left
    as they are."""
    owner = _coded(md5(_PAD).digest()[:5], _PAD)
    key = md5(_PAD + owner + _ALL_PERMISSIONS + _IDENTITY).digest()[:5]
    user = _coded(key, _PAD).hex().encode()
    handler = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (owner.hex().encode(), user)
    identity = _IDENTITY.hex().encode()
    paper.trailer = re.sub(rb"/ID\s*\[.*?\]", b"", paper.trailer, flags=re.S)
    paper.trailer += b" /Encrypt %s /ID[<%s><%s>]" % (handler, identity, identity)
    return key


def _coded(key: bytes, data: bytes) -> bytes:
    return Cipher(ARC4(key), mode=None).encryptor().update(data)


def packed(paper: Anatomy, key: bytes | None = None) -> bytes:
    """All objects that are no streams in streams of a hundred, and a table that is a stream itself; all but that table
    encrypted where there is a key."""
    inside = [number for number, body in paper.objects.items() if b"stream" not in body and b"/Encrypt" not in body]
    rows: dict[int, tuple[int, int, int]] = {}
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    apart = set(inside)
    bodies = {number: body for number, body in paper.objects.items() if number not in apart}
    next_number = max(paper.objects) + 1
    for start in range(0, len(inside), _PACKED_AT_ONCE):
        part = inside[start : start + _PACKED_AT_ONCE]
        heads, texts = b"", b""
        for index, number in enumerate(part):
            heads += b"%d %d " % (number, len(texts))
            texts += paper.objects[number] + b" "
            rows[number] = (2, next_number, index)
        entries = b"/Type/ObjStm/N %d/First %d" % (len(part), len(heads))
        bodies[next_number] = stream(heads + texts, entries)
        next_number += 1
    for number, body in bodies.items():
        rows[number] = (1, len(out), 0)
        body = body if key is None else coded_stream(key, number, body)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows[next_number] = (1, len(out), 0)
    table = b"".join(struct.pack(">BIH", *rows.get(number, (0, 0, 0))) for number in range(next_number + 1))
    entries = b"/Type/XRef/W[1 4 2]/Size %d %s" % (next_number + 1, paper.trailer)
    begin = len(out)
    out += b"%d 0 obj\n" % next_number + stream(table, entries) + b"\nendobj\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % begin)
