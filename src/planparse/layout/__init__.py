"""Pages to blocks in reading order, running heads and feet dropped. See ``blocks.py`` for what comes out."""
