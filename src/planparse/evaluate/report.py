"""The scores for eyes (rich tables) and for machines (JSON)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planparse.evaluate.counts import Count
from planparse.evaluate.floors import Shortfall
from planparse.evaluate.ledger import Miss
from planparse.evaluate.summary import FieldSummary, Outcome, Summary


@dataclass(frozen=True, slots=True)
class Header:
    """What a score needs said with it to be compared with another."""

    version: str
    date: str
    gold: str
    plans: str
    machine: str
    reader: str | None
    """None where saved output was scored"""


def header_lines(header: Header, result: Summary) -> str:
    """Version, date, what was read, and how fast.

    Seconds are of the processor, parsing only, so that a busy machine does not make the parser look slow.
    """
    source = f"reader {header.reader}" if header.reader else "saved output"
    lines = [
        f"planparse {header.version}, {header.date}, {source}, {header.machine}",
        f"gold {header.gold}, plans {header.plans}: {len(result.outcomes)} files, {len(result.failures)} failures",
    ]
    if header.reader:
        speed = f", {result.pages / result.seconds:.1f} pages/s" if result.seconds else ""
        lines.append(f"{result.pages} pages in {result.seconds:.2f} CPU-seconds{speed}")
    lines += [f"FAILED {document}: {reason}" for document, reason in result.failures.items()]
    aside = [outcome.score.document for outcome in result.outcomes if outcome.checks_only]
    if aside:
        lines.append(f"for checks only, in no sum or mean: {', '.join(aside)}")
    return "\n".join(lines)


def report(
    header: Header,
    result: Summary,
    *,
    floors: dict[str, float] | None = None,
    parts: bool = False,
    documents: bool = False,
    missed: bool = False,
) -> RenderableType:
    """The run for eyes, with more on demand: the fields' parts, each document's F1, lists of what was missed."""
    pieces: list[RenderableType] = [Text(header_lines(header, result)), _fields_table(result, floors or {}, parts)]
    pieces.append(Text("\n".join(_measures(result, floors or {}))))
    if documents:
        pieces += [_documents_table(result), Text("\n".join(_documents(result)))]
    if missed:
        pieces += [Text("\n".join(_missed(outcome))) for outcome in result.outcomes]
    return Group(*pieces)


def _fields_table(result: Summary, floors: dict[str, float], parts: bool) -> Table:
    table = Table(title="Fields (P, R, F1 over all documents, soft text; means are over documents)")
    table.add_column("field", no_wrap=True)
    for head in ("P", "R", "F1", "gold", "found", "F1 strict", "mean strict", "mean soft", "floor", "docs"):
        table.add_column(head, justify="right")
    table.add_column("invented in")
    for name, field in result.fields.items():
        if field.soft != Count() and (parts or "." not in name):
            table.add_row(*_field_row(name, field, floors.get(name)))
    return table


def _field_row(name: str, field: FieldSummary, floor: float | None) -> Iterator[str | Text]:
    yield f"  {name}" if "." in name else name
    yield from (_share(value) for value in (field.soft.precision, field.soft.recall, field.soft.f1))
    yield str(field.soft.gold)
    yield str(field.soft.found)
    yield _share(field.strict.f1)
    yield _share(field.mean_strict)
    under = floor is not None and (field.mean_soft is None or field.mean_soft < floor)
    yield Text(_share(field.mean_soft), style="bold red" if under else "")
    yield "" if floor is None else f"{floor:g}"
    yield str(field.documents)
    yield ", ".join(field.invented)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _measures(result: Summary, floors: dict[str, float]) -> Iterator[str]:
    ungrounded = "not measured" if result.ungrounded is None else str(len(result.ungrounded))
    values = sum(outcome.grounding.values for outcome in result.outcomes if outcome.grounding)
    yield f"ungrounded values: {ungrounded}" + (f" of {values}" if result.ungrounded is not None else "")
    for name, label, score in (
        ("places", "values under their own boxes", result.places),
        ("word_coverage", "word coverage", result.coverage),
    ):
        told = "not measured" if score is None else f"{score:.4f}"
        yield f"{label}: {told}" + (f" (floor {floors[name]:g})" if name in floors else "")


def _documents_table(result: Summary) -> Table:
    table = Table(title="F1 by document (soft text)")
    table.add_column("field", no_wrap=True)
    for number, _ in enumerate(result.outcomes, start=1):
        table.add_column(str(number), justify="right")
    for name in result.fields:
        counts = [outcome.score.soft.get(name, Count()) for outcome in result.outcomes]
        if "." not in name and any(count != Count() for count in counts):
            table.add_row(name, *(_share(count.f1) for count in counts))
    table.add_row("places", *(_share(one.grounding.places if one.grounding else None) for one in result.outcomes))
    table.add_row("word_coverage", *(_share(one.coverage.share if one.coverage else None) for one in result.outcomes))
    return table


def _documents(result: Summary) -> Iterator[str]:
    """What the columns' numbers stand for."""
    for number, outcome in enumerate(result.outcomes, start=1):
        mark = " (checks only)" if outcome.checks_only else ""
        speed = f", {outcome.pages} pages in {outcome.seconds:.2f} s" if outcome.seconds else ""
        yield f"{number:3} {outcome.score.document}{mark}{speed}"


# Enough to see what goes wrong; the JSON has them all.
_SHOWN_WORDS = 60


def _missed(outcome: Outcome) -> Iterator[str]:
    """What a developer looks at: what was missed, what is extra, and what stands in its place."""
    yield f"\n== {outcome.score.document}"
    for miss in outcome.score.misses:
        yield _miss_line(miss)
    if outcome.grounding:
        yield from (f"  ungrounded: {value}" for value in outcome.grounding.ungrounded)
        yield from (f"  not under its box: {value}" for value in outcome.grounding.misplaced)
    if outcome.coverage:
        for label, words in (("in no place", outcome.coverage.lost), ("in several places", outcome.coverage.twice)):
            yield from (f"  word {label}: {word}" for word in words[:_SHOWN_WORDS])
            if len(words) > _SHOWN_WORDS:
                yield f"  … and {len(words) - _SHOWN_WORDS} more words {label}"


def _miss_line(miss: Miss) -> str:
    nearest = f"\n      {miss.likeness:.2f} {miss.nearest}" if miss.nearest else ""
    of = f"   (of {miss.of})" if miss.of else ""
    return f"  {miss.field} {miss.fate}: {miss.text}{of}{nearest}"


def as_json(header: Header, result: Summary, under: Sequence[Shortfall] = ()) -> dict[str, Any]:
    """The run for machines: everything that the tables show, and every count."""
    return {
        "planparse": header.version,
        "date": header.date,
        "machine": header.machine,
        "reader": header.reader,
        "gold": header.gold,
        "plans": header.plans,
        "files": len(result.outcomes),
        "failures": result.failures,
        "pages": result.pages,
        "seconds": round(result.seconds, 3),
        "pages_per_second": round(result.pages / result.seconds, 1) if result.seconds else None,
        "fields": {name: _field_json(field) for name, field in result.fields.items()},
        "ungrounded": None if result.ungrounded is None else list(result.ungrounded),
        "places": result.places,
        "word_coverage": result.coverage,
        "documents": [_document_json(outcome) for outcome in result.outcomes],
        "under_floors": [str(shortfall) for shortfall in under],
    }


def _field_json(field: FieldSummary) -> dict[str, Any]:
    return {
        "strict": _count_json(field.strict),
        "soft": _count_json(field.soft),
        "mean_strict": field.mean_strict,
        "mean_soft": field.mean_soft,
        "documents": field.documents,
        "invented": list(field.invented),
    }


def _count_json(count: Count) -> dict[str, Any]:
    return {
        "correct": count.correct,
        "gold": count.gold,
        "found": count.found,
        "precision": count.precision,
        "recall": count.recall,
        "f1": count.f1,
    }


def _document_json(outcome: Outcome) -> dict[str, Any]:
    grounding, coverage = outcome.grounding, outcome.coverage
    return {
        "document": outcome.score.document,
        "failure": outcome.failure,
        "checks_only": outcome.checks_only,
        "pages": outcome.pages,
        "seconds": round(outcome.seconds, 3),
        "strict": {name: _count_json(count) for name, count in outcome.score.strict.items()},
        "soft": {name: _count_json(count) for name, count in outcome.score.soft.items()},
        "values": grounding.values if grounding else None,
        "ungrounded": list(grounding.ungrounded) if grounding else None,
        "misplaced": list(grounding.misplaced) if grounding else None,
        "words": coverage.words if coverage else None,
        "words_lost": list(coverage.lost) if coverage else None,
        "words_twice": list(coverage.twice) if coverage else None,
        "misses": [asdict(m) | {"likeness": round(m.likeness, 3)} for m in outcome.score.misses],
    }
