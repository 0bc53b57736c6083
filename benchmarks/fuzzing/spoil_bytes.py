"""Ways to spoil a file as bytes: what a torn download, a bad disk or a wrong tool leave. (random, file) → file."""

from __future__ import annotations

import re
from random import Random


def flipped(random: Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(random.choice((1, 4, 20, 200))):
        out[random.randrange(len(out))] = random.randrange(256)
    return bytes(out)


def cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data))]


def head_cut_off(random: Random, data: bytes) -> bytes:
    return data[random.randrange(min(4000, len(data))) :]


def chunk_moved(random: Random, data: bytes) -> bytes:
    """A piece taken out, put in elsewhere, or both."""
    start = random.randrange(len(data))
    piece = data[start : start + random.choice((1, 16, 512, 4096))]
    rest = data[:start] + data[start + len(piece) :] if random.random() < 0.7 else data
    at = random.randrange(len(rest) + 1)
    return rest[:at] + piece * random.choice((0, 1, 1, 3)) + rest[at:]


def junk_put_in(random: Random, data: bytes) -> bytes:
    at = random.choice((0, len(data), random.randrange(len(data))))
    return data[:at] + random.randbytes(random.choice((1, 100, 5000))) + data[at:]


def zeroed(random: Random, data: bytes) -> bytes:
    """A block of the disk is gone."""
    start, length = random.randrange(len(data)), random.choice((64, 512, 4096))
    return data[:start] + bytes(min(length, len(data) - start)) + data[start + length :]


def line_ends_changed(random: Random, data: bytes) -> bytes:
    """As a transfer in text mode does it."""
    old, new = random.choice(((b"\n", b"\r\n"), (b"\r\n", b"\n"), (b"\r", b""), (b"\x00", b"")))
    return data.replace(old, new)


def table_spoiled(random: Random, data: bytes) -> bytes:
    """Entries of the cross-reference table point elsewhere."""
    entries = list(re.finditer(rb"\d{10} \d{5} [nf]", data))
    out = bytearray(data)
    for entry in random.sample(entries, min(len(entries), random.choice((1, 5, 50)))):
        place = random.choice((0, len(data) + 9, 9_999_999_999, random.randrange(len(data))))
        out[entry.start() : entry.start() + 10] = b"%010d" % place
    return bytes(out)


def trailer_spoiled(random: Random, data: bytes) -> bytes:
    old, new = random.choice(
        (
            (rb"startxref\s+\d+", b"startxref\n%d" % random.choice((0, 1, len(data), 2**31, 2**63))),
            (rb"/Size \d+", b"/Size %d" % random.choice((0, 1, 2**31 - 1, 10**9))),
            (rb"/Root \d+ 0 R", b"/Root %d 0 R" % random.randrange(1, 30)),
            (rb"trailer", b"trialer"),
            (rb"xref\r?\n0 \d+", b"xref\n0 %d" % random.choice((0, 3, 10**8))),
            (rb"/Size \d+", b"/Size 99 /Prev %d" % max(0, data.rfind(b"xref", 0, data.rfind(b"startxref")))),
            (rb"%%EOF", b""),
            (rb"/Size \d+", b"/Size 99 /Encrypt <</Filter/Standard/V 5/R 6/O()/U()/P -1>>"),
        )
    )
    return re.sub(old, lambda _: new, data)


def table_gone(random: Random, data: bytes) -> bytes:
    """No table at all: the file has to be searched for its objects."""
    at = data.rfind(b"xref", 0, max(0, data.rfind(b"startxref")))
    return data[:at] if at > 0 else data[: len(data) // 2]


def doubled(random: Random, data: bytes) -> bytes:
    """The file once more behind itself, as a failed update leaves it, perhaps torn."""
    return data + (data if random.random() < 0.5 else data[: random.randrange(len(data))])


ALL = (
    *(flipped, flipped, flipped, cut_off, head_cut_off, chunk_moved, junk_put_in, zeroed, line_ends_changed),
    *(table_spoiled, trailer_spoiled, table_gone, doubled),
)
