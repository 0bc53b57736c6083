"""What Swedish plans say, as data with examples."""
