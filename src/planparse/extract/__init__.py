"""Records out of a document: one module for each kind of record."""
