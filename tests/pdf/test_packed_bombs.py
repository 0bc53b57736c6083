"""Bombs that are packed in other ways than one, hidden behind references, passwords and other objects."""

from __future__ import annotations

import base64
import zlib

import pytest

from pdf_encryption import encrypted
from pdf_maker import Sheet, make_pdf
from planparse.errors import CorruptPdfError, WrongPasswordError
from planparse.pdf import locked
from planparse.pdf.bombs import defused
from planparse.pdf.filters import filters_of, largest, unpacked
from planparse.pdf.form_bombs import pruned
from planparse.pdf.raw_objects import RawObjects
from planparse.pdf.reader import ReaderName, open_pdf

STATES = b"q " * 4_000_000
PACKED = zlib.compress(STATES, 9)


def file_of(objects: dict[int, bytes], extra: bytes = b"") -> bytes:
    """A file without a table, which every reader searches for its objects."""
    bodies = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in objects.items())
    return b"%PDF-1.7\n" + bodies + extra + b"trailer\n<</Root 1 0 R/Size 99>>\n%%EOF\n"


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def one_page(content: dict[int, bytes], contents: bytes = b"5 0 R") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>/Contents %s>>" % contents
    tree = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: page}
    return file_of(tree | content)


def lzw_of_blanks(codes: int) -> bytes:
    """LZW at its best: each code is the string of the one before and a blank more, until its table is full."""
    held, bits, out, width, size = 0, 0, bytearray(), 9, 258
    numbers = [256, 32]
    for number in range(codes):
        numbers += [256, 32] if number % 3800 == 3799 else [258 + number % 3800]
    for code in numbers:
        held, bits = held << width | code, bits + width
        while bits >= 8:
            bits -= 8
            out.append(held >> bits & 255)
        held &= (1 << bits) - 1
        size = 257 if code == 256 else size + 1
        width = 9 if code == 256 else min(12, max(9, (size + 1).bit_length()))
    out.append(held << 8 - bits & 255)
    return bytes(out)


def run_lengths(size: int) -> bytes:
    return b"\x81 " * (size // 128) + b"\x80"


@pytest.mark.parametrize(
    ("entries", "packed"),
    [
        (b"/Filter/FlateDecode", PACKED),
        (b"/Filter /LZWDecode", lzw_of_blanks(7_000)),
        (b"/Filter[/LZW]", lzw_of_blanks(7_000)),
        (b"/Filter/RunLengthDecode", run_lengths(12_000_000)),
        (b"/Filter [/ASCII85Decode /FlateDecode]", base64.a85encode(PACKED) + b"~>"),
        (b"/Filter [/AHx/Fl]", PACKED.hex().encode() + b">"),
        (b"/Filter [/FlateDecode/RunLengthDecode]", zlib.compress(run_lengths(12_000_000), 9)),
        (b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(PACKED, 9)),
        (b"/Filter [/Crypt /FlateDecode]", PACKED),
        (b"/Fi#6Cter /Fl#61teDecode", PACKED),
        (b"/Filter 7 0 R", PACKED),
        (b"/Subtype /Image /Width 4000 /Height 2000 /Filter /FlateDecode", PACKED),
        (b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 50>>", PACKED),
    ],
)
def test_a_page_of_any_packing_is_told_to_be_too_much(entries: bytes, packed: bytes) -> None:
    data = one_page({5: stream(entries, packed), 7: b"[/FlateDecode]"})
    calm = defused(data)
    assert calm != data and len(calm) == len(data)
    with open_pdf(data) as pdf:
        assert pdf.page(1).problem == "page_limit"


@pytest.mark.parametrize("key", [b"/ToUnicode", b"/FontFile2", b"/CharProcs <</a", b"[/ICCBased"])
def test_what_calls_itself_a_picture_and_is_used_for_something_else_is_none(key: bytes) -> None:
    picture = stream(b"/Subtype/Image/Width 4000/Height 2000/Filter/FlateDecode", PACKED)
    assert defused(one_page({6: picture, 7: b"<</X 6 0 R>>"})) == one_page({6: picture, 7: b"<</X 6 0 R>>"})
    data = one_page({6: picture, 7: b"<<" + key + b" 6 0 R>>"})
    assert defused(data) != data


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_a_bomb_in_an_encrypted_file_is_seen(reader: ReaderName) -> None:
    bomb, plain = Sheet(), Sheet()
    bomb.raw(STATES.decode())
    plain.text(72, 100, "Efter")
    data = make_pdf([bomb, plain], password="")
    with open_pdf(data, reader=reader) as pdf:
        first, second = pdf.pages()
        assert pdf.facts.byte_size == len(data)
    assert first.problem == "page_limit"
    assert [word.text for word in second.words] == ["Efter"]


def test_an_encrypted_file_without_bombs_is_read_itself() -> None:
    plain = Sheet()
    plain.text(72, 100, "Internbudget")
    with open_pdf(make_pdf([plain], password="")) as pdf:
        assert [word.text for word in pdf.page(1).words] == ["Internbudget"]


def locked_with_objects(size: int, password: str) -> bytes:
    """An encrypted file that has a stream of packed objects with so many blanks behind them."""
    objects = stream(b"/Type/ObjStm/N 1/First 5/Filter/FlateDecode", zlib.compress(b"9 0 [] " + b" " * size, 9))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>"
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, objects]
    bodies, trailer = encrypted(tree, password)
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in enumerate(bodies, 1))
    return b"%PDF-1.7\n" + numbered + b"trailer\n<</Root 1 0 R/Size 9 " + trailer.encode() + b">>\n%%EOF\n"


@pytest.mark.parametrize("password", ["", "hemligt"])
def test_packed_objects_of_an_encrypted_file_are_measured_before_they_are_unpacked(
    password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked, "_MOST_OBJECTS", 100_000)
    with open_pdf(locked_with_objects(90_000, password), password=password) as pdf:
        assert pdf.page_count == 1
    with pytest.raises(CorruptPdfError, match="unpack to more"):
        open_pdf(locked_with_objects(110_000, password), password=password)
    with pytest.raises(WrongPasswordError):
        open_pdf(locked_with_objects(110_000, "annat"), password="fel")


def test_one_stream_named_a_thousand_times_is_too_much() -> None:
    drawing = stream(b"/Filter/FlateDecode", zlib.compress(b"0 0 m 9 9 l S " * 20_000))
    many = b"[" + b"5 0 R " * 1000 + b"]"
    for contents, listed in ((many, b""), (b"6 0 R", many), (b"6 0 R", many.replace(b" R", b" " * 200 + b"R"))):
        data = one_page({5: drawing} | ({6: listed} if listed else {}), contents)
        calm = pruned(data)
        assert calm != data and len(calm) == len(data)
        with open_pdf(data) as pdf:
            assert pdf.page(1).problem == "page_limit"


def test_what_takes_the_place_of_a_content_is_told_to_be_short() -> None:
    lines = b"".join(b"%d 0 m %d 842 l S " % (at, at * 7 % 600) for at in range(9_000))
    drawing = stream(b"/Filter/FlateDecode", zlib.compress(lines))
    calm = pruned(one_page({5: drawing}, b"[" + b"5 0 R " * 30_000 + b"]"))
    (only,) = RawObjects(calm).streams
    assert only.end - only.start < 200 < len(drawing) // 100
    assert b"/Length %d " % (only.end - only.start) in only.head


def test_a_content_of_some_parts_is_left_alone() -> None:
    part = stream(b"/Filter/FlateDecode", zlib.compress(b"0 0 m 9 9 l S " * 200))
    data = one_page(dict.fromkeys(range(5, 25), part), b"[" + b"".join(b"%d 0 R " % n for n in range(5, 25)) + b"]")
    assert pruned(defused(data)) is data


def test_forms_whose_names_are_packed_away_are_followed() -> None:
    levels = 12
    forms = {
        10 + level: stream(
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources %d 0 R" % (40 + level),
            b"/X Do " * 12 if level < levels - 1 else b"0 0 m 9 9 l S",
        )
        for level in range(levels)
    }
    names = [b"<</XObject<</X %d 0 R>>>>" % (11 + level) for level in range(levels)]
    heads, at = b"", 0
    for level, name in enumerate(names):
        heads += b"%d %d " % (40 + level, at)
        at += len(name)
    packed = zlib.compress(heads + b"".join(names))
    holder = stream(b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (levels, len(heads)), packed)
    data = one_page({5: stream(b"", b"/X Do"), 39: holder} | forms)
    assert RawObjects(data).text(40) == names[0]
    assert pruned(data) != data


def test_what_is_broken_gives_what_comes_before_that() -> None:
    assert unpacked(lzw_of_blanks(100)[:40], ("LZWDecode",), 9) == b" " * 9
    assert unpacked(b"\x05abc", ("RunLengthDecode",), 99) == b"abc"
    assert unpacked(b"zz<~", ("ASCII85Decode",), 99)[:8] == bytes(8)
    assert unpacked(b"4x", ("ASCIIHexDecode",), 99) == b""
    assert unpacked(b"abc", ("FlateDecode",), 99) == b""
    torn = zlib.compress(bytes(range(256)) * 40)
    assert unpacked(torn[:-12] + b"\xff" * 12, ("FlateDecode",), 10_000)[:256] == bytes(range(256))
    assert filters_of(b"<</Filter[/DCTDecode]>>") == ()


def test_no_more_is_unpacked_than_asked_for() -> None:
    assert largest(PACKED, ("FlateDecode",), 1000) == 1000
    assert largest(zlib.compress(PACKED), ("FlateDecode", "FlateDecode"), 10**9) == len(STATES)
    assert len(unpacked(lzw_of_blanks(3_000), ("LZWDecode",), 5_000)) == 5_000


def test_a_length_that_holds_goes_before_the_next_endstream() -> None:
    data = file_of({1: stream(b"", b"a endstream b"), 2: b"<</Length 3 0 R>>\nstream\nabcd\nendstream", 3: b"4"})
    assert [data[one.start : one.end] for one in RawObjects(data).streams] == [b"a endstream b", b"abcd"]
    assert [one.number for one in RawObjects(data).streams] == [1, 2]
