"""The blocks of all pages as one document: sections in a tree, tables whole, cover and contents set apart.

In: the pages as layout gives them, and what the file says of itself. Out: :class:`Document`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planparse.layout.blocks import Block, PageLayout
from planparse.model.identity import Ids
from planparse.outline.boards import boards_of
from planparse.outline.candidates import Candidate, gather
from planparse.outline.captions import give_captions
from planparse.outline.contents import find_contents
from planparse.outline.cover import cover_pages, drop_title, page_labels
from planparse.outline.document import Document, PageFacts, SectionNode
from planparse.outline.headings import decide
from planparse.outline.levels import Depth, depths
from planparse.outline.looks import Scene
from planparse.outline.overhang import take_back
from planparse.outline.stitch import stitch
from planparse.outline.styles import body_style
from planparse.outline.witnesses import hear
from planparse.outline.wrapping import join_candidates, known_titles, part_headings
from planparse.pdf.page import FileFacts


def outline(layouts: Sequence[PageLayout], facts: FileFacts) -> Document:
    """The whole document as extractors see it."""
    blocks = take_back([block for page in layouts for block in page.blocks])
    body = body_style(layouts)
    contents = find_contents(blocks)
    titles = known_titles(facts, contents)
    blocks = part_headings(blocks, max(contents.blocks, default=-1) + 1, body, titles)
    candidates = join_candidates(gather(blocks, contents.blocks), titles)
    hear(candidates, facts, contents, page_labels(layouts))
    scene = Scene(blocks, body, cover_pages(layouts, contents, blocks))
    headings = drop_title(decide(candidates, scene), blocks)
    by_block = {heading.first: heading for heading in headings}
    in_headings = frozenset(index for one in headings for index in range(one.first, one.last + 1))
    kept = [(index, block) for index, block in enumerate(blocks) if index not in contents.blocks]
    kept = give_captions(stitch(kept, in_headings, body), in_headings, body)
    starts = sorted(by_block)
    front = tuple(block for index, block in kept if not starts or index < starts[0])
    owned: dict[int, list[Block]] = {start: [] for start in starts}
    current = -1
    for index, block in kept:
        if index in by_block:
            current = index
        elif current >= 0 and index not in in_headings:
            owned[current].append(block)
    return Document(
        facts=facts,
        pages=tuple(_page_facts(page) for page in layouts),
        sections=_sections(headings, depths(headings), owned),
        front=front,
        contents=tuple(blocks[index] for index in sorted(contents.blocks)),
        furniture=tuple(line for page in layouts for line in page.furniture),
        body_size=body.size,
    )


def _page_facts(page: PageLayout) -> PageFacts:
    return PageFacts(
        page.number, page.width, page.height, page.rotation, page.label, page.text_layer, page.problems, page.scan
    )


def _sections(
    headings: Sequence[Candidate], found: Sequence[Depth], owned: dict[int, list[Block]]
) -> tuple[SectionNode, ...]:
    ids = Ids()
    boards = boards_of(headings, found, [len(owned[heading.first]) for heading in headings])
    sections: list[SectionNode] = []
    for index, (heading, depth) in enumerate(zip(headings, found, strict=True)):
        path = (sections[depth.parent].path if depth.parent is not None else ()) + (heading.title,)
        blocks = tuple(owned[heading.first])
        sections.append(
            SectionNode(
                index=index,
                id=ids.give("section", heading.number, *path),
                number=heading.number,
                title=heading.title,
                level=depth.level,
                parent=depth.parent,
                board=boards[index],
                page_start=heading.page,
                page_end=max([heading.page, *(place.page for block in blocks for place in block.places)]),
                places=heading.places,
                blocks=blocks,
                path=path,
                reason=heading.reason,
                pictures=heading.pictures,
            )
        )
    return tuple(_with_ends(sections))


def _with_ends(sections: list[SectionNode]) -> list[SectionNode]:
    """Each section ends no sooner than those inside it."""
    for index in range(len(sections) - 1, -1, -1):
        parent = sections[index].parent
        if parent is not None and sections[parent].page_end < sections[index].page_end:
            sections[parent] = replace(sections[parent], page_end=sections[index].page_end)
    return sections
