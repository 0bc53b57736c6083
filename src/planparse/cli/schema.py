"""``planparse schema``: the JSON Schema of what planparse writes."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of the model."""
    from planparse.model.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
