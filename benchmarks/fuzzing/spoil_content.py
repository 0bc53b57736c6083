"""Ways to spoil what is drawn on a page: operators, numbers, text, rules, forms. In place, on unpacked content."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.fuzzing.anatomy import Anatomy, stream, stream_of, with_stream

NUMBERS = (
    b"0",
    b"-1",
    b"1e9",
    b"-99999999",
    b"3.4e38",
    b"99999999999999999999999999",
    b"NaN",
    b"0.0000001",
    b".",
    b"(x)",
)
_NUMBER = re.compile(rb"(?<![\w.+<(-])[-+]?\d*\.?\d+(?=[\s\]\[])")
_TEXT = re.compile(rb"BT\b.*?\bET\b", re.S)

Change = Callable[[Random, bytes], bytes]


def numbers_changed(random: Random, content: bytes) -> bytes:
    places = list(_NUMBER.finditer(content))
    for place in sorted(
        random.sample(places, min(len(places), random.choice((1, 5, 30)))), key=lambda one: -one.start()
    ):
        content = content[: place.start()] + random.choice(NUMBERS) + content[place.end() :]
    return content


def lines_lost(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    share = random.choice((0.01, 0.1, 0.5))
    return b"\n".join(line for line in lines if random.random() > share)


def lines_shuffled(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    start = random.randrange(len(lines))
    part = lines[start : start + random.choice((10, 100, 10**6))]
    random.shuffle(part)
    return b"\n".join([*lines[:start], *part, *lines[start + len(part) :]])


def operators_swapped(random: Random, content: bytes) -> bytes:
    names = (
        b"q",
        b"Q",
        b"BT",
        b"ET",
        b"cm",
        b"Tf",
        b"Tj",
        b"TJ",
        b"Td",
        b"Tm",
        b"re",
        b"f",
        b"S",
        b"W n",
        b"Do",
        b"BI",
        b"EMC",
    )
    words = re.split(rb"(\s+)", content)
    for _ in range(random.choice((1, 5, 40))):
        words[random.randrange(len(words))] = random.choice(names)
    return b"".join(words)


def states_unbalanced(random: Random, content: bytes) -> bytes:
    count = random.choice((1, 50, 100_000))
    return random.choice(
        (b"q " * count + content, content + b" Q" * count, content.replace(b"Q", b""), b"Q " * count + content)
    )


def space_turned(random: Random, content: bytes) -> bytes:
    """The whole page under a matrix: tiny, giant, mirrored, slanted, flat."""
    matrices = (
        *(b"1e7 0 0 1e7 0 0", b"0.0001 0 0 0.0001 300 400", b"-1 0 0 1 595 0", b"1 0 0 -1 0 842", b"0 1 -1 0 595 0"),
        *(b"1 0.3 0.2 1 0 0", b"0 0 0 0 0 0", b"1 0 0 0 0 400", b"0.7 0.7 -0.7 0.7 300 0", b"NaN 0 0 NaN 0 0"),
        *(b"1 0 0 1 1e9 -1e9", b"1 1 1 1 0 0", b"3e38 0 0 3e38 3e38 3e38"),
    )
    return b"q " + random.choice(matrices) + b" cm\n" + content + b"\nQ"


def text_over_text(random: Random, content: bytes) -> bytes:
    """All of it once more, or many times, a little beside itself: shadows, bold by double print."""
    count, step = random.choice(((1, b"0.3 0 "), (1, b"0 0 "), (1, b"3 5 "), (12, b"0.1 0.1 "), (4, b"0 6 ")))
    return content + b"".join(b"\nq 1 0 0 1 " + step + b"cm\n" + content + b"\nQ" for _ in range(count))


def text_hidden(random: Random, content: bytes) -> bytes:
    """Invisible, white, clipped away or without size, some of it or all."""
    ways = (b" 3 Tr ", b" 7 Tr ", b" 1 1 1 rg ", b" 0 Tz ", b" 99 Ts ", b" -500 Tz ", b" 4 Tr ")
    way, share = random.choice(ways), random.choice((0.1, 0.5, 1))
    return re.sub(rb"\bBT\b", lambda found: found[0] + (way if random.random() < share else b""), content)


def text_spaced(random: Random, content: bytes) -> bytes:
    way = random.choice((b" 20 Tc ", b" -20 Tc ", b" 1e6 Tw ", b" -3 Tc ", b" 0.5 Tc ", b" 5 Tc 300 Tz ", b" 1e30 TL "))
    return re.sub(rb"\bBT\b", lambda found: found[0] + way, content)


def text_sized(random: Random, content: bytes) -> bytes:
    size = random.choice((b"0", b"-12", b"0.01", b"5000", b"1e30", b"1"))
    return re.sub(rb"(/\S+)\s+[-\d.]+\s+Tf", lambda found: found[1] + b" " + size + b" Tf", content)


def text_moved(random: Random, content: bytes) -> bytes:
    """Blocks of text in another order, and some at other places: what is read is not what stands there."""
    blocks = _TEXT.findall(content)
    random.shuffle(blocks)
    rest = iter(blocks)

    def moved(_: re.Match[bytes]) -> bytes:
        block = next(rest)
        if random.random() < 0.2:
            x, y = random.randrange(-200, 900), random.randrange(-200, 1000)
            return b"q 1 0 0 1 %d %d cm " % (x - 300, y - 400) + block + b" Q"
        return block

    return _TEXT.sub(moved, content)


def text_changed(random: Random, content: bytes) -> bytes:
    """Other codes in the strings: digits for letters, very long words, control characters."""
    filler = random.choice((b"9", b"0", b"(", b"\\000", b"\\377", b"-", b".", b"%", b" ", b"1 ", b"tkr ", b"2,5 mnkr "))
    long = filler.replace(b"(", b"\\(") * random.choice((1, 5, 400, 30_000))

    def other(found: re.Match[bytes]) -> bytes:
        return b"(" + long + b")" if random.random() < 0.03 else found[0]

    content = re.sub(rb"\((?:[^()\\]|\\.)*\)", other, content)
    digits = random.randrange(16)
    return re.sub(rb"<[0-9A-Fa-f]{8,}>", lambda found: b"<%x" % digits + found[0][2:], content)


def rules_drawn(random: Random, content: bytes) -> bytes:
    """Ruled lines by the hundred or the million: grids, hatching, one over the other, off the page."""
    count = random.choice((50, 2000, 20_000, 1_000_000))
    kind = random.randrange(5)
    if kind == 0:
        drawn = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (i, i, i, i) for i in range(min(count, 20_000)))
    elif kind == 1:
        drawn = b"50 700 m 550 700 l S\n" * count
    elif kind == 2:
        drawn = b"".join(
            b"%d %d %d %d re S\n" % tuple(random.randrange(-100, 900) for _ in range(4))
            for _ in range(min(count, 20_000))
        )
    elif kind == 3:
        drawn = b"50 700 m " + b"550 700 l 50 701 l " * count + b"S\n"
    else:
        drawn = b"".join(
            b"%d.5 %d 9 5 re f\n" % (10 * (i % 59), 8 * (i // 59 % 100)) for i in range(min(count, 20_000))
        )
    return content + b"\nq 0.5 w " + drawn + b"Q\n"


def boxes_drawn(random: Random, content: bytes) -> bytes:
    """The page covered, chequered, or full of dots."""
    count = random.choice((1, 300, 5000))
    colours = (b"1 1 1 rg", b"0 0 0 rg", b"0.9 0.9 1 rg", b"0 0.6 0 rg")
    drawn = []
    for _ in range(count):
        x, y, w, h = (random.randrange(600) for _ in range(4))
        drawn.append(random.choice(colours) + b" %d %d %d %d re f" % (x, y, w, h))
    place = random.random() < 0.5
    return b"q " + b"\n".join(drawn) + b" Q\n" + content if place else content + b"\nq " + b"\n".join(drawn) + b" Q"


def inline_picture(random: Random, content: bytes) -> bytes:
    width, height = random.choice(((1, 1), (99999, 99999), (0, 5), (-3, 3)))
    head = b"\nq 100 0 0 100 50 50 cm BI /W %d /H %d /BPC 8 /CS /RGB ID " % (width, height)
    return content + head + random.randbytes(300) + b" EI Q"


CHANGES: tuple[Change, ...] = (
    *(numbers_changed, numbers_changed, numbers_changed, lines_lost, lines_lost, lines_shuffled, operators_swapped),
    *(states_unbalanced, space_turned, space_turned, text_over_text, text_hidden, text_spaced, text_sized, text_moved),
    *(text_moved, text_changed, text_changed, rules_drawn, boxes_drawn, inline_picture),
)


def content_spoiled(random: Random, paper: Anatomy, change: Change) -> None:
    """One to all of the pages' contents changed in one way."""
    contents = paper.contents()
    for number in random.sample(contents, random.randint(1, len(contents)) if contents else 0):
        data = stream_of(paper.objects[number])
        if data:
            paper.objects[number] = with_stream(paper.objects[number], change(random, data))
            if change is rules_drawn:
                return


def forms_added(random: Random, paper: Anatomy) -> None:
    """Forms that draw themselves, each other in a circle, or each the next ten times over."""
    kind, count = random.randrange(3), random.choice((1, 2, 9))
    first = max(paper.objects) + 1
    for index in range(count):
        after = first + (index + 1) % count
        times = 10 if kind == 2 else 1
        if kind == 2 and index == count - 1:
            body, inner = b"0 0 m 9 9 l S BT /F1 9 Tf (x) Tj ET", b""
        else:
            body, inner = b"/X Do " * times, b"/XObject<</X %d 0 R>>" % after
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>" % inner
        paper.new(stream(body, entries))
    contents = paper.contents()
    if not contents:
        return
    number = random.choice(contents)
    data = stream_of(paper.objects[number])
    if data is None:
        return
    paper.objects[number] = with_stream(paper.objects[number], data + b"\nq /Xfuzz Do Q")
    for holder in [*paper.having(b"/Type/Page"), *paper.having(b"/Font")]:
        head = paper.objects[holder].split(b"stream")[0]
        if b"/XObject" in head and re.search(rb"/XObject\s*<<", head):
            paper.objects[holder] = re.sub(
                rb"/XObject\s*<<", b"/XObject<</Xfuzz %d 0 R " % first, paper.objects[holder], count=1
            )
        elif re.search(rb"/Resources\s*<<", head):
            paper.objects[holder] = re.sub(
                rb"/Resources\s*<<", b"/Resources<</XObject<</Xfuzz %d 0 R>> " % first, paper.objects[holder], count=1
            )
