"""How right, how fast, how large. Run as modules: ``python -m benchmarks.speed``; no part of the package."""
