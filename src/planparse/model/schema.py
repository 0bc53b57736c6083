"""The JSON Schema of the model."""

from __future__ import annotations

from typing import Any

from planparse.model.plan import Plan
from planparse.schema_version import SCHEMA_VERSION


def json_schema() -> dict[str, Any]:
    """The schema of what planparse writes (JSON Schema, draft 2020-12)."""
    schema = Plan.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"planparse common model {SCHEMA_VERSION}",
        **{key: value for key, value in schema.items() if key != "title"},
    }
