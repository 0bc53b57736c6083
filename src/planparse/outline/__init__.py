"""Blocks under a tree of sections, tables stitched over page breaks. See ``document.py`` for what comes out."""
