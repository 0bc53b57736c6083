"""Reads the plans of Swedish municipal boards from PDF into one common data model."""
