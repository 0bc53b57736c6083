"""The standard security handler with a 40-bit key: enough to make a PDF that asks for its password."""

from __future__ import annotations

import hashlib
import re
import struct

_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_IDENTITY = b"0123456789abcdef"
_ALL_PERMISSIONS = -4
_STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)


def encrypted(bodies: list[bytes], password: str) -> tuple[list[bytes], str]:
    """Object bodies with their streams encrypted, and what the trailer says of it. Strings are left as they are."""
    user = (password.encode("latin-1") + _PAD)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:5], user)
    permissions = struct.pack("<i", _ALL_PERMISSIONS)
    key = hashlib.md5(user + owner + permissions + _IDENTITY).digest()[:5]
    handler = f"/Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{_rc4(key, _PAD).hex()}> /P {_ALL_PERMISSIONS}"
    trailer = f"/Encrypt <<{handler}>> /ID [<{_IDENTITY.hex()}> <{_IDENTITY.hex()}>]"
    return [_body(body, key, number) for number, body in enumerate(bodies, 1)], trailer


def _body(body: bytes, key: bytes, number: int) -> bytes:
    own = hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10]
    return _STREAM.sub(lambda found: b"stream\n" + _rc4(own, found[1]) + b"\nendstream", body)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
