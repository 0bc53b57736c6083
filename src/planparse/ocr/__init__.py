"""Reading pages that are pictures: from a scan to the words and ruled lines that a text layer would have given."""
