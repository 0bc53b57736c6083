"""Things that a file may have, in numbers and depths that no plan has: annotations, levels of bookmarks and tags, pages
that are their own ancestors, boxes in units of miles, maps of a font without end, pictures inside a content. In place.
"""

from __future__ import annotations

from random import Random

from benchmarks.fuzzing.anatomy import Anatomy, stream, stream_of, with_stream
from benchmarks.fuzzing.spoil_packing import flate

_LETTERS = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
_END = b"\nendcmap CMapName currentdict /CMap defineresource pop end end"


def annotations_many(random: Random, paper: Anatomy) -> None:
    """A page with up to a million annotations: links, fields, notes that show the page itself."""
    pages = paper.having(b"/Type/Page")
    if not pages:
        return
    page = random.choice(pages)
    shown = paper.new(stream(b"0 0 m 9 9 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]"))
    kinds = (
        b"/Subtype/Link/A<</S/URI/URI(https://exempel.se)>>",
        b"/Subtype/Widget/FT/Tx/T(f)/V(12)/Parent %d 0 R" % page,
        b"/Subtype/FreeText/Contents(Inflyttade 1 250)/AP<</N %d 0 R>>" % shown,
        b"/Subtype/Popup/Parent %d 0 R/Rect[0 0 1e30 -1e30]" % shown,
    )
    own = [paper.new(b"<</Type/Annot/Rect[10 10 60 30]%s>>" % kind) for kind in random.sample(kinds, 2)]
    listed = b"[" + b"".join(b"%d 0 R " % one for one in own) * (random.choice((100, 20_000, 1_000_000)) // 2) + b"]"
    paper.put(page, b"/Annots", b"%d 0 R" % paper.new(listed) if random.random() < 0.7 else listed)


def trees_in_circles(random: Random, paper: Anatomy) -> None:
    """Page trees, trees of names and of numbers whose branches are their own ancestors, or each other's."""
    catalog, trees, pages = paper.having(b"/Type/Catalog"), paper.having(b"/Type/Pages"), paper.having(b"/Type/Page")
    if not catalog or not trees or not pages:
        return
    one = max(paper.objects) + 1
    kids = b" ".join(b"%d 0 R" % random.choice((one, one + 1, pages[0])) for _ in range(random.choice((2, 40))))
    if random.random() < 0.5:
        count = random.choice((b"2", b"100000", b"-1"))
        paper.new(b"<</Type/Pages/Parent %d 0 R/Count %s/Kids[%d 0 R %s]>>" % (trees[0], count, one + 1, kids))
        paper.new(b"<</Type/Pages/Parent %d 0 R/Count %s/Kids[%d 0 R %s]>>" % (one, count, one, kids))
        paper.put(trees[0], b"/Kids", b"[%d 0 R %d 0 R %d 0 R]" % (pages[0], one, trees[0]))
        paper.put(trees[0], b"/Count", count)
    else:
        paper.new(b"<</Limits[(a)(z)]/Kids[%d 0 R %s]/Nums[0 %d 0 R]/Names[(a) %d 0 R]>>" % (one + 1, kids, one, one))
        paper.new(b"<</Limits[(a)(z)]/Kids[%d 0 R %s]>>" % (one, kids))
        for key in (b"/PageLabels", b"/Dests", b"/IDTree"):
            paper.put(catalog[0], key, b"%d 0 R" % one)
        paper.put(catalog[0], b"/Names", b"<</Dests %d 0 R/EmbeddedFiles %d 0 R>>" % (one, one + 1))


def levels_without_end(random: Random, paper: Anatomy) -> None:
    """Bookmarks or tags, each inside the one before, as many levels deep as a stack may break at."""
    catalog, pages = paper.having(b"/Type/Catalog"), paper.having(b"/Type/Page")
    if not catalog or not pages:
        return
    first, count = max(paper.objects) + 2, random.choice((1_000, 10_000, 60_000))
    if random.random() < 0.5:
        paper.new(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count 1>>" % (first, first))
        for at in range(count):
            paper.new(b"<</Title(%d Niva)/Dest[%d 0 R/Fit]/First %d 0 R>>" % (at, pages[0], first + at + 1))
        paper.put(catalog[0], b"/Outlines", b"%d 0 R" % (first - 1))
    else:
        paper.new(b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[0[%d 0 R]]>>>>" % (first, first))
        for at in range(count):
            name = random.choice((b"H1", b"H", b"Sect", b"P"))
            kids = b"[%d 0 R %d]" % (first + at + 1, at % 50)
            paper.new(b"<</S/%s/P %d 0 R/Pg %d 0 R/K %s>>" % (name, first + at - 1, pages[0], kids))
        paper.put(catalog[0], b"/StructTreeRoot", b"%d 0 R" % (first - 1))
        paper.put(catalog[0], b"/MarkInfo", b"<</Marked true>>")


def units_of_miles(random: Random, paper: Anatomy) -> None:
    """Pages as large as a municipality, or as small as a letter, by their box, their unit, or both."""
    boxes = (
        b"[0 0 1e6 1e6]",
        b"[-14400 -14400 14400 14400]",
        b"[0 0 200000 5]",
        b"[0 0 0.01 0.01]",
        b"[0 0 1e15 1e-15]",
    )
    for page in paper.having(b"/Type/Page")[:3]:
        paper.put(page, b"/MediaBox", random.choice(boxes))
        paper.put(page, b"/UserUnit", random.choice((b"75000", b"1e12", b"0.000001", b"1e-300", b"[2]", b"-72")))


def maps_broken(random: Random, paper: Anatomy) -> None:
    """Fonts' maps to letters: ranges over everything, backwards, without end; maps that use themselves; torn ones."""
    number = max(paper.objects) + 1
    many = b"".join(
        b"<%04x> <%04x> <%04x>\n" % (code % 65536, (code + 40) % 65536, code % 60000) for code in range(60_000)
    )
    texts = (
        b"1 beginbfrange <0000> <ffff> <0041> endbfrange",
        b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange",
        b"1 beginbfrange <ffff> <0000> [<0041> <00e5>] endbfrange",
        b"9 beginbfrange <00> <ff> [" + b"<0041>" * 70_000 + b"] endbfrange",
        b"100 beginbfrange\n" + many + b"endbfrange",
        b"1 beginbfchar <41> <" + b"00e5" * 50_000 + b"> endbfchar",
        b"/A usecmap 1 beginbfchar <41> endbfchar <42 endbfrange beginbfchar",
        b"begincodespacerange <> <> endcodespacerange 1 beginbfchar <zz> <00> endbfchar",
        b"(" * 3000 + b"<" * 3000,
    )
    body = _LETTERS + random.choice(texts) + (_END if random.random() < 0.7 else b"")
    entries = b"/Type/CMap/CMapName/A" + (b"/UseCMap %d 0 R" % number if random.random() < 0.5 else b"")
    paper.new(stream(body, entries))
    for font in paper.having(b"/Type/Font"):
        paper.put(font, b"/ToUnicode", b"%d 0 R" % number)
        if random.random() < 0.3:
            paper.put(font, b"/Encoding", b"%d 0 R" % number)


def pictures_inline(random: Random, paper: Anatomy) -> None:
    """Pictures inside a content: larger than said, smaller, without end, packed a thousand times over, very many."""
    plain = b"q 100 0 0 100 50 50 cm BI /W %d/H %d/BPC 8/CS/RGB%s ID %s\nEI Q\n"
    pictures = (
        plain % (100_000, 100_000, b"", b"abc"),
        plain % (2_147_483_647, 2_147_483_647, b"", b"abc"),
        plain % (-5, 0, b"/D[1 0 1 0]", b""),
        plain % (1000, 1000, b"", random.randbytes(3_000_000)),
        plain % (30_000, 30_000, b"/F/Fl", flate(b"\x00", 100 << 20)),
        plain % (9_000, 9_000, b"/F[/AHx/Fl]", flate(b" ", 40 << 20).hex().encode() + b">"),
        plain % (30_000, 30_000, b"/F/RL", b"\x81a" * 100_000 + b"\x80"),
        plain % (30_000, 30_000, b"/F/CCF/DP<</K -1/Columns 30000/Rows 1000000>>", b"\x00" * 5000),
        plain % (2, 2, b"", b"123456789012") * random.choice((500, 30_000)),
        b"BI /W 10 /H 10 ID " + b"x" * 100_000,
        b"BI " + b"/W 3 " * 50_000 + b"ID a EI ",
    )
    contents = paper.contents()
    if not contents:
        return
    number = random.choice(contents)
    data = stream_of(paper.objects[number]) or b""
    shown = random.choice(pictures)
    data = shown + data if random.random() < 0.5 else data + b"\n" + shown
    if random.random() < 0.5:
        paper.objects[number] = with_stream(paper.objects[number], data)
    else:
        paper.objects[number] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


def objects_padded(random: Random, paper: Anatomy) -> None:
    """Objects with so much in them that, packed, they are more than a reader looks at: of little use, or of none."""
    size = random.choice((300_000, 3_000_000))
    numbers = b" ".join(b"%d" % random.randrange(10**9) for _ in range(size // 10))
    for _ in range(random.choice((1, 4))):
        paper.new(b"[" + numbers + b"]")
    if random.random() < 0.5:
        paper.new(b"[" + b"0 " * random.choice((10**6, 20 * 10**6)) + b"]")


ALL = (
    *(annotations_many, trees_in_circles, levels_without_end, units_of_miles, maps_broken, maps_broken),
    *(pictures_inline, pictures_inline, objects_padded),
)
