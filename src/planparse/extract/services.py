"""Services described by their own labels: "Uppdrag: …" and "Målgrupp: …" under the service's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.extract.context import Context, locations
from planparse.layout.blocks import ListItem, Paragraph, Place
from planparse.model import Service
from planparse.outline.document import Document, SectionNode
from planparse.rules.load import load


def extract_services(document: Document, context: Context) -> list[Service]:
    """One Service for each section, or named paragraph, that has a mission or a target group under its label."""
    return [service for section in document.sections for service in _services(section, document, context)]


def _services(section: SectionNode, document: Document, context: Context) -> Iterator[Service]:
    fields: dict[str, str] = {}
    places: list[Place] = []
    for block in section.blocks:
        if not isinstance(block, Paragraph | ListItem):
            continue
        for name, text in _labelled(block):
            if name in fields:
                continue
            fields[name] = text
            places += block.places
    # One label alone may be a goal list's "Uppdrag:"; a service has its target group beside it.
    if "target_group" not in fields:
        return
    above = list(document.ancestors(section))
    # The nearest heading that is named as a unit; the chapter where none is.
    chapter = next((node for node in above[1:] if load("unit_names").match(node.title)), above[-1])
    yield Service(
        id=context.ids.give("service", *section.path),
        name=section.title,
        unit=chapter.title if chapter is not section else None,
        mission=fields.get("mission"),
        target_group=fields["target_group"],
        section_id=section.id,
        locations=locations([*section.places, *places]),
    )


def _labelled(block: Paragraph | ListItem) -> Iterator[tuple[str, str]]:
    """The labelled parts of a block: "Uppdrag: Råd och stöd. Målgrupp: Unga." may stand in one paragraph."""
    if ": " not in block.text:
        return
    rules = load("service_labels")
    starts = [
        (found.start(), found.end(), name)
        for found in re.finditer(r"(?<!\S)([A-ZÅÄÖ][\w/ ]{3,30}?) ?: ", block.text)
        if (name := rules.value(found[1])) is not None
    ]
    for at, (_, begin, name) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(block.text)
        if at == 0 and starts[0][0] > 0:
            continue
        yield name, block.text[begin:end].strip()
