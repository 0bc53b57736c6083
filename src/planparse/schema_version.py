"""The version of the common model. By itself, so that it can be told without the model's import."""

SCHEMA_VERSION = "1.0"
