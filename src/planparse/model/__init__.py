"""The common JSON model, version 1.0."""
