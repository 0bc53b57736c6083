"""Ways to spoil a file's objects: page trees, boxes, fonts, references, outlines, tags, attachments. In place."""

from __future__ import annotations

import re
import zlib
from random import Random

from benchmarks.fuzzing.anatomy import Anatomy, stream, stream_of, with_stream

NUMBERS = (
    *(b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"9223372036854775807"),
    *(b"1e10", b"3.4e38", b"99999999999999999999999999999999", b"-0.00000000001", b"NaN", b"nan", b"inf", b"--5", b"."),
    *(b"null", b"true", b"()", b"/X", b"[]", b"<<>>"),
)
"""What may stand where a number should."""


def _some(random: Random, numbers: list[int], most: int = 3) -> list[int]:
    return random.sample(numbers, min(len(numbers), random.randint(1, most)))


def numbers_swapped(random: Random, paper: Anatomy) -> None:
    for number in _some(random, list(paper.objects), 8):
        head, mark, rest = paper.objects[number].partition(b"stream")
        places = list(re.finditer(rb"(?<![\w.+-])[-+]?\d+\.?\d*(?![\w.])(?! \d+ R)(?! R)", head))
        for place in reversed(random.sample(places, min(len(places), 2))):
            head = head[: place.start()] + random.choice(NUMBERS) + head[place.end() :]
        paper.objects[number] = head + mark + rest


def references_swapped(random: Random, paper: Anatomy) -> None:
    """References to other objects: wrong kinds, and circles."""
    known = [*paper.objects, 0, 10**6]
    for number in _some(random, [n for n, body in paper.objects.items() if b" 0 R" in body], 6):
        head, mark, rest = paper.objects[number].partition(b"stream")
        places = list(re.finditer(rb"\d+ 0 R", head))
        if places:
            place = random.choice(places)
            goal = random.choice((number, random.choice(known)))
            paper.objects[number] = head[: place.start()] + b"%d 0 R" % goal + head[place.end() :] + mark + rest


def objects_lost(random: Random, paper: Anatomy) -> None:
    for number in _some(random, list(paper.objects), 5):
        if random.random() < 0.5:
            del paper.objects[number]
        else:
            paper.objects[number] = random.choice((b"null", b"<<>>", b"[]", b"(x)", b"0", b"\xff\xfe"))


def objects_exchanged(random: Random, paper: Anatomy) -> None:
    one, other = random.choice(list(paper.objects)), random.choice(list(paper.objects))
    paper.objects[one], paper.objects[other] = paper.objects[other], paper.objects[one]


def page_tree_spoiled(random: Random, paper: Anatomy) -> None:
    trees, pages = paper.having(b"/Type/Pages"), paper.having(b"/Type/Page")
    if not trees or not pages:
        return
    tree, page = random.choice(trees), random.choice(pages)
    kids = b" ".join(b"%d 0 R" % one for one in pages)
    deep = tree
    kind = random.randrange(8)
    if kind == 0:
        paper.put(tree, b"/Kids", b"[%s %d 0 R]" % (kids, tree))
    elif kind == 1:
        paper.put(tree, b"/Kids", b"[" + b"%d 0 R " % page * 60 + b"]")
        paper.put(tree, b"/Count", b"60")
    elif kind == 2:
        paper.put(tree, b"/Count", random.choice(NUMBERS))
    elif kind == 3:
        for _ in range(random.choice((20, 400))):
            deep = paper.new(b"<</Type/Pages/Count %d/Kids[%d 0 R]>>" % (len(pages), deep))
        catalog = paper.having(b"/Type/Catalog")
        if catalog:
            paper.put(catalog[0], b"/Pages", b"%d 0 R" % deep)
    elif kind == 4:
        paper.put(page, b"/Type", random.choice((b"/Pages", b"/Font", b"null")))
    elif kind == 5:
        paper.put(page, b"/Parent", b"%d 0 R" % page)
    elif kind == 6:
        paper.put(page, b"/Contents", random.choice((b"null", b"[]", b"%d 0 R" % page, b"[%s]" % kids, b"7")))
    else:
        paper.put(page, b"/Resources", random.choice((b"null", b"<<>>", b"%d 0 R" % page, b"[]")))


def boxes_spoiled(random: Random, paper: Anatomy) -> None:
    values = (
        *(b"[NaN NaN NaN NaN]", b"[0 0 0 0]", b"[595 842 0 0]", b"[0 0 1e30 1e30]", b"[0 0 595]", b"[]", b"null"),
        *(b"[-9999999 -9999999 9999999 9999999]", b"[300 400 301 401]", b"[0 0 14400 14400]", b"[0 0 0.001 0.001]"),
        *(b"[(a) /b null []]", b"[100 100 400 500]", b"[2000 2000 3000 3000]", b"[0 0 inf inf]"),
    )
    for page in _some(random, paper.having(b"/Type/Page")):
        paper.put(page, random.choice((b"/MediaBox", b"/MediaBox", b"/CropBox")), random.choice(values))
        if random.random() < 0.4:
            turns = (b"90", b"180", b"270", b"-90", b"45", b"450", b"1000000000", b"1.5", b"(90)")
            paper.put(page, b"/Rotate", random.choice(turns))
        if random.random() < 0.2:
            paper.put(page, b"/UserUnit", random.choice((b"10", b"0", b"-1", b"1e9")))


def fonts_spoiled(random: Random, paper: Anatomy) -> None:
    fonts = paper.having(b"/Type/Font")
    keys = (b"/ToUnicode", b"/Encoding", b"/Widths", b"/FontDescriptor", b"/DescendantFonts", b"/W", b"/Subtype")
    for font in _some(random, fonts, 6):
        key = random.choice((*keys, b"/ToUnicode", b"/ToUnicode"))
        own, other = b"%d 0 R" % font, b"%d 0 R" % random.choice(fonts)
        paper.put(font, key, random.choice((b"null", b"null", own, other, b"[]", b"/Identity-H", b"[-9 1e9 (x)]")))


def letters_remapped(random: Random, paper: Anatomy) -> None:
    """A ToUnicode map that gives surrogates, NUL, private use, right-to-left, combining marks or long strings."""
    meanings = ("d83d", "dc00", "0000", "e000", "05d0", "0301", "fffe", "202e", "00ad", "fb03", "200b", "000a", "fffd")
    runs = []
    for code in range(256):
        text = random.choice(meanings) * random.choice((1, 1, 1, 2, 60))
        runs.append(f"<{code:02x}> <{text}>\n<{code:04x}> <{text}>")
    cmap = "begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n"
    cmap += f"{len(runs)} beginbfchar\n" + "\n".join(runs) + "\nendbfchar\nendcmap"
    number = paper.new(stream(cmap.encode()))
    for font in _some(random, paper.having(b"/Type/Font"), 6):
        paper.put(font, b"/ToUnicode", b"%d 0 R" % number)


def streams_spoiled(random: Random, paper: Anatomy) -> None:
    """Streams torn, with a wrong length, or said to be packed in another way."""
    for number in _some(random, [n for n, body in paper.objects.items() if b"stream" in body], 5):
        body = paper.objects[number]
        kind = random.randrange(4)
        if kind == 0:
            start = body.index(b"stream") + 8
            out = bytearray(body)
            for _ in range(10):
                if len(out) > start + 20:
                    out[random.randrange(start, len(out) - 11)] = random.randrange(256)
            paper.objects[number] = bytes(out)
        elif kind == 1:
            paper.put(number, b"/Length", random.choice(NUMBERS))
        elif kind == 2:
            filters = (
                b"/LZWDecode",
                b"/DCTDecode",
                b"/JBIG2Decode",
                b"/JPXDecode",
                b"/CCITTFaxDecode",
                b"/ASCII85Decode",
            )
            many = b"[" + b"/FlateDecode " * random.choice((2, 40)) + b"]"
            paper.put(number, b"/Filter", random.choice((*filters, many, b"/RunLengthDecode", b"/Crypt")))
        else:
            entries = b"<</Predictor %d/Columns %s/Colors 9999>>" % (random.choice((2, 12, 15)), random.choice(NUMBERS))
            paper.put(number, b"/DecodeParms", entries)


def bombs(random: Random, paper: Anatomy) -> None:
    """A stream that is small in the file and huge when it is unpacked: content, a font's map, or packed twice."""
    size = random.choice((1 << 20, 20 << 20, 200 << 20))
    packer = zlib.compressobj(9)
    filler = random.choice((b" ", b"0 ", b"q ", b"0 0 m 9 9 l S ", b"(a) Tj ", b"\x00")) * 4096
    packed = b"".join(packer.compress(filler) for _ in range(size // len(filler))) + packer.flush()
    entries = b"/Filter/FlateDecode"
    if random.random() < 0.3:
        packed, entries = zlib.compress(packed, 9), b"/Filter[/FlateDecode/FlateDecode]"
    bomb = b"<<%s/Length %d>>\nstream\n" % (entries, len(packed)) + packed + b"\nendstream"
    contents = paper.contents()
    if contents and random.random() < 0.7:
        paper.objects[random.choice(contents)] = bomb
    else:
        paper.objects[random.choice([n for n, body in paper.objects.items() if b"stream" in body] or [1])] = bomb


def outlines_spoiled(random: Random, paper: Anatomy) -> None:
    """Bookmarks in circles, thousands of levels deep, without titles, to pages that are not there."""
    catalog = paper.having(b"/Type/Catalog")
    if not catalog:
        return
    first = max(paper.objects) + 1
    count, kind = random.choice((3, 200, 3000)), random.randrange(4)
    titles = (b"(1 Inledning)", b"()", b"null", b"<feffd83d>", b"(" + b"x" * 5000 + b")", b"(\xff\xfe)")
    for index in range(count):
        title = random.choice(titles)
        page = random.choice((b"0", b"-4", b"99999", b"%d 0 R" % random.choice(list(paper.objects))))
        link = b"/Dest[%s/XYZ %s %s null]" % (page, random.choice(NUMBERS), random.choice(NUMBERS))
        after = first + (index + 1) % (count if kind < 2 else count + 1)
        paper.new(b"<</Title %s %s %s %d 0 R>>" % (title, link, b"/First" if kind % 2 else b"/Next", after))
    root = paper.new(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, first, count))
    paper.put(catalog[0], b"/Outlines", b"%d 0 R" % root)


def tags_spoiled(random: Random, paper: Anatomy) -> None:
    """A structure tree in circles or very deep, roles that stand for themselves, marks that are not there."""
    catalog, pages = paper.having(b"/Type/Catalog"), paper.having(b"/Type/Page")
    if not catalog or not pages:
        return
    first = max(paper.objects) + 1
    count = random.choice((5, 300, 4000))
    names = (b"/H1", b"/H", b"/Rubrik", b"/P", b"/H99", b"/Table")
    for index in range(count):
        after = b"%d 0 R " % (first + (index + 1) % count)
        kid = random.choice((after, b"%d" % index, b"[0 1 2 -7 99999]", b"[" + after * 9 + b"]"))
        page = random.choice(pages)
        paper.new(b"<</S %s/P %d 0 R/Pg %d 0 R/K %s>>" % (random.choice(names), first, page, kid))
    roles = b"<</Rubrik/Rubrik/H1/H2/H2/H1/P/H1>>"
    parents = b"<</Nums[" + b" ".join(b"%d %d 0 R" % (index, first) for index in range(9)) + b"]>>"
    root = paper.new(b"<</Type/StructTreeRoot/K %d 0 R/RoleMap %s/ParentTree %s>>" % (first, roles, parents))
    paper.put(catalog[0], b"/StructTreeRoot", b"%d 0 R" % root)
    paper.put(catalog[0], b"/MarkInfo", b"<</Marked true>>")


def catalog_loaded(random: Random, paper: Anatomy) -> None:
    """JavaScript, embedded files, forms, strange page labels, languages and metadata."""
    catalog = paper.having(b"/Type/Catalog")
    if not catalog:
        return
    script = paper.new(b"<</S/JavaScript/JS(while\\(true\\){app.alert\\(1\\);})>>")
    inner = paper.new(stream(random.randbytes(3000), b"/Type/EmbeddedFile"))
    spec = paper.new(b"<</Type/Filespec/F(plan.pdf)/EF<</F %d 0 R>>>>" % inner)
    circle = max(paper.objects) + 1
    paper.new(b"<</Kids[%d 0 R]/Nums[0 <</S/D>>]>>" % circle)
    xmp = paper.new(stream(b"<?xpacket?><x:xmpmeta><pdfaid:part>" + b"9" * 9000, b"/Type/Metadata/Subtype/XML"))
    choices = (
        (b"/OpenAction", b"%d 0 R" % script),
        (b"/Names", b"<</JavaScript<</Names[(a) %d 0 R]>>/EmbeddedFiles<</Names[(b) %d 0 R]>>>>" % (script, spec)),
        (b"/PageLabels", b"%d 0 R" % circle),
        (b"/PageLabels", b"<</Nums[0 <</S/R/St 999999999>> 1 <</S/a/St 99999999>> 2 <</S/D/St -5/P(\xff)>>]>>"),
        (b"/PageLabels", b"<</Nums[0 <</S/A/St 100000>> 1 <</P<feffd800>>>]>>"),
        (b"/AcroForm", b"<</XFA %d 0 R/Fields[%d 0 R]/NeedAppearances true>>" % (inner, circle)),
        (b"/Lang", random.choice((b"(sv-SE)", b"(" + b"x" * 10000 + b")", b"<feffdc00>", b"7"))),
        (b"/Metadata", b"%d 0 R" % xmp),
        (b"/OCProperties", b"<</OCGs[%d 0 R]/D<</OFF[%d 0 R]>>>>" % (circle, circle)),
    )
    for key, value in random.sample(choices, random.randint(1, 4)):
        paper.put(catalog[0], key, value)
    info = paper.new(
        b"<</Title<feffd83d0000>/Producer(" + b"\\000\\377" * 50 + b")/CreationDate(D:99999999999999+99'99)>>"
    )
    paper.trailer = re.sub(rb"/Info\s*\d+ 0 R", b"", paper.trailer) + b" /Info %d 0 R" % info


def nested(random: Random, paper: Anatomy) -> None:
    """Arrays and dictionaries within each other, deeper than a stack may go."""
    depth = random.choice((50, 600, 20_000))
    body = random.choice((b"[" * depth + b"]" * depth, b"<</A" * depth + b" 0" + b">>" * depth, b"(" * depth))
    number = random.choice(list(paper.objects))
    if random.random() < 0.5:
        paper.objects[number] = body
    else:
        paper.put(number, random.choice((b"/Resources", b"/Extra", b"/Kids", b"/ToUnicode")), body)


def stream_bytes_changed(random: Random, paper: Anatomy) -> None:
    """Bytes of an unpacked stream, packed again: font programs, maps, pictures and content reach the decoders."""
    for number in _some(random, [n for n, body in paper.objects.items() if b"stream" in body], 4):
        data = stream_of(paper.objects[number])
        if data:
            out = bytearray(data)
            for _ in range(random.choice((1, 10, 100))):
                out[random.randrange(len(out))] = random.randrange(256)
            paper.objects[number] = with_stream(paper.objects[number], bytes(out))


ALL = (
    *(numbers_swapped, numbers_swapped, references_swapped, references_swapped, objects_lost, objects_exchanged),
    *(page_tree_spoiled, boxes_spoiled, boxes_spoiled, fonts_spoiled, fonts_spoiled, letters_remapped, streams_spoiled),
    *(bombs, outlines_spoiled, tags_spoiled, catalog_loaded, nested, stream_bytes_changed, stream_bytes_changed),
)
