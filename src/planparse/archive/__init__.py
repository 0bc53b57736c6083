"""Many files: convert them in worker processes with limits, keep a manifest, give their plans as tidy tables."""
