"""What a benchmark's figures were measured on, and where they are kept."""

from __future__ import annotations

import os
import platform
import resource
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

RESULTS_VARIABLE = "PLANPARSE_BENCHMARK_RESULTS"
RESULTS = Path(os.environ.get(RESULTS_VARIABLE) or Path(__file__).resolve().parent / "results")


def described(name: str, files: Sequence[Path]) -> dict[str, object]:
    """The head of a results file: what, when, with which versions, on what machine, on which files."""
    return {
        "benchmark": name,
        "date": date.today().isoformat(),
        "planparse": version("planparse"),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "files": [path.name for path in files],
    }


def peak_mb() -> float:
    """The most memory that this process has held so far.

    Linux hands what the parent had held on to a child as its ``ru_maxrss``; the kernel's own account starts anew.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def results_file(name: str) -> Path:
    """``benchmarks/results/NAME.json``, or in the folder that the environment names; the folder made."""
    RESULTS.mkdir(exist_ok=True, parents=True)
    return RESULTS / f"{name}.json"
