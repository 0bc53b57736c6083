"""Columns that recur in a comparison's tables, and short names to make columns by."""

from __future__ import annotations

from planparse.compare.tables import Column


def columns(*groups: tuple[Column, ...] | Column) -> tuple[Column, ...]:
    """Columns and groups of them, in a row."""
    out: list[Column] = []
    for group in groups:
        out += [group] if isinstance(group, Column) else group
    return tuple(out)


def text(name: str, heading: str, about: str) -> Column:
    """A column of kind text."""
    return Column(name, "text", heading, about)


def integer(name: str, heading: str, about: str) -> Column:
    """A column of kind integer."""
    return Column(name, "integer", heading, about)


def number(name: str, heading: str, about: str) -> Column:
    """A column of kind number."""
    return Column(name, "number", heading, about)


def flag(name: str, heading: str, about: str) -> Column:
    """A column of kind boolean."""
    return Column(name, "boolean", heading, about)


ISSUER = columns(
    text("municipality", "Kommun", "Name of the municipality, as in the plan."),
    text("municipality_code", "Kommunkod", "Statistics Sweden's four digits, where known."),
    text("board", "Nämnd", "The board; null for the whole municipality."),
    text("board_kind", "Nämndtyp", "The board's kind, as in the model."),
)


def source(suffix: str = "", of: str = "") -> tuple[Column, ...]:
    """Where a fact stands; ``suffix`` tells the two sides of a pair apart."""
    return columns(
        text(f"plan{suffix}", f"Plan{of}", "The plan's id (``Plan.id``); ``documents`` tells more of it."),
        text(f"document{suffix}", f"Dokument{of}", "The document's file name."),
        integer(f"page{suffix}", f"Filsida{of}", "1-based page of the file."),
        text(f"page_label{suffix}", f"Tryckt sida{of}", "The page number printed there."),
        text(f"bbox{suffix}", f"Plats{of}", 'First place on that page, "x0 top x1 bottom" in points from top left.'),
    )


MATCH = columns(
    number("likeness", "Likhet", "0 to 1: how alike the wordings are; null where nothing was matched."),
    text(
        "basis",
        "Grund",
        "What the match rests on: kolada_id, same_name, near_name, alike_name, printed_link, same_wording, "
        "near_wording, words (lemmas and n-grams), concepts, model (the language model), indicators (the same ones "
        "measure both), same_amounts (a budget line's).",
    ),
    flag("sure", "Säker", "False for a match near its threshold: shown, and marked."),
)
REASON = text("reason", "Skäl", "Why, in Swedish: what the verdict rests on, or what hindered one.")
SUPERSEDED = flag("superseded", "Ersatt", "A later version or plan says this anew; left out of counts.")
VINTAGE = text("vintage", "Årgång", 'Which plan said it: its years and kind, "2019-2022 verksamhetsplan".')
