"""The floors of changes, chain and alignment on plans as people read them, and no false verdict."""

from pathlib import Path

from benchmarks import comparison


def test_floors_hold_on_gold_plans():
    names = [path.stem for path in sorted((Path(comparison.GOLD) / "comparison").glob("*.json"))]
    assert comparison.under_floors(comparison.run(names, "gold", misses=True)) == []
