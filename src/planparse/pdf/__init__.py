"""Pages as data: the only package that knows a PDF library. See ``page.py`` for what comes out."""
